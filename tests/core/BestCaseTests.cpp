// SPDX-License-Identifier: GPL-3.0-or-later
// 十佳案例: who may nominate what, the ballot and its result.
#include "bulletin/BulletinText.h"
#include "bulletin/Composer.h"
#include "casework/BestCases.h"
#include "storage/Database.h"
#include "storage/FileCheck.h"
#include "storage/StorageError.h"
#include "storage/UserRepository.h"
#include "support/HandlingOffice.h"
#include "support/Print.h"

using namespace Qt::StringLiterals;
using namespace huiyin;
using namespace huiyin::test;

namespace {

class YearsEnd : public HandlingOffice
{
public:
    TicketId closed()
    {
        const TicketId ticket = accepted();
        must(book->answerDirectly(ticket, u"已答复"_s));
        return ticket;
    }
    NominationId nominated(TicketId ticket, const QString &reason = u"多部门联动，当天解决。"_s)
    {
        must(nominateCase(*book, {.ticket = ticket, .reason = reason}));
        return *BestCaseRepository(file->database()).of(2020, ticket)->id;
    }
    QList<NominationId> shortlist(int count)
    {
        QList<NominationId> all;
        for (int i = 0; i < count; ++i)
            all.append(nominated(closed()));
        return all;
    }
    CaseBook as(const QString &name, Roles roles = Role::Operator) { return CaseBook(*file, clock, name, roles); }
    void vote(const QString &name, const QList<NominationId> &votes)
    {
        CaseBook own = as(name);
        must(castBallot(own, 2020, votes));
    }
    BestCases now(const QString &user = u"甲"_s) { return bestCasesOf(*file, 2020, user); }
    QStringList faults()
    {
        Progress quiet;
        QStringList told;
        const auto findings = checkFile(*file, quiet);
        for (const CheckFinding &finding : findings)
            told.append(finding.object + u": " + finding.message);
        return told;
    }
};

// Cases 1, 2, 3 … with so many votes each.
BallotCount counted(const QList<int> &votes, const QList<qint64> &decided = {}, const QList<qint64> &out = {})
{
    QList<Nomination> shortlist;
    QHash<NominationId, int> counts;
    QList<NominationId> running;
    for (qsizetype i = 0; i < votes.size(); ++i) {
        const NominationId id(i + 1);
        shortlist.append({.id = id, .year = 2020});
        if (votes[i] > 0)
            counts.insert(id, votes[i]);
        if (!out.contains(i + 1))
            running.append(id);
    }
    QList<NominationId> chosen;
    for (const qint64 id : decided)
        chosen.append(NominationId(id));
    return countedBallot(shortlist, counts, running, chosen);
}

// "1:9 1:9 3:4 -:0": places and votes, * for those that are chosen.
QString told(const BallotCount &count)
{
    QStringList words;
    for (const Nomination &one : count.ranked)
        words.append((one.place ? QString::number(*one.place) : u"-"_s) + u':' + QString::number(*one.votes)
                     + (one.chosen ? u"*"_s : QString()));
    return words.join(u' ');
}

} // namespace

TEST_CASE("the ten with the most votes are chosen, equal votes have one place", "[best]")
{
    CHECK(told(counted({4, 9, 9, 0})) == u"1:9* 1:9* 3:4* -:0");
    CHECK(counted({}).ranked.isEmpty());
    // Eleven, the last behind.
    CHECK(told(counted({9, 9, 9, 9, 9, 9, 9, 9, 9, 8, 7}))
          == u"1:9* 1:9* 1:9* 1:9* 1:9* 1:9* 1:9* 1:9* 1:9* 10:8* 11:7");
    // A ticket that isn't closed any more is passed over.
    CHECK(told(counted({5, 3}, {}, {1})) == u"1:3* -:5");
}

