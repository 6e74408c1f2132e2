// SPDX-License-Identifier: GPL-3.0-or-later
// What holds of all commands: who may give them where, what never happens to a file, and what its history tells.
#include "bulletin/Publication.h"
#include "casework/BestCases.h"
#include "casework/ChangeNotes.h"
#include "casework/HandlingRules.h"
#include "casework/ListViews.h"
#include "casework/Recomputing.h"
#include "exchange/Random.h"
#include "statistics/StatisticsBuilder.h"
#include "storage/AttachmentRepository.h"
#include "storage/ChainEnd.h"
#include "storage/ClockRepository.h"
#include "storage/Database.h"
#include "storage/FileCheck.h"
#include "storage/HistoryRepository.h"
#include "storage/StorageError.h"
#include "storage/UserRepository.h"
#include "support/HandlingOffice.h"
#include "support/Print.h"

#include <QCryptographicHash>

#include <catch2/catch.hpp>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

namespace {

// A ticket in some state, with the dispatch that commands are tried on.
struct Sample
{
    QString name;
    TicketId ticket{0};
    std::optional<DispatchId> dispatch{};
};

// One ticket in each state that a ticket and its lead dispatch can be in.
QList<Sample> samples(HandlingOffice &office)
{
    CaseBook &book = *office.book;
    QList<Sample> all;
    const auto add = [&](const QString &name, TicketId ticket) {
        const auto dispatches = office.dispatches(ticket);
        all.append(
            {.name = name, .ticket = ticket, .dispatch = dispatches.isEmpty() ? std::nullopt : dispatches.last().id});
    };
    const auto leadOf = [&](TicketId ticket) { return *office.lead(ticket).id; };
    const auto signedFor = [&] {
        const TicketId ticket = office.dispatched();
        office.must(book.sign(leadOf(ticket)));
        return ticket;
    };
    add(u"accepted"_s, office.accepted());
    add(u"sent"_s, office.dispatched());
    add(u"in hand"_s, signedFor());
    const TicketId still = signedFor();
    office.must(book.suspend({.dispatch = leadOf(still),
                              .lastDay = OfficeZone().day(office.clock.now()).addDays(7),
                              .ground = u"等待鉴定"_s}));
    add(u"suspended"_s, still);
    const TicketId returning = office.dispatched();
    office.must(book.askReturn({.dispatch = leadOf(returning), .ground = u"非本单位职责"_s}));
    add(u"return asked"_s, returning);
    const TicketId returned = office.dispatched();
    office.must(book.askReturn({.dispatch = leadOf(returned), .ground = u"非本单位职责"_s}));
    office.must(book.grantReturn(leadOf(returned)));
    add(u"returned"_s, returned);
    const TicketId longer = signedFor();
    office.must(book.askExtension({.dispatch = leadOf(longer), .dueAt = at("2020-02-19 17:00"), .reason = u"采购"_s}));
    add(u"extension asked"_s, longer);
    const TicketId replied = office.dispatched();
    office.must(book.reply({.dispatch = leadOf(replied), .text = u"已修好。"_s}));
    add(u"replied"_s, replied);
    add(u"to follow up"_s, office.replied());
    const TicketId closed = office.replied();
    office.must(book.close(closed));
    add(u"closed"_s, closed);
    const TicketId archived = office.replied();
    office.must(book.close(archived));
    office.must(book.archive(archived));
    add(u"archived"_s, archived);
    const TicketId gone = office.dispatched();
    office.must(book.makeVoid(gone, u"测试"_s));
    add(u"void"_s, gone);
    const TicketId merged = office.accepted();
    office.must(book.merge({.tickets = {merged}, .into = office.accepted()}));
    add(u"merged"_s, merged);
    return all;
}

// Gives a command whose request is in order, as far as it can be.
std::optional<Refusal> give(CaseBook &book, HandlingOffice &office, Command command, const Sample &sample)
{
    const TicketId ticket = sample.ticket;
    const DispatchId dispatch = sample.dispatch.value_or(DispatchId(0));
    const QString ground = u"理由"_s;
    const auto refusal = [](const auto &outcome) { return outcome ? std::nullopt : std::optional(outcome.error()); };
    switch (command) {
    case Command::AnswerDirectly:
        return refusal(book.answerDirectly(ticket, u"答复"_s));
    case Command::NotAccept:
        return refusal(book.notAccept(ticket, ground));
    case Command::Merge:
        return refusal(book.merge({.tickets = {ticket}, .into = TicketId(1)}));
    case Command::Unmerge:
        return refusal(book.unmerge(ticket, ground));
    case Command::Dispatch:
        // To one that has not returned it.
        for (const DepartmentId department : {office.housing, office.police, office.water}) {
            const bool returned = std::ranges::any_of(office.dispatches(ticket), [department](const Dispatch &one) {
                return one.department == department && one.returnedAt;
            });
            if (!returned)
                return refusal(book.dispatch({.ticket = ticket, .lead = department}));
        }
        return refusal(book.dispatch({.ticket = ticket, .lead = office.housing}));
    case Command::AddCoHandlers:
        return refusal(book.addCoHandlers(ticket, {office.police}));
    case Command::Sign:
        return refusal(book.sign(dispatch));
    case Command::NoteFirstContact:
        return refusal(book.noteFirstContact(dispatch));
    case Command::AskReturn:
        return refusal(book.askReturn({.dispatch = dispatch, .ground = ground}));
    case Command::GrantReturn:
        return refusal(book.grantReturn(dispatch));
    case Command::RefuseReturn:
        return refusal(book.refuseReturn(dispatch, ground));
    case Command::AskExtension: {
        const auto stored = DispatchRepository(office.file->database()).byId(dispatch);
        const QDateTime due = stored && stored->dueAt ? stored->dueAt->addDays(2) : office.clock.now();
        return refusal(book.askExtension({.dispatch = dispatch, .dueAt = due, .reason = ground}));
    }
    case Command::GrantExtension:
        return refusal(book.grantExtension(dispatch));
    case Command::RefuseExtension:
        return refusal(book.refuseExtension(dispatch, ground));
    case Command::Suspend: {
        const QDate lastDay = OfficeZone().day(office.clock.now()).addDays(2);
        return refusal(book.suspend({.dispatch = dispatch, .lastDay = lastDay, .ground = ground}));
    }
    case Command::Resume:
        return refusal(book.resume(dispatch));
    case Command::Reply:
        return refusal(book.reply({.dispatch = dispatch, .text = u"已办理。"_s}));
    case Command::AcceptReply:
        return refusal(book.acceptReply(dispatch));
    case Command::SendBackReply:
        return refusal(book.sendBackReply(dispatch, ground));
    case Command::Remind:
        return refusal(book.remind({.dispatch = dispatch, .text = ground}));
    case Command::Supervise:
        return refusal(book.remind({.dispatch = dispatch, .level = ReminderLevel::Supervision, .text = ground}));
    case Command::GiveYellowCard:
        return refusal(book.remind({.dispatch = dispatch, .level = ReminderLevel::YellowCard, .text = ground}));
    case Command::GiveRedCard:
        return refusal(book.remind({.dispatch = dispatch, .level = ReminderLevel::RedCard, .text = ground}));
    case Command::FollowUp:
        return refusal(book.followUp({.ticket = ticket, .reached = true, .satisfaction = Satisfaction::Satisfied}));
    case Command::Redo:
        return refusal(book.redo(ticket, ground));
    case Command::Explain:
        return refusal(book.explain(ticket, ground));
    case Command::Close:
        return refusal(book.close(ticket));
    case Command::Reopen:
        return refusal(book.reopen(ticket, ground));
    case Command::Archive:
        return refusal(book.archive(ticket));
    case Command::MakeVoid:
        return refusal(book.makeVoid(ticket, ground));
    case Command::ChangeUrgency:
        return refusal(book.changeUrgency(ticket, Urgency::Urgent));
    case Command::MarkDifficult:
        return refusal(book.setMark(ticket, Mark::Difficult, true));
    case Command::MarkLeader:
        return refusal(book.setMark(ticket, Mark::Leader, true));
    case Command::MarkExcluded:
        return refusal(book.setMark(ticket, Mark::Excluded, true, ground));
    case Command::PickCase:
        return refusal(book.setMark(ticket, Mark::PickedProblem, true));
    case Command::NominateCase:
        return refusal(nominateCase(book, {.ticket = ticket, .reason = ground}));
    case Command::CastBallot:
    case Command::HoldBallot: {
        // With one case; taken back when it is refused. What is voted on already is voted on, or taken back.
        Transaction transaction(office.file->database());
        CaseBook chief(*office.file, office.clock, u"主任"_s);
        const int year = office.file->zone().day(office.clock.now()).year();
        const bool isOpen = BestCaseRepository(office.file->database()).ballot(year).has_value();
        if (!isOpen) {
            const TicketId best = office.accepted();
            HandlingOffice::must(chief.answerDirectly(best, u"答复"_s));
            HandlingOffice::must(nominateCase(chief, {.ticket = best, .reason = ground}));
        }
        std::optional<Refusal> refused;
        if (command == Command::HoldBallot) {
            refused = refusal(isOpen ? takeBackBallot(book, year) : openBallot(book, year));
        } else {
            if (!isOpen)
                HandlingOffice::must(openBallot(chief, year));
            refused = refusal(castBallot(book, year, {}));
        }
        if (!refused)
            transaction.commit();
        return refused;
    }
    case Command::Correct: {
        const Ticket now = office.ticket(ticket);
        return refusal(
            book.correct({.ticket = ticket, .version = now.version, .title = u"更正"_s, .content = now.content}));
    }
    case Command::Attach: {
        const qsizetype there = AttachmentRepository(office.file->database()).ofTicket(ticket).size();
        return refusal(
            book.attach({.ticket = ticket, .name = u"记录.txt"_s, .content = "record " + QByteArray::number(there)}));
    }
    case Command::RemoveAttachment: {
        // One is put there first; taken back when the removal is refused.
        Transaction transaction(office.file->database());
        const AttachmentRepository attachments(office.file->database());
        const QByteArray content = "to be removed " + QByteArray::number(attachments.ofTicket(ticket).size());
        const AttachmentId id = attachments.insert({.ticket = ticket,
                                                    .name = u"照片.txt"_s,
                                                    .kind = AttachmentKind::Text,
                                                    .sha256 = contentHash(content),
                                                    .addedAt = office.clock.now()},
                                                   content);
        const auto refused = refusal(book.removeAttachment(id, ground));
        if (!refused)
            transaction.commit();
        return refused;
    }
    case Command::RevealCitizen:
        return refusal(book.recordView(ticket));
    case Command::RegisterCall:
        return refusal(book.registerCall({.facts = {.startedAt = office.clock.now()}}));
    case Command::SaveDraft:
        return refusal(book.saveDraft({.channel = office.phone(), .content = u"草稿"_s}));
    case Command::Accept:
        return refusal(book.accept({.channel = office.phone(), .title = u"停水"_s, .content = u"停水"_s}));
    case Command::SetUp:
        return refusal(book.saveTopic({.name = u"新专题"_s}));
    case Command::ManageKnowledge: {
        const auto count = office.file->database().value<qint64>(u"SELECT count(*) FROM knowledge_article"_s);
        return refusal(book.saveArticle({.question = u"问题%1"_s.arg(count.value_or(0)), .answer = u"答案"_s}));
    }
    case Command::KeepViews:
    case Command::KeepOfficeViews: {
        const auto count = office.file->database().value<qint64>(u"SELECT count(*) FROM saved_view"_s);
        return refusal(book.saveView({.name = u"视图%1"_s.arg(count.value_or(0)),
                                      .owner = command == Command::KeepViews ? book.user() : QString(),
                                      .definition = definitionOf(TicketView())}));
    }
    case Command::ManageUsers: {
        const QString name = u"新人%1"_s.arg(UserRepository(office.file->database()).all().size());
        return refusal(book.saveUser({.login = name, .name = name, .roles = Role::Operator}));
    }
    case Command::ConfirmClock: {
        // Two work here, and a record is of next year; taken back when it is refused.
        Transaction transaction(office.file->database());
        CaseBook chief(*office.file, office.clock, u"主任"_s);
        HandlingOffice::must(chief.saveUser({.login = u"second"_s, .name = u"第二人"_s, .roles = Role::Operator}));
        ClockRepository(office.file->database()).setNewest(office.clock.now().addYears(1));
        const auto refused = refusal(book.confirmClock());
        if (!refused)
            transaction.commit();
        return refused;
    }
    case Command::ExportTables:
    case Command::ReadCases:
    case Command::ComposeBulletin:
    case Command::BackUp:
        return refusal(book.recordExport(command, u"tables"_s, {.reason = u"年度归档"_s}));
    case Command::PublishBulletin: {
        // One that was begun just now; taken back when it is refused.
        Transaction transaction(office.file->database());
        CaseBook chief(*office.file, office.clock, u"主任"_s);
        const QDate today = office.file->zone().day(office.clock.now());
        const auto begun = beginBulletin(
            chief, {.layout = u"annual"_s, .period = Period::month(today.year(), today.month()), .date = today});
        const auto refused = refusal(publishBulletin(book, begun->id, begun->version));
        if (!refused)
            transaction.commit();
        return refused;
    }
    case Command::Restore:
        return refusal(book.approveRestore(u"number 1"_s, {.reason = u"磁盘损坏"_s}));
    case Command::ImportTables:
        return book.checkRight(command); // what it does lies above the case book
    case Command::GiveSheet:
    case Command::TakeSheet: {
        // Of a department that has little in hand; taken back when it is refused.
        Transaction transaction(office.file->database());
        CaseBook chief(*office.file, office.clock, u"主任"_s);
        const TicketId other = office.accepted();
        HandlingOffice::must(chief.dispatch({.ticket = other, .lead = office.police}));
        std::optional<Refusal> refused;
        if (command == Command::GiveSheet) {
            refused = refusal(book.giveSheet({.department = office.police}));
        } else {
            const auto given = chief.giveSheet({.department = office.police});
            refused = refusal(book.takeSheetRow(
                {.sheet = *given->sheet.id, .dispatch = *office.lead(other).id, .signedAt = office.clock.now()}));
        }
        if (!refused)
            transaction.commit();
        return refused;
    }
    case Command::MoveDueTimes: {
        // Another limit, and the ticket goes by it; taken back when the move is refused.
        Transaction transaction(office.file->database());
        CaseBook chief(*office.file, office.clock, u"主任"_s);
        const QList<DeadlineRule> rules = Deadlines::of(*office.file).rules();
        DeadlineRule ordinary = *std::ranges::find(rules, u"一般事项"_s, &DeadlineRule::name);
        ordinary.limit.amount = ordinary.limit.amount % 900 + 1;
        HandlingOffice::must(chief.saveDeadlineRule(ordinary));
        book.forgetTables();
        QList<DueMove> moves = dueMovesOf(office.ticket(ticket), office.dispatches(ticket), Deadlines::of(*office.file),
                                          office.clock.now());
        if (moves.isEmpty())
            moves.append({.ticket = ticket});
        const auto refused = refusal(book.moveDueTimes(moves));
        if (!refused)
            transaction.commit();
        book.forgetTables();
        return refused;
    }
    case Command::AcceptChain:
        return refusal(book.acceptChain({.history = 1, .historyHash = "another"}));
    case Command::DiscardDraft:
        break;
    }
    return std::nullopt;
}

bool isCard(Command command)
{
    return command == Command::GiveYellowCard || command == Command::GiveRedCard;
}

// Each command is tried on a day of its own, which may lie before that of the one before.
void begin(HandlingOffice &office, const char *now)
{
    office.clock.set(at(now));
    ClockRepository(office.file->database()).setNewest(office.clock.now());
}

// Every table of the file but SQLite's own, as one number; without the record of what was refused, which is the one
// thing that a refusal leaves.
QByteArray digest(Database &database)
{
    const auto notRefused = u" WHERE action <> 'refused'"_s;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const QStringList tables{u"ticket"_s,
                             u"ticket_text"_s,
                             u"dispatch"_s,
                             u"dispatch_text"_s,
                             u"follow_up"_s,
                             u"reminder"_s,
                             u"explanation"_s,
                             u"history"_s,
                             u"call"_s,
                             u"number_series"_s,
                             u"search_pending"_s,
                             u"search_state"_s,
                             u"access_record"_s,
                             u"topic"_s,
                             u"earlier_due"_s,
                             u"attachment"_s,
                             u"attachment_content"_s,
                             u"knowledge_article"_s,
                             u"knowledge_use"_s,
                             u"saved_view"_s,
                             u"department_sheet"_s,
                             u"department_sheet_row"_s,
                             u"kept_draft"_s,
                             u"bulletin"_s,
                             u"bulletin_figure"_s,
                             u"bulletin_case"_s,
                             u"bulletin_layout"_s,
                             u"best_case_nomination"_s,
                             u"best_case_ballot"_s,
                             u"best_case_vote"_s};
    for (const QString &table : tables) {
        const auto columns = database.all(
            u"SELECT name FROM pragma_table_info(?)"_s, [](const Row &row) { return row.get<QString>(0); }, table);
        database.each(u"SELECT "_s
                          + columns.join(u" || '|' || "_s)
                                .prepend(u"ifnull("_s)
                                .replace(u" || '|' || "_s, u", '-') || '|' || ifnull("_s)
                          + u", '-') FROM "_s + table + (table == u"access_record" ? notRefused : QString()),
                      [&hash](const Row &row) { hash.addData(row.get<QString>(0).toUtf8()); });
    }
    return hash.result();
}

// What the access records tell of commands refused after `last`, which moves on.
QStringList refusedSince(Database &database, qint64 &last)
{
    QStringList told;
    database.each(
        u"SELECT user || ' ' || details, sequence FROM access_record WHERE action = 'refused' AND sequence > ? "
        "ORDER BY sequence"_s,
        [&](const Row &row) {
            told.append(row.get<QString>(0));
            last = row.get<qint64>(1);
        },
        last);
    return told;
}

// What they have to tell of a command that somebody with a role gave: that the table refused it, and why.
QStringList toldOf(HandlingOffice &office, const CommandRule &rule, Role role, const Sample &sample)
{
    const auto told = [&rule](RefusedFor why) {
        return QStringList(u"试用 "_s + RefusedCommand{rule.command, why}.text());
    };
    if (!rule.allows(Roles(role)))
        return told(RefusedFor::Right);
    if (rule.command == Command::AcceptChain && role == Role::Administrator)
        return told(RefusedFor::Right); // this office has an auditor
    if (rule.ticketStates != 0 && !rule.allows(office.ticket(sample.ticket).state)
        && (rule.dispatchStates == 0 || sample.dispatch))
        return told(RefusedFor::State);
    if (rule.dispatchStates != 0 && sample.dispatch && !rule.allows(stateOf(office.dispatches(sample.ticket).last())))
        return told(RefusedFor::State);
    return {};
}

// What the history of a ticket says that it is: field by field, each event on the one before.
QJsonObject replayed(Database &database, TicketId ticket, QStringList &breaks)
{
    QJsonObject state;
    const auto events = HistoryRepository(database).of(u"ticket"_s, ticket.value());
    for (const HistoryEvent &event : events) {
        const QJsonObject changes = event.details[u"ticket"].toObject();
        for (auto field = changes.begin(); field != changes.end(); ++field) {
            if (field.key() == u"texts")
                continue;
            const QJsonObject change = field.value().toObject();
            if (!state.isEmpty() && state.contains(field.key()) && state[field.key()] != change[u"from"])
                breaks.append(event.action + u' ' + field.key());
            state.insert(field.key(), change[u"to"]);
        }
    }
    return state;
}

QStringList faultsOf(HandlingOffice &office)
{
    QStringList faults;
    const OfficeZone zone;
    const auto all = TicketRepository(office.file->database()).matching({});
    for (const TicketId id : all) {
        const Ticket ticket = office.ticket(id);
        const auto dispatches = office.dispatches(id);
        const bool closed = ticket.state == TicketState::Closed || ticket.state == TicketState::Archived;
        if (closed != (ticket.closedAt && ticket.state != TicketState::Void) || (closed && !ticket.resolution))
            faults.append(u"%1: closed without time or resolution"_s.arg(ticket.number));
        if (!closed && ticket.state != TicketState::Void && ticket.state != workingState(dispatches))
            faults.append(u"%1: its state doesn't follow from its dispatches"_s.arg(ticket.number));
        for (const Dispatch &dispatch : dispatches) {
            if ((closed || ticket.state == TicketState::Void) && !dispatch.closedAt && !dispatch.returnedAt)
                faults.append(u"%1: closed with an open dispatch"_s.arg(ticket.number));
        }
        QStringList breaks;
        const QJsonObject told = replayed(office.file->database(), id, breaks);
        for (const QString &fault : std::as_const(breaks))
            faults.append(ticket.number + u": "_s + fault);
        const QJsonObject is = changesOf(Ticket{}, ticket, zone);
        for (auto field = told.begin(); field != told.end(); ++field) {
            const QJsonValue now = is.contains(field.key())
                                       ? is[field.key()].toObject()[u"to"]
                                       : changesOf(ticket, Ticket{}, zone)[field.key()].toObject()[u"from"];
            if (is.contains(field.key()) && now != field.value())
                faults.append(u"%1: the history tells another %2"_s.arg(ticket.number, field.key()));
        }
        for (auto field = is.begin(); field != is.end(); ++field) {
            if (field.key() != u"texts" && !told.contains(field.key()))
                faults.append(u"%1: the history doesn't tell its %2"_s.arg(ticket.number, field.key()));
        }
    }
    const Statistics figures =
        buildStatistics(*office.file, {.period = Period::days(QDate(2020, 1, 1), QDate(2021, 1, 1))});
    if (figures.accepted != figures.closed + figures.open)
        faults.append(u"accepted is not closed and open"_s);
    Progress quiet;
    for (const CheckFinding &finding : checkFile(*office.file, quiet))
        faults.append(finding.object + u": "_s + finding.message);
    return faults;
}

void allowSuspension(HandlingOffice &office)
{
    const QList<DeadlineRule> rules = Deadlines::of(*office.file).rules();
    for (DeadlineRule rule : rules) {
        rule.suspensionDays = 20;
        HandlingOffice::must(office.book->saveDeadlineRule(rule));
    }
}

// Where a walk can go wrong; it has to have come there.
QStringList wrongTurns()
{
    return {u"SELECT count(*) FROM dispatch WHERE returned_at IS NOT NULL"_s,
            u"SELECT count(*) FROM dispatch WHERE extended_at IS NOT NULL"_s,
            u"SELECT count(*) FROM dispatch WHERE round > 1"_s,
            u"SELECT count(*) FROM earlier_reply"_s,
            u"SELECT count(*) FROM dispatch WHERE suspended_until < suspended_due_at"_s,
            u"SELECT count(*) FROM earlier_due e JOIN dispatch d ON d.id = e.dispatch WHERE e.until > d.suspended_at"_s,
            u"SELECT count(*) FROM dispatch a JOIN dispatch b ON b.ticket = a.ticket AND b.round = "
            "a.round AND b.id > a.id WHERE a.returned_at IS NOT NULL AND b.role = 'lead'"_s};
}

void walk(int steps, quint64 seed, QSet<QString> &reached)
{
    HandlingOffice office;
    allowSuspension(office);
    Random random(seed);
    struct Reset
    {
        ~Reset() { Database::setObserver({}); }
    } reset;
    // Who sits at the PC changes; each comes with a case book of his own, as after a login.
    const QList<std::pair<QString, Roles>> clerks{{u"主任"_s, allRoles()},
                                                  {u"话务员01"_s, Role::Operator | Role::Dispatcher | Role::FollowUp},
                                                  {u"班长"_s, Role::Supervisor | Role::Administrator},
                                                  {u"统计员"_s, Role::Editor}};
    auto book = std::make_unique<CaseBook>(*office.file, office.clock, clerks[0].first, clerks[0].second);
    QList<Command> commands = allCommands();
    commands.removeIf([](Command command) {
        return command >= Command::ReadCases && command != Command::SetUp && command != Command::MoveDueTimes;
    });
    QList<TicketId> tickets{office.accepted()};
    QSet<QString> numbers;
    int done = 0;
    int refused = 0;
    int failed = 0;
    for (int i = 0; i < steps; ++i) {
        office.clock.advance(random.below(1'200));
        if (random.chance(50)) {
            const auto &[name, roles] = clerks.at(random.chance(600) ? 0 : random.below(clerks.size()));
            book = std::make_unique<CaseBook>(*office.file, office.clock, name, roles);
        }
        if (random.chance(60))
            tickets.append(office.accepted());
        // Mostly those in work; the walk would else dwell on what is closed.
        const TicketId ticket = random.chance(700)
                                    ? tickets.at(std::max<qsizetype>(0, tickets.size() - 1 - random.below(12)))
                                    : random.pick(tickets);
        const auto dispatches = office.dispatches(ticket);
        Sample sample{.name = {}, .ticket = ticket};
        if (!dispatches.isEmpty())
            sample.dispatch = random.pick(dispatches).id;
        Command command = random.pick(commands);
        // Mostly what is possible, or nothing would get far.
        const auto isPossible = [&] {
            const CommandRule &rule = ruleOf(command);
            const auto dispatch = std::ranges::find(dispatches, sample.dispatch, &Dispatch::id);
            return rule.allows(office.ticket(ticket).state)
                   && (rule.dispatchStates == 0 || (dispatch != dispatches.end() && rule.allows(stateOf(*dispatch))));
        };
        for (int tries = 0; tries < 40 && random.chance(980) && !isPossible(); ++tries)
            command = random.pick(commands);
        if (command == Command::SetUp || command == Command::MoveDueTimes || command == Command::MakeVoid
            || command == Command::Archive) {
            if (!random.chance(100))
                continue;
        }
        const qint64 events = office.file->database().value<qint64>(u"SELECT count(*) FROM history"_s).value_or(0);
        const bool fails = random.chance(10); // the disk does, at some access
        const QByteArray before = fails || random.chance(20) ? digest(office.file->database()) : QByteArray();
        std::optional<Refusal> refusal;
        if (fails) {
            Database::setObserver([left = random.below(25)](const QString &sql) mutable {
                if (sql != u"ROLLBACK" && --left == -1)
                    throw StorageError(StorageError::Kind::DiskFull, u"staged"_s);
            });
        }
        try {
            refusal = give(*book, office, command, sample);
            Database::setObserver({});
        } catch (const StorageError &) {
            Database::setObserver({});
            ++failed;
            CHECK(digest(office.file->database()) == before);
            continue;
        }
        if (refusal) {
            ++refused;
            CHECK_FALSE(refusal->reason.isEmpty());
            CHECK(office.file->database().value<qint64>(u"SELECT count(*) FROM history"_s) == events);
            if (!before.isEmpty())
                CHECK(digest(office.file->database()) == before);
        } else {
            ++done;
        }
        if (i % std::max(1, steps / 4) == 0)
            REQUIRE(faultsOf(office) == QStringList());
    }
    for (const QString &sql : wrongTurns()) {
        if (office.file->database().value<qint64>(sql) > 0)
            reached.insert(sql);
    }
    CHECK(done > steps / 20);
    CHECK(refused > steps / 20);
    CHECK(failed > steps / 400);
    REQUIRE(faultsOf(office) == QStringList());
    // Nothing vanishes.
    for (const TicketId ticket : std::as_const(tickets))
        numbers.insert(office.ticket(ticket).number);
    CHECK(numbers.size() == tickets.size());
}

} // namespace

TEST_CASE("each command is carried out exactly where the table of rights says so", "[casework]")
{
    HandlingOffice office("2020-02-10 09:00");
    allowSuspension(office);
    {
        Transaction transaction(office.file->database());
        HandlingRules{.followUp = false}.save(*office.file);
        transaction.commit();
    }
    const auto all = samples(office);
    QStringList wrong;
    int carriedOut = 0;
    qint64 lastRecord = 0;
    (void)refusedSince(office.file->database(), lastRecord);
    for (const Command command : allCommands()) {
        const CommandRule &rule = ruleOf(command);
        begin(office, isCard(command) ? "2020-02-20 09:00" : "2020-02-10 10:00");
        for (const auto &role : codeTable<Role>()) {
            CaseBook book(*office.file, office.clock, u"试用"_s, role.value);
            for (const Sample &sample : all) {
                const Ticket ticket = office.ticket(sample.ticket);
                bool expected = rule.allows(Roles(role.value));
                if (rule.ticketStates != 0)
                    expected = expected && rule.allows(ticket.state);
                if (rule.dispatchStates != 0) {
                    const auto dispatches = office.dispatches(sample.ticket);
                    expected = expected && sample.dispatch && rule.allows(stateOf(dispatches.last()));
                }
                // What depends on more than the state.
                if (command == Command::Unmerge)
                    expected = expected && ticket.mergedInto;
                if (command == Command::Reopen || command == Command::NominateCase)
                    expected = expected && !ticket.mergedInto;
                const bool still = sample.name == u"suspended";
                if (command == Command::Suspend || command == Command::AskExtension || isCard(command)
                    || command == Command::MoveDueTimes)
                    expected = expected && !still;
                if (command == Command::Resume)
                    expected = expected && still;
                if (command == Command::AcceptChain)
                    expected = role.value == Role::Auditor;
                if (command == Command::DiscardDraft)
                    continue;
                if (command == Command::Merge)
                    expected = expected && sample.ticket != TicketId(1);
                // Rolled back: the next one finds the ticket as it was.
                std::optional<Transaction> trial(std::in_place, office.file->database());
                const bool given = !give(book, office, command, sample).has_value();
                carriedOut += given ? 1 : 0;
                trial.reset();
                const QStringList told = refusedSince(office.file->database(), lastRecord);
                if (told != toldOf(office, rule, role.value, sample))
                    wrong.append(u"%1 by %2, %3: recorded as %4"_s.arg(displayName(command), displayName(role.value),
                                                                       sample.name, told.join(u'|')));
                if (given != expected)
                    wrong.append(u"%1 by %2, %3"_s.arg(displayName(command), displayName(role.value), sample.name));
            }
        }
    }
    CHECK(wrong == QStringList());
    CHECK(carriedOut > 200);
}

TEST_CASE("whatever is done, nothing is lost and the figures and the history agree", "[casework]")
{
    QSet<QString> reached;
    walk(12'000, 1, reached);
    CHECK(reached.size() == wrongTurns().size());
}

// Minutes; see CONTRIBUTING.
TEST_CASE("a hundred thousand commands keep the laws", "[.long]")
{
    QSet<QString> reached;
    for (quint64 seed = 2; seed < 11; ++seed)
        walk(12'000, seed, reached);
    CHECK(reached.size() == wrongTurns().size());
}

TEST_CASE("a command that fails at any access to the file leaves it as it was", "[casework]")
{
    struct Reset
    {
        ~Reset() { Database::setObserver({}); }
    } reset;
    HandlingOffice office;
    allowSuspension(office);
    {
        Transaction transaction(office.file->database());
        HandlingRules{.followUp = false}.save(*office.file);
        transaction.commit();
    }
    Database &database = office.file->database();
    for (const Command command : allCommands()) {
        const CommandRule &rule = ruleOf(command);
        begin(office, "2020-02-10 09:00");
        const auto all = samples(office);
        const auto sample = std::ranges::find_if(all, [&](const Sample &one) {
            const auto dispatches = office.dispatches(one.ticket);
            return (rule.ticketStates == 0 || rule.allows(office.ticket(one.ticket).state))
                   && (rule.dispatchStates == 0 || (!dispatches.isEmpty() && rule.allows(stateOf(dispatches.last()))))
                   && (command != Command::Unmerge || office.ticket(one.ticket).mergedInto)
                   && (command != Command::Resume || isSuspended(dispatches.last(), office.clock.now()));
        });
        if (sample == all.end())
            continue;
        INFO(displayName(command).toStdString());
        office.clock.set(at(isCard(command) ? "2020-02-20 09:00" : "2020-02-10 10:00"));
        const QByteArray before = digest(database);
        bool done = false;
        for (int failing = 1; !done; ++failing) {
            REQUIRE(failing < 1000); // a bulletin is composed anew and frozen figure by figure
            int count = 0;
            Database::setObserver([&count, failing](const QString &) {
                if (++count == failing)
                    throw StorageError(StorageError::Kind::DiskFull, u"staged"_s);
            });
            try {
                office.book->forgetTables();
                const auto refusal = give(*office.book, office, command, *sample);
                INFO((refusal ? refusal->reason : QString()).toStdString());
                REQUIRE_FALSE(refusal);
                done = count < failing;
            } catch (const StorageError &) {
            }
            Database::setObserver({});
            if (!done)
                REQUIRE(digest(database) == before);
        }
    }
}

TEST_CASE("the office's division of labour: who may do what", "[casework][rights]")
{
    // As an office lays it down: O 话务员, D 派单员, F 回访员, E 统计员, S 班长/主任, A 系统管理员, U 审计员.
    struct Duty
    {
        const char *action;
        const char *roles;
    };
    const Duty duties[] = {{"registered", "ODS"},
                           {"draft_saved", "ODS"},
                           {"draft_discarded", "ODS"},
                           {"accepted", "ODS"},
                           {"answered_directly", "ODS"},
                           {"not_accepted", "ODS"},
                           {"merged", "ODS"},
                           {"unmerged", "DS"},
                           {"dispatched", "DS"},
                           {"co_handlers_added", "DS"},
                           {"signed", "DS"},
                           {"first_contact", "DS"},
                           {"return_asked", "DS"},
                           {"returned", "DS"},
                           {"return_refused", "DS"},
                           {"extension_asked", "DS"},
                           {"extended", "S"},
                           {"extension_refused", "S"},
                           {"suspended", "S"},
                           {"resumed", "DS"},
                           {"replied", "DS"},
                           {"reply_accepted", "DS"},
                           {"reply_sent_back", "DS"},
                           {"reminded", "DFS"},
                           {"supervised", "S"},
                           {"yellow_card", "S"},
                           {"red_card", "S"},
                           {"followed_up", "FS"},
                           {"redone", "DFS"},
                           {"explained", "DFS"},
                           {"closed", "DFS"},
                           {"reopened", "S"},
                           {"archived", "SA"},
                           {"made_void", "S"},
                           {"urgency_changed", "ODS"},
                           {"marked_difficult", "DS"},
                           {"marked_leader", "S"},
                           {"marked_excluded", "S"},
                           {"picked", "ES"},
                           {"nominated", "ODFES"},
                           {"corrected", "ODS"},
                           {"attached", "ODFS"},
                           {"attachment_removed", "S"},
                           {"revealed", "ODFSU"},
                           {"due_moved", "A"},
                           {"read", "ODFESU"},
                           {"exported", "ESU"},
                           {"imported", "SA"},
                           {"composed", "ES"},
                           {"published", "ES"},
                           {"voted", "ODFES"},
                           {"ballot_held", "ES"},
                           {"backed_up", "SA"},
                           {"restored", "SA"},
                           {"sheet_given", "DS"},
                           {"sheet_taken", "DS"},
                           {"knowledge_changed", "ESA"},
                           {"view_kept", "ODFESU"},
                           {"office_view_kept", "SA"},
                           {"set_up", "A"},
                           {"clock_confirmed", "SA"},
                           {"users_changed", "A"},
                           {"chain_accepted", "UA"}};
    const std::pair<Role, char> letters[] = {{Role::Operator, 'O'}, {Role::Dispatcher, 'D'}, {Role::FollowUp, 'F'},
                                             {Role::Editor, 'E'},   {Role::Supervisor, 'S'}, {Role::Administrator, 'A'},
                                             {Role::Auditor, 'U'}};
    const QList<Command> all = allCommands();
    CHECK(std::size(duties) == static_cast<size_t>(all.size()));
    for (const Command command : all) {
        const CommandRule &rule = ruleOf(command);
        INFO(rule.action);
        const auto duty =
            std::ranges::find_if(duties, [&rule](const Duty &one) { return QByteArray(one.action) == rule.action; });
        REQUIRE(duty != std::end(duties));
        for (const auto &[role, letter] : letters)
            CHECK(rule.allows(Roles(role)) == QByteArray(duty->roles).contains(letter));
    }
}
