// SPDX-License-Identifier: GPL-3.0-or-later
// A layout while it is being edited: what is moved, added and taken back, what it says in the office's words, its text.
#include "bulletin/Composer.h"
#include "bulletin/Layout.h"
#include "bulletin/LayoutDraft.h"
#include "bulletin/LayoutNames.h"
#include "bulletin/LayoutScope.h"
#include "bulletin/LayoutText.h"
#include "support/Print.h"

#include <QJsonDocument>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;
using namespace huiyin;

namespace {

QJsonObject layout(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    INFO(json.toStdString());
    REQUIRE(document.isObject());
    return document.object();
}

QJsonObject ofThree()
{
    return layout(R"({"title": "x", "new_key": {"a": [1]}, "sections": [
        {"heading": "一"},
        {"paragraph": [{"text": "甲"}, {"text": "乙"}, {"each": "types", "item": "{name}"}]},
        {"table": "departments", "columns": [{"value": "{name}"}, {"title": "件数", "value": "{count}"}]}]})");
}

QStringList pathsOf(const QList<LayoutNode> &nodes)
{
    QStringList paths;
    for (const LayoutNode &node : nodes)
        paths += QStringList{node.path} + pathsOf(node.children);
    return paths;
}

// Every text of a layout with its place.
void eachText(const QJsonValue &value, const QString &path,
              const std::function<void(const QString &, const QString &)> &visit)
{
    if (value.isString())
        visit(path, value.toString());
    const QJsonArray array = value.toArray();
    for (qsizetype i = 0; i < array.size(); ++i)
        eachText(array.at(i), placeBelow(path, QString::number(i)), visit);
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        eachText(it.value(), placeBelow(path, it.key()), visit);
}

QStringList placeholdersOf(const QString &text)
{
    QStringList names;
    const auto pieces = text.split(u'{').sliced(1);
    for (const QString &piece : pieces)
        names.append(piece.section(u'}', 0, 0).section(u':', 0, 0));
    return names;
}

} // namespace

TEST_CASE("a layout that is read and written back is the same", "[layouted]")
{
    const auto all = layouts();
    for (const LayoutInfo &info : all) {
        const QJsonObject shipped = loadLayout(info.name);
        INFO(info.name.toStdString());
        CHECK(QJsonDocument(LayoutDraft(shipped).layout()).toJson() == QJsonDocument(shipped).toJson());
        const LayoutReading read = readLayout(layoutPage(shipped));
        REQUIRE(read.layout);
        CHECK(QJsonDocument(*read.layout).toJson() == QJsonDocument(shipped).toJson());
        CHECK(layoutPage(*read.layout) == layoutPage(shipped));
    }
}

TEST_CASE("the outline of a layout names each of its parts once, and each can be found again", "[layouted]")
{
    CHECK(pathsOf(outlineOf(ofThree()))
          == QStringList{u""_s, u"rates"_s, u"sections/0"_s, u"sections/1"_s, u"sections/1/paragraph/0"_s,
                         u"sections/1/paragraph/1"_s, u"sections/1/paragraph/2"_s, u"sections/2"_s,
                         u"sections/2/columns/0"_s, u"sections/2/columns/1"_s});
    const auto all = layouts();
    for (const LayoutInfo &info : all) {
        const QJsonObject shipped = loadLayout(info.name);
        const std::function<void(const LayoutNode &)> visit = [&](const LayoutNode &node) {
            INFO(info.name.toStdString() << " " << node.path.toStdString());
            CHECK(node.part != LayoutPart::Unknown);
            CHECK(partAt(shipped, node.path) == node.part);
            for (const LayoutNode &child : node.children)
                visit(child);
        };
        const auto nodes = outlineOf(shipped);
        std::ranges::for_each(nodes, visit);
    }
}

