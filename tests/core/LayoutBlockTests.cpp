// SPDX-License-Identifier: GPL-3.0-or-later
// The ready-made blocks of a bulletin: each is sound wherever it is put, and composes on the sample offices.
#include "bulletin/BulletinText.h"
#include "bulletin/Composer.h"
#include "bulletin/Layout.h"
#include "bulletin/LayoutBlocks.h"
#include "bulletin/LayoutScope.h"
#include "exchange/DemoOffice.h"
#include "storage/CaseFile.h"
#include "support/Pressroom.h"
#include "support/Print.h"

#include <QJsonDocument>
#include <QSet>
#include <QTemporaryDir>

#include <functional>

using namespace Qt::StringLiterals;
using namespace huiyin;
using namespace huiyin::test;

namespace {

void mustBeSound(const QJsonObject &layout, const QString &what)
{
    const auto faults = checkLayout(layout);
    for (const LayoutFault &fault : faults)
        FAIL_CHECK(what.toStdString() << ": " << fault.path.toStdString() << " " << fault.message.toStdString());
}

// Only what was put in, with the head of the layout.
QJsonObject alone(const QJsonObject &layout, const LayoutBlock &block)
{
    LayoutDraft draft(layout);
    draft.set(u"sections"_s, QJsonArray());
    REQUIRE(insertBlock(draft, {}, block));
    return draft.layout();
}

QString textOf(const BulletinBlock &block)
{
    const auto *paragraph = std::get_if<BulletinParagraph>(&block);
    return paragraph ? paragraph->text() : QString();
}

} // namespace

TEST_CASE("every ready-made block is sound in every layout that ships", "[layouted]")
{
    const auto blocks = layoutBlocks();
    REQUIRE(blocks.size() > 30);
    QSet<QString> names;
    const auto all = layouts();
    for (const LayoutBlock &block : blocks) {
        CHECK(displayName(block) != block.key);
        CHECK(blockGroupName(block.group) != block.group);
        names.insert(displayName(block));
        for (const LayoutInfo &info : all) {
            LayoutDraft draft(loadLayout(info.name));
            REQUIRE(insertBlock(draft, u"sections/0"_s, block) == u"sections/1"_s);
            mustBeSound(draft.layout(), info.name + u' ' + block.key);
            LayoutDraft parts(loadLayout(info.name));
            const QJsonArray sections = parts.value(u"sections"_s).toArray();
            for (qsizetype i = 0; i < sections.size(); ++i) {
                const QString place = u"sections/%1"_s.arg(i);
                if (partAt(parts.layout(), place) == LayoutPart::Paragraph)
                    CHECK(insertParts(parts, place, block).has_value() == !block.parts().isEmpty());
            }
            mustBeSound(parts.layout(), info.name + u" parts of " + block.key);
        }
    }
    CHECK(names.size() == blocks.size());
}

TEST_CASE("every ready-made block says something on the sample office, without dashes and blanks", "[layouted]")
{
    const QTemporaryDir folder;
    const FixedClock clock(OfficeZone().toUtcTime(QDate(2020, 3, 2), QTime(9, 0)));
    Progress quiet;
    const QString path = folder.filePath(u"sample.huiyin"_s);
    createDemo(path, u"siping-2020-02"_s, clock, quiet);
    CaseFile file(path, CaseFile::Mode::Read);
    // What the sample has none of.
    const QStringList silent{u"call_backs"_s, u"supervised"_s, u"carried_over"_s, u"calls_table"_s};
    const auto blocks = layoutBlocks();
    const auto all = layouts();
    for (const LayoutInfo &info : all) {
        for (const LayoutBlock &block : blocks) {
            const BulletinRequest request{.layout = info.name,
                                          .layoutText = QJsonDocument(alone(loadLayout(info.name), block)).toJson(),
                                          .period = Period::month(2020, 2),
                                          .date = QDate(2020, 3, 2)};
            const BulletinDocument document = composeBulletin(file, request);
            INFO(info.name.toStdString() << " " << block.key.toStdString());
            // A heading alone has nothing below it.
            const bool maySayNothing =
                silent.contains(block.key) || block.key == u"heading"
                || (block.key == u"topics" && document.figures.question.excludedTopics.isEmpty());
            CHECK((maySayNothing || !document.blocks.isEmpty()));
            for (const BulletinBlock &printed : document.blocks) {
                const QString text = textOf(printed);
                CHECK_FALSE(text.contains(u"—"));
                CHECK_FALSE(text.contains(u"{"));
                CHECK_FALSE(text.contains(u"  "));
                CHECK_FALSE(text.contains(u"，，"));
                CHECK_FALSE(text.contains(u"。。"));
                if (const auto *table = std::get_if<BulletinTable>(&printed))
                    CHECK_FALSE(table->foldedRows().isEmpty());
            }
        }
    }
}

