// SPDX-License-Identifier: GPL-3.0-or-later
// 时钟异常: the computer's clock against the records of the case file.
#include "casework/ClockDoubt.h"
#include "casework/Login.h"
#include "exchange/Import.h"
#include "storage/AccessRepository.h"
#include "storage/ClockRepository.h"
#include "storage/Database.h"
#include "storage/HistoryRepository.h"
#include "storage/UserRepository.h"
#include "support/HandlingOffice.h"
#include "support/Print.h"

#include <QFile>

#include <catch2/catch.hpp>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

namespace {

using Kind = ClockDoubt::Kind;

// An office that has worked for a month, up to 2020-03-10 09:00.
struct UsedOffice : HandlingOffice
{
    UsedOffice()
    {
        ticketAtWork = dispatched();
        clock.set(at("2020-03-10 09:00"));
        (void)accepted();
    }
    std::optional<Kind> doubt()
    {
        const auto found = clockDoubt(file->database(), clock.now());
        return found ? std::optional(found->kind) : std::nullopt;
    }
    Outcome<SavedTicket> accept() { return book->accept(matter()); }
    IntakeRequest matter() { return {.channel = phone(), .title = u"停水"_s, .content = u"反映人来电，小区停水。"_s}; }
    qint64 count(const QString &table)
    {
        return file->database().value<qint64>(u"SELECT count(*) FROM "_s + table).value_or(-1);
    }
    TicketId ticketAtWork{0};
};

} // namespace

TEST_CASE("a clock is believed within five minutes before the newest record, and up to ninety days behind it",
          "[clock]")
{
    struct Case
    {
        const char *now;
        std::optional<Kind> doubt;
    };
    const auto one = GENERATE(values<Case>({{"2000-01-01 08:00", Kind::Behind},
                                            {"2020-03-10 08:00", Kind::Behind},
                                            {"2020-03-10 08:54:59", Kind::Behind},
                                            {"2020-03-10 08:55:00", std::nullopt},
                                            {"2020-03-10 09:00", std::nullopt},
                                            {"2020-04-10 09:00", std::nullopt},
                                            {"2020-06-08 09:00:00", std::nullopt},
                                            {"2020-06-08 09:00:01", Kind::FarAhead},
                                            {"2030-03-10 09:00", Kind::FarAhead}}));
    UsedOffice office;
    const qint64 tickets = office.count(u"ticket"_s);
    office.clock.set(at(one.now));
    INFO(one.now);
    CHECK(office.doubt() == one.doubt);
    const auto accepted = office.accept();
    CHECK(accepted.has_value() == !one.doubt.has_value());
    CHECK(office.count(u"ticket"_s) == tickets + (one.doubt ? 0 : 1));
    if (!accepted) {
        CHECK(accepted.error().kind == Refusal::Kind::Clock);
        CHECK(accepted.error().reason.contains(QString::fromLatin1(one.now).left(16)));
        CHECK(accepted.error().reason.contains(u"2020-03-10 09:00"));
    }
}

TEST_CASE("a doubtful clock is told beside the newest record: when, of which ticket, by whom", "[clock]")
{
    UsedOffice office;
    const TicketId newest = office.accepted();
    const QString number = office.ticket(newest).number;
    const QString user = office.book->user();
    office.clock.set(at("2000-01-01 08:00"));
    // A draft of the wrong clock is the last row, and not the newest record.
    REQUIRE(office.book->saveDraft(office.matter()));
    const auto doubt = clockDoubt(office.file->database(), office.clock.now());
    REQUIRE(doubt);
    CHECK(doubt->record == TimedRecord{.user = user, .ticket = number});
    const QString text = sentenceOf(*doubt, office.file->zone());
    CHECK(text.contains(u"2000-01-01 08:00"));
    CHECK(text.contains(u"2020-03-10 09:00: ticket %1, by %2"_s.arg(number, user)));

    // Where it is of no ticket, by whom.
    office.clock.set(at("2020-03-10 09:30"));
    HandlingOffice::must(office.book->saveDepartment({.name = u"市水利局"_s}));
    office.clock.set(at("2000-01-01 08:00"));
    const auto ofOffice = clockDoubt(office.file->database(), office.clock.now());
    REQUIRE(ofOffice);
    CHECK(sentenceOf(*ofOffice, office.file->zone()).contains(u"2020-03-10 09:30, by %1"_s.arg(user)));

    // Where it is a look at a citizen's data, that.
    office.clock.set(at("2020-03-10 10:00"));
    HandlingOffice::must(office.book->recordView(newest));
    office.clock.set(at("2000-01-01 08:00"));
    const auto later = clockDoubt(office.file->database(), office.clock.now());
    REQUIRE(later);
    CHECK(sentenceOf(*later, office.file->zone()).contains(u"2020-03-10 10:00: ticket %1"_s.arg(number)));
}

