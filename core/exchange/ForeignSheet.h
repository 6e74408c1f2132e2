// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/Tables.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace huiyin {

// What fills one column of a table of ours: columns of the sheet, joined when there are several; a text that is the same in
// every row; or both, the text before the columns.
struct ColumnMatch
{
    int column = 0;                 // of the table
    QStringList headings{};         // as cleanHeading() leaves them
    QString fixed{};                // 2019- before the running number of a register
    QMap<QString, QString> words{}; // what a word of the sheet is called here

    bool operator==(const ColumnMatch &) const = default;
};

struct TableMatch
{
    TableKind kind = TableKind::Tickets;
    QList<ColumnMatch> columns{};

    [[nodiscard]] const ColumnMatch *of(int column) const; // nullptr: the sheet has nothing for it
    ColumnMatch &at(int column);                           // added when there is none

    bool operator==(const TableMatch &) const = default;
};

// How the sheets of another program, or of a register that was kept by hand, are read as tables of ours. A row of such a
// sheet often tells a ticket together with its dispatch and its follow-up: then it is read once for each of the tables, and
// passed over where it has no department, or no time of a follow-up.
struct SheetProfile
{
    QString name{};             // of a kept one
    QStringList headings{};     // all of the sheet that it was made for
    QList<TableMatch> tables{}; // one a kind

    [[nodiscard]] const TableMatch *of(TableKind kind) const;
    // The headings that it reads, each once.
    [[nodiscard]] QStringList neededHeadings() const;

    bool operator==(const SheetProfile &) const = default;
};

// A profile, and the sheet that it is applied to.
struct ForeignSheet
{
    SheetProfile profile{};
    QString sheet{}; // of a workbook; "": the first whose headings are those of the profile

    bool operator==(const ForeignSheet &) const = default;
};

// Headings are looked for in so many rows: above them such sheets have a title, a period, who made them.
inline constexpr int rowsBeforeData = 30;

// Why the profile can't be used yet, a sentence for each table and column that is missing; empty when it can be.
QStringList faultsOf(const SheetProfile &profile);

// JSON, as the case file keeps it. nullopt: it is of a later version of the program, or no profile.
QByteArray toJson(const SheetProfile &profile);
std::optional<SheetProfile> sheetProfileFromJson(const QByteArray &json);

} // namespace huiyin
