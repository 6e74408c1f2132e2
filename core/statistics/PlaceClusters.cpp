// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/PlaceClusters.h"

#include "domain/CodeTree.h"
#include "domain/Likeness.h"
#include "domain/Place.h"
#include "domain/SearchText.h"
#include "statistics/Significance.h"
#include "storage/CaseFile.h"
#include "storage/MatterSource.h"
#include "storage/SearchIndex.h"
#include "storage/StorageError.h"
#include "storage/TicketNeighbours.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <vector>

namespace huiyin {

namespace {

constexpr qsizetype mostClusters = 10;
constexpr qint64 yearLength = qint64{365} * 86'400'000;
constexpr double sameMatter = 0.25; // likeness, as while a matter is written down, without the place

struct PlacedTicket
{
    qint64 ticket = 0;
    qint64 category = 0;
    QString phone{};
};

struct PlaceKey
{
    qint64 area = 0; // the one at the top: estates of one name in two districts are two
    QString estate{};

    bool operator<(const PlaceKey &other) const { return std::tie(area, estate) < std::tie(other.area, other.estate); }
};

class Clusters
{
    struct Growing
    {
        Likeness likeness; // to its first ticket
        std::vector<const PlacedTicket *> members{};
    };
    struct Found
    {
        PlaceKey key{};
        Likeness likeness;
        MatterCluster cluster{};
    };

public:
    Clusters(CaseFile &file, const CodeTables &tables, const MatterSource &source, ReceiptSpan span,
             const Progress &progress)
        : m_areaTree(tables.areas)
        , m_areas(Place::areaNames(tables.areas))
        , m_source(source)
        , m_span(span)
        , m_progress(progress)
        , m_neighbours(file.database(), file.pairDensities(), progress)
        , m_hasIndex(SearchIndex(file.database()).state().complete && !SearchIndex(file.database()).hasPending())
    {
    }

    // `now`: how many tickets count in the period.
    void find(qint64 now, HotSpots &result)
    {
        readPlaces();
        result.placesTested = std::ssize(m_places);
        weighPairs();
        std::vector<Found> found;
        for (const auto &[key, tickets] : m_places) {
            stopIfCancelled(m_progress);
            if (std::ssize(tickets) >= HotSpots::leastCluster)
                addClusters(key, tickets, found);
        }
        // Whom to compare with the year before: the largest, so that a long list costs no more than a short one.
        constexpr qsizetype mostCompared = 60;
        std::ranges::stable_sort(found, std::ranges::greater(), [](const Found &one) { return one.cluster.tickets; });
        if (std::ssize(found) > mostCompared)
            found.erase(found.begin() + mostCompared, found.end());
        const qint64 then = found.empty() ? 0 : m_source.count(m_span.from - yearLength, m_span.from);
        result.hasIndex = m_hasIndex;
        result.hasYearBefore =
            found.empty()
            || (then > 0 && static_cast<double>(then) >= HotSpots::leastReference * static_cast<double>(now));
        std::vector<double> probabilities;
        for (Found &one : found) {
            if (result.hasYearBefore && m_hasIndex)
                compare(one, now, then);
            probabilities.push_back(one.cluster.probability);
        }
        const double limit = falseDiscoveryLimit(probabilities, result.placesTested, HotSpots::falseDiscoveryRate);
        std::erase_if(found,
                      [limit](const Found &one) { return one.cluster.isCompared && one.cluster.probability > limit; });
        std::ranges::stable_sort(found, {}, [](const Found &one) { return one.cluster.probability; });
        for (Found &one : found) {
            if (result.clusters.size() == mostClusters)
                break;
            one.cluster.title = m_source.usualTitle(one.cluster.behind);
            result.clusters.append(std::move(one.cluster));
        }
    }

private:
    void readPlaces()
    {
        m_source.eachPlace(m_span.from, m_span.before, [this](const MatterSource::Place &ticket) {
            const Place place = Place::of(foldForSearch(ticket.address), m_areas);
            if (place.isVague())
                return;
            m_places[{m_areaTree.top(ticket.area), place.estate}].push_back(
                {.ticket = ticket.ticket, .category = ticket.category, .phone = ticket.phone});
        });
    }

    // How rare pairs are in the period, from some thousand of its tickets.
    void weighPairs()
    {
        constexpr qsizetype sample = 3000;
        QList<TicketId> some;
        qsizetype all = 0;
        for (const auto &[key, tickets] : m_places)
            all += std::ssize(tickets);
        const qsizetype step = std::max<qsizetype>(1, all / sample);
        qsizetype at = 0;
        for (const auto &[key, tickets] : m_places) {
            for (const PlacedTicket &ticket : tickets) {
                if (at++ % step == 0)
                    some.append(TicketId(ticket.ticket));
            }
        }
        const QList<NeighbourTexts> texts = m_neighbours.texts(some);
        for (const NeighbourTexts &text : texts) {
            const PairSet set(text.matter());
            for (const CharacterPair pair : set.pairs())
                ++m_holding[pair];
        }
        m_sampled = texts.size();
    }

