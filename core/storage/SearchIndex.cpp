// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/SearchIndex.h"

#include "domain/Progress.h"
#include "domain/SearchText.h"
#include "storage/BulkWriting.h"
#include "storage/Database.h"
#include "storage/SearchGrams.h"
#include "storage/SearchedTicket.h"
#include "storage/Transaction.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <tuple>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr int ticketsAtOnce = 2'000;
constexpr qint64 smallFile = 20'000; // tickets; some seconds

std::vector<quint64> less(const std::vector<quint64> &from, const std::vector<quint64> &what)
{
    std::vector<quint64> rest;
    std::ranges::set_difference(from, what, std::back_inserter(rest));
    return rest;
}

// A number for a term of a ticket; their sum tells whether two sets are equal.
quint64 fingerprint(quint64 term, qint64 ticket)
{
    quint64 z = term * 0x9E3779B97F4A7C15ULL + static_cast<quint64>(ticket);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
}

} // namespace

SearchIndex::State SearchIndex::state() const
{
    return m_database
        .first(u"SELECT folding, built_to IS NULL, ifnull(built_to, 0), latest, disorder FROM search_state"_s,
               [](const Row &row) {
                   return State{.complete = row.get<qint64>(0) == foldingVersion && row.get<bool>(1),
                                .builtTo = row.get<qint64>(2),
                                .latest = row.get<qint64>(3),
                                .disorder = row.get<qint64>(4)};
               })
        .value_or(State{});
}

bool SearchIndex::hasPending() const
{
    return m_database.value<bool>(u"SELECT EXISTS(SELECT 1 FROM search_pending)"_s).value_or(false);
}

SearchIndex::IdRange SearchIndex::idsReceived(qint64 from, qint64 before) const
{
    IdRange range;
    const State now = state();
    if (!now.complete || m_database.value<qint64>(u"SELECT 1 FROM search_pending LIMIT 1"_s))
        return range;
    // Tickets of smaller ids were received at most `disorder` later than any of a larger id.
    constexpr qint64 farPast = -qint64{1} << 60;
    constexpr qint64 farFuture = qint64{1} << 60;
    if (from > farPast) {
        range.first = m_database
                          .value<qint64>(u"SELECT id FROM ticket WHERE received_at < ? "
                                         "ORDER BY received_at DESC, id DESC LIMIT 1"_s,
                                         from - now.disorder)
                          .value_or(0);
    }
    if (before < farFuture) {
        range.last = m_database
                         .value<qint64>(u"SELECT id FROM ticket WHERE received_at >= ? "
                                        "ORDER BY received_at, id LIMIT 1"_s,
                                        before + now.disorder)
                         .value_or(range.last);
    }
    return range;
}

void SearchIndex::writeState(const State &state)
{
    m_database.exec(u"UPDATE search_state SET folding = ?, built_to = ?, latest = ?, disorder = ?"_s,
                    qint64{foldingVersion}, state.complete ? std::nullopt : std::optional(state.builtTo), state.latest,
                    state.disorder);
}

void SearchIndex::prepare()
{
    BulkWriting::mend(m_database);
    const auto folding = m_database.value<qint64>(u"SELECT folding FROM search_state"_s);
    if (folding != foldingVersion) {
        Transaction transaction(m_database);
        beginAnew();
        transaction.commit();
    }
    if (state().complete)
        return;
    const qint64 last = m_database.value<qint64>(u"SELECT max(id) FROM ticket"_s).value_or(0);
    if (last <= smallFile) {
        while (!buildSome(ticketsAtOnce)) {
        }
    }
}

void SearchIndex::beginAnew()
{
    m_database.exec(u"INSERT INTO ticket_search(ticket_search) VALUES('delete-all')"_s);
    m_database.exec(u"DELETE FROM search_pending"_s);
    writeState({});
}

void SearchIndex::update()
{
    if (!m_database.value<qint64>(u"SELECT 1 FROM search_pending LIMIT 1"_s))
        return;
    State now = state();
    now.last = now.complete ? lastKnown() : now.builtTo;
    while (true) {
        const auto [batch, more] = pendingFrom(std::numeric_limits<qint64>::min(), ticketsAtOnce);
        if (batch.isEmpty())
            break;
        for (const auto &[ticket, parts] : batch) {
            if (!now.complete && ticket > now.builtTo)
                continue; // it is read when its turn comes
            const bool isNew =
                std::ranges::any_of(parts, [](const PendingPart &part) { return part.part == PendingPart::New; });
            if (isNew)
                add(ticket, now);
            else
                change(ticket, parts, now);
        }
        m_database.exec(u"DELETE FROM search_pending WHERE ticket <= ?"_s, batch.last().first);
        if (!more)
            break;
    }
    writeState(now);
}

