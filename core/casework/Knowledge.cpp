// SPDX-License-Identifier: GPL-3.0-or-later
// The commands of the knowledge base.
#include "casework/CaseBook.h"
#include "casework/FieldChecks.h"
#include "casework/Recorder.h"
#include "domain/Text.h"
#include "storage/CaseFile.h"
#include "storage/KnowledgeRepository.h"
#include "storage/Transaction.h"

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CaseBook)
};

KnowledgeArticle cleaned(const KnowledgeArticle &article)
{
    KnowledgeArticle clean = article;
    clean.question = forceClean(article.question).simplified();
    clean.answer = forceClean(article.answer).trimmed();
    clean.keywords = forceClean(article.keywords).simplified();
    clean.ground = forceClean(article.ground).simplified();
    return clean;
}

QJsonObject changesOf(const KnowledgeArticle &before, const KnowledgeArticle &after, const CodeTables &tables)
{
    const auto day = [](const std::optional<QDate> &date) -> QString {
        return date ? date->toString(Qt::ISODate) : QString();
    };
    QJsonObject details;
    noteChange(details, u"question"_s, before.question, after.question);
    noteChange(details, u"answer"_s, before.answer, after.answer);
    noteChange(details, u"keywords"_s, before.keywords, after.keywords);
    noteChange(details, u"ground"_s, before.ground, after.ground);
    noteChange(details, u"category"_s, pathOf(tables.categories, before.category),
               pathOf(tables.categories, after.category));
    noteChange(details, u"department"_s, nameOf(tables.departments, before.department),
               nameOf(tables.departments, after.department));
    noteChange(details, u"valid_to"_s, day(before.validTo), day(after.validTo));
    return details;
}

Refusal changedMeanwhile()
{
    return {.reason = Text::tr("Somebody has changed this article since you opened it. Nothing was saved: copy what "
                               "you have written, open the article again and put it in."),
            .kind = Refusal::Kind::Outdated};
}

Refusal notThere()
{
    return {Text::tr("The article is not in the knowledge base of this case file.")};
}

} // namespace

Outcome<SavedArticles> CaseBook::saveArticle(const KnowledgeArticle &article)
{
    return saveArticles({article});
}

Outcome<SavedArticles> CaseBook::saveArticles(const QList<KnowledgeArticle> &articles)
{
    if (auto refusal = checkRight(Command::ManageKnowledge))
        return *refusal;
    Database &database = m_file.database();
    const KnowledgeRepository knowledge(database);
    Transaction transaction(database);
    Recorder recorder(database, m_clock.now(), m_user);
    SavedArticles saved;
    for (const KnowledgeArticle &typed : articles) {
        if (auto refusal = articleFault(typed, tables()))
            return *refusal;
        KnowledgeArticle article = cleaned(typed);
        const std::optional<ArticleId> same = knowledge.idOf(article.question);
        if (same && same != article.id)
            return Refusal{Text::tr("There is an article with this question already. Change that one; if it is "
                                    "retired, restore it."),
                           u"question"_s};
        article.updatedAt = m_clock.now();
        article.updatedBy = m_user;
        if (!article.id) {
            article.retired = false;
            saved.ids.append(knowledge.insert(article));
            recorder.record(u"knowledge_article"_s, saved.ids.last().value(), u"added"_s,
                            changesOf(KnowledgeArticle(), article, tables()));
            saved.changes.knowledge = true;
            continue;
        }
        const auto stored = knowledge.byId(*article.id);
        if (!stored)
            return notThere();
        if (stored->version != article.version)
            return changedMeanwhile();
        saved.ids.append(*article.id);
        article.retired = stored->retired; // retiring has commands of its own
        const QJsonObject details = changesOf(*stored, article, tables());
        if (details.isEmpty())
            continue;
        if (!knowledge.update(article))
            return changedMeanwhile();
        recorder.record(u"knowledge_article"_s, article.id->value(), u"changed"_s, details);
        saved.changes.knowledge = true;
    }
    transaction.commit();
    return saved;
}

// Retiring and restoring differ in a word.
Outcome<Changes> CaseBook::setRetired(ArticleId id, bool retired)
{
    if (auto refusal = checkRight(Command::ManageKnowledge))
        return *refusal;
    Database &database = m_file.database();
    const KnowledgeRepository knowledge(database);
    Transaction transaction(database);
    auto article = knowledge.byId(id);
    if (!article)
        return notThere();
    if (article->retired == retired)
        return Refusal{retired ? tr("The article is retired already.") : tr("The article is not retired.")};
    article->retired = retired;
    article->updatedAt = m_clock.now();
    article->updatedBy = m_user;
    if (!knowledge.update(*article))
        return changedMeanwhile();
    Recorder(database, m_clock.now(), m_user)
        .record(u"knowledge_article"_s, id.value(), retired ? u"retired"_s : u"restored"_s,
                {{u"retired"_s, QJsonObject{{u"from"_s, !retired}, {u"to"_s, retired}}}});
    transaction.commit();
    return Changes{.knowledge = true};
}

Outcome<Changes> CaseBook::retireArticle(ArticleId article)
{
    return setRetired(article, true);
}

Outcome<Changes> CaseBook::restoreArticle(ArticleId article)
{
    return setRetired(article, false);
}

} // namespace huiyin
