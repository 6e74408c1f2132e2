// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/BestCases.h"

#include "casework/TicketWork.h"
#include "domain/PersonalText.h"
#include "storage/CaseFile.h"
#include "storage/CodeTableRepository.h"
#include "storage/DispatchRepository.h"
#include "storage/TicketRepository.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(BestCases)
};

const auto object = u"best_cases"_s;

Refusal notNow(int year, BallotState state)
{
    switch (state) {
    case BallotState::Nominating:
        return Refusal{Text::tr("The best cases of %1 are not voted on yet.").arg(year)};
    case BallotState::Voting:
        return Refusal{Text::tr("The best cases of %1 are being voted on: the shortlist stands.").arg(year)};
    case BallotState::Closed:
        break;
    }
    return Refusal{Text::tr("The best cases of %1 are chosen; the result doesn't change any more.").arg(year)};
}

BallotState stateOf(const std::optional<Ballot> &ballot)
{
    return ballot ? ballot->state : BallotState::Nominating;
}

// One command about a year: asks for the right, and that the ballot stands where the command needs it.
class YearWork
{
public:
    YearWork(CaseBook &book, int year)
        : m_book(book)
        , m_year(year)
        , m_transaction(book.file().database())
        , cases(book.file().database())
        , now(book.clock().now())
    {
    }

    std::optional<Refusal> begin(Command command, BallotState needed)
    {
        if (auto refusal = m_book.checkRight(command))
            return refusal;
        ballot = cases.ballot(m_year);
        return stateOf(ballot) == needed ? std::nullopt : std::optional(notNow(m_year, stateOf(ballot)));
    }

    Outcome<Changes> finish(const QString &action, const QJsonObject &details)
    {
        Recorder(m_book.file().database(), now, m_book.user()).record(object, m_year, action, details);
        m_transaction.commit();
        return Changes{.bulletins = true};
    }

private:
    CaseBook &m_book;
    int m_year;
    Transaction m_transaction;

public:
    const BestCaseRepository cases;
    const QDateTime now;
    std::optional<Ballot> ballot{};
};

QList<NominationId> inRunning(CaseFile &file, const QList<Nomination> &shortlist)
{
    const TicketRepository tickets(file.database());
    QList<NominationId> ids;
    for (const Nomination &one : shortlist) {
        const auto ticket = tickets.byId(one.ticket);
        if (ticket && mayBeBestCase(*ticket))
            ids.append(*one.id);
    }
    return ids;
}

QString numberOf(CaseFile &file, TicketId id)
{
    const auto ticket = TicketRepository(file.database()).byId(id);
    return ticket ? ticket->number : QString::number(id.value());
}

} // namespace

bool mayBeBestCase(const Ticket &ticket)
{
    return (ticket.state == TicketState::Closed || ticket.state == TicketState::Archived) && !ticket.mergedInto;
}

Outcome<Changes> nominateCase(CaseBook &book, const NominationRequest &request)
{
    TicketWork work(book, Command::NominateCase);
    if (auto refusal = work.begin(request.ticket))
        return *refusal;
    if (!mayBeBestCase(work.ticket))
        return Refusal{Text::tr("The ticket is merged into another: nominate that one.")};
    Nomination next{.year = book.file().zone().day(work.ticket.receivedAt).year(),
                    .ticket = request.ticket,
                    .at = work.now(),
                    .by = work.user()};
    if (auto refusal = work.take(next.reason, request.reason, u"ground"_s,
                                 Text::tr("Say why it is one of the year's best cases.")))
        return *refusal;
    const BestCaseRepository cases(work.database());
    if (const auto ballot = cases.ballot(next.year))
        return notNow(next.year, ballot->state);
    if (const auto there = cases.of(next.year, next.ticket))
        return Refusal{Text::tr("%1 has nominated this case already.").arg(there->by)};
    next.id = cases.insert(next);
    work.note(u"nomination"_s, QJsonObject{{u"year"_s, next.year}});
    auto done = work.finish();
    if (!done)
        return done;
    Changes changes = *done;
    changes.bulletins = true;
    return changes;
}

