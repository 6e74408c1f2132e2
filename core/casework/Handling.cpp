// SPDX-License-Identifier: GPL-3.0-or-later
// The commands around what departments do: from the dispatch to the review of the reply.
#include "casework/CaseBook.h"
#include "casework/TicketWork.h"
#include "storage/HistoryRepository.h"
#include "storage/ReminderRepository.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

// What is asked again after a ruling in the same moment stands after it.
QDateTime after(const std::optional<QDateTime> &ruled, const QDateTime &at)
{
    return ruled && at <= *ruled ? ruled->addMSecs(1) : at;
}

// How often a dispatch was extended, by the history; one that was imported with an extension has had one at least.
int extensionsOf(const Dispatch &dispatch, Database &database)
{
    if (!dispatch.extendedAt)
        return 0;
    const auto granted = QString::fromLatin1(ruleOf(Command::GrantExtension).action);
    const QString id = QString::number(dispatch.id->value());
    int count = 0;
    for (const HistoryEvent &event : HistoryRepository(database).of(u"ticket"_s, dispatch.ticket.value())) {
        if (event.action == granted && event.details[u"dispatches"].toObject().contains(id))
            ++count;
    }
    return std::max(count, 1);
}

} // namespace

Outcome<Changes> CaseBook::dispatch(const DispatchRequest &request)
{
    TicketWork work(*this, Command::Dispatch);
    if (auto refusal = work.begin(request.ticket))
        return *refusal;
    QString instruction;
    if (auto refusal = work.take(instruction, request.instruction, u"instruction"_s))
        return *refusal;
    if (request.coHandlers.contains(request.lead))
        return Refusal{tr("%1 is the lead; it can't be a co-handler too.").arg(work.nameOf(request.lead)),
                       u"coHandlers"_s};
    if (request.dueAt && *request.dueAt <= work.now())
        return Refusal{tr("The due time is over already."), u"dueAt"_s};

    // Redirected after a return, or opened again when its time is over, it has its full time; at first the ticket's own,
    // which runs from its receipt.
    const bool redirected = !work.dispatches.isEmpty();
    const int round = redirected ? std::ranges::max(work.dispatches, {}, &Dispatch::round).round : 1;
    std::optional<QDateTime> dueAt = work.ticket.dueAt;
    QString dueRule = work.ticket.dueRule;
    if (request.dueAt) {
        dueAt = request.dueAt;
        dueRule.clear();
    } else if (const auto due =
                   redirected || (dueAt && *dueAt <= work.now()) ? work.dueFrom(work.now()) : std::nullopt) {
        dueAt = due->at;
        dueRule = due->rule;
    }
    Dispatch given{.ticket = request.ticket,
                   .department = request.lead,
                   .round = round,
                   .dispatchedAt = qMax(work.now(), work.ticket.receivedAt),
                   .dispatchedBy = m_user,
                   .dueAt = dueAt,
                   .originalDueAt = dueAt,
                   .dueRule = dueRule,
                   .instruction = instruction};
    if (auto refusal = work.give(given))
        return *refusal;
    given.role = DispatchRole::CoHandler;
    for (const DepartmentId department : request.coHandlers) {
        given.department = department;
        if (auto refusal = work.give(given))
            return *refusal;
    }
    work.settle();
    return work.finish();
}

Outcome<Changes> CaseBook::addCoHandlers(TicketId ticket, const QList<DepartmentId> &departments)
{
    TicketWork work(*this, Command::AddCoHandlers);
    if (auto refusal = work.begin(ticket))
        return *refusal;
    if (departments.isEmpty())
        return Refusal{tr("Choose a department of the office's list."), u"department"_s};
    const Dispatch lead = *work.lead();
    Dispatch given{.ticket = ticket,
                   .round = lead.round,
                   .role = DispatchRole::CoHandler,
                   .dispatchedAt = qMax(work.now(), lead.dispatchedAt),
                   .dispatchedBy = m_user,
                   .dueAt = lead.dueAt,
                   .originalDueAt = lead.dueAt,
                   .dueRule = lead.dueRule,
                   .instruction = lead.instruction};
    for (const DepartmentId department : departments) {
        given.department = department;
        if (auto refusal = work.give(given))
            return *refusal;
    }
    return work.finish();
}

Outcome<Changes> CaseBook::sign(DispatchId dispatch, const std::optional<QDateTime> &at)
{
    TicketWork work(*this, Command::Sign);
    if (auto refusal = work.begin(dispatch))
        return *refusal;
    QDateTime time;
    if (auto refusal = work.take(time, at, work.dispatch().dispatchedAt))
        return *refusal;
    work.dispatch().signedAt = time;
    return work.finish();
}

