// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/LayoutCheck.h"

#include "bulletin/Composer.h"
#include "bulletin/GradeRule.h"
#include "bulletin/LayoutKeys.h"
#include "bulletin/LayoutVocabulary.h"
#include "domain/Json.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>
#include <functional>
#include <memory>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Bulletin)
};

QString below(const QString &path, qsizetype index)
{
    return placeBelow(path, QString::number(index));
}

QString below(const QString &path, const QString &key)
{
    return placeBelow(path, key);
}

// What is no object has been told already.
void eachObject(const QJsonArray &array, const std::function<void(const QJsonObject &, qsizetype)> &visit)
{
    for (qsizetype i = 0; i < array.size(); ++i) {
        if (array[i].isObject())
            visit(array[i].toObject(), i);
    }
}

class Checker
{
public:
    explicit Checker(const QJsonObject &layout)
        : m_layout(layout)
    {
    }

    QList<LayoutFault> check()
    {
        checkKeys(m_layout, {}, layoutKeys());
        checkRates();
        m_words = std::make_unique<LayoutVocabulary>(m_rates, m_layout[u"grade"].toObject());
        checkRateCounts();
        if (m_layout[u"grade"].isObject())
            grade(m_layout[u"grade"].toObject(), u"grade"_s, m_words->row(u"departments"_s));
        for (const QString &key : {u"masthead"_s, u"title"_s})
            sentence(m_layout, key, {}, {});
        const WordingScope issue{{u"issue"_s, word(QString())}, {u"running"_s, word(QString())}};
        for (const QString &key : {u"issue_line"_s, u"extra_line"_s})
            sentence(m_layout, key, {}, {&issue});
        const WordingScope imprint{{u"issued_on"_s, word(QString())}};
        const QStringList lines = stringList(m_layout[u"imprint"]);
        for (qsizetype i = 0; i < lines.size(); ++i)
            sentence(lines[i], below(u"imprint"_s, i), {&imprint});
        const QJsonArray sections = m_layout[u"sections"].toArray();
        eachObject(sections, [&](const QJsonObject &object, qsizetype i) {
            section(object, below(u"sections"_s, i), isBalanced(m_layout, false));
        });
        return m_faults;
    }

private:
    void fault(const QString &path, const QString &message) { m_faults.append({.path = path, .message = message}); }

    void checkKeys(const QJsonObject &object, const QString &path, const LayoutKeys &keys)
    {
        m_faults += keyFaults(object, path, keys);
    }

    // The rates that can be read; each must not take the name of something else.
    void checkRates()
    {
        const QJsonObject rates = m_layout[u"rates"].toObject();
        const LayoutVocabulary plain({});
        for (auto it = rates.begin(); it != rates.end(); ++it) {
            const QString path = below(u"rates"_s, it.key());
            const QJsonObject rate = it.value().toObject();
            checkKeys(rate, path, rateKeys());
            const WordingValue known = plain.facts().words.value(it.key());
            const bool isTaken =
                (plain.facts().words.contains(it.key()) && !known.ratio) || plain.facts().conditions.contains(it.key());
            if (!parsedTerms(it.key()) || it.key().contains(u'+') || it.key().contains(u'-'))
                fault(path, Text::tr("The name of a rate is of small letters and “_”."));
            else if (isTaken)
                fault(path, Text::tr("“%1” already is the name of something else.").arg(it.key()));
            RateDefinition read{.key = it.key(), .name = rate[u"name"].toString()};
            const auto terms = [&](const QString &side) {
                const auto parsed = parsedTerms(rate[side].toString());
                if (!parsed && rate.contains(side))
                    fault(below(path, side),
                          Text::tr("“%1” is not a sum or difference of counts.").arg(rate[side].toString()));
                return parsed;
            };
            const auto numerator = terms(u"numerator"_s);
            const auto denominator = terms(u"denominator"_s);
            if (!numerator || !denominator || isTaken)
                continue;
            read.numerator = *numerator;
            read.denominator = *denominator;
            m_rates.append(read);
        }
    }

    // A count must be counted somewhere: of the whole office, or in the rows of some list.
    void checkRateCounts()
    {
        QStringList counts;
        const auto add = [&counts](const WordingScope &words) {
            for (auto it = words.cbegin(); it != words.cend(); ++it) {
                if (it->count)
                    counts.append(it.key());
            }
        };
        add(m_words->facts().words);
        for (const QString &kind : {u"departments"_s, u"channels"_s, u"categories"_s, u"types"_s, u"topics"_s})
            add(m_words->row(kind));
        for (const RateDefinition &rate : std::as_const(m_rates)) {
            const auto side = [&](const QString &name, const QList<RateDefinition::Term> &terms) {
                for (const RateDefinition::Term &term : terms) {
                    if (!counts.contains(term.count))
                        fault(below(below(u"rates"_s, rate.key), name),
                              Text::tr("There is no count “%1”.").arg(term.count));
                }
            };
            side(u"numerator"_s, rate.numerator);
            side(u"denominator"_s, rate.denominator);
        }
    }

