// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/IdList.h"
#include "domain/Progress.h"
#include "domain/SearchQuery.h"
#include "storage/Database.h"
#include "storage/SearchGrams.h"
#include "storage/SearchIndex.h"
#include "storage/TicketConditions.h"

#include <QList>
#include <QSet>

#include <limits>
#include <memory>
#include <optional>
#include <vector>

namespace huiyin {

// Finds the tickets of a filter, with or without words. Every way that it goes gives the same tickets, those of the
// conditions that SearchQuery::matches; it goes the one that reads least: the index, the few tickets of the filter, or
// the newest tickets one after another.
class TicketSearch
{
public:
    TicketSearch(Database &database, const TicketFilter &filter, const SearchQuery &query, const Progress &progress);

    // In the order asked, at most `limit`. Of words, the newest mostHits at most, unless `limit` is larger.
    [[nodiscard]] TicketIds ids(TicketOrder order, std::optional<qint64> limit);

    struct Hit
    {
        qint64 receivedAt = 0;
        qint64 id = 0;

        auto operator<=>(const Hit &) const = default; // NOLINT(modernize-use-nullptr): a mistake of clang-tidy 14
    };
    // The newest first. By the index where it helps, or by a plain scan over the texts.
    [[nodiscard]] std::vector<Hit> newest(qint64 limit);
    [[nodiscard]] std::vector<Hit> newestByScan(qint64 limit);

private:
    [[nodiscard]] std::vector<Hit> scan(qint64 limit, qint64 budget, bool *wasEnough);
    struct PendingTickets
    {
        QSet<qint64> ids;
        std::vector<Hit> hits;
    };

    [[nodiscard]] std::optional<std::vector<Hit>> withoutLooking(qint64 limit, const SearchTerms &terms,
                                                                 qint64 disorder);
    [[nodiscard]] QSet<qint64> hiddenTickets();
    [[nodiscard]] std::vector<Hit> byIndexInOrder(qint64 limit, const SearchTerms &terms, qint64 disorder);
    [[nodiscard]] std::vector<Hit> byIndexUnordered(qint64 limit, const SearchTerms &terms,
                                                    const PendingTickets &pending);
    [[nodiscard]] PendingTickets pendingTickets();
    [[nodiscard]] std::unique_ptr<Database::Statement> askIndex(const QString &match, SearchIndex::IdRange range);
    [[nodiscard]] std::optional<Hit> next(Database::Statement &found);
    [[nodiscard]] bool filterIsNarrow();
    [[nodiscard]] QList<WantedAttribute> wantedAttributes();
    [[nodiscard]] qint64 largestCode();
    [[nodiscard]] TicketIds everything(Qt::SortOrder order);
    [[nodiscard]] TicketIds idsInOrder(TicketOrder order, const Conditions &conditions, qint64 limit);
    [[nodiscard]] SearchIndex::IdRange idsOfPeriod();
    [[nodiscard]] std::vector<Hit> matching(const std::vector<Hit> &candidates);
    void countFound();

    Database &m_database;
    const TicketFilter &m_filter;
    const SearchQuery &m_query;
    const Progress &m_progress;
    Conditions m_conditions;
    qint64 m_found = 0; // rows read so far
};

} // namespace huiyin
