// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/LayoutScope.h"

#include "bulletin/LayoutDraft.h"

#include <QSet>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

// Those of a layout that can be read; what is wrong with others, the check tells.
QList<RateDefinition> readableRates(const QJsonObject &layout)
{
    QList<RateDefinition> rates;
    const QJsonObject all = layout[u"rates"].toObject();
    const LayoutVocabulary plain({});
    for (auto it = all.begin(); it != all.end(); ++it) {
        const QJsonObject rate = it.value().toObject();
        const auto numerator = parsedTerms(rate[u"numerator"].toString());
        const auto denominator = parsedTerms(rate[u"denominator"].toString());
        const WordingScope &words = plain.facts().words;
        const bool isTaken = words.contains(it.key()) && !words.value(it.key()).ratio;
        if (numerator && denominator && !isTaken && parsedTerms(it.key()))
            rates.append({.key = it.key(),
                          .name = rate[u"name"].toString(),
                          .numerator = *numerator,
                          .denominator = *denominator});
    }
    return rates;
}

void addTexts(WordingScope &scope, const QStringList &names)
{
    for (const QString &name : names)
        scope.insert(name, word(QString()));
}

LayoutWord wordOf(const QString &name, const WordingValue &value, bool isOfRow)
{
    LayoutWord word{.name = name, .isOfRow = isOfRow};
    if (value.change) {
        word.kind = LayoutWord::Kind::Change;
        word.isOfRate = value.change->ofRate;
    } else if (value.count) {
        word.kind = LayoutWord::Kind::Count;
    } else if (value.ratio) {
        word.kind = LayoutWord::Kind::Rate;
    }
    return word;
}

// The scopes from the nearest to the farthest; a name of one that can't be printed hides that of a farther one.
class Gathering
{
public:
    void add(const WordingScope &scope, bool isOfRow)
    {
        for (auto it = scope.cbegin(); it != scope.cend(); ++it) {
            if (m_seen.contains(it.key()))
                continue;
            m_seen.insert(it.key());
            if (it->missing.isEmpty())
                m_words.append(wordOf(it.key(), it.value(), isOfRow));
        }
    }
    [[nodiscard]] QList<LayoutWord> sorted()
    {
        std::ranges::sort(m_words, {}, [](const LayoutWord &word) {
            return std::tuple(!word.isOfRow, static_cast<int>(word.kind), word.name);
        });
        return m_words;
    }

private:
    QSet<QString> m_seen;
    QList<LayoutWord> m_words;
};

} // namespace

LayoutScope::LayoutScope(const QJsonObject &layout)
    : m_layout(layout)
    , m_rates(readableRates(layout))
    , m_words(std::make_shared<const LayoutVocabulary>(m_rates, layout[u"grade"].toObject()))
{
}

// What the rows of the list at `path` are; a list within it has rows below rows, or types.
QString LayoutScope::listKind(const QString &path, bool &below) const
{
    const QString key = path.section(u'/', -1);
    if (key != u"children" && key != u"types") {
        below = false;
        return valueAt(m_layout, path).toObject()[u"each"].toString();
    }
    bool aboveIsBelow = false;
    const QString above = listKind(pathAbove(path), aboveIsBelow);
    below = above != u"channels";
    return key == u"types" ? u"types"_s : above;
}

WordingScope LayoutScope::rowOfList(const QString &path, bool forText) const
{
    bool below = false;
    const QString kind = listKind(path, below);
    static const QStringList known{u"channels"_s,    u"categories"_s, u"topics"_s, u"types"_s,
                                   u"departments"_s, u"hot_topics"_s, u"months"_s, u"grades"_s};
    if (!known.contains(kind))
        return {};
    WordingScope row = m_words->row(kind, below);
    if (!forText)
        return row;
    const QJsonObject list = valueAt(m_layout, path).toObject();
    addTexts(row, {u"ordinal"_s, u"n"_s});
    for (const QString &name : {u"children"_s, u"also"_s, u"types"_s, u"status"_s}) {
        if (list.contains(name))
            addTexts(row, {name});
    }
    return row;
}

WordingScope LayoutScope::rowOfTable(const QString &path, bool forText) const
{
    const QJsonObject table = valueAt(m_layout, path).toObject();
    static const QStringList known{u"departments"_s, u"channels"_s, u"categories"_s, u"types"_s, u"topics"_s,
                                   u"hot_topics"_s,  u"months"_s,   u"grades"_s,     u"calls"_s};
    if (!known.contains(table[u"table"].toString()))
        return {};
    WordingScope row = m_words->row(table[u"table"].toString());
    if (!forText)
        return row;
    addTexts(row, {u"n"_s});
    if (table.contains(u"rank"))
        addTexts(row, {u"rank"_s});
    if (table.contains(u"grade"))
        addTexts(row, {u"grade"_s, u"grade_reason"_s});
    return row;
}