    void when(const QJsonObject &object, const QString &path, const WordingScope *row = nullptr)
    {
        const QStringList names = object[u"when"].toString().split(u',', Qt::SkipEmptyParts);
        for (const QString &name : names) {
            try {
                (void)m_words->facts().holds(name, row);
            } catch (const LayoutError &) {
                fault(below(path, u"when"_s), Text::tr("There is no condition “%1”.").arg(name.trimmed()));
            }
        }
    }

    void sentence(const QJsonObject &object, const QString &key, const QString &path, const WordingScopes &scopes)
    {
        if (object.contains(key))
            sentence(object[key].toString(), below(path, key), scopes);
    }

    void sentence(const QString &text, const QString &path, const WordingScopes &scopes)
    {
        qsizetype at = 0;
        while (at < text.size()) {
            const qsizetype open = text.indexOf(u'{', at);
            const qsizetype close = text.indexOf(u'}', at);
            if (open < 0 && close < 0)
                return;
            if (open < 0 || close < open
                || (text.indexOf(u'{', open + 1) >= 0 && text.indexOf(u'{', open + 1) < close)) {
                fault(path, Text::tr("A brace has no counterpart in “%1”.").arg(text));
                return;
            }
            placeholder(text.sliced(open + 1, close - open - 1), path, scopes);
            at = close + 1;
        }
    }

    void placeholder(const QString &words, const QString &path, const WordingScopes &scopes)
    {
        const QString name = words.section(u':', 0, 0);
        const QString how = words.section(u':', 1);
        const WordingScope &office = m_words->facts().words;
        const WordingScope plain = m_isCell ? m_words->facts().plainWords() : WordingScope();
        const WordingScopes all = scopes + WordingScopes{m_isCell ? &plain : &office};
        const auto scope = std::ranges::find_if(all, [&name](const WordingScope *one) { return one->contains(name); });
        if (scope == all.end()) {
            fault(path, office.contains(name)
                            ? Text::tr("“{%1}” is of the whole office: the rows of this table don't have it.").arg(name)
                            : Text::tr("There is no “{%1}” here.").arg(name));
            return;
        }
        const WordingValue value = (*scope)->value(name);
        if (!value.missing.isEmpty())
            fault(path, Text::tr("“{%1}” needs “%2”, which is not counted here.").arg(name, value.missing));
        else if (!canBePrinted(value, how))
            fault(path, Text::tr("“{%1}” can't be printed as “%2”.").arg(name, how));
        else if (m_isBalanced && name == u"share" && !how.isEmpty())
            fault(path, Text::tr("Shares that are balanced have the decimals of their list: “{share}”."));
    }

    // A name of something to order, to choose or to grade by.
    void figure(const QJsonObject &object, const QString &key, const QString &path, const WordingScope &row,
                bool mustBeRate)
    {
        if (object.contains(key))
            figure(object[key].toString(), below(path, key), row, mustBeRate);
    }

    void figure(const QString &name, const QString &path, const WordingScope &row, bool mustBeRate)
    {
        const WordingValue value = row.value(name);
        if (mustBeRate ? !value.ratio : !(value.count || value.ratio))
            fault(path, Text::tr("“%1” is no figure of a row here.").arg(name));
        else if (!value.missing.isEmpty())
            fault(path, Text::tr("“{%1}” needs “%2”, which is not counted here.").arg(name, value.missing));
    }

    void choice(const QJsonObject &block, const QString &path, const WordingScope &row)
    {
        const bool wantsGrades = block.contains(u"of_grades") || block[u"order"].toString() == u"grade"
                                 || block[u"each"].toString() == u"grades" || block[u"table"].toString() == u"grades";
        if (wantsGrades && !m_layout.contains(u"grade") && !block.contains(u"grade"))
            fault(path, Text::tr("Grades need a rule: “grade”."));
        figure(block, u"by"_s, path, row, false);
        if (block.contains(u"only") && !row.value(block[u"only"].toString()).count)
            fault(below(path, u"only"_s), Text::tr("“%1” is no figure of a row here.").arg(block[u"only"].toString()));
    }

