// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Duty.h"
#include "domain/Id.h"
#include "domain/PersonalText.h"
#include "domain/Ticket.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace huiyin {

// Which tickets a list shows; every member that is set must hold.
struct TicketFilter
{
    std::optional<QDateTime> receivedFrom{};   // from this instant on
    std::optional<QDateTime> receivedBefore{}; // and before this one
    std::optional<TicketState> state{};
    bool openOnly = false; // neither closed nor void, no drafts
    std::optional<ChannelId> channel{};
    std::optional<RequestTypeId> requestType{};
    std::optional<CategoryId> category{}; // or below it
    std::optional<TopicId> topic{};
    std::optional<AreaId> area{};             // or below it
    std::optional<DepartmentId> department{}; // dispatched to it, lead or co-handler
    Marks marks{};                            // any of these
    QString text{};                           // words that all must occur; "-word" must not; "a phrase" as it is
    std::optional<QList<TicketId>> among{};   // one of these (the tickets behind a figure)
    std::optional<Duty> duty{};               // waits for it
    DueMoments moments{};                     // by which the lights of a duty are told
    bool drafts = false;                      // drafts too; they are left out otherwise

    bool operator==(const TicketFilter &) const = default;
};

// Whether a filter asks for anything; to leave drafts in or out is no question.
inline bool isNarrowing(const TicketFilter &filter)
{
    return filter != TicketFilter{.drafts = filter.drafts};
}

// A list of words to search for is no longer than this; who has more narrows the question.
constexpr qint64 mostHits = 100'000;
// More than so many tickets are not sorted by anything but their time of receipt and their number.
constexpr qint64 mostSorted = 200'000;

struct TicketOrder
{
    // LastTry: those that nobody has called back yet first, the one that came in first before the others; then by
    // the time of the last try.
    enum class By {
        Received,
        Number,
        DueAt,
        ClosedAt,
        State,
        Title,
        Category,
        Department,
        RequestType,
        Urgency,
        LastTry
    };

    By by = By::Received;
    Qt::SortOrder order = Qt::DescendingOrder;

    bool operator==(const TicketOrder &) const = default;
};

// What a list shows of a ticket.
struct TicketRow
{
    TicketId id{0};
    QString number{};
    QDateTime receivedAt{};
    QString title{};
    ChannelId channel{0};
    std::optional<RequestTypeId> requestType{};
    std::optional<CategoryId> category{};
    std::optional<TopicId> topic{};
    TicketState state = TicketState::Accepted;
    std::optional<Resolution> resolution{};
    Urgency urgency = Urgency::Normal;
    Marks marks{};
    std::optional<QDateTime> dueAt{};
    std::optional<QDateTime> closedAt{};
    std::optional<DepartmentId> lead{}; // of the latest lead dispatch that was not returned
    std::optional<QDateTime> dispatchDueAt{};
    std::optional<QDateTime> repliedAt{};
    Citizen citizen{}; // to mask the title by
};

} // namespace huiyin
