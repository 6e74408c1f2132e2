// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/NumberSeries.h"

#include "storage/Database.h"

using namespace Qt::StringLiterals;

namespace huiyin {

qint64 nextNumber(Database &database, const QString &series, const QString &span)
{
    database.exec(u"INSERT INTO number_series(series, span, last) VALUES(?, ?, 1) "
                  "ON CONFLICT(series, span) DO UPDATE SET last = last + 1"_s,
                  series, span);
    return database.value<qint64>(u"SELECT last FROM number_series WHERE series = ? AND span = ?"_s, series, span)
        .value_or(0);
}

void setLastNumber(Database &database, const QString &series, const QString &span, qint64 last)
{
    database.exec(u"INSERT INTO number_series(series, span, last) VALUES(?, ?, ?) "
                  "ON CONFLICT(series, span) DO UPDATE SET last = excluded.last"_s,
                  series, span, last);
}

} // namespace huiyin
