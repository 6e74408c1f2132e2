// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace huiyin {

// A spreadsheet runs a cell that starts with = + - @, TAB or CR. In our tables such a cell starts with a ' more than its
// text, which the import takes off again; a text that has such quotes of its own comes back as it was.

namespace detail {

// The quotes at the start of a cell that would run without them; -1 when it would not.
inline qsizetype quotesBeforeFormula(QStringView cell)
{
    qsizetype quotes = 0;
    while (quotes < cell.size() && cell[quotes] == u'\'')
        ++quotes;
    return quotes < cell.size() && QStringView(u"=+-@\t\r").contains(cell[quotes]) ? quotes : -1;
}

} // namespace detail

[[nodiscard]] inline bool needsGuard(QStringView text)
{
    return detail::quotesBeforeFormula(text) >= 0;
}

[[nodiscard]] inline QStringView withoutGuard(QStringView cell)
{
    return detail::quotesBeforeFormula(cell) > 0 ? cell.sliced(1) : cell;
}

// A field of a CSV row: in quotes, and harmless to a spreadsheet.
[[nodiscard]] inline QString csvCell(QStringView text)
{
    QString cell = text.toString();
    cell.replace(u'"', QStringLiteral("\"\""));
    return (needsGuard(text) ? QStringLiteral("\"'") : QStringLiteral("\"")) + cell + u'"';
}

} // namespace huiyin
