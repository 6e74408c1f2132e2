// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/TicketWork.h"

#include "casework/ChangeNotes.h"
#include "casework/FieldChecks.h"
#include "casework/Suspending.h"
#include "domain/PersonalText.h"
#include "domain/Text.h"
#include "storage/CaseFile.h"
#include "storage/DispatchRepository.h"
#include "storage/TicketRepository.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

TicketWork::TicketWork(CaseBook &book, Command command)
    : m_book(book)
    , m_database(book.m_file.database())
    , m_rule(ruleOf(command))
    , m_now(book.m_clock.now())
    , m_transaction(m_database)
{
}

QString TicketWork::user() const
{
    return m_book.m_user;
}

HandlingRules TicketWork::rules() const
{
    return HandlingRules::of(m_book.m_file);
}

std::optional<Refusal> TicketWork::begin(TicketId ticketId, const QString &ground)
{
    if (auto refusal = m_book.checkRight(m_rule.command, ticketId))
        return refusal;
    if (auto refusal = read(ticketId))
        return refusal;
    return takeGround(ground);
}

std::optional<Refusal> TicketWork::begin(DispatchId dispatchId, const QString &ground)
{
    const auto stored = DispatchRepository(m_database).byId(dispatchId);
    if (auto refusal = m_book.checkRight(m_rule.command, stored ? std::optional(stored->ticket) : std::nullopt))
        return refusal;
    if (!stored)
        return Refusal{tr("The dispatch is not in this case file.")};
    if (auto refusal = read(stored->ticket))
        return refusal;
    for (qsizetype i = 0; i < dispatches.size(); ++i) {
        if (dispatches[i].id == dispatchId)
            m_dispatch = i;
    }
    const DispatchState state = stateOf(dispatch());
    if (!m_rule.allows(state)) {
        m_book.recordRefused(m_rule.command, RefusedFor::State, ticket.id);
        return Refusal{tr("“%1” is not possible: with %2 the ticket is “%3”.")
                           .arg(displayName(m_rule.command), nameOf(dispatch().department), displayName(state))};
    }
    return takeGround(ground);
}

std::optional<Refusal> TicketWork::read(TicketId ticketId)
{
    const auto stored = TicketRepository(m_database).byId(ticketId);
    if (!stored)
        return Refusal{tr("The ticket is not in this case file.")};
    ticket = m_ticketBefore = *stored;
    dispatches = m_dispatchesBefore = DispatchRepository(m_database).ofTicket(ticketId);
    ticket.state = stateOf(ticket, dispatches);
    if (!m_rule.allows(ticket.state)) {
        m_book.recordRefused(m_rule.command, RefusedFor::State, ticket.id);
        return Refusal{tr("“%1” is not possible: the ticket %2 is “%3”.")
                           .arg(displayName(m_rule.command), ticket.number, displayName(ticket.state))};
    }
    return std::nullopt;
}

std::optional<Refusal> TicketWork::takeGround(const QString &ground)
{
    return take(m_ground, ground, u"ground"_s, m_rule.needsGround ? tr("Say why: a ground is needed.") : QString());
}

Dispatch *TicketWork::lead()
{
    const Dispatch *found = leadOf(dispatches);
    return found ? &dispatches[found - dispatches.constData()] : nullptr;
}

std::optional<Refusal> TicketWork::take(QString &target, const QString &text, const QString &field,
                                        const QString &required) const
{
    if (auto refusal = textFault(text, field))
        return refusal;
    const QString trimmed = cleanText(text).text.trimmed();
    if (trimmed.isEmpty() && !required.isEmpty())
        return Refusal{required, field};
    target = trimmed;
    return std::nullopt;
}

std::optional<Refusal> TicketWork::take(QDateTime &target, const std::optional<QDateTime> &told,
                                        const QDateTime &earliest) const
{
    if (told && *told > m_now.addSecs(60))
        return Refusal{tr("The time lies in the future."), u"at"_s};
    // Times are told to the minute.
    constexpr int minute = 59;
    if (told && told->addSecs(minute) < earliest) {
        return Refusal{
            tr("The time lies before %1, when what comes before it happened.").arg(deadlines().zone().text(earliest)),
            u"at"_s};
    }
    // A clock that was set back, or two things in one moment: the order that they happened in stays.
    target = qMax(told.value_or(m_now), earliest);
    return std::nullopt;
}

std::optional<Refusal> TicketWork::checkDepartment(DepartmentId department) const
{
    const Department *known = findById(tables().departments, std::optional(department));
    if (!known || known->retired)
        return Refusal{tr("Choose a department of the office's list."), u"department"_s};
    for (const Dispatch &other : dispatches) {
        if (other.department == department && other.returnedAt)
            return Refusal{tr("%1 has returned this ticket. Choose another department.").arg(known->name),
                           u"department"_s};
    }
    return std::nullopt;
}

