// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/KnowledgeRepository.h"

#include "storage/Database.h"

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

const auto columns = u"id, question, answer, keywords, ground, category, department, valid_to, updated_at, updated_by, "
                     "retired, version"_s;

KnowledgeArticle toArticle(const Row &row)
{
    return {.id = row.get<ArticleId>(0),
            .question = row.get<QString>(1),
            .answer = row.get<QString>(2),
            .keywords = row.get<QString>(3),
            .ground = row.get<QString>(4),
            .category = row.get<std::optional<CategoryId>>(5),
            .department = row.get<std::optional<DepartmentId>>(6),
            .validTo = row.get<std::optional<QDate>>(7),
            .updatedAt = row.get<QDateTime>(8),
            .updatedBy = row.get<QString>(9),
            .retired = row.get<bool>(10),
            .version = row.get<qint64>(11)};
}

} // namespace

ArticleId KnowledgeRepository::insert(const KnowledgeArticle &article) const
{
    return ArticleId(m_database.insert(
        u"INSERT INTO knowledge_article(question, answer, keywords, ground, category, department, valid_to, "
        "updated_at, updated_by, retired) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        article.question, article.answer, article.keywords, article.ground, article.category, article.department,
        article.validTo, article.updatedAt, article.updatedBy, article.retired));
}

bool KnowledgeRepository::update(const KnowledgeArticle &article) const
{
    return m_database.exec(u"UPDATE knowledge_article SET question = ?, answer = ?, keywords = ?, ground = ?, "
                           "category = ?, department = ?, valid_to = ?, updated_at = ?, updated_by = ?, retired = ?, "
                           "version = version + 1 WHERE id = ? AND version = ?"_s,
                           article.question, article.answer, article.keywords, article.ground, article.category,
                           article.department, article.validTo, article.updatedAt, article.updatedBy, article.retired,
                           article.id, article.version)
           == 1;
}

std::optional<KnowledgeArticle> KnowledgeRepository::byId(ArticleId id) const
{
    return m_database.first(u"SELECT "_s + columns + u" FROM knowledge_article WHERE id = ?", toArticle, id);
}

QList<KnowledgeArticle> KnowledgeRepository::all() const
{
    return m_database.all(u"SELECT "_s + columns + u" FROM knowledge_article ORDER BY id", toArticle);
}

std::optional<ArticleId> KnowledgeRepository::idOf(const QString &question) const
{
    return m_database.value<ArticleId>(u"SELECT id FROM knowledge_article WHERE question = ? ORDER BY id LIMIT 1"_s,
                                       question);
}

bool KnowledgeRepository::isEmpty() const
{
    return !m_database.value<qint64>(u"SELECT id FROM knowledge_article LIMIT 1"_s);
}

qint64 KnowledgeRepository::stamp() const
{
    return m_database.value<qint64>(u"SELECT sum(version) FROM knowledge_article"_s).value_or(0);
}

QList<KnowledgeRepository::Version> KnowledgeRepository::versions() const
{
    return m_database.all(u"SELECT id, version FROM knowledge_article"_s, [](const Row &row) {
        return Version{.id = row.get<ArticleId>(0), .version = row.get<qint64>(1)};
    });
}

void KnowledgeRepository::setUses(TicketId ticket, const QList<ArticleId> &articles, const QDateTime &at,
                                  bool draft) const
{
    m_database.exec(u"DELETE FROM knowledge_use WHERE ticket = ? AND article NOT IN (SELECT value FROM json_each(?))"_s,
                    ticket, jsonList(articles));
    for (const ArticleId article : articles) {
        m_database.exec(u"INSERT INTO knowledge_use(article, ticket, at, draft) VALUES(?, ?, ?, ?) "
                        "ON CONFLICT(ticket, article) WHERE ticket IS NOT NULL "
                        "DO UPDATE SET at = excluded.at, draft = excluded.draft"_s,
                        article, ticket, at, draft);
    }
}

void KnowledgeRepository::addUses(CallId call, const QList<ArticleId> &articles, const QDateTime &at) const
{
    for (const ArticleId article : articles)
        m_database.exec(u"INSERT INTO knowledge_use(article, call, at) VALUES(?, ?, ?)"_s, article, call, at);
}

QList<ArticleId> KnowledgeRepository::usesOf(TicketId ticket) const
{
    return m_database.all(
        u"SELECT article FROM knowledge_use WHERE ticket = ? ORDER BY id"_s,
        [](const Row &row) { return row.get<ArticleId>(0); }, ticket);
}

ArticleUse KnowledgeRepository::useOf(ArticleId article) const
{
    return m_database
        .first(
            u"SELECT count(*), max(at) FROM knowledge_use WHERE article = ? AND draft = 0"_s,
            [](const Row &row) {
                return ArticleUse{.times = row.get<qint64>(0), .last = row.get<std::optional<QDateTime>>(1)};
            },
            article)
        .value_or(ArticleUse{});
}

} // namespace huiyin
