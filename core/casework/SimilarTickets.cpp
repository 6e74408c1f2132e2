// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/SimilarTickets.h"

#include "domain/CodeTree.h"
#include "domain/Likeness.h"
#include "domain/SearchText.h"
#include "storage/CaseFile.h"
#include "storage/Database.h"
#include "storage/SearchIndex.h"
#include "storage/TicketNeighbours.h"
#include "storage/TicketRepository.h"
#include "storage/Transaction.h"

#include <QSet>

#include <algorithm>
#include <cmath>
#include <map>

namespace huiyin {

namespace {

constexpr size_t pairsAsked = 64; // of a long text its beginning: that tells the matter
constexpr int ofOnePhone = 12;
constexpr int ofOneBuilding = 24;
constexpr qsizetype looked = 200;        // tickets whose facts are read
constexpr qsizetype compared = 60;       // of them, whose texts are compared
constexpr qsizetype comparedClosed = 60; // for the suggestions
constexpr qsizetype comparedDispatched = 50;
constexpr qsizetype shown = 12;
constexpr qsizetype suggested = 3;
constexpr qsizetype neighbours = 20;

// Below these, texts share no more than any two of the same trade.
constexpr double sameMatter = 0.3;
constexpr double sameMatterThere = 0.12;  // when the place or the caller is the same too
constexpr double sameMatterNearby = 0.18; // in the same estate
constexpr double neighbourly = 0.06;
constexpr double day = 86'400'000;
constexpr double fewDays = 30;

struct Candidate
{
    NeighbourFacts facts{};
    bool samePhone = false;
    Nearness nearness = Nearness::Unknown;
    double likeness = 0;
    QString title{};  // folded
    PairSet matter{}; // of its title and content
};

double nearnessCounts(Nearness nearness)
{
    switch (nearness) {
    case Nearness::Unknown:
        return 0;
    case Nearness::Estate:
        return 0.12;
    case Nearness::Building:
        return 0.25;
    case Nearness::Unit:
        return 0.35;
    case Nearness::Flat:
        return 0.4;
    }
    return 0;
}

double rankOf(const Candidate &candidate, double now)
{
    const double age = std::max(0.0, now - static_cast<double>(candidate.facts.receivedAt)) / day;
    return candidate.likeness + nearnessCounts(candidate.nearness) + (candidate.samePhone ? 0.3 : 0)
           + (candidate.facts.closed ? 0 : 0.08) + 0.15 * std::exp(-age / fewDays);
}

// Whether somebody would want to see it; `told`: there is a text to compare by.
bool isSimilar(const Candidate &candidate, bool told)
{
    double enough = sameMatter;
    if (candidate.nearness >= Nearness::Unit
        || (!told && (candidate.nearness == Nearness::Building || candidate.samePhone)))
        enough = 0; // whatever else was told of that door
    else if (candidate.nearness == Nearness::Building || candidate.samePhone)
        enough = sameMatterThere;
    else if (candidate.nearness == Nearness::Estate)
        enough = sameMatterNearby;
    return candidate.likeness >= enough;
}

template <class IdType>
class Votes
{
public:
    void add(IdType id, double weight)
    {
        Suggested<IdType> &votes = m_votes[id.value()];
        votes.id = id;
        ++votes.tickets;
        votes.weight += weight;
        m_all += weight;
    }
    [[nodiscard]] QList<Suggested<IdType>> best() const
    {
        QList<Suggested<IdType>> list;
        for (const auto &[id, votes] : m_votes)
            list.append(votes);
        std::ranges::stable_sort(list, std::ranges::greater(), &Suggested<IdType>::weight);
        while (list.size() > suggested)
            list.removeLast();
        for (Suggested<IdType> &votes : list)
            votes.weight = m_all > 0 ? votes.weight / m_all : 0;
        return list;
    }

private:
    std::map<qint64, Suggested<IdType>> m_votes;
    double m_all = 0;
};

class Search
{
public:
    Search(CaseFile &file, const MatterAtHand &matter, const CodeTables &tables, const Progress &progress)
        : m_database(file.database())
        , m_matter(matter)
        , m_tables(tables)
        , m_areaTree(tables.areas)
        , m_areas(Place::areaNames(tables.areas))
        , m_place(Place::of(foldForSearch(matter.address), m_areas))
        , m_neighbours(m_database, file.pairDensities(), progress, matter.before, matter.self)
    {
    }

