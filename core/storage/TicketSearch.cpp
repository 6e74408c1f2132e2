// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/TicketSearch.h"

#include "storage/SearchedTicket.h"
#include "storage/StorageError.h"
#include "storage/Transaction.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Storage)
};

// What it costs to read and fold one ticket's texts (some 10 µs) sets these.
constexpr qint64 narrow = 2'000;    // tickets of a filter that are read without asking the index
constexpr qint64 lookFirst = 2'000; // newest tickets that are tried for a single character
constexpr qint64 rare = 20'000;     // tickets that the index finds: read and sorted at once
constexpr qint64 atOnce = 256;      // tickets whose texts are read together
constexpr qint64 month = qint64{31} * 86'400'000;

void append(TicketIds &ids, qint64 id)
{
    if (id < 0 || id > TicketIds::largest)
        throw StorageError(StorageError::Kind::Damaged, Text::tr("A ticket of the case file has an impossible number."),
                           u"ticket %1"_s.arg(id));
    ids.append(TicketId(id));
}

void keepNewest(std::vector<TicketSearch::Hit> &hits, qint64 limit)
{
    std::ranges::sort(hits, std::ranges::greater());
    if (std::ssize(hits) > limit)
        hits.resize(static_cast<size_t>(limit));
}

} // namespace

TicketSearch::TicketSearch(Database &database, const TicketFilter &filter, const SearchQuery &query,
                           const Progress &progress)
    : m_database(database)
    , m_filter(filter)
    , m_query(query)
    , m_progress(progress)
    , m_conditions(conditionsOf(filter))
{
}

TicketIds TicketSearch::ids(TicketOrder order, std::optional<qint64> limit)
{
    constexpr qint64 all = std::numeric_limits<qint64>::max();
    if (!isNarrowing(m_filter)) {
        return order.by == TicketOrder::By::Received && !limit ? everything(order.order)
                                                               : idsInOrder(order, m_conditions, limit.value_or(all));
    }
    const bool byTime = order.by == TicketOrder::By::Received;
    const qint64 most = m_query.isEmpty() ? all : std::max(limit.value_or(0), mostHits);
    std::vector<Hit> hits = newest(byTime && order.order == Qt::DescendingOrder ? limit.value_or(most) : most);
    if (!byTime) {
        // To look up very many one by one takes longer than to go through all in order.
        if (m_query.isEmpty() && std::ssize(hits) > mostSorted)
            return idsInOrder(order, m_conditions, limit.value_or(all));
        QList<TicketId> found;
        for (const Hit &hit : hits)
            found.append(TicketId(hit.id));
        return idsInOrder(order, conditionsOf({.among = found, .drafts = true}), limit.value_or(all));
    }
    if (order.order == Qt::AscendingOrder)
        std::ranges::reverse(hits);
    if (limit && std::ssize(hits) > *limit)
        hits.resize(static_cast<size_t>(*limit));
    TicketIds ids;
    for (const Hit &hit : hits)
        append(ids, hit.id);
    return ids;
}

// What a list leaves out that doesn't ask for drafts; both by an index.
QSet<qint64> TicketSearch::hiddenTickets()
{
    QSet<qint64> hidden;
    if (!m_filter.drafts && m_filter.state != TicketState::Draft) {
        m_database.each(u"SELECT id FROM ticket WHERE number IS NULL UNION "
                        "SELECT id FROM ticket WHERE closed_at IS NULL AND state = 'draft'"_s,
                        [&hidden](const Row &row) { hidden.insert(row.get<qint64>(0)); });
    }
    return hidden;
}

