// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace huiyin {

struct SearchWord
{
    QString text{}; // folded, never empty
    bool excluded = false;
    // A number or a part of one: Latin letters, digits and hyphens with four digits in a row. Telephone and ticket
    // numbers are searched for these words only; three digits would find half of the office.
    bool numberLike = false;

    bool operator==(const SearchWord &) const = default;
};

// What of a ticket is searched, folded; the single texts are parted by U+001F, which no word holds.
struct SearchedTexts
{
    QString texts{};   // title, content, answer, address, requester, replies
    QString numbers{}; // its own number, the channel's, telephone
};

// A part of a text, in UTF-16 units.
struct TextRange
{
    qsizetype start = 0;
    qsizetype length = 0;

    bool operator==(const TextRange &) const = default;
};

// What was typed into a search field: words between white space that must all occur, "a phrase in quotes" as it is,
// -word must not occur.
class SearchQuery
{
public:
    SearchQuery() = default;
    explicit SearchQuery(const QString &typed);

    [[nodiscard]] const QList<SearchWord> &words() const { return m_words; }
    [[nodiscard]] bool isEmpty() const { return m_words.isEmpty(); }

    // The rule: what the index finds is exactly what this says.
    [[nodiscard]] bool matches(const SearchedTexts &texts) const;

    // Where the words stand in a text as it was typed, in order and without overlap; to show them.
    [[nodiscard]] QList<TextRange> hits(const QString &text) const;

private:
    QList<SearchWord> m_words;
};

} // namespace huiyin
