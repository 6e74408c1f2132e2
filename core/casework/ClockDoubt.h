// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/Command.h"
#include "domain/OfficeZone.h"
#include "storage/ClockRepository.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace huiyin {

class Database;

// 时钟异常: this computer's clock tells a time that the records of the case file make hard to believe. Until it is put
// right, or somebody has confirmed it (CaseBook::confirmClock), no command that stamps times is carried out.
struct ClockDoubt
{
    enum class Kind {
        Behind,   // before the newest record: an empty battery, a clock that was set back
        FarAhead, // long after the newest record of a file that was in use
    };
    Kind kind;
    QDateTime clock;      // what it tells
    QDateTime newest;     // what the file holds
    TimedRecord record{}; // of that moment, whose and of which ticket; empty when it can't be told

    bool operator==(const ClockDoubt &) const = default;
};

// Two computers, or one before and after it asked the network for the time, lie so far apart at most.
constexpr qint64 clockTolerance = 5 * 60; // seconds
// No office rests that long; a wrong year shows, and whoever opens a file again after a year is asked once. The schema's
// triggers know this number too.
constexpr qint64 longestPause = 90LL * 24 * 3600; // seconds
// A file with fewer seconds between its first record and its newest moment (either way: a clock may have been confirmed
// that stands before all records) was tried out, imported or generated, and may be
// taken up at any time.
constexpr qint64 shortestUse = 14LL * 24 * 3600;

// Takes a row or two, and where there is a doubt a bounded number of them, however large the file.
std::optional<ClockDoubt> clockDoubt(Database &database, const QDateTime &now);
// What is wrong: both moments, and which record it is that the clock contradicts.
QString sentenceOf(const ClockDoubt &doubt, const OfficeZone &zone);
// The newest record alone: when, of which ticket, by whom.
QString newestRecordText(const ClockDoubt &doubt, const OfficeZone &zone);

// Whether a command writes times of the trade or works out due times, so that a wrong clock would leave wrong ones. Drafts
// don't: what is typed is never refused for the clock's sake.
bool stampsTimes(Command command);

} // namespace huiyin
