// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/SimilarTickets.h"
#include "domain/Likeness.h"
#include "domain/Place.h"
#include "domain/SearchText.h"
#include "storage/StorageError.h"
#include "support/GeneratedOffice.h"
#include "support/Office.h"
#include "support/Print.h"

#include <catch2/catch.hpp>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

namespace {

Place place(const char *address, const QStringList &areas = {u"铁西区"_s, u"铁东区"_s, u"四平市"_s})
{
    return Place::of(foldForSearch(QString::fromUtf8(address)), areas);
}

// An office with some tickets, closed with an answer unless said otherwise.
struct SimilarFixture : TestOffice
{
    TicketId take(const char *address, const char *title, const char *content, const char *phone = "",
                  std::optional<CategoryId> category = std::nullopt, bool closed = false)
    {
        clock.advance(600);
        const IntakeRequest request{.channel = TestOffice::phone(),
                                    .category = category,
                                    .address = QString::fromUtf8(address),
                                    .title = QString::fromUtf8(title),
                                    .content = QString::fromUtf8(content),
                                    .phone = QString::fromUtf8(phone),
                                    .answer = closed ? u"已告知反映人。"_s : QString()};
        const auto saved = closed ? book->answerDirectly(request) : book->accept(request);
        INFO((saved ? QString() : saved.error().reason).toStdString());
        REQUIRE(saved);
        return saved->id;
    }

    SimilarMatters ask(const MatterAtHand &matter) { return similarMatters(*file, matter, tables()); }

    static QList<TicketId> idsOf(const SimilarMatters &similar)
    {
        QList<TicketId> ids;
        for (const SimilarTicket &ticket : similar.tickets)
            ids.append(ticket.ticket.id);
        return ids;
    }
};

} // namespace

TEST_CASE("An address is taken apart into estate, building, unit and flat")
{
    CHECK(place("铁西区阳光花园12栋3单元501") == Place{u"阳光花园"_s, u"12"_s, u"3"_s, u"501"_s});
    CHECK(place("四平市铁西区阳光花园 １２号楼 三单元 501室") == Place{u"阳光花园"_s, u"12"_s, u"3"_s, u"501"_s});
    CHECK(place("铁西区华宇城二期B5号楼") == Place{u"华宇城二期"_s, u"b5"_s, {}, {}});
    CHECK(place("平东小区5号楼") == Place{u"平东小区"_s, u"5"_s, {}, {}});
    CHECK(place("十五峰十二号楼") == Place{u"十五峰"_s, u"12"_s, {}, {}});
    CHECK(place("铁东区新华大街108号") == Place{u"新华大街"_s, u"108"_s, {}, {}});
    CHECK(place("新华大街108号阳光花园2号楼") == Place{u"阳光花园"_s, u"2"_s, {}, {}});
    CHECK(place("梨树县四棵树乡后韩家村") == Place{u"后韩家村"_s, {}, {}, {}});
    CHECK(place("电力小区2单元") == Place{u"电力小区"_s, {}, u"2"_s, {}});
    CHECK(place("城市花园3号楼").estate == u"城市花园"_s);
    CHECK(place("阳光花园12-3-501") == Place{u"阳光花园"_s, u"12"_s, u"3"_s, u"501"_s});
    CHECK(place("平东小区 5-2-302室") == Place{u"平东小区"_s, u"5"_s, u"2"_s, u"302"_s});
    CHECK(place("新华大街12-3号") == Place{u"新华大街"_s, u"12-3"_s, {}, {}});
    CHECK(place("华宇城(二期)B5号楼") == Place{u"华宇城二期"_s, u"b5"_s, {}, {}});
    CHECK(place("华宇城（二期）B5号楼").to(place("御景城（二期）B5号楼")) == Nearness::Unknown);
    CHECK(place("朝阳路12号大院5号楼").to(place("解放街3号大院5号楼")) == Nearness::Unknown);
    CHECK(place("朝阳路12号院5号楼") == Place{u"朝阳路12号院"_s, u"5"_s, {}, {}});
    CHECK(place("东方都市花园3号楼").estate == u"东方都市花园"_s);
    CHECK(place("祥和新区8号楼").estate == u"祥和新区"_s);
    CHECK(place("铁路生活区3栋").estate == u"铁路生活区"_s);
    CHECK(place("南苑东区3栋").estate == u"南苑东区"_s);
    CHECK(place("吉林省四平市铁西区阳光花园3栋").estate == u"阳光花园"_s);
    CHECK(place("梨树县小宽镇小宽村四组12号") == Place{u"小宽村四组"_s, u"12"_s, {}, {}});
    CHECK(place("长春市朝阳区红旗街5号") == Place{u"红旗街"_s, u"5"_s, {}, {}});
    for (const char *nothing :
         {"不详", "未提供", "家中", "二期", "501", "12-3-501", "无", "铁西区5号楼", "四平市铁西区"}) {
        INFO(nothing);
        CHECK(place(nothing).isVague());
    }
    CHECK(place("").isVague());
    CHECK(place("铁西区").isVague());
    CHECK(place("5号楼").isVague());
}

