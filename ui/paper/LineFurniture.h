// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paper/ChartFurniture.h"
#include "statistics/ChartData.h"

namespace huiyin {

// The days, names and peak of a chart of lines.
class LineFurniture : public ChartFurniture
{
    Q_OBJECT

public:
    LineFurniture(QChart *chart, const ChartLook &look, const LineData &data, qint64 step, qint64 top);

    [[nodiscard]] std::optional<Hit> hitAt(QPointF position) const override;

protected:
    void layOutPlot(const QRectF &free) override;

private:
    void placeDays(const QRectF &plot, const QRectF &free);
    void placeNames(const QRectF &plot);
    void placePeak(const QRectF &plot);
    [[nodiscard]] QPointF point(const QRectF &plot, qsizetype day, qint64 value) const;

    LineData m_data;
    qint64 m_step;
    qint64 m_top;
    QRectF m_plot;
};

} // namespace huiyin
