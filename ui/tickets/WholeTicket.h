// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Attachment.h"
#include "domain/Call.h"
#include "domain/Dispatch.h"
#include "domain/Explanation.h"
#include "domain/FollowUp.h"
#include "domain/HistoryEvent.h"
#include "domain/Reminder.h"
#include "domain/Ticket.h"

#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace huiyin {

class CaseFile;

// One ticket with all that belongs to it, as the detail shows it.
struct WholeTicket
{
    Ticket ticket{};
    QList<Dispatch> dispatches{};
    QList<FollowUp> followUps{};
    QList<HistoryEvent> history{};
    QList<Call> calls{};
    QList<Explanation> explanations{};
    QList<Reminder> reminders{};
    QHash<qint64, QList<EarlierReply>> earlierReplies{}; // by dispatch
    QHash<qint64, QList<EarlierDue>> earlierDues{};      // by dispatch
    QList<Attachment> attachments{};                     // without their contents
    QString mergedInto{};                                // numbers
    QString repeatOf{};

    static std::optional<WholeTicket> read(CaseFile &file, TicketId id); // nullopt: there is no such ticket
};

} // namespace huiyin
