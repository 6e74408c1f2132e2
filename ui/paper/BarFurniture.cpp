// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/BarFurniture.h"

#include <QBarSet>
#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPen>
#include <QValueAxis>

#include <algorithm>
#include <cmath>
#include <utility>

namespace huiyin {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Chart)
};

constexpr qreal labelGap = 8; // between a label and its bar
constexpr qreal valueGap = 6; // between a bar and its value
constexpr qreal noteGap = 10; // between the value and its share
constexpr qreal indent = 14;  // of a bar of level 1

} // namespace

BarFurniture::BarFurniture(QChart *chart, const ChartLook &look, const ChartData &data, const Sets &sets,
                           QValueAxis *axis)
    : ChartFurniture(chart, look, data.title, data.subtitle)
    , m_data(data)
    , m_sets(sets)
    , m_axis(axis)
{
    layOut();
}

BarFurniture::Labels BarFurniture::wrapLabels(const ChartData &data, const QFont &font, qreal chartWidth)
{
    const QFontMetricsF metrics(font);
    const qreal most = qMax(60.0, chartWidth * 0.42);
    Labels labels;
    qsizetype lineCount = 1;
    for (const ChartBar &bar : data.bars) {
        const qreal offset = bar.level * indent;
        QStringList lines{bar.label};
        if (metrics.horizontalAdvance(bar.label) > most - offset)
            lines = wrappedLines(bar.label, font, most - offset);
        for (const QString &line : lines)
            labels.width = qMax(labels.width, metrics.horizontalAdvance(line) + offset);
        lineCount = qMax(lineCount, lines.size());
        labels.lines.append(lines);
    }
    labels.width = std::ceil(labels.width);
    const auto count = static_cast<qreal>(lineCount);
    labels.rowHeight = qMax(font.pixelSize() * 25.0 / 13, count * metrics.height() + font.pixelSize() * 0.4);
    return labels;
}

void BarFurniture::layOutPlot(const QRectF &free)
{
    if (m_data.bars.isEmpty()) {
        // Nothing to draw is said, not shown as a blank.
        auto *text = addText(look().forPaper ? u"（本期没有数据）"_s : Text::tr("(nothing in this period)"),
                             font(look().pixelSize), look().weakText);
        text->setPos(free.center() - text->boundingRect().center());
        chart()->setPlotArea(free);
        m_rowHeight = 0;
        return;
    }
    const auto rows = static_cast<qreal>(m_data.bars.size());
    const qreal chartWidth = chart()->size().width();
    // Too little height for all the bars: smaller type rather than text over text.
    int pixels = look().pixelSize;
    Labels labels = wrapLabels(m_data, font(pixels), chartWidth);
    while (pixels > 7 && labels.rowHeight * 0.8 * rows > free.height())
        labels = wrapLabels(m_data, font(--pixels), chartWidth);
    m_rowHeight = qMin(free.height() / rows, labels.rowHeight * 1.3);
    m_top = free.top();

    const QFont labelFont = font(pixels), noteFont = font(pixels);
    const QFontMetricsF metrics(labelFont);
    const qreal left = free.left() + labels.width + labelGap;
    qint64 largest = 1;
    for (const ChartBar &bar : m_data.bars)
        largest = qMax(largest, bar.total.value_or(bar.value));

    // The scale at which the bar that reaches farthest still has room for its value.
    const auto behind = [&](const ChartBar &bar) {
        const qreal note = bar.note.isEmpty() ? 0 : noteGap + metrics.horizontalAdvance(bar.note);
        return valueGap + metrics.horizontalAdvance(bar.valueText()) + note;
    };
    qreal width = free.right() - left;
    for (const ChartBar &bar : m_data.bars) {
        const auto length = static_cast<qreal>(bar.total.value_or(bar.value)) / static_cast<qreal>(largest);
        if (length > 0)
            width = qMin(width, (free.right() - left - behind(bar)) / length);
    }
    width = qMax(width, 20.0);
    const qreal scale = width / static_cast<qreal>(largest);
    m_axis->setRange(0, static_cast<qreal>(largest));
    chart()->setPlotArea(QRectF(left, free.top(), width, m_rowHeight * rows));

    addRule(QLineF(left, m_top, left, m_top + m_rowHeight * rows), look().muted);
    for (qsizetype i = 0; i < m_data.bars.size(); ++i) {
        const ChartBar &bar = m_data.bars[i];
        const qreal middle = m_top + (static_cast<qreal>(i) + 0.5) * m_rowHeight;
        const QStringList &lines = labels.lines[i];
        qreal y = middle - static_cast<qreal>(lines.size()) * metrics.height() / 2;
        for (const QString &line : lines) {
            addText(line, labelFont, look().text)->setPos(left - labelGap - metrics.horizontalAdvance(line), y);
            y += metrics.height();
        }
        const qreal end = left + static_cast<qreal>(bar.total.value_or(bar.value)) * scale;
        const qreal lineTop = middle - metrics.height() / 2;
        addText(bar.valueText(), labelFont, look().text)->setPos(end + valueGap, lineTop);
        if (!bar.note.isEmpty()) {
            addText(bar.note, noteFont, look().weakText)
                ->setPos(end + valueGap + metrics.horizontalAdvance(bar.valueText()) + noteGap, lineTop);
        }

        // A count that isn't nothing stays visible.
        const auto index = static_cast<int>(m_data.bars.size() - 1 - i);
        QBarSet *set = bar.muted ? m_sets.muted : bar.level > 0 ? m_sets.part : m_sets.value;
        const qreal shown = bar.value == 0 ? 0 : qMax(static_cast<qreal>(bar.value), 1.5 / scale);
        if (!qFuzzyCompare(set->at(index) + 1, shown + 1))
            set->replace(index, shown);
    }
}

std::optional<ChartFurniture::Hit> BarFurniture::hitAt(QPointF position) const
{
    if (m_rowHeight <= 0 || position.y() < m_top)
        return std::nullopt;
    const auto row = static_cast<qsizetype>((position.y() - m_top) / m_rowHeight);
    if (row >= m_data.bars.size())
        return std::nullopt;
    const ChartBar &bar = m_data.bars[row];
    const qreal margin = look().padding / 2.0;
    return Hit{.mark = QRectF(margin, m_top + static_cast<qreal>(row) * m_rowHeight,
                              chart()->size().width() - 2 * margin, m_rowHeight),
               .tip = bar.label + u"  "_s + bar.valueText() + (bar.note.isEmpty() ? QString() : u"  "_s + bar.note),
               .figure = bar.figure};
}

} // namespace huiyin
