// SPDX-License-Identifier: GPL-3.0-or-later
#include "calendar/DeadlineRule.h"
#include "calendar/HolidayData.h"
#include "casework/CaseBook.h"
#include "storage/CalendarRepository.h"
#include "storage/CodeTableRepository.h"
#include "storage/OfficeRepository.h"

using namespace Qt::StringLiterals;

namespace huiyin {

void fillDefaults(Database &database, const QDateTime &at)
{
    OfficeRepository(database).insertUser(
        u"office"_s, builtInUser(), u"operator;dispatcher;follow_up;editor;supervisor;administrator;auditor"_s);

    // These names are the office's own data from now on, not texts of the window: Chinese in every language.
    const CodeTableRepository tables(database);
    const QStringList types{u"咨询"_s, u"求助"_s, u"投诉"_s, u"举报"_s, u"建议"_s, u"表扬"_s, u"其他"_s};
    QList<RequestTypeId> typeIds;
    for (const QString &name : types)
        typeIds.append(tables.save(RequestType{.name = name}));
    (void)tables.save(Channel{.name = u"12345热线"_s, .isPhone = true});

    const CalendarRepository calendar(database);
    calendar.store(HolidayData::shipped(), at);
    const auto workingDays = [](int amount) { return Limit{.amount = amount, .unit = LimitUnit::WorkingDays}; };
    const auto hours = [](int amount) { return Limit{.amount = amount, .unit = LimitUnit::Hours}; };
    const QList<DeadlineRule> rules{
        {.name = u"特急"_s, .urgency = Urgency::Critical, .limit = hours(2)},
        {.name = u"急件"_s, .urgency = Urgency::Urgent, .limit = hours(24)},
        {.name = u"咨询"_s, .requestType = typeIds.first(), .limit = workingDays(1)},
        {.name = u"疑难事项"_s, .mark = Mark::Difficult, .limit = workingDays(15)},
        {.name = u"一般事项"_s, .limit = workingDays(5)},
    };
    for (const DeadlineRule &rule : rules)
        (void)calendar.insert(rule);
}

} // namespace huiyin
