// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/LayoutKeys.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

using Kind = LayoutKey::Kind;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Bulletin)
};

bool isTexts(const QJsonValue &value)
{
    const QJsonArray array = value.toArray();
    return value.isArray() && std::ranges::all_of(array, [](const auto &entry) { return entry.isString(); });
}

QList<LayoutFault> listFaults(const QJsonValue &value, const QString &path, const LayoutKey &key)
{
    QList<LayoutFault> faults;
    const auto add = [&faults](const QString &where, const QString &message) {
        faults.append({.path = where, .message = message});
    };
    if (!value.isArray())
        add(path, Text::tr("“%1” must be a list.").arg(key.key));
    const QJsonArray array = value.toArray();
    for (qsizetype i = 0; i < array.size(); ++i) {
        if (!array[i].isObject())
            add(placeBelow(path, QString::number(i)), Text::tr("“%1” must be an object in braces.").arg(i));
    }
    return faults;
}

QList<LayoutFault> valueFaults(const QJsonValue &value, const QString &path, const LayoutKey &key)
{
    QList<LayoutFault> faults;
    const auto add = [&faults](const QString &where, const QString &message) {
        faults.append({.path = where, .message = message});
    };
    switch (key.kind) {
    case Kind::Text:
        if (!value.isString())
            add(path, Text::tr("“%1” must be a text.").arg(key.key));
        else if (!key.choices.isEmpty() && !key.choices.contains(value.toString()))
            add(path, Text::tr("“%1” is “%2”, but must be one of: %3.")
                          .arg(key.key, value.toString(), key.choices.join(u", "_s)));
        break;
    case Kind::Number:
        if (!value.isDouble() || value.toDouble() != std::floor(value.toDouble()))
            add(path, Text::tr("“%1” must be a whole number.").arg(key.key));
        else if (value.toDouble() < key.least || value.toDouble() > key.most)
            add(path, Text::tr("“%1” must lie between %2 and %3.").arg(key.key).arg(key.least).arg(key.most));
        break;
    case Kind::Flag:
        if (!value.isBool())
            add(path, Text::tr("“%1” must be true or false.").arg(key.key));
        break;
    case Kind::Texts:
        if (!isTexts(value))
            add(path, Text::tr("“%1” must be a list of texts.").arg(key.key));
        break;
    case Kind::List:
        faults += listFaults(value, path, key);
        break;
    case Kind::Object:
        if (!value.isObject())
            add(path, Text::tr("“%1” must be an object in braces.").arg(key.key));
        break;
    }
    return faults;
}

LayoutKey text(const QString &key, bool isNeeded = false)
{
    return {.key = key, .isNeeded = isNeeded};
}

LayoutKey oneOf(const QString &key, const QStringList &choices)
{
    return {.key = key, .choices = choices};
}

LayoutKey number(const QString &key, int least, int most = 1'000'000)
{
    return {.key = key, .kind = Kind::Number, .least = least, .most = most};
}

LayoutKey of(const QString &key, Kind kind, bool isNeeded = false)
{
    return {.key = key, .kind = kind, .isNeeded = isNeeded};
}

// How a block's figures are printed.
LayoutKeys styleKeys()
{
    return {number(u"decimals"_s, 0, 2),
            of(u"drop_zeros"_s, Kind::Flag),
            oneOf(u"rounding"_s, {u"half_up"_s, u"truncate"_s}),
            oneOf(u"balance"_s, {u"none"_s, u"last_item"_s, u"largest_remainder"_s}),
            number(u"wan"_s, 0, 4),
            number(u"small_change"_s, 0),
            text(u"unit"_s)};
}

// Which rows stand in a list or a table.
LayoutKeys choiceKeys()
{
    return {oneOf(u"order"_s, {u"count"_s, u"catalogue"_s, u"grade"_s}),
            text(u"by"_s),
            of(u"ascending"_s, Kind::Flag),
            of(u"last"_s, Kind::Texts),
            of(u"group_order"_s, Kind::Texts),
            of(u"of_groups"_s, Kind::Texts),
            of(u"of_grades"_s, Kind::Texts),
            of(u"names"_s, Kind::Texts),
            oneOf(u"filter"_s, {u"written"_s, u"in_total"_s}),
            text(u"only"_s),
            number(u"limit"_s, 1),
            number(u"least"_s, 0),
            text(u"rest"_s),
            number(u"rest_names"_s, 1)};
}

LayoutKeys wordingKeys()
{
    return {text(u"prefix"_s), text(u"item"_s, true), text(u"separator"_s), text(u"last_separator"_s),
            text(u"suffix"_s)};
}

LayoutKeys tableKeys(bool isBeside)
{
    const LayoutKeys both{oneOf(u"table"_s, {u"departments"_s, u"channels"_s, u"categories"_s, u"types"_s, u"topics"_s,
                                             u"hot_topics"_s, u"months"_s, u"grades"_s, u"calls"_s, u"beside"_s}),
                          text(u"title"_s)};
    if (isBeside) // the tables in it have keys of their own
        return both + LayoutKeys{of(u"new_page"_s, Kind::Flag), of(u"tables"_s, Kind::List, true)};
    return both
           + LayoutKeys{number(u"groups"_s, 1, 4),
                        of(u"total"_s, Kind::Flag),
                        text(u"total_name"_s),
                        text(u"subtotal"_s),
                        of(u"children"_s, Kind::Flag),
                        of(u"new_page"_s, Kind::Flag),
                        of(u"columns"_s, Kind::List, true),
                        text(u"rank"_s),
                        of(u"grade"_s, Kind::Object)}
           + choiceKeys();
}

} // namespace

