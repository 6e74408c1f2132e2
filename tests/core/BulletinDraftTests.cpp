// SPDX-License-Identifier: GPL-3.0-or-later
// A bulletin from its first composing to its publication, and what later changes make of it.
#include "bulletin/BulletinText.h"
#include "bulletin/Drafting.h"
#include "bulletin/OfficeLayouts.h"
#include "bulletin/Publication.h"
#include "storage/BulletinRepository.h"
#include "storage/ClockRepository.h"
#include "storage/Database.h"
#include "storage/FileCheck.h"
#include "storage/StorageError.h"
#include "support/HandlingOffice.h"
#include "support/Print.h"

#include <limits>

using namespace Qt::StringLiterals;
using namespace huiyin;
using namespace huiyin::test;

namespace {

// February with three tickets, of which one is closed, on the 2nd of March.
class Month : public HandlingOffice
{
public:
    Month()
    {
        first = accepted();
        HandlingOffice::must(book->answerDirectly(first, u"已答复"_s));
        second = dispatched();
        third = dispatched();
        clock.set(at("2020-03-02 09:00"));
    }

    BulletinRequest request(const QString &layout = u"annual"_s)
    {
        return {.layout = layout, .period = Period::month(2020, 2), .date = QDate(2020, 3, 2)};
    }
    BulletinDraft begun(const QString &layout = u"annual"_s)
    {
        const auto saved = beginBulletin(*book, request(layout));
        REQUIRE(saved);
        return *bulletinOf(*file, saved->id);
    }
    BulletinDraft saved(const BulletinDraft &draft)
    {
        const auto saved = saveBulletin(*book, draft);
        REQUIRE(saved);
        return *bulletinOf(*file, saved->id);
    }

    TicketId first{0};
    TicketId second{0};
    TicketId third{0};
};

// The first paragraph of the text.
BulletinParagraph &opening(BulletinDocument &document)
{
    for (BulletinBlock &block : document.blocks) {
        if (auto *paragraph = std::get_if<BulletinParagraph>(&block))
            return *paragraph;
    }
    throw std::logic_error("a bulletin without a paragraph");
}

BulletinSpan &figureIn(BulletinParagraph &paragraph, Measure measure, const QString &form)
{
    for (BulletinSpan &span : paragraph.spans) {
        if (span.figure == FigureKey{.measure = measure} && span.form == form)
            return span;
    }
    throw std::logic_error("a paragraph without this figure");
}

BulletinTable &departments(BulletinDocument &document)
{
    for (BulletinBlock &block : document.blocks) {
        if (auto *table = std::get_if<BulletinTable>(&block))
            return *table;
    }
    throw std::logic_error("a bulletin without a table");
}

} // namespace

TEST_CASE("a draft is kept as the editor has it, and told in the history when it begins and goes", "[bulletin][draft]")
{
    Month office;
    BulletinDraft draft = office.begun();
    CHECK(draft.record.version == 1);
    CHECK(draft.document.blocks == draft.composed.blocks);
    CHECK(toText(draft.document).contains(u"共受理群众诉求3件"));

    opening(draft.document).spans.append({.text = u"本月无停水事故。"_s});
    BulletinDraft again = office.saved(draft);
    CHECK(again.record.version == 2);
    CHECK(again.document.blocks == draft.document.blocks);

    SECTION("a save that came second is refused, and the first stays")
    {
        opening(draft.document).spans.append({.text = u"另一人的话。"_s});
        const auto second = saveBulletin(*office.book, draft);
        REQUIRE_FALSE(second);
        CHECK(second.error().kind == Refusal::Kind::Outdated);
        CHECK(bulletinOf(*office.file, *draft.record.id)->document.blocks == again.document.blocks);
    }
    SECTION("it goes when it is discarded, and not by one who hasn't read it as it is")
    {
        CHECK_FALSE(discardBulletin(*office.book, *draft.record.id, 1));
        REQUIRE(discardBulletin(*office.book, *draft.record.id, 2));
        CHECK(bulletinsOf(*office.file).isEmpty());
        CHECK_FALSE(bulletinOf(*office.file, *draft.record.id));
        CHECK(office.file->database().value<qint64>(
                  u"SELECT count(*) FROM history WHERE object = 'bulletin' AND action = 'discarded'"_s)
              == 1);
        // A window in which it is still open doesn't write into the next one.
        const BulletinDraft next = office.begun();
        CHECK(next.record.id != draft.record.id);
        const auto late = saveBulletin(*office.book, draft);
        REQUIRE_FALSE(late);
        CHECK(bulletinOf(*office.file, *next.record.id)->record.version == 1);
    }
    SECTION("saving as it is written leaves no event")
    {
        const auto events = [&office] {
            return office.file->database().value<qint64>(u"SELECT count(*) FROM history WHERE object = 'bulletin'"_s);
        };
        const auto before = events();
        opening(again.document).spans.append({.text = u"再记一句。"_s});
        REQUIRE(saveBulletin(*office.book, again, true));
        CHECK(events() == before);
    }
}

