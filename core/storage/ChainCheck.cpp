// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/ChainCheck.h"

#include "domain/Progress.h"
#include "storage/AccessRepository.h"
#include "storage/CaseFile.h"
#include "storage/HistoryRepository.h"
#include "storage/Transaction.h"

#include <QElapsedTimer>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

QString ChainCheck::text() const
{
    return u"%1 %2 %3 %4"_s.arg(at.toMSecsSinceEpoch()).arg(milliseconds).arg(history.records).arg(access.records);
}

std::optional<ChainCheck> ChainCheck::fromText(const QString &text)
{
    QList<qint64> numbers;
    const QStringList parts = text.split(u' ');
    for (const QString &part : parts) {
        bool isNumber = false;
        numbers.append(part.toLongLong(&isNumber));
        if (!isNumber || numbers.last() < 0)
            return std::nullopt;
    }
    if (numbers.size() != 4)
        return std::nullopt;
    return ChainCheck{.at = QDateTime::fromMSecsSinceEpoch(numbers[0], Qt::UTC),
                      .milliseconds = numbers[1],
                      .history = {.records = numbers[2]},
                      .access = {.records = numbers[3]}};
}

ChainCheck checkChains(CaseFile &file, const QDateTime &at, const Progress &progress)
{
    QElapsedTimer timer;
    timer.start();
    Database &database = file.database();
    const ReadTransaction oneState(database);
    ChainCheck check{.at = at};
    check.history = HistoryRepository(database).walk(progress);
    check.access = AccessRepository(database).walk(progress);
    check.milliseconds = timer.elapsed();
    return check;
}

bool isChainCheckDue(const std::optional<ChainCheck> &last, const QDateTime &now)
{
    return !last || last->at > now || last->at.addDays(daysBetweenChainChecks) <= now;
}

} // namespace huiyin
