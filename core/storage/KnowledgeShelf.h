// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/KnowledgeArticle.h"
#include "domain/Likeness.h"

#include <QHash>

#include <optional>
#include <vector>

namespace huiyin {

class Database;

// An article as search and suggestions compare it.
struct ShelvedArticle
{
    ArticleId id{0};
    qint64 version = 0;
    QString question{}; // as it was written
    std::optional<CategoryId> category{};
    std::optional<DepartmentId> department{};
    std::optional<QDate> validTo{};
    qint64 updatedAt = 0; // UTC ms
    bool retired = false;
    // Folded for search.
    QString foldedQuestion{};
    QString foldedKeywords{};
    QString foldedAnswer{};
    // Pairs of characters, without the words with which anything is asked.
    PairSet theme{};                 // of the question
    std::vector<PairSet> keywords{}; // of each keyword; one that a question has only a part of says nothing
    PairSet asked{};                 // of the question and the keywords
    PairSet answered{};              // of the beginning of the answer, less those of `asked`
    double themeWeight = 0;          // the squared weights of the question's pairs, together
};

// The articles of a case file, folded and ready to be compared, kept as long as the file is open in this thread. An
// office has thousands of them at most, of a page each: folding them at each question would take most of a second,
// looking through folded ones takes milliseconds, and an index in the file would be one more thing to keep right. What
// changed since the last question is read again, told by the versions.
class KnowledgeShelf
{
public:
    const std::vector<ShelvedArticle> &upToDate(Database &database);
    // How much a pair tells among them, as of the last question: nothing when all have it; nullopt when none has.
    [[nodiscard]] std::optional<double> weightOf(CharacterPair pair) const;
    [[nodiscard]] double largestWeight() const; // of a pair that one of them has, nearly

private:
    void put(const KnowledgeArticle &article);
    void count(const ShelvedArticle &article, int times);

    qint64 m_stamp = 0;
    std::vector<ShelvedArticle> m_articles;
    QHash<ArticleId, size_t> m_places;   // in m_articles
    QHash<CharacterPair, int> m_holders; // how many articles have a pair
};

} // namespace huiyin
