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

std::optional<QDateTime> ClockRepository::firstEvent() const
{
    return m_database.value<QDateTime>(u"SELECT at FROM history ORDER BY sequence LIMIT 1"_s);
}

} // namespace huiyin