TEST_CASE("where equal votes leave open who is among the ten, it must be said", "[best]")
{
    const QList<int> votes{9, 9, 9, 9, 9, 9, 9, 9, 5, 5, 5, 2};
    const BallotCount open = counted(votes);
    CHECK(open.room == 2);
    CHECK(open.tied == QList<NominationId>{NominationId(9), NominationId(10), NominationId(11)});
    CHECK(std::ranges::count(open.ranked, true, &Nomination::chosen) == 8);
    const BallotCount decided = counted(votes, {11, 9});
    CHECK(decided.tied.isEmpty());
    CHECK(std::ranges::count(decided.ranked, true, &Nomination::chosen) == 10);
    CHECK(told(decided).endsWith(u"9:5* 9:5 9:5* 12:2"));
    // Too few, too many, the same twice, or one that has fewer votes: nothing is decided.
    CHECK(counted(votes, {9}).tied.size() == 3);
    CHECK(counted(votes, {9, 10, 11}).tied.size() == 3);
    CHECK(counted(votes, {9, 9}).tied.size() == 3);
    CHECK(counted(votes, {9, 12}).tied.size() == 3);
}

TEST_CASE("a closed case of the year is nominated once, with a reason", "[best][casework]")
{
    YearsEnd office;
    const TicketId best = office.closed();
    CHECK_FALSE(nominateCase(*office.book, {.ticket = best}));
    CHECK_FALSE(nominateCase(*office.book, {.ticket = office.dispatched(), .reason = u"好"_s}));
    const NominationId id = office.nominated(best);
    CHECK_FALSE(nominateCase(*office.book, {.ticket = best, .reason = u"再次推荐"_s}));
    const BestCases cases = office.now();
    REQUIRE(cases.shortlist.size() == 1);
    CHECK(cases.state == BallotState::Nominating);
    CHECK(cases.shortlist.first().nomination.by == office.book->user());
    CHECK(cases.shortlist.first().departments == office.file->office().name);
    CHECK(office.file->database().value<qint64>(u"SELECT count(*) FROM history WHERE action = 'nominated'"_s) == 1);

    SECTION("it is withdrawn by whoever nominated it, or whoever holds the ballot")
    {
        CaseBook other = office.as(u"乙"_s);
        CHECK_FALSE(withdrawNomination(other, id));
        CaseBook editor = office.as(u"统计员"_s, Role::Editor);
        HandlingOffice::must(withdrawNomination(editor, id));
        CHECK(office.now().shortlist.isEmpty());
        CHECK_FALSE(withdrawNomination(editor, id));
    }
    SECTION("a merged one stands for nothing of its own")
    {
        const TicketId merged = office.accepted();
        HandlingOffice::must(office.book->merge({.tickets = {merged}, .into = office.accepted()}));
        CHECK_FALSE(nominateCase(*office.book, {.ticket = merged, .reason = u"好"_s}));
    }
    SECTION("citizens' data are masked wherever it is shown")
    {
        const TicketId named = office.closed();
        office.nominated(named, u"王建国（13800001111）送来锦旗。"_s);
        for (const ShortlistedCase &one : office.now().shortlist) {
            CHECK_FALSE(one.nomination.reason.contains(u"王建国"_s));
            CHECK_FALSE(one.nomination.reason.contains(u"13800001111"_s));
        }
    }
}

