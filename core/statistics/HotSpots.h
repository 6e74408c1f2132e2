// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/CodeTables.h"
#include "domain/OfficeZone.h"
#include "domain/Progress.h"
#include "statistics/Question.h"

#include <QList>
#include <QString>

#include <optional>

namespace huiyin {

class CaseFile;

// A subject that has grown in an area. The former counts are those of periods that may be longer or busier; `expected`
// is what its share of all tickets then would have been now.
struct GrowingSubject
{
    struct Reference
    {
        qint64 tickets = 0;
        double expected = 0;
        double probability = 1; // of as many as now or more, had its share stayed
    };
    CategoryId category{0};
    std::optional<AreaId> area{}; // nullopt: everywhere
    qint64 tickets = 0;
    std::optional<Reference> previous{}; // nullopt: too little was received then
    std::optional<Reference> lastYear{};
    double probability = 1; // the larger of the two
    QList<TicketId> behind{};
};

// One matter at one place that several have told of.
struct MatterCluster
{
    QString place{};
    std::optional<AreaId> area{};
    std::optional<CategoryId> category{}; // of most of them
    QString title{};                      // of most of them, else of the first
    qint64 tickets = 0;
    qint64 numbers = 0;      // telephone numbers that they came from; a ticket without one counts as one
    qint64 yearBefore = 0;   // of the same place and matter, in the 365 days before the period
    double probability = 1;  // of so many or more, had the place's rate of that year stayed
    bool isCompared = false; // false: it could not be, so nothing was tested
    QList<TicketId> behind{};
};

// What an editor may want to write about. Every suggestion has passed a one-sided exact binomial test: of the tickets
// of then and now, so many or more fall into now only with a small probability, if the share in all tickets has not
// changed. A subject must have grown against the period before and against last year, where both are known, by half and
// to five tickets at least; a cluster has at least four tickets from two numbers. Of all that is suggested no more than
// 5 % are to be expected by chance (Benjamini and Hochberg); calls of one outage are not independent, so this is a guide
// for the eye and not a proof.
struct HotSpots
{
    static constexpr double falseDiscoveryRate = 0.05;
    static constexpr qint64 leastGrown = 5;
    static constexpr double leastGrowth = 1.5;
    static constexpr qint64 leastCluster = 4;
    static constexpr qint64 leastNumbers = 2;
    static constexpr double leastReference = 0.25;     // of the period's tickets
    static constexpr qint64 mostForClusters = 300'000; // tickets of a period

    Question question{};
    QList<GrowingSubject> subjects{}; // the least likely to be chance first
    QList<MatterCluster> clusters{};
    qint64 subjectsTested = 0; // pairs of a category and an area
    qint64 placesTested = 0;
    // Whether so much was received then that a comparison tells something: a quarter of what the period has.
    bool hasPrevious = false;
    bool hasLastYear = false;
    bool hasYearBefore = false;   // for the places
    bool hasIndex = true;         // false: the search index is being built, so places were not compared
    bool clustersLeftOut = false; // the period has too many tickets
};

// Can be cancelled. Counts every time that a matter was told 件次, merged tickets too; the question's excluded topics are
// left out.
HotSpots findHotSpots(CaseFile &file, const Question &question, const CodeTables &tables,
                      const Progress &progress = {});

} // namespace huiyin