Outcome<Changes> withdrawNomination(CaseBook &book, NominationId nomination)
{
    const auto stored = BestCaseRepository(book.file().database()).byId(nomination);
    YearWork work(book, stored ? stored->year : 0);
    const bool own = stored && stored->by == book.user();
    if (auto refusal = work.begin(own ? Command::NominateCase : Command::HoldBallot, BallotState::Nominating))
        return *refusal;
    if (!stored)
        return Refusal{Text::tr("This nomination is not there any more.")};
    work.cases.remove(nomination);
    return work.finish(u"withdrawn"_s, {{u"ticket"_s, numberOf(book.file(), stored->ticket)}, {u"by"_s, stored->by}});
}

Outcome<Changes> openBallot(CaseBook &book, int year)
{
    YearWork work(book, year);
    if (auto refusal = work.begin(Command::HoldBallot, BallotState::Nominating))
        return *refusal;
    const QList<Nomination> shortlist = work.cases.nominations(year);
    if (shortlist.isEmpty())
        return Refusal{Text::tr("No case of %1 is nominated yet: there is nothing to vote on.").arg(year)};
    const QList<NominationId> running = inRunning(book.file(), shortlist);
    for (const Nomination &one : shortlist) {
        if (!running.contains(*one.id))
            return Refusal{Text::tr("The ticket %1 is not closed any more. Withdraw its nomination first.")
                               .arg(numberOf(book.file(), one.ticket))};
    }
    work.cases.open({.year = year, .openedAt = work.now, .openedBy = book.user()});
    return work.finish(u"ballot_opened"_s, {{u"cases"_s, shortlist.size()}});
}

Outcome<Changes> takeBackBallot(CaseBook &book, int year)
{
    YearWork work(book, year);
    if (auto refusal = work.begin(Command::HoldBallot, BallotState::Voting))
        return *refusal;
    const int voters = work.cases.voters(year);
    work.cases.removeBallot(year);
    return work.finish(u"ballot_taken_back"_s, {{u"voters"_s, voters}});
}

// The history tells that somebody has voted, not for whom.
Outcome<Changes> castBallot(CaseBook &book, int year, const QList<NominationId> &votes)
{
    YearWork work(book, year);
    if (auto refusal = work.begin(Command::CastBallot, BallotState::Voting))
        return *refusal;
    QList<NominationId> chosen = votes;
    std::ranges::sort(chosen);
    chosen.erase(std::unique(chosen.begin(), chosen.end()), chosen.end());
    if (chosen.size() > mostVotes)
        return Refusal{Text::tr("You have chosen %n case(s), and may choose 10 at most.", nullptr,
                                static_cast<int>(chosen.size())),
                       u"votes"_s};
    const QList<Nomination> shortlist = work.cases.nominations(year);
    for (const NominationId id : std::as_const(chosen)) {
        if (std::ranges::find(shortlist, std::optional(id), &Nomination::id) == shortlist.end())
            return Refusal{Text::tr("Only cases on the shortlist of %1 can be voted for.").arg(year), u"votes"_s};
    }
    work.cases.setVotes(year, book.user(), chosen, work.now);
    return work.finish(u"voted"_s, {{u"votes"_s, chosen.size()}});
}

