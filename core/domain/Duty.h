// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Dispatch.h"
#include "domain/Ticket.h"

#include <QDateTime>
#include <QList>

#include <optional>

namespace huiyin {

// 黄灯 from one working day before the due time on, 红灯 when it is over.
enum class DueLight { None, Yellow, Red };

// The moments that part the lights at some time; worked out once from the calendar (Deadlines::moments).
struct DueMoments
{
    QDateTime now{};
    QDateTime tomorrow{};     // when the office's day ends
    QDateTime yellowBefore{}; // what is due before it has one working day left at most

    bool operator==(const DueMoments &) const = default;

    // Of something that is still open.
    [[nodiscard]] DueLight light(const std::optional<QDateTime> &dueAt) const;
};

// What an open ticket waits for somebody to do. A ticket may wait for several things at once.
enum class Duty {
    Dispatch,       // 待派单: no department has it
    Sign,           // 待签收
    ReturnAsked,    // 退单申请: a ruling
    ExtensionAsked, // 延期申请: a ruling
    Review,         // 待审核
    FollowUp,       // 待回访
    Suspended,      // 暂停计时: a department's time stands still
    DueToday,       // 今日到期, and not over yet
    Yellow,         // 黄灯, later than today
    Red,            // 红灯
};
constexpr int dutyCount = static_cast<int>(Duty::Red) + 1;

// What duties are told by: a ticket that is neither closed nor void nor a draft. Of its dispatches the texts are not
// needed.
struct OpenTicket
{
    TicketId id{0};
    QDateTime receivedAt{};
    Urgency urgency = Urgency::Normal;
    std::optional<QDateTime> dueAt{};
    QList<Dispatch> dispatches{};
};

// The due time that presses: of the department that has it, or of the ticket while none has. nullopt: nobody waits for
// an answer (it has come, or there is no due time).
std::optional<QDateTime> pressingDue(const OpenTicket &ticket);

bool isWaiting(const OpenTicket &ticket, Duty duty, const DueMoments &moments);

} // namespace huiyin
