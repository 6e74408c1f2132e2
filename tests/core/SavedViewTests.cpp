// SPDX-License-Identifier: GPL-3.0-or-later
// Saved views of lists: what they keep, whose they are, and who sees them.
#include "support/HandlingOffice.h"
#include "support/Print.h"

#include "casework/ListViews.h"
#include "storage/Database.h"
#include "storage/HistoryRepository.h"
#include "storage/SavedViewRepository.h"
#include "storage/UserRepository.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <catch2/catch.hpp>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

namespace {

// Every member differs from where it begins.
TicketFilter fullFilter()
{
    return {.receivedFrom = at("2020-02-01 00:00"),
            .receivedBefore = at("2020-03-01 00:00").addMSecs(-1),
            .state = TicketState::ToReview,
            .openOnly = true,
            .channel = ChannelId(1),
            .requestType = RequestTypeId(2),
            .category = CategoryId(3),
            .topic = TopicId(4),
            .area = AreaId(5),
            .department = DepartmentId(6),
            .marks = Mark::Difficult | Mark::PickedSolved,
            .text = u"王建国 -\"停 水\" 𠮷"_s,
            .among = QList<TicketId>{TicketId(7), TicketId(1'234'567'890'123)},
            .duty = Duty::ExtensionAsked,
            .drafts = true};
}

TicketView fullView()
{
    return {.given = fullFilter(),
            .givenTitle = u"退单申请"_s,
            .asked = fullFilter(),
            .period = ListPeriod{.relative = RelativePeriod::LastMonth},
            .order = {.by = TicketOrder::By::LastTry, .order = Qt::AscendingOrder},
            .columns = {{.field = u"number"_s, .width = 116}, {.field = u"title"_s, .width = 300}}};
}

QByteArray with(const QByteArray &definition, const QString &key, const QJsonValue &value)
{
    QJsonObject object = QJsonDocument::fromJson(definition).object();
    object.insert(key, value);
    return QJsonDocument(object).toJson();
}

struct ViewOffice : HandlingOffice
{
    CaseBook as(const QString &user, Roles roles = allRoles()) { return CaseBook(*file, clock, user, roles); }
    [[nodiscard]] QStringList seenBy(const QString &user, ViewList list = ViewList::Tickets) const
    {
        QStringList names;
        for (const SavedView &view : SavedViewRepository(file->database()).of(list, user))
            names.append(view.name);
        return names;
    }
    [[nodiscard]] QList<HistoryEvent> history(SavedViewId id) const
    {
        return HistoryRepository(file->database()).of(u"saved_view"_s, id.value());
    }
    [[nodiscard]] SavedView view(SavedViewId id) const { return *SavedViewRepository(file->database()).byId(id); }
};

const auto plain = definitionOf(TicketView());

} // namespace

TEST_CASE("a view keeps every field of the filter", "[views]")
{
    // A member that nobody fills in above is no test of itself.
    const TicketFilter filter = fullFilter();
    const auto &[from, before, state, open, channel, type, category, topic, area, department, marks, text, among, duty,
                 moments, drafts] = filter;
    const TicketFilter empty;
    CHECK((from && before && state && open && channel && type && category && topic && area && department && marks
           && !text.isEmpty() && among && duty && drafts));
    CHECK(moments == empty.moments); // told by the time at which the list is read

    const auto kept = ticketViewOf(definitionOf(fullView()));
    REQUIRE(kept);
    CHECK(*kept == fullView());
    const auto nothing = ticketViewOf(definitionOf(TicketView()));
    REQUIRE(nothing);
    CHECK(*nothing == TicketView());

    for (int one = 0; one < dutyCount; ++one) {
        const TicketView view{.given = {.duty = static_cast<Duty>(one)}};
        CHECK(*ticketViewOf(definitionOf(view)) == view);
    }
    for (int by = 0; by <= static_cast<int>(TicketOrder::By::LastTry); ++by) {
        const TicketView view{.order = {.by = static_cast<TicketOrder::By>(by)}};
        CHECK(*ticketViewOf(definitionOf(view)) == view);
    }
    for (const Period &period : {Period::month(2020, 2), Period::quarter(2016, 3), Period::year(2021),
                                 Period::days(QDate(2019, 12, 28), QDate(2020, 1, 3))}) {
        const TicketView view{.period = ListPeriod{.fixed = period}};
        CHECK(*ticketViewOf(definitionOf(view)) == view);
    }
    for (const auto &entry : codeTable<RelativePeriod>()) {
        const CallView view{.period = ListPeriod{.relative = entry.value}};
        CHECK(*callViewOf(definitionOf(view)) == view);
    }
    const CallView calls{.asked = {.startedFrom = at("2020-02-01 00:00"),
                                   .startedBefore = at("2020-02-02 00:00"),
                                   .outcome = CallOutcome::Invalid,
                                   .topic = TopicId(3),
                                   .text = u"13800001111"_s},
                         .order = Qt::AscendingOrder,
                         .columns = {{.field = u"phone"_s, .width = 90}}};
    CHECK(*callViewOf(definitionOf(calls)) == calls);
}