LayoutScope::Scopes LayoutScope::scopesAt(const QString &path) const
{
    const QString key = path.section(u'/', -1);
    if (path == u"issue_line" || path == u"extra_line" || path.startsWith(u"imprint")) {
        WordingScope own;
        addTexts(own,
                 path.startsWith(u"imprint") ? QStringList{u"issued_on"_s} : QStringList{u"issue"_s, u"running"_s});
        return {.row = own};
    }
    const QString object = pathAbove(path);
    const LayoutPart part = partAt(m_layout, object);
    const QString list = indexIn(object) >= 0 ? pathAbove(pathAbove(object)) : pathAbove(object);
    switch (part) {
    case LayoutPart::Cases: {
        WordingScope own;
        if (key == u"item" || key == u"detail")
            addTexts(own, {u"n"_s, u"title"_s, u"department"_s, u"result"_s});
        if (!own.isEmpty() && valueAt(m_layout, object).toObject()[u"cases"] == u"best"_s)
            addTexts(own, {u"departments"_s, u"reason"_s, u"place"_s, u"votes"_s});
        return {.row = own};
    }
    case LayoutPart::List:
    case LayoutPart::Nested: {
        WordingScope outer = part == LayoutPart::Nested ? rowOfList(pathAbove(object), true) : WordingScope();
        if (key == u"item" || key == u"first")
            return {.row = rowOfList(object, true), .outer = outer};
        if (key != u"rest")
            return {.row = LayoutVocabulary::summary(), .outer = outer};
        bool below = false;
        const QString kind = listKind(object, below);
        return {.row = kind.isEmpty() ? WordingScope() : m_words->rest(kind), .outer = outer};
    }
    case LayoutPart::Boards: {
        if (key != u"item")
            return {};
        WordingScope words = channelWords({});
        words.insert(ratesOf(m_rates, {&words}));
        return {.row = words};
    }
    case LayoutPart::Also: {
        const bool isNested = partAt(m_layout, list) == LayoutPart::Nested;
        return {.row = rowOfList(list, true), .outer = isNested ? rowOfList(pathAbove(list), true) : WordingScope()};
    }
    case LayoutPart::Status:
        return {.row = rowOfList(pathAbove(object), false)};
    case LayoutPart::Group: {
        WordingScope group = m_words->rest(u"channels"_s);
        addTexts(group, {u"names"_s, u"together"_s, u"status"_s});
        return {.row = group};
    }
    case LayoutPart::Table: {
        WordingScope own;
        if (key == u"subtotal")
            addTexts(own, {u"group"_s});
        else if (key == u"rest" && !rowOfTable(object, false).isEmpty())
            own = m_words->rest(valueAt(m_layout, object).toObject()[u"table"].toString());
        return {.row = own};
    }
    case LayoutPart::Column:
        return {.row = key == u"value" ? rowOfTable(list, true) : WordingScope()};
    default:
        return {};
    }
}

QList<LayoutWord> LayoutScope::wordsAt(const QString &path) const
{
    const Scopes scopes = scopesAt(path);
    Gathering words;
    words.add(scopes.row, true);
    words.add(scopes.outer, true);
    const QString key = path.section(u'/', -1);
    const LayoutPart part = partAt(m_layout, pathAbove(path));
    const bool isCell =
        (part == LayoutPart::Column && key == u"value") || (part == LayoutPart::Table && key == u"rest");
    words.add(isCell ? m_words->facts().plainWords() : m_words->facts().words, false);
    return words.sorted();
}

QList<LayoutWord> LayoutScope::figuresAt(const QString &path) const
{
    const LayoutPart part = partAt(m_layout, path);
    QString object = path;
    if (part == LayoutPart::Band)
        object = pathAbove(pathAbove(pathAbove(path))); // grade, and its table
    else if (part == LayoutPart::Grade)
        object = pathAbove(path);
    const bool isList = part == LayoutPart::List || part == LayoutPart::Nested;
    Gathering all;
    all.add(isList ? rowOfList(object, false) : rowOfTable(object, false), true);
    QList<LayoutWord> words = all.sorted();
    words.removeIf([](const LayoutWord &word) {
        return word.kind != LayoutWord::Kind::Count && word.kind != LayoutWord::Kind::Rate;
    });
    return words;
}

QStringList LayoutScope::conditionsAt(const QString &path) const
{
    QStringList names = m_words->facts().conditions.keys();
    const auto add = [&names](const WordingScope &scope) {
        for (auto it = scope.cbegin(); it != scope.cend(); ++it) {
            if ((it->count || it->ratio || it->change) && it->missing.isEmpty())
                names.append(it.key());
        }
    };
    add(m_words->facts().words);
    if (partAt(m_layout, path) == LayoutPart::Also)
        add(rowOfList(pathAbove(pathAbove(path)), false));
    names.sort();
    names.removeDuplicates();
    return names;
}

QStringList LayoutScope::counts() const
{
    QStringList names;
    const auto add = [&names](const WordingScope &scope) {
        for (auto it = scope.cbegin(); it != scope.cend(); ++it) {
            if (it->count)
                names.append(it.key());
        }
    };
    add(m_words->facts().words);
    for (const QString &kind : {u"departments"_s, u"channels"_s, u"categories"_s, u"types"_s, u"topics"_s})
        add(m_words->row(kind));
    names.sort();
    names.removeDuplicates();
    return names;
}

} // namespace huiyin