TEST_CASE("sections and parts move among their neighbours, and each step is taken back", "[layouted]")
{
    LayoutDraft draft(ofThree());
    CHECK(draft.move(u"sections/0"_s, -1) == std::nullopt);
    CHECK(draft.move(u"sections/2"_s, 1) == std::nullopt);
    CHECK_FALSE(draft.canUndo());
    CHECK(draft.move(u"sections/0"_s, 1) == u"sections/1"_s);
    CHECK(draft.value(u"sections/1/heading"_s) == u"一"_s);
    CHECK(draft.move(u"sections/0/paragraph/2"_s, -1) == u"sections/0/paragraph/1"_s);
    CHECK(draft.value(u"sections/0/paragraph/1/each"_s) == u"types"_s);
    CHECK(draft.copy(u"sections/0/paragraph/1"_s) == u"sections/0/paragraph/2"_s);
    CHECK(draft.value(u"sections/0/paragraph"_s).toArray().size() == 4);
    CHECK(draft.remove(u"sections/0/paragraph/0"_s));
    CHECK(draft.value(u"sections/0/paragraph/0/each"_s) == u"types"_s);
    CHECK(draft.undo() == u"sections/0/paragraph/0"_s);
    draft.undo();
    draft.undo();
    draft.undo();
    CHECK(draft.layout() == ofThree());
    CHECK_FALSE(draft.canUndo());
    while (draft.canRedo())
        draft.redo();
    CHECK(draft.value(u"sections/0/paragraph"_s).toArray().size() == 3);
    CHECK(draft.value(u"sections/1/heading"_s) == u"一"_s);
}

TEST_CASE("a part is dragged into another paragraph, and never into what it holds", "[layouted]")
{
    LayoutDraft draft(layout(R"({"title": "x", "sections": [{"paragraph": [{"text": "甲"}, {"text": "乙"}]},
        {"paragraph": [{"text": "丙"}]}, {"table": "types", "columns": [{"value": "{name}"}]}]})"));
    CHECK(draft.moveInto(u"sections/0/paragraph/0"_s, u"sections/1/paragraph"_s, 1) == u"sections/1/paragraph/1"_s);
    CHECK(draft.value(u"sections/1/paragraph/1/text"_s) == u"甲"_s);
    CHECK(draft.value(u"sections/0/paragraph"_s).toArray().size() == 1);
    CHECK_FALSE(draft.moveInto(u"sections/0/paragraph/0"_s, u"sections/2/columns"_s, 0));
    CHECK_FALSE(draft.moveInto(u"sections/0"_s, u"sections/0/paragraph"_s, 0));
    // Before itself and behind itself is where it is.
    CHECK_FALSE(draft.moveInto(u"sections/1"_s, u"sections"_s, 1));
    CHECK_FALSE(draft.moveInto(u"sections/1"_s, u"sections"_s, 2));
    CHECK(draft.moveInto(u"sections/2"_s, u"sections"_s, 0) == u"sections/0"_s);
    CHECK(draft.value(u"sections/0/table"_s) == u"types"_s);
}

TEST_CASE("what is typed into one field is one step, and what the form doesn't know stays", "[layouted]")
{
    LayoutDraft draft(ofThree());
    CHECK(draft.set(u"sections/0/heading"_s, u"一、"_s));
    CHECK(draft.set(u"sections/0/heading"_s, u"一、总"_s));
    CHECK(draft.set(u"sections/0/heading"_s, u"一、总体"_s));
    CHECK_FALSE(draft.set(u"sections/0/heading"_s, u"一、总体"_s));
    CHECK(draft.set(u"decimals"_s, 2));
    draft.undo();
    CHECK(draft.value(u"decimals"_s).isUndefined());
    draft.undo();
    CHECK(draft.layout() == ofThree());
    CHECK(draft.set(u"sections/0/heading"_s, u"二"_s));
    CHECK_FALSE(draft.canRedo());
    CHECK(draft.value(u"new_key/a/0"_s) == 1);
    CHECK(draft.set(u"title"_s, QJsonValue(QJsonValue::Undefined)));
    CHECK_FALSE(draft.layout().contains(u"title"));
    CHECK_FALSE(draft.set(u"sections/9/heading"_s, u"x"_s)); // nowhere
    CHECK_FALSE(draft.remove(u"sections"_s));
}