TEST_CASE("while the clock is in doubt no time is stamped, and what is typed is kept", "[clock]")
{
    UsedOffice office;
    office.clock.set(at("2000-01-01 08:00"));
    const qint64 events = office.count(u"history"_s);
    const auto isClock = [](const auto &outcome) { return !outcome && outcome.error().kind == Refusal::Kind::Clock; };
    CaseBook &book = *office.book;
    CHECK(isClock(book.answerDirectly(office.matter())));
    CHECK(isClock(book.dispatch(office.matter(), {.lead = office.water})));
    CHECK(isClock(book.registerCall({.facts = {.startedAt = office.clock.now()}})));
    const DispatchId lead = *office.lead(office.ticketAtWork).id;
    CHECK(isClock(book.sign(lead)));
    CHECK(isClock(book.reply({.dispatch = lead, .text = u"已修好。"_s})));
    CHECK(isClock(book.makeVoid(office.ticketAtWork, u"测试"_s)));
    CHECK(office.count(u"history"_s) == events);

    IntakeRequest request = office.matter();
    const auto draft = book.saveDraft(request);
    REQUIRE(draft);
    request.draft = draft->id;
    request.draftVersion = draft->version;
    CHECK(isClock(book.accept(request)));
    CHECK(office.ticket(draft->id).state == TicketState::Draft);
    CHECK(office.ticket(draft->id).content == request.content);
    // The draft's own event, of 2000, is the last row now; the doubt stays.
    CHECK(office.doubt() == Kind::Behind);

    office.clock.set(at("2020-03-10 10:00")); // the battery was changed
    CHECK(office.doubt() == std::nullopt);
    CHECK(book.accept(request));
}

TEST_CASE("a draft that was begun under a wrong clock is not accepted with its time", "[clock]")
{
    UsedOffice office;
    CaseBook &book = *office.book;
    const auto begin = [&](const QDateTime &now, bool byPhone) {
        office.clock.set(now);
        IntakeRequest request = office.matter();
        if (byPhone)
            request.call = CallFacts{.startedAt = now, .answeredAt = now};
        else
            request.receivedAt = now;
        const auto draft = book.saveDraft(request, true);
        REQUIRE(draft);
        request.draft = draft->id;
        request.draftVersion = draft->version;
        return request;
    };
    const QDateTime wrong = GENERATE(at("2000-01-01 08:00"), at("2020-03-10 07:00"));
    const QDateTime right = at("2020-03-10 09:30");
    SECTION("a call is counted from now on")
    {
        const IntakeRequest request = begin(wrong, true);
        office.clock.set(right);
        const auto accepted = book.accept(request);
        REQUIRE(accepted);
        CHECK(accepted->number.startsWith(u"20200310-"));
        CHECK(office.ticket(accepted->id).receivedAt == right);
        CHECK(office.ticket(accepted->id).dueAt > right);
    }
    SECTION("of a letter the clerk is asked, and what he enters holds, also once it was saved")
    {
        IntakeRequest request = begin(wrong, false);
        office.clock.set(right);
        const auto refused = book.accept(request);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().field == u"receivedAt");
        CHECK(office.ticket(*request.draft).state == TicketState::Draft);
        request.receivedAt = at("2020-03-09 16:00");
        const auto saved = book.saveDraft(request, true);
        REQUIRE(saved);
        request.draftVersion = saved->version;
        const auto accepted = book.accept(request);
        REQUIRE(accepted);
        CHECK(office.ticket(accepted->id).receivedAt == request.receivedAt);
    }
    SECTION("a clock that was confirmed was right all the time")
    {
        const IntakeRequest request = begin(wrong, false);
        REQUIRE(book.confirmClock());
        const auto accepted = book.accept(request);
        REQUIRE(accepted);
        CHECK(office.ticket(accepted->id).receivedAt == wrong);
    }
    SECTION("a draft of a clock that is believed keeps its time")
    {
        const IntakeRequest request = begin(at("2020-03-10 09:10"), true);
        office.clock.set(right);
        const auto accepted = book.accept(request);
        REQUIRE(accepted);
        CHECK(office.ticket(accepted->id).receivedAt == at("2020-03-10 09:10"));
    }
}

