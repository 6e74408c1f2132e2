// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/KnowledgeShelf.h"

#include "domain/AskingWords.h"
#include "domain/SearchText.h"
#include "storage/KnowledgeRepository.h"

#include <QRegularExpression>

#include <cmath>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr qsizetype answerCompared = 200; // characters

ShelvedArticle shelved(const KnowledgeArticle &article)
{
    ShelvedArticle entry{.id = *article.id,
                         .version = article.version,
                         .question = article.question,
                         .category = article.category,
                         .department = article.department,
                         .validTo = article.validTo,
                         .updatedAt = article.updatedAt.toMSecsSinceEpoch(),
                         .retired = article.retired,
                         .foldedQuestion = foldForSearch(article.question),
                         .foldedKeywords = foldForSearch(article.keywords),
                         .foldedAnswer = foldForSearch(article.answer)};
    const QString question = withoutAskingWords(entry.foldedQuestion);
    entry.theme = PairSet(question);
    static const QRegularExpression separators(u"[;,、\\s]+"_s); // folded: ； and ， are plain ones
    const QStringList keywords =
        foldForSearch(QString(article.keywords).replace(separators, u";"_s)).split(u';', Qt::SkipEmptyParts);
    for (const QString &keyword : keywords)
        entry.keywords.emplace_back(withoutAskingWords(keyword));
    std::erase_if(entry.keywords, [](const PairSet &pairs) { return pairs.pairs().empty(); });
    entry.asked = PairSet(QString(question + u'\n' + withoutAskingWords(entry.foldedKeywords)));
    // The beginning of an answer says what it is about; all pairs of all answers would fill the memory.
    entry.answered = PairSet(withoutAskingWords(entry.foldedAnswer.left(answerCompared))).without(entry.asked);
    return entry;
}

} // namespace

std::optional<double> KnowledgeShelf::weightOf(CharacterPair pair) const
{
    const int holders = m_holders.value(pair);
    return holders > 0 ? std::optional(largestWeight() - std::log(holders)) : std::nullopt;
}

double KnowledgeShelf::largestWeight() const
{
    return std::log(static_cast<double>(m_articles.size()) + 1);
}

void KnowledgeShelf::count(const ShelvedArticle &article, int times)
{
    for (const CharacterPair pair : article.asked.pairs())
        m_holders[pair] += times;
    for (const CharacterPair pair : article.answered.pairs())
        m_holders[pair] += times;
}

void KnowledgeShelf::put(const KnowledgeArticle &article)
{
    const auto place = m_places.constFind(*article.id);
    if (place == m_places.cend()) {
        m_places.insert(*article.id, m_articles.size());
        m_articles.push_back(shelved(article));
        count(m_articles.back(), 1);
        return;
    }
    count(m_articles[*place], -1);
    m_articles[*place] = shelved(article);
    count(m_articles[*place], 1);
}

const std::vector<ShelvedArticle> &KnowledgeShelf::upToDate(Database &database)
{
    const KnowledgeRepository repository(database);
    const qint64 stamp = repository.stamp();
    if (stamp == m_stamp)
        return m_articles;
    if (m_articles.empty()) {
        const QList<KnowledgeArticle> all = repository.all();
        m_articles.reserve(static_cast<size_t>(all.size()));
        for (const KnowledgeArticle &article : all)
            put(article);
    } else {
        const QList<KnowledgeRepository::Version> versions = repository.versions();
        for (const auto &[id, version] : versions) {
            const auto place = m_places.constFind(id);
            if (place != m_places.cend() && m_articles[*place].version == version)
                continue;
            if (const auto article = repository.byId(id))
                put(*article);
        }
    }
    m_stamp = stamp;
    for (ShelvedArticle &article : m_articles) {
        article.themeWeight = 0;
        for (const CharacterPair pair : article.theme.pairs())
            article.themeWeight += std::pow(weightOf(pair).value_or(0), 2);
    }
    return m_articles;
}

} // namespace huiyin
