// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/BulletinDocument.h"

namespace huiyin {

QString BulletinParagraph::text() const
{
    QString result;
    for (const BulletinSpan &span : spans)
        result += span.text;
    return result;
}

std::pair<QString, QString> sidesOf(const QString &imprintLine)
{
    const qsizetype tab = imprintLine.indexOf(u'\t');
    if (tab < 0)
        return {imprintLine, {}};
    return {imprintLine.first(tab).trimmed(), imprintLine.sliced(tab + 1).simplified()};
}

bool beginsPage(const QList<BulletinBlock> &blocks, qsizetype index)
{
    const auto isHeading = [&blocks](qsizetype i) { return std::holds_alternative<BulletinHeading>(blocks[i]); };
    if (index > 0 && isHeading(index - 1))
        return false; // it has begun the page
    for (qsizetype i = index; i < blocks.size(); ++i) {
        const auto *heading = std::get_if<BulletinHeading>(&blocks[i]);
        const auto *table = std::get_if<BulletinTable>(&blocks[i]);
        if ((heading && heading->onNewPage) || (table && table->onNewPage))
            return true;
        if (!heading)
            return false;
    }
    return false;
}

QString originOf(const BulletinBlock &block)
{
    return std::visit([](const auto &one) { return one.origin; }, block);
}

void setOrigin(BulletinBlock &block, const QString &origin)
{
    std::visit([&origin](auto &one) { one.origin = origin; }, block);
}

BulletinChart chartOf(BulletinChart::Kind kind, const QString &title, const Statistics &figures, PercentStyle style)
{
    BulletinChart chart{.kind = kind, .title = title};
    switch (kind) {
    case BulletinChart::Kind::Categories:
        chart.bars = categoryChart(figures, style);
        break;
    case BulletinChart::Kind::Departments:
        chart.bars = departmentChart(figures, style);
        break;
    case BulletinChart::Kind::RequestTypes:
        chart.bars = requestTypeChart(figures, style);
        break;
    case BulletinChart::Kind::Channels:
        chart.bars = channelChart(figures, style);
        break;
    case BulletinChart::Kind::Days:
        chart.line = dayChart(figures);
        break;
    case BulletinChart::Kind::Months:
        chart.bars = monthChart(figures, style);
        break;
    }
    if (!title.isEmpty())
        (chart.isLine() ? chart.line.title : chart.bars.title) = title;
    return chart;
}

QStringList BulletinTable::foldedHeader() const
{
    QStringList folded;
    for (int group = 0; group < columnGroups; ++group)
        folded += header;
    return folded;
}

QList<QList<BulletinSpan>> BulletinTable::foldedRows() const
{
    if (columnGroups < 2)
        return rows;
    const qsizetype body = rows.size() - (hasTotal ? 1 : 0);
    const qsizetype height = (body + columnGroups - 1) / columnGroups;
    QList<QList<BulletinSpan>> folded(height);
    for (qsizetype line = 0; line < height; ++line) {
        for (int group = 0; group < columnGroups; ++group) {
            const qsizetype row = group * height + line;
            folded[line] += row < body ? rows[row] : QList<BulletinSpan>(header.size());
        }
    }
    if (hasTotal) {
        QList<BulletinSpan> total = rows.last();
        total.resize(header.size() * columnGroups);
        folded.append(total);
    }
    return folded;
}

} // namespace huiyin
