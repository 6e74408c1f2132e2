// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/NamePlaces.h"

#include "domain/PersonalText.h"
#include "review/NameReading.h"

#include <QRegularExpression>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

bool isHan(QChar sign)
{
    return sign.isSurrogate() || sign.script() == QChar::Script_Han;
}

// 文明 is a name, and a word; what a company is called may be told.
bool isSurelyPerson(const QString &name)
{
    return organisationIn(name).isEmpty() && (name.size() > 2 || !isCommonWord(name));
}

// A text without the blanks that make a name as wide as others: 王　丽, 王 建 国.
class Tight
{
public:
    explicit Tight(const QString &text)
    {
        constexpr qsizetype widest = 2; // more parts columns
        for (qsizetype i = 0; i < text.size(); ++i) {
            if (text[i].isSpace() && !m_text.isEmpty() && isHan(m_text.back())) {
                qsizetype end = i;
                while (end < text.size() && text[end].isSpace())
                    ++end;
                if (end - i <= widest && end < text.size() && isHan(text[end])) {
                    i = end - 1;
                    continue;
                }
            }
            m_text += text[i];
            m_at.append(i);
        }
    }

    [[nodiscard]] const QString &text() const { return m_text; }

    // A place of the tight text, in the text as it is.
    [[nodiscard]] FoundName wide(qsizetype start, qsizetype length, bool certain) const
    {
        const qsizetype from = m_at[start];
        return {.start = from, .length = m_at[start + length - 1] + 1 - from, .certain = certain};
    }

private:
    QString m_text;
    QList<qsizetype> m_at; // of each sign, in the text as it is
};

} // namespace

NameSearch::NameSearch(const QStringList &known, const QStringList &doubtful, const QStringList &offices)
    : m_offices(offices)
{
    static const QRegularExpression several(u"[、，,;；/／（(]"_s); // the field as it was typed
    m_offices.removeAll(QString());
    // 向阳 may live beside 向阳街道办事处: its own name is left alone where it stands, his is asked about elsewhere.
    const auto isWithinAnOffice = [this](const QString &name) {
        return std::ranges::any_of(m_offices, [&](const QString &office) { return office.contains(name); });
    };
    for (const QString &field : known) {
        for (const QString &name : namesIn(Tight(field).text())) {
            const bool tellsNothing = maskedName(name) == name; // 肖先生, 李某
            if (name.contains(several) || m_offices.contains(name) || tellsNothing)
                continue;
            if (isWithinAnOffice(name)) {
                add(name, false);
                continue;
            }
            add(name, isSurelyPerson(name));
            if (organisationIn(name).isEmpty())
                add(maskedName(name), true); // 王*国, as a case's title has it
        }
    }
    for (const QString &name : doubtful) {
        if (!m_offices.contains(name))
            add(name, false);
    }
}

void NameSearch::add(const QString &name, bool certain)
{
    bool &known = m_certain[name];
    known = known || certain;
    m_words.clear();
}

void NameSearch::take(const QString &text, const FoundName &found, const QString &name)
{
    if (found.official) {
        m_officials.insert(name);
        return;
    }
    m_found[text].append(found);
    if (found.spreads) {
        m_learned.insert(name);
        add(name, found.certain);
    }
}

void NameSearch::learn(const QString &text)
{
    if (m_found.contains(text))
        return;
    m_found.insert(text, {});
    const QList<FoundName> asItIs = namesByContext(text);
    for (const FoundName &name : asItIs)
        take(text, name, text.mid(name.start, name.length));
    const Tight tight(text);
    if (tight.text().size() == text.size())
        return;
    // 王　丽, but not 孙丽 铁东区.
    const QList<FoundName> found = namesByContext(tight.text());
    for (const FoundName &name : found) {
        FoundName wide = tight.wide(name.start, name.length, name.certain);
        wide.spreads = name.spreads;
        wide.official = name.official;
        const qsizetype surname = surnameLength(QStringView(tight.text()).mid(name.start));
        const bool isWide = wide.length > name.length && tight.wide(name.start, surname + 1, true).length > surname + 1;
        const bool isTaken = std::ranges::any_of(asItIs, [&](const FoundName &one) {
            return wide.start < one.start + one.length && one.start < wide.start + wide.length;
        });
        if (isWide && !isTaken)
            take(text, wide, tight.text().mid(name.start, name.length));
    }
}

void NameSearch::makeWords()
{
    for (auto word = m_certain.cbegin(); word != m_certain.cend(); ++word) {
        const bool isWord = m_learned.contains(word.key()) && isCommonWord(word.key()) && word.key().size() == 2;
        m_words.append({.name = word.key(), .certain = word.value(), .isWord = isWord});
    }
    // 王建国栋 is another: the longest first, and what is certain before what is not.
    std::ranges::sort(m_words, [](const Word &a, const Word &b) {
        return std::tuple(-a.name.size(), !a.certain, a.name) < std::tuple(-b.name.size(), !b.certain, b.name);
    });
}

QList<FoundName> NameSearch::placesIn(const QString &text)
{
    if (m_words.isEmpty())
        makeWords();
    const Tight tight(text);
    QList<std::pair<qsizetype, qsizetype>> ofOffices; // from, before
    for (const QString &office : std::as_const(m_offices)) {
        for (qsizetype at = tight.text().indexOf(office); at >= 0; at = tight.text().indexOf(office, at + 1))
            ofOffices.append({at, at + office.size()});
    }
    const auto isOfAnOffice = [&](qsizetype at, qsizetype length) {
        return std::ranges::any_of(
            ofOffices, [&](const auto &office) { return office.first <= at && at + length <= office.second; });
    };
    // 王家 is known, and 王家屯 a village.
    static const QString ofPlaces = u"屯村庄沟窝堡镇乡街路岭湾洼店"_s;
    QList<FoundName> places;
    for (const Word &word : std::as_const(m_words)) {
        const qsizetype length = word.name.size();
        for (qsizetype at = tight.text().indexOf(word.name); at >= 0; at = tight.text().indexOf(word.name, at + 1)) {
            const QChar next = at + length < tight.text().size() ? tight.text()[at + length] : QChar(u'\n');
            const bool isPlace = length == 2 && m_learned.contains(word.name) && ofPlaces.contains(next);
            if (isOfAnOffice(at, length) || isPlace || (!word.certain && m_officials.contains(word.name)))
                continue;
            if (const qsizetype longer = longerNameAt(tight.text(), at, length); longer > 0)
                places.append(tight.wide(at, longer, false)); // 李红军, where 李红 is known
            else
                places.append(tight.wide(at, length, word.certain && !word.isWord));
        }
    }
    const QList<FoundName> found = m_found.value(text);
    for (const FoundName &name : found) {
        QString word = text.mid(name.start, name.length);
        word.removeIf([](QChar sign) { return sign.isSpace(); });
        const bool isOfOffice = std::ranges::any_of(ofOffices, [&](const auto &office) {
            const FoundName wide = tight.wide(office.first, office.second - office.first, true);
            return wide.start <= name.start && name.start + name.length <= wide.start + wide.length;
        });
        if (!isOfOffice && (name.certain || !m_officials.contains(word)))
            places.append({.start = name.start, .length = name.length, .certain = name.certain});
    }
    std::ranges::stable_sort(places, [](const FoundName &a, const FoundName &b) {
        return std::tuple(-a.length, !a.certain) < std::tuple(-b.length, !b.certain);
    });
    return places;
}

} // namespace huiyin
