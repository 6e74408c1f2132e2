// SPDX-License-Identifier: GPL-3.0-or-later
#include "calendar/DeadlineRule.h"
#include "calendar/HolidayData.h"
#include "casework/CaseBook.h"
#include "storage/CalendarRepository.h"
#include "storage/CodeTableRepository.h"
#include "storage/OfficeRepository.h"
#include "storage/Transaction.h"

using namespace Qt::StringLiterals;

namespace huiyin {

void fillDefaults(Database &database, const QDateTime &at, const OfficeDefaults &defaults)
{
    Transaction transaction(database);
    OfficeRepository(database).insertUser(u"office"_s, builtInUser(),
                                          u"operator;dispatcher;follow_up;editor;supervisor;administrator;auditor"_s);

    const CodeTableRepository tables(database);
    std::optional<RequestTypeId> consultation;
    for (const QString &name : defaults.requestTypes) {
        const RequestTypeId id = tables.save(RequestType{.name = name});
        if (name == u"咨询")
            consultation = id;
    }
    for (const Channel &channel : defaults.channels)
        (void)tables.save(channel);

    const CalendarRepository calendar(database);
    calendar.store(HolidayData::shipped(), at);
    const auto workingDays = [](int amount) { return Limit{.amount = amount, .unit = LimitUnit::WorkingDays}; };
    const auto hours = [](int amount) { return Limit{.amount = amount, .unit = LimitUnit::Hours}; };
    QList<DeadlineRule> rules{
        {.name = u"特急"_s, .urgency = Urgency::Critical, .limit = hours(2)},
        {.name = u"急件"_s, .urgency = Urgency::Urgent, .limit = hours(24)},
        {.name = u"疑难事项"_s, .mark = Mark::Difficult, .limit = workingDays(15)},
        {.name = u"一般事项"_s, .limit = workingDays(5)},
    };
    if (consultation)
        rules.append({.name = u"咨询"_s, .requestType = consultation, .limit = workingDays(1)});
    for (const DeadlineRule &rule : rules)
        (void)calendar.insert(rule);
    transaction.commit();
}

} // namespace huiyin
