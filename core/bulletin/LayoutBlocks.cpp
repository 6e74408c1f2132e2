// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/LayoutBlocks.h"

#include "bulletin/LayoutScope.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>

#include <algorithm>
#include <span>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Name
{
    const char *key;
    const char *english;
};

std::span<const Name> blockNames()
{
    static constexpr Name names[] = {
        {"total", QT_TRANSLATE_NOOP("LayoutBlocks", "Total sentence")},
        {"total_wan", QT_TRANSLATE_NOOP("LayoutBlocks", "Total sentence in 10,000s")},
        {"funnel", QT_TRANSLATE_NOOP("LayoutBlocks", "Calls, direct answers, dispatches")},
        {"cut_off", QT_TRANSLATE_NOOP("LayoutBlocks", "State at the cut-off")},
        {"superior", QT_TRANSLATE_NOOP("LayoutBlocks", "From superior platforms")},
        {"types", QT_TRANSLATE_NOOP("LayoutBlocks", "Request types")},
        {"channels", QT_TRANSLATE_NOOP("LayoutBlocks", "Channels")},
        {"categories", QT_TRANSLATE_NOOP("LayoutBlocks", "Categories")},
        {"categories_nested", QT_TRANSLATE_NOOP("LayoutBlocks", "Categories with what lies below")},
        {"categories_merged", QT_TRANSLATE_NOOP("LayoutBlocks", "Categories, small ones merged")},
        {"top", QT_TRANSLATE_NOOP("LayoutBlocks", "The first n categories")},
        {"topics", QT_TRANSLATE_NOOP("LayoutBlocks", "Topics told apart")},
        {"hot_topics", QT_TRANSLATE_NOOP("LayoutBlocks", "Hot topics")},
        {"units", QT_TRANSLATE_NOOP("LayoutBlocks", "Units")},
        {"overdue", QT_TRANSLATE_NOOP("LayoutBlocks", "Overdue units")},
        {"times", QT_TRANSLATE_NOOP("LayoutBlocks", "Handling times")},
        {"call_backs", QT_TRANSLATE_NOOP("LayoutBlocks", "Call-backs")},
        {"supervised", QT_TRANSLATE_NOOP("LayoutBlocks", "Supervised items")},
        {"carried_over", QT_TRANSLATE_NOOP("LayoutBlocks", "Carried over")},
        {"solved_cases", QT_TRANSLATE_NOOP("LayoutBlocks", "Model cases")},
        {"problem_cases", QT_TRANSLATE_NOOP("LayoutBlocks", "Outstanding problems")},
        {"suggestions", QT_TRANSLATE_NOOP("LayoutBlocks", "Suggestions")},
        {"units_table", QT_TRANSLATE_NOOP("LayoutBlocks", "Units: state of all tickets")},
        {"units_side", QT_TRANSLATE_NOOP("LayoutBlocks", "Units in two columns side by side")},
        {"units_changes", QT_TRANSLATE_NOOP("LayoutBlocks", "Units with shares and changes")},
        {"units_grades", QT_TRANSLATE_NOOP("LayoutBlocks", "Units in grades")},
        {"channels_types_table", QT_TRANSLATE_NOOP("LayoutBlocks", "Channels beside types")},
        {"channels_time_table", QT_TRANSLATE_NOOP("LayoutBlocks", "Channels: timeliness")},
        {"categories_table", QT_TRANSLATE_NOOP("LayoutBlocks", "Categories in three columns")},
        {"calls_table", QT_TRANSLATE_NOOP("LayoutBlocks", "Call centre")},
        {"annex", QT_TRANSLATE_NOOP("LayoutBlocks", "Annex table on a new page")},
        {"chart_categories", QT_TRANSLATE_NOOP("LayoutBlocks", "Chart of the categories")},
        {"chart_departments", QT_TRANSLATE_NOOP("LayoutBlocks", "Chart of the units")},
        {"chart_types", QT_TRANSLATE_NOOP("LayoutBlocks", "Chart of the types")},
        {"chart_channels", QT_TRANSLATE_NOOP("LayoutBlocks", "Chart of the channels")},
        {"chart_days", QT_TRANSLATE_NOOP("LayoutBlocks", "Chart of the days")},
        {"heading", QT_TRANSLATE_NOOP("LayoutBlocks", "Heading")},
        {"paragraph", QT_TRANSLATE_NOOP("LayoutBlocks", "Paragraph of your own words")},
    };
    return names;
}

