// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/SearchGrams.h"

#include "domain/CharacterPairs.h"

#include <algorithm>
#include <array>
#include <iterator>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

// A term is one number: a pair of characters, or four digits with a mark.
constexpr quint64 codePointMask = (quint64{1} << codePointBits) - 1;
constexpr quint64 fourMark = quint64{1} << 63;

// Attributes are written in the private planes of Unicode, which isIndexed() leaves to them.
constexpr char32_t attributePlane = 0xF0000;
constexpr char32_t valuePlane = 0x100000;

bool isDigit(char32_t c)
{
    return c >= '0' && c <= '9';
}

// The four digits that end with the one taken last.
class DigitFours
{
public:
    std::optional<quint64> take(char32_t c)
    {
        if (!isDigit(c)) {
            m_count = 0;
            return std::nullopt;
        }
        m_last = ((m_last << 8) | c) & 0xFFFFFFFFULL;
        return ++m_count >= 4 ? std::optional(fourMark | m_last) : std::nullopt;
    }

private:
    quint64 m_last = 0;
    int m_count = 0;
};

void append(QString &text, quint64 term)
{
    if ((term & fourMark) != 0) {
        for (int shift = 24; shift >= 0; shift -= 8)
            text += QChar(static_cast<char16_t>((term >> shift) & 0xFF));
        return;
    }
    appendCodePoint(text, static_cast<char32_t>((term >> codePointBits) & codePointMask));
    if (const auto second = static_cast<char32_t>(term & codePointMask))
        appendCodePoint(text, second);
}

quint64 attributeTerm(SearchAttribute attribute, qint64 value)
{
    return characterPair(attributePlane + static_cast<char32_t>(attribute),
                         valuePlane + static_cast<char32_t>(value % sharedAttributeValues));
}

QString quoted(quint64 term)
{
    QString text(u'"');
    append(text, term);
    return text + u'"';
}

} // namespace

void SearchGrams::addText(QStringView folded)
{
    DigitFours fours;
    char32_t before = 0;
    CodePoints each(folded);
    while (each.hasNext()) {
        const char32_t c = each.next();
        if (const auto four = fours.take(c))
            m_terms.push_back(*four);
        if (!isIndexed(c)) {
            if (before != 0)
                m_terms.push_back(characterPair(before, 0));
            before = 0;
            continue;
        }
        if (before != 0)
            m_terms.push_back(characterPair(before, c));
        before = c;
    }
    if (before != 0)
        m_terms.push_back(characterPair(before, 0));
}

void SearchGrams::addNumber(QStringView folded)
{
    DigitFours fours;
    for (const QChar c : folded) {
        if (const auto four = fours.take(c.unicode()))
            m_terms.push_back(*four);
    }
}

void SearchGrams::addAttribute(SearchAttribute attribute, qint64 value)
{
    if (value != 0)
        m_terms.push_back(attributeTerm(attribute, value));
}

void SearchGrams::finish()
{
    std::ranges::sort(m_terms);
    m_terms.erase(std::unique(m_terms.begin(), m_terms.end()), m_terms.end());
}

QString SearchGrams::toText(const std::vector<quint64> &terms)
{
    QString text;
    text.reserve(static_cast<qsizetype>(terms.size()) * 3);
    for (const quint64 term : terms) {
        append(text, term);
        text += u' ';
    }
    return text;
}

quint64 SearchGrams::fromText(QStringView term)
{
    std::array<char32_t, 4> characters{};
    size_t count = 0;
    CodePoints each(term);
    while (each.hasNext() && count < characters.size())
        characters[count++] = each.next();
    if (count <= 2)
        return characterPair(characters[0], characters[1]);
    quint64 four = fourMark;
    for (size_t i = 0; i < 4; ++i)
        four |= quint64{characters[i]} << (24 - 8 * i);
    return four;
}

std::optional<SearchTerms> searchTerms(const SearchQuery &query, const QList<WantedAttribute> &attributes)
{
    constexpr size_t enough = 24; // terms; more make a question slower, not more exact
    std::vector<quint64> all;
    std::vector<quint64> singles;
    bool exact = true;
    for (const SearchWord &word : query.words()) {
        if (word.excluded) {
            exact = false;
            continue;
        }
        SearchGrams grams;
        const auto characters = word.text.toUcs4();
        if (word.numberLike) {
            grams.addNumber(word.text);
            exact = exact && characters.size() == 4; // of a longer one the index doesn't tell the order
        } else {
            grams.addText(word.text);
            const bool plain = std::ranges::all_of(characters, [](char32_t c) { return isIndexed(c); });
            // A single digit also begins the fours of telephone numbers.
            exact = exact && plain && (characters.size() == 2 || (characters.size() == 1 && !isDigit(characters[0])));
        }
        grams.finish();
        const auto isSingle = [](quint64 term) { return (term & fourMark) == 0 && (term & codePointMask) == 0; };
        const size_t before = all.size();
        // The last character of a run may be followed by more where it occurs, so it is asked for only if it is all.
        std::ranges::remove_copy_if(grams.terms(), std::back_inserter(all), isSingle);
        if (all.size() == before && !grams.isEmpty())
            singles.push_back(grams.terms().front());
    }
    if (all.empty() && singles.empty() && attributes.isEmpty())
        return std::nullopt;
    SearchTerms terms{.exact = exact, .broad = all.empty() && attributes.isEmpty()};
    QStringList parts;
    if (all.empty()) {
        for (const quint64 term : singles)
            parts.append(quoted(term) + u'*');
    } else {
        terms.exact = exact && singles.empty();
        std::ranges::sort(all);
        all.erase(std::unique(all.begin(), all.end()), all.end());
        if (all.size() > enough) {
            terms.exact = false;
            all.resize(enough);
        }
        for (const quint64 term : all)
            parts.append(quoted(term));
    }
    for (const WantedAttribute &wanted : attributes) {
        QStringList any;
        for (const qint64 value : wanted.values)
            any.append(quoted(attributeTerm(wanted.attribute, value)));
        parts.append(u'(' + any.join(u" OR "_s) + u')');
    }
    terms.match = parts.join(u" AND "_s);
    return terms;
}

} // namespace huiyin
