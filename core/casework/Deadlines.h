// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calendar/DeadlineRule.h"
#include "domain/Duty.h"

namespace huiyin {

class CaseFile;

// The calendar and the rules of an office, read once: a value that tells due times without touching the file.
class Deadlines
{
public:
    Deadlines(WorkCalendar calendar, QList<DeadlineRule> rules, OfficeZone zone);
    static Deadlines of(CaseFile &file);

    // The due time under the rule that applies; nullopt when no rule matches.
    [[nodiscard]] std::optional<DueTime> due(const DeadlineCase &deadlineCase, const QDateTime &receivedAt) const;

    // The rule that applies; nullptr when none matches.
    [[nodiscard]] const DeadlineRule *rule(const DeadlineCase &deadlineCase, const QDateTime &receivedAt) const;

    [[nodiscard]] DueMoments moments(const QDateTime &now) const;
    // Of something that is still open.
    [[nodiscard]] DueLight light(const std::optional<QDateTime> &dueAt, const QDateTime &now) const;

    [[nodiscard]] const WorkCalendar &calendar() const { return m_calendar; }
    [[nodiscard]] const QList<DeadlineRule> &rules() const { return m_rules; }
    [[nodiscard]] const OfficeZone &zone() const { return m_zone; }

private:
    WorkCalendar m_calendar;
    QList<DeadlineRule> m_rules;
    OfficeZone m_zone;
};

} // namespace huiyin
