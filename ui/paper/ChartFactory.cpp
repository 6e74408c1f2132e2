// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/ChartFactory.h"

#include "paper/BarFurniture.h"
#include "paper/LineFurniture.h"
#include "paper/PaperFonts.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QGraphicsLayout>
#include <QGraphicsSimpleTextItem>
#include <QGraphicsTextItem>
#include <QHorizontalStackedBarSeries>
#include <QLegend>
#include <QLineSeries>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace huiyin {

using namespace Qt::StringLiterals;

namespace {

std::unique_ptr<QChart> bareChart()
{
    auto chart = std::make_unique<QChart>();
    chart->setAnimationOptions(QChart::NoAnimation);
    chart->setMargins({});
    chart->layout()->setContentsMargins(0, 0, 0, 0);
    chart->legend()->hide();
    chart->setBackgroundVisible(false);
    chart->setMinimumSize(0, 0);
    new ChartPointer(chart.get());
    return chart;
}

QBarSet *addSet(QHorizontalStackedBarSeries *series, const QColor &colour, qsizetype count)
{
    auto *set = new QBarSet({}, series);
    set->setBrush(colour);
    set->setPen(Qt::NoPen);
    for (qsizetype i = 0; i < count; ++i)
        set->append(0);
    series->append(set);
    return set;
}

// A step between two colours, for parts of a bar.
QColor between(const QColor &a, const QColor &b)
{
    return QColor::fromRgbF((a.redF() + b.redF()) / 2, (a.greenF() + b.greenF()) / 2, (a.blueF() + b.blueF()) / 2);
}

qint64 largestOf(const QList<qint64> &values)
{
    return values.isEmpty() ? 0 : *std::max_element(values.cbegin(), values.cend());
}

QLineSeries *addLine(QChart *chart, const QList<qint64> &values, const QPen &pen)
{
    auto *series = new QLineSeries(chart);
    for (qsizetype i = 0; i < values.size(); ++i)
        series->append(static_cast<qreal>(i), static_cast<qreal>(values[i]));
    series->setPen(pen);
    chart->addSeries(series);
    return series;
}

} // namespace

ChartLook ChartLook::light()
{
    return {};
}

ChartLook ChartLook::dark()
{
    ChartLook look;
    look.ground = QColor(0x1f, 0x24, 0x2c);
    look.text = QColor(0xe4, 0xe8, 0xee);
    look.weakText = QColor(0x98, 0xa3, 0xb3);
    look.accent = QColor(0x4d, 0x9b, 0xe6);
    look.accentSoft = QColor(0x2b, 0x45, 0x62);
    look.muted = QColor(0x6a, 0x75, 0x84);
    look.grid = QColor(0x38, 0x40, 0x4b);
    return look;
}

ChartLook ChartLook::paper()
{
    ChartLook look;
    look.ground = Qt::white;
    look.text = Qt::black;
    look.weakText = QColor(0x40, 0x40, 0x40);
    look.accent = QColor(0x2a, 0x4a, 0x73);     // 28 % of white in grey
    look.accentSoft = QColor(0xd6, 0xdc, 0xe4); // 86 %
    look.muted = QColor(0xa3, 0xa3, 0xa3);      // 64 %
    look.grid = QColor(0xc8, 0xc8, 0xc8);
    look.families = paperFont(FontRole::Hei, 13).families();
    look.pixelSize = 12; // 小五
    look.padding = 4;
    look.forPaper = true;
    return look;
}

std::unique_ptr<QChart> makeBarChart(const ChartData &data, const ChartLook &look)
{
    auto chart = bareChart();
    auto *series = new QHorizontalStackedBarSeries;
    series->setBarWidth(0.6);
    series->setLabelsVisible(false);
    const qsizetype count = data.bars.size();
    const BarFurniture::Sets sets{.value = addSet(series, look.accent, count),
                                  .part = addSet(series, between(look.accent, look.accentSoft), count),
                                  .muted = addSet(series, look.muted, count),
                                  .rest = addSet(series, look.accentSoft, count)};
    QStringList rows; // names of their own: an axis drops a category that it has already
    for (qsizetype i = 0; i < count; ++i) {
        const ChartBar &bar = data.bars[i];
        const auto index = static_cast<int>(count - 1 - i);
        QBarSet *set = bar.muted ? sets.muted : bar.level > 0 ? sets.part : sets.value;
        set->replace(index, static_cast<qreal>(bar.value));
        if (bar.total)
            sets.rest->replace(index, static_cast<qreal>(qMax<qint64>(0, *bar.total - bar.value)));
        rows.append(QString::number(i));
    }
    chart->addSeries(series);

    auto *rowAxis = new QBarCategoryAxis(chart.get());
    rowAxis->append(rows);
    rowAxis->setLabelsVisible(false);
    rowAxis->setGridLineVisible(false);
    rowAxis->setLineVisible(false);
    auto *axis = new QValueAxis(chart.get());
    axis->setLabelsVisible(false);
    axis->setGridLineVisible(false);
    axis->setLineVisible(false); // every bar has its number behind it
    chart->addAxis(rowAxis, Qt::AlignLeft);
    chart->addAxis(axis, Qt::AlignBottom);
    series->attachAxis(rowAxis);
    series->attachAxis(axis);
    new BarFurniture(chart.get(), look, data, sets, axis);
    chart->resize(640, recommendedHeight(data, look));
    return chart;
}

