// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/CodeTables.h"
#include "domain/Progress.h"
#include "exchange/ForeignSheet.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace huiyin {

class CaseFile;

// A word of the sheet in a column of ours that takes certain words only, and that is none of them.
struct ForeignWord
{
    TableKind kind = TableKind::Tickets;
    int column = 0;
    QString word{};
    qint64 rows = 0;
    QString likely{};    // what it probably is here; "" when nothing is near
    bool isName = false; // of a list of the office, to which it could be added

    bool operator==(const ForeignWord &) const = default;
};

// The words that a column takes, as the window shows them: the codes in Chinese, or the names that the office has in use;
// empty for a column that takes any text.
QStringList wordsFor(TableKind kind, int column, const CodeTables &tables);

// The words of all the rows that nobody has said what they are, column by column, the most frequent first; not more than
// 200 a column. Changes nothing. Throws FileError, StorageError of Kind::Cancelled.
QList<ForeignWord> unknownWords(CaseFile &file, const QString &path, const ForeignSheet &foreign, Progress &progress);

} // namespace huiyin
