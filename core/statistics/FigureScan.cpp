// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/FigureScan.h"

#include <algorithm>

namespace huiyin {

namespace {

template <class T>
qint64 largest(const QList<T> &list)
{
    qint64 id = 0;
    for (const T &entry : list)
        id = qMax(id, entry.id->value());
    return id;
}

} // namespace

QuestionSpan spanOf(const Question &question, const OfficeZone &zone)
{
    QuestionSpan span{.from = zone.toUtc(question.period.from), .end = zone.toUtc(question.period.to.addDays(1))};
    span.cutOff = question.cutOff ? question.cutOff->toMSecsSinceEpoch() : span.end;
    return span;
}

QuestionSpan referenceSpan(const Question &question, const Period &reference, const OfficeZone &zone)
{
    const QuestionSpan own = spanOf(question, zone);
    QuestionSpan span = spanOf({.period = reference}, zone);
    span.cutOff = span.end + (own.cutOff - own.end);
    return span;
}

FigureScan::FigureScan(const CodeTables &tables, const Question &question, const OfficeZone &zone)
    : m_span(spanOf(question, zone))
    , m_channels(tables.channels)
    , m_categories(tables.categories)
    , m_largestTypeId(largest(tables.requestTypes))
{
    for (const TopicId topic : question.excludedTopics)
        m_excludedTopics.insert(topic.value());
    m_inTotal.resize(static_cast<size_t>(m_channels.largestId()) + 1);
    for (const Channel &channel : tables.channels)
        m_inTotal[static_cast<size_t>(channel.id->value())] = channel.inTotal;
    for (QDate day = question.period.from; day <= question.period.to; day = day.addDays(1))
        m_dayStarts.push_back(zone.toUtc(day));
    m_months = monthsOf(question.period);
    for (int month = 0; month < m_months.size(); ++month)
        m_monthOfDay.insert(m_monthOfDay.end(), static_cast<size_t>(m_months[month].dayCount()), month);
    m_largestId = std::max({m_channels.largestId(), m_categories.largestId(), largest(tables.topics),
                            largest(tables.departments), m_largestTypeId, qint64(m_dayStarts.size()), qint64{16}});
}

bool FigureScan::inTotal(qint64 channel) const
{
    return channel > 0 && static_cast<size_t>(channel) < m_inTotal.size() && m_inTotal[static_cast<size_t>(channel)];
}

qint64 FigureScan::dayOf(qint64 at) const
{
    // Days have 24 hours but where the clocks change: at most one step off.
    constexpr qint64 usualDay = 86'400'000;
    const qint64 within = std::clamp(at, m_dayStarts.front(), m_dayStarts.back()); // a damaged file may hold any time
    qint64 day = std::min((within - m_dayStarts.front()) / usualDay, dayCount() - 1);
    while (day > 0 && at < m_dayStarts[static_cast<size_t>(day)])
        --day;
    while (day + 1 < dayCount() && at >= m_dayStarts[static_cast<size_t>(day) + 1])
        ++day;
    return day;
}

qint64 FigureScan::dueInForce(const DispatchFacts &dispatch) const
{
    for (const EarlierDueFacts &earlier : dispatch.earlierDues) {
        if (!happened(earlier.until))
            return earlier.dueAt;
    }
    if (!dispatch.earlierDues.isEmpty())
        return dispatch.dueAt;
    // An extension that has not happened yet leaves the original due time.
    const bool extendedLater = dispatch.extendedAt != never && !happened(dispatch.extendedAt);
    return extendedLater && dispatch.originalDueAt != never ? dispatch.originalDueAt : dispatch.dueAt;
}

FigureScan::Timeliness FigureScan::timeliness(const DispatchFacts &dispatch) const
{
    const qint64 due = dueInForce(dispatch);
    if (due == never)
        return Timeliness::NotJudged;
    if (happened(dispatch.closedAt)) {
        const qint64 replied = happened(dispatch.repliedAt) ? dispatch.repliedAt : dispatch.closedAt;
        return replied <= due ? Timeliness::OnTime : Timeliness::Late;
    }
    return happened(due) ? Timeliness::Late : Timeliness::NotJudged;
}

void FigureScan::ticket(const TicketFacts &ticket, const QList<DispatchFacts> &dispatches,
                        const QList<FollowUpFacts> &followUps, FigureSink &sink) const
{
    if (!ticket.counts)
        return;

    // The lead dispatch is the latest that was not returned; a round that is not dispatched yet does not exist.
    const DispatchFacts *lead = nullptr;
    bool firstRoundLead = false;
    bool anyStanding = false;
    bool sent = false;
    bool returned = false;
    bool redone = false;
    bool extended = false;
    qint64 firstReply = never;
    for (const DispatchFacts &dispatch : dispatches) {
        if (!happened(dispatch.dispatchedAt))
            continue;
        sent = sent || (dispatch.lead && dispatch.round == 1);
        if (happened(dispatch.returnedAt)) {
            returned = true;
            continue;
        }
        anyStanding = true;
        redone = redone || dispatch.round > 1;
        extended = extended || happened(std::min(dispatch.firstExtendedAt, dispatch.extendedAt));
        if (!dispatch.lead)
            continue;
        firstRoundLead = firstRoundLead || dispatch.round == 1;
        firstReply = qMin(firstReply, qMin(dispatch.firstRepliedAt, dispatch.repliedAt));
        if (!lead
            || std::tuple(dispatch.round, dispatch.dispatchedAt, dispatch.department)
                   > std::tuple(lead->round, lead->dispatchedAt, lead->department))
            lead = &dispatch;
    }
    if (!firstRoundLead)
        lead = nullptr;

    const qint64 answeredAt = anyStanding ? firstReply : ticket.closedAt;
    const bool timely = happened(answeredAt) && (ticket.dueAt == never || answeredAt <= ticket.dueAt);
    channelFigures(ticket, lead, followUps, timely, sink);
    if (!inTotal(ticket.channel))
        return;

    const qint64 id = ticket.id;
    const bool closed = happened(ticket.closedAt);
    sink.add(Measure::Accepted, id);
    sink.add(closed ? Measure::Closed : Measure::Open, id);
    const qint64 day = dayOf(ticket.receivedAt);
    const qint64 month = m_monthOfDay[static_cast<size_t>(day)];
    sink.add(Measure::AcceptedByDay, id, day);
    sink.add(Measure::AcceptedByMonth, id, month);
    sink.add(closed ? Measure::ClosedByMonth : Measure::OpenByMonth, id, month);
    if (ticket.answeredDirectly && (closed || ticket.closedAt == never))
        sink.add(Measure::AnsweredDirectly, id);
    sink.add(Measure::ByRequestType, id, ticket.requestType);
    if (ticket.topic > 0) {
        sink.add(Measure::ByTopic, id, ticket.topic);
        if (closed)
            sink.add(Measure::ByTopicClosed, id, ticket.topic);
        sink.add(Measure::ByTopicAndType, id, ticket.topic, ticket.requestType);
    }
    if (!m_excludedTopics.contains(ticket.topic)) {
        sink.add(Measure::CategoryBase, id);
        const auto &chain = m_categories.chain(ticket.category);
        if (chain.empty())
            sink.add(Measure::ByCategory, id, 0);
        for (const qint64 category : chain)
            sink.add(Measure::ByCategory, id, category);
    }
    if (closed)
        closedFigures(ticket, lead, sink);

    departmentFigures(id, dispatches, sink);
    // A ticket that came back from all of its departments is not among the dispatched, but has been.
    if (sent)
        sink.add(Measure::Sent, id);
    if (sent && returned)
        sink.add(Measure::SentReturned, id);
    if (!lead)
        return;
    sink.add(Measure::Dispatched, id);
    sink.add(happened(lead->closedAt) ? Measure::DispatchedClosed : Measure::DispatchedOpen, id);
    const Timeliness onTime = timeliness(*lead);
    if (onTime != Timeliness::NotJudged)
        sink.add(Measure::DispatchedOnTimeBase, id);
    if (onTime == Timeliness::OnTime)
        sink.add(Measure::DispatchedOnTime, id);
    if (onTime == Timeliness::Late) {
        sink.add(Measure::DispatchedOverdue, id);
        sink.add(happened(lead->closedAt) ? Measure::DispatchedClosedLate : Measure::DispatchedOpenLate, id);
    }
    if (redone)
        sink.add(Measure::DispatchedRedone, id);
    if (extended)
        sink.add(Measure::DispatchedExtended, id);
    if (closed)
        followUpFigures(ticket, *lead, followUps, sink);
}

void FigureScan::channelFigures(const TicketFacts &ticket, const DispatchFacts *lead,
                                const QList<FollowUpFacts> &followUps, bool timely, FigureSink &sink) const
{
    const bool closed = happened(ticket.closedAt);
    const FollowUpFacts *asked = lead && closed ? lastReached(followUps) : nullptr;
    const Timeliness onTime = lead ? timeliness(*lead) : Timeliness::NotJudged;
    for (const qint64 channel : m_channels.chain(ticket.channel)) {
        sink.add(Measure::ByChannel, ticket.id, channel);
        sink.add(closed ? Measure::ByChannelClosed : Measure::ByChannelOpen, ticket.id, channel);
        sink.add(Measure::ByChannelAndType, ticket.id, channel, ticket.requestType);
        if (lead)
            sink.add(Measure::ByChannelDispatched, ticket.id, channel);
        if (asked && asked->rated)
            sink.add(Measure::ByChannelFollowUpRated, ticket.id, channel);
        if (asked && asked->satisfied)
            sink.add(Measure::ByChannelFollowUpSatisfied, ticket.id, channel);
        if (asked && asked->rated && !asked->satisfied)
            sink.add(Measure::ByChannelFollowUpDissatisfied, ticket.id, channel);
        if (onTime != Timeliness::NotJudged)
            sink.add(Measure::ByChannelOnTimeBase, ticket.id, channel);
        if (onTime == Timeliness::OnTime)
            sink.add(Measure::ByChannelOnTime, ticket.id, channel);
        if (onTime == Timeliness::Late)
            sink.add(Measure::ByChannelOverdue, ticket.id, channel);
        if (timely)
            sink.add(Measure::ByChannelTimely, ticket.id, channel);
    }
}

void FigureScan::closedFigures(const TicketFacts &ticket, const DispatchFacts *lead, FigureSink &sink) const
{
    HandledTicket handled{.receivedAt = ticket.receivedAt,
                          .closedAt = ticket.closedAt,
                          .department = lead ? lead->department : 0,
                          .category = HandledTicket::outsideBase,
                          .enterprise = ticket.enterprise};
    if (ticket.enterprise)
        sink.add(Measure::EnterpriseClosed, ticket.id);
    if (lead) {
        sink.add(Measure::Led, ticket.id);
        sink.add(Measure::ByDepartmentLed, ticket.id, lead->department);
        if (ticket.enterprise) {
            sink.add(Measure::EnterpriseLed, ticket.id);
            sink.add(Measure::ByDepartmentEnterpriseLed, ticket.id, lead->department);
        }
    }
    if (!m_excludedTopics.contains(ticket.topic)) {
        const auto &chain = m_categories.chain(ticket.category);
        handled.category = chain.empty() ? 0 : ticket.category;
        const auto add = [&](qint64 category) {
            sink.add(Measure::ByCategoryClosed, ticket.id, category);
            if (ticket.enterprise)
                sink.add(Measure::ByCategoryEnterpriseClosed, ticket.id, category);
        };
        if (chain.empty())
            add(0);
        for (const qint64 category : chain)
            add(category);
    }
    sink.handled(handled);
}

void FigureScan::departmentFigures(qint64 ticket, const QList<DispatchFacts> &dispatches, FigureSink &sink) const
{
    // A ticket has a handful of dispatches: looking through them again for each department costs nothing.
    for (qsizetype i = 0; i < dispatches.size(); ++i) {
        const qint64 department = dispatches[i].department;
        const bool seenBefore =
            std::any_of(dispatches.begin(), dispatches.begin() + i,
                        [department](const DispatchFacts &d) { return d.department == department; });
        if (seenBefore)
            continue;
        const DispatchFacts *latest = nullptr;
        bool firstRound = false;
        bool returned = false;
        bool redone = false;
        bool extended = false;
        for (const DispatchFacts &dispatch : dispatches) {
            if (dispatch.department != department || !happened(dispatch.dispatchedAt))
                continue;
            if (happened(dispatch.returnedAt)) {
                returned = true;
                continue;
            }
            firstRound = firstRound || dispatch.round == 1;
            redone = redone || dispatch.round > 1;
            extended = extended || happened(std::min(dispatch.firstExtendedAt, dispatch.extendedAt));
            if (!latest || dispatch.round > latest->round)
                latest = &dispatch;
        }
        if (returned)
            sink.add(Measure::ByDepartmentReturned, ticket, department);
        if (returned || firstRound)
            sink.add(Measure::ByDepartmentSent, ticket, department);
        if (!firstRound)
            continue;
        sink.add(Measure::ByDepartment, ticket, department);
        sink.add(happened(latest->closedAt) ? Measure::ByDepartmentClosed : Measure::ByDepartmentOpen, ticket,
                 department);
        const Timeliness onTime = timeliness(*latest);
        if (onTime != Timeliness::NotJudged)
            sink.add(Measure::ByDepartmentOnTimeBase, ticket, department);
        if (onTime == Timeliness::OnTime)
            sink.add(Measure::ByDepartmentOnTime, ticket, department);
        if (onTime == Timeliness::Late) {
            sink.add(Measure::ByDepartmentOverdue, ticket, department);
            sink.add(happened(latest->closedAt) ? Measure::ByDepartmentClosedLate : Measure::ByDepartmentOpenLate,
                     ticket, department);
        }
        if (redone)
            sink.add(Measure::ByDepartmentRedone, ticket, department);
        if (extended)
            sink.add(Measure::ByDepartmentExtended, ticket, department);
    }
}

const FollowUpFacts *FigureScan::lastReached(const QList<FollowUpFacts> &followUps) const
{
    const FollowUpFacts *last = nullptr;
    for (const FollowUpFacts &followUp : followUps) {
        if (happened(followUp.at) && followUp.reached && (!last || followUp.at > last->at))
            last = &followUp;
    }
    return last;
}

void FigureScan::followUpFigures(const TicketFacts &ticket, const DispatchFacts &lead,
                                 const QList<FollowUpFacts> &followUps, FigureSink &sink) const
{
    const auto add = [&](Measure whole, Measure ofDepartment) {
        sink.add(whole, ticket.id);
        sink.add(ofDepartment, ticket.id, lead.department);
    };
    add(Measure::FollowUpDue, Measure::ByDepartmentFollowUpDue);
    if (std::any_of(followUps.begin(), followUps.end(),
                    [this](const FollowUpFacts &followUp) { return happened(followUp.at); }))
        add(Measure::FollowUpTried, Measure::ByDepartmentFollowUpTried);
    const FollowUpFacts *asked = lastReached(followUps);
    if (!asked)
        return;
    add(Measure::FollowUpReached, Measure::ByDepartmentFollowUpReached);
    if (asked->rated)
        add(Measure::FollowUpRated, Measure::ByDepartmentFollowUpRated);
    if (asked->satisfied)
        add(Measure::FollowUpSatisfied, Measure::ByDepartmentFollowUpSatisfied);
    else if (asked->rated)
        add(Measure::FollowUpDissatisfied, Measure::ByDepartmentFollowUpDissatisfied);
    // The claim comes with the reply: one of after the cut-off has not been made.
    const bool claimed = lead.claimsSolved && (happened(lead.repliedAt) || lead.repliedAt == never);
    if (claimed && !asked->deniesSolved)
        add(Measure::FollowUpSolved, Measure::ByDepartmentFollowUpSolved);
}

void FigureScan::merged(const MergedFacts &merged, FigureSink &sink) const
{
    if (inTotal(merged.rootChannel))
        sink.add(Measure::Merged, merged.id);
}

void FigureScan::carriedOver(const CaseloadFacts &ticket, FigureSink &sink) const
{
    if (!inTotal(ticket.channel))
        return;
    sink.add(Measure::CarriedOver, ticket.id);
    if (happened(ticket.closedAt))
        sink.add(Measure::CarriedOverClosed, ticket.id);
}

void FigureScan::supervised(const CaseloadFacts &ticket, FigureSink &sink) const
{
    if (!inTotal(ticket.channel))
        return;
    sink.add(Measure::Supervised, ticket.id);
    if (happened(ticket.closedAt))
        sink.add(Measure::SupervisedClosed, ticket.id);
}

void FigureScan::notAccepted(const CaseloadFacts &ticket, FigureSink &sink) const
{
    // What was not accepted is closed by that; a moment that lies behind the cut-off has not come yet.
    if (inTotal(ticket.channel) && happened(ticket.closedAt))
        sink.add(Measure::NotAccepted, ticket.id);
}

void FigureScan::call(const CallFigureFacts &call, FigureSink &sink) const
{
    sink.add(Measure::Calls, call.id);
    if (call.outcome != CallOutcome::Invalid)
        sink.add(Measure::CallsValid, call.id);
    sink.add(Measure::CallsByOutcome, call.id, static_cast<qint64>(call.outcome));
    sink.add(Measure::CallsByDay, call.id, dayOf(call.startedAt));
    if (call.topic > 0)
        sink.add(Measure::CallsByTopic, call.id, call.topic);
}

} // namespace huiyin