TEST_CASE("what nobody edited is composed anew, what the editor wrote stays with its figures as they are now",
          "[bulletin][draft]")
{
    Month office;
    BulletinDraft draft = office.begun();
    BulletinParagraph &text = opening(draft.document);
    text.spans.prepend({.text = u"据统计，"_s});
    BulletinSpan &closed = figureIn(text, Measure::Closed, u"closed:wan"_s);
    closed.text = u"全部"_s;
    closed.overtyped = true;
    draft.document.blocks.append(BulletinParagraph{
        .spans = {{.text = u"其中转办"_s},
                  {.text = u"2"_s, .figure = FigureKey{.measure = Measure::Dispatched}, .form = u"dispatched"_s},
                  {.text = u"件。"_s}}});
    // One department's count is typed over; the row keeps its other figures.
    BulletinTable &table = departments(draft.document);
    REQUIRE(table.rows.first().first().text == u"供水公司"_s);
    table.rows.first()[3].text = u"0（暂）"_s;
    table.rows.first()[3].overtyped = true;
    draft = office.saved(draft);

    // A fourth ticket of February is entered afterwards, and dispatched to another department.
    office.clock.set(at("2020-02-28 09:00"));
    ClockRepository(office.file->database()).setNewest(office.clock.now());
    const TicketId fourth = office.accepted();
    HandlingOffice::must(office.book->dispatch({.ticket = fourth, .lead = office.housing}));
    office.clock.set(at("2020-03-02 10:00"));

    const Recomposed now = recomposed(*office.file, draft);
    BulletinDocument document = now.draft.document;
    const QString opened = opening(document).text();
    CHECK(opened.startsWith(u"据统计，"));
    CHECK(opened.contains(u"共受理群众诉求4件"));
    CHECK(opened.contains(u"办结全部件"));
    CHECK(std::get<BulletinParagraph>(document.blocks.last()).text() == u"其中转办3件。"_s);
    const BulletinTable &merged = departments(document);
    REQUIRE(merged.rows.size() == 3); // two departments and the total
    const auto row =
        std::ranges::find_if(merged.rows, [](const auto &one) { return one.first().text == u"供水公司"_s; });
    CHECK((*row)[3].text == u"0（暂）"_s);
    CHECK((*row)[1].text == u"2"_s);
    CHECK(merged.rows.last()[1].text == u"3"_s);
    CHECK(now.changedFigures > 3);
    // As it stands now nothing changes any more.
    const Recomposed again = recomposed(*office.file, now.draft);
    CHECK(again.changedFigures == 0);
    CHECK(again.draft.document.blocks == document.blocks);
}

