// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/TableRecords.h"

#include "domain/PersonalText.h"
#include "review/TableTotals.h"

#include <QRegularExpression>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

using Kind = TableColumn::Kind;

// nullopt: a heading that says nothing of the trade.
std::optional<Kind> kindOf(const QString &heading)
{
    static const QList<std::pair<QRegularExpression, Kind>> forms{
        {QRegularExpression(u"同比|环比|增长率|增幅|升幅|降幅"_s), Kind::Change},
        {QRegularExpression(u"序号|名次|排名|排序|位次|得分|分值|分数|均|每[万千百十]|万人|时长|时间|时限|天数"_s),
         Kind::Other},
        {QRegularExpression(u"占比|比例|比重|百分比"_s), Kind::Share},
        {QRegularExpression(u"率"_s), Kind::Rate},
        {QRegularExpression(u"^(合计|总计|小计|共计)$"_s), Kind::Across},
        {QRegularExpression(u"^其中|^(上|去年|前|同期)|^\\d{4}年度?$|^\\d{1,2}月份?$"_s), Kind::Count},
        {QRegularExpression(u"结转|遗留"_s), Kind::CarriedOver},
        {QRegularExpression(u"退单|退回|退件"_s), Kind::Returned},
        {QRegularExpression(u"满意|回访|评价|接通|签收"_s), Kind::Count},
        {QRegularExpression(u"(直接|当场|即时|在线|现场)(办结|答复|解答|回复|办理)|直办"_s), Kind::Direct},
        {QRegularExpression(u"应办|应结"_s), Kind::Due},
        {QRegularExpression(u"未按"_s), Kind::Count},
        {QRegularExpression(u"(按时|按期|及时|限时|期内)"_s), Kind::ClosedOnTime},
        {QRegularExpression(u"(超时|超期|逾期)(已?办结|办理|结案)|(办结|结案)(超时|超期|逾期)"_s), Kind::ClosedLate},
        {QRegularExpression(u"(超时|超期|逾期)"_s), Kind::OverdueOpen},
        {QRegularExpression(u"未办|在办|办理中|待办|正在"_s), Kind::Open},
        {QRegularExpression(u"办结|结案"_s), Kind::Closed},
        {QRegularExpression(u"承办|交办|转办|转派|派发|派单|派遣|受理|总件数|件数|数量|总量|总数|收件|工单"_s),
         Kind::Received},
        {QRegularExpression(u"[数量]$"_s), Kind::Count},
        {QRegularExpression(u"部门|单位|县|区|类别|类型|名称|渠道|来源|项目|乡镇|问题|月份|性质"_s), Kind::Name},
        {QRegularExpression(u"件$"_s), Kind::Count}};
    for (const auto &[form, kind] : forms) {
        if (heading.contains(form))
            return kind;
    }
    return std::nullopt;
}

bool isPercentage(Kind kind)
{
    return kind == Kind::Rate || kind == Kind::Share || kind == Kind::Change;
}

// With both a count and a percentage, where it may be either. `inPercent`: its heading has the sign.
TableCell cellOf(const ReviewRow &row, qsizetype i, bool inPercent)
{
    static const QRegularExpression number(u"^(\\d{1,10})(件次|件|个|宗|条)?$"_s);
    static const QRegularExpression percentage(u"^([+\\-−↑↓]?)(\\d{1,4})(?:\\.(\\d{1,4}))?([%％]?)$"_s);
    static const QRegularExpression none(u"^[-—–/／]*$|^无$"_s);
    static const QRegularExpression thousands(u"(?<=\\d)[,，](?=\\d{3})"_s);
    TableCell cell{.line = row.line, .column = row.columns[i], .text = row.cells[i]};
    const QString plain = asPlain(row.cells[i]).remove(u' ').remove(thousands);
    if (const auto match = number.match(plain); match.hasMatch())
        cell.count = match.captured(1).toLongLong();
    if (const auto rate = percentage.match(plain);
        rate.hasMatch() && (inPercent || rate.capturedLength(4) > 0 || rate.capturedLength(3) > 0)) {
        const qint64 mantissa = QString(rate.captured(2) + rate.captured(3)).toLongLong();
        const bool less = rate.capturedLength(1) > 0 && QStringView(u"-−↓").contains(rate.capturedView(1));
        cell.percentage =
            Decimal{.mantissa = less ? -mantissa : mantissa, .decimals = static_cast<int>(rate.capturedLength(3))};
    }
    cell.isNone = plain.contains(none);
    return cell;
}

// A table's headings and cells, before it is known what they count.
class TableReader
{
public:
    explicit TableReader(const ReviewTable &table)
        : m_mayLackCells(table.mayLackCells)
    {
        static const QRegularExpression inPercent(u"[%％]"_s);
        const ReviewRow &head = table.rows.first();
        QList<bool> percent;
        for (const QString &heading : head.cells) {
            m_headings.append(bareTableWord(heading));
            percent.append(heading.contains(inPercent));
        }
        for (const ReviewRow &row : table.rows.sliced(1)) {
            if (row.cells == head.cells) // once more on the next page
                continue;
            QList<TableCell> cells;
            for (qsizetype i = 0; i < row.cells.size(); ++i)
                cells.append(cellOf(row, i, percent.value(i)));
            m_rows.append(cells);
            m_lines.append(row.line);
        }
    }

