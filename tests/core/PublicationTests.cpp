// SPDX-License-Identifier: GPL-3.0-or-later
// What is published is what was read, for the names of no citizen, and what later becomes of its figures is told.
#include "bulletin/BulletinText.h"
#include "bulletin/Drafting.h"
#include "bulletin/Publication.h"
#include "storage/BulletinRepository.h"
#include "storage/ClockRepository.h"
#include "storage/Database.h"
#include "storage/FileCheck.h"
#include "storage/StorageError.h"
#include "support/HandlingOffice.h"
#include "support/Print.h"

#include <QCryptographicHash>
#include <QMap>

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;
using namespace huiyin;
using namespace huiyin::test;

namespace {

// Tickets of February, on the 2nd of March.
class Issue : public HandlingOffice
{
public:
    Issue()
    {
        first = accepted();
        must(book->answerDirectly(first, u"已答复"_s));
        second = dispatched();
        clock.set(at("2020-03-02 09:00"));
    }

    BulletinDraft begun(const BulletinRequest &request)
    {
        const auto saved = beginBulletin(*book, request);
        REQUIRE(saved);
        return *bulletinOf(*file, saved->id);
    }
    BulletinDraft saved(const BulletinDraft &draft)
    {
        const auto saved = saveBulletin(*book, draft);
        REQUIRE(saved);
        return *bulletinOf(*file, saved->id);
    }
    BulletinDraft published(const BulletinDraft &draft)
    {
        const auto outcome = publishBulletin(*book, *draft.record.id, draft.record.version);
        INFO((outcome ? QString() : outcome.error().reason).toStdString());
        REQUIRE(outcome);
        return *bulletinOf(*file, outcome->id);
    }

    TicketId first{0};
    TicketId second{0};
};

} // namespace

TEST_CASE("a bulletin whose number or date was changed isn't published under the old one", "[bulletin][publication]")
{
    Issue office;
    BulletinDraft draft = office.begun({.layout = u"annual"_s,
                                        .period = Period::month(2020, 2),
                                        .issue = 3,
                                        .runningIssue = 87,
                                        .date = QDate(2020, 3, 2)});
    REQUIRE(draft.document.issueLine == u"第3期（总第87期）"_s);
    const auto isOutdated = [&office](const BulletinDraft &one) {
        const auto outcome = publishBulletin(*office.book, *one.record.id, one.record.version);
        return !outcome && outcome.error().kind == Refusal::Kind::Outdated;
    };
    SECTION("the number")
    {
        draft.record.issue = 4;
        draft = office.saved(draft);
        CHECK(isOutdated(draft));
        draft = office.saved(recomposed(*office.file, draft).draft);
        CHECK(office.published(draft).document.issueLine == u"第4期（总第87期）"_s);
    }
    SECTION("the date")
    {
        draft.record.date = QDate(2020, 3, 5);
        draft = office.saved(draft);
        CHECK(isOutdated(draft));
        draft = office.saved(recomposed(*office.file, draft).draft);
        CHECK(office.published(draft).document.date == QDate(2020, 3, 5));
    }
    SECTION("but a title that the editor wrote is his")
    {
        draft.document.title = u"二月份热线办理情况"_s;
        draft = office.saved(draft);
        CHECK(office.published(draft).document.title == u"二月份热线办理情况"_s);
    }
}