    SimilarMatters run()
    {
        SimilarMatters result;
        result.complete = SearchIndex(m_database).state().complete;
        QList<TicketId> found = m_neighbours.ofPhone(m_matter.phone, ofOnePhone);
        if (result.complete) {
            askPairs();
            found += m_neighbours.ofBuilding(m_place, ofOneBuilding);
            found += m_neighbours.likely(m_weights, looked);
        }
        const Likeness likeness(matterText(), m_weights);
        compare(found, likeness);
        show(likeness, result);
        suggest(result);
        return result;
    }

private:
    [[nodiscard]] QString matterText() const
    {
        return NeighbourTexts{.title = foldForSearch(m_matter.title), .content = foldForSearch(m_matter.content)}
            .matter();
    }

    void askPairs()
    {
        std::vector<PlacedPair> pairs = pairsOf(matterText());
        std::ranges::stable_sort(pairs, {}, &PlacedPair::pair);
        const auto isSame = [](const PlacedPair &a, const PlacedPair &b) { return a.pair == b.pair; };
        pairs.erase(std::unique(pairs.begin(), pairs.end(), isSame), pairs.end());
        std::ranges::sort(pairs, {}, &PlacedPair::at);
        if (pairs.size() > pairsAsked)
            pairs.resize(pairsAsked);
        m_weights = m_neighbours.weights(pairs);
        // Where it is, is told by the place; here only what it is about counts.
        forgetPairs(m_weights, foldForSearch(m_matter.address));
        for (const QString &area : std::as_const(m_areas))
            forgetPairs(m_weights, area);
    }

    // Reads what is needed of the tickets found: of the most likely ones, and of as many that are closed.
    void compare(const QList<TicketId> &found, const Likeness &likeness)
    {
        QSet<TicketId> seen;
        if (m_matter.self)
            seen.insert(*m_matter.self);
        QList<TicketId> once;
        for (const TicketId id : found) {
            if (!seen.contains(id)) {
                seen.insert(id);
                once.append(id);
            }
        }
        QList<TicketId> read;
        qsizetype closed = 0;
        qsizetype dispatched = 0;
        const QList<NeighbourFacts> facts = m_neighbours.facts(once);
        for (const NeighbourFacts &ticket : facts) {
            const bool wanted = read.size() < compared || (ticket.closed && closed < comparedClosed)
                                || (wasDispatched(ticket) && dispatched < comparedDispatched);
            if (!wanted)
                continue;
            closed += ticket.closed ? 1 : 0;
            dispatched += wasDispatched(ticket) ? 1 : 0;
            read.append(ticket.id);
            m_candidates.push_back({.facts = ticket});
        }
        const qint64 here = topOf(m_matter.area);
        auto candidate = m_candidates.begin();
        const QList<NeighbourTexts> texts = m_neighbours.texts(read);
        for (const NeighbourTexts &text : texts) {
            while (candidate != m_candidates.end() && candidate->facts.id != text.id)
                ++candidate;
            if (candidate == m_candidates.end())
                break;
            candidate->samePhone = !m_matter.phone.isEmpty() && text.phone == m_matter.phone;
            candidate->title = text.title;
            candidate->matter = PairSet(text.matter());
            candidate->likeness = likeness.shareWith(candidate->matter);
            // 幸福小区 of two districts are two.
            const qint64 there = topOf(candidate->facts.area);
            if (here != 0 && there != 0 && here != there)
                continue;
            candidate->nearness = m_place.to(Place::of(text.address, m_areas));
            if (candidate->nearness == Nearness::Unknown)
                candidate->nearness = m_place.in(text.content);
        }
    }

    void show(const Likeness &likeness, SimilarMatters &result)
    {
        const auto now = static_cast<double>(latest());
        std::vector<std::pair<double, const Candidate *>> ranked;
        for (const Candidate &candidate : m_candidates) {
            // What was merged is shown by the ticket that it was merged into.
            if (candidate.facts.resolution != Resolution::Merged && isSimilar(candidate, !likeness.isEmpty()))
                ranked.emplace_back(rankOf(candidate, now), &candidate);
        }
        std::ranges::stable_sort(ranked, [](const auto &a, const auto &b) {
            return a.first != b.first ? a.first > b.first : a.second->facts.receivedAt > b.second->facts.receivedAt;
        });
        if (std::ssize(ranked) > shown)
            ranked.resize(shown);
        QList<TicketId> ids;
        for (const auto &[rank, candidate] : ranked)
            ids.append(candidate->facts.id);
        const QList<TicketRow> rows = TicketRepository(m_database).rows(ids);
        for (const TicketRow &row : rows) {
            const auto found =
                std::ranges::find_if(ranked, [&row](const auto &entry) { return entry.second->facts.id == row.id; });
            const Candidate &candidate = *found->second;
            result.tickets.append({.ticket = row,
                                   .samePhone = candidate.samePhone,
                                   .nearness = candidate.nearness,
                                   .likeness = candidate.likeness,
                                   .commonWords = likeness.with(candidate.matter).words});
        }
    }

