// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Id.h"
#include "domain/OfficeZone.h"
#include "domain/Period.h"

#include <QList>

#include <optional>

namespace huiyin {

// What figures are asked for.
struct Question
{
    Period period{};
    // What happened at or after this instant has not happened. nullopt: 00:00 of the day after the period.
    std::optional<QDateTime> cutOff{};
    QList<TopicId> excludedTopics{}; // carved out of the category shares only
    bool withChange = true;          // against the previous period and last year
    bool withCaseload = false;       // what was carried over, supervised, not accepted: further questions to the tables

    bool operator==(const Question &) const = default;
};

// The instants of a question, UTC milliseconds.
struct QuestionSpan
{
    qint64 from = 0; // 00:00 of the first day
    qint64 end = 0;  // 00:00 of the day after the last
    qint64 cutOff = 0;
    [[nodiscard]] qint64 before() const { return qMin(end, cutOff); } // what is received at or after it isn't there yet
};
QuestionSpan spanOf(const Question &question, const OfficeZone &zone);
// Of a period to compare with: its cut-off lies as long after its end as the question's lies after its own.
QuestionSpan referenceSpan(const Question &question, const Period &reference, const OfficeZone &zone);

} // namespace huiyin