// The changes of the next tickets, in order of their ids, and whether there are more.
std::pair<SearchIndex::PendingTickets, bool> SearchIndex::pendingFrom(qint64 first, qsizetype most) const
{
    PendingTickets batch;
    Database::Statement pending(
        m_database, u"SELECT ticket, part, text FROM search_pending WHERE ticket >= ? ORDER BY ticket, part"_s,
        {first});
    while (pending.next()) {
        const Row row = pending.row();
        const auto ticket = row.get<qint64>(0);
        if (batch.isEmpty() || batch.last().first != ticket) {
            if (batch.size() == most)
                return {batch, true};
            batch.append(std::pair(ticket, QList<PendingPart>()));
        }
        batch.last().second.append({.part = row.get<qint64>(1), .text = row.get<QString>(2)});
    }
    return {batch, false};
}

void SearchIndex::add(qint64 ticket, State &state)
{
    const SearchedTicket now = SearchedTicket::stored(m_database, ticket);
    if (!now.exists())
        return;
    m_database.exec(u"INSERT INTO ticket_search(rowid, grams) VALUES(?, ?)"_s, ticket,
                    SearchGrams::toText(now.grams().terms()));
    place(ticket, now.receivedAt(), state);
}

// The largest id of the tickets that the index holds.
qint64 SearchIndex::lastKnown() const
{
    return m_database
        .value<qint64>(u"SELECT id FROM ticket t WHERE NOT EXISTS "
                       "(SELECT 1 FROM search_pending WHERE ticket = t.id AND part = 0) ORDER BY id DESC LIMIT 1"_s)
        .value_or(0);
}

// Keeps the promise of `disorder` for a ticket that is new to the index.
void SearchIndex::place(qint64 ticket, qint64 receivedAt, State &state)
{
    state.disorder = std::max(state.disorder, state.latest - receivedAt);
    state.latest = std::max(state.latest, receivedAt);
    if (ticket < state.last) {
        // An id that was free between others, as another hand may give it.
        const auto earliest = m_database.value<qint64>(u"SELECT min(received_at) FROM ticket"_s);
        state.disorder = std::max(state.disorder, receivedAt - earliest.value_or(receivedAt));
    }
    state.last = std::max(state.last, ticket);
}

void SearchIndex::change(qint64 ticket, const QList<PendingPart> &parts, State &state)
{
    const SearchedTicket now = SearchedTicket::stored(m_database, ticket);
    const SearchedTicket before = now.before(parts);
    if (now.exists() && !before.exists())
        place(ticket, now.receivedAt(), state);
    else if (now.exists() && now.receivedAt() != before.receivedAt())
        move(ticket, before.receivedAt(), now.receivedAt(), state);
    const SearchGrams were = before.grams();
    const SearchGrams are = now.grams();
    const auto gone = less(were.terms(), are.terms());
    const auto come = less(are.terms(), were.terms());
    // A contentless table is told what to forget.
    if (!gone.empty()) {
        m_database.exec(u"INSERT INTO ticket_search(ticket_search, rowid, grams) VALUES('delete', ?, ?)"_s, ticket,
                        SearchGrams::toText(gone));
    }
    // FTS5 counts its rows, one less for each 'delete', and calls itself damaged when there would be fewer than none:
    // what forgets something is told something too, be it nothing.
    if (!come.empty() || !gone.empty())
        m_database.exec(u"INSERT INTO ticket_search(rowid, grams) VALUES(?, ?)"_s, ticket, SearchGrams::toText(come));
}