TEST_CASE("what the editor deleted stays deleted, what he moved stays where it is, what is new comes to its place",
          "[bulletin][draft]")
{
    Month office;
    BulletinDraft draft = office.begun();
    const auto isChart = [](const BulletinBlock &block) { return std::holds_alternative<BulletinChart>(block); };
    REQUIRE(std::ranges::count_if(draft.document.blocks, isChart) > 0);
    draft.document.blocks.removeIf(isChart);
    draft.document.blocks.move(0, draft.document.blocks.size() - 1); // the first heading goes to the end
    const QString moved = originOf(draft.document.blocks.last());
    draft = office.saved(draft);

    HandlingOffice::must(office.book->setMark(office.second, Mark::PickedProblem, true));
    const Recomposed now = recomposed(*office.file, draft);
    const auto &blocks = now.draft.document.blocks;
    CHECK(std::ranges::count_if(blocks, isChart) == 0);
    CHECK(originOf(blocks.last()) == moved);
    const auto heading = std::ranges::find_if(blocks, [](const BulletinBlock &block) {
        const auto *one = std::get_if<BulletinHeading>(&block);
        return one && one->text.contains(u"反映比较突出的问题");
    });
    REQUIRE(heading != blocks.end());
    const auto *picked = std::get_if<BulletinParagraph>(&*std::next(heading));
    REQUIRE(picked);
    CHECK(picked->text().contains(u"单元停水"));
    CHECK(picked->origin.endsWith(u"ticket %1"_s.arg(office.second.value())));
    // The editor's words about a case outlive the case's mark.
    BulletinDraft edited = now.draft;
    auto &paragraph = std::get<BulletinParagraph>(edited.document.blocks[std::next(heading) - blocks.begin()]);
    paragraph.spans.append({.text = u"经多次协调仍未解决。"_s});
    HandlingOffice::must(office.book->setMark(office.second, Mark::PickedProblem, false));
    const Recomposed later = recomposed(*office.file, edited);
    CHECK(toText(later.draft.document).contains(u"经多次协调仍未解决。"));
}

TEST_CASE("numbers go on in their series, extra issues apart, and a number is given once", "[bulletin][draft]")
{
    Month office;
    BulletinRequest request = office.request();
    request.issue = 2;
    request.runningIssue = 86;
    const auto first = beginBulletin(*office.book, request);
    REQUIRE(first);
    request.issue = std::nullopt;
    request.runningIssue = std::nullopt;
    const auto second = bulletinOf(*office.file, beginBulletin(*office.book, request)->id);
    CHECK(second->record.issue == 3);
    CHECK(second->record.runningIssue == 87);
    CHECK(second->document.issueLine == u"第3期（总第87期）"_s);
    const auto extra = bulletinOf(*office.file, beginBulletin(*office.book, request, true)->id);
    CHECK(extra->record.issue == 1);
    CHECK_FALSE(extra->record.runningIssue);
    CHECK(extra->document.issueLine == u"增刊第1期"_s);
    request.period = Period::month(2021, 1);
    const auto nextYear = bulletinOf(*office.file, beginBulletin(*office.book, request)->id);
    CHECK(nextYear->record.issue == 1);
    CHECK(nextYear->record.runningIssue == 88);

    REQUIRE(publishBulletin(*office.book, first->id, 1));
    BulletinDraft same = *second;
    same.record.issue = 2;
    same.document.issueLine = u"第2期（总第87期）"_s;
    same.composed.issueLine = same.document.issueLine;
    const auto saved = saveBulletin(*office.book, same);
    REQUIRE(saved);
    const auto twice = publishBulletin(*office.book, saved->id, saved->version);
    REQUIRE_FALSE(twice);
    CHECK(twice.error().field == u"issue"_s);
}