TEST_CASE("what is kept of a bulletin names nobody whose case the editor has taken out",
          "[bulletin][publication][mask]")
{
    Issue office;
    const auto told = office.book->accept({.channel = office.phone(),
                                           .requestType = office.tables().requestTypes.at(1).id,
                                           .title = u"路灯不亮，尹霜已修，柳叶在场"_s,
                                           .content = u"路灯不亮。"_s,
                                           .requester = u"尹霜"_s,
                                           .phone = u"13900002222"_s});
    REQUIRE(told);
    office.clock.set(at("2020-02-28 09:00"));
    ClockRepository(office.file->database()).setNewest(office.clock.now());
    const auto other = office.book->accept({.channel = office.phone(),
                                            .requestType = office.tables().requestTypes.at(1).id,
                                            .title = u"路灯不亮，乔羽在场，柳叶在场"_s,
                                            .content = u"路灯不亮。"_s,
                                            .requester = u"乔羽"_s,
                                            .phone = u"13900003333"_s});
    REQUIRE(other);
    HandlingOffice::must(office.book->setMark(other->id, Mark::PickedProblem, true));
    office.clock.set(at("2020-03-02 09:00"));
    BulletinDraft draft = office.begun(
        {.layout = u"siping-monthly"_s, .period = Period::month(2020, 2), .issue = 2, .date = QDate(2020, 3, 2)});
    REQUIRE(toText(draft.composed).contains(u"柳叶在场"_s));
    draft.document.blocks.removeIf([](const BulletinBlock &block) { return originOf(block).contains(u"ticket "_s); });
    draft.document.blocks.append(BulletinParagraph{.spans = {{.text = u"市民柳叶反映路灯不亮。"_s}}});
    draft = office.saved(draft);
    const BulletinDraft out = office.published(draft);
    const auto record = BulletinRepository(office.file->database()).byId(*out.record.id);
    for (const QByteArray &kept : {record->document, record->composed}) {
        CHECK_FALSE(kept.contains("乔羽")); // of the case that is not told any more
        CHECK_FALSE(kept.contains("柳叶")); // given away by the editor's words alone
    }
}

TEST_CASE("the words of a case that were joined to others name nobody when they are published",
          "[bulletin][publication][mask]")
{
    Issue office;
    office.clock.set(at("2020-02-28 09:00"));
    ClockRepository(office.file->database()).setNewest(office.clock.now());
    const auto told = office.book->accept({.channel = office.phone(),
                                           .requestType = office.tables().requestTypes.at(1).id,
                                           .title = u"路灯不亮"_s,
                                           .content = u"路灯不亮。"_s,
                                           .requester = u"白洁"_s,
                                           .phone = u"13900002222"_s});
    REQUIRE(told);
    office.clock.set(at("2020-03-02 09:00"));
    BulletinDraft draft =
        office.begun({.layout = u"annual"_s, .period = Period::month(2020, 2), .date = QDate(2020, 3, 2)});
    const auto words = u"问题由白洁多次提出，现已解决。"_s;
    draft.document.blocks.append(BulletinParagraph{.spans = {{.text = words}}, .origin = caseOrigin(told->id)});
    draft = office.saved(draft);
    draft.document.blocks.removeLast();
    draft.document.blocks.append(BulletinParagraph{.spans = {{.text = u"路灯问题较多。"_s + words}}});
    draft = office.saved(draft);
    CHECK(casesIn(draft.document).isEmpty());
    CHECK(toldIn(draft) == QList{told->id});
    const BulletinDraft out = office.published(draft);
    CHECK(toText(out.document).contains(u"多次提出"));
    CHECK_FALSE(toText(out.document).contains(u"白洁"));
}

TEST_CASE("a change against another period is told when only that period's tickets change", "[bulletin][publication]")
{
    Issue office;
    ClockRepository(office.file->database()).setNewest(office.clock.now());
    for (int i = 0; i < 3; ++i)
        (void)office.accepted(); // in March
    office.clock.set(at("2020-04-02 09:00"));
    const BulletinDraft published = office.published(
        office.begun({.layout = u"annual"_s, .period = Period::month(2020, 3), .date = QDate(2020, 4, 2)}));
    REQUIRE(toText(published.document).contains(u"环比增长50.0"_s));
    CHECK(restatementOf(*office.file, published).isEmpty());

    HandlingOffice::must(office.book->makeVoid(office.second, u"误录"_s));
    const Restatement restatement = restatementOf(*office.file, published);
    const auto text =
        std::ranges::find_if(restatement.texts, [](const RestatedText &one) { return one.before.contains(u"50.0"_s); });
    REQUIRE(text != restatement.texts.end());
    CHECK(text->now.contains(u"200"_s));
    const QString note = toText(correctionNote(*office.file, published, restatement, QDate(2020, 4, 5)));
    CHECK(note.contains(u"更正为"_s));
}

