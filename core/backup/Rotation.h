// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>

namespace huiyin {

// What is kept of the backups in a folder, beside those of the last two days: one a day, a week and a month.
struct RotationRule
{
    int days = 2;   // all of them
    int daily = 12; // the last one of as many days that have any
    int weekly = 10;
    int monthly = 9;
    int newest = 32;  // by their numbers, whatever their times: a clock that jumped thins nothing of the last days
    int guarded = 90; // days that the copies before an import or a restore stay
    int verified = 3; // never fewer
};

// A backup whose manifest agrees with it.
struct RotatedBackup
{
    qint64 number = 0;
    QDateTime made{};     // as the clock was
    bool guarded = false; // before an import or a restore
    bool verified = true; // its bytes have their checksum
};

// The numbers of those that may go, ascending. The order is that of the numbers. A time that doesn't fit in between its
// neighbours (the clock was wrong) is taken for that of the one before.
QList<qint64> superfluousBackups(QList<RotatedBackup> backups, const RotationRule &rule = {});

} // namespace huiyin