std::span<const Name> groupNames()
{
    static constexpr Name names[] = {
        {"sentences", QT_TRANSLATE_NOOP("LayoutBlocks", "Sentences")},
        {"cases", QT_TRANSLATE_NOOP("LayoutBlocks", "Cases")},
        {"tables", QT_TRANSLATE_NOOP("LayoutBlocks", "Tables")},
        {"charts", QT_TRANSLATE_NOOP("LayoutBlocks", "Charts")},
        {"plain", QT_TRANSLATE_NOOP("LayoutBlocks", "Plain")},
    };
    return names;
}

std::span<const Name> additionNames()
{
    static constexpr Name names[] = {
        {"text", QT_TRANSLATE_NOOP("LayoutBlocks", "Words of your own")},
        {"channels", QT_TRANSLATE_NOOP("LayoutBlocks", "List of channels")},
        {"types", QT_TRANSLATE_NOOP("LayoutBlocks", "List of request types")},
        {"categories", QT_TRANSLATE_NOOP("LayoutBlocks", "List of categories")},
        {"topics", QT_TRANSLATE_NOOP("LayoutBlocks", "List of topics")},
        {"departments", QT_TRANSLATE_NOOP("LayoutBlocks", "List of units")},
        {"hot_topics", QT_TRANSLATE_NOOP("LayoutBlocks", "List of hot topics")},
        {"children", QT_TRANSLATE_NOOP("LayoutBlocks", "Of which: what lies below")},
        {"boards", QT_TRANSLATE_NOOP("LayoutBlocks", "Of which: boards of a channel")},
        {"by_type", QT_TRANSLATE_NOOP("LayoutBlocks", "Of which: by request type")},
        {"also", QT_TRANSLATE_NOOP("LayoutBlocks", "Words that hold for some rows")},
        {"group", QT_TRANSLATE_NOOP("LayoutBlocks", "Several channels in one sentence")},
        {"status", QT_TRANSLATE_NOOP("LayoutBlocks", "Words for all closed and part closed")},
        {"grade", QT_TRANSLATE_NOOP("LayoutBlocks", "Grades")},
        {"band", QT_TRANSLATE_NOOP("LayoutBlocks", "One more grade")},
    };
    return names;
}

QString nameIn(std::span<const Name> names, const QString &key)
{
    for (const Name &name : names) {
        if (key == QLatin1StringView(name.key))
            return QCoreApplication::translate("LayoutBlocks", name.english);
    }
    return key;
}

const QJsonObject &data()
{
    static const QJsonObject object = [] {
        QFile file(u":/huiyin/layout-blocks/blocks.json"_s);
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
    }();
    return object;
}

QJsonObject addition(const QString &key)
{
    return data()[u"parts"][key].toObject();
}

// The nearest thing at or above a place that stands in this list.
QString placeIn(const QString &place, const QString &list)
{
    for (QString at = place; !at.isEmpty(); at = pathAbove(at)) {
        if (indexIn(at) >= 0 && pathAbove(at).section(u'/', -1) == list)
            return at;
    }
    return {};
}

// "sections/3" of whatever lies in it.
QString sectionOf(const QString &place)
{
    return place.startsWith(u"sections/") ? place.section(u'/', 0, 1) : QString();
}

// The paragraph at or above a place, and behind which of its parts.
std::pair<QString, int> paragraphAt(const QJsonObject &layout, const QString &place)
{
    const QString section = sectionOf(place);
    if (partAt(layout, section) != LayoutPart::Paragraph)
        return {};
    const QString list = section + u"/paragraph";
    const QString part = placeIn(place, u"paragraph"_s);
    return {list, part.isEmpty() ? static_cast<int>(valueAt(layout, list).toArray().size()) : indexIn(part) + 1};
}

