// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Id.h"
#include "domain/Progress.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

namespace huiyin {

class Database;

// What hot spots are looked for in: every time that somebody told the office of a matter 件次, so tickets that were
// merged count too; drafts, void ones and those of channels that stand beside the
// office's total don't. Times are UTC milliseconds, [from, before).
class MatterSource
{
public:
    // Stops with StorageError of Kind::Cancelled when `progress`, which must outlive it, says so.
    // Tickets of the excluded topics are left out.
    MatterSource(Database &database, const Progress &progress, const QList<TopicId> &excludedTopics = {});

    struct Group
    {
        qint64 category = 0; // 0: none
        qint64 area = 0;
        qint64 tickets = 0;
    };
    // Some groups come several times.
    void eachGroup(qint64 from, qint64 before, const std::function<void(const Group &)> &visit) const;

    struct Place
    {
        qint64 ticket = 0;
        qint64 category = 0;
        qint64 area = 0;
        QString address{};
        QString phone{};
    };
    void eachPlace(qint64 from, qint64 before, const std::function<void(const Place &)> &visit) const;

    // The tickets of some categories in some areas (any, when empty), the newest first.
    [[nodiscard]] QList<TicketId> tickets(const QList<qint64> &categories, const QList<qint64> &areas, qint64 from,
                                          qint64 before) const;

    // The title that most of them have, and of several the oldest ticket's; the citizen's data in it masked.
    [[nodiscard]] QString usualTitle(const QList<TicketId> &tickets) const;
    // The same of several titles, the most usual first.
    [[nodiscard]] QStringList usualTitles(const QList<TicketId> &tickets, int most) const;

    [[nodiscard]] qint64 count(qint64 from, qint64 before) const;
    // The areas of those of some tickets that count; 0 where none is known.
    [[nodiscard]] QHash<qint64, qint64> areasOf(const QList<TicketId> &tickets) const;

private:
    Database &m_database;
    const Progress &m_progress;
    QString m_counts; // the condition of a ticket that counts
};

} // namespace huiyin
