// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/ForeignRows.h"

#include <algorithm>

namespace huiyin {

ForeignRows::ForeignRows(std::unique_ptr<RowSource> rows, const SheetProfile &profile, TableKind kind)
    : m_rows(std::move(rows))
    , m_table(*m_rows, profile, kind, findForeignHeadings(*m_rows, profile))
    , m_headingLine(m_rows->line())
{
}

bool ForeignRows::next()
{
    if (!m_toldHeading) {
        m_toldHeading = m_atHeading = true;
        m_table.takeHeading();
        return true;
    }
    m_atHeading = false;
    if (m_table.takeNext())
        return true;
    while (m_rows->next()) {
        if (m_table.takeRow())
            return true;
    }
    return false;
}

QStringView ForeignRows::field(int column) const
{
    return column < fieldCount() ? QStringView(m_table.fields()[column]) : QStringView();
}

bool ForeignRows::isBlank() const
{
    return std::ranges::all_of(m_table.fields(), [](const QString &text) { return text.isEmpty(); });
}

std::optional<RowFault> ForeignRows::fault() const
{
    return m_atHeading ? std::nullopt : m_rows->fault();
}

QString ForeignRows::fieldFault(int column) const
{
    return m_atHeading ? QString() : m_table.fieldFault(column);
}

} // namespace huiyin
