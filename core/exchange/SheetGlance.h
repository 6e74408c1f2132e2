// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Progress.h"
#include "exchange/ForeignSheet.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace huiyin {

// The top of a sheet of another program: where its headings are, and a few rows to see what stands below them.
struct SheetGlance
{
    QString sheet{};           // "" of a text file
    qint64 headingLine = 0;    // 0: the sheet is empty
    QStringList headings{};    // as cleanHeading() leaves them, each once; "" where a column has none
    QList<QStringList> rows{}; // the first few below, as many fields as headings
    QList<std::pair<qint64, QStringList>> lines{}; // the first rows of all, one of which has the headings

    // Some of what a column holds, each once.
    [[nodiscard]] QStringList samplesOf(const QString &heading, int most = 3) const;
};

// Looks at a sheet; "" is the first one. The headings are those of the row at `headingLine`; of the row near the top that
// knows most words for our columns when it is 0. Throws FileError, and StorageError of Kind::Cancelled.
SheetGlance glanceAt(const QString &path, const QString &sheet, const Progress &progress, qint64 headingLine = 0);

// What the columns of the sheet probably are, by the words that other programs and registers use: tickets, with their
// dispatches and follow-ups where the sheet tells them; or calls. Each heading serves a table once. Nothing is guessed
// without a word for it.
SheetProfile guessProfile(const SheetGlance &glance);
// The same for one kind of table.
TableMatch guessTable(const SheetGlance &glance, TableKind kind);

// How well a kept profile fits: the part of the columns it reads that the sheet has; 1: all of them, so that it can be
// used as it is.
double fitOf(const SheetProfile &profile, const SheetGlance &glance);

} // namespace huiyin