std::unique_ptr<QChart> makeLineChart(const LineData &data, const ChartLook &look)
{
    auto chart = bareChart();
    const qint64 largest = qMax(largestOf(data.values), data.reference ? largestOf(*data.reference) : qint64(0));
    const qint64 step = niceStep(largest, 5);
    const qint64 top = qMax(step, (largest + step - 1) / step * step);

    QList<QLineSeries *> lines;
    if (data.reference) {
        // On paper the reference is told apart by its dashes too.
        lines.append(
            addLine(chart.get(), *data.reference, QPen(look.muted, 1.5, look.forPaper ? Qt::DashLine : Qt::SolidLine)));
    }
    lines.append(addLine(chart.get(), data.values, QPen(look.accent, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin)));
    const auto last = static_cast<qreal>(data.days.size() - 1);
    auto *days = new QValueAxis(chart.get());
    if (last > 0)
        days->setRange(0, last);
    else
        days->setRange(-0.5, 0.5);
    days->setLabelsVisible(false);
    days->setGridLineVisible(false);
    days->setLineVisible(false);
    auto *counts = new QValueAxis(chart.get());
    counts->setRange(0, static_cast<qreal>(top));
    counts->setLabelsVisible(false);
    counts->setLineVisible(false);
    counts->setGridLineVisible(false);
    chart->addAxis(days, Qt::AlignBottom);
    chart->addAxis(counts, Qt::AlignLeft);
    for (QLineSeries *line : lines) {
        line->attachAxis(days);
        line->attachAxis(counts);
    }
    new LineFurniture(chart.get(), look, data, step, top);
    chart->resize(640, recommendedHeight(data, look));
    return chart;
}

int recommendedHeight(const ChartData &data, const ChartLook &look, int width)
{
    const BarFurniture::Labels labels = BarFurniture::wrapLabels(data, chartFont(look, look.pixelSize), width);
    const auto rows = static_cast<qreal>(qMax<qsizetype>(1, data.bars.size()));
    return static_cast<int>(std::ceil(titleHeight(look, width, data.title, data.subtitle) + labels.rowHeight * rows))
           + 2 * look.padding;
}

int recommendedHeight([[maybe_unused]] const LineData &data, const ChartLook &look)
{
    return look.pixelSize * 17;
}

std::optional<FigureKey> figureAt(const QChart &chart, QPointF scenePosition)
{
    const ChartFurniture *furniture = ChartFurniture::of(chart);
    if (!furniture)
        return std::nullopt;
    const std::optional<ChartFurniture::Hit> hit = furniture->hitAt(chart.mapFromScene(scenePosition));
    return hit ? hit->figure : std::nullopt;
}

ChartPointer *ChartPointer::of(const QChart &chart)
{
    return chart.findChild<ChartPointer *>(QString(), Qt::FindDirectChildrenOnly);
}

qint64 niceStep(qint64 largest, int wanted)
{
    const qint64 rough = (qMax<qint64>(1, largest) + wanted - 1) / qMax(1, wanted);
    for (qint64 power = 1;; power *= 10) {
        for (const qint64 step : {power, 2 * power, 5 * power}) {
            if (step >= rough)
                return step;
        }
    }
}

bool hasCutText(const QChart &chart)
{
    const QRectF whole = QRectF(QPointF(0, 0), chart.size()).adjusted(-1, -1, 1, 1);
    QList<QGraphicsItem *> items = chart.childItems();
    while (!items.isEmpty()) {
        QGraphicsItem *item = items.takeLast();
        items += item->childItems();
        QString text;
        if (const auto *simple = qgraphicsitem_cast<QGraphicsSimpleTextItem *>(item))
            text = simple->text();
        else if (const auto *rich = qgraphicsitem_cast<QGraphicsTextItem *>(item))
            text = rich->toPlainText();
        if (text.isEmpty() || !item->isVisible())
            continue;
        if (text.contains(u'…') || text.contains(u"..."_s))
            return true;
        if (!whole.contains(item->mapRectToItem(&chart, item->boundingRect())))
            return true;
    }
    return false;
}

} // namespace huiyin
