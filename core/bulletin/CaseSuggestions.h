// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/CodeTables.h"
#include "domain/FollowUp.h"
#include "domain/Progress.h"
#include "domain/Ticket.h"
#include "statistics/Question.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace huiyin {

class CaseFile;

// A case that an editor may want to tell, and what speaks for it.
struct SuggestedCase
{
    enum class Kind { Overdue, Shared, Repeated, Praised, Proposal };

    Kind kind = Kind::Overdue;
    TicketId ticket{0};
    QString number{};
    QString title{};     // citizens' data masked
    qint64 count = 0;    // Overdue: days; Shared: departments; Repeated: times told
    qint64 people = 0;   // Repeated: telephone numbers; a telling without one counts as one
    bool isOpen = false; // Overdue: neither replied to nor closed
    Satisfaction satisfaction = Satisfaction::Satisfied; // Praised
    QString words{};                                     // Praised: what the citizen said, masked
    Marks picked{};                                      // the lists that it is picked for
    bool wasTold = false;                                // in a bulletin that was published
};

// Cases for the period's bulletin: received in it, so that what is picked comes to stand in its lists, and as they stood at
// the cut-off, or now when that is still to come. Merged and void tickets are none, nor are those whose citizen wished not
// to be known even to the department. All channels count, whether they stand in the office's total or not: a good case is
// one wherever it came from.
//
//   Overdue   three days or more by the calendar behind the due time: less is mostly an entry that was late. What nobody
//             has replied to stands before what was done in the end, then the longest first.
//   Shared    with two departments or more, not counting those that returned it; the most first, then the newest.
//   Repeated  told three times or more in the period: by itself, by tickets that were merged into it or call it an earlier
//             matter, by repeated calls. The most times first, then the most people. Of a matter that began before the
//             period its newest ticket of the period stands for it.
//   Praised   solved by the department's own word, and the citizen, asked last, was satisfied, and said more than that; the
//             warmest words first: very satisfied, then how many of those in which people thank, then the longer.
//   Proposal  of a request type 建议; told at most length first, as there is the most to tell of them.
//
// Each kind has `most` at the most, and a ticket once. A case may be of several kinds.
struct CaseSuggestions
{
    static constexpr qsizetype most = 10;
    static constexpr qint64 leastDays = 3;
    static constexpr int leastDepartments = 2;
    static constexpr qint64 leastTold = 3;

    Question question{};
    QDateTime asOf{};
    QList<SuggestedCase> cases{}; // by kind, the best first
};

// Can be cancelled. Goes once over the period's tickets for each kind.
CaseSuggestions suggestCases(CaseFile &file, const Question &question, const CodeTables &tables, const QDateTime &now,
                             const Progress &progress = {});

// What speaks for a case, in a few words: 超期23天, 3个单位共办, 同一事项反映9次、6人.
QString reasonOf(const SuggestedCase &suggested);

} // namespace huiyin
