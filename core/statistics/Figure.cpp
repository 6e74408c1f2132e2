// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/Figure.h"

#include <QLatin1StringView>
#include <QStringList>

#include <array>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

// In the order of the measures.
constexpr std::array codes = {
    "calls",
    "calls_valid",
    "calls_by_outcome",
    "calls_by_topic",
    "calls_by_day",
    "accepted",
    "closed",
    "open",
    "merged",
    "answered_directly",
    "accepted_by_day",
    "by_request_type",
    "by_topic",
    "by_topic_closed",
    "by_topic_and_type",
    "category_base",
    "by_category",
    "by_category_closed",
    "by_category_enterprise_closed",
    "by_channel",
    "by_channel_closed",
    "by_channel_open",
    "by_channel_and_type",
    "by_channel_on_time",
    "by_channel_on_time_base",
    "by_channel_timely",
    "by_channel_dispatched",
    "by_channel_follow_up_rated",
    "by_channel_follow_up_satisfied",
    "by_channel_follow_up_dissatisfied",
    "by_channel_overdue",
    "by_department",
    "by_department_closed",
    "by_department_open",
    "by_department_on_time",
    "by_department_on_time_base",
    "by_department_overdue",
    "by_department_closed_late",
    "by_department_open_late",
    "by_department_returned",
    "by_department_redone",
    "by_department_extended",
    "by_department_sent",
    "by_department_led",
    "by_department_enterprise_led",
    "by_department_follow_up_due",
    "by_department_follow_up_tried",
    "by_department_follow_up_reached",
    "by_department_follow_up_rated",
    "by_department_follow_up_satisfied",
    "by_department_follow_up_dissatisfied",
    "by_department_follow_up_solved",
    "dispatched",
    "dispatched_closed",
    "dispatched_open",
    "dispatched_on_time",
    "dispatched_on_time_base",
    "dispatched_overdue",
    "dispatched_closed_late",
    "dispatched_open_late",
    "dispatched_redone",
    "dispatched_extended",
    "sent",
    "sent_returned",
    "led",
    "enterprise_led",
    "follow_up_due",
    "follow_up_tried",
    "follow_up_reached",
    "follow_up_rated",
    "follow_up_satisfied",
    "follow_up_dissatisfied",
    "follow_up_solved",
    "enterprise_closed",
    "carried_over",
    "carried_over_closed",
    "supervised",
    "supervised_closed",
    "not_accepted",
    "accepted_by_month",
    "closed_by_month",
    "open_by_month",
};
static_assert(codes.size() == static_cast<size_t>(Measure::Count_), "every measure has a code");

} // namespace

QString figureCode(FigureKey figure)
{
    QString code = QString::fromLatin1(codes.at(static_cast<size_t>(figure.measure)));
    if (figure.row != 0 || figure.sub != 0)
        code += u'/' + QString::number(figure.row);
    if (figure.sub != 0)
        code += u'/' + QString::number(figure.sub);
    return code;
}

std::optional<FigureKey> figureFromCode(const QString &code)
{
    const QStringList parts = code.split(u'/');
    const auto *const found =
        std::ranges::find(codes, parts.first(), [](const char *known) { return QString::fromLatin1(known); });
    if (found == codes.end() || parts.size() > 3)
        return std::nullopt;
    FigureKey figure{.measure = static_cast<Measure>(found - codes.begin())};
    bool rowFits = true;
    bool subFits = true;
    if (parts.size() > 1)
        figure.row = parts[1].toLongLong(&rowFits);
    if (parts.size() > 2)
        figure.sub = parts[2].toLongLong(&subFits);
    return rowFits && subFits ? std::optional(figure) : std::nullopt;
}

} // namespace huiyin