TEST_CASE("each has ten votes, changes them until the ballot is closed, and only for the shortlist", "[best][casework]")
{
    YearsEnd office;
    CHECK_FALSE(openBallot(*office.book, 2020)); // nothing to vote on
    const QList<NominationId> all = office.shortlist(12);
    CaseBook first = office.as(u"甲"_s);
    CHECK_FALSE(castBallot(first, 2020, {all[0]})); // not yet
    CHECK_FALSE(openBallot(first, 2020));           // he has no right to
    HandlingOffice::must(openBallot(*office.book, 2020));
    CHECK_FALSE(openBallot(*office.book, 2020));
    CHECK_FALSE(nominateCase(*office.book, {.ticket = office.closed(), .reason = u"好"_s}));
    CHECK_FALSE(withdrawNomination(*office.book, all[0]));
    CHECK_FALSE(closeBallot(*office.book, 2020)); // nobody has voted

    CHECK(castBallot(first, 2020, all.first(11)).error().field == u"votes");
    CHECK_FALSE(castBallot(first, 2020, {NominationId(999)}));
    CHECK_FALSE(castBallot(first, 2019, {}));
    office.vote(u"甲"_s, {all[0], all[0], all[1]}); // one for a case
    CHECK(office.now().voters == 1);
    office.vote(u"甲"_s, {all[2]});
    office.vote(u"乙"_s, {all[2], all[3]});
    CHECK(office.now().voters == 2);
    const auto votes = BestCaseRepository(office.file->database()).votes(2020);
    CHECK(votes == QHash<NominationId, int>{{all[2], 2}, {all[3], 1}});
    const BestCases mine = office.now(u"乙"_s);
    CHECK(std::ranges::count(mine.shortlist, true, &ShortlistedCase::isMine) == 2);
    office.vote(u"乙"_s, {});
    CHECK(office.now().voters == 1);
    // The history tells that somebody voted, not for whom.
    CHECK(
        office.file->database().value<qint64>(
            u"SELECT count(*) FROM history WHERE object = 'best_cases' AND action = 'voted' AND details LIKE '%ticket%'"_s)
        == 0);

    SECTION("a ballot that is taken back leaves the shortlist, without votes")
    {
        HandlingOffice::must(takeBackBallot(*office.book, 2020));
        CHECK(office.now().state == BallotState::Nominating);
        CHECK(office.now().shortlist.size() == 12);
        HandlingOffice::must(openBallot(*office.book, 2020));
        CHECK(office.now().voters == 0);
    }
    SECTION("whoever gets another name keeps his votes")
    {
        const UserRepository users(office.file->database());
        User user{.login = u"jia"_s, .name = u"甲"_s, .roles = Role::Operator};
        HandlingOffice::must(office.book->saveUser(user));
        const QList<User> people = users.all();
        user = *std::ranges::find(people, u"甲"_s, &User::name);
        user.name = u"甲某"_s;
        HandlingOffice::must(office.book->saveUser(user));
        CHECK(BestCaseRepository(office.file->database()).votesOf(2020, u"甲某"_s) == QList<NominationId>{all[2]});
    }
}

TEST_CASE("a closed ballot is fixed for good, and the annual report tells its result", "[best][casework][bulletin]")
{
    YearsEnd office;
    const TicketId winner = office.closed();
    const NominationId first = office.nominated(winner, u"当天解决，群众送来锦旗。"_s);
    const NominationId second = office.nominated(office.closed());
    const NominationId third = office.nominated(office.closed());
    const auto report = [&office](const QString &layout) {
        return toText(
            composeBulletin(*office.file, {.layout = layout, .period = Period::year(2020), .date = QDate(2021, 1, 5)}));
    };
    HandlingOffice::must(openBallot(*office.book, 2020));
    office.vote(u"甲"_s, {first, second});
    office.vote(u"乙"_s, {first});
    CHECK_FALSE(report(u"annual"_s).contains(u"年度十佳案例"_s));
    CHECK(report(u"best-cases"_s).contains(u"2020年十佳案例尚未评定。"_s));
    office.clock.set(at("2020-12-28 10:00"));
    HandlingOffice::must(closeBallot(*office.book, 2020));

    const QString annual = report(u"annual"_s);
    CHECK(annual.contains(u"年度十佳案例"_s));
    CHECK(annual.contains(u"办理结果：已直接解答。推荐理由：当天解决，群众送来锦旗。"_s));
    const QString notice = report(u"best-cases"_s);
    CHECK(notice.contains(u"共有3件案例进入候选名单；2人参加投票，共投出3票，评出年度优秀案例2件"_s));
    CHECK(notice.contains(u"（得票2票）"_s));
    const BestCases cases = office.now();
    CHECK(cases.state == BallotState::Closed);
    REQUIRE(cases.shortlist.size() == 3);
    CHECK(cases.shortlist[0].nomination.id == first);
    CHECK(cases.shortlist[0].nomination.place == 1);
    CHECK_FALSE(cases.shortlist[2].nomination.chosen); // nobody voted for it
    CHECK(office.faults() == QStringList());

    CaseBook voter = office.as(u"甲"_s);
    CHECK_FALSE(castBallot(voter, 2020, {third}));
    CHECK_FALSE(takeBackBallot(*office.book, 2020));
    CHECK_FALSE(closeBallot(*office.book, 2020));
    CHECK_FALSE(nominateCase(*office.book, {.ticket = office.closed(), .reason = u"好"_s}));
    Database &database = office.file->database();
    for (const QString &sql : {u"UPDATE best_case_nomination SET votes = 9"_s, u"DELETE FROM best_case_nomination"_s,
                               u"UPDATE best_case_ballot SET closed_by = 'x'"_s, u"DELETE FROM best_case_ballot"_s,
                               u"UPDATE best_case_vote SET voter = 'x'"_s, u"DELETE FROM best_case_vote"_s})
        CHECK_THROWS_AS(database.exec(sql), StorageError);
    CHECK_THROWS_AS(
        database.exec(u"INSERT INTO best_case_vote(nomination, voter, voted_at) VALUES(?, '丙', 0)"_s, third),
        StorageError);
    CHECK_THROWS_AS(database.exec(u"INSERT INTO best_case_nomination(year, ticket, reason, nominated_at, nominated_by) "
                                  "VALUES(2020, ?, '好', 0, '丙')"_s,
                                  office.closed()),
                    StorageError);
    // By another hand, past the file's guards: a check tells it.
    database.exec(u"DROP TRIGGER best_case_nomination_frozen"_s);
    database.exec(u"UPDATE best_case_nomination SET votes = 9 WHERE id = 1"_s);
    CHECK(office.faults().join(u'\n').contains(u"best_case_nomination 1: "_s));
}