TEST_CASE("a view with conditions that this program doesn't know is refused, not shown without them", "[views]")
{
    const QByteArray good = definitionOf(fullView());
    const auto [key, value] = GENERATE(table<QString, QJsonValue>(
        {{u"version"_s, 2},
         {u"grouping"_s, u"category"_s},
         {u"asked"_s, QJsonObject{{u"mood"_s, u"angry"_s}}},
         {u"asked"_s, QJsonObject{{u"state"_s, u"forgotten"_s}}},
         {u"asked"_s, QJsonObject{{u"channel"_s, u"one"_s}}},
         {u"given"_s, QJsonObject{{u"duty"_s, u"think"_s}}},
         {u"given"_s, QJsonObject{{u"marks"_s, QJsonArray{u"lucky"_s}}}},
         {u"period"_s, QJsonObject{{u"relative"_s, u"next_month"_s}}},
         {u"period"_s, QJsonObject{{u"kind"_s, u"week"_s}, {u"from"_s, u"2020-02-01"_s}, {u"to"_s, u"2020-02-07"_s}}},
         {u"order"_s, QJsonObject{{u"by"_s, u"luck"_s}}}}));
    INFO(key.toStdString());
    const auto refused = ticketViewOf(with(good, key, value));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().reason.contains(u"newer program"_s));
    CHECK_FALSE(ticketViewOf("not a view"));
    CHECK_FALSE(callViewOf(good));

    ViewOffice office;
    CHECK_FALSE(office.book->saveView({.name = u"坏"_s, .owner = u"话务员03"_s, .definition = with(good, key, value)}));
    CHECK(office.seenBy(u"话务员03"_s).isEmpty());
}

TEST_CASE("widths are no question, columns are", "[views]")
{
    TicketView view = fullView();
    view.columns[0].width = 200;
    view.given.moments.now = at("2020-02-10 09:00");
    CHECK(asksTheSame(view, fullView()));
    view.columns.removeLast();
    CHECK_FALSE(asksTheSame(view, fullView()));
    view = fullView();
    view.asked.text += u'x';
    CHECK_FALSE(asksTheSame(view, fullView()));
    view = fullView();
    view.period = ListPeriod{.fixed = Period::month(2020, 1)}; // the same days on some day, but fixed
    CHECK_FALSE(asksTheSame(view, fullView()));
}

TEST_CASE("a view is saved, renamed, changed and deleted, and its history tells no citizen's name", "[views]")
{
    ViewOffice office;
    const auto saved = office.book->saveView({.name = u"  停水  三月 "_s, .owner = u"话务员03"_s, .definition = plain});
    REQUIRE(saved);
    CHECK(saved->changes.views);
    SavedView view = office.view(saved->id);
    CHECK(view.name == u"停水 三月"_s);
    CHECK(view.updatedBy == u"话务员03"_s);
    CHECK(view.version == 1);
    const auto same = office.book->saveView(view);
    REQUIRE(same);
    CHECK_FALSE(same->changes.views); // nothing changed
    view.name = u"王建国家 13800001111"_s;
    view.definition = definitionOf(TicketView{.asked = {.text = u"王建国"_s}});
    REQUIRE(office.book->saveView(view));
    CHECK(office.view(saved->id).version == 2);
    // An older one is told apart.
    const auto older = office.book->saveView(view);
    REQUIRE_FALSE(older);
    CHECK(older.error().kind == Refusal::Kind::Outdated);

    REQUIRE(office.book->deleteView(saved->id));
    CHECK(office.seenBy(u"话务员03"_s).isEmpty());
    CHECK_FALSE(office.book->deleteView(saved->id));
    const auto events = office.history(saved->id);
    REQUIRE(events.size() == 3);
    CHECK(events[0].action == u"added");
    CHECK(events[2].action == u"deleted");
    for (const HistoryEvent &event : events) {
        CHECK_FALSE(detailsText(event).contains("13800001111"));
        CHECK_FALSE(detailsText(event).contains("王建国"));
    }
    CHECK_FALSE(HistoryRepository(office.file->database()).firstBreak());
}

TEST_CASE("no two views that somebody sees are called alike", "[views]")
{
    ViewOffice office;
    const auto own = [](const QString &name, const QString &owner) {
        return SavedView{.name = name, .owner = owner, .definition = plain};
    };
    REQUIRE(office.book->saveView(own(u"停水"_s, u"话务员03"_s)));
    const auto again = office.book->saveView(own(u" 停水"_s, u"话务员03"_s));
    REQUIRE_FALSE(again);
    CHECK(again.error().field == u"name");
    CHECK_FALSE(office.book->saveView(own(u"停水"_s, QString())));
    // Another list, or somebody else's: nobody mixes them up.
    CHECK(office.book->saveView(
        {.list = ViewList::Calls, .name = u"停水"_s, .owner = u"话务员03"_s, .definition = definitionOf(CallView())}));
    CaseBook other = office.as(u"王芳"_s);
    CHECK(other.saveView(own(u"停水"_s, u"王芳"_s)));
    CHECK_FALSE(office.book->saveView(own(u"  "_s, u"话务员03"_s)));
    CHECK_FALSE(office.book->saveView(own(QString(61, u'长'), u"话务员03"_s)));
}

