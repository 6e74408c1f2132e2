// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/KnowledgeArticle.h"
#include "storage/ArticleUse.h"

#include <QList>

namespace huiyin {

class Database;

// Reads and writes the articles of the knowledge base and what they were used for. Never begins a transaction.
class KnowledgeRepository
{
public:
    explicit KnowledgeRepository(Database &database)
        : m_database(database)
    {
    }

    ArticleId insert(const KnowledgeArticle &article) const;
    // False: somebody has changed it since `article.version`.
    [[nodiscard]] bool update(const KnowledgeArticle &article) const;
    [[nodiscard]] std::optional<KnowledgeArticle> byId(ArticleId id) const;
    [[nodiscard]] QList<KnowledgeArticle> all() const;                          // by id
    [[nodiscard]] std::optional<ArticleId> idOf(const QString &question) const; // as it is written
    [[nodiscard]] bool isEmpty() const;

    // Grows with every change of any article, as none is ever deleted.
    [[nodiscard]] qint64 stamp() const;
    struct Version
    {
        ArticleId id{0};
        qint64 version = 0;
    };
    [[nodiscard]] QList<Version> versions() const;

    // The articles of a ticket, or of the draft of one, are those and no others.
    void setUses(TicketId ticket, const QList<ArticleId> &articles, const QDateTime &at, bool draft) const;
    void addUses(CallId call, const QList<ArticleId> &articles, const QDateTime &at) const;
    [[nodiscard]] QList<ArticleId> usesOf(TicketId ticket) const;
    [[nodiscard]] ArticleUse useOf(ArticleId article) const;

private:
    Database &m_database;
};

} // namespace huiyin
