// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paper/ChartFactory.h"

#include <QFont>
#include <QGraphicsObject>

#include <optional>

class QGraphicsRectItem;
class QGraphicsSimpleTextItem;

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

// Room above the bars or lines.
qreal titleHeight(const ChartLook &look, qreal width, const QString &title, const QString &subtitle);
QFont chartFont(const ChartLook &look, int pixels, bool bold = false);

// The lines that a text takes at a width.
QStringList wrappedLines(const QString &text, const QFont &font, qreal width);

} // namespace huiyin