TEST_CASE("a published bulletin never changes, whatever becomes of its tickets, and the restatement names them",
          "[bulletin][publication]")
{
    Month office;
    HandlingOffice::must(office.book->setMark(office.second, Mark::PickedProblem, true));
    const BulletinDraft draft = office.begun();
    const BulletinId id = *draft.record.id;
    const auto saved = publishBulletin(*office.book, id, draft.record.version);
    REQUIRE(saved);
    const BulletinDraft published = *bulletinOf(*office.file, id);
    CHECK(published.record.state == BulletinState::Published);
    CHECK(published.record.publishedBy == office.book->user());
    const BulletinRepository bulletins(office.file->database());
    CHECK(bulletins.cases(id) == QList{office.second});
    CHECK(bulletins.toldIn(office.second) == QList{id});
    CHECK(bulletins.toldIn(office.third).isEmpty());
    const auto frozen = bulletins.figures(id);
    const auto figure = [&frozen](const QString &code) {
        const auto found = std::ranges::find(frozen, code, &FrozenFigure::figure);
        REQUIRE(found != frozen.end());
        return *found;
    };
    CHECK(figure(u"accepted"_s).items == QList{office.first.value(), office.second.value(), office.third.value()});
    CHECK(figure(u"closed"_s).items == QList{office.first.value()});
    CHECK(figure(u"by_department/%1"_s.arg(office.water.value())).value == 2);
    CHECK(restatementOf(*office.file, published).isEmpty());

    // The third was no matter of the office after all.
    HandlingOffice::must(office.book->makeVoid(office.third, u"误录"_s));
    CHECK(toText(bulletinOf(*office.file, id)->document) == toText(draft.document));
    const Restatement restatement = restatementOf(*office.file, published);
    const auto accepted =
        std::ranges::find(restatement.figures, FigureKey{.measure = Measure::Accepted}, &RestatedFigure::figure);
    REQUIRE(accepted != restatement.figures.end());
    CHECK(accepted->before == 3);
    CHECK(accepted->now == 2);
    CHECK(accepted->gone == QList{office.third.value()});
    CHECK(accepted->added.isEmpty());
    const auto text = std::ranges::find(restatement.texts, u"3"_s, &RestatedText::before);
    REQUIRE(text != restatement.texts.end());
    CHECK(text->now == u"2"_s);
    CHECK(text->context.contains(u"共受理群众诉求3件"));

    SECTION("behind what is restated are the tickets, of calls those that they led to")
    {
        CHECK(restatedTickets(*office.file, *accepted) == QList{office.third});
        Database &database = office.file->database();
        database.exec(u"INSERT INTO call(reference, started_at, outcome, ticket) "
                      "VALUES('a', 0, 'ticket', ?), ('b', 0, 'answered', NULL), ('c', 0, 'repeat', ?)"_s,
                      office.second, office.second);
        const auto idOf = [&database](const QString &reference) {
            return *database.value<qint64>(u"SELECT id FROM call WHERE reference = ?"_s, reference);
        };
        RestatedFigure calls{.figure = {.measure = Measure::Calls}};
        calls.added = {idOf(u"a"_s), idOf(u"b"_s)};
        calls.gone = {idOf(u"c"_s)};
        CHECK(restatedTickets(*office.file, calls) == QList{office.second});
    }
    SECTION("the note tells what is printed otherwise, and the ticket")
    {
        const QString note = toText(correctionNote(*office.file, published, restatement, QDate(2020, 3, 5)));
        CHECK(note.contains(u"“{period}”"_s) == false);
        CHECK(note.contains(u"共受理群众诉求3件”更正为“"));
        CHECK(note.contains(u"共受理群众诉求2件"));
        CHECK(note.contains(u"涉及工单1件：" + office.ticket(office.third).number));
    }
    SECTION("neither a save nor a hand in the file changes it")
    {
        BulletinDraft edited = published;
        opening(edited.document).spans.append({.text = u"补记。"_s});
        CHECK_FALSE(saveBulletin(*office.book, edited));
        CHECK_FALSE(discardBulletin(*office.book, id, edited.record.version));
        CHECK_FALSE(publishBulletin(*office.book, id, edited.record.version));
        Database &database = office.file->database();
        CHECK_THROWS_AS(database.exec(u"UPDATE bulletin SET title = 'x'"_s), StorageError);
        CHECK_THROWS_AS(database.exec(u"DELETE FROM bulletin"_s), StorageError);
        CHECK_THROWS_AS(database.exec(u"UPDATE bulletin_figure SET value = 4"_s), StorageError);
        CHECK_THROWS_AS(database.exec(u"DELETE FROM bulletin_case"_s), StorageError);
    }
    SECTION("tickets that are exchanged one for another are told though the number is the same")
    {
        office.clock.set(at("2020-02-28 09:00"));
        ClockRepository(office.file->database()).setNewest(office.clock.now());
        const TicketId other = office.dispatched();
        const Restatement same = restatementOf(*office.file, published);
        const auto found =
            std::ranges::find(same.figures, FigureKey{.measure = Measure::Accepted}, &RestatedFigure::figure);
        REQUIRE(found != same.figures.end());
        CHECK(found->now == 3);
        CHECK(found->added == QList{other.value()});
        CHECK(found->gone == QList{office.third.value()});
        CHECK(same.texts.isEmpty());
    }
}

