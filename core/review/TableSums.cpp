// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/TableFindings.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>
#include <optional>

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Review)
};

using Row = TableRecord::Kind;

class ColumnSums
{
public:
    ColumnSums(TableFindings &table, qsizetype column)
        : m_table(table)
        , m_records(table.records())
        , m_column(column)
    {
    }

    void check()
    {
        const QList<TableRecord> &records = m_records.records;
        // A group's sum stands above its rows where none stands above the first one.
        const auto first = std::ranges::find_if(
            records, [](const TableRecord &record) { return record.kind == Row::Row || record.kind == Row::Subtotal; });
        const bool isAbove = first != records.cend() && first->kind == Row::Subtotal;
        qsizetype group = 0;   // where it begins: behind the last subtotal
        qsizetype heading = 0; // or behind the last heading
        for (qsizetype i = 0; i < records.size(); ++i) {
            const Row kind = records[i].kind;
            if (kind == Row::Heading)
                heading = i + 1;
            if (kind == Row::Subtotal)
                isAbove ? checkAbove(i) : checkBelow(i, group, std::max(group, heading));
            else if (kind == Row::Total || kind == Row::Whole)
                checkTotal(i, group);
            if (kind == Row::Subtotal)
                group = i + 1;
        }
    }

private:
    [[nodiscard]] std::optional<qint64> count(qsizetype row) const { return m_records.records[row].count(m_column); }

    [[nodiscard]] bool hasParts(qsizetype from, qsizetype to) const
    {
        return std::any_of(m_records.records.cbegin() + from, m_records.records.cbegin() + to,
                           [](const TableRecord &record) { return record.kind == Row::Part; });
    }

    [[nodiscard]] AddsUp fits(qsizetype row, qsizetype from, qsizetype to) const
    {
        return addsUp(m_records, m_column, from, to, *count(row));
    }

    void checkBelow(qsizetype row, qsizetype from, qsizetype heading)
    {
        const auto sum = rowSum(m_records, m_column, heading, row);
        if (!count(row) || !sum || fits(row, heading, row) != AddsUp::No || fits(row, from, row) != AddsUp::No)
            return;
        // Rows that are in no group may stand before it: 市本级, and 县区小计 of those below.
        qint64 some = 0;
        for (qsizetype i = row - 1; i >= from; --i) {
            some += m_records.records[i].kind == Row::Row ? count(i).value_or(0) : 0;
            if (some == *count(row))
                return;
        }
        tell(row, *sum).doubtful = hasParts(from, row);
    }

    void checkAbove(qsizetype row)
    {
        const QList<TableRecord> &records = m_records.records;
        qsizetype to = row + 1;
        while (to < records.size() && records[to].kind != Row::Subtotal && records[to].kind != Row::Total
               && records[to].kind != Row::Whole)
            ++to;
        const auto sum = rowSum(m_records, m_column, row + 1, to);
        if (!count(row) || !sum || fits(row, row + 1, to) != AddsUp::No)
            return;
        // Behind the last group there may be rows that are in none.
        const bool isLast = to == records.size() || records[to].kind != Row::Subtotal;
        qint64 some = 0;
        for (qsizetype i = row + 1; isLast && i < to; ++i) {
            some += records[i].kind == Row::Row ? count(i).value_or(0) : 0;
            if (some == *count(row))
                return;
        }
        tell(row, *sum).doubtful = isLast || hasParts(row, to);
    }

    // 合计 may be of its own group too, where there are others.
    void checkTotal(qsizetype row, qsizetype group)
    {
        const qsizetype all = m_records.records.size();
        const auto sum = rowSum(m_records, m_column);
        if (!sum || !count(row))
            return;
        const AddsUp whole = fits(row, 0, all);
        if (whole == AddsUp::Yes || (group > 0 && rowSum(m_records, m_column, group, row) == count(row)))
            m_table.pass(Text::tr("The rows of the table add up to %1").arg(*count(row)));
        else if (whole == AddsUp::No)
            tell(row, *sum).doubtful = hasParts(0, all) || m_records.records[row].kind == Row::Whole;
    }

    Finding &tell(qsizetype row, qint64 sum)
    {
        const TableCell &cell = m_records.records[row].cells[m_column];
        return m_table.tell(cell, Finding::Kind::Sum,
                            Text::tr("The rows add up to %1, not to %2.").arg(sum).arg(cell.text),
                            QString::number(sum));
    }

    TableFindings &m_table;
    const TableRecords &m_records;
    qsizetype m_column;
};

} // namespace

std::optional<qint64> rowSum(const TableRecords &table, qsizetype column, qsizetype from, qsizetype to)
{
    qint64 sum = 0;
    bool isAny = false;
    for (qsizetype i = from; i < to; ++i) {
        const TableRecord &record = table.records[i];
        if (record.kind != Row::Row)
            continue;
        const auto count = record.count(column);
        if (!count && !record.cells[column].isNone)
            return std::nullopt;
        isAny = isAny || count;
        sum += count.value_or(0);
    }
    return isAny ? std::optional(sum) : std::nullopt;
}

std::optional<qint64> rowSum(const TableRecords &table, qsizetype column)
{
    return rowSum(table, column, 0, table.records.size());
}

AddsUp addsUp(const TableRecords &table, qsizetype column, qsizetype from, qsizetype to, qint64 total)
{
    constexpr qsizetype most = 256; // sums that are told apart; more rows behind 其中 than a bulletin has
    QList<qint64> sums{0};          // ascending, each once
    QList<qint64> within;           // readings in which the last row was a part
    qint64 all = 0;
    qint64 sure = 0; // of the rows before the first part
    bool isSure = true;
    bool isTold = true;
    const auto unite = [](const QList<qint64> &a, const QList<qint64> &b) -> QList<qint64> {
        QList<qint64> both;
        std::ranges::set_union(a, b, std::back_inserter(both));
        return both;
    };
    for (qsizetype i = from; i < to; ++i) {
        const TableRecord &record = table.records[i];
        const qint64 count = record.count(column).value_or(0);
        if (record.kind == Row::Part) {
            isSure = false;
            within = unite(within, sums);
            sums.clear();
        } else if (record.kind == Row::Row) {
            all += count;
            sure += isSure ? count : 0;
            sums = unite(sums, within);
            for (qint64 &sum : sums)
                sum += count;
            sums.removeIf([total](qint64 sum) { return sum > total; });
        }
        isTold = isTold && sums.size() + within.size() <= most;
        if (!isTold) {
            sums.clear();
            within.clear();
        }
    }
    if (isTold)
        return sums.contains(total) || within.contains(total) ? AddsUp::Yes : AddsUp::No;
    return total >= sure && total <= all ? AddsUp::Unknown : AddsUp::No;
}

void checkTableSums(TableFindings &table)
{
    for (qsizetype column = 0; column < table.records().columns.size(); ++column) {
        if (table.records().columns[column].isCounted())
            ColumnSums(table, column).check();
    }
}

} // namespace huiyin