// A long list from the indexes alone, where they say all that is asked; the newest first. A look at each ticket would
// take ten times as long. nullopt: they don't.
std::optional<std::vector<TicketSearch::Hit>> TicketSearch::withoutLooking(qint64 limit, const SearchTerms &terms,
                                                                           qint64 disorder)
{
    const bool sorted = disorder == 0; // ids follow time exactly
    // To cut the list of hits off, or to tell a few of them from all, needs their times.
    const bool cutOff = !m_query.isEmpty() || limit < std::numeric_limits<qint64>::max();
    if (!terms.exact || terms.sharesTerms || m_filter.among || limit < mostHits || (!sorted && cutOff))
        return std::nullopt;
    const QSet<qint64> hidden = hiddenTickets();
    const SearchIndex::IdRange range = idsOfPeriod();
    std::vector<Hit> hits;
    // The ends of the range lie outside of the period.
    Database::Statement found(m_database,
                              u"SELECT rowid FROM ticket_search WHERE ticket_search MATCH ? AND rowid > ? "
                              "AND rowid < ? ORDER BY rowid DESC"_s,
                              {terms.match, range.first, range.last});
    while (std::ssize(hits) < limit && found.next()) {
        countFound();
        if (const auto id = found.row().get<qint64>(0); !hidden.contains(id))
            hits.push_back({.receivedAt = 0, .id = id});
    }
    if (sorted || hits.empty())
        return hits;

    // Put them in order by going through the index on time, which is quicker than to look them up if they are many.
    constexpr qint64 priceOfLooking = 12; // in rows of that index
    if (std::ssize(hits) * priceOfLooking < hits.front().id)
        return std::nullopt;
    std::vector<bool> wanted(static_cast<size_t>(hits.front().id) + 1);
    for (const Hit &hit : hits)
        wanted[static_cast<size_t>(hit.id)] = true;
    hits.clear();
    Conditions period;
    if (m_filter.receivedFrom)
        period.add(u"t.received_at >= ?"_s, *m_filter.receivedFrom);
    if (m_filter.receivedBefore)
        period.add(u"t.received_at < ?"_s, *m_filter.receivedBefore);
    Database::Statement byTime(m_database, u"SELECT t.id FROM ticket t"_s + period.where() + orderText({}),
                               period.values());
    while (byTime.next()) {
        countFound();
        const auto id = byTime.row().get<qint64>(0);
        if (static_cast<size_t>(id) < wanted.size() && wanted[static_cast<size_t>(id)])
            hits.push_back({.receivedAt = 0, .id = id});
    }
    return hits;
}

// All tickets by time, from the index alone: to look at each of ten million would take three times as long.
TicketIds TicketSearch::everything(Qt::SortOrder order)
{
    const ReadTransaction oneState(m_database);
    const QSet<qint64> hidden = hiddenTickets();
    TicketIds ids;
    Database::Statement all(m_database,
                            order == Qt::DescendingOrder ? u"SELECT id FROM ticket ORDER BY received_at DESC, id DESC"_s
                                                         : u"SELECT id FROM ticket ORDER BY received_at, id"_s,
                            {});
    while (all.next()) {
        countFound();
        if (const auto id = all.row().get<qint64>(0); !hidden.contains(id))
            append(ids, id);
    }
    return ids;
}

TicketIds TicketSearch::idsInOrder(TicketOrder order, const Conditions &conditions, qint64 limit)
{
    QString sql = u"SELECT t.id FROM ticket t"_s;
    if (order.by == TicketOrder::By::Title)
        sql += u" JOIN ticket_text x ON x.ticket = t.id"_s;
    TicketIds ids;
    Database::Statement sorted(m_database, sql + conditions.where() + orderText(order), conditions.values());
    while (ids.size() < limit && sorted.next()) {
        append(ids, sorted.row().get<qint64>(0));
        countFound();
    }
    return ids;
}