Outcome<Changes> closeBallot(CaseBook &book, int year, const QList<NominationId> &decided)
{
    YearWork work(book, year);
    if (auto refusal = work.begin(Command::HoldBallot, BallotState::Voting))
        return *refusal;
    const QList<Nomination> shortlist = work.cases.nominations(year);
    const QHash<NominationId, int> votes = work.cases.votes(year);
    if (votes.isEmpty())
        return Refusal{Text::tr("Nobody has voted yet.")};
    const BallotCount count = countedBallot(shortlist, votes, inRunning(book.file(), shortlist), decided);
    if (!count.tied.isEmpty()) {
        QStringList numbers;
        for (const Nomination &one : count.ranked) {
            if (count.tied.contains(*one.id))
                numbers.append(numberOf(book.file(), one.ticket));
        }
        return Refusal{Text::tr("These have equally many votes, and there is room for %n of them: %1. Say which are "
                                "among the ten.",
                                nullptr, static_cast<int>(count.room))
                           .arg(numbers.join(u", "_s)),
                       u"tied"_s};
    }
    QJsonArray chosen;
    for (const Nomination &one : count.ranked) {
        work.cases.setResult(one);
        if (one.chosen)
            chosen.append(QJsonObject{{u"ticket"_s, numberOf(book.file(), one.ticket)}, {u"votes"_s, *one.votes}});
    }
    Ballot closed = *work.ballot;
    closed.closedAt = work.now;
    closed.closedBy = book.user();
    work.cases.close(closed);
    QJsonObject details{{u"chosen"_s, chosen}, {u"voters"_s, work.cases.voters(year)}};
    if (!decided.isEmpty())
        details.insert(u"decided"_s, true); // equal votes, and he who closed it said which
    return work.finish(u"ballot_closed"_s, details);
}

QString handlingDepartments(CaseFile &file, TicketId ticket, const CodeTables &tables)
{
    QStringList names;
    const auto dispatches = DispatchRepository(file.database()).ofTicket(ticket);
    for (const DispatchRole role : {DispatchRole::Lead, DispatchRole::CoHandler}) {
        for (const Dispatch &one : dispatches) {
            const QString name = nameOf(tables.departments, std::optional(one.department));
            if (one.role == role && !one.returnedAt && !names.contains(name))
                names.append(name);
        }
    }
    return names.isEmpty() ? file.office().name : names.join(u'、');
}

BestCases bestCasesOf(CaseFile &file, int year, const QString &user)
{
    Database &database = file.database();
    const ReadTransaction oneState(database);
    const BestCaseRepository cases(database);
    const CodeTables tables = CodeTableRepository(database).load();
    BestCases all{.year = year, .ballot = cases.ballot(year), .voters = cases.voters(year)};
    all.state = stateOf(all.ballot);
    const QList<Nomination> shortlist = cases.nominations(year);
    const QList<NominationId> mine = cases.votesOf(year, user);
    const QList<NominationId> running = inRunning(file, shortlist);
    for (const Nomination &one : shortlist) {
        const auto ticket = TicketRepository(database).byId(one.ticket);
        if (!ticket)
            continue;
        ShortlistedCase shown{.nomination = one,
                              .number = ticket->number,
                              .title = maskedText(ticket->title, citizenOf(*ticket)),
                              .departments = handlingDepartments(file, one.ticket, tables),
                              .isInRunning = running.contains(*one.id),
                              .isMine = mine.contains(*one.id)};
        shown.nomination.reason = maskedText(one.reason, citizenOf(*ticket));
        all.shortlist.append(shown);
    }
    if (all.state == BallotState::Voting) {
        const BallotCount count = countedBallot(shortlist, cases.votes(year), running);
        all.tied = count.tied;
        all.room = count.room;
    }
    return all;
}

QList<NominationHint> suggestedCases(CaseFile &file, int year, int most)
{
    Database &database = file.database();
    const ReadTransaction oneState(database);
    const CodeTables tables = CodeTableRepository(database).load();
    const QDateTime from = QDateTime::fromMSecsSinceEpoch(file.zone().toUtc(QDate(year, 1, 1)), Qt::UTC);
    const QDateTime before = QDateTime::fromMSecsSinceEpoch(file.zone().toUtc(QDate(year + 1, 1, 1)), Qt::UTC);
    QList<NominationHint> suggested;
    const auto hints = BestCaseRepository(database).hints(from, before, most);
    for (const BestCaseHint &hint : hints) {
        const auto ticket = TicketRepository(database).byId(hint.ticket);
        if (!ticket)
            continue;
        suggested.append({.hint = hint,
                          .number = ticket->number,
                          .title = maskedText(ticket->title, citizenOf(*ticket)),
                          .departments = handlingDepartments(file, hint.ticket, tables)});
    }
    return suggested;
}

} // namespace huiyin
