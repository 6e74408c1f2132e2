// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/Row.h"
#include "storage/TicketFilter.h"

#include <QStringList>
#include <QVariantList>

namespace huiyin {

// A condition as SQL text with its values. The text is put together of fixed parts only.
class Conditions
{
public:
    template <class T>
    void add(const QString &condition, const T &value)
    {
        m_conditions.append(condition);
        m_values.append(toSql(value));
    }
    void add(const QString &condition) { m_conditions.append(condition); }

    [[nodiscard]] bool isEmpty() const { return m_conditions.isEmpty(); }
    // " WHERE … AND …", "" without any.
    [[nodiscard]] QString where() const;
    [[nodiscard]] const QVariantList &values() const { return m_values; }

private:
    QStringList m_conditions;
    QVariantList m_values;
};

// A subquery: an entry of a tree (category, area), the one value that it takes, and all below it.
QString entriesBelow(const QString &table);

// What a filter asks of `ticket t`, but for its text, which TicketSearch looks for, and the duty, which has been looked
// up before (TicketRepository).
Conditions conditionsOf(const TicketFilter &filter);

// " ORDER BY …" of `ticket t` and, for the title, `ticket_text x`.
QString orderText(TicketOrder order);

} // namespace huiyin