TEST_CASE("Two addresses are as near as both tell")
{
    const Place home = place("铁西区阳光花园12栋3单元501");
    CHECK(home.to(place("阳光花园12号楼3单元501室")) == Nearness::Flat);
    CHECK(home.to(place("阳光花园12号楼3单元502")) == Nearness::Unit);
    CHECK(home.to(place("阳光花园12号楼1单元501")) == Nearness::Building);
    CHECK(home.to(place("阳光花园12号楼")) == Nearness::Building);
    CHECK(home.to(place("阳光花园2号楼")) == Nearness::Estate);
    CHECK(home.to(place("阳光花园南门")) == Nearness::Estate);
    CHECK(home.to(place("平东小区12栋3单元501")) == Nearness::Unknown);
    CHECK(home.to(place("")) == Nearness::Unknown);
    CHECK(place("12栋").to(place("12栋")) == Nearness::Unknown);
    // A short name says too little to stand within a longer one.
    CHECK(place("花园").to(place("阳光花园")) == Nearness::Unknown);

    CHECK(home.in(u"阳光花园整个小区停水") == Nearness::Estate);
    CHECK(home.in(u"阳光花园2号楼和阳光花园12栋都停水") == Nearness::Building);
    CHECK(home.in(u"阳光花园112号楼停水") == Nearness::Estate);
    CHECK(home.in(u"平东小区12栋停水") == Nearness::Unknown);
}

TEST_CASE("Likeness weighs what is rare, and names the words in common")
{
    PairWeights weights;
    const QString text = u"反映人来电反映,单元自来水管冻裂停水两天"_s;
    for (const PlacedPair &placed : pairsOf(text))
        weights.insert(placed.pair, 5);
    for (const PlacedPair &placed : pairsOf(u"反映人来电反映"))
        weights.insert(placed.pair, 0.1);
    const Likeness likeness(text, weights);
    CHECK(likeness.shareWith(PairSet(text)) == Approx(1));
    CHECK(likeness.shareWith(PairSet(u"公交车不进站")) == 0);
    CHECK(likeness.shareWith(PairSet(u"反映人来电反映,路灯不亮")) < 0.05);
    const auto shared = likeness.with(PairSet(u"反映人来电反映,自来水管漏水,楼上停水"));
    CHECK(shared.share > 0.3);
    CHECK(shared.words == QStringList{u"自来水管"_s, u"停水"_s});
    // Words that stand nowhere else say nothing, and no text is like nothing.
    CHECK(Likeness(text, {}).isEmpty());
    CHECK(Likeness(text, {}).shareWith(PairSet(text)) == 0);
    CHECK(Likeness(QString(), weights).shareWith(PairSet()) == 0);
}

TEST_CASE("Likeness is symmetric in what is shared and falls with what is not", "[similar]")
{
    PairWeights weights;
    const QString text = u"甲乙丙丁戊己庚辛"_s;
    for (const PlacedPair &placed : pairsOf(text))
        weights.insert(placed.pair, 4);
    const Likeness likeness(text, weights);
    double before = 1.1;
    for (qsizetype length = text.size(); length >= 2; --length) {
        const double share = likeness.shareWith(PairSet(text.first(length)));
        CHECK(share < before);
        before = share;
    }
    CHECK(likeness.shareWith(PairSet(QString(text + u"子丑寅卯"_s))) < 1);
}