QString placeBelow(const QString &path, const QString &key)
{
    return path.isEmpty() ? key : QString(path + u'/' + key);
}

QList<LayoutFault> keyFaults(const QJsonObject &object, const QString &path, const LayoutKeys &keys)
{
    QList<LayoutFault> faults;
    const auto add = [&faults](const QString &where, const QString &message) {
        faults.append({.path = where, .message = message});
    };
    for (auto it = object.begin(); it != object.end(); ++it) {
        const auto known = std::ranges::find(keys, it.key(), &LayoutKey::key);
        if (known == keys.end())
            add(placeBelow(path, it.key()), Text::tr("“%1” means nothing here.").arg(it.key()));
        else
            faults += valueFaults(it.value(), placeBelow(path, it.key()), *known);
    }
    for (const LayoutKey &key : keys) {
        if (key.isNeeded && !object.contains(key.key))
            add(path, Text::tr("“%1” is missing.").arg(key.key));
    }
    return faults;
}

QStringList sectionKinds()
{
    return {u"heading"_s, u"paragraph"_s, u"cases"_s, u"table"_s, u"chart"_s};
}

QString sectionKind(const QJsonObject &section)
{
    // In the order in which the composer looks: cases have a heading too.
    for (const QString &kind : {u"paragraph"_s, u"cases"_s, u"table"_s, u"chart"_s, u"heading"_s}) {
        if (section.contains(kind))
            return kind;
    }
    return {};
}

LayoutKeys layoutKeys()
{
    return LayoutKeys{text(u"name"_s),
                      number(u"order"_s, 0),
                      text(u"list_title"_s),
                      text(u"masthead"_s),
                      text(u"title"_s, true),
                      text(u"issue_line"_s),
                      text(u"extra_line"_s),
                      text(u"series"_s),
                      of(u"month_of_stretch"_s, Kind::Flag),
                      of(u"exclude_topics"_s, Kind::Texts),
                      of(u"imprint"_s, Kind::Texts),
                      of(u"rates"_s, Kind::Object),
                      of(u"grade"_s, Kind::Object),
                      of(u"sections"_s, Kind::List, true)}
           + styleKeys();
}

LayoutKeys sectionKeys(const QJsonObject &section)
{
    const QString kind = sectionKind(section);
    LayoutKeys keys{text(u"when"_s)};
    if (kind == u"heading")
        keys += {text(u"heading"_s, true), number(u"level"_s, 1, 3), of(u"new_page"_s, Kind::Flag)};
    else if (kind == u"paragraph")
        keys += LayoutKeys{of(u"paragraph"_s, Kind::List, true)} + styleKeys();
    else if (kind == u"cases")
        keys += {oneOf(u"cases"_s, {u"problem"_s, u"suggestion"_s, u"solved"_s, u"best"_s}), text(u"heading"_s),
                 text(u"lead"_s), text(u"item"_s, true), text(u"detail"_s)};
    else if (kind == u"chart")
        keys +=
            {oneOf(u"chart"_s, {u"categories"_s, u"departments"_s, u"types"_s, u"channels"_s, u"days"_s, u"months"_s}),
             text(u"title"_s)};
    else if (kind == u"table")
        keys += tableKeys(section[u"table"].toString() == u"beside") + styleKeys();
    return keys;
}

LayoutKeys partKeys(const QJsonObject &part)
{
    LayoutKeys keys{text(u"when"_s)};
    if (!part.contains(u"each"))
        return keys + LayoutKeys{text(u"text"_s, true)} + styleKeys();
    keys += oneOf(u"each"_s, {u"channels"_s, u"categories"_s, u"topics"_s, u"types"_s, u"departments"_s,
                              u"hot_topics"_s, u"months"_s, u"grades"_s});
    keys += wordingKeys() + choiceKeys() + styleKeys();
    keys += of(u"also"_s, Kind::List);
    const QString each = part[u"each"].toString();
    if (each == u"categories" || each == u"channels" || each == u"hot_topics")
        keys += of(u"children"_s, Kind::Object);
    if (each == u"topics" || each == u"channels")
        keys += of(u"types"_s, Kind::Object);
    if (each == u"channels")
        keys += {text(u"first"_s), of(u"groups"_s, Kind::List), of(u"status"_s, Kind::Object)};
    return keys;
}

LayoutKeys nestedKeys(bool ofBoards)
{
    return ofBoards ? wordingKeys()
                    : wordingKeys() + choiceKeys() + styleKeys()
                          + LayoutKeys{of(u"children"_s, Kind::Object), of(u"also"_s, Kind::List)};
}

LayoutKeys statusKeys()
{
    return {text(u"all"_s, true), text(u"part"_s, true), text(u"all_single"_s), text(u"all_one"_s)};
}

LayoutKeys channelGroupKeys()
{
    return {of(u"names"_s, Kind::Texts, true), text(u"item"_s, true)};
}

LayoutKeys alsoKeys()
{
    return {text(u"when"_s, true), text(u"text"_s, true)};
}

LayoutKeys columnKeys()
{
    return {text(u"title"_s), text(u"value"_s, true)};
}

LayoutKeys gradeKeys()
{
    return {text(u"count"_s), number(u"least"_s, 0), of(u"bands"_s, Kind::List, true)};
}

LayoutKeys bandKeys()
{
    return {text(u"grade"_s, true), of(u"from"_s, Kind::Object), of(u"to"_s, Kind::Object)};
}

LayoutKeys rateKeys()
{
    return {text(u"name"_s, true), text(u"numerator"_s, true), text(u"denominator"_s, true)};
}

} // namespace huiyin