std::vector<TicketSearch::Hit> TicketSearch::newest(qint64 limit)
{
    const ReadTransaction oneState(m_database); // the index and what is pending belong together
    const SearchIndex::State state = SearchIndex(m_database).state();
    if (!state.complete || filterIsNarrow())
        return newestByScan(limit);
    auto terms = searchTerms(m_query, wantedAttributes());
    if (!terms)
        return newestByScan(limit);
    terms->sharesTerms = largestCode() >= sharedAttributeValues;
    if (limit < mostHits && terms->broad) {
        bool enough = false;
        auto hits = scan(limit, lookFirst, &enough);
        if (enough)
            return hits;
    }
    const PendingTickets pending = pendingTickets();
    if (state.disorder < month && pending.ids.isEmpty()) {
        if (auto hits = withoutLooking(limit, *terms, state.disorder))
            return *hits;
        return byIndexInOrder(limit, *terms, state.disorder);
    }
    return byIndexUnordered(limit, *terms, pending);
}

// What the index can tell of the filter; the conditions are asked of the tickets all the same.
QList<WantedAttribute> TicketSearch::wantedAttributes()
{
    QList<WantedAttribute> wanted;
    const auto add = [&wanted](SearchAttribute attribute, const auto &id) {
        if (id)
            wanted.append({.attribute = attribute, .values = {id->value()}});
    };
    const auto addTree = [&](SearchAttribute attribute, const QString &table, const auto &id) {
        if (!id)
            return;
        const auto below = m_database.all(
            entriesBelow(table), [](const Row &row) { return row.get<qint64>(0); }, *id);
        wanted.append({.attribute = attribute, .values = below});
    };
    add(SearchAttribute::Channel, m_filter.channel);
    add(SearchAttribute::RequestType, m_filter.requestType);
    addTree(SearchAttribute::Category, u"category"_s, m_filter.category);
    add(SearchAttribute::Topic, m_filter.topic);
    addTree(SearchAttribute::Area, u"area"_s, m_filter.area);
    add(SearchAttribute::Department, m_filter.department);
    if (m_filter.state)
        wanted.append({.attribute = SearchAttribute::State, .values = {static_cast<qint64>(*m_filter.state) + 1}});
    if (m_filter.openOnly)
        wanted.append({.attribute = SearchAttribute::Open, .values = {1}});
    if (m_filter.marks) {
        WantedAttribute any{.attribute = SearchAttribute::Mark, .values = {}};
        for (qint64 bit = 1; bit <= m_filter.marks.toInt(); bit <<= 1) {
            if ((m_filter.marks.toInt() & bit) != 0)
                any.values.append(bit);
        }
        wanted.append(any);
    }
    return wanted;
}

// Of the tables whose ids are terms of the index.
qint64 TicketSearch::largestCode()
{
    return m_database
        .value<qint64>(
            u"SELECT max(ifnull((SELECT max(id) FROM channel), 0), ifnull((SELECT max(id) FROM request_type), 0), "
            "ifnull((SELECT max(id) FROM category), 0), ifnull((SELECT max(id) FROM topic), 0), "
            "ifnull((SELECT max(id) FROM area), 0), ifnull((SELECT max(id) FROM department), 0))"_s)
        .value_or(0);
}

std::vector<TicketSearch::Hit> TicketSearch::newestByScan(qint64 limit)
{
    return scan(limit, std::numeric_limits<qint64>::max(), nullptr);
}

void TicketSearch::countFound()
{
    constexpr qint64 askAfter = 4096;
    if (++m_found % askAfter == 0)
        stopIfCancelled(m_progress);
}

// Those of some tickets whose texts match, in their order. They are read together: each question has its price.
std::vector<TicketSearch::Hit> TicketSearch::matching(const std::vector<Hit> &candidates)
{
    stopIfCancelled(m_progress);
    if (m_query.isEmpty() || candidates.empty())
        return candidates;
    QList<TicketId> ids;
    for (const Hit &candidate : candidates)
        ids.append(TicketId(candidate.id));
    QSet<qint64> found = surelyMatching(m_database, m_query, ids);
    ids.removeIf([&found](TicketId id) { return found.contains(id.value()); });
    eachSearchedTexts(m_database, ids, [&](qint64 id, const SearchedTexts &texts) {
        if (m_query.matches(texts))
            found.insert(id);
    });
    std::vector<Hit> hits;
    std::ranges::copy_if(candidates, std::back_inserter(hits),
                         [&found](const Hit &hit) { return found.contains(hit.id); });
    return hits;
}

