// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/TicketNeighbours.h"

#include "domain/SearchText.h"
#include "storage/Database.h"
#include "storage/SearchGrams.h"
#include "storage/SearchIndex.h"
#include "storage/StorageError.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

// To ask for a pair costs some 300 µs in a large file, and each entry that is read 0.2 µs.
constexpr qint64 glance = 64;            // entries that tell how common a pair is
constexpr qint64 closeLook = 256;        // entries that candidates are taken from
constexpr size_t rarePairs = 8;          // looked at: they find the same matter, long ago too
constexpr size_t usualPairs = 14;        // and they what is of the same kind
constexpr double usual = 1.0 / 250;      // as common as the words of one subject are
constexpr int mostAlike = 20;            // candidates that share the same words
constexpr qint64 placeSteps = 8192;      // entries of the rarest pair of a place
constexpr double kept = 1.0 / 1000;      // what is at least so common is remembered
constexpr qint64 forgottenAfter = 5'000; // new tickets

QString inQuotes(CharacterPair pair)
{
    const QString text = SearchGrams::toText({pair}).trimmed();
    return u'"' + text + u'"';
}

} // namespace

void PairDensities::remember(CharacterPair pair, double density, qint64 newest)
{
    if (newest - m_newest > forgottenAfter)
        m_known.clear();
    if (m_known.isEmpty())
        m_newest = newest;
    m_known.insert(pair, static_cast<float>(density));
}

TicketNeighbours::TicketNeighbours(Database &database, PairDensities &densities, const Progress &progress,
                                   std::optional<TicketId> before, std::optional<TicketId> self)
    : m_database(database)
    , m_densities(densities)
    , m_progress(progress)
    , m_top(before ? before->value() - 1 : database.value<qint64>(u"SELECT max(id) FROM ticket"_s).value_or(0))
    , m_self(self ? self->value() : 0)
{
}

double TicketNeighbours::density(CharacterPair pair)
{
    if (const auto known = m_densities.of(pair))
        return *known;
    stopIfCancelled(m_progress);
    double density = 0;
    qint64 found = 0;
    m_database.each(
        u"SELECT count(*), min(rowid) FROM (SELECT rowid FROM ticket_search WHERE ticket_search MATCH ? AND rowid <= ? "
        "AND rowid <> ? ORDER BY rowid DESC LIMIT ?)"_s,
        [&](const Row &row) {
            found = row.get<qint64>(0);
            const qint64 span = found < glance ? m_top : m_top - row.get<qint64>(1) + 1;
            // One more than there are: in a new file, what all its tickets say is not yet a word of the trade.
            density = static_cast<double>(found) / static_cast<double>(span + 1);
        },
        inQuotes(pair), m_top, m_self, glance);
    if (found == glance && density >= kept)
        m_densities.remember(pair, density, m_top);
    return density;
}

PairWeights TicketNeighbours::weights(const std::vector<PlacedPair> &pairs)
{
    PairWeights weights;
    for (const PlacedPair &placed : pairs) {
        if (const double part = density(placed.pair); part > 0)
            weights.insert(placed.pair, -std::log(part));
    }
    return weights;
}

QList<TicketId> TicketNeighbours::likely(const PairWeights &weights, qsizetype most) const
{
    std::vector<std::pair<double, CharacterPair>> rarest;
    for (auto pair = weights.cbegin(); pair != weights.cend(); ++pair)
        rarest.emplace_back(*pair, pair.key());
    std::ranges::sort(rarest, std::ranges::greater());
    const auto behindRare = rarest.begin() + std::min<qsizetype>(rarePairs, std::ssize(rarest));
    std::sort(behindRare, rarest.end(), [](const auto &a, const auto &b) {
        return std::abs(a.first + std::log(usual)) < std::abs(b.first + std::log(usual));
    });
    if (rarest.size() > rarePairs + usualPairs)
        rarest.resize(rarePairs + usualPairs);
    QHash<qint64, double> found; // with the squared weights of the pairs that it shares
    for (const auto &[weight, pair] : rarest) {
        stopIfCancelled(m_progress);
        // All in one value: a row each would take longer than the index.
        const auto ids = m_database.value<QString>(
            u"SELECT group_concat(rowid) FROM (SELECT rowid FROM ticket_search WHERE ticket_search MATCH ? "
            "AND rowid <= ? ORDER BY rowid DESC LIMIT ?)"_s,
            inQuotes(pair), m_top, closeLook);
        const auto parts = QStringView(ids.value_or(QString())).split(u',', Qt::SkipEmptyParts);
        for (const QStringView id : parts)
            found[id.toLongLong()] += weight * weight;
    }
    std::vector<std::pair<double, qint64>> all;
    all.reserve(static_cast<size_t>(found.size()));
    for (auto ticket = found.cbegin(); ticket != found.cend(); ++ticket)
        all.emplace_back(*ticket, ticket.key());
    std::ranges::sort(all, std::ranges::greater()); // of equals the newest
    QList<TicketId> ids;
    int alike = 0;
    for (size_t i = 0; i < all.size() && ids.size() < most; ++i) {
        // A hundred that share the very same words leave room for others.
        alike = i > 0 && all[i].first == all[i - 1].first ? alike + 1 : 1;
        if (alike <= mostAlike)
            ids.append(TicketId(all[i].second));
    }
    return ids;
}

