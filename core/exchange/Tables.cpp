// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/Tables.h"

#include "domain/Text.h"

#include <QLocale>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

using enum Column::Use;
using enum Column::Holds;

// An office retires a name that it no longer uses. The column goes out only when there is such a name, so that an
// ordinary export holds the agreed columns and no others.
constexpr Column retired{"retired", u"停用", IfAny, Count};

constexpr Column channelColumns[] = {
    {"name", u"名称", Required},
    {"parent", u"上级"},
    {"unit_word", u"量词"},
    {"is_phone", u"电话渠道", Optional, Count},
    {"in_total", u"计入总数", Optional, Count},
    retired,
};

constexpr Column requestTypeColumns[] = {
    {"name", u"名称", Required},
    retired,
};

constexpr Column categoryColumns[] = {
    {"path", u"类别", Required},
    {"code", u"代码", Optional, Digits},
    retired,
};

constexpr Column topicColumns[] = {
    {"name", u"名称", Required},
    {"from", u"开始", Optional, Day},
    {"to", u"结束", Optional, Day},
    retired,
};

constexpr Column areaColumns[] = {
    {"path", u"区域", Required},
    retired,
};

constexpr Column departmentColumns[] = {
    {"name", u"名称", Required},
    {"short_name", u"简称"},
    {"group", u"分组"},
    {"parent", u"上级"},
    {"aliases", u"别名"},
    {"phone", u"电话", Optional, Digits},
    retired,
};

constexpr Column callColumns[] = {
    {"reference", u"来电编号", Required, Digits},
    {"started_at", u"来电时间", Required, Moment},
    {"answered_at", u"接听时间", Optional, Moment},
    {"ended_at", u"挂机时间", Optional, Moment},
    {"direction", u"方向"},
    {"phone", u"电话号码", Optional, Digits},
    {"caller", u"来电人"},
    {"operator", u"话务员"},
    {"outcome", u"处理方式"},
    {"topic", u"专题"},
    {"ticket", u"工单编号", Optional, Digits},
    {"note", u"备注"},
};

constexpr Column ticketColumns[] = {
    {"number", u"工单编号", Required, Digits},
    {"received_at", u"受理时间", Required, Moment},
    {"channel", u"来源渠道"},
    {"channel_reference", u"渠道编号", Optional, Digits},
    {"request_type", u"诉求类型"},
    {"category", u"诉求类别"},
    {"topic", u"专题"},
    {"area", u"区域"},
    {"address", u"地址"},
    {"title", u"标题"},
    {"content", u"内容"},
    {"requester", u"反映人"},
    {"phone", u"联系电话", Optional, Digits},
    {"requester_kind", u"反映人类型"},
    {"confidentiality", u"保密要求"},
    {"urgency", u"紧急程度"},
    {"received_by", u"受理人"},
    {"due_at", u"办理时限", Optional, Moment},
    {"resolution", u"办结方式"},
    {"answer", u"答复"},
    {"closed_at", u"办结时间", Optional, Moment},
    {"ground", u"依据"},
    {"merged_into", u"并入工单", Optional, Digits},
    {"repeat_of", u"重复工单", Optional, Digits},
    {"marks", u"标记"},
};

// The round is part of the key, but it has a default and may be missing.
constexpr Column dispatchColumns[] = {
    {"ticket", u"工单编号", Required, Digits},
    {"department", u"承办单位", Required},
    {"round", u"轮次", Optional, Count},
    {"role", u"主办协办"},
    {"dispatched_at", u"派单时间", Required, Moment},
    {"due_at", u"承办时限", Optional, Moment},
    {"original_due_at", u"原时限", Optional, Moment},
    {"extended_at", u"延期时间", Optional, Moment},
    {"signed_at", u"签收时间", Optional, Moment},
    {"returned_at", u"退单时间", Optional, Moment},
    {"return_ground", u"退单理由"},
    {"replied_at", u"反馈时间", Optional, Moment},
    {"reply", u"反馈内容"},
    {"claimed_result", u"办理结果"},
    {"closed_at", u"办结时间", Optional, Moment},
    {"first_replied_at", u"首次反馈时间", IfAny, Moment},  // of those that were sent back
    {"first_extended_at", u"首次延期时间", IfAny, Moment}, // of several
    // 暂停计时: the last suspension, and the due times of before, each as when another took its place=the due time
    {"suspended_at", u"暂停计时时间", IfAny, Moment},
    {"suspended_until", u"恢复计时时间", IfAny, Moment},
    {"suspended_days", u"此前暂停工作日", IfAny, Count}, // of the suspensions before the last
    {"suspension_ground", u"暂停计时理由", IfAny},
    {"earlier_due_at", u"先前时限", IfAny},
};

