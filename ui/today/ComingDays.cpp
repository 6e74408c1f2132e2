// SPDX-License-Identifier: GPL-3.0-or-later
#include "today/ComingDays.h"

namespace huiyin {

namespace {

std::optional<ComingDay> kindOf(const WorkCalendar &calendar, QDate day)
{
    const auto special = calendar.specialDays().constFind(day);
    if (special != calendar.specialDays().cend()) {
        return ComingDay{.from = day,
                         .to = day,
                         .kind = special->working ? ComingDay::Kind::MakeUp : ComingDay::Kind::Holiday,
                         .name = special->name};
    }
    if (calendar.isWorkingDay(day))
        return std::nullopt;
    return ComingDay{.from = day, .to = day, .kind = ComingDay::Kind::Rest, .name = {}};
}

} // namespace

QList<ComingDay> comingDays(const WorkCalendar &calendar, QDate today, int count)
{
    QList<ComingDay> days;
    bool restShown = false;
    for (QDate day = today; day < today.addYears(1) && days.size() < count; day = day.addDays(1)) {
        const auto here = kindOf(calendar, day);
        if (!here || (here->kind == ComingDay::Kind::Rest && restShown))
            continue;
        ComingDay stretch = *here;
        while (true) {
            const auto next = kindOf(calendar, stretch.to.addDays(1));
            if (!next || next->kind != stretch.kind || next->name != stretch.name)
                break;
            stretch.to = next->to;
        }
        restShown = restShown || stretch.kind == ComingDay::Kind::Rest;
        days.append(stretch);
        day = stretch.to;
    }
    return days;
}

} // namespace huiyin
