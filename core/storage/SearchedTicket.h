// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Id.h"
#include "domain/SearchQuery.h"
#include "storage/SearchGrams.h"

#include <QList>
#include <QSet>
#include <QString>

#include <functional>

namespace huiyin {

class Database;

// One change in search_pending: a part of a ticket and what the index holds for it.
struct PendingPart
{
    enum Part : qint64 { New = 0, Texts = 1, Number = 2, Moved = 3, Attributes = 4 }; // dispatches are negative

    qint64 part = 0;
    QString text{};
};

// What the search index reads of a ticket, part by part as search_pending tells them.
class SearchedTicket
{
public:
    // As the tables hold it now.
    static SearchedTicket stored(Database &database, qint64 ticket);

    // As it was before some changes.
    [[nodiscard]] SearchedTicket before(const QList<PendingPart> &changes) const;

    // A ticket and its texts; one without the other is not searched, and check tells of it.
    [[nodiscard]] bool exists() const { return !m_attributes.isEmpty() && !m_texts.isEmpty(); }
    [[nodiscard]] qint64 receivedAt() const { return m_receivedAt; } // UTC ms
    [[nodiscard]] SearchGrams grams() const;                         // none when it doesn't exist

private:
    struct DispatchPart
    {
        qint64 id = 0;
        QString reply{};
        qint64 department = 0; // 0: it was returned, or not given yet
    };
    DispatchPart &dispatch(qint64 id);

    qint64 m_receivedAt = 0;
    QString m_number;
    QString m_texts;      // texts, then U+001E, then numbers, parted by U+001F
    QString m_attributes; // as in search_pending
    QList<DispatchPart> m_dispatches;
};

// Those of some tickets whose texts hold all words just as they are folded; they need not be folded themselves. Of the
// others nothing is known: most texts are typed in the form that folding gives them, but not all.
QSet<qint64> surelyMatching(Database &database, const SearchQuery &query, const QList<TicketId> &tickets);

// The texts of some tickets, folded, in the order asked; those that are not there are passed over.
void eachSearchedTexts(Database &database, const QList<TicketId> &tickets,
                       const std::function<void(qint64, const SearchedTexts &)> &visit);

} // namespace huiyin