Outcome<Changes> CaseBook::noteFirstContact(DispatchId dispatch, const std::optional<QDateTime> &at)
{
    TicketWork work(*this, Command::NoteFirstContact);
    if (auto refusal = work.begin(dispatch))
        return *refusal;
    if (work.dispatch().firstContactAt)
        return Refusal{tr("The first contact is noted already.")};
    QDateTime time;
    if (auto refusal = work.take(time, at, work.dispatch().dispatchedAt))
        return *refusal;
    work.dispatch().firstContactAt = time;
    return work.finish();
}

Outcome<Changes> CaseBook::askReturn(const ReturnRequest &request)
{
    TicketWork work(*this, Command::AskReturn);
    if (auto refusal = work.begin(request.dispatch, request.ground))
        return *refusal;
    Dispatch &dispatch = work.dispatch();
    QDateTime time;
    if (auto refusal = work.take(time, request.at, lastRulingOf(dispatch)))
        return *refusal;
    work.letRun(dispatch, time);
    dispatch.returnAskedAt = after(dispatch.returnRefusedAt, time);
    dispatch.returnGround = work.ground();
    return work.finish();
}

Outcome<Changes> CaseBook::grantReturn(DispatchId dispatch)
{
    TicketWork work(*this, Command::GrantReturn);
    if (auto refusal = work.begin(dispatch))
        return *refusal;
    work.dispatch().returnedAt = qMax(work.now(), *work.dispatch().returnAskedAt);
    work.settle(); // without a lead it waits for another department
    return work.finish();
}

Outcome<Changes> CaseBook::refuseReturn(DispatchId dispatch, const QString &ground)
{
    TicketWork work(*this, Command::RefuseReturn);
    if (auto refusal = work.begin(dispatch, ground))
        return *refusal;
    work.dispatch().returnRefusedAt = qMax(work.now(), *work.dispatch().returnAskedAt);
    work.dispatch().ruling = work.ground();
    // Whoever must do it has it in hand.
    if (!work.dispatch().signedAt)
        work.dispatch().signedAt = work.dispatch().returnRefusedAt;
    return work.finish();
}

Outcome<Changes> CaseBook::askExtension(const ExtensionRequest &request)
{
    TicketWork work(*this, Command::AskExtension);
    if (auto refusal = work.begin(request.dispatch, request.reason))
        return *refusal;
    Dispatch &dispatch = work.dispatch();
    const HandlingRules rules = work.rules();
    if (!dispatch.dueAt)
        return Refusal{tr("This dispatch has no due time to be extended.")};
    if (isSuspended(dispatch, work.now()))
        return Refusal{tr("Its time is suspended. Let it run again before it is extended.")};
    if (rules.extensions < 1)
        return Refusal{tr("The office grants no extensions.")};
    if (const int granted = extensionsOf(dispatch, work.database()); granted >= rules.extensions) {
        return Refusal{rules.extensions == 1
                           ? tr("It has been extended already; the office allows one extension.")
                           : tr("It has been extended %n time(s); the office allows no more.", nullptr, granted)};
    }
    QDateTime time;
    if (auto refusal = work.take(time, request.at, lastRulingOf(dispatch)))
        return *refusal;
    if (time > *dispatch.dueAt)
        return Refusal{tr("The due time is over: an extension is asked for before.")};
    if (!request.dueAt.isValid() || request.dueAt <= *dispatch.dueAt)
        return Refusal{tr("The new due time lies behind the one in force."), u"dueAt"_s};
    const OfficeZone &zone = work.deadlines().zone();
    const auto last = work.deadlines().calendar().workingDayAfter(zone.day(*dispatch.dueAt), rules.extensionDays);
    if (last && zone.day(request.dueAt) > *last) {
        return Refusal{tr("At most %n working day(s) are possible: until %1.", nullptr, rules.extensionDays)
                           .arg(last->toString(Qt::ISODate)),
                       u"dueAt"_s};
    }
    dispatch.extensionAskedAt =
        after(dispatch.extensionRefusedAt, dispatch.extendedAt ? after(dispatch.extendedAt, time) : time);
    dispatch.extensionDueAt = request.dueAt;
    dispatch.extensionReason = work.ground();
    return work.finish();
}