TEST_CASE("a login while the clock is wrong hides nothing, whichever way it is wrong", "[clock]")
{
    UsedOffice office;
    const auto now = GENERATE(as<const char *>(), "2000-01-01 08:00", "2030-03-10 09:00");
    office.clock.set(at(now));
    const User clerk = UserRepository(office.file->database()).all().first();
    REQUIRE(logIn(*office.file, office.clock, clerk.login, u""_s));
    REQUIRE(HistoryRepository(office.file->database()).latestOf(u"user"_s, 1).first().at == office.clock.now());
    CHECK(office.doubt().has_value());
    CHECK_FALSE(office.accept());
    office.close();
    office.open();
    CHECK_FALSE(office.accept());
    // What was recorded in 2030 is no reason to doubt the right time afterwards.
    office.clock.set(at("2020-03-10 09:30"));
    CHECK(office.accept());
}

TEST_CASE("an access record counts as an event does", "[clock]")
{
    UsedOffice office;
    office.clock.set(at("2020-03-12 09:00"));
    office.must(office.book->recordView(office.ticketAtWork));
    office.clock.set(at("2020-03-11 09:00"));
    CHECK(office.doubt() == Kind::Behind);
}

TEST_CASE("a confirmed clock counts from then on, also after a restart, until it jumps again", "[clock]")
{
    UsedOffice office;
    const auto [wrong, later, earlier] = GENERATE(table<const char *, const char *, const char *>(
        {{"2019-12-01 08:00", "2019-12-01 18:00", "2019-11-30 08:00"},
         {"2021-03-10 09:00", "2021-03-11 09:00", "2021-03-10 08:00"}}));
    office.clock.set(at(wrong));
    REQUIRE(office.doubt());
    REQUIRE(office.book->confirmClock());
    const auto events = HistoryRepository(office.file->database()).latestOf(u"clock"_s, 5);
    REQUIRE(events.size() == 1);
    CHECK(events.first().action == u"clock_confirmed");
    CHECK(events.first().user == office.book->user());
    CHECK(events.first().details[u"newest"].toString() == u"2020-03-10T09:00:00");
    CHECK(events.first().details[u"clock"].toString() == QString::fromLatin1(wrong).replace(u' ', u'T') + u":00");
    CHECK(office.accept());
    office.close();
    office.open();
    office.clock.set(at(later));
    CHECK(office.accept());
    CHECK_FALSE(office.book->confirmClock()); // nothing to confirm
    office.clock.set(at(earlier));
    CHECK(office.doubt() == Kind::Behind);
    CHECK_FALSE(office.accept());
    office.clock.set(at("2035-01-01 08:00"));
    CHECK(office.doubt() == Kind::FarAhead);
    CHECK_FALSE(office.accept());
}

TEST_CASE("a clock is confirmed by a supervisor or an administrator, or by whoever works alone", "[clock]")
{
    UsedOffice office;
    Database &database = office.file->database();
    const bool alone = GENERATE(true, false);
    if (!alone)
        office.must(office.book->saveUser({.login = u"wang"_s, .name = u"王芳"_s, .roles = Role::Operator}));
    office.clock.set(at("2000-01-01 08:00"));
    for (const auto &role : codeTable<Role>()) {
        Transaction trial(database);
        CaseBook book(*office.file, office.clock, u"试用"_s, role.value);
        const bool may = alone || role.value == Role::Supervisor || role.value == Role::Administrator;
        CHECK(book.confirmClock().has_value() == may);
    }
    CaseBook nobody(*office.file, office.clock, QString(), {});
    CHECK_FALSE(nobody.confirmClock());
    CHECK(office.doubt() == Kind::Behind);
}