TEST_CASE("a cell of several figures is told when it would be printed otherwise", "[bulletin][publication]")
{
    Issue office;
    const QByteArray layout = R"({"masthead": "x", "title": "x", "sections": [{"table": "departments",
        "columns": [{"title": "单位", "value": "{name}"}, {"title": "办结/转办", "value": "{closed}/{dispatched}"}]}]})";
    const TicketId third = office.dispatched();
    (void)third;
    const BulletinDraft published =
        office.published(office.begun({.layout = u"own"_s,
                                       .layoutText = layout,
                                       .period = Period::days(QDate(2020, 2, 1), QDate(2020, 3, 2)),
                                       .date = QDate(2020, 3, 2)}));
    REQUIRE(toText(published.document).contains(u"0/2"_s));
    CHECK(restatementOf(*office.file, published).isEmpty());
    HandlingOffice::must(office.book->makeVoid(office.second, u"误录"_s));
    const Restatement restatement = restatementOf(*office.file, published);
    const auto text = std::ranges::find(restatement.texts, u"0/2"_s, &RestatedText::before);
    REQUIRE(text != restatement.texts.end());
    CHECK(text->now == u"0/1"_s);
    CHECK(text->context == u"供水公司"_s);
}

TEST_CASE("a correction names the row of the table that it is in, and what a chart alone prints",
          "[bulletin][publication]")
{
    Issue office;
    (void)office.dispatched();
    const QByteArray layout = R"({"masthead": "x", "title": "x", "sections": [
        {"table": "beside", "title": "渠道与类型", "tables": [
            {"table": "channels", "columns": [{"title": "渠道", "value": "{name}"},
                {"title": "件数", "value": "{received}"}]},
            {"table": "types", "columns": [{"title": "类型", "value": "{name}"}, {"title": "件数", "value": "{count}"}]}]},
        {"chart": "departments", "title": "承办单位"}]})";
    const BulletinDraft published =
        office.published(office.begun({.layout = u"own"_s,
                                       .layoutText = layout,
                                       .period = Period::days(QDate(2020, 2, 1), QDate(2020, 3, 2)),
                                       .date = QDate(2020, 3, 2)}));
    CAPTURE(toText(published.document).toStdString());
    CHECK(restatementOf(*office.file, published).isEmpty());
    HandlingOffice::must(office.book->makeVoid(office.second, u"误录"_s));
    const Restatement restatement = restatementOf(*office.file, published);
    QStringList told;
    for (const RestatedText &text : restatement.texts)
        told.append(text.context + u' ' + text.before + u'>' + text.now);
    CAPTURE(told.join(u'\n').toStdString());
    const auto &table = std::get<BulletinTable>(published.document.blocks[0]);
    const QString type = table.rows.first().value(2).text;
    const QString channel = table.rows.first().value(0).text;
    REQUIRE_FALSE(type.isEmpty());
    REQUIRE(type != channel);
    CHECK(told.contains(channel + u" 3>2"));
    CHECK(told.contains(type + u" 3>2"));
    CHECK(std::ranges::any_of(told, [](const QString &one) { return one.startsWith(u"供水公司 "_s); }));
    const QString note = toText(correctionNote(*office.file, published, restatement, QDate(2020, 4, 5)));
    CAPTURE(note.toStdString());
    CHECK(note.contains(u"图中数据更正"_s));
    CHECK(note.contains(u"供水公司"_s));
}

