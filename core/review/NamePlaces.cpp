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

quint32 keyOf(QStringView text, bool one = false)
{
    const quint32 first = static_cast<quint32>(text.front().unicode()) << 16;
    return one || text.size() < 2 ? first : first | text[1].unicode();
}

// 王家屯, 白云小区: a place is called so.
bool isPlaceBehind(QStringView rest)
{
    static const QString ofPlaces = u"屯村庄沟窝堡镇乡街路岭湾洼店"_s;
    static const WordTable words(u"小区 大街 大道 广场 公园 大厦 社区 花园 家园 新城"_s);
    return !rest.isEmpty() && (ofPlaces.contains(rest.front()) || words.isAt(rest));
}

// 由于立即, 高峰期: the two characters belong to words that reach beyond them.
bool isWithinWords(const QString &text, qsizetype at)
{
    constexpr qsizetype length = 2;
    const QStringView all(text);
    const qsizetype inFront = at > 0 ? ordinaryWordAt(all.mid(at - 1)) : 0;
    return ordinaryWordAt(all.mid(at)) > length || inFront > 1;
}

} // namespace

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
        const bool isShort = m_learned.contains(word.key()) && word.key().size() == 2;
        m_words.append({.name = word.key(),
                        .certain = word.value(),
                        .isWord = isShort && isCommonWord(word.key()),
                        .isShort = isShort});
    }
    // 王建国栋 is another: the longest first, and what is certain before what is not.
    std::ranges::sort(m_words, [](const Word &a, const Word &b) {
        return std::tuple(-a.name.size(), !a.certain, a.name) < std::tuple(-b.name.size(), !b.certain, b.name);
    });
    m_at.clear();
    for (qsizetype i = 0; i < m_words.size(); ++i) {
        if (!m_words[i].name.isEmpty())
            m_at[keyOf(m_words[i].name)].append(i);
    }
}

void NameSearch::findWordAt(QList<FoundName> &places, const Tight &text, const Word &word, qsizetype at) const
{
    const qsizetype length = word.name.size();
    const QStringView behind = QStringView(text.text()).mid(at + length);
    if ((word.isShort && isPlaceBehind(behind)) || (!word.certain && m_officials.contains(word.name)))
        return;
    if (const qsizetype longer = longerNameAt(text.text(), at, length); longer > 0) { // 李红军, where 李红 is known
        places.append(text.wide(at, longer, false));
        return;
    }
    bool certain = word.certain && !word.isWord;
    if (word.isShort) { // 于海 is known, and 由于海水 tells nothing of him
        const bool isAlone = at == 0 || !text.text()[at - 1].isLetterOrNumber();
        const bool ends = nameEndAt(behind).kind != NameEnding::None;
        if (isWithinWords(text.text(), at))
            return;
        const bool beginsAnother = !ends && ordinaryWordAt(QStringView(text.text()).mid(at + 1)) > 1; // 王[成立]公司
        certain = certain && (ends || (isAlone && !beginsAnother));
    }
    places.append(text.wide(at, length, certain));
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
    QList<FoundName> places;
    const QStringView all(tight.text());
    for (qsizetype at = 0; at < all.size(); ++at) {
        const QStringView rest = all.mid(at);
        for (const quint32 key : {keyOf(rest), keyOf(rest, true)}) {
            const auto words = m_at.constFind(key);
            if (words == m_at.cend())
                continue;
            for (const qsizetype index : *words) {
                const Word &word = m_words[index];
                if (rest.startsWith(word.name) && !isOfAnOffice(at, word.name.size()))
                    findWordAt(places, tight, word, at);
            }
            if (rest.size() < 2)
                break; // both keys are the same
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