TEST_CASE_METHOD(SimilarFixture, "Tickets of the same caller, place or matter are found, with the reason", "[similar]")
{
    for (int i = 0; i < 30; ++i) { // what else goes on
        take(qPrintable(u"铁西区平东小区%1号楼"_s.arg(i + 30)), "咨询公积金提取",
             qPrintable(u"反映人来电反映,公积金提取需要什么材料,第%1次询问"_s.arg(i)),
             qPrintable(u"1390000%1"_s.arg(i, 4, 10, QChar(u'0'))));
    }
    const TicketId sameHouse = take("铁东区阳光花园12号楼1单元", "单元自来水管冻裂",
                                    "反映人来电反映,家中自来水管冻裂停水,请尽快修复", "13800001111");
    const TicketId sameCaller =
        take("铁西区公园北街88号", "楼道灯不亮", "反映人来电反映,楼道灯坏了没有人修", "13800002222");
    const TicketId sameMatter =
        take("铁西区电力小区3号楼", "自来水管冻裂停水", "反映人来电反映,楼外自来水管冻裂,停水两天", "13800003333");

    const SimilarMatters similar = ask({.phone = u"13800002222"_s,
                                        .address = u"铁东区阳光花园12栋3单元"_s,
                                        .title = u"自来水管冻裂停水"_s,
                                        .content = u"反映人来电反映,楼内自来水管冻裂,停水已有三天"_s});
    CHECK(similar.complete);
    const QList<TicketId> ids = idsOf(similar);
    REQUIRE(ids.size() >= 2);
    CHECK(ids.contains(sameHouse));
    CHECK(ids.contains(sameMatter));
    CHECK_FALSE(ids.contains(sameCaller)); // the caller's history shows it: nothing else is in common
    for (const SimilarTicket &ticket : similar.tickets) {
        if (ticket.ticket.id == sameHouse) {
            CHECK(ticket.nearness == Nearness::Building);
            CHECK(ticket.commonWords.contains(u"自来水管冻裂"_s));
            CHECK_FALSE(ticket.samePhone);
        }
        if (ticket.ticket.id == sameMatter) {
            CHECK(ticket.nearness == Nearness::Unknown);
            CHECK(ticket.likeness > 0.3);
        }
    }

    // At the same door whatever was told counts, in the same house only what is of the same kind.
    CHECK(idsOf(ask({.address = u"阳光花园12栋1单元"_s, .content = u"楼道堆放杂物"_s})) == QList{sameHouse});
    CHECK(ask({.address = u"阳光花园12栋2单元"_s, .content = u"楼道堆放杂物"_s}).tickets.isEmpty());

    CHECK(place("阳光花园12栋").spellings() == QStringList{u"阳光花园12"_s, u"阳光花园十二"_s});
    const TicketId inWords = take("铁西区电力小区二十三号楼1单元", "楼道灯不亮", "楼道灯不亮");
    CHECK(idsOf(ask({.address = u"电力小区23栋1单元"_s})) == QList{inWords});

    // Before anything is said, the number and the house tell.
    CHECK(idsOf(ask({.phone = u"13800002222"_s})) == QList{sameCaller});
    CHECK(idsOf(ask({.address = u"阳光花园12号楼"_s})) == QList{sameHouse});
    // A number that nobody has called from, a place without name, and nothing at all.
    CHECK(ask({.phone = u"13899999999"_s}).tickets.isEmpty());
    CHECK(ask({.address = u"12号楼"_s}).tickets.isEmpty());
    CHECK(ask({}).tickets.isEmpty());
    // A draft is not like itself, and what came later was not there yet.
    CHECK_FALSE(idsOf(ask({.address = u"阳光花园12号楼"_s, .self = sameHouse})).contains(sameHouse));
    CHECK(ask({.address = u"阳光花园12号楼"_s, .before = sameHouse}).tickets.isEmpty());
}

TEST_CASE_METHOD(SimilarFixture, "Drafts, void and merged tickets are not offered", "[similar]")
{
    const TicketId real = take("阳光花园12号楼", "自来水管冻裂停水", "家中自来水管冻裂停水");
    const auto draft = book->saveDraft(
        {.channel = TestOffice::phone(), .address = u"阳光花园12号楼"_s, .title = u"自来水管冻裂停水"_s});
    REQUIRE(draft);
    const TicketId gone = take("阳光花园12号楼", "自来水管冻裂停水", "家中自来水管冻裂停水");
    const TicketId merged = take("阳光花园12号楼", "自来水管冻裂停水", "家中自来水管冻裂停水");
    Database &database = file->database();
    Transaction transaction(database);
    database.exec(u"UPDATE ticket SET state = 'void', resolution = 'void', closed_at = received_at WHERE id = ?"_s,
                  gone);
    database.exec(
        u"UPDATE ticket SET state = 'closed', resolution = 'merged', closed_at = received_at, merged_into = ? "
        "WHERE id = ?"_s,
        real, merged);
    transaction.commit();
    CHECK(idsOf(ask({.address = u"阳光花园12号楼"_s, .title = u"自来水管冻裂停水"_s})) == QList{real});
}

TEST_CASE_METHOD(SimilarFixture, "What the draft of the matter says makes no other word rarer", "[similar]")
{
    for (const char *other : {"路灯不亮", "噪声扰民", "垃圾未清运", "咨询社保缴费", "树枝挡住窗户"})
        take("站前街", other, other);
    const TicketId alike = take("阳光花园12号楼", "自来水管冻裂停水", "家中自来水管冻裂停水");
    // Words that no other ticket has stand in it too.
    const auto content = u"自来水管冻裂，停水两天，鹦鹉受惊，请速派员抢险"_s;
    const MatterAtHand before{.address = u"南河路"_s, .content = content};
    CHECK(idsOf(ask(before)) == QList{alike});
    const auto draft = book->saveDraft({.channel = TestOffice::phone(), .address = u"南河路"_s, .content = content});
    REQUIRE(draft);
    MatterAtHand saved = before;
    saved.self = draft->id;
    CHECK(idsOf(ask(saved)) == QList{alike});
}