TEST_CASE("a correction of a sentence with several figures quotes none of the old ones", "[bulletin][publication]")
{
    Issue office;
    (void)office.accepted();
    const QByteArray layout = R"({"masthead": "x", "title": "x", "sections": [
        {"paragraph": [{"text": "共受理{accepted}件已办结{closed}件办结率{closure_rate}。"}]}]})";
    const BulletinDraft published =
        office.published(office.begun({.layout = u"own"_s,
                                       .layoutText = layout,
                                       .period = Period::days(QDate(2020, 2, 1), QDate(2020, 3, 2)),
                                       .date = QDate(2020, 3, 2)}));
    CAPTURE(toText(published.document).toStdString());
    HandlingOffice::must(office.book->makeVoid(office.second, u"误录"_s));
    const Restatement restatement = restatementOf(*office.file, published);
    REQUIRE(restatement.texts.size() >= 2);
    for (const RestatedText &text : restatement.texts) {
        CAPTURE(text.context.toStdString(), text.contextNow.toStdString());
        CHECK(text.context.contains(u"受理3件"_s));
        CHECK(text.contextNow.contains(u"受理2件"_s));
        CHECK(text.contextNow == restatement.texts.first().contextNow);
    }
}

TEST_CASE("nothing is put to a published issue by hand, and the check finds what was changed of its head or its cases",
          "[bulletin][publication][check]")
{
    Issue office;
    HandlingOffice::must(office.book->setMark(office.second, Mark::PickedProblem, true));
    const BulletinDraft published = office.published(office.begun({.layout = u"annual"_s,
                                                                   .period = Period::month(2020, 2),
                                                                   .issue = 3,
                                                                   .runningIssue = 87,
                                                                   .date = QDate(2020, 3, 2)}));
    const BulletinId id = *published.record.id;
    Database &database = office.file->database();
    CHECK_THROWS_AS(
        database.exec(u"INSERT INTO bulletin_case(bulletin, position, ticket) VALUES(?, 9, ?)"_s, id, office.first),
        StorageError);
    CHECK_THROWS_AS(database.exec(u"INSERT INTO bulletin_figure(bulletin, figure, value, items) "
                                  "VALUES(?, 'by_topic/9', 0, x'')"_s,
                                  id),
                    StorageError);
    Progress progress;
    const auto isFound = [&] {
        const auto findings = checkFile(*office.file, progress);
        return std::ranges::count(findings, u"bulletin 1"_s, &CheckFinding::object) == 1;
    };
    CHECK_FALSE(isFound());
    const BulletinRepository bulletins(database);
    SECTION("a case of it")
    {
        database.exec(u"DROP TRIGGER bulletin_case_late"_s);
        database.exec(u"INSERT INTO bulletin_case(bulletin, position, ticket) VALUES(?, 9, ?)"_s, id, office.first);
        CHECK(isFound());
    }
    SECTION("its number")
    {
        database.exec(u"DROP TRIGGER bulletin_frozen"_s);
        database.exec(u"UPDATE bulletin SET running_issue = 88"_s);
        CHECK(isFound());
    }
    SECTION("an issue of a program that froze less is checked by what it froze")
    {
        QCryptographicHash hash(QCryptographicHash::Sha256);
        const auto add = [&hash](const QByteArray &bytes) {
            hash.addData(QByteArray(QByteArray::number(bytes.size()) + ':'));
            hash.addData(bytes);
        };
        add(bulletins.byId(id)->document);
        const auto figures = bulletins.figures(id);
        QMap<QByteArray, FrozenFigure> inOrder;
        for (const FrozenFigure &figure : figures)
            inOrder.insert(figure.figure.toUtf8(), figure);
        for (auto figure = inOrder.cbegin(); figure != inOrder.cend(); ++figure) {
            add(figure.key());
            add(QByteArray::number(figure->value));
            add(packedIds(figure->items));
        }
        CHECK(bulletins.hasDigest(id, QString::fromLatin1(hash.result().toHex())));
        CHECK(bulletins.hasDigest(id, bulletins.frozenDigest(id)));
        CHECK_FALSE(bulletins.hasDigest(id, QString(u"2:"_s + QString::fromLatin1(hash.result().toHex()))));
    }
}
