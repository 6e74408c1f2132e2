// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/MonthWording.h"
#include "bulletin/Wording.h"
#include "statistics/Statistics.h"

#include <QHash>
#include <QList>
#include <QString>

namespace huiyin {

struct BulletinRequest;
struct Office;

// A category that has grown beyond what chance explains, where it has, and what people say.
struct HotTopic
{
    CategoryId category{0};
    QStringList areas{};
    QStringList matters{}; // citizens' data masked
};

// What every sentence of a bulletin can speak of: the figures and words of the whole period, and the conditions that
// the parts of a layout depend on. resources/layouts/README.md lists their names.
struct BulletinFacts
{
    WordingScope words{};
    QHash<QString, bool> conditions{};
    QList<TopicFigures> carvedTopics{}; // their tickets are not in the category shares
    QList<HotTopic> hotTopics{};        // where the layout speaks of them
    QList<MonthIssue> monthIssues{};    // where the layout speaks of them

    // "topics,!calls": whether all hold. A count, a rate or a change is a condition too: that it, or its base, is not 0. What
    // `row` knows goes first. Throws LayoutError for what nothing knows.
    [[nodiscard]] bool holds(const QString &when, const WordingScope *row = nullptr) const;
    // The words that are no figure: what can be said in any row without giving it a number of the whole office.
    [[nodiscard]] WordingScope plainWords() const;
};

struct TimelinessKeys
{
    FigureKey onTime{};
    FigureKey due{};
    FigureKey overdue{};
    FigureKey closedLate{};
    FigureKey openLate{};
};
// on_time, due, overdue, closed_late, open_late, and what is open and not late.
WordingScope timelinessWords(Ratio onTimeRate, qint64 closedLate, qint64 openLate, qint64 open,
                             const TimelinessKeys &keys);

// The handling times of a period or of a department: mean_days, working_mean_days …
// They open the closed tickets, and those of enterprises.
WordingScope handlingWords(const HandlingFigures &figures, FigureKey closed, FigureKey fromEnterprises);

// The counts and rates of the whole office.
WordingScope officeWords(const Statistics &figures);

// `monthOfStretch`: a stretch within one month is called by its month, as in a bulletin that says the days elsewhere.
BulletinFacts bulletinFacts(const Office &office, const Statistics &figures, const BulletinRequest &request,
                            const BlockStyle &style, bool monthOfStretch);

} // namespace huiyin