TEST_CASE("a file that was never in use is taken up at any time; one that rested for a year asks once", "[clock]")
{
    HandlingOffice young; // all of it on one day
    (void)young.accepted();
    young.clock.set(at("2026-11-23 09:00"));
    CHECK(clockDoubt(young.file->database(), young.clock.now()) == std::nullopt);
    (void)young.accepted();
    young.clock.set(at("2020-02-11 09:00"));
    CHECK(clockDoubt(young.file->database(), young.clock.now())->kind == Kind::Behind);

    // A fortnight of work is what makes it one in use.
    const auto [until, isInUse] = GENERATE(table<const char *, bool>(
        {{"2020-02-24 08:59:59", false}, {"2020-02-24 09:00:00", true}, {"2020-02-24 09:00:01", true}}));
    HandlingOffice fortnight("2020-02-10 09:00");
    fortnight.clock.set(at(until));
    (void)fortnight.accepted();
    fortnight.clock.set(at("2020-12-01 09:00"));
    CHECK(clockDoubt(fortnight.file->database(), fortnight.clock.now()).has_value() == isInUse);

    UsedOffice rested;
    rested.clock.set(at("2021-04-01 09:00"));
    REQUIRE_FALSE(rested.accept());
    REQUIRE(rested.book->confirmClock());
    for (int day = 0; day < 40; ++day) {
        rested.clock.advance(24 * 3600);
        REQUIRE(rested.accept());
    }
}

TEST_CASE("a file of an older version is compared with its newest record, too", "[clock]")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"v3.huiyin"_s);
    REQUIRE(QFile::copy(QStringLiteral(HUIYIN_TEST_DATA) + u"/case-files/v3.huiyin"_s, path));
    REQUIRE(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
    CaseFile file(path, CaseFile::Mode::Write);
    const auto last = file.database().value<QDateTime>(u"SELECT max(at) FROM history"_s);
    REQUIRE(last);
    CHECK(ClockRepository(file.database()).newest() == last);
    CHECK(clockDoubt(file.database(), last->addSecs(-3600))->kind == Kind::Behind);
}

TEST_CASE("an import is dated too: it waits for the clock, but may be tried", "[clock]")
{
    UsedOffice office;
    office.clock.set(at("2000-01-01 08:00"));
    QTemporaryDir folder;
    QFile table(folder.filePath(u"departments.csv"_s));
    REQUIRE(table.open(QIODevice::WriteOnly));
    table.write("name\n\xE5\x9F\x8E\xE7\xAE\xA1\xE5\xB1\x80\n");
    table.close();
    Progress quiet;
    const ImportReport tried = importTables(*office.book, table.fileName(), {.checkOnly = true}, quiet);
    CHECK(tried.errors.isEmpty());
    const ImportReport refused = importTables(*office.book, table.fileName(), {}, quiet);
    REQUIRE(refused.errors.size() == 1);
    CHECK(refused.errors.first().message.contains(u"2000-01-01 08:00"));
    CHECK_FALSE(refused.stored);
}

TEST_CASE("what the file knows of the time takes no longer in a large file", "[clock]")
{
    UsedOffice office;
    Database &database = office.file->database();
    for (const QString &sql :
         {u"SELECT newest FROM clock WHERE id = 1"_s, u"SELECT at FROM history ORDER BY sequence LIMIT 1"_s}) {
        const auto plan =
            database.all(u"EXPLAIN QUERY PLAN "_s + sql, [](const Row &row) { return row.get<QString>(3); });
        INFO(plan.join(u'\n').toStdString());
        CHECK(plan.filter(u"TEMP B-TREE"_s).isEmpty()); // no sorting of the whole
    }
}
