// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paper/ChartFurniture.h"
#include "statistics/ChartData.h"

QT_BEGIN_NAMESPACE
class QBarSet;
class QValueAxis;
QT_END_NAMESPACE

namespace huiyin {

// The labels, values and plot of a chart of bars.
class BarFurniture : public ChartFurniture
{
    Q_OBJECT

public:
    // The sets of the stacked bars; each holds a number for every bar, in reverse order (Qt's first is at the bottom).
    struct Sets
    {
        QBarSet *value;
        QBarSet *part; // of level 1
        QBarSet *muted;
        QBarSet *rest; // what is left of the total
    };
    BarFurniture(QChart *chart, const ChartLook &look, const ChartData &data, const Sets &sets, QValueAxis *axis);

    [[nodiscard]] std::optional<Hit> hitAt(QPointF position) const override;

    // Labels wrapped for a chart of that width, and what a row takes then.
    struct Labels
    {
        QList<QStringList> lines;
        qreal width = 0;
        qreal rowHeight = 0;
    };
    static Labels wrapLabels(const ChartData &data, const QFont &font, qreal chartWidth);

protected:
    void layOutPlot(const QRectF &free) override;

private:
    ChartData m_data;
    Sets m_sets;
    QValueAxis *m_axis;
    qreal m_top = 0;
    qreal m_rowHeight = 0;
};

} // namespace huiyin