TEST_CASE_METHOD(SimilarFixture, "Category and department are suggested from closed neighbours alone", "[similar]")
{
    for (const auto &name : {u"水务"_s, u"燃气"_s, u"交通"_s})
        REQUIRE(book->saveCategory({.name = name}));
    const CodeTables codes = tables();
    REQUIRE(codes.categories.size() == 3);
    const CategoryId water = *codes.categories[0].id;
    const CategoryId open = *codes.categories[1].id;
    const CategoryId other = *codes.categories[2].id;
    for (int i = 0; i < 4; ++i) {
        take("", qPrintable(u"自来水管冻裂停水%1"_s.arg(i)), "反映人来电反映,家中自来水管冻裂停水", "", water, true);
        take("", qPrintable(u"自来水管冻裂停水%1"_s.arg(i)), "反映人来电反映,家中自来水管冻裂停水", "", open, false);
        take("", qPrintable(u"公交车不进站%1"_s.arg(i)), "反映人来电反映,公交车经常不进站", "", other, true);
    }
    const MatterAtHand matter{.title = u"自来水管冻裂停水"_s, .content = u"反映人来电反映,自来水管冻裂"_s};
    SimilarMatters similar = ask(matter);
    REQUIRE_FALSE(similar.categories.isEmpty());
    CHECK(similar.categories.first().id == water);
    CHECK(similar.categories.first().tickets == 4);
    CHECK(similar.categories.first().weight > 0.8);
    CHECK(similar.closedNeighbours >= 4);
    for (const auto &suggested : similar.categories)
        CHECK(suggested.id != open);
    CHECK(similar.departments.isEmpty()); // all were answered by the office itself
    CHECK(similar.dispatchedNeighbours == 0);

    // A retired name is not given to new tickets.
    Category retired = codes.categories[0];
    retired.retired = true;
    REQUIRE(book->saveCategory(retired));
    similar = ask(matter);
    for (const auto &suggested : similar.categories)
        CHECK(suggested.id != water);
}

TEST_CASE("Similar tickets of a generated office share what is claimed", "[similar]")
{
    GeneratedOffice office({.tickets = 4000, .years = 1, .seed = 5});
    const CodeTables tables = CodeTableRepository(office.database()).load();
    const TicketRepository tickets(office.database());
    QStringList areas;
    for (const Area &area : tables.areas)
        areas.append(foldForSearch(area.name));
    int right = 0;
    int asked = 0;
    for (qint64 id = 3000; id < 4000; id += 23) {
        const auto ticket = tickets.byId(TicketId(id));
        REQUIRE(ticket);
        const SimilarMatters similar = similarMatters(*office.file,
                                                      {.phone = ticket->phone,
                                                       .address = ticket->address,
                                                       .title = ticket->title,
                                                       .content = ticket->content,
                                                       .area = ticket->area,
                                                       .before = ticket->id},
                                                      tables);
        CHECK(similar.tickets.size() <= 12);
        double weight = 0;
        for (const auto &suggested : similar.categories)
            weight += suggested.weight;
        CHECK(weight <= 1.0001);
        for (const SimilarTicket &other : similar.tickets) {
            const auto found = tickets.byId(other.ticket.id);
            REQUIRE(found);
            CHECK(found->id->value() < id);
            CHECK(other.samePhone == (found->phone == ticket->phone && !ticket->phone.isEmpty()));
            if (other.nearness >= Nearness::Unit) {
                CHECK(Place::of(foldForSearch(found->address), areas).unit
                      == Place::of(foldForSearch(ticket->address), areas).unit);
            }
            CHECK(other.likeness >= 0);
            CHECK(other.likeness <= 1.0001);
        }
        ++asked;
        if (!similar.categories.isEmpty() && similar.categories.first().id == ticket->category)
            ++right;
    }
    INFO(right << " of " << asked);
    CHECK(right * 10 >= asked * 8); // the texts of one matter are much alike
}

TEST_CASE("Looking for similar tickets can be stopped", "[similar]")
{
    GeneratedOffice office({.tickets = 300, .years = 1, .seed = 2});
    struct Stopped : Progress
    {
        [[nodiscard]] bool cancelled() const override { return true; }
    };
    const CodeTables tables = CodeTableRepository(office.database()).load();
    CHECK_THROWS_AS(similarMatters(*office.file, {.title = u"自来水管冻裂停水"_s}, tables, Stopped()), StorageError);
}
