// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/SearchQuery.h"

#include "domain/SearchText.h"

#include <algorithm>

namespace huiyin {

namespace {

bool isQuote(QChar c)
{
    constexpr QStringView quotes = u"\"“”＂「」";
    return quotes.contains(c);
}

bool isNumberLike(QStringView folded)
{
    int inRow = 0;
    int most = 0;
    for (const QChar c : folded) {
        const bool digit = c >= u'0' && c <= u'9';
        if (!digit && c != u'-' && !(c >= u'a' && c <= u'z'))
            return false;
        inRow = digit ? inRow + 1 : 0;
        most = std::max(most, inRow);
    }
    constexpr int enough = 4;
    return most >= enough;
}

} // namespace

SearchQuery::SearchQuery(const QString &typed)
{
    // A whole paragraph that was pasted is more than a question: its beginning finds what is meant.
    constexpr qsizetype mostWords = 24;
    constexpr qsizetype longestWord = 200;
    QString current;
    bool quoted = false;
    bool excluded = false;
    const auto finish = [&] {
        QString folded = foldForSearch(QStringView(current).left(longestWord));
        folded.removeIf([](QChar c) { return c < u' '; }); // stands between texts
        const SearchWord word{.text = folded, .excluded = excluded, .numberLike = isNumberLike(folded)};
        if (!folded.isEmpty() && m_words.size() < mostWords && !m_words.contains(word))
            m_words.append(word);
        current.clear();
        excluded = false;
    };
    for (const QChar c : typed) {
        if (isQuote(c)) {
            if (quoted || !current.isEmpty())
                finish();
            quoted = !quoted;
        } else if (!quoted && c.isSpace()) {
            finish();
        } else if (!quoted && current.isEmpty() && !excluded && (c == u'-' || c == u'－')) {
            excluded = true;
        } else {
            current += c;
        }
    }
    finish();
}

bool SearchQuery::matches(const SearchedTexts &texts) const
{
    return std::ranges::all_of(m_words, [&texts](const SearchWord &word) {
        const bool found = texts.texts.contains(word.text) || (word.numberLike && texts.numbers.contains(word.text));
        return found != word.excluded;
    });
}

QList<TextRange> SearchQuery::hits(const QString &text) const
{
    QList<TextRange> found;
    if (isEmpty() || text.isEmpty())
        return found;
    const FoldedText folded = foldWithOrigins(text);
    for (const SearchWord &word : m_words) {
        if (word.excluded)
            continue;
        qsizetype at = folded.text.indexOf(word.text);
        while (at >= 0) {
            const qsizetype end = at + word.text.size();
            const qsizetype start = folded.origins[at];
            // To the beginning of what follows, less white space that was left out.
            qsizetype stop = folded.origins[end];
            while (stop > start + 1 && text[stop - 1].isSpace())
                --stop;
            // A part of one character, as the m of ㎡, shows the character.
            const qsizetype least = text[start].isHighSurrogate() && start + 1 < text.size() ? 2 : 1;
            found.append({.start = start, .length = std::max(stop - start, least)});
            at = folded.text.indexOf(word.text, end);
        }
    }
    std::ranges::sort(found, {}, &TextRange::start);
    QList<TextRange> joined;
    for (const TextRange &range : std::as_const(found)) {
        if (!joined.isEmpty() && range.start <= joined.last().start + joined.last().length) {
            TextRange &last = joined.last();
            last.length = std::max(last.start + last.length, range.start + range.length) - last.start;
        } else {
            joined.append(range);
        }
    }
    return joined;
}

} // namespace huiyin
