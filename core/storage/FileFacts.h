// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/ChainEnd.h"

#include <QString>
#include <QStringList>

namespace huiyin {

class CaseFile;
class Database;

// What is counted of a case file to tell a copy of it from a copy of less.
struct FileFacts
{
    QString fileKey{}; // what tells the case file from others
    int version = 0;   // of its schema
    qint64 tickets = 0;
    qint64 calls = 0;
    qint64 history = 0; // events
    qint64 access = 0;  // access records
    ChainEnd end{};

    bool operator==(const FileFacts &) const = default;
};

// Of one state of the file.
FileFacts factsOf(CaseFile &file);

// Of a copy in an older form, which can't be opened as a case file: what that form has of it. Without the file's key.
FileFacts factsOfOlder(Database &database);

// What a case file holds that an earlier copy of it doesn't, by the end of the copy's history.
struct NewerRecords
{
    ChainVerdict verdict = ChainVerdict::Sound; // not Sound: the file doesn't go on from that copy
    qint64 events = 0;
    qint64 tickets = 0;         // that something was recorded of since
    QStringList firstTickets{}; // their numbers, `told` at most; without what is only a draft
    static constexpr int told = 20;

    bool operator==(const NewerRecords &) const = default;
};
NewerRecords newerThan(CaseFile &file, const ChainEnd &copy);

} // namespace huiyin