TEST_CASE("whatever can be added at a place of a layout is sound there", "[layouted]")
{
    QSet<QString> added;
    const auto all = layouts();
    for (const LayoutInfo &info : all) {
        const QJsonObject shipped = loadLayout(info.name);
        QStringList places;
        const std::function<void(const QList<LayoutNode> &)> collect = [&](const QList<LayoutNode> &nodes) {
            for (const LayoutNode &node : nodes) {
                places.append(node.path);
                collect(node.children);
            }
        };
        collect(outlineOf(shipped));
        for (const QString &place : places) {
            const QStringList additions = additionsAt(shipped, place);
            for (const QString &addition : additions) {
                LayoutDraft draft(shipped);
                const auto at = insertAddition(draft, place, addition);
                INFO(info.name.toStdString() << " " << place.toStdString() << " " << addition.toStdString());
                REQUIRE(at);
                CHECK(partAt(draft.layout(), *at) != LayoutPart::Unknown);
                CHECK(additionName(addition) != addition);
                mustBeSound(draft.layout(), info.name + u' ' + place + u' ' + addition);
                CHECK(draft.canUndo());
                draft.undo();
                CHECK(draft.layout() == shipped);
                added.insert(addition);
            }
            CHECK_FALSE([&] {
                LayoutDraft draft(shipped);
                return insertAddition(draft, place, u"no such"_s);
            }());
        }
    }
    CHECK(added.size() == 15);
}

TEST_CASE("a column of each figure of a table's rows is sound and has a title", "[layouted]")
{
    for (const char *kind : {"departments", "channels", "categories", "types", "topics", "hot_topics", "calls"}) {
        LayoutDraft draft(
            QJsonObject{{u"title"_s, u"x"_s},
                        {u"sections"_s,
                         QJsonArray{QJsonObject{{u"table"_s, QString::fromLatin1(kind)},
                                                {u"columns"_s, QJsonArray{QJsonObject{{u"value"_s, u"{name}"_s}}}}}}}});
        const auto words = LayoutScope(draft.layout()).wordsAt(u"sections/0/columns/0/value"_s);
        for (const LayoutWord &word : words) {
            if (!word.isOfRow || word.kind == LayoutWord::Kind::Change)
                continue;
            const auto at = insertColumn(draft, u"sections/0/columns/0"_s, word.name);
            INFO(kind << " " << word.name.toStdString());
            REQUIRE(at == u"sections/0/columns/1"_s);
            CHECK(draft.value(*at + u"/title").toString() != word.name);
        }
        mustBeSound(draft.layout(), QString::fromLatin1(kind));
    }
    LayoutDraft draft(loadLayout(u"annual"_s));
    CHECK(insertRate(draft) == u"rates/own_rate"_s);
    CHECK(insertRate(draft) == u"rates/own_rate_a"_s);
    mustBeSound(draft.layout(), u"rates"_s);
}

TEST_CASE("whatever the menus offer for a row can be composed", "[layouted]")
{
    Pressroom office;
    const CategoryId supply = office.entry(Category{.name = u"供水"_s});
    const CategoryId water = office.entry(Category{.parent = supply, .name = u"停水"_s});
    const TopicId heating = office.entry(Topic{.name = u"供暖"_s});
    const auto type = office.tables().requestTypes.first().id;
    const CategoryId road = office.category(u"道路"_s, 20);
    for (const char *earlier : {"2020-01-06 09:00", "2019-02-04 09:00"}) {
        office.ofCategory(water, 2, earlier);
        office.ofCategory(road, 38, earlier);
    }
    for (int i = 0; i < 20; ++i)
        office.ticket({.requestType = type, .category = water});
    office.ticket({.requestType = type, .topic = heating});
    office.dispatched(office.entry(Department{.name = u"水务集团"_s, .group = u"公共企业"_s}), 2, 1, 1);
    const QByteArray head = R"({"title": "x", "exclude_topics": ["供暖"], "rates": {"own": {"name": "率",
        "numerator": "closed", "denominator": "dispatched"}}, "grade": {"least": 2, "bands": [{"grade": "A"}]}, "sections": [)";
    const auto offeredIn = [](const QByteArray &layout, const QString &path) {
        QByteArray text;
        const auto words = LayoutScope(QJsonDocument::fromJson(layout).object()).wordsAt(path);
        for (const LayoutWord &word : words)
            text += '{' + word.name.toUtf8() + '}';
        return text;
    };
    for (const char *each :
         {"channels", "categories", "topics", "types", "departments", "hot_topics", "months", "grades"}) {
        const QByteArray kind = each;
        INFO(each);
        const auto list = [&](const QByteArray &item) -> QByteArray {
            return head + R"({"paragraph": [{"each": ")" + kind + R"(", "item": ")" + item + R"("}]}]})";
        };
        const QByteArray said = list(offeredIn(list(""), u"sections/0/paragraph/0/item"_s));
        CHECK(checkLayout(QJsonDocument::fromJson(said).object()).isEmpty());
        const auto sentence = office.compose(said);
        REQUIRE(sentence.blocks.size() == 1);
        CHECK_FALSE(std::get<BulletinParagraph>(sentence.blocks.first()).text().contains(u'{'));
        const auto columns = [&](const QByteArray &value, const QByteArray &rest) -> QByteArray {
            return head + R"({"table": ")" + kind + R"(", "limit": 1, "total": true, "rest": ")" + rest
                   + R"(", "columns": [{"title": "t", "value": ")" + value + R"("}]}]})";
        };
        const QByteArray cells = columns(offeredIn(columns("", ""), u"sections/0/columns/0/value"_s),
                                         offeredIn(columns("", ""), u"sections/0/rest"_s));
        const auto faults = checkLayout(QJsonDocument::fromJson(cells).object());
        for (const LayoutFault &fault : faults)
            FAIL_CHECK(fault.path.toStdString() << ": " << fault.message.toStdString());
        const auto composed = office.compose(cells);
        REQUIRE(composed.blocks.size() == 1);
        const auto rows = std::get<BulletinTable>(composed.blocks.first()).rows;
        REQUIRE(rows.size() >= 2);
        CHECK_FALSE(rows.first().first().text.isEmpty());
    }
}
