// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

namespace huiyin {

class Progress;

// Who rescues, and when: the history of the new file tells it.
struct RescueStamp
{
    QString user{};
    QDateTime at{};
};

// What a rescue brought over, and what it did not.
struct RescueReport
{
    struct Doubt // something to be looked into 待核对
    {
        QString object{};  // a ticket's number, or what it is in the words of the office, with the numbers of its rows
        QString message{}; // a sentence
        bool operator==(const Doubt &) const = default;
    };
    QMap<QString, qint64> rows{}; // by table
    qint64 tickets = 0;           // with number and texts
    QStringList missing{};        // numbers that were given, and whose tickets are not there any more
    QList<Doubt> doubts{};
    [[nodiscard]] QString text() const; // the list, for paper
};

// Where the list lies that a rescue writes beside the new file.
QString rescueListOf(const QString &target);

// Reads what can still be read of a damaged case file into a new one at `target`, and writes the list of what is missing
// beside it; neither replaces anything, and without its list no new file appears. First row by row through SQLite, past
// what can't be read; then, where something is missing or not even the list of tables is left, from the pages of the
// file themselves, whatever hung together with what. What was deleted stays deleted. The damaged file is not changed,
// and has to be closed: InUse when a program has it open for writing.
// A file of an older version is read by the tables of that version, and what was read is migrated as any old file is.
// No rescued row differs from what was saved, but for two things that are told: a ticket whose texts are lost has a
// title that says so, and a reference to what is lost is empty. What refers to a lost ticket is left out. The history
// of the new file tells of the rescue. Throws FileError, StorageError: Damaged or NotCaseFile when nothing of a case
// file is found in it, Other when it is in UTF-16, Newer; then a backup is all there is.
RescueReport rescue(const QString &damaged, const QString &target, const RescueStamp &stamp, const Progress &progress);

} // namespace huiyin