TEST_CASE("a bulletin is published only as it was read: not when its figures have changed since",
          "[bulletin][publication]")
{
    Month office;
    const BulletinDraft draft = office.begun();
    HandlingOffice::must(office.book->makeVoid(office.third, u"误录"_s));
    const auto refused = publishBulletin(*office.book, *draft.record.id, draft.record.version);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == Refusal::Kind::Outdated);
    CHECK(bulletinOf(*office.file, *draft.record.id)->record.state == BulletinState::Draft);
    CHECK(office.file->database().value<qint64>(u"SELECT count(*) FROM bulletin_figure"_s) == 0);

    const BulletinDraft fresh = office.saved(recomposed(*office.file, draft).draft);
    CHECK(publishBulletin(*office.book, *draft.record.id, fresh.record.version));

    SECTION("nor after another has changed it")
    {
        const BulletinDraft other = office.begun();
        (void)office.saved(other);
        const auto outdated = publishBulletin(*office.book, *other.record.id, other.record.version);
        REQUIRE_FALSE(outdated);
        CHECK(outdated.error().kind == Refusal::Kind::Outdated);
    }
}

TEST_CASE("who composes no bulletins publishes none, and leaves a record when he tries", "[bulletin][publication]")
{
    Month office;
    const BulletinDraft draft = office.begun();
    CaseBook clerk(*office.file, office.clock, u"话务员05"_s, Role::Operator);
    CHECK_FALSE(publishBulletin(clerk, *draft.record.id, draft.record.version));
    CHECK_FALSE(beginBulletin(clerk, office.request()));
    CHECK_FALSE(saveBulletin(clerk, draft));
    CHECK(office.file->database().value<qint64>(
              u"SELECT count(*) FROM access_record WHERE action = 'refused' AND user = '话务员05'"_s)
          == 3);
}

TEST_CASE("the ids behind a figure are packed and read again; what is damaged is not read", "[bulletin][publication]")
{
    const QList<qint64> ids{1, 2, 3, 130, 131, 20'000, 9'000'000'000};
    CHECK(unpackedIds(packedIds(ids)) == ids);
    CHECK(packedIds(ids).size() < 20);
    CHECK(unpackedIds(packedIds({})) == QList<qint64>());
    CHECK_FALSE(unpackedIds("\x80"));
    CHECK_FALSE(unpackedIds(QByteArray(12, '\xff') + '\x01'));
    // The largest id that there is, and one more.
    const QByteArray largest = QByteArray(8, '\xff') + '\x7f';
    CHECK(unpackedIds(largest) == QList<qint64>{std::numeric_limits<qint64>::max()});
    CHECK_FALSE(unpackedIds(largest + '\x01'));
}

TEST_CASE("an office has layouts of its own, which a bulletin keeps as they were when it was begun",
          "[bulletin][layout]")
{
    Month office;
    QJsonObject layout = layoutOf(*office.file, u"annual"_s);
    layout[u"masthead"_s] = u"测试热线周报"_s;
    const OfficeLayout own{.name = u"own-weekly"_s, .title = u"本县周报"_s, .content = layoutText(layout)};
    REQUIRE(saveLayout(*office.book, own));
    const auto all = layoutsOf(*office.file);
    CHECK(all.size() == layouts().size() + 1);
    CHECK(all.last().title == u"本县周报"_s);

    const BulletinDraft draft = office.begun(u"own-weekly"_s);
    CHECK(draft.document.masthead == u"测试热线周报"_s);
    CHECK_FALSE(saveLayout(*office.book, own)); // somebody has saved it meanwhile
    OfficeLayout changed = *LayoutRepository(office.file->database()).byName(u"own-weekly"_s);
    layout[u"masthead"_s] = u"另一刊名"_s;
    changed.content = layoutText(layout);
    REQUIRE(saveLayout(*office.book, changed));
    CHECK(recomposed(*office.file, draft).draft.document.masthead == u"测试热线周报"_s);
    CHECK(office.begun(u"own-weekly"_s).document.masthead == u"另一刊名"_s);

    SECTION("one with the name of a shipped one stands in its place until it goes")
    {
        const OfficeLayout instead{.name = u"annual"_s, .title = u"本县年报"_s, .content = layoutText(layout)};
        REQUIRE(saveLayout(*office.book, instead));
        CHECK(layoutsOf(*office.file).size() == all.size());
        CHECK(office.begun().document.masthead == u"另一刊名"_s);
        const auto outdated = removeLayout(*office.book, u"annual"_s, 7);
        REQUIRE_FALSE(outdated);
        CHECK(outdated.error().kind == Refusal::Kind::Outdated);
        REQUIRE(removeLayout(*office.book, u"annual"_s, 1));
        CHECK(office.begun().document.masthead == u"12345热线年度通报"_s);
    }
    SECTION("without the right nothing is saved")
    {
        CaseBook clerk(*office.file, office.clock, u"话务员05"_s, Role::Operator);
        CHECK_FALSE(saveLayout(clerk, changed));
        CHECK_FALSE(removeLayout(clerk, u"own-weekly"_s, 2));
    }
}

