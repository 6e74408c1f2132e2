// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QtGlobal>

#include <compare>
#include <concepts>

namespace huiyin {

// The row id of one kind of entity. Explicit both ways, so that a department can't be passed for a ticket.
template <class Tag>
class Id
{
public:
    constexpr explicit Id(qint64 value)
        : m_value(value)
    {
    }

    [[nodiscard]] constexpr qint64 value() const { return m_value; }
    constexpr auto operator<=>(const Id &) const = default; // NOLINT(modernize-use-nullptr): none is here

private:
    qint64 m_value;
};

template <class Tag>
size_t qHash(Id<Tag> id, size_t seed = 0)
{
    return ::qHash(id.value(), seed);
}

template <class T>
inline constexpr bool isId = false;
template <class Tag>
inline constexpr bool isId<Id<Tag>> = true;

using AreaId = Id<struct AreaTag>;
using ArticleId = Id<struct ArticleTag>;
using AttachmentId = Id<struct AttachmentTag>;
using BulletinId = Id<struct BulletinTag>;
using CallId = Id<struct CallTag>;
using CategoryId = Id<struct CategoryTag>;
using ChannelId = Id<struct ChannelTag>;
using DeadlineRuleId = Id<struct DeadlineRuleTag>;
using DepartmentId = Id<struct DepartmentTag>;
using DispatchId = Id<struct DispatchTag>;
using FollowUpId = Id<struct FollowUpTag>;
using NominationId = Id<struct NominationTag>;
using ReminderId = Id<struct ReminderTag>;
using RequestTypeId = Id<struct RequestTypeTag>;
using SavedViewId = Id<struct SavedViewTag>;
using DepartmentSheetId = Id<struct DepartmentSheetTag>;
using TicketId = Id<struct TicketTag>;
using TopicId = Id<struct TopicTag>;
using UserId = Id<struct UserTag>;

static_assert(!std::is_convertible_v<qint64, TicketId>);
static_assert(!std::is_convertible_v<TicketId, DepartmentId>);

} // namespace huiyin
