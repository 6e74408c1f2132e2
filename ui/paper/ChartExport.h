// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/BulletinDocument.h"
#include "paper/ChartFactory.h"

#include <QByteArray>
#include <QRectF>
#include <QSizeF>

#include <memory>
#include <optional>
#include <variant>

class QGraphicsScene;
class QPainter;

namespace huiyin {

// A chart at a fixed size, to be painted on paper or written to a file; never the one that stands in a view.
class ChartPicture
{
public:
    // Sizes are in pixels of 1/96 inch.
    ChartPicture(std::unique_ptr<QChart> chart, QSizeF size);
    ~ChartPicture();
    ChartPicture(ChartPicture &&) noexcept;
    ChartPicture &operator=(ChartPicture &&) noexcept;

    [[nodiscard]] QSizeF size() const;
    [[nodiscard]] const QChart &chart() const { return *m_chart; }

    // As vectors, text as text.
    void paint(QPainter *painter, const QRectF &target) const;
    [[nodiscard]] QByteArray svg() const;
    [[nodiscard]] QByteArray png(int dpi = 300) const;

    // A point of the picture, from its upper left corner.
    [[nodiscard]] std::optional<FigureKey> figureAt(QPointF position) const;

private:
    std::unique_ptr<QGraphicsScene> m_scene;
    QChart *m_chart; // the scene's
};

QByteArray renderSvg(std::unique_ptr<QChart> chart, QSize size);
QByteArray renderPng(std::unique_ptr<QChart> chart, QSize size, int dpi);

// A bulletin's chart on paper before it is drawn: some ms, which a page need not take before it is looked at.
struct PaperChart
{
    std::variant<ChartData, LineData> data{};
    QSizeF size{};

    [[nodiscard]] ChartPicture draw() const;
};

// As wide as asked and as high as it needs; bars beyond the first fifteen, or beyond what the height can hold, are folded
// into one. The table beside it has them all.
PaperChart paperChart(const BulletinChart &block, PercentStyle style, qreal width, qreal mostHeight);

} // namespace huiyin
