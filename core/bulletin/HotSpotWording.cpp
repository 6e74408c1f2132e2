// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/HotSpotWording.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(HotSpots)
};

QString chance(double probability)
{
    constexpr double least = 0.0001;
    return probability < least ? Text::tr("less than 0.01 % by chance")
                               : Text::tr("%1 % by chance").arg(probability * 100, 0, 'f', 2);
}

} // namespace

HotSpotLine lineOf(const GrowingSubject &subject, const CodeTables &tables)
{
    HotSpotLine line{.title = nameOf(tables.categories, std::optional(subject.category))};
    if (subject.area)
        line.title += u" · " + nameOf(tables.areas, subject.area);
    QStringList remark{Text::tr("%n ticket(s)", nullptr, static_cast<int>(subject.tickets))};
    QStringList expected{pathOf(tables.categories, std::optional(subject.category))};
    if (subject.area)
        expected.append(pathOf(tables.areas, subject.area));
    if (subject.previous) {
        remark.append(Text::tr("before %1").arg(subject.previous->tickets));
        expected.append(Text::tr("%1 expected after the period before").arg(subject.previous->expected, 0, 'f', 1));
    }
    if (subject.lastYear) {
        remark.append(Text::tr("last year %1").arg(subject.lastYear->tickets));
        expected.append(Text::tr("%1 expected after last year").arg(subject.lastYear->expected, 0, 'f', 1));
    }
    expected.append(chance(subject.probability));
    line.remark = remark.join(u" · "_s);
    line.explanation = expected.join(u'\n');
    return line;
}

HotSpotLine lineOf(const MatterCluster &cluster, const CodeTables &tables)
{
    HotSpotLine line{.title = Text::tr("%1: %2", "a place and what is told of it").arg(cluster.place, cluster.title)};
    QStringList remark{Text::tr("%n ticket(s)", nullptr, static_cast<int>(cluster.tickets)),
                       Text::tr("%n number(s)", "telephone numbers", static_cast<int>(cluster.numbers))};
    if (cluster.isCompared)
        remark.append(Text::tr("year before %1").arg(cluster.yearBefore));
    QStringList explanation;
    if (cluster.area)
        explanation.append(pathOf(tables.areas, cluster.area));
    if (cluster.category)
        explanation.append(pathOf(tables.categories, cluster.category));
    explanation.append(cluster.isCompared ? chance(cluster.probability)
                                          : Text::tr("not compared with the year before"));
    line.remark = remark.join(u" · "_s);
    line.explanation = explanation.join(u'\n');
    return line;
}

QString methodOf(const HotSpots &found)
{
    QStringList sentences;
    if (!found.hasPrevious && !found.hasLastYear) {
        sentences.append(
            Text::tr("Too little was received in the period before and last year, so growth can't be told."));
    } else {
        const QString reference = found.hasPrevious && found.hasLastYear
                                      ? Text::tr("the period before and last year")
                                      : (found.hasPrevious ? Text::tr("the period before") : Text::tr("last year"));
        sentences.append(
            Text::tr("A category in an area is named when its share of all tickets has grown by half or more "
                     "against %1, to at least %2 tickets (%3 pairs tested).")
                .arg(reference)
                .arg(HotSpots::leastGrown)
                .arg(found.subjectsTested));
    }
    if (found.clustersLeftOut) {
        sentences.append(Text::tr("Places were left out: choose a shorter period, of at most %L1 tickets.")
                             .arg(HotSpots::mostForClusters));
    } else {
        const QString told =
            Text::tr("A place is named when at least %1 tickets from %2 numbers tell of one matter there")
                .arg(HotSpots::leastCluster)
                .arg(HotSpots::leastNumbers);
        if (!found.hasIndex)
            sentences.append(Text::tr("%1; they are not tested while the search index is being built.").arg(told));
        else if (!found.hasYearBefore)
            sentences.append(Text::tr("%1; with too little in the year before they are not tested.").arg(told));
        else
            sentences.append(Text::tr("%1, more than the year before lets expect (%2 places tested).")
                                 .arg(told)
                                 .arg(found.placesTested));
    }
    sentences.append(
        Text::tr("The tests are exact one-sided binomial ones; of what they let pass, no more than %1 % is by "
                 "chance (Benjamini–Hochberg). Merged tickets count.")
            .arg(HotSpots::falseDiscoveryRate * 100));
    return sentences.join(u' ');
}

} // namespace huiyin
