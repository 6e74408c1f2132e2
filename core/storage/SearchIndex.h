// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/SearchedTicket.h"

#include <QList>
#include <QString>

#include <limits>
#include <utility>

namespace huiyin {

class Database;
class Progress;

// Keeps the table ticket_search at what the texts of the tickets say. Triggers note every change of a text, whoever
// makes it; update() takes the notes in before the transaction ends. A file of an older program, or of one that folds
// texts otherwise, has its index built piece by piece; until that is done nobody asks it.
class SearchIndex
{
public:
    explicit SearchIndex(Database &database)
        : m_database(database)
    {
    }

    struct State
    {
        bool complete = false; // it holds every ticket, but those pending
        qint64 builtTo = 0;
        qint64 latest = 0;   // UTC ms
        qint64 disorder = 0; // ms; see search_state
        qint64 last = 0;     // while changes are taken in: the largest id that it holds
    };
    [[nodiscard]] State state() const;

    // Another program has changed tickets, and the index doesn't know yet.
    [[nodiscard]] bool hasPending() const;

    struct IdRange
    {
        qint64 first = 0;
        qint64 last = std::numeric_limits<qint64>::max();
    };
    // All tickets received in [from, before), and few others, have ids in this range. All ids where that isn't known.
    [[nodiscard]] IdRange idsReceived(qint64 from, qint64 before) const;

    // Once after a file has been opened for writing: begins anew when the index was made otherwise, and takes back what
    // a program that was killed in the middle of bulk writing has left. Builds a small file's index at once.
    void prepare();
    // Takes in what is pending. Inside the transaction that made the changes.
    void update();
    // Builds on, so many tickets in a transaction of its own. True: the index is complete.
    bool buildSome(int most);
    [[nodiscard]] int percentBuilt() const;
    // Throws the index away and builds it anew, in many transactions; stopped in between, it is built on later.
    void rebuild(Progress &progress);

    // Merges its pieces into one: asked more quickly, and smaller. Rewrites all of it.
    void tidy();

    // Whether it holds exactly the terms of the texts, pending changes set aside, and tickets stand in the order that it
    // promises. Reads every text and every term.
    [[nodiscard]] bool isTrue(const Progress &progress);

private:
    using PendingTickets = QList<std::pair<qint64, QList<PendingPart>>>;

    void beginAnew();
    [[nodiscard]] std::pair<PendingTickets, bool> pendingFrom(qint64 first, qsizetype most) const;
    void add(qint64 ticket, State &state);
    void change(qint64 ticket, const QList<PendingPart> &parts, State &state);
    [[nodiscard]] qint64 lastKnown() const;
    void place(qint64 ticket, qint64 receivedAt, State &state);
    void move(qint64 ticket, qint64 before, qint64 after, State &state);
    void writeState(const State &state);

    Database &m_database;
};

} // namespace huiyin