// Keeps the promise of `disorder` for a ticket whose time of receipt was changed.
void SearchIndex::move(qint64 ticket, qint64 before, qint64 after, State &state)
{
    if (after < before) {
        // Of smaller ids none was received after `latest`, nor more than `disorder` after where it stood.
        state.disorder = std::max(state.disorder, std::min(state.latest - after, state.disorder + before - after));
    } else {
        constexpr qint64 few = 5'000;
        const qint64 last = m_database.value<qint64>(u"SELECT max(id) FROM ticket"_s).value_or(0);
        if (last - ticket <= few) {
            const auto earliest =
                m_database.value<qint64>(u"SELECT min(received_at) FROM ticket WHERE id > ?"_s, ticket);
            state.disorder = std::max(state.disorder, after - earliest.value_or(after));
        } else {
            // Those of larger ids lie at most `disorder` before where it stood.
            state.disorder += after - before;
        }
    }
    state.latest = std::max(state.latest, after);
}

bool SearchIndex::buildSome(int most)
{
    if (state().complete)
        return true;
    Transaction transaction(m_database);
    update();
    State now = state();
    now.last = now.builtTo;
    const auto ids = m_database.all(
        u"SELECT id FROM ticket WHERE id > ? ORDER BY id LIMIT ?"_s, [](const Row &row) { return row.get<qint64>(0); },
        now.builtTo, most);
    for (const qint64 id : ids) {
        add(id, now);
        now.builtTo = id;
    }
    now.complete = ids.size() < most;
    writeState(now);
    transaction.commit();
    return now.complete;
}

int SearchIndex::percentBuilt() const
{
    const State now = state();
    const qint64 last = m_database.value<qint64>(u"SELECT max(id) FROM ticket"_s).value_or(0);
    return now.complete || last == 0 ? 100 : static_cast<int>(now.builtTo * 100 / last);
}

void SearchIndex::rebuild(Progress &progress)
{
    {
        Transaction transaction(m_database);
        beginAnew();
        transaction.commit();
    }
    const BulkWriting bulk(m_database);
    const qint64 last = m_database.value<qint64>(u"SELECT max(id) FROM ticket"_s).value_or(0);
    while (!buildSome(ticketsAtOnce)) {
        progress.report(state().builtTo, last, QString());
        stopIfCancelled(progress);
    }
}

void SearchIndex::tidy()
{
    m_database.exec(u"INSERT INTO ticket_search(ticket_search) VALUES('optimize')"_s);
}

bool SearchIndex::isTrue(const Progress &progress)
{
    const State promised = state();
    bool inOrder = true;
    qint64 latest = std::numeric_limits<qint64>::min();
    quint64 ofTexts = 0;
    qint64 counter = 0;
    // Of what has changed since, it holds the old state.
    PendingTickets pending;
    bool more = false;
    std::tie(pending, more) = pendingFrom(0, ticketsAtOnce);
    qsizetype next = 0;
    // Also those that are gone, and that it may not know of yet.
    m_database.each(u"SELECT id FROM ticket UNION SELECT ticket FROM search_pending ORDER BY 1"_s, [&](const Row &row) {
        const auto id = row.get<qint64>(0);
        while (next < pending.size() && pending[next].first < id)
            ++next;
        if (next == pending.size() && more) {
            std::tie(pending, more) = pendingFrom(id, ticketsAtOnce);
            next = 0;
        }
        SearchedTicket ticket = SearchedTicket::stored(m_database, id);
        if (next < pending.size() && pending[next].first == id)
            ticket = ticket.before(pending[next].second);
        const SearchGrams grams = ticket.grams();
        for (const quint64 term : grams.terms())
            ofTexts += fingerprint(term, id);
        if (ticket.exists()) {
            latest = std::max(latest, ticket.receivedAt());
            inOrder = inOrder && latest <= promised.latest && latest - ticket.receivedAt() <= promised.disorder;
        }
        if (++counter % 1000 == 0)
            stopIfCancelled(progress);
    });
    // A table of this connection alone, but query_only doesn't tell it from the file's own.
    const bool reading = m_database.access() == Database::Access::Read;
    if (reading)
        m_database.exec(u"PRAGMA query_only = 0"_s);
    m_database.exec(
        u"CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_term USING fts5vocab(main, ticket_search, instance)"_s);
    if (reading)
        m_database.exec(u"PRAGMA query_only = 1"_s);
    quint64 ofIndex = 0;
    m_database.each(u"SELECT term, doc FROM temp.search_term"_s, [&](const Row &row) {
        ofIndex += fingerprint(SearchGrams::fromText(row.get<QString>(0)), row.get<qint64>(1));
        if (++counter % 10000 == 0)
            stopIfCancelled(progress);
    });
    return inOrder && ofTexts == ofIndex;
}

} // namespace huiyin
