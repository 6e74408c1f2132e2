// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/KnowledgeSearch.h"

#include "domain/AskingWords.h"
#include "domain/CodeTree.h"
#include "domain/Likeness.h"
#include "domain/SearchText.h"
#include "storage/CaseFile.h"
#include "storage/KnowledgeShelf.h"

#include <algorithm>
#include <cmath>

namespace huiyin {

namespace {

constexpr QChar between(0x1F); // no word of a query holds it

FoundArticle foundOf(const ShelvedArticle &article, QDate today)
{
    return {.id = article.id,
            .question = article.question,
            .category = article.category,
            .department = article.department,
            .validTo = article.validTo,
            .state = articleState(article.retired, article.validTo, today)};
}

// ---- Search

// The names of the categories with those above them, folded, by id.
QHash<CategoryId, QString> foldedPaths(const CodeTables &tables)
{
    QHash<CategoryId, QString> paths;
    for (const Category &category : tables.categories)
        paths.insert(*category.id, foldForSearch(pathOf(tables.categories, category.id)));
    return paths;
}

QHash<DepartmentId, QString> foldedDepartments(const CodeTables &tables)
{
    QHash<DepartmentId, QString> names;
    for (const Department &department : tables.departments) {
        const QStringList all = QStringList{department.name, department.shortName} + department.aliases;
        names.insert(*department.id, foldForSearch(all.join(between)));
    }
    return names;
}

// How well an article fits: a word in the question says most.
int relevance(const SearchQuery &query, const ShelvedArticle &article, const QString &names)
{
    int sum = 0;
    for (const SearchWord &word : query.words()) {
        if (word.excluded)
            continue;
        if (article.foldedQuestion.contains(word.text))
            sum += article.foldedQuestion.startsWith(word.text) ? 9 : 8;
        if (article.foldedKeywords.contains(word.text))
            sum += 5;
        if (names.contains(word.text))
            sum += 2;
        if (article.foldedAnswer.contains(word.text))
            sum += 1;
    }
    return sum;
}

// ---- Suggestions

constexpr qsizetype shown = 5;
constexpr size_t pairsAsked = 96;   // of a long text its beginning: that tells the matter
constexpr double mostOfWord = 0.6;  // of the pairs of a keyword
constexpr double inTheAnswer = 0.3; // of what a pair counts in the question
constexpr double unknown = 0.6;     // of what the rarest pair counts: many are names of places and people
constexpr double ownCategory = 0.06;
constexpr double enough = 0.25;
constexpr double worthMore = (enough - ownCategory) * (enough - ownCategory); // less of the question is never enough

// What of a text is compared, with how much each of its pairs tells among the articles.
class Asked
{
public:
    Asked(const QString &folded, const KnowledgeShelf &shelf)
        : m_text(withoutAskingWords(folded))
        , m_rarest(shelf.largestWeight())
    {
        const std::vector<PlacedPair> placed = pairsOf(m_text);
        if (placed.size() > pairsAsked)
            m_text.truncate(placed[pairsAsked].at);
        const PairSet own(m_text);
        for (const CharacterPair pair : own.pairs()) {
            const auto weight = shelf.weightOf(pair);
            m_norm += std::pow(weight.value_or(unknown * m_rarest), 2);
            if (weight)
                m_pairs.emplace_back(pair, *weight * *weight);
        }
    }

    [[nodiscard]] const QString &text() const { return m_text; }

    // How like the question of an article it is: what they share, of all that either says.
    [[nodiscard]] double likenessTo(const ShelvedArticle &article) const
    {
        double shared = sharedWith(article.theme);
        for (const PairSet &keyword : article.keywords)
            shared += wholeWord(keyword, article.theme);
        const double ofTheirs = std::min(1.0, shared / std::max(article.themeWeight, m_rarest * m_rarest));
        if (ofTheirs < worthMore)
            return 0; // whatever the answer holds
        const double answered = inTheAnswer * sharedWith(article.answered);
        const double ofOurs = std::min(1.0, (shared + answered) / m_norm);
        return std::sqrt(ofTheirs * ofOurs);
    }

private:
    // A keyword counts when most of it is there: 生活 is not yet 最低生活保障.
    [[nodiscard]] double wholeWord(const PairSet &keyword, const PairSet &theme) const
    {
        double shared = 0;
        size_t found = 0;
        for (const CharacterPair pair : keyword.pairs()) {
            const double weight = squaredWeight(pair);
            found += weight > 0 ? 1 : 0;
            if (!theme.contains(pair))
                shared += weight;
        }
        return static_cast<double>(found) >= mostOfWord * static_cast<double>(keyword.pairs().size()) ? shared : 0;
    }

    // 0: the question doesn't have it.
    [[nodiscard]] double squaredWeight(CharacterPair pair) const
    {
        const auto found = std::ranges::lower_bound(m_pairs, pair, {}, &std::pair<CharacterPair, double>::first);
        return found != m_pairs.end() && found->first == pair ? found->second : 0;
    }