TEST_CASE("the office's words for a layout can always be read back", "[layouted]")
{
    const auto all = layouts();
    int sentences = 0;
    for (const LayoutInfo &info : all) {
        const QJsonObject shipped = loadLayout(info.name);
        const LayoutNames names(shipped);
        eachText(shipped, {}, [&](const QString &path, const QString &text) {
            if (!text.contains(u'{'))
                return;
            ++sentences;
            INFO(info.name.toStdString() << " " << path.toStdString() << " " << names.shown(text).toStdString());
            CHECK(names.stored(names.shown(text)) == text);
        });
    }
    CHECK(sentences > 200);
    const LayoutNames names(
        layout(R"({"rates": {"own": {"name": "closure rate", "numerator": "closed", "denominator": "due"}}})"));
    CHECK(names.stored(names.shown(u"{own}和{closure_rate:2}，{"_s)) == u"{own}和{closure_rate:2}，{"_s);
    CHECK(names.shown(u"{own}"_s) != names.shown(u"{closure_rate}"_s));
    CHECK(names.stored(u"{no such word：wan}"_s) == u"{no such word:wan}"_s);
}

TEST_CASE("the menus offer every word that a layout can say at a place, each by a name", "[layouted]")
{
    const auto all = layouts();
    for (const LayoutInfo &info : all) {
        const QJsonObject shipped = loadLayout(info.name);
        const LayoutScope scope(shipped);
        const LayoutNames names(shipped);
        eachText(shipped, {}, [&](const QString &path, const QString &text) {
            const bool isWhen = path.endsWith(u"/when");
            if (!isWhen && !text.contains(u'{'))
                return;
            INFO(info.name.toStdString() << " " << path.toStdString() << " " << text.toStdString());
            if (isWhen) {
                const QStringList offered = scope.conditionsAt(pathAbove(path));
                const auto used = text.split(u',');
                for (QString name : used)
                    CHECK(offered.contains(name.remove(u'!')));
                return;
            }
            const auto offered = scope.wordsAt(path);
            for (const LayoutWord &word : offered) {
                if (!names.knows(word.name))
                    FAIL_CHECK("no name for " << word.name.toStdString());
            }
            const auto used = placeholdersOf(text);
            for (const QString &name : used)
                CHECK(std::ranges::find(offered, name, &LayoutWord::name) != offered.end());
        });
        const QStringList counts = scope.counts();
        for (const QString &count : counts)
            CHECK((names.knows(count) || !names.ofCondition(count).isEmpty()));
    }
}

TEST_CASE("what the menus offer is what the check lets pass", "[layouted]")
{
    // A list of each kind with all its parts: every word that is offered is written there, and nothing is complained of.
    for (const char *each : {"channels", "categories", "topics", "types", "departments", "hot_topics"}) {
        QJsonObject probe =
            layout(R"({"title": "x", "rates": {"r": {"name": "r", "numerator": "closed", "denominator": "dispatched"}},
            "sections": [{"paragraph": [{"each": "categories", "item": "", "rest": "", "prefix": "",
            "also": [{"when": "accepted", "text": ""}]}]}]})");
        LayoutDraft draft(probe);
        draft.set(u"sections/0/paragraph/0/each"_s, QString::fromLatin1(each));
        const QStringList fields{u"item"_s, u"rest"_s, u"prefix"_s, u"also/0/text"_s};
        for (const QString &field : fields) {
            const QString path = u"sections/0/paragraph/0/"_s + field;
            QString text;
            const auto words = LayoutScope(draft.layout()).wordsAt(path);
            CHECK(words.size() > 50);
            for (const LayoutWord &word : words)
                text += u'{' + word.name + u'}';
            draft.set(path, text);
        }
        const auto conditions = LayoutScope(draft.layout()).conditionsAt(u"sections/0/paragraph/0/also/0"_s);
        draft.set(u"sections/0/paragraph/0/also/0/when"_s, conditions.join(u','));
        const auto figures = LayoutScope(draft.layout()).figuresAt(u"sections/0/paragraph/0"_s);
        CHECK_FALSE(figures.isEmpty());
        const auto faults = checkLayout(draft.layout());
        for (const LayoutFault &fault : faults)
            FAIL_CHECK(each << " " << fault.path.toStdString() << " " << fault.message.toStdString());
        for (const LayoutWord &figure : figures) {
            LayoutDraft ordered(draft.layout());
            ordered.set(u"sections/0/paragraph/0/by"_s, figure.name);
            INFO(each << " by " << figure.name.toStdString());
            CHECK(checkLayout(ordered.layout()).isEmpty());
        }
    }
    LayoutDraft rate(layout(
        R"({"title": "x", "sections": [], "rates": {"r": {"name": "r", "numerator": "x", "denominator": "x"}}})"));
    rate.set(u"rates/r/numerator"_s, LayoutScope(rate.layout()).counts().join(u'+'));
    rate.set(u"rates/r/denominator"_s, u"accepted"_s);
    CHECK(checkLayout(rate.layout()).isEmpty());
}