// Reads the texts of the filter's tickets, the newest first, `budget` of them at most. `wasEnough`: the limit was
// reached, or there are no more.
std::vector<TicketSearch::Hit> TicketSearch::scan(qint64 limit, qint64 budget, bool *wasEnough)
{
    std::vector<Hit> hits;
    Database::Statement tickets(m_database,
                                u"SELECT t.id, t.received_at FROM ticket t"_s + m_conditions.where() + orderText({}),
                                m_conditions.values());
    std::vector<Hit> candidates;
    bool atEnd = false;
    qint64 left = budget;
    while (!atEnd && left > 0 && std::ssize(hits) < limit) {
        candidates.clear();
        while (left > 0 && std::ssize(candidates) < atOnce) {
            const auto hit = next(tickets);
            if (!hit) {
                atEnd = true;
                break;
            }
            candidates.push_back(*hit);
            --left;
        }
        std::ranges::copy(matching(candidates), std::back_inserter(hits));
    }
    if (wasEnough)
        *wasEnough = atEnd || std::ssize(hits) >= limit;
    if (std::ssize(hits) > limit)
        hits.resize(static_cast<size_t>(limit));
    return hits;
}

// Whether one of the filter's conditions that has an index leaves so few tickets that reading them is quicker.
bool TicketSearch::filterIsNarrow()
{
    const auto isFew = [this](const QString &from, const QVariantList &values) {
        Database::Statement counted(
            m_database, u"SELECT count(*) FROM (SELECT 1 FROM "_s + from + u" LIMIT %1)"_s.arg(narrow + 1), values);
        return counted.next() && counted.row().get<qint64>(0) <= narrow;
    };
    if (m_filter.among && m_filter.among->size() <= narrow)
        return true;
    if (m_filter.receivedFrom || m_filter.receivedBefore) {
        const qint64 from = m_filter.receivedFrom ? m_filter.receivedFrom->toMSecsSinceEpoch() : 0;
        const qint64 before =
            m_filter.receivedBefore ? m_filter.receivedBefore->toMSecsSinceEpoch() : std::numeric_limits<qint64>::max();
        if (isFew(u"ticket WHERE received_at >= ? AND received_at < ?"_s, {from, before}))
            return true;
    }
    return false;
}

SearchIndex::IdRange TicketSearch::idsOfPeriod()
{
    return SearchIndex(m_database)
        .idsReceived(m_filter.receivedFrom ? m_filter.receivedFrom->toMSecsSinceEpoch()
                                           : std::numeric_limits<qint64>::min(),
                     m_filter.receivedBefore ? m_filter.receivedBefore->toMSecsSinceEpoch()
                                             : std::numeric_limits<qint64>::max());
}

// Hits among the tickets that have changed since the index was brought up to date; none, unless another program has
// been here.
TicketSearch::PendingTickets TicketSearch::pendingTickets()
{
    PendingTickets pending;
    m_database.each(u"SELECT DISTINCT ticket FROM search_pending"_s,
                    [&pending](const Row &row) { pending.ids.insert(row.get<qint64>(0)); });
    for (const qint64 id : std::as_const(pending.ids)) {
        if (m_filter.among && !m_filter.among->contains(TicketId(id)))
            continue;
        TicketFilter only = m_filter;
        only.among = QList<TicketId>{TicketId(id)};
        const Conditions those = conditionsOf(only);
        Database::Statement one(m_database, u"SELECT t.received_at FROM ticket t"_s + those.where(), those.values());
        if (one.next())
            pending.hits.push_back({.receivedAt = one.row().get<qint64>(0), .id = id});
    }
    pending.hits = matching(pending.hits);
    return pending;
}