    // Of two sets the smaller one is gone through.
    [[nodiscard]] double sharedWith(const PairSet &others) const
    {
        double shared = 0;
        if (others.pairs().size() > m_pairs.size()) {
            for (const auto &[pair, weight] : m_pairs) {
                if (others.contains(pair))
                    shared += weight;
            }
            return shared;
        }
        for (const CharacterPair pair : others.pairs())
            shared += squaredWeight(pair);
        return shared;
    }

    QString m_text;
    double m_rarest;
    double m_norm = 0;
    std::vector<std::pair<CharacterPair, double>> m_pairs; // that some article holds, sorted; squared weights
};

} // namespace

FoundArticles findArticles(CaseFile &file, const ArticleFilter &filter, const CodeTables &tables, QDate today)
{
    const std::vector<ShelvedArticle> &articles = file.knowledgeShelf().upToDate(file.database());
    const auto paths = foldedPaths(tables);
    const auto departments = foldedDepartments(tables);
    const CodeTree categories(tables.categories);
    struct Hit
    {
        const ShelvedArticle *article;
        int relevance;
    };
    std::vector<Hit> hits;
    FoundArticles found{.inFile = std::ssize(articles)};
    SearchedTexts texts;
    for (const ShelvedArticle &article : articles) {
        if (filter.category
            && (!article.category || !categories.isBelow(article.category->value(), filter.category->value())))
            continue;
        if (filter.department && article.department != filter.department)
            continue;
        int fit = 0;
        if (!filter.query.isEmpty()) {
            QString names;
            if (article.category)
                names += paths.value(*article.category);
            if (article.department)
                names += between + departments.value(*article.department);
            texts.texts.resize(0);
            texts.texts += article.foldedQuestion + between + article.foldedKeywords + between + names + between
                           + article.foldedAnswer;
            if (!filter.query.matches(texts))
                continue;
            fit = relevance(filter.query, article, names);
        }
        const ArticleState state = articleState(article.retired, article.validTo, today);
        ++found.counts[static_cast<size_t>(state)];
        if (filter.state ? state == *filter.state : state != ArticleState::Retired)
            hits.push_back({.article = &article, .relevance = fit});
    }
    std::ranges::sort(hits, [](const Hit &a, const Hit &b) {
        return std::tuple(b.relevance, b.article->updatedAt, b.article->id.value())
               < std::tuple(a.relevance, a.article->updatedAt, a.article->id.value());
    });
    found.articles.reserve(std::ssize(hits));
    for (const Hit &hit : hits)
        found.articles.append(foundOf(*hit.article, today));
    return found;
}

QList<SuggestedArticle> suggestedArticles(CaseFile &file, const QuestionAtHand &question, const CodeTables &tables,
                                          QDate today)
{
    const KnowledgeShelf &shelf = file.knowledgeShelf();
    const std::vector<ShelvedArticle> &articles = file.knowledgeShelf().upToDate(file.database());
    if (articles.empty())
        return {};
    const QString title = foldForSearch(question.title);
    const Asked inShort(title, shelf);
    // A story that is told beside the question must not drown it.
    const Asked inFull(QString(title + u'\n' + foldForSearch(question.content)), shelf);
    const CodeTree categories(tables.categories);
    const auto sameBranch = [&](const ShelvedArticle &article) {
        return question.category && article.category
               && (categories.isBelow(article.category->value(), question.category->value())
                   || categories.isBelow(question.category->value(), article.category->value()));
    };
    struct Ranked
    {
        double likeness = 0;
        bool expired = false;
        const ShelvedArticle *article = nullptr;
    };
    std::vector<Ranked> ranked;
    for (const ShelvedArticle &article : articles) {
        if (article.retired)
            continue;
        double likeness = std::max(inShort.likenessTo(article), inFull.likenessTo(article));
        if (likeness > 0 && sameBranch(article))
            likeness = std::min(1.0, likeness + ownCategory);
        if (likeness >= enough) {
            const bool expired = articleState(false, article.validTo, today) == ArticleState::Expired;
            ranked.push_back({.likeness = likeness, .expired = expired, .article = &article});
        }
    }
    std::ranges::stable_sort(ranked, [](const Ranked &a, const Ranked &b) {
        if (a.expired != b.expired)
            return b.expired;
        return a.likeness != b.likeness ? a.likeness > b.likeness : a.article->updatedAt > b.article->updatedAt;
    });
    if (std::ssize(ranked) > shown)
        ranked.resize(shown);
    PairWeights weights;
    const PairSet own(inFull.text());
    for (const CharacterPair pair : own.pairs()) {
        if (const auto weight = shelf.weightOf(pair))
            weights.insert(pair, *weight);
    }
    const Likeness words(inFull.text(), weights);
    QList<SuggestedArticle> suggested;
    for (const Ranked &one : ranked) {
        suggested.append({.article = foundOf(*one.article, today),
                          .likeness = one.likeness,
                          .commonWords = words.with(one.article->asked).words});
    }
    return suggested;
}

} // namespace huiyin