QString tableAt(const QJsonObject &layout, const QString &place)
{
    for (QString at = place; !at.isEmpty(); at = pathAbove(at)) {
        if (partAt(layout, at) == LayoutPart::Table)
            return at;
    }
    return {};
}

// The list, or what is within one, at or above a place.
QString listAt(const QJsonObject &layout, const QString &place)
{
    for (QString at = place; !at.isEmpty(); at = pathAbove(at)) {
        const LayoutPart part = partAt(layout, at);
        if (part == LayoutPart::List || part == LayoutPart::Nested)
            return at;
    }
    return {};
}

// What a list says of a row speaks of the addition: "{also}".
void nameInItem(QJsonObject &list, const QString &placeholder)
{
    const QString item = list.value(u"item"_s).toString();
    if (!item.contains(placeholder))
        list[u"item"] = QString(item + placeholder);
}

} // namespace

QJsonArray LayoutBlock::parts() const
{
    return sections.size() == 1 ? sections.first().toObject()[u"paragraph"].toArray() : QJsonArray();
}

QList<LayoutBlock> layoutBlocks()
{
    QList<LayoutBlock> blocks;
    const QJsonArray all = data()[u"blocks"].toArray();
    for (const auto &value : all) {
        const QJsonObject block = value.toObject();
        blocks.append({.key = block[u"key"].toString(),
                       .group = block[u"group"].toString(),
                       .sections = block[u"sections"].toArray(),
                       .rates = block[u"rates"].toObject()});
    }
    return blocks;
}

QString displayName(const LayoutBlock &block)
{
    return nameIn(blockNames(), block.key);
}

QString blockGroupName(const QString &group)
{
    return nameIn(groupNames(), group);
}

QString additionName(const QString &addition)
{
    return nameIn(additionNames(), addition);
}

std::optional<QString> insertBlock(LayoutDraft &draft, const QString &place, const LayoutBlock &block)
{
    const QString section = sectionOf(place);
    // Beside what is chosen; from the head and the rates, at the end.
    const int at =
        section.isEmpty() ? static_cast<int>(draft.value(u"sections"_s).toArray().size()) : indexIn(section) + 1;
    return draft.insert(u"sections"_s, at, block.sections, block.rates);
}

std::optional<QString> insertParts(LayoutDraft &draft, const QString &place, const LayoutBlock &block)
{
    const auto [list, at] = paragraphAt(draft.layout(), place);
    if (list.isEmpty() || block.parts().isEmpty())
        return std::nullopt;
    // What the paragraph of the block depends on, its parts then do.
    const QJsonObject section = block.sections.first().toObject();
    const QString when = section[u"when"].toString();
    QJsonArray parts;
    const QJsonArray own = block.parts();
    for (const auto &value : own) {
        QJsonObject part = value.toObject();
        const QString also = part.value(u"when"_s).toString();
        if (!when.isEmpty())
            part[u"when"] = also.isEmpty() ? when : QString(when + u',' + also);
        if (section.contains(u"wan"))
            part[u"wan"] = section[u"wan"];
        parts.append(part);
    }
    return draft.insert(list, at, parts, block.rates);
}

QStringList additionsAt(const QJsonObject &layout, const QString &place)
{
    QStringList found;
    const QString list = listAt(layout, place);
    if (!list.isEmpty()) {
        const QJsonObject object = valueAt(layout, list).toObject();
        const LayoutKeys keys = keysOf(partAt(layout, list), object);
        const QString each = object.value(u"each"_s).toString();
        const auto mayHave = [&](const QString &key, bool once) {
            return std::ranges::find(keys, key, &LayoutKey::key) != keys.end() && !(once && object.contains(key));
        };
        // Below a row of what lies below there is nothing more.
        if (!each.isEmpty() && mayHave(u"children"_s, true))
            found.append(each == u"channels" ? u"boards"_s : u"children"_s);
        if (mayHave(u"types"_s, true))
            found.append(u"by_type"_s);
        if (mayHave(u"also"_s, false))
            found.append(u"also"_s);
        if (mayHave(u"groups"_s, false) && each == u"channels")
            found.append(u"group"_s);
        if (mayHave(u"status"_s, true))
            found.append(u"status"_s);
    }
    if (!paragraphAt(layout, place).first.isEmpty())
        found +=
            {u"text"_s, u"channels"_s, u"types"_s, u"categories"_s, u"topics"_s, u"departments"_s, u"hot_topics"_s};
    if (const QString table = tableAt(layout, place); !table.isEmpty()) {
        const QJsonObject object = valueAt(layout, table).toObject();
        if (object.contains(u"grade"))
            found.append(u"band"_s);
        else if (object[u"table"].toString() == u"departments")
            found.append(u"grade"_s);
    }
    return found;
}