TEST_CASE("what can't be right, or may be a citizen's, stops publication until it is mended, explained or decided",
          "[bulletin][publication]")
{
    Month office;
    BulletinDraft draft = office.begun();
    const auto refusedField = [&office](const BulletinDraft &one) -> QString {
        const auto outcome = publishBulletin(*office.book, *one.record.id, one.record.version);
        return outcome ? QString() : outcome.error().field;
    };

    SECTION("a figure that was typed by hand against the case file")
    {
        BulletinSpan &closed = figureIn(opening(draft.document), Measure::Closed, u"closed:wan"_s);
        closed.text = u"2"_s;
        closed.overtyped = true;
        draft = office.saved(draft);
        CHECK(refusedField(draft) == u"findings"_s);
        const auto review = reviewDocument(draft.document, printerOf(draft.composed));
        const auto left = stopping(review, draft.decisions);
        REQUIRE_FALSE(left.isEmpty());
        for (const DocumentFinding &finding : left) {
            draft.decisions.explain({.fingerprint = finding.fingerprint,
                                     .text = finding.finding.text,
                                     .reason = u"按上级口径统计"_s,
                                     .by = u"编辑"_s,
                                     .at = office.clock.now()});
        }
        draft = office.saved(draft);
        CHECK(draft.decisions.explained.size() == left.size());
        CHECK(refusedField(draft).isEmpty());
        CHECK(bulletinOf(*office.file, *draft.record.id)->decisions.explained == draft.decisions.explained);
    }
    SECTION("not a linked figure that the composed text doesn't print: nobody says that it is wrong")
    {
        draft.document.blocks.append(BulletinParagraph{
            .spans = {
                {.text = u"待回访"_s},
                {.text = u"17"_s, .figure = FigureKey{.measure = Measure::FollowUpDue}, .form = u"follow_up_due"_s},
                {.text = u"件。"_s}}});
        draft = office.saved(draft);
        CHECK(refusedField(draft).isEmpty());
    }
    SECTION("a number that may be a citizen's stops it; a certain name is masked by itself, everywhere that is kept")
    {
        opening(draft.document)
            .spans.append({.text = u"市民王建国（电话13800001111）反映问题。咨询电话0434-3266666。"_s});
        draft = office.saved(draft);
        CHECK(refusedField(draft) == u"masking"_s);
        draft.decisions.decide({.text = u"0434-3266666"_s, .kind = PersonalPlace::Kind::Phone});
        draft = office.saved(draft);
        CHECK(refusedField(draft).isEmpty());
        const auto record = BulletinRepository(office.file->database()).byId(*draft.record.id);
        for (const QByteArray &kept : {record->document, record->composed, record->decisions, record->title.toUtf8()}) {
            CHECK_FALSE(kept.contains("王建国"));
            CHECK_FALSE(kept.contains("3266666"));
            CHECK_FALSE(kept.contains("13800001111"));
        }
        CHECK(record->document.contains("王某"));
    }
}

TEST_CASE("a check finds a published bulletin that somebody's hand has changed", "[bulletin][publication][check]")
{
    Month office;
    const BulletinDraft draft = office.begun();
    REQUIRE(publishBulletin(*office.book, *draft.record.id, draft.record.version));
    Progress progress;
    CHECK(checkFile(*office.file, progress).isEmpty());
    Database &database = office.file->database();
    SECTION("its text")
    {
        database.exec(u"DROP TRIGGER bulletin_frozen"_s);
        database.exec(u"UPDATE bulletin SET document = replace(document, '3件', '4件')"_s);
    }
    SECTION("a figure of it")
    {
        database.exec(u"DROP TRIGGER bulletin_figure_frozen"_s);
        database.exec(u"UPDATE bulletin_figure SET value = 4 WHERE figure = 'accepted'"_s);
    }
    const auto findings = checkFile(*office.file, progress);
    CHECK(std::ranges::count(findings, u"bulletin 1"_s, &CheckFinding::object) == 1);
}
