// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/CodeTables.h"
#include "domain/Place.h"
#include "domain/Progress.h"
#include "storage/TicketFilter.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace huiyin {

class CaseFile;

// What is known of a matter while it is being written down.
struct MatterAtHand
{
    QString phone{};
    QString address{};
    QString title{};
    QString content{};
    std::optional<AreaId> area{};
    std::optional<TicketId> self{};   // its own draft
    std::optional<TicketId> before{}; // only tickets that were there before this one: to try how good this is

    bool operator==(const MatterAtHand &) const = default;
};

// A ticket that may be the same matter, and why.
struct SimilarTicket
{
    TicketRow ticket{};
    bool samePhone = false;
    Nearness nearness = Nearness::Unknown;
    double likeness = 0;       // of title and content: 0 nothing in common … 1 the same words
    QStringList commonWords{}; // of title and content, the most telling first; places and the trade's own words apart
};

template <class IdType>
struct Suggested
{
    IdType id{0};
    int tickets = 0;   // of the neighbours, how many had it
    double weight = 0; // of them, 0 … 1
};

struct SimilarMatters
{
    QList<SimilarTicket> tickets{}; // the most likely first, and of equals the newest
    // What the most similar closed tickets were, the most likely first; at most three. Only ever a suggestion.
    QList<Suggested<CategoryId>> categories{};
    QList<Suggested<DepartmentId>> departments{};
    int closedNeighbours = 0;     // that the categories rest on
    int dispatchedNeighbours = 0; // that the departments rest on
    bool complete = true; // false: the search index is still being built, so only the telephone number was asked
};

// Looks for earlier tickets of the same caller, the same place or the same matter. Takes some 20 ms at any size of
// the file; can be cancelled.
SimilarMatters similarMatters(CaseFile &file, const MatterAtHand &matter, const CodeTables &tables,
                              const Progress &progress = {});

} // namespace huiyin
