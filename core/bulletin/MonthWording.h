// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/Wording.h"
#include "domain/Period.h"
#include "domain/Progress.h"
#include "statistics/Statistics.h"

#include <QDateTime>
#include <QList>

namespace huiyin {

class CaseFile;
struct BulletinFacts;
struct BulletinRow;

// What the last published issue of a month said of it then, and what has come of that by the common cut-off of the year:
//   accepted now = accepted then + added − gone
//   closed now   = closed then + closedSince + addedClosed − closedGone
struct MonthIssue
{
    Period month{};
    QDateTime cutOff{}; // of the issue
    qint64 accepted = 0;
    qint64 closed = 0;
    qint64 added = 0; // entered or corrected later
    qint64 addedClosed = 0;
    qint64 gone = 0;        // void, merged or received in another month, by a later correction
    qint64 closedSince = 0; // was open then
    qint64 closedGone = 0;  // was closed then: reopened, gone, or closed after the common cut-off

    [[nodiscard]] bool differs() const
    {
        return added != 0 || gone != 0 || closedSince != 0 || addedClosed != 0 || closedGone != 0;
    }
};

// Of the whole months of the figures' period that an issue was published for. Goes through the file once more if there is
// any; can be cancelled.
QList<MonthIssue> monthIssues(CaseFile &file, const Statistics &figures, const Progress &progress = {});

// The months of the period, grouped by quarters where it has several, all by its one cut-off.
QList<BulletinRow> monthRows(const Statistics &figures, const QList<MonthIssue> &issues);
WordingScope monthTotal(const QList<BulletinRow> &rows, const Statistics &figures);

// issues: some month has one; issues_all: each has; issues_differ: one says otherwise than is counted now.
void addIssueConditions(BulletinFacts &facts, const Statistics &figures);

} // namespace huiyin