    [[nodiscard]] Likeness likenessTo(const NeighbourTexts &text, const PlaceKey &key) const
    {
        const QString matter = text.matter();
        PairWeights weights;
        for (const PlacedPair &placed : pairsOf(matter)) {
            const qint64 holding = m_holding.value(placed.pair) + 1;
            weights.insert(placed.pair, std::log(static_cast<double>(m_sampled + 2) / static_cast<double>(holding)));
        }
        forgetPairs(weights, text.address);
        forgetPairs(weights, key.estate);
        for (const QString &area : m_areas)
            forgetPairs(weights, area);
        return {matter, weights};
    }

    // Each ticket joins the first cluster whose first ticket it is like.
    void addClusters(const PlaceKey &key, const std::vector<PlacedTicket> &tickets, std::vector<Found> &found) const
    {
        QList<TicketId> ids;
        QHash<qint64, const PlacedTicket *> known;
        for (const PlacedTicket &ticket : tickets) {
            ids.append(TicketId(ticket.ticket));
            known.insert(ticket.ticket, &ticket);
        }
        std::vector<Growing> clusters;
        constexpr qsizetype atOnce = 500;
        for (qsizetype from = 0; from < ids.size(); from += atOnce)
            join(key, m_neighbours.texts(ids.mid(from, atOnce)), known, clusters);
        for (Growing &cluster : clusters) {
            if (std::ssize(cluster.members) < HotSpots::leastCluster)
                continue;
            MatterCluster one = clusterOf(key, cluster.members);
            if (one.numbers >= HotSpots::leastNumbers)
                found.push_back({.key = key, .likeness = std::move(cluster.likeness), .cluster = std::move(one)});
        }
    }

    void join(const PlaceKey &key, const QList<NeighbourTexts> &texts, const QHash<qint64, const PlacedTicket *> &known,
              std::vector<Growing> &clusters) const
    {
        constexpr size_t mostMatters = 300; // of one place; what comes after is compared with these alone
        for (const NeighbourTexts &text : texts) {
            stopIfCancelled(m_progress);
            const PairSet matter(text.matter());
            const auto joined = std::ranges::find_if(
                clusters, [&](const Growing &cluster) { return cluster.likeness.shareWith(matter) >= sameMatter; });
            if (joined != clusters.end())
                joined->members.push_back(known.value(text.id.value()));
            else if (clusters.size() < mostMatters)
                clusters.push_back({.likeness = likenessTo(text, key), .members = {known.value(text.id.value())}});
        }
    }

    static MatterCluster clusterOf(const PlaceKey &key, const std::vector<const PlacedTicket *> &members)
    {
        MatterCluster cluster{.place = key.estate,
                              .area = key.area == 0 ? std::nullopt : std::optional(AreaId(key.area)),
                              .tickets = std::ssize(members)};
        QSet<QString> numbers;
        std::map<qint64, qint64> categories;
        for (const PlacedTicket *member : members) {
            cluster.behind.prepend(TicketId(member->ticket)); // the newest first
            if (member->phone.isEmpty())
                ++cluster.numbers;
            else
                numbers.insert(member->phone);
            ++categories[member->category];
        }
        cluster.numbers += numbers.size();
        const auto most = std::ranges::max_element(categories, {}, [](const auto &entry) { return entry.second; });
        if (most->first != 0 && most->second * 2 > cluster.tickets)
            cluster.category = CategoryId(most->first);
        return cluster;
    }

    void compare(Found &one, qint64 now, qint64 then) const
    {
        constexpr int mostThen = 2000;
        const PlaceKey &key = one.key;
        MatterCluster &cluster = one.cluster;
        const QList<TicketId> ids = m_neighbours.ofEstate(key.estate, m_span.from - yearLength, m_span.from, mostThen);
        if (ids.size() == mostThen)
            return; // a long street: more than can be looked through
        const QHash<qint64, qint64> areas = m_source.areasOf(ids);
        const QList<NeighbourTexts> texts = m_neighbours.texts(ids);
        for (const NeighbourTexts &text : texts) {
            const auto area = areas.constFind(text.id.value());
            if (area == areas.cend() || m_areaTree.top(*area) != key.area)
                continue;
            if (Place::of(text.address, m_areas).estate == key.estate
                && one.likeness.shareWith(PairSet(text.matter())) >= sameMatter)
                ++cluster.yearBefore;
        }
        cluster.isCompared = true;
        cluster.probability = binomialTail(cluster.tickets, cluster.tickets + cluster.yearBefore,
                                           static_cast<double>(now) / static_cast<double>(now + then));
    }

    CodeTree m_areaTree;
    QStringList m_areas; // folded
    const MatterSource &m_source;
    ReceiptSpan m_span;
    const Progress &m_progress;
    TicketNeighbours m_neighbours;
    bool m_hasIndex;
    std::map<PlaceKey, std::vector<PlacedTicket>> m_places;
    QHash<CharacterPair, qint64> m_holding; // of the tickets sampled, how many hold a pair
    qsizetype m_sampled = 0;
};

} // namespace

void findClusters(CaseFile &file, const CodeTables &tables, const MatterSource &source, ReceiptSpan span, qint64 now,
                  HotSpots &result, const Progress &progress)
{
    Clusters(file, tables, source, span, progress).find(now, result);
}

} // namespace huiyin
