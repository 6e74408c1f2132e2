// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/ClockRepository.h"

#include "storage/Database.h"

using namespace Qt::StringLiterals;

namespace huiyin {

std::optional<QDateTime> ClockRepository::newest() const
{
    return m_database.value<QDateTime>(u"SELECT newest FROM clock WHERE id = 1"_s);
}

void ClockRepository::setNewest(const QDateTime &at) const
{
    m_database.exec(u"UPDATE clock SET newest = ? WHERE id = 1"_s, at);
}

std::optional<TimedRecord> ClockRepository::recordAt(const QDateTime &at) const
{
    // Behind it stand only those of a clock that was not believed.
    const auto toRecord = [](const Row &row) {
        return TimedRecord{.user = row.get<QString>(0), .ticket = row.get<QString>(1)};
    };
    constexpr int last = 2000;
    if (const auto event = m_database.first(
            u"SELECT h.user, coalesce(t.number, '') "
            "FROM (SELECT sequence, at, user, object, object_id FROM history ORDER BY sequence DESC LIMIT ?) h "
            "LEFT JOIN ticket t ON h.object = 'ticket' AND t.id = h.object_id "
            "WHERE h.at = ? ORDER BY t.id IS NULL, h.sequence DESC LIMIT 1"_s,
            toRecord, last, at))
        return event;
    return m_database.first(
        u"SELECT a.user, coalesce(t.number, '') "
        "FROM (SELECT sequence, at, user, ticket FROM access_record ORDER BY sequence DESC LIMIT ?) a "
        "LEFT JOIN ticket t ON t.id = a.ticket WHERE a.at = ? ORDER BY a.sequence DESC LIMIT 1"_s,
        toRecord, last, at);
}

std::optional<QDateTime> ClockRepository::firstEvent() const
{
    return m_database.value<QDateTime>(u"SELECT at FROM history ORDER BY sequence LIMIT 1"_s);
}

} // namespace huiyin
