// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Reminder.h"

#include <QList>

namespace huiyin {

class Database;

// Reads and writes reminders, supervisions and cards. Never begins a transaction.
class ReminderRepository
{
public:
    explicit ReminderRepository(Database &database)
        : m_database(database)
    {
    }

    ReminderId insert(const Reminder &reminder) const;
    [[nodiscard]] QList<Reminder> ofTicket(TicketId ticket) const; // oldest first

private:
    Database &m_database;
};

} // namespace huiyin
