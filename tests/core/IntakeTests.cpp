// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/Database.h"
#include "storage/HistoryRepository.h"
#include "storage/StorageError.h"
#include "support/Office.h"
#include "support/Print.h"

using namespace Qt::StringLiterals;
using namespace huiyin;
using namespace huiyin::test;

namespace {

IntakeRequest waterOutage(const TestOffice &office)
{
    return {
        .call =
            CallFacts{.startedAt = at("2020-02-10 08:58"), .phone = u"１３８００００２２０７"_s, .caller = u"佟先生"_s},
        .channel = office.phone(),
        .address = u"平东小区5号楼4单元"_s,
        .title = u"单元自来水管冻裂停水"_s,
        .content = u"反映人来电反映，平东小区5号楼4单元自来水管昨夜冻裂，要求尽快恢复供水。"_s,
        .requester = u"佟先生"_s,
        .phone = u"１３８００００２２０７"_s};
}

QStringList actions(const TestOffice &office, TicketId ticket)
{
    QStringList actions;
    const auto events = HistoryRepository(office.file->database()).of(u"ticket"_s, ticket.value());
    for (const HistoryEvent &event : events)
        actions.append(event.action);
    return actions;
}

} // namespace

TEST_CASE("an accepted call becomes a ticket with a number, a due time, its call and its history", "[intake]")
{
    TestOffice office;
    const auto saved = office.book->accept(waterOutage(office));
    REQUIRE(saved);
    CHECK(saved->number == u"20200210-0001"_s);
    CHECK(saved->due->at == at("2020-02-17 17:00")); // five working days

    const auto ticket = TicketRepository(office.file->database()).byId(saved->id);
    REQUIRE(ticket);
    CHECK(ticket->state == TicketState::Accepted);
    CHECK(ticket->receivedAt == at("2020-02-10 08:58"));
    CHECK(ticket->phone == u"13800002207"_s);
    CHECK(ticket->receivedBy == u"话务员03"_s);
    CHECK(ticket->dueRule == u"一般事项 5个工作日"_s);
    const auto calls = CallRepository(office.file->database()).ofTicket(saved->id);
    REQUIRE(calls.size() == 1);
    CHECK(calls.first().outcome == CallOutcome::Ticket);
    CHECK(actions(office, saved->id) == QStringList{u"accepted"_s});
    CHECK_FALSE(HistoryRepository(office.file->database()).firstBreak());
    REQUIRE(saved->changes.tickets == QList<TicketId>{saved->id});
}

TEST_CASE("a matter answered on the spot is a closed ticket with the answer", "[intake]")
{
    TestOffice office;
    IntakeRequest request = waterOutage(office);
    const auto refused = office.book->answerDirectly(request);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().field == u"answer"_s);

    request.answer = u"已告知24小时抢修电话。"_s;
    const auto saved = office.book->answerDirectly(request);
    REQUIRE(saved);
    const auto ticket = TicketRepository(office.file->database()).byId(saved->id);
    CHECK(ticket->state == TicketState::Closed);
    CHECK(ticket->resolution == Resolution::AnsweredDirectly);
    CHECK(ticket->closedAt == office.clock.now());
    CHECK(actions(office, saved->id) == QStringList{u"accepted"_s, u"answered_directly"_s});
}

