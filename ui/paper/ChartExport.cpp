// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/ChartExport.h"

#include "domain/Text.h"

#include <QBuffer>
#include <QGraphicsScene>
#include <QImage>
#include <QPainter>
#include <QSvgGenerator>

#include <algorithm>

namespace huiyin {

using namespace Qt::StringLiterals;

ChartPicture::ChartPicture(std::unique_ptr<QChart> chart, QSizeF size)
    : m_scene(std::make_unique<QGraphicsScene>())
    , m_chart(chart.release())
{
    m_scene->setItemIndexMethod(QGraphicsScene::NoIndex);
    m_scene->setSceneRect({QPointF(0, 0), size});
    m_scene->addItem(m_chart);
    m_chart->resize(size);
}

ChartPicture::~ChartPicture() = default;
ChartPicture::ChartPicture(ChartPicture &&) noexcept = default;
ChartPicture &ChartPicture::operator=(ChartPicture &&) noexcept = default;

QSizeF ChartPicture::size() const
{
    return m_chart->size();
}

void ChartPicture::paint(QPainter *painter, const QRectF &target) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setRenderHint(QPainter::TextAntialiasing);
    m_scene->render(painter, target, m_scene->sceneRect(), Qt::IgnoreAspectRatio);
    painter->restore();
}

QByteArray ChartPicture::svg() const
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(size().toSize());
    generator.setViewBox(m_scene->sceneRect());
    generator.setResolution(96);
    {
        QPainter painter(&generator);
        paint(&painter, m_scene->sceneRect());
    }
    return buffer.data();
}

QByteArray ChartPicture::png(int dpi) const
{
    const qreal scale = dpi / 96.0;
    QImage image((size() * scale).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    {
        QPainter painter(&image);
        paint(&painter, QRectF(image.rect()));
    }
    image.setDotsPerMeterX(qRound(dpi / 0.0254));
    image.setDotsPerMeterY(qRound(dpi / 0.0254));
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return buffer.data();
}

std::optional<FigureKey> ChartPicture::figureAt(QPointF position) const
{
    return huiyin::figureAt(*m_chart, position);
}

QByteArray renderSvg(std::unique_ptr<QChart> chart, QSize size)
{
    return ChartPicture(std::move(chart), size).svg();
}

QByteArray renderPng(std::unique_ptr<QChart> chart, QSize size, int dpi)
{
    return ChartPicture(std::move(chart), size).png(dpi);
}

ChartPicture PaperChart::draw() const
{
    if (const auto *line = std::get_if<LineData>(&data))
        return {makeLineChart(*line, ChartLook::paper()), size};
    return {makeBarChart(std::get<ChartData>(data), ChartLook::paper()), size};
}

PaperChart paperChart(const BulletinChart &block, PercentStyle style, qreal width, qreal mostHeight)
{
    const ChartLook look = ChartLook::paper();
    if (block.isLine())
        return {.data = block.line, .size = QSizeF(width, recommendedHeight(block.line, look))};
    const QString unit = block.kind == BulletinChart::Kind::Departments ? u"个单位"_s : u"项"_s;
    const ChartData &whole = block.bars;
    constexpr qsizetype mostBars = 16;
    ChartData data = shortened(whole, mostBars, unit, style);
    int height = recommendedHeight(data, look, qRound(width));
    for (qsizetype most = data.bars.size() - 1; height > mostHeight && most >= 2; --most) {
        data = shortened(whole, most, unit, style);
        height = recommendedHeight(data, look, qRound(width));
    }
    return {.data = std::move(data), .size = QSizeF(width, qMin<qreal>(height, mostHeight))};
}

} // namespace huiyin