TEST_CASE("equal votes at the tenth place are decided by whoever closes the ballot", "[best][casework]")
{
    YearsEnd office;
    const QList<NominationId> all = office.shortlist(11);
    HandlingOffice::must(openBallot(*office.book, 2020));
    office.vote(u"甲"_s, all.first(10));
    office.vote(u"乙"_s, all.first(9) + QList<NominationId>{all[10]});
    const BestCases open = office.now();
    CHECK(open.room == 1);
    CHECK(open.tied == QList<NominationId>{all[9], all[10]});
    const auto refused = closeBallot(*office.book, 2020);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().field == u"tied");
    CHECK(office.now().state == BallotState::Voting);
    HandlingOffice::must(closeBallot(*office.book, 2020, {all[10]}));
    const BestCases cases = office.now();
    CHECK(std::ranges::count_if(cases.shortlist, [](const auto &one) { return one.nomination.chosen; }) == 10);
    CHECK(office.faults() == QStringList());
}

TEST_CASE("a case that was reopened is passed over when the votes are counted", "[best][casework]")
{
    YearsEnd office;
    const TicketId reopened = office.closed();
    const NominationId first = office.nominated(reopened);
    const NominationId second = office.nominated(office.closed());
    HandlingOffice::must(openBallot(*office.book, 2020));
    office.vote(u"甲"_s, {first, second});
    HandlingOffice::must(office.book->reopen(reopened, u"群众再次反映"_s));
    CHECK(std::ranges::count(office.now().shortlist, false, &ShortlistedCase::isInRunning) == 1);
    HandlingOffice::must(closeBallot(*office.book, 2020));
    const BestCases cases = office.now();
    CHECK(cases.shortlist[0].nomination.id == second);
    CHECK(cases.shortlist[0].nomination.chosen);
    CHECK_FALSE(cases.shortlist[1].nomination.chosen);
}

TEST_CASE("suggested are closed cases that are marked, or solved to the citizen's satisfaction", "[best]")
{
    YearsEnd office;
    const TicketId plain = office.closed();
    const TicketId marked = office.closed();
    HandlingOffice::must(office.book->setMark(marked, Mark::PickedSolved, true));
    const TicketId pleased = office.replied();
    HandlingOffice::must(office.book->followUp(
        {.ticket = pleased, .reached = true, .solved = true, .satisfaction = Satisfaction::Satisfied}));
    if (office.ticket(pleased).state != TicketState::Closed)
        HandlingOffice::must(office.book->close(pleased));
    const auto suggested = suggestedCases(*office.file, 2020);
    QList<TicketId> tickets;
    for (const NominationHint &one : suggested)
        tickets.append(one.hint.ticket);
    CHECK(tickets == QList<TicketId>{marked, pleased});
    CHECK_FALSE(tickets.contains(plain));
    office.nominated(marked);
    CHECK(suggestedCases(*office.file, 2020).size() == 1);
    CHECK(suggestedCases(*office.file, 2019).isEmpty());
}