Outcome<Changes> CaseBook::grantExtension(DispatchId id)
{
    TicketWork work(*this, Command::GrantExtension);
    if (auto refusal = work.begin(id))
        return *refusal;
    if (work.dispatch().dueAt && *work.dispatch().extensionDueAt <= *work.dispatch().dueAt)
        return Refusal{tr("The due time has moved meanwhile and lies behind the one that was asked for.")};
    Dispatch &dispatch = work.dispatch();
    const QDateTime time = qMax(work.now(), *dispatch.extensionAskedAt);
    if (dispatch.extendedAt || dispatch.suspendedAt)
        work.keepDue(dispatch, time);
    if (dispatch.extendedAt && !dispatch.firstExtendedAt)
        dispatch.firstExtendedAt = dispatch.extendedAt;
    dispatch.extendedAt = time;
    dispatch.dueAt = dispatch.extensionDueAt;
    return work.finish();
}

Outcome<Changes> CaseBook::refuseExtension(DispatchId dispatch, const QString &ground)
{
    TicketWork work(*this, Command::RefuseExtension);
    if (auto refusal = work.begin(dispatch, ground))
        return *refusal;
    work.dispatch().extensionRefusedAt = qMax(work.now(), *work.dispatch().extensionAskedAt);
    work.dispatch().ruling = work.ground();
    return work.finish();
}

Outcome<Changes> CaseBook::reply(const ReplyRequest &request)
{
    TicketWork work(*this, Command::Reply);
    if (auto refusal = work.begin(request.dispatch))
        return *refusal;
    Dispatch &dispatch = work.dispatch();
    work.keepReply(dispatch);
    if (auto refusal =
            work.take(dispatch.reply, request.text, u"text"_s, tr("Write down what the department replies.")))
        return *refusal;
    if (auto refusal = work.take(dispatch.subUnit, request.subUnit, u"subUnit"_s))
        return *refusal;
    QDateTime time;
    if (auto refusal = work.take(time, request.at, lastRulingOf(dispatch)))
        return *refusal;
    // Whoever replies has it, signed for or not; and a reply makes a wish for more time void.
    if (!dispatch.signedAt)
        dispatch.signedAt = time;
    if (stateOf(dispatch) == DispatchState::ExtensionAsked)
        dispatch.extensionRefusedAt = qMax(time, *dispatch.extensionAskedAt);
    work.letRun(dispatch, time);
    dispatch.repliedAt = after(dispatch.reviewedAt, time);
    dispatch.claimedResult = request.result;
    work.settle();
    return work.finish();
}

Outcome<Changes> CaseBook::acceptReply(DispatchId dispatch)
{
    TicketWork work(*this, Command::AcceptReply);
    if (auto refusal = work.begin(dispatch))
        return *refusal;
    const QDateTime time = qMax(work.now(), *work.dispatch().repliedAt);
    work.dispatch().reviewedAt = time;
    work.dispatch().review.clear();
    work.dispatch().closedAt = time;
    work.settle();
    return work.finish();
}

Outcome<Changes> CaseBook::sendBackReply(DispatchId dispatch, const QString &ground)
{
    TicketWork work(*this, Command::SendBackReply);
    if (auto refusal = work.begin(dispatch, ground))
        return *refusal;
    work.dispatch().reviewedAt = qMax(work.now(), *work.dispatch().repliedAt);
    work.dispatch().review = work.ground();
    work.settle();
    return work.finish();
}

Outcome<Changes> CaseBook::remind(const ReminderRequest &request)
{
    static constexpr Command commands[] = {Command::Remind, Command::Supervise, Command::GiveYellowCard,
                                           Command::GiveRedCard};
    TicketWork work(*this, commands[static_cast<int>(request.level)]);
    if (auto refusal = work.begin(request.dispatch, request.text))
        return *refusal;
    const DueLight light = work.deadlines().light(work.dispatch().dueAt, work.now());
    if (request.level == ReminderLevel::YellowCard && light == DueLight::None)
        return Refusal{tr("A yellow card is for what has one working day left or is overdue.")};
    if (request.level == ReminderLevel::RedCard && light != DueLight::Red)
        return Refusal{tr("A red card is for what is overdue.")};
    if (request.level == ReminderLevel::Supervision)
        work.ticket.marks |= Mark::Supervised;
    (void)ReminderRepository(work.database())
        .insert({.dispatch = request.dispatch,
                 .level = request.level,
                 .at = work.now(),
                 .by = m_user,
                 .text = work.ground()});
    work.note(u"dispatch"_s, request.dispatch.value());
    return work.finish();
}

} // namespace huiyin
