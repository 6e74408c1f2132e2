// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/ReminderRepository.h"

#include "storage/Database.h"

using namespace Qt::StringLiterals;

namespace huiyin {

ReminderId ReminderRepository::insert(const Reminder &reminder) const
{
    return ReminderId(m_database.insert(u"INSERT INTO reminder(dispatch, level, at, by, text) VALUES(?, ?, ?, ?, ?)"_s,
                                        reminder.dispatch, reminder.level, reminder.at, reminder.by, reminder.text));
}

QList<Reminder> ReminderRepository::ofTicket(TicketId ticket) const
{
    return m_database.all(
        u"SELECT r.id, r.dispatch, r.level, r.at, r.by, r.text FROM dispatch d "
        "JOIN reminder r ON r.dispatch = d.id WHERE d.ticket = ? ORDER BY r.at, r.id"_s,
        [](const Row &row) {
            return Reminder{.id = row.get<ReminderId>(0),
                            .dispatch = row.get<DispatchId>(1),
                            .level = row.get<ReminderLevel>(2),
                            .at = row.get<QDateTime>(3),
                            .by = row.get<QString>(4),
                            .text = row.get<QString>(5)};
        },
        ticket);
}

} // namespace huiyin