TEST_CASE("the text of a layout tells the line of a fault", "[layouted]")
{
    const QString text = layoutPage(ofThree());
    const QStringList lines = text.split(u'\n');
    const auto lineOf = [&](const QString &path) { return lines.value(lineOfPlace(text, path) - 1); };
    CHECK(lineOf(u"title"_s).contains(u"\"title\""));
    CHECK(lineOf(u"sections/1/paragraph/1/text"_s).contains(u"乙"));
    CHECK(lineOf(u"sections/2/columns/1/value"_s).contains(u"{count}"));
    CHECK(lineOf(u"sections/0/when"_s).contains(u"一")); // what is not there: where it would stand
    CHECK(lineOfPlace(u"{\"a\": \"\\\"}\",\n \"b\": 1}"_s, u"b"_s) == 2);
    CHECK(lineOfPlace(u"{\"a\": [1, {\"b\": 2},\n 3]}"_s, u"a/2"_s) == 2);
    for (const QString &broken : {u""_s, u"{"_s, u"{\"a\""_s, u"[1,"_s, u"{\"a\": {"_s, u"\"\\"_s, u"{,}"_s})
        CHECK(lineOfPlace(broken, u"a/0/b"_s) <= 2);

    const LayoutReading broken = readLayout(u"{\n  \"title\": \"热线\",\n  \"sections\": [\n}"_s);
    CHECK_FALSE(broken.layout);
    CHECK(broken.line == 4);
    CHECK_FALSE(broken.fault.isEmpty());
    CHECK(readLayout(u"[]"_s).line == 1);
}

TEST_CASE("a text that breaks off anywhere is refused with its line", "[layouted]")
{
    const QString text = layoutPage(loadLayout(u"city-monthly"_s));
    const int lines = static_cast<int>(text.count(u'\n')) + 1;
    for (qsizetype end = 0; end + 2 < text.size(); end += 41) {
        const QString part = text.first(end);
        const LayoutReading reading = readLayout(part);
        CHECK_FALSE(reading.layout);
        CHECK(reading.line >= 1);
        CHECK(reading.line <= lines);
        CHECK(lineOfPlace(part, u"sections/7/paragraph/2/item"_s) <= lines);
    }
    // What is no layout, but JSON: faults are told, nothing is made of it.
    const LayoutReading odd = readLayout(
        uR"({"sections": [{"table": "beside", "tables": [{"table": "beside"}, 7]}, 3, {"paragraph": {"text": 1}},
            {"paragraph": [{"each": "channels", "children": {"children": {"types": {}}}, "groups": [[]], "also": {}}]}],
            "rates": {"a/b": {"numerator": "+-"}, "": 3}, "imprint": [[]], "title": "{{}"})"_s);
    REQUIRE(odd.layout);
    CHECK(checkLayout(*odd.layout).size() > 5);
    const auto nodes = outlineOf(*odd.layout);
    CHECK(nodes.size() == 6);
    CHECK(nodes[1].children.isEmpty()); // rates without a place of their own
    CHECK(readLayout(layoutPage(*odd.layout)).layout == odd.layout);
    CHECK(LayoutNames(*odd.layout).stored(u"{{}"_s) == u"{{}"_s);
    CHECK_FALSE(LayoutScope(*odd.layout).wordsAt(u"title"_s).isEmpty());
}
