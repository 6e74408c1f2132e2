// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paper/ChartFactory.h"

#include <QFont>
#include <QGraphicsObject>

#include <optional>

class QGraphicsRectItem;
class QGraphicsSimpleTextItem;

QT_BEGIN_NAMESPACE
class QBarSet;
class QLineSeries;
class QValueAxis;
QT_END_NAMESPACE

namespace huiyin {

// All text of a chart, placed by us: Qt Charts 6.4 cuts category labels with "..." and prints bar values in white.
// It lies over the whole chart, lays title, plot and labels out whenever the chart gets another size, and answers the
// pointer.
class ChartFurniture : public QGraphicsObject
{
    Q_OBJECT

public:
    ChartFurniture(QChart *chart, ChartLook look, QString title, QString subtitle);

    [[nodiscard]] QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

    // What a point of the chart belongs to.
    struct Hit
    {
        QRectF mark; // what is marked below the pointer
        QString tip;
        std::optional<FigureKey> figure;
    };
    [[nodiscard]] virtual std::optional<Hit> hitAt(QPointF position) const = 0;

    static const ChartFurniture *of(const QChart &chart);

protected:
    void layOut();
    // Places the plot in what the title leaves free.
    virtual void layOutPlot(const QRectF &free) = 0;

    [[nodiscard]] QFont font(int pixels, bool bold = false) const;
    void addRule(const QLineF &line, const QColor &colour);
    QGraphicsSimpleTextItem *addText(const QString &text, const QFont &font, const QColor &colour);
    [[nodiscard]] QChart *chart() const { return m_chart; }
    [[nodiscard]] const ChartLook &look() const { return m_look; }

    void hoverMoveEvent(QGraphicsSceneHoverEvent *event) override;
    void hoverLeaveEvent(QGraphicsSceneHoverEvent *event) override;
    void mousePressEvent(QGraphicsSceneMouseEvent *event) override;
    void mouseReleaseEvent(QGraphicsSceneMouseEvent *event) override;

private:
    qreal layOutTitle();

    QChart *m_chart;
    ChartLook m_look;
    QString m_title;
    QString m_subtitle;
    QGraphicsRectItem *m_ground; // with the rules; Qt's own ground keeps its size when the plot area is given
    QGraphicsRectItem *m_mark;   // below the pointer; a child of the chart, under its bars
    bool m_layingOut = false;
};

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
    BarFurniture(QChart *chart, const ChartLook &look, const ChartData &data, Sets sets, QValueAxis *axis);

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

// Room above the bars or lines.
qreal titleHeight(const ChartLook &look, qreal width, const QString &title, const QString &subtitle);
QFont chartFont(const ChartLook &look, int pixels, bool bold = false);

} // namespace huiyin
