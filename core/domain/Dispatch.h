// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Code.h"
#include "domain/Id.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace huiyin {

enum class DispatchRole { Lead, CoHandler };
enum class ClaimedResult { Solved, Explained, Refused };
// 待签收, 办理中, 退单申请, 延期申请, 待审核, 已完成, 已退单
enum class DispatchState { Sent, InHand, ReturnAsked, ExtensionAsked, Replied, Done, Returned };

// 承办: one ticket given to one department. A redo 重办 is a new one with the next round, never a change of the old.
struct Dispatch
{
    std::optional<DispatchId> id{};
    TicketId ticket{0};
    DepartmentId department{0};
    int round = 1;
    DispatchRole role = DispatchRole::Lead;
    QDateTime dispatchedAt{};
    QString dispatchedBy{};
    std::optional<QDateTime> dueAt{};         // the one now in force
    std::optional<QDateTime> originalDueAt{}; // before extensions
    QString dueRule{};
    QString instruction{};                     // 交办意见: what the office asks of the department
    std::optional<QDateTime> signedAt{};       // 签收
    std::optional<QDateTime> firstContactAt{}; // 先行联系
    std::optional<QDateTime> returnAskedAt{};  // 退单申请
    QString returnGround{};
    std::optional<QDateTime> returnRefusedAt{};
    std::optional<QDateTime> returnedAt{};       // when the return was granted
    std::optional<QDateTime> extensionAskedAt{}; // 延期申请
    std::optional<QDateTime> extensionDueAt{};   // the due time that was asked for
    QString extensionReason{};
    std::optional<QDateTime> extensionRefusedAt{};
    std::optional<QDateTime> extendedAt{};      // when the extension was granted
    std::optional<QDateTime> firstExtendedAt{}; // the first, when another has been granted since
    std::optional<QDateTime> suspendedAt{};     // 暂停计时: when the time began to stand still last
    std::optional<QDateTime> suspendedUntil{};  // when it runs again: as planned, or since it was let run
    std::optional<QDateTime> suspendedDueAt{};  // the due time as it would be without that
    int suspendedDays = 0;                      // working days of the suspensions before the last
    QString suspensionGround{};
    QString ruling{};                          // why a return or an extension was refused last
    std::optional<QDateTime> firstRepliedAt{}; // when another has taken the place of the first reply
    std::optional<QDateTime> repliedAt{};      // the last reply 反馈
    QString reply{};
    std::optional<ClaimedResult> claimedResult{};
    std::optional<QDateTime> reviewedAt{}; // the last review 审核
    QString review{};                      // why the reply was sent back
    std::optional<QDateTime> closedAt{};
    QString subUnit{}; // the unit below the department that did the work

    bool operator==(const Dispatch &) const = default;
};

// A reply that the review sent back, and that another has replaced since.
struct EarlierReply
{
    QDateTime repliedAt{};
    QString reply{};
    std::optional<ClaimedResult> claimedResult{};
    std::optional<QDateTime> reviewedAt{};
    QString review{}; // why it was sent back

    bool operator==(const EarlierReply &) const = default;
};

// A due time that a dispatch had once, and when another took its place.
struct EarlierDue
{
    QDateTime until{};
    QDateTime dueAt{};

    bool operator==(const EarlierDue &) const = default;
};

// Where a dispatch stands; told by its times alone.
DispatchState stateOf(const Dispatch &dispatch);

// The department has it and can still do something about it: neither replied to nor done nor returned.
bool isAtDepartment(const Dispatch &dispatch);

// Its time stands still: the department has it in hand and need not hurry for the while.
bool isSuspended(const Dispatch &dispatch, const QDateTime &now);

// The last thing that happened before what a department does next: signing, or a ruling on what it asked or replied.
QDateTime lastRulingOf(const Dispatch &dispatch);

// When it was replied, unless the reply was sent back.
std::optional<QDateTime> standingReply(const Dispatch &dispatch);

} // namespace huiyin