std::optional<QString> insertAddition(LayoutDraft &draft, const QString &place, const QString &key)
{
    if (!additionsAt(draft.layout(), place).contains(key))
        return std::nullopt;
    QJsonObject added = addition(key);
    static const QStringList parts{u"text"_s,   u"channels"_s,    u"types"_s,     u"categories"_s,
                                   u"topics"_s, u"departments"_s, u"hot_topics"_s};
    if (parts.contains(key)) {
        const auto [list, at] = paragraphAt(draft.layout(), place);
        return draft.insert(list, at, {added});
    }
    if (key == u"grade") {
        const QString at = tableAt(draft.layout(), place) + u"/grade";
        return draft.set(at, added) ? std::optional(at) : std::nullopt;
    }
    if (key == u"band") {
        const QString bands = tableAt(draft.layout(), place) + u"/grade/bands";
        const QString own = placeIn(place, u"bands"_s);
        const int size = static_cast<int>(draft.value(bands).toArray().size());
        return draft.insert(bands, own.isEmpty() ? std::max(0, size - 1) : indexIn(own) + 1, {added});
    }
    const QString list = listAt(draft.layout(), place);
    QJsonObject object = draft.value(list).toObject();
    const QString each = object.value(u"each"_s).toString();
    if (key == u"also" && (each == u"months" || each == u"grades")) // they have no share
        added = addition(u"also_"_s + each);
    QString at;
    if (key == u"also" || key == u"group") {
        const QString name = key == u"also" ? u"also"_s : u"groups"_s;
        QJsonArray entries = object.value(name).toArray();
        entries.append(added);
        object[name] = entries;
        at = placeBelow(placeBelow(list, name), QString::number(entries.size() - 1));
        if (key == u"also")
            nameInItem(object, u"{also}"_s);
    } else {
        const QString name = key == u"by_type" ? u"types"_s : key == u"status" ? u"status"_s : u"children"_s;
        object[name] = added;
        at = placeBelow(list, name);
        nameInItem(object, u'{' + name + u'}');
    }
    return draft.set(list, object) ? std::optional(at) : std::nullopt;
}

std::optional<QString> insertColumn(LayoutDraft &draft, const QString &place, const QString &word)
{
    const QString table = tableAt(draft.layout(), place);
    if (table.isEmpty())
        return std::nullopt;
    QJsonObject column{{u"value"_s, QString(u'{' + word + u'}')}};
    // A rate of the layout's own is called by its name.
    const QString title = data()[u"column_titles"][word].toString();
    if (!draft.layout()[u"rates"].toObject().contains(word))
        column[u"title"] = title.isEmpty() ? word : title;
    const QString list = table + u"/columns";
    const QString own = placeIn(place, u"columns"_s);
    const int size = static_cast<int>(draft.value(list).toArray().size());
    return draft.insert(list, own.isEmpty() ? size : indexIn(own) + 1, {column});
}

std::optional<QString> insertRate(LayoutDraft &draft)
{
    const QJsonObject rates = draft.layout()[u"rates"].toObject();
    QString name = u"own_rate"_s;
    for (char16_t letter = u'a'; rates.contains(name) && letter <= u'z'; ++letter)
        name = u"own_rate_"_s + QChar(letter);
    QJsonObject next = rates;
    if (rates.contains(name))
        return std::nullopt;
    next.insert(name, addition(u"rate"_s));
    const bool isNew = draft.set(u"rates"_s, next);
    return isNew ? std::optional(placeBelow(u"rates"_s, name)) : std::nullopt;
}

} // namespace huiyin