    void section(const QJsonObject &section, const QString &path, bool isBalancedAbove)
    {
        const QString kind = sectionKind(section);
        if (kind.isEmpty()) {
            fault(path, Text::tr("A section must have one of: %1.").arg(sectionKinds().join(u", "_s)));
            return;
        }
        checkKeys(section, path, sectionKeys(section));
        when(section, path);
        m_isBalanced = isBalanced(section, isBalancedAbove);
        if (kind == u"heading") {
            sentence(section, u"heading"_s, path, {});
        } else if (kind == u"paragraph") {
            const QJsonArray parts = section[u"paragraph"].toArray();
            eachObject(parts, [&](const QJsonObject &object, qsizetype i) {
                part(object, below(below(path, u"paragraph"_s), i));
            });
        } else if (kind == u"cases") {
            WordingScope words{{u"n"_s, word(QString())},
                               {u"title"_s, word(QString())},
                               {u"department"_s, word(QString())},
                               {u"result"_s, word(QString())}};
            if (section[u"cases"].toString() == u"best") {
                for (const QString &name : {u"departments"_s, u"reason"_s})
                    words.insert(name, word(QString()));
                for (const QString &name : {u"place"_s, u"votes"_s})
                    words.insert(name, word(1));
            }
            for (const QString &key : {u"heading"_s, u"lead"_s})
                sentence(section, key, path, {});
            for (const QString &key : {u"item"_s, u"detail"_s})
                sentence(section, key, path, {&words});
        } else if (kind == u"chart") {
            sentence(section, u"title"_s, path, {});
        } else {
            table(section, path);
        }
    }

    static bool isBalanced(const QJsonObject &block, bool above)
    {
        return block.contains(u"balance") ? block[u"balance"].toString() != u"none" : above;
    }

    void part(const QJsonObject &part, const QString &path)
    {
        const bool above = m_isBalanced;
        checkKeys(part, path, partKeys(part));
        when(part, path);
        m_isBalanced = isBalanced(part, above);
        if (!part.contains(u"each"))
            sentence(part, u"text"_s, path, {});
        else if (isKnown(u"each"_s, part, partKeys(part)))
            list(part, path, part[u"each"].toString(), {}, false);
        m_isBalanced = above;
    }

    static bool isKnown(const QString &key, const QJsonObject &object, const LayoutKeys &keys)
    {
        const auto found = std::ranges::find(keys, key, &LayoutKey::key);
        return found != keys.end() && found->choices.contains(object[key].toString());
    }

    void list(const QJsonObject &part, const QString &path, const QString &kind, const WordingScopes &outer,
              bool ofBelow)
    {
        const WordingScope plain = m_words->row(kind, ofBelow);
        choice(part, path, plain);
        WordingScope row = plain;
        for (const QString &name : {u"ordinal"_s, u"n"_s, u"children"_s, u"also"_s})
            row.insert(name, word(QString()));
        for (const QString &name : {u"types"_s, u"status"_s}) {
            if (part.contains(name))
                row.insert(name, word(QString()));
        }
        const WordingScopes scopes = WordingScopes{&row} + outer;
        for (const QString &key : {u"item"_s, u"first"_s})
            sentence(part, key, path, scopes);
        const WordingScope rest = m_words->rest(kind);
        sentence(part, u"rest"_s, path, WordingScopes{&rest} + outer);
        const WordingScope summary = LayoutVocabulary::summary();
        for (const QString &key : {u"prefix"_s, u"separator"_s, u"last_separator"_s, u"suffix"_s})
            sentence(part, key, path, WordingScopes{&summary} + outer);
        also(part, path, row, outer);
        nested(part, path, kind, scopes);
        if (kind == u"channels")
            channels(part, path, plain);
    }

    void also(const QJsonObject &part, const QString &path, const WordingScope &row, const WordingScopes &outer)
    {
        const QJsonArray parts = part[u"also"].toArray();
        eachObject(parts, [&](const QJsonObject &object, qsizetype i) {
            const QString own = below(below(path, u"also"_s), i);
            checkKeys(object, own, alsoKeys());
            when(object, own, &row);
            sentence(object, u"text"_s, own, WordingScopes{&row} + outer);
        });
    }

    void nested(const QJsonObject &part, const QString &path, const QString &kind, const WordingScopes &scopes)
    {
        for (const QString &key : {u"children"_s, u"types"_s}) {
            if (!part[key].isObject())
                continue;
            const QJsonObject inner = part[key].toObject();
            const QString own = below(path, key);
            const bool ofBoards = kind == u"channels" && key == u"children";
            checkKeys(inner, own, nestedKeys(ofBoards));
            if (ofBoards)
                boards(inner, own);
            else
                list(inner, own, key == u"types" ? u"types"_s : kind, scopes, kind != u"channels");
        }
    }