TEST_CASE("a private view is nobody else's, a view of the office is everybody's", "[views]")
{
    ViewOffice office;
    CaseBook clerk = office.as(u"王芳"_s, Role::Operator);
    CaseBook supervisor = office.as(u"班长"_s, Role::Supervisor);
    const auto mine = clerk.saveView({.name = u"我的"_s, .owner = u"王芳"_s, .definition = plain});
    REQUIRE(mine);
    CHECK_FALSE(clerk.saveView({.name = u"全办"_s, .definition = plain})); // not his right
    CHECK_FALSE(clerk.saveView({.name = u"别人的"_s, .owner = u"班长"_s, .definition = plain}));
    const auto all = supervisor.saveView({.name = u"全办"_s, .definition = plain});
    REQUIRE(all);
    CHECK(office.seenBy(u"王芳"_s) == QStringList{u"全办"_s, u"我的"_s});
    CHECK(office.seenBy(u"班长"_s) == QStringList{u"全办"_s});

    // Neither by a detour: taking another's, changing the office's, making one's own the office's.
    SavedView stolen = office.view(mine->id);
    stolen.owner = u"班长"_s;
    CHECK_FALSE(supervisor.saveView(stolen));
    CHECK_FALSE(supervisor.deleteView(mine->id));
    SavedView taken = office.view(all->id);
    taken.owner = u"王芳"_s;
    CHECK_FALSE(clerk.saveView(taken));
    CHECK_FALSE(clerk.deleteView(all->id));
    SavedView published = office.view(mine->id);
    published.owner.clear();
    CHECK_FALSE(clerk.saveView(published));
    CHECK(office.view(mine->id).owner == u"王芳"_s);

    SavedView own = office.view(all->id);
    own.owner = u"班长"_s; // the supervisor may keep it for himself
    REQUIRE(supervisor.saveView(own));
    CHECK(office.seenBy(u"王芳"_s) == QStringList{u"我的"_s});
}

TEST_CASE("views stay with a user who gets another name", "[views]")
{
    ViewOffice office;
    office.must(office.book->saveUser({.login = u"wf"_s, .name = u"王芳"_s, .roles = Role::Operator}));
    REQUIRE(office.as(u"王芳"_s).saveView({.name = u"我的"_s, .owner = u"王芳"_s, .definition = plain}));
    User user = *UserRepository(office.file->database()).byName(u"王芳"_s);
    user.name = u"王芳芳"_s;
    office.must(office.book->saveUser(user));
    CHECK(office.seenBy(u"王芳芳"_s) == QStringList{u"我的"_s});
    CHECK(office.seenBy(u"王芳"_s).isEmpty());
}

TEST_CASE("entries that were retired since a view was saved are named", "[views]")
{
    ViewOffice office;
    TicketView view{.asked = {.department = office.water}};
    view.given.requestType = office.tables().requestTypes[1].id;
    CHECK(retiredIn(view, office.tables()).isEmpty());
    Department water = *findById(office.tables().departments, std::optional(office.water));
    water.retired = true;
    office.must(office.book->saveDepartment(water));
    CHECK(retiredIn(view, office.tables()) == QStringList{u"供水公司"_s});
    view.asked.topic = TopicId(99);
    CHECK(retiredIn(view, office.tables()) == QStringList{QString(), u"供水公司"_s});
}

TEST_CASE("a list of too many single tickets is not kept, one of the usual size is", "[views]")
{
    ViewOffice office;
    QList<TicketId> ids;
    for (qint64 id = 1; id <= mostKeptTickets; ++id)
        ids.append(TicketId(id));
    SavedView view{
        .name = u"图表"_s, .owner = u"话务员03"_s, .definition = definitionOf(TicketView{.given = {.among = ids}})};
    CHECK(office.book->saveView(view));
    ids.append(TicketId(9'999'999));
    view.name = u"太多"_s;
    view.definition = definitionOf(TicketView{.given = {.among = ids}});
    CHECK_FALSE(office.book->saveView(view));
}

TEST_CASE("the views of a list are found by their index", "[views]")
{
    ViewOffice office;
    const auto plan = office.file->database().all(
        u"EXPLAIN QUERY PLAN SELECT id FROM saved_view WHERE list = 'tickets' AND owner IN ('', 'a') ORDER BY name"_s,
        [](const Row &row) { return row.get<QString>(3); });
    CHECK(plan.first().contains(u"USING COVERING INDEX saved_view_name"_s));
}
