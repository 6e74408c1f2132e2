// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace huiyin {

class Database;

// The next number of a series within a span ("ticket" of "20200209"), starting at 1. Taken inside the transaction that
// uses it, so that a number is never given twice and a rolled-back one is given again.
qint64 nextNumber(Database &database, const QString &series, const QString &span);

// Sets where a series stands, when numbers were given by other means.
void setLastNumber(Database &database, const QString &series, const QString &span, qint64 last);

} // namespace huiyin
