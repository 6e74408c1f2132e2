// SPDX-License-Identifier: GPL-3.0-or-later
#include "backup/Rotation.h"

#include <QSet>

#include <algorithm>
#include <vector>

namespace huiyin {

namespace {

// The times that the clock most likely had right: the longest row of them that goes up with the numbers. The others get
// that of the nearest such one before, or else after.
std::vector<QDateTime> likelyTimes(const QList<RotatedBackup> &backups)
{
    const auto count = static_cast<size_t>(backups.size());
    std::vector<size_t> length(count, 1);
    std::vector<size_t> before(count, count);
    size_t last = 0;
    const auto madeAt = [&backups](size_t i) -> const QDateTime & { return backups[static_cast<qsizetype>(i)].made; };
    // Quadratic: a folder holds some hundred at most.
    for (size_t i = 0; i < count; ++i) {
        for (size_t j = 0; j < i; ++j) {
            if (madeAt(j) <= madeAt(i) && length[j] + 1 > length[i]) {
                length[i] = length[j] + 1;
                before[i] = j;
            }
        }
        if (length[i] >= length[last])
            last = i;
    }
    std::vector<bool> fits(count, false);
    for (size_t i = last; i < count; i = before[i])
        fits[i] = true;
    std::vector<QDateTime> times(count);
    QDateTime nearest;
    for (size_t i = 0; i < count; ++i) {
        if (fits[i])
            nearest = madeAt(i);
        times[i] = nearest;
    }
    for (size_t i = count; i-- > 0;) {
        if (times[i].isValid())
            nearest = times[i];
        else
            times[i] = nearest;
    }
    return times;
}

} // namespace

QList<qint64> superfluousBackups(QList<RotatedBackup> backups, const RotationRule &rule)
{
    if (backups.isEmpty())
        return {};
    std::ranges::sort(backups, {}, &RotatedBackup::number);
    const std::vector<QDateTime> times = likelyTimes(backups);
    const QDateTime now = times.back();

    struct Bucket
    {
        int left;
        QSet<qint64> seen{};
        // Whether it is the newest of its day, week or month, as long as there is room for more of them.
        bool takes(qint64 key)
        {
            if (left == 0 || seen.contains(key))
                return false;
            seen.insert(key);
            --left;
            return true;
        }
    };
    Bucket daily{.left = rule.daily};
    Bucket weekly{.left = rule.weekly};
    Bucket monthly{.left = rule.monthly};
    int newest = rule.newest;
    int verified = rule.verified;
    QList<qint64> superfluous;
    for (qsizetype i = backups.size(); i-- > 0;) {
        const RotatedBackup &backup = backups[i];
        const QDateTime &at = times[static_cast<size_t>(i)];
        const QDate day = at.date();
        constexpr int daysOfWeek = 7;
        constexpr int monthsOfYear = 12;
        bool stays = at.daysTo(now) < rule.days || (backup.guarded && at.daysTo(now) < rule.guarded);
        stays = daily.takes(day.toJulianDay()) || stays;
        stays = weekly.takes(day.toJulianDay() / daysOfWeek) || stays; // a Julian day of 0 is a Monday
        stays = monthly.takes(qint64{day.year()} * monthsOfYear + day.month()) || stays;
        stays = newest-- > 0 || stays;
        if (backup.verified)
            stays = verified-- > 0 || stays;
        if (!stays)
            superfluous.prepend(backup.number);
    }
    return superfluous;
}

} // namespace huiyin