std::optional<Refusal> TicketWork::give(const Dispatch &dispatch)
{
    if (auto refusal = checkDepartment(dispatch.department))
        return refusal;
    const auto held = std::ranges::find_if(dispatches, [&](const Dispatch &other) {
        return other.department == dispatch.department && other.round == dispatch.round;
    });
    if (held == dispatches.end()) {
        add(dispatch);
        return std::nullopt;
    }
    if (dispatch.role != DispatchRole::Lead || held->role != DispatchRole::CoHandler || held->closedAt)
        return Refusal{tr("%1 has this ticket already.").arg(nameOf(dispatch.department)), u"department"_s};
    if (held->suspendedAt) {
        letRun(*held, m_now);
        keepDue(*held, m_now);
    }
    held->role = DispatchRole::Lead;
    held->dueAt = dispatch.dueAt;
    held->originalDueAt = dispatch.originalDueAt;
    held->dueRule = dispatch.dueRule;
    held->instruction = dispatch.instruction;
    return std::nullopt;
}

QString TicketWork::nameOf(DepartmentId department) const
{
    const Department *known = findById(tables().departments, std::optional(department));
    return known ? known->name : QString();
}

std::optional<DueTime> TicketWork::dueFrom(const QDateTime &from) const
{
    return deadlines().due(deadlineCaseOf(ticket), from);
}

const DeadlineRule *TicketWork::deadlineRule() const
{
    return deadlines().rule(deadlineCaseOf(ticket), ticket.receivedAt);
}

void TicketWork::keepDue(const Dispatch &dispatch, const QDateTime &at) const
{
    if (!dispatch.dueAt)
        return;
    const DispatchRepository repository(m_database);
    if (dispatch.extendedAt && dispatch.originalDueAt && repository.earlierDues(*dispatch.id).isEmpty())
        repository.keepDue(*dispatch.id, {.until = *dispatch.extendedAt, .dueAt = *dispatch.originalDueAt});
    repository.keepDue(*dispatch.id, {.until = at, .dueAt = *dispatch.dueAt});
}

void TicketWork::letRun(Dispatch &dispatch, const QDateTime &at) const
{
    if (!isSuspended(dispatch, at) || !dispatch.suspendedDueAt || !dispatch.dueAt)
        return;
    const TicketInHand in{.ticket = ticket, .dispatches = dispatches, .deadlines = deadlines()};
    const auto due = dueAfterResuming(in, dispatch, deadlineRule(), m_now, at);
    dispatch.suspendedUntil = qMax(at, *dispatch.suspendedAt);
    if (!due)
        return;
    keepDue(dispatch, *dispatch.suspendedUntil);
    dispatch.dueAt = due;
}

void TicketWork::close(Resolution resolution)
{
    ticket.state = TicketState::Closed;
    ticket.resolution = resolution;
    // Times of dispatches are told to the minute, and may lie as much ahead.
    ticket.closedAt = qMax(m_now, ticket.receivedAt);
    for (const Dispatch &dispatch : std::as_const(dispatches)) {
        if (dispatch.closedAt && !dispatch.returnedAt)
            ticket.closedAt = qMax(*ticket.closedAt, *dispatch.closedAt);
    }
    ticket.closedBy = user();
    // Nobody waits any longer for a co-handler.
    for (Dispatch &dispatch : dispatches) {
        if (!dispatch.closedAt && !dispatch.returnedAt)
            dispatch.closedAt = qMax(*ticket.closedAt, dispatch.dispatchedAt);
    }
}

void TicketWork::takeBack()
{
    ticket.resolution.reset();
    ticket.mergedInto.reset();
    ticket.closedAt.reset();
    ticket.closedBy.clear();
    ticket.ground.clear();
    settle();
}

void TicketWork::keepReply(Dispatch &dispatch) const
{
    if (!dispatch.repliedAt)
        return;
    DispatchRepository(m_database).keepReply(dispatch);
    if (!dispatch.firstRepliedAt)
        dispatch.firstRepliedAt = dispatch.repliedAt;
}

Outcome<Changes> TicketWork::finish()
{
    const OfficeZone &zone = deadlines().zone();
    const DispatchRepository repository(m_database);
    const auto insertDetails = [this](const QString &name, const QJsonObject &object) {
        if (!object.isEmpty())
            m_details.insert(name, object);
    };
    insertDetails(u"ticket"_s, changesOf(m_ticketBefore, ticket, zone));
    QJsonObject changed;
    for (qsizetype i = 0; i < dispatches.size(); ++i) {
        Dispatch &dispatch = dispatches[i];
        const bool isNew = i >= m_dispatchesBefore.size();
        if (!isNew && dispatch == m_dispatchesBefore[i])
            continue;
        if (isNew)
            dispatch.id = repository.insert(dispatch);
        else
            repository.update(dispatch);
        changed.insert(QString::number(dispatch.id->value()),
                       changesOf(isNew ? Dispatch{} : m_dispatchesBefore[i], dispatch, zone));
    }
    insertDetails(u"dispatches"_s, changed);
    if (!m_ground.isEmpty())
        m_details.insert(u"ground"_s, maskedText(m_ground, citizenOf(ticket))); // it is kept for ever
    // Its version counts every command, also those that change a dispatch alone: who has it open knows that it is old.
    if (!TicketRepository(m_database).update(ticket))
        return Refusal{tr("The ticket was changed in another place meanwhile. Open it again.")};
    Recorder(m_database, m_now, m_book.m_user)
        .record(u"ticket"_s, ticket.id->value(), QString::fromLatin1(m_rule.action), m_details);
    m_transaction.commit();
    return Changes{.tickets = {*ticket.id}};
}

} // namespace huiyin
