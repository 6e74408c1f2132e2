// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/TableTotals.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

using Row = TableRecord::Kind;

// 合计, 本月合计, 全县合计: of all rows, not of a group.
bool isOfAll(const QString &name)
{
    static const QRegularExpression ofAll(
        u"^(全[市县区省州旗盟]|全系统|全局|本[月期年季周]度?|\\d{1,2}月份?)?(总?合计|总计|总数|共计|总量)数?$"_s);
    return bareTableWord(name).contains(ofAll);
}

// Nothing but words: 县直部门, 待统计. 4.37万 is a number, though not one that can be added up.
bool isNumbered(const TableRecord &record, const QList<TableColumn> &columns)
{
    static const QRegularExpression digit(u"\\d"_s);
    for (qsizetype i = 0; i < record.cells.size(); ++i) {
        const TableColumn::Kind kind = columns[i].kind;
        if (kind != TableColumn::Kind::Name && kind != TableColumn::Kind::Other && record.cells[i].text.contains(digit))
            return true;
    }
    return false;
}

void findWhole(QList<TableRecord> &records)
{
    static const QRegularExpression whole(u"^全([市县区省州旗盟]|系统|局)$"_s);
    static const QRegularExpression month(u"^\\d{1,2}月份?$"_s);
    static const QRegularExpression period(u"^(第?[一二三四]季度|[上下]半年|全年|年度)$"_s);
    if (records.size() < 3)
        return;
    if (records.first().kind == Row::Row && bareTableWord(records.first().name).contains(whole))
        records.first().kind = Row::Whole;
    if (records.last().kind != Row::Row)
        return;
    const QString last = bareTableWord(records.last().name);
    const bool ofMonths =
        last.contains(period) && std::all_of(records.cbegin(), records.cend() - 1, [](const TableRecord &record) {
            return bareTableWord(record.name).contains(month);
        });
    if (ofMonths)
        records.last().kind = Row::Total;
    else if (last.contains(whole))
        records.last().kind = Row::Whole;
}

} // namespace

bool isTotalWord(const QString &name)
{
    static const QRegularExpression total(u"(合计|总计|共计|小计|累计)数?$|^(总数|总量)$"_s);
    return bareTableWord(name).contains(total);
}

QString bareTableWord(const QString &word)
{
    static const QRegularExpression signs(u"[\\s　]|[（(][^（()）]*[)）]|[%％]$"_s);
    return QString(word).remove(signs);
}

TableRecord::Kind kindOfRecord(const TableRecord &record, const QList<TableColumn> &columns)
{
    static const QRegularExpression part(u"^其中"_s);
    static const QRegularExpression aside(u"平均|均值|同期|^上[月年期]|增减|同比|环比|占比|比例|累计数?$"_s);
    static const QRegularExpression rate(u"率$"_s);
    const QString bare = bareTableWord(record.name);
    const bool isAside = bare.contains(aside);
    if (!isAside && isTotalWord(bare))
        return bare.endsWith(u"小计"_s) ? Row::Subtotal : Row::Total;
    if (!isNumbered(record, columns))
        return Row::Heading;
    if (bare.contains(part))
        return Row::Part;
    const bool isCounted =
        std::ranges::any_of(record.cells, [](const TableCell &cell) { return cell.count.has_value(); });
    return isAside || (!isCounted && bare.contains(rate)) ? Row::Aside : Row::Row;
}

void findTotals(QList<TableRecord> &records)
{
    QList<qsizetype> totals;
    for (qsizetype i = 0; i < records.size(); ++i) {
        if (records[i].kind == Row::Total)
            totals.append(i);
    }
    const auto hasRows = [&records](qsizetype from, qsizetype to) {
        return std::any_of(records.cbegin() + from, records.cbegin() + to,
                           [](const TableRecord &record) { return record.kind == Row::Row; });
    };
    for (qsizetype i = 0; i + 1 < totals.size(); ++i)
        records[totals[i]].kind = Row::Subtotal;
    if (!totals.isEmpty() && !isOfAll(records[totals.last()].name)) {
        // 乡镇合计: of its group, if it isn't the only one or stands behind other totals.
        const bool isBehindRows = totals.size() > 1 && hasRows(totals[totals.size() - 2] + 1, totals.last());
        if (isBehindRows || hasRows(totals.last() + 1, records.size()))
            records[totals.last()].kind = Row::Subtotal;
    }
    findWhole(records);
}

} // namespace huiyin