constexpr Column followUpColumns[] = {
    {"ticket", u"工单编号", Required, Digits},
    {"at", u"回访时间", Required, Moment},
    {"by", u"回访人"},
    {"method", u"回访方式"},
    {"reached", u"是否接通", Optional, Count},
    {"solved", u"是否解决", Optional, Count},
    {"satisfaction", u"满意度"},
    {"comment", u"回访意见"},
};

constexpr Table allTables[] = {
    {TableKind::Channels, "channels", u"来源渠道", "channel", channelColumns},
    {TableKind::RequestTypes, "request_types", u"诉求类型", "request_type", requestTypeColumns},
    {TableKind::Categories, "categories", u"诉求类别", "category", categoryColumns},
    {TableKind::Topics, "topics", u"专题", "topic", topicColumns},
    {TableKind::Areas, "areas", u"区域", "area", areaColumns},
    {TableKind::Departments, "departments", u"承办单位", "department", departmentColumns},
    {TableKind::Tickets, "tickets", u"工单", "ticket", ticketColumns},
    {TableKind::Calls, "calls", u"来电", "call", callColumns},
    {TableKind::Dispatches, "dispatches", u"承办", "dispatch", dispatchColumns},
    {TableKind::FollowUps, "follow_ups", u"回访", "follow_up", followUpColumns},
};

static_assert(std::size(channelColumns) == ChannelColumn::Retired + 1);
static_assert(std::size(requestTypeColumns) == RequestTypeColumn::Retired + 1);
static_assert(std::size(categoryColumns) == CategoryColumn::Retired + 1);
static_assert(std::size(topicColumns) == TopicColumn::Retired + 1);
static_assert(std::size(areaColumns) == AreaColumn::Retired + 1);
static_assert(std::size(departmentColumns) == DepartmentColumn::Retired + 1);
static_assert(std::size(callColumns) == CallColumn::Note + 1);
static_assert(std::size(ticketColumns) == TicketColumn::Marks + 1);
static_assert(std::size(dispatchColumns) == DispatchColumn::EarlierDueAt + 1);
static_assert(std::size(followUpColumns) == FollowUpColumn::Comment + 1);

} // namespace

std::optional<int> Table::columnOf(QStringView heading) const
{
    for (size_t i = 0; i < columns.size(); ++i) {
        if (heading.compare(QLatin1StringView(columns[i].name), Qt::CaseInsensitive) == 0
            || heading == QStringView(columns[i].label))
            return static_cast<int>(i);
    }
    return std::nullopt;
}

QString Table::shownName() const
{
    return QLocale().language() == QLocale::Chinese ? QString::fromUtf16(chinese) : nameText();
}

QString Table::columnName(int column) const
{
    return QString(QLatin1StringView(columns[static_cast<size_t>(column)].name));
}

std::span<const Table> tables()
{
    return allTables;
}

const Table &tableOf(TableKind kind)
{
    return allTables[static_cast<size_t>(kind)];
}

const Table *tableByName(QStringView baseName)
{
    const QStringView name = baseName.trimmed();
    for (const Table &table : allTables) {
        if (name.compare(QLatin1StringView(table.name), Qt::CaseInsensitive) == 0 || name == QStringView(table.chinese))
            return &table;
    }
    return nullptr;
}

const Table *tableByHeadings(const QStringList &headings)
{
    QList<const Table *> fitting;
    for (const Table &table : allTables) {
        std::vector<bool> present(table.columns.size(), false);
        for (const QString &heading : headings) {
            if (const auto column = table.columnOf(heading))
                present[static_cast<size_t>(*column)] = true;
        }
        bool fits = true;
        for (size_t i = 0; i < table.columns.size(); ++i)
            fits = fits && (present[i] || table.columns[i].use != Required);
        if (fits)
            fitting.append(&table);
    }
    if (fitting.size() > 1) {
        fitting.removeIf([&headings](const Table *table) {
            return std::any_of(headings.begin(), headings.end(),
                               [table](const QString &heading) { return !table->columnOf(heading); });
        });
    }
    return fitting.size() == 1 ? fitting.first() : nullptr;
}

QString cleanHeading(QStringView heading)
{
    return forceClean(heading.toString()).simplified();
}

} // namespace huiyin