QList<TicketId> TicketNeighbours::ofPhone(const QString &phone, int most) const
{
    if (phone.isEmpty())
        return {};
    return m_database.all(
        u"SELECT ticket FROM ticket_text WHERE phone = ? AND phone <> '' AND ticket <= ? ORDER BY ticket DESC LIMIT ?"_s,
        [](const Row &row) { return row.get<TicketId>(0); }, phone, m_top, most);
}

QList<TicketId> TicketNeighbours::ofBuilding(const Place &place, int most)
{
    if (place.isVague() || place.building.isEmpty())
        return {};
    // The word behind the number (栋, 号楼) is left to whoever reads the texts.
    QStringList any;
    double rarest = 0; // of the commonest spelling
    const QStringList spellings = place.spellings();
    for (const QString &spelling : spellings) {
        QStringList words;
        double rarestHere = 1;
        const auto pairs = pairsOf(spelling);
        for (const PlacedPair &placed : pairs) {
            words.append(inQuotes(placed.pair));
            rarestHere = std::min(rarestHere, density(placed.pair));
        }
        if (!words.isEmpty() && rarestHere > 0) {
            any.append(u'(' + words.join(u" AND "_s) + u')');
            rarest = std::max(rarest, rarestHere);
        }
    }
    if (any.isEmpty())
        return {};
    // Going through the rarest pair's entries for matches of all of them is what costs.
    const double reach = static_cast<double>(placeSteps) / rarest;
    const qint64 from = m_top - static_cast<qint64>(std::min(reach, static_cast<double>(m_top)));
    return m_database.all(
        u"SELECT rowid FROM ticket_search WHERE ticket_search MATCH ? AND rowid > ? AND rowid <= ? "
        "ORDER BY rowid DESC LIMIT ?"_s,
        [](const Row &row) { return row.get<TicketId>(0); }, any.join(u" OR "_s), from, m_top, most);
}

QList<TicketId> TicketNeighbours::ofEstate(const QString &estate, qint64 from, qint64 before, int most) const
{
    stopIfCancelled(m_progress);
    QStringList words;
    for (const PlacedPair &placed : pairsOf(estate))
        words.append(inQuotes(placed.pair));
    if (words.isEmpty())
        return {};
    const SearchIndex::IdRange range = SearchIndex(m_database).idsReceived(from, before);
    return m_database.all(
        u"SELECT s.rowid FROM ticket_search s CROSS JOIN ticket t ON t.id = s.rowid WHERE s.ticket_search MATCH ? "
        "AND s.rowid >= ? AND s.rowid <= ? AND t.received_at >= ? AND t.received_at < ? "
        "AND t.state NOT IN ('draft', 'void') ORDER BY s.rowid DESC LIMIT ?"_s,
        [](const Row &row) { return row.get<TicketId>(0); }, words.join(u" AND "_s), range.first, range.last, from,
        before, most);
}

QList<NeighbourFacts> TicketNeighbours::facts(const QList<TicketId> &tickets) const
{
    stopIfCancelled(m_progress);
    return m_database.all(
        u"SELECT t.id, t.received_at, t.state, t.resolution, t.closed_at IS NOT NULL, t.category, t.area "
        "FROM json_each(?) asked CROSS JOIN ticket t ON t.id = asked.value "
        "WHERE t.number IS NOT NULL AND t.state <> 'void' ORDER BY asked.key"_s,
        [](const Row &row) {
            return NeighbourFacts{.id = row.get<TicketId>(0),
                                  .receivedAt = row.get<qint64>(1),
                                  .state = row.get<TicketState>(2),
                                  .resolution = row.get<std::optional<Resolution>>(3),
                                  .closed = row.get<bool>(4),
                                  .category = row.get<std::optional<CategoryId>>(5),
                                  .area = row.get<std::optional<AreaId>>(6)};
        },
        jsonList(tickets));
}

QList<NeighbourTexts> TicketNeighbours::texts(const QList<TicketId> &tickets) const
{
    stopIfCancelled(m_progress);
    return m_database.all(
        u"SELECT x.ticket, x.title, x.content, x.address, x.phone "
        "FROM json_each(?) asked CROSS JOIN ticket_text x ON x.ticket = asked.value ORDER BY asked.key"_s,
        [](const Row &row) {
            return NeighbourTexts{.id = row.get<TicketId>(0),
                                  .title = foldForSearch(row.get<QString>(1)),
                                  .content = foldForSearch(row.get<QString>(2)),
                                  .address = foldForSearch(row.get<QString>(3)),
                                  .phone = row.get<QString>(4)};
        },
        jsonList(tickets));
}

} // namespace huiyin