    [[nodiscard]] QList<TableRecords> records() const
    {
        const qsizetype width = m_headings.indexOf(m_headings.first(), 1);
        const qsizetype groups = width > 0 && m_headings.size() % width == 0 ? m_headings.size() / width : 1;
        if (groups > 1 && areFolded(width, groups))
            return foldedRecords(width, groups);
        // Another name behind columns that count begins another table.
        QList<TableRecords> result;
        qsizetype from = 0;
        bool counted = false;
        for (qsizetype i = 0; i < m_headings.size(); ++i) {
            const auto kind = kindOf(m_headings[i]);
            if (kind == Kind::Name && counted && !of(i, m_headings.size(), 1).isCounts()) {
                result.append(recordsOf(from, i - from, 1));
                from = i;
                counted = false;
            }
            counted = counted || (kind && TableColumn{.kind = *kind}.isCounted());
        }
        result.append(recordsOf(from, m_headings.size() - from, 1));
        return result;
    }

private:
    // What stands in a column.
    struct Content
    {
        bool words = false;
        bool counts = false;
        bool percentages = false;

        [[nodiscard]] bool isWords() const { return words && !counts && !percentages; }
        [[nodiscard]] bool isCounts() const { return counts && !words; }
    };

    [[nodiscard]] Content of(qsizetype column, qsizetype width, qsizetype groups) const
    {
        Content content;
        for (const QList<TableCell> &row : m_rows) {
            for (qsizetype i = column, group = 0; group < groups && i < row.size(); i += width, ++group) {
                const TableCell &cell = row[i];
                content.counts = content.counts || cell.count;
                content.percentages = content.percentages || (cell.percentage && !cell.count);
                content.words = content.words || (!cell.count && !cell.percentage && !cell.isNone);
            }
        }
        return content;
    }

    [[nodiscard]] bool areFolded(qsizetype width, qsizetype groups) const
    {
        for (qsizetype group = 1; group < groups; ++group) {
            if (m_headings.sliced(group * width, width) != m_headings.first(width))
                return false;
        }
        return true;
    }

    // Groups that each have a total of their own are tables beside each other.
    [[nodiscard]] QList<TableRecords> foldedRecords(qsizetype width, qsizetype groups) const
    {
        QList<TableRecords> beside;
        qsizetype withTotal = 0;
        for (qsizetype group = 0; group < groups; ++group) {
            beside.append(recordsOf(group * width, width, 1));
            withTotal += std::ranges::count(beside.last().records, TableRecord::Kind::Total, &TableRecord::kind) > 0;
        }
        return withTotal > 1 ? beside : QList<TableRecords>{recordsOf(0, width, groups)};
    }

    // The columns from one on, up to so many, by their headings; a heading that isn't known by what stands below it.
    [[nodiscard]] QList<TableColumn> columnsOf(qsizetype from, qsizetype width, qsizetype groups) const
    {
        TableRecords result;
        for (qsizetype i = from; i < from + width; ++i) {
            const Content content = of(i, width, groups);
            Kind kind =
                kindOf(m_headings[i]).value_or(content.isCounts() && !content.percentages ? Kind::Count : Kind::Other);
            const bool isCounted = TableColumn{.kind = kind}.isCounted();
            if (isCounted && content.isWords()) // 承办单位
                kind = Kind::Other;
            else if (kind == Kind::Name && result.has(Kind::Name) && content.isCounts())
                kind = Kind::Count;
            else if (isCounted && kind != Kind::Count && result.has(kind))
                kind = Kind::Count; // of two columns that may be one thing the second isn't known to be it
            result.columns.append({.kind = kind, .heading = m_headings[i]});
        }
        if (result.has(Kind::Name))
            return result.columns;
        for (qsizetype i = 0; i < width && !result.columns[i].isCounted(); ++i) {
            if (of(from + i, width, groups).isWords()) { // 镇街, 科室, 事项
                result.columns[i].kind = Kind::Name;
                break;
            }
        }
        return result.columns;
    }

    [[nodiscard]] TableRecord recordOf(qsizetype row, qsizetype start, const QList<TableColumn> &columns) const
    {
        TableRecord record;
        for (qsizetype i = 0; i < columns.size(); ++i) {
            if (start + i >= m_rows[row].size()) {
                record.cells.append({.line = m_lines[row], .isNone = !m_mayLackCells});
                continue;
            }
            TableCell cell = m_rows[row][start + i];
            if (columns[i].kind == Kind::Name || isPercentage(columns[i].kind))
                cell.count.reset();
            if (!isPercentage(columns[i].kind))
                cell.percentage.reset();
            record.cells.append(cell);
        }
        return record;
    }

    [[nodiscard]] TableRecords recordsOf(qsizetype from, qsizetype width, qsizetype groups) const
    {
        TableRecords result{.columns = columnsOf(from, width, groups)};
        const qsizetype name = result.column(Kind::Name);
        if (name < 0)
            return result;
        for (qsizetype group = 0; group < groups; ++group) {
            for (qsizetype row = 0; row < m_rows.size(); ++row) {
                TableRecord record = recordOf(row, from + group * width, result.columns);
                // 合计 may stand in the column of the numbers.
                for (qsizetype i = 0; i <= name; ++i) {
                    const TableCell &cell = record.cells[i];
                    if (!cell.text.isEmpty() && !cell.count && !isTotalWord(record.name))
                        record.name = cell.text;
                }
                record.kind = kindOfRecord(record, result.columns);
                if (!record.name.isEmpty())
                    result.records.append(record);
            }
        }
        findTotals(result.records);
        return result;
    }

    QStringList m_headings;
    QList<QList<TableCell>> m_rows;
    QList<int> m_lines;
    bool m_mayLackCells;
};

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

QList<TableRecords> tableRecordsOf(const ReviewTable &table)
{
    return TableReader(table).records();
}

} // namespace huiyin
