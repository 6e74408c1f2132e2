// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/TableRecords.h"

#include "domain/PersonalText.h"

#include <QRegularExpression>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

using Kind = TableColumn::Kind;

QString bareHeading(const QString &heading)
{
    static const QRegularExpression spaces(u"[\\s　]|[（(][^（()）]*[)）]|[%％]$"_s);
    return QString(heading).remove(spaces);
}

Kind kindOf(const QString &heading)
{
    static const QList<std::pair<QRegularExpression, Kind>> forms{
        {QRegularExpression(u"同比|环比|增长率|增幅|升幅|降幅"_s), Kind::Change},
        {QRegularExpression(u"序号|名次|排名|排序|得分|分值|平均|均|时长|时间"_s), Kind::Other},
        {QRegularExpression(u"^占比|比例|比重|百分比"_s), Kind::Share},
        {QRegularExpression(u"率"_s), Kind::Rate},
        {QRegularExpression(u"^其中|^(上|去年|前|同期)|^\\d{4}年度?$|^\\d{1,2}月份?$"_s), Kind::Count},
        {QRegularExpression(u"结转|遗留"_s), Kind::CarriedOver},
        {QRegularExpression(u"退单|退回|退件"_s), Kind::Returned},
        {QRegularExpression(u"满意|回访|评价|接通|签收"_s), Kind::Count},
        {QRegularExpression(u"(直接|当场|即时|在线|现场)(办结|答复|解答|回复|办理)|直办"_s), Kind::Direct},
        {QRegularExpression(u"应办|应结"_s), Kind::Due},
        {QRegularExpression(u"未按"_s), Kind::Count},
        {QRegularExpression(u"(按时|按期|及时|限时|期内)"_s), Kind::ClosedOnTime},
        {QRegularExpression(u"(超时|超期|逾期)(已?办结|办理|结案)"_s), Kind::ClosedLate},
        {QRegularExpression(u"(超时|超期|逾期)"_s), Kind::OverdueOpen},
        {QRegularExpression(u"未办|在办|办理中|待办|正在"_s), Kind::Open},
        {QRegularExpression(u"办结|结案"_s), Kind::Closed},
        {QRegularExpression(u"承办|交办|转办|转派|派发|派单|派遣|受理|总件数|件数|数量|总量|总数|收件|工单"_s),
         Kind::Received},
        {QRegularExpression(u"部门|单位|县|区|类别|类型|名称|渠道|来源|项目|乡镇|问题|月份|性质"_s), Kind::Name},
        {QRegularExpression(u"[数量件]$"_s), Kind::Count}};
    for (const auto &[form, kind] : forms) {
        if (heading.contains(form))
            return kind;
    }
    return Kind::Other;
}

TableCell cellOf(const ReviewRow &row, qsizetype i, const TableColumn &column)
{
    static const QRegularExpression number(u"^(\\d{1,10})(件次|件|个|宗|条)?$"_s);
    static const QRegularExpression percentage(u"^([+-]?)(\\d{1,4})(?:\\.(\\d{1,4}))?([%％]?)$"_s);
    TableCell cell{.line = row.line, .column = row.columns[i], .text = row.cells[i]};
    const QString plain = asPlain(row.cells[i]).remove(u' ').remove(u',');
    if (column.kind != Kind::Rate && column.kind != Kind::Share && column.kind != Kind::Change) {
        if (const auto match = number.match(plain); match.hasMatch())
            cell.count = match.captured(1).toLongLong();
    } else if (const auto rate = percentage.match(plain);
               rate.hasMatch() && (rate.capturedLength(4) > 0 || rate.capturedLength(3) > 0)) {
        const qint64 mantissa = QString(rate.captured(2) + rate.captured(3)).toLongLong();
        cell.percentage = Decimal{.mantissa = rate.captured(1) == u"-" ? -mantissa : mantissa,
                                  .decimals = static_cast<int>(rate.capturedLength(3))};
    }
    return cell;
}

