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

// 承办 = 办结 + 在办 in every row, its rates and its changes. (TableRows.cpp)
void checkTableRows(TableFindings &table);

} // namespace huiyin
