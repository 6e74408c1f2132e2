// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/TableFindings.h"

#include <algorithm>

namespace huiyin {

Finding &TableFindings::tell(const TableCell &cell, Finding::Kind kind, const QString &message, const QString &expected)
{
    const QString &line = m_text.lines[cell.line];
    const qsizetype start = std::max<qsizetype>(line.indexOf(cell.text, std::max(cell.column, 0)), 0);
    m_findings.append({.line = cell.line + 1,
                       .column = static_cast<int>(start) + 1,
                       .length = static_cast<int>(cell.text.size()),
                       .kind = kind,
                       .text = cell.text,
                       .expected = expected,
                       .message = message});
    return m_findings.last();
}

} // namespace huiyin