TableRecord::Kind kindOf(const TableRecord &record)
{
    static const QRegularExpression total(u"^(合计|总计|总数|共计|总量|总合计)$"_s);
    static const QRegularExpression part(u"^其中"_s);
    static const QRegularExpression aside(u"平均|均值|同期|^上[月年期]|增减|同比|环比|占比|比例"_s);
    const QString bare = bareHeading(record.name);
    const bool isNumbered = std::ranges::any_of(
        record.cells, [](const TableCell &cell) { return cell.count.has_value() || cell.percentage.has_value(); });
    if (bare.contains(total))
        return TableRecord::Kind::Total;
    if (bare.endsWith(u"小计"_s))
        return TableRecord::Kind::Subtotal;
    if (!isNumbered)
        return TableRecord::Kind::Heading;
    if (bare.contains(part))
        return TableRecord::Kind::Part;
    return bare.contains(aside) ? TableRecord::Kind::Aside : TableRecord::Kind::Row;
}

// 全县 below its townships, 一季度 below its months: a total by another name.
void findWhole(QList<TableRecord> &records)
{
    static const QRegularExpression whole(u"^全([市县区省州旗盟]|系统|局)$"_s);
    static const QRegularExpression month(u"^\\d{1,2}月份?$"_s);
    static const QRegularExpression period(u"^(第?[一二三四]季度|[上下]半年|全年|年度)$"_s);
    if (records.size() < 3 || records.last().kind != TableRecord::Kind::Row)
        return;
    const QString last = bareHeading(records.last().name);
    const bool ofMonths =
        last.contains(period) && std::all_of(records.cbegin(), records.cend() - 1, [](const TableRecord &record) {
            return bareHeading(record.name).contains(month);
        });
    if (ofMonths)
        records.last().kind = TableRecord::Kind::Total;
    else if (last.contains(whole))
        records.last().kind = TableRecord::Kind::Whole;
}

} // namespace

std::optional<qint64> TableRecord::count(qsizetype column) const
{
    const bool isThere = column >= 0 && column < cells.size();
    return isThere ? cells[column].count : std::nullopt;
}

qsizetype TableRecords::column(TableColumn::Kind kind) const
{
    const auto found = std::ranges::find(columns, kind, &TableColumn::kind);
    return found == columns.cend() ? -1 : found - columns.cbegin();
}

namespace {

// The columns from one on, up to so many, and the groups of the same width behind them that repeat them.
TableRecords recordsOf(const ReviewTable &table, qsizetype from, qsizetype width, qsizetype groups)
{
    const ReviewRow &head = table.rows.first();
    TableRecords result;
    for (qsizetype i = from; i < from + width; ++i) {
        const QString heading = bareHeading(head.cells[i]);
        const Kind kind = kindOf(heading);
        // Of two columns that may be one thing the second isn't known to be it.
        const bool again = kind >= Kind::Received && kind < Kind::Count && result.column(kind) >= 0;
        result.columns.append({.kind = again ? Kind::Count : kind, .heading = heading});
    }
    const qsizetype name = result.column(Kind::Name);
    if (name < 0)
        return result;
    for (qsizetype group = 0; group < groups; ++group) {
        for (const ReviewRow &row : table.rows.sliced(1)) {
            const qsizetype start = from + group * width;
            TableRecord record;
            for (qsizetype i = 0; i < width && start + i < row.cells.size(); ++i)
                record.cells.append(cellOf(row, start + i, result.columns[i]));
            // 合计 may stand in the column of the numbers.
            for (qsizetype i = name; i >= 0 && record.name.isEmpty(); --i) {
                if (i < record.cells.size() && !record.cells[i].count)
                    record.name = record.cells[i].text;
            }
            record.kind = kindOf(record);
            if (!record.name.isEmpty())
                result.records.append(record);
        }
    }
    findWhole(result.records);
    return result;
}

} // namespace

QList<TableRecords> tableRecordsOf(const ReviewTable &table)
{
    const QStringList &head = table.rows.first().cells;
    const qsizetype again = head.indexOf(head.first(), 1);
    if (again > 0)
        return head.size() % again == 0 ? QList<TableRecords>{recordsOf(table, 0, again, head.size() / again)}
                                        : QList<TableRecords>{};
    // Another name behind columns that count begins another table.
    QList<TableRecords> result;
    qsizetype from = 0;
    bool counted = false;
    for (qsizetype i = 0; i < head.size(); ++i) {
        const Kind kind = kindOf(bareHeading(head[i]));
        if (kind == Kind::Name && counted) {
            result.append(recordsOf(table, from, i - from, 1));
            from = i;
            counted = false;
        }
        counted = counted || (kind >= Kind::Received && kind <= Kind::Count);
    }
    result.append(recordsOf(table, from, head.size() - from, 1));
    return result;
}

} // namespace huiyin