// What the index finds for the words and the filter, the largest id first.
std::unique_ptr<Database::Statement> TicketSearch::askIndex(const QString &match, SearchIndex::IdRange range)
{
    Conditions conditions;
    conditions.add(u"s.ticket_search MATCH ?"_s, match);
    conditions.add(u"s.rowid >= ?"_s, range.first);
    conditions.add(u"s.rowid <= ?"_s, range.last);
    QString where = conditions.where();
    if (!m_conditions.isEmpty())
        where += u" AND "_s + m_conditions.where().mid(QStringView(u" WHERE ").size());
    return std::make_unique<Database::Statement>(
        m_database,
        u"SELECT t.id, t.received_at FROM ticket_search s CROSS JOIN ticket t ON t.id = s.rowid"_s + where
            + u" ORDER BY s.rowid DESC"_s,
        conditions.values() + m_conditions.values());
}

std::optional<TicketSearch::Hit> TicketSearch::next(Database::Statement &found)
{
    countFound();
    if (!found.next())
        return std::nullopt;
    const Row row = found.row();
    return Hit{.receivedAt = row.get<qint64>(1), .id = row.get<qint64>(0)};
}

// Ids follow time but for `disorder`: what is still to come was received no later than so much after what was found.
std::vector<TicketSearch::Hit> TicketSearch::byIndexInOrder(qint64 limit, const SearchTerms &terms, qint64 disorder)
{
    std::vector<Hit> hits;
    std::vector<Hit> candidates;
    const auto found = askIndex(terms.match, idsOfPeriod());
    std::optional<qint64> oldest; // of the newest `limit`
    bool more = true;
    while (more) {
        // As many as are still wanted: most of what the index finds matches.
        const qint64 wanted = terms.exact ? atOnce : std::clamp<qint64>(limit - std::ssize(hits), 32, atOnce);
        candidates.clear();
        while (more && std::ssize(candidates) < wanted) {
            const auto hit = next(*found);
            more = hit && !(oldest && hit->receivedAt + disorder < *oldest);
            if (more && !(oldest && hit->receivedAt < *oldest))
                candidates.push_back(*hit);
            if (terms.exact && std::ssize(hits) + std::ssize(candidates) >= limit)
                break;
        }
        std::ranges::copy(terms.exact ? candidates : matching(candidates), std::back_inserter(hits));
        if (std::ssize(hits) / (oldest ? 2 : 1) >= limit) {
            keepNewest(hits, limit);
            oldest = hits.back().receivedAt;
        }
    }
    keepNewest(hits, limit);
    return hits;
}

// Old tickets came in after new ones, as from an import of former years, or another program has changed the file: all
// that is found has to be sorted.
std::vector<TicketSearch::Hit> TicketSearch::byIndexUnordered(qint64 limit, const SearchTerms &terms,
                                                              const PendingTickets &pending)
{
    std::vector<Hit> all;
    const auto found = askIndex(terms.match, {});
    while (const auto hit = next(*found)) {
        if (!pending.ids.contains(hit->id))
            all.push_back(*hit);
        if (std::ssize(all) == rare && limit < mostHits) {
            // A common word: it stands in some of the newest tickets.
            bool enough = false;
            auto hits = scan(limit, rare, &enough);
            if (enough)
                return hits;
        }
    }
    std::ranges::sort(all, std::ranges::greater());
    std::vector<Hit> hits = pending.hits;
    auto from = all.cbegin();
    while (from != all.cend() && std::ssize(hits) - std::ssize(pending.hits) < limit) {
        const auto end = from + std::min<std::ptrdiff_t>(atOnce, all.cend() - from);
        const std::vector<Hit> candidates(from, end);
        std::ranges::copy(terms.exact ? candidates : matching(candidates), std::back_inserter(hits));
        from = end;
    }
    keepNewest(hits, limit);
    return hits;
}

} // namespace huiyin
