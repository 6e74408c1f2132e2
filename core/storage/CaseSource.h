// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/FollowUp.h"
#include "domain/Id.h"
#include "domain/Progress.h"

#include <QHash>
#include <QList>
#include <QString>

#include <functional>
#include <optional>

namespace huiyin {

class Database;

// What a bulletin's cases are looked for in: the tickets received in a span, UTC milliseconds, as they stood at a moment.
// Drafts, void and merged ones are none, nor are those of citizens who wished not to be known to the department.
class CaseSource
{
public:
    struct Span
    {
        qint64 from = 0; // [from, before)
        qint64 before = 0;
        qint64 asOf = 0;
    };

    // Stops with StorageError of Kind::Cancelled when `progress`, which must outlive it, says so.
    CaseSource(Database &database, const Progress &progress, const Span &span)
        : m_database(database)
        , m_progress(progress)
        , m_span(span)
    {
    }

    // Of a lead dispatch, or of a ticket without one: how long behind its due time it was closed, or is open. A look at
    // the dates alone: a reply that stands may have come in time.
    struct Late
    {
        TicketId ticket{0};
        bool isOpen = false;
        qint64 late = 0; // ms
    };
    void eachLate(qint64 least, const std::function<void(const Late &)> &visit) const;

    // How many departments had it in hand, where there were `least` or more.
    void eachShared(int least, const std::function<void(TicketId, int departments)> &visit) const;

    // Somebody told of an earlier matter again, by a ticket (merged or not) or by a call.
    struct Telling
    {
        qint64 ticket = 0;  // of the telling itself; 0: a call
        qint64 earlier = 0; // the ticket that it was told of before
        QString phone{};
    };
    void eachTelling(const std::function<void(const Telling &)> &visit) const;
    // What each of these was told of before, where it was.
    [[nodiscard]] QHash<qint64, qint64> earlierOf(const QList<TicketId> &tickets) const;
    // Telephone numbers of those of some tickets that are cases themselves; "" where there is none.
    [[nodiscard]] QHash<qint64, QString> phonesOf(const QList<TicketId> &tickets) const;

    // Tickets that are solved by what the department says, and whose citizen said something when he was asked and was
    // satisfied or very satisfied.
    struct Praise
    {
        TicketId ticket{0};
        Satisfaction satisfaction = Satisfaction::Satisfied;
        QString comment{};
    };
    void eachPraise(const std::function<void(const Praise &)> &visit) const;

    // Tickets of some request types, with the length of what was told.
    void eachOfTypes(const QList<RequestTypeId> &types,
                     const std::function<void(TicketId, qint64 length)> &visit) const;

private:
    template <class Visit, class... Args>
    void eachRow(const QString &sql, Visit visit, const Args &...args) const;

    Database &m_database;
    const Progress &m_progress;
    Span m_span;
};

} // namespace huiyin
