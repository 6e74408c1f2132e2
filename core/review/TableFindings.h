// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/Finding.h"
#include "review/TableRecords.h"

namespace huiyin {

// Where the checks of one table tell what they find.
class TableFindings
{
public:
    // `line`: of the heading, from 0.
    TableFindings(const ReviewText &text, const TableRecords &records, int line, QList<Passed> *passed)
        : m_text(text)
        , m_records(records)
        , m_line(line + 1)
        , m_passed(passed)
    {
    }

    [[nodiscard]] const TableRecords &records() const { return m_records; }
    [[nodiscard]] const QList<Finding> &findings() const { return m_findings; }

    // What holds of the whole table.
    void pass(const QString &what)
    {
        if (m_passed)
            m_passed->append({.line = m_line, .text = what});
    }
    void add(const Finding &finding) { m_findings.append(finding); }
    // Of one cell. What it returns stands until the next one.
    Finding &tell(const TableCell &cell, Finding::Kind kind, const QString &message, const QString &expected);

private:
    const ReviewText &m_text;
    const TableRecords &m_records;
    QList<Finding> m_findings;
    int m_line; // of the heading, from 1
    QList<Passed> *m_passed;
};

// 承办 = 办结 + 在办 in every row, and 合计 of the columns beside it. (TableBalance.cpp)
void checkTableBalance(TableFindings &table);

// 办结率 and 环比 of every row. (TableRates.cpp)
void checkTableRates(TableFindings &table);

// 合计 and 小计 of every column. (TableSums.cpp)
void checkTableSums(TableFindings &table);

// What the rows make of a column, without totals; nullopt when a cell is no number, or when there is none.
std::optional<qint64> rowSum(const TableRecords &table, qsizetype column, qsizetype from, qsizetype to);
std::optional<qint64> rowSum(const TableRecords &table, qsizetype column);

// Do they make a total, where the rows behind 其中 are parts of the row above too, as many of them as one can't tell?
enum class AddsUp { Yes, No, Unknown };
AddsUp addsUp(const TableRecords &table, qsizetype column, qsizetype from, qsizetype to, qint64 total);

} // namespace huiyin