TEST_CASE("a refused command changes nothing", "[intake]")
{
    TestOffice office;
    IntakeRequest request = waterOutage(office);
    const auto [field, spoil] = GENERATE(table<const char *, void (*)(IntakeRequest &)>({
        {"title", [](IntakeRequest &r) { r.title = u"  "_s; }},
        {"content", [](IntakeRequest &r) { r.content.clear(); }},
        {"content", [](IntakeRequest &r) { r.content = QString(20'001, u'水'); }},
        {"channel", [](IntakeRequest &r) { r.channel = ChannelId(999); }},
        {"receivedAt", [](IntakeRequest &r) { r.receivedAt = at("2020-02-11 09:00"); }},
        {"startedAt", [](IntakeRequest &r) { r.call->startedAt = at("2020-02-10 12:00"); }},
        {"endedAt", [](IntakeRequest &r) { r.call->endedAt = at("2020-02-10 08:00"); }},
        {"requester", [](IntakeRequest &r) { r.requester = QString(QChar(0xD842)); }},
    }));
    spoil(request);
    const auto refused = office.book->accept(request);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().field == QString::fromUtf8(field));
    CHECK_FALSE(refused.error().reason.isEmpty());
    CHECK(TicketRepository(office.file->database()).matching({.drafts = true}).isEmpty());
}

TEST_CASE("a draft survives a restart and becomes the ticket", "[intake]")
{
    TestOffice office;
    IntakeRequest request = waterOutage(office);
    request.title.clear(); // a draft needs no more than a channel
    const auto draft = office.book->saveDraft(request);
    REQUIRE(draft);
    CHECK(draft->number.isEmpty());

    office.close();
    office.open();
    request.draft = draft->id;
    request.draftVersion = draft->version;
    request.title = u"停水"_s;
    const auto again = office.book->saveDraft(request, true);
    REQUIRE(again);
    request.draftVersion = again->version;
    const auto saved = office.book->accept(request);
    REQUIRE(saved);
    CHECK(saved->id == draft->id);
    CHECK(saved->number == u"20200210-0001"_s);
    // the draft that saved itself left no event of its own
    CHECK(actions(office, saved->id) == QStringList{u"draft_started"_s, u"accepted"_s});
}

TEST_CASE("two windows on one draft: the second save is refused, nothing is overwritten", "[intake]")
{
    TestOffice office;
    IntakeRequest request = waterOutage(office);
    const auto draft = office.book->saveDraft(request);
    request.draft = draft->id;
    request.draftVersion = draft->version;
    IntakeRequest other = request;
    other.content = u"另一窗口的内容"_s;
    REQUIRE(office.book->saveDraft(other));
    CHECK_FALSE(office.book->saveDraft(request));
    CHECK_FALSE(office.book->accept(request));
    CHECK(TicketRepository(office.file->database()).byId(*request.draft)->content == other.content);
}

TEST_CASE("a discarded draft is void, not gone, and gives its number to nobody", "[intake]")
{
    TestOffice office;
    const auto draft = office.book->saveDraft(waterOutage(office));
    REQUIRE(office.book->discardDraft(draft->id));
    CHECK(TicketRepository(office.file->database()).byId(draft->id)->state == TicketState::Void);
    CHECK_FALSE(office.book->discardDraft(draft->id));
    CHECK(office.book->accept(waterOutage(office))->number == u"20200210-0001"_s);
}

TEST_CASE("a call that asks after an older ticket is a repeat of it", "[intake]")
{
    TestOffice office;
    const auto saved = office.book->accept(waterOutage(office));
    const CallFacts facts{.startedAt = at("2020-02-10 08:59"), .phone = u"13800002207"_s};
    CHECK_FALSE(office.book->registerCall({.facts = facts, .outcome = CallOutcome::Repeat}));
    CHECK_FALSE(office.book->registerCall({.facts = facts, .outcome = CallOutcome::Ticket}));
    CHECK_FALSE(office.book->registerCall({.facts = facts, .outcome = CallOutcome::Repeat, .repeatOf = TicketId(99)}));
    const auto repeat =
        office.book->registerCall({.facts = facts, .outcome = CallOutcome::Repeat, .repeatOf = saved->id});
    REQUIRE(repeat);
    CHECK(CallRepository(office.file->database()).ofTicket(saved->id).size() == 2);
    CHECK(CallRepository(office.file->database()).ofPhone(u"13800002207"_s, 9).size() == 2);
}

TEST_CASE("a call that ends without a ticket takes its draft with it, both or neither", "[intake]")
{
    TestOffice office;
    const auto draft = office.book->saveDraft(waterOutage(office));
    const CallRequest request{.facts = {.startedAt = at("2020-02-10 08:59")}, .draft = draft->id};
    const auto state = [&] { return TicketRepository(office.file->database()).byId(draft->id)->state; };
    const auto calls = [&] { return CallRepository(office.file->database()).list({}).size(); };
    {
        struct Reset
        {
            ~Reset() { Database::setObserver({}); }
        } reset;
        Database::setObserver([](const QString &sql) {
            if (sql.startsWith(u"UPDATE ticket "_s))
                throw StorageError(StorageError::Kind::DiskFull, u"staged"_s, u"staged"_s, 13);
        });
        CHECK_THROWS_AS(office.book->registerCall(request), StorageError);
    }
    CHECK(calls() == 0); // given again, it would be there twice
    CHECK(state() == TicketState::Draft);
    const auto registered = office.book->registerCall(request);
    REQUIRE(registered);
    CHECK(registered->tickets.contains(draft->id));
    CHECK(calls() == 1);
    CHECK(state() == TicketState::Void);
    // A matter that has become a ticket meanwhile is no draft, and stays.
    const auto saved = office.book->accept(waterOutage(office));
    REQUIRE(office.book->registerCall({.facts = request.facts, .draft = saved->id}));
    CHECK(TicketRepository(office.file->database()).byId(saved->id)->state == TicketState::Accepted);
}

TEST_CASE("numbers count up by day and skip those that are taken", "[intake]")
{
    TestOffice office;
    CHECK(office.book->accept(waterOutage(office))->number == u"20200210-0001"_s);
    {
        Transaction transaction(office.file->database());
        (void)TicketRepository(office.file->database())
            .insert({.number = u"20200210-0002"_s, .receivedAt = at("2020-02-10 08:00"), .channel = office.phone()});
        transaction.commit();
    }
    CHECK(office.book->accept(waterOutage(office))->number == u"20200210-0003"_s);
    office.clock.set(at("2020-02-11 00:00:01"));
    IntakeRequest letter = waterOutage(office);
    letter.call.reset();
    CHECK(office.book->accept(letter)->number == u"20200211-0001"_s);
}

TEST_CASE("set-up refuses names twice, empty names and trees that bite their tail", "[setup]")
{
    TestOffice office;
    CHECK_FALSE(office.book->saveChannel({.name = u"12345热线"_s}));
    CHECK_FALSE(office.book->saveDepartment({.name = u" "_s}));
    REQUIRE(office.book->saveCategory({.name = u"水、电、气"_s}));
    CHECK_FALSE(office.book->saveCategory({.name = u"水/电"_s}));
    CHECK_FALSE(office.book->saveCategory({.name = u"水／电"_s}));
    Category water = office.tables().categories.first();
    REQUIRE(office.book->saveCategory({.parent = water.id, .name = u"停水"_s}));
    // the same name below another parent is another category
    REQUIRE(office.book->saveCategory({.name = u"停水"_s}));
    water.parent = office.tables().categories.at(1).id;
    CHECK_FALSE(office.book->saveCategory(water));
    water.parent = water.id;
    CHECK_FALSE(office.book->saveCategory(water));
    CHECK(office.book->saveTopic({.name = u"疫情"_s, .from = QDate(2020, 2, 1), .to = QDate(2020, 1, 1)}).error().field
          == u"to"_s);
}

TEST_CASE("set-up keeps what was before in the history", "[setup]")
{
    TestOffice office;
    REQUIRE(office.book->saveDepartment({.name = u"市水利局"_s}));
    Department department = office.tables().departments.first();
    department.shortName = u"水利"_s;
    REQUIRE(office.book->saveDepartment(department));
    REQUIRE(office.book->changeOffice({.name = u"另一个办公室"_s}));
    CHECK(office.file->office().name == u"另一个办公室"_s);
    const auto events = HistoryRepository(office.file->database()).of(u"department"_s, department.id->value());
    REQUIRE(events.size() == 2);
    CHECK(events[1].details[u"short_name"][u"to"_s].toString() == u"水利"_s);
}

TEST_CASE("a topic takes tickets only while it is open", "[intake]")
{
    TestOffice office;
    REQUIRE(office.book->saveTopic({.name = u"疫情"_s, .from = QDate(2020, 2, 11)}));
    IntakeRequest request = waterOutage(office);
    request.topic = office.tables().topics.first().id;
    CHECK(office.book->accept(request).error().field == u"topic"_s);
}
