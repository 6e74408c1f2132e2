// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/CodeTables.h"
#include "domain/KnowledgeArticle.h"
#include "domain/SearchQuery.h"

#include <QList>
#include <QStringList>

#include <array>
#include <optional>

namespace huiyin {

class CaseFile;

// Which articles a list shows; whatever is not set restricts nothing.
struct ArticleFilter
{
    SearchQuery query{};
    std::optional<CategoryId> category{}; // it and those below it
    std::optional<DepartmentId> department{};
    std::optional<ArticleState> state{}; // nullopt: all but the retired ones
};

struct FoundArticle
{
    ArticleId id{0};
    QString question{};
    std::optional<CategoryId> category{};
    std::optional<DepartmentId> department{};
    std::optional<QDate> validTo{};
    ArticleState state = ArticleState::Valid;

    bool operator==(const FoundArticle &) const = default;
};

struct FoundArticles
{
    QList<FoundArticle> articles{};                    // the most fitting first, and of equals the newest
    std::array<qsizetype, articleStateCount> counts{}; // in each state, whatever state is asked for
    qsizetype inFile = 0;                              // there are so many in all
};

// Looks through question, answer, keywords and the names of category and department as a search of tickets would.
// `today` is the office's day.
FoundArticles findArticles(CaseFile &file, const ArticleFilter &filter, const CodeTables &tables, QDate today);

// What is known of a question while it is being written down.
struct QuestionAtHand
{
    QString title{};
    QString content{};
    std::optional<CategoryId> category{};

    bool operator==(const QuestionAtHand &) const = default;
};

struct SuggestedArticle
{
    FoundArticle article{};
    double likeness = 0;       // 0 nothing in common … 1 the same question
    QStringList commonWords{}; // the most telling first
};

// The articles that may answer a question, the most likely first and expired ones last; at most five, none when nothing
// is like it, and never a retired one.
QList<SuggestedArticle> suggestedArticles(CaseFile &file, const QuestionAtHand &question, const CodeTables &tables,
                                          QDate today);

} // namespace huiyin
