// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/BulletinBook.h"

#include "bulletin/PrintedCell.h"
#include "domain/Period.h"
#include "spreadsheet/WorkbookWriter.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

std::optional<SheetNumber> sheetNumber(const QString &text)
{
    const auto printed = printedNumber(text);
    if (!printed)
        return std::nullopt;
    return SheetNumber{.value = printed->value,
                       .decimals = printed->decimals,
                       .isPercentage = printed->isPercentage,
                       .isSigned = printed->isSigned};
}

void addTable(WorkbookWriter &book, const BulletinTable &table, const QString &name, const QString &footer)
{
    qsizetype count = table.header.size();
    for (const auto &row : table.rows)
        count = std::max(count, row.size());
    SheetLayout layout{.name = name, .frozenColumns = 1, .longText = SheetLayout::LongText::Cut, .footerLeft = footer};
    for (qsizetype i = 0; i < count; ++i)
        layout.columns.append({.heading = table.header.value(i)});
    SheetWriter &sheet = book.addSheet(layout);
    for (qsizetype r = 0; r < table.rows.size(); ++r) {
        if (table.hasTotal && r + 1 == table.rows.size())
            sheet.startTotal();
        for (const BulletinSpan &cell : table.rows[r]) {
            if (const auto number = sheetNumber(cell.text))
                sheet.number(*number);
            else
                sheet.text(cell.text);
        }
        sheet.endRow();
    }
}

// What a bar's two numbers are called; without a total the value alone is drawn.
struct BarNames
{
    QString label;
    QString total;
    QString value;
    QString note;
};

BarNames barNames(BulletinChart::Kind kind)
{
    switch (kind) {
    case BulletinChart::Kind::Categories:
        return {u"诉求类别"_s, {}, u"件数"_s, u"占比"_s};
    case BulletinChart::Kind::RequestTypes:
        return {u"诉求类型"_s, {}, u"件数"_s, u"占比"_s};
    case BulletinChart::Kind::Departments:
        return {u"承办单位"_s, u"转办"_s, u"办结"_s, u"办结率"_s};
    case BulletinChart::Kind::Months:
        return {u"月份"_s, u"受理"_s, u"办结"_s, u"办结率"_s};
    case BulletinChart::Kind::Channels:
    case BulletinChart::Kind::Days:
        break;
    }
    return {u"来源渠道"_s, u"受理"_s, u"办结"_s, u"办结率"_s};
}

SheetChart barsOf(const BulletinChart &block)
{
    const BarNames names = barNames(block.kind);
    const ChartData &data = block.bars;
    SheetChart chart{.title = data.title, .subtitle = data.subtitle, .heading = names.label};
    const bool hasTotal = std::ranges::any_of(data.bars, [](const ChartBar &bar) { return bar.total.has_value(); });
    const bool hasNote = std::ranges::any_of(data.bars, [](const ChartBar &bar) { return !bar.note.isEmpty(); });
    SheetChart::Series totals{.name = names.total};
    SheetChart::Series values{.name = names.value};
    for (const ChartBar &bar : data.bars) {
        chart.labels.append(bar.level > 0 ? QString(u'　' + bar.label) : bar.label);
        totals.values.append(bar.total.value_or(bar.value));
        values.values.append(bar.value);
        if (hasNote)
            chart.notes.append(sheetNumber(bar.note));
    }
    if (hasTotal)
        chart.series.append(totals);
    chart.series.append(values);
    chart.noteHeading = names.note;
    return chart;
}

SheetChart lineOf(const LineData &data)
{
    SheetChart chart{.kind = SheetChart::Kind::Line,
                     .title = data.title,
                     .subtitle = data.subtitle,
                     .heading = u"日期"_s,
                     .days = data.days};
    chart.series.append({.name = data.name.isEmpty() ? u"件数"_s : data.name, .values = data.values});
    if (data.reference)
        chart.series.append({.name = data.referenceName, .values = *data.reference});
    return chart;
}

} // namespace

void writeBulletinBook(const QString &path, bool overwrite, const BulletinDocument &document)
{
    const QString title = QString(document.masthead + document.issueLine + u' ' + document.title).trimmed();
    WorkbookWriter book(
        path, overwrite,
        {.title = title, .company = document.office, .created = QDateTime(document.date, QTime(0, 0), Qt::UTC)});
    book.addNotes(u"说明"_s, {{u"简报"_s, document.masthead},
                              {u"期号"_s, document.issueLine},
                              {u"标题"_s, document.title},
                              {u"编印单位"_s, document.office},
                              {u"印发日期"_s, document.date.isValid() ? chineseDate(document.date) : QString()}});
    QList<SheetChart> charts;
    int number = 0;
    for (const BulletinBlock &block : document.blocks) {
        if (const auto *table = std::get_if<BulletinTable>(&block)) {
            const QString name = table->title.isEmpty() ? u"表%1"_s.arg(++number) : table->title;
            addTable(book, *table, name, QString(document.masthead + document.issueLine));
        } else if (const auto *chart = std::get_if<BulletinChart>(&block)) {
            charts.append(chart->isLine() ? lineOf(chart->line) : barsOf(*chart));
        }
    }
    if (!charts.isEmpty())
        book.addCharts(u"图表"_s, charts);
    book.commit();
}

} // namespace huiyin