    // The boards of a channel have its own words, and no more.
    void boards(const QJsonObject &part, const QString &path)
    {
        WordingScope words = channelWords({});
        words.insert(ratesOf(m_rates, {&words}));
        sentence(part, u"item"_s, path, {&words});
        for (const QString &key : {u"prefix"_s, u"separator"_s, u"last_separator"_s, u"suffix"_s})
            sentence(part, key, path, {});
    }

    void channels(const QJsonObject &part, const QString &path, const WordingScope &row)
    {
        if (part[u"status"].isObject()) {
            const QJsonObject status = part[u"status"].toObject();
            checkKeys(status, below(path, u"status"_s), statusKeys());
            for (auto it = status.begin(); it != status.end(); ++it)
                sentence(it.value().toString(), below(below(path, u"status"_s), it.key()), {&row});
        }
        WordingScope group = m_words->rest(u"channels"_s);
        for (const QString &name : {u"names"_s, u"together"_s, u"status"_s})
            group.insert(name, word(QString()));
        const QJsonArray groups = part[u"groups"].toArray();
        eachObject(groups, [&](const QJsonObject &object, qsizetype i) {
            const QString own = below(below(path, u"groups"_s), i);
            checkKeys(object, own, channelGroupKeys());
            sentence(object, u"item"_s, own, {&group});
        });
    }

    void table(const QJsonObject &table, const QString &path)
    {
        sentence(table, u"title"_s, path, {});
        const QString kind = table[u"table"].toString();
        if (!isKnown(u"table"_s, table, sectionKeys(table)))
            return;
        if (kind == u"beside") {
            const QJsonArray tables = table[u"tables"].toArray();
            eachObject(tables, [&](const QJsonObject &object, qsizetype i) {
                besideTable(object, below(below(path, u"tables"_s), i));
            });
            return;
        }
        WordingScope row = m_words->row(kind);
        choice(table, path, row);
        figure(table, u"rank"_s, path, row, true);
        if (table[u"grade"].isObject())
            grade(table[u"grade"].toObject(), below(path, u"grade"_s), row);
        row.insert(u"n"_s, word(QString()));
        if (table.contains(u"rank"))
            row.insert(u"rank"_s, word(QString()));
        if (table.contains(u"grade")) {
            row.insert(u"grade"_s, word(QString()));
            row.insert(u"grade_reason"_s, word(QString()));
        }
        m_isCell = true;
        const WordingScope rest = m_words->rest(kind);
        sentence(table, u"rest"_s, path, {&rest});
        const QJsonArray columns = table[u"columns"].toArray();
        eachObject(columns, [&](const QJsonObject &object, qsizetype i) {
            const QString own = below(below(path, u"columns"_s), i);
            checkKeys(object, own, columnKeys());
            sentence(object, u"value"_s, own, {&row});
        });
        m_isCell = false;
    }

    void besideTable(const QJsonObject &table, const QString &path)
    {
        const bool above = m_isBalanced;
        if (sectionKind(table) == u"table" && table[u"table"].toString() != u"beside")
            section(table, path, above);
        else
            fault(path, Text::tr("Only a plain table can stand beside another."));
        m_isBalanced = above;
    }

    void grade(const QJsonObject &grade, const QString &path, const WordingScope &row)
    {
        checkKeys(grade, path, gradeKeys());
        const QString count = grade[u"count"].toString(u"dispatched"_s);
        if (!row.value(count).count)
            fault(below(path, u"count"_s), Text::tr("“%1” is no figure of a row here.").arg(count));
        const QJsonArray bands = grade[u"bands"].toArray();
        eachObject(bands, [&](const QJsonObject &object, qsizetype i) {
            const QString own = below(below(path, u"bands"_s), i);
            checkKeys(object, own, bandKeys());
            for (const QString &side : {u"from"_s, u"to"_s}) {
                const QJsonObject thresholds = object[side].toObject();
                for (auto it = thresholds.begin(); it != thresholds.end(); ++it) {
                    const QString place = below(below(own, side), it.key());
                    figure(it.key(), place, row, true);
                    if (!it.value().isDouble() || it.value().toDouble() < 0 || it.value().toDouble() > 100)
                        fault(place, Text::tr("“%1” must lie between %2 and %3.").arg(it.key()).arg(0).arg(100));
                }
            }
        });
    }

    const QJsonObject &m_layout;
    QList<RateDefinition> m_rates;
    std::unique_ptr<LayoutVocabulary> m_words;
    QList<LayoutFault> m_faults;
    bool m_isBalanced = false;
    bool m_isCell = false; // of a table: what it says is the row's
};

} // namespace

QList<LayoutFault> checkLayout(const QJsonObject &layout)
{
    return Checker(layout).check();
}

} // namespace huiyin
