// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Likeness.h"
#include "domain/Place.h"
#include "domain/Progress.h"
#include "domain/Ticket.h"

#include <QHash>
#include <QList>

#include <optional>
#include <vector>

namespace huiyin {

class Database;

// What is asked of a ticket before its texts are read.
struct NeighbourFacts
{
    TicketId id{0};
    qint64 receivedAt = 0; // UTC ms
    TicketState state = TicketState::Accepted;
    std::optional<Resolution> resolution{};
    bool closed = false;
    std::optional<CategoryId> category{};
    std::optional<AreaId> area{};
};

// Folded for search.
struct NeighbourTexts
{
    TicketId id{0};
    QString title{};
    QString content{};
    QString address{};
    QString phone{}; // as it is stored

    // What it is about.
    [[nodiscard]] QString matter() const { return title + u'\n' + content; }
};

// How common the common pairs of characters are at present: in which part of the newest tickets each occurs. Remembered,
// for it changes slowly and takes most of the time to ask. What is rare may be common tomorrow, and isn't kept.
class PairDensities
{
public:
    [[nodiscard]] std::optional<double> of(CharacterPair pair) const
    {
        const auto known = m_known.constFind(pair);
        return known == m_known.cend() ? std::nullopt : std::optional<double>(*known);
    }
    void remember(CharacterPair pair, double density, qint64 newest);

private:
    QHash<CharacterPair, float> m_known;
    qint64 m_newest = 0; // ticket when the oldest of them was asked
};

// Finds the tickets that a matter may have to do with, the newest first, without looking at the others: by telephone
// number, by place, and by rare pairs of characters, of which the search index tells the newest tickets. Reads a
// bounded number of its entries, whatever the size of the file. In a ReadTransaction.
class TicketNeighbours
{
public:
    // Only tickets with smaller ids than `before`: those that were there when it came. `self`: the matter's own draft,
    // whose words make nothing more common or more rare.
    TicketNeighbours(Database &database, PairDensities &densities, const Progress &progress,
                     std::optional<TicketId> before = std::nullopt, std::optional<TicketId> self = std::nullopt);

    // The logarithm of how rare each of these pairs is; a pair without any ticket has no weight.
    [[nodiscard]] PairWeights weights(const std::vector<PlacedPair> &pairs);
    // The tickets that share the most of what is rare, at most so many.
    [[nodiscard]] QList<TicketId> likely(const PairWeights &weights, qsizetype most) const;

    [[nodiscard]] QList<TicketId> ofPhone(const QString &phone, int most) const;
    // Whose texts hold a building of an estate, and perhaps some others.
    [[nodiscard]] QList<TicketId> ofBuilding(const Place &place, int most);
    // Whose texts hold the name of an estate; received in [from, before) UTC ms.
    [[nodiscard]] QList<TicketId> ofEstate(const QString &estate, qint64 from, qint64 before, int most) const;

    // In the order asked, without drafts and void tickets.
    [[nodiscard]] QList<NeighbourFacts> facts(const QList<TicketId> &tickets) const;
    [[nodiscard]] QList<NeighbourTexts> texts(const QList<TicketId> &tickets) const;

private:
    double density(CharacterPair pair); // 0: no ticket holds it

    Database &m_database;
    PairDensities &m_densities;
    const Progress &m_progress;
    qint64 m_top = 0;  // the largest id that is looked at
    qint64 m_self = 0; // 0: none
};

} // namespace huiyin
