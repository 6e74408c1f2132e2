// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/SearchQuery.h"

#include <QList>
#include <QString>
#include <QStringView>

#include <optional>
#include <vector>

namespace huiyin {

// What lists are filtered by, besides words. The values are part of the index: new ones go to the end.
enum class SearchAttribute { Channel, RequestType, Category, Topic, Area, State, Open, Mark, Department };

// The terms under which a ticket stands in the search index: pairs of neighbouring characters of its texts, the last
// character of each run alone (so that every character begins some term), and fours of neighbouring digits, which are
// all that telephone and ticket numbers are found by. Words are not told apart: Chinese has no spaces, and a pair is
// the shortest word that people look for. And a term for each of its attributes, so that a rare one is found as fast as
// a rare word.
class SearchGrams
{
public:
    void addText(QStringView folded);
    void addNumber(QStringView folded);
    void addAttribute(SearchAttribute attribute, qint64 value); // none for 0
    // Sorts, and keeps each term once. To be called before what follows.
    void finish();

    [[nodiscard]] const std::vector<quint64> &terms() const { return m_terms; }
    [[nodiscard]] static QString toText(const std::vector<quint64> &terms); // parted by spaces, for FTS5
    [[nodiscard]] static quint64 fromText(QStringView term);

    [[nodiscard]] bool isEmpty() const { return m_terms.empty(); }

private:
    std::vector<quint64> m_terms;
};

// A question to the index. What it finds is all that matches, and perhaps more.
struct SearchTerms
{
    QString match{};          // an FTS5 expression
    bool exact = false;       // as for the words, nothing but what matches
    bool broad = false;       // nothing but a single character: may stand for hundreds of terms
    bool sharesTerms = false; // an attribute's value may be another's; told by whoever knows the tables
};
// Values from here on share the terms of smaller ones.
constexpr qint64 sharedAttributeValues = 0xFF00;
// One of several values of an attribute.
struct WantedAttribute
{
    SearchAttribute attribute;
    QList<qint64> values;
};
// nullopt: the index can't help, as with punctuation alone or words to be left out.
std::optional<SearchTerms> searchTerms(const SearchQuery &query, const QList<WantedAttribute> &attributes = {});

} // namespace huiyin