    [[nodiscard]] qint64 latest() const
    {
        qint64 latest = 0;
        for (const Candidate &candidate : m_candidates)
            latest = std::max(latest, candidate.facts.receivedAt);
        return latest;
    }

    struct Neighbour
    {
        const Candidate *ticket;
        double weight;
    };
    // Closed tickets that suggestions rest on, the most similar first.
    template <class Accept>
    [[nodiscard]] std::vector<Neighbour> closedNeighbours(int weighedOfOneTitle, const Accept &accept) const
    {
        std::vector<Neighbour> closed;
        for (const Candidate &candidate : m_candidates) {
            if (candidate.facts.closed && candidate.facts.resolution != Resolution::Merged
                && candidate.likeness >= neighbourly && accept(candidate.facts))
                closed.push_back({.ticket = &candidate, .weight = candidate.likeness * candidate.likeness});
        }
        std::ranges::stable_sort(closed, [](const Neighbour &a, const Neighbour &b) {
            return a.weight != b.weight ? a.weight > b.weight : a.ticket->facts.receivedAt > b.ticket->facts.receivedAt;
        });
        // An outage that a hundred called about is one thing to learn from: the others only count.
        QHash<QString, int> sameTitle;
        QSet<QString> weighedTitles;
        qsizetype weighed = 0;
        for (Neighbour &neighbour : closed) {
            if (++sameTitle[neighbour.ticket->title] > weighedOfOneTitle || weighed == neighbours) {
                neighbour.weight = 0;
            } else {
                ++weighed;
                weighedTitles.insert(neighbour.ticket->title);
            }
        }
        std::erase_if(closed, [&weighedTitles](const Neighbour &neighbour) {
            return neighbour.weight <= 0 && !weighedTitles.contains(neighbour.ticket->title);
        });
        return closed;
    }

    void suggest(SimilarMatters &result)
    {
        const auto classified = closedNeighbours(
            2, [this](const NeighbourFacts &facts) { return isOffered(m_tables.categories, facts.category); });
        Votes<CategoryId> categories;
        for (const Neighbour &neighbour : classified)
            categories.add(*neighbour.ticket->facts.category, neighbour.weight);
        result.categories = categories.best();
        result.closedNeighbours = static_cast<int>(classified.size());

        // Districts have departments of their own: of one title there may be one from each.
        QList<TicketId> ids;
        std::map<qint64, double> weights;
        const qint64 here = topOf(m_matter.area);
        for (const Neighbour &neighbour : closedNeighbours(6, wasDispatched)) {
            const bool sameArea = here != 0 && topOf(neighbour.ticket->facts.area) == here;
            weights[neighbour.ticket->facts.id.value()] = neighbour.weight * (sameArea ? 3 : 1);
            ids.append(neighbour.ticket->facts.id);
        }
        Votes<DepartmentId> departments;
        const QList<TicketRow> rows = TicketRepository(m_database).rows(ids);
        for (const TicketRow &row : rows) {
            if (!isOffered(m_tables.departments, row.lead))
                continue;
            departments.add(*row.lead, weights.at(row.id.value()));
            ++result.dispatchedNeighbours;
        }
        result.departments = departments.best();
    }

    // The district; 0: not known.
    [[nodiscard]] qint64 topOf(std::optional<AreaId> area) const { return area ? m_areaTree.top(area->value()) : 0; }

    static bool wasDispatched(const NeighbourFacts &facts)
    {
        return facts.resolution == Resolution::Handled || facts.resolution == Resolution::Explained;
    }

    // Retired names are not given to new tickets.
    template <class T, class IdType>
    static bool isOffered(const QList<T> &list, std::optional<IdType> id)
    {
        const T *entry = findById(list, id);
        return entry && !entry->retired;
    }

    Database &m_database;
    const MatterAtHand &m_matter;
    const CodeTables &m_tables;
    CodeTree m_areaTree;
    QStringList m_areas; // folded
    Place m_place;
    TicketNeighbours m_neighbours;
    PairWeights m_weights;
    std::vector<Candidate> m_candidates;
};

} // namespace

SimilarMatters similarMatters(CaseFile &file, const MatterAtHand &matter, const CodeTables &tables,
                              const Progress &progress)
{
    const ReadTransaction oneState(file.database()); // the index and the tables belong together
    return Search(file, matter, tables, progress).run();
}

} // namespace huiyin
