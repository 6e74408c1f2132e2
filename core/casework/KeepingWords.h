// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/CaseBook.h"
#include "domain/TypedWords.h"
#include "storage/CaseFile.h"
#include "storage/Transaction.h"

#include <functional>
#include <optional>
#include <type_traits>
#include <utility>

namespace huiyin {

// Which form words are typed into: what it gives, and what that is about.
struct WordsPlace
{
    Command command;
    QString object{}; // "ticket 12"

    static WordsPlace of(Command command, TicketId ticket);
    static WordsPlace of(Command command, DispatchId dispatch);
    static WordsPlace ofArticle(std::optional<ArticleId> article); // none: the new one
    // Of many tickets at once, whichever were chosen: the words are there for those that are chosen next.
    static WordsPlace ofSeveral(Command command);
    static WordsPlace ofNotice(); // a year's holidays
    static WordsPlace ofLayout(const QString &name);

    [[nodiscard]] QString kind() const { return QString::fromLatin1(ruleOf(command).action); }
    bool operator==(const WordsPlace &) const = default;
};

// What is being typed is kept in the case file, for the user of the case book alone, until it is saved or given up.
// It is no record of the trade: no event of the history tells it, and a clock in doubt stops nobody from typing.

// In place of what was kept there before; no words: nothing is kept. Whoever may not give the command keeps no words for it.
Outcome<Changes> keepWords(CaseBook &book, const WordsPlace &place, const QList<TypedWords> &words);
Outcome<Changes> dropWords(CaseBook &book, const WordsPlace &place);
// Without asking for a right: inside of a command that saves them.
void wipeWords(CaseBook &book, const WordsPlace &place);

// Gives the command that words are kept for, give(CaseBook &) -> Outcome<T>. Carried out, they are gone with it, in one
// transaction; refused or failed, they are there as before.
template <class Give>
std::invoke_result_t<Give &, CaseBook &> giveWithWords(CaseBook &book, const WordsPlace &place, Give give)
{
    Transaction transaction(book.file().database());
    auto outcome = give(book);
    if (!outcome)
        return outcome;
    wipeWords(book, place);
    transaction.commit();
    return outcome;
}

// The same where it may be that no words are kept.
template <class Give>
std::invoke_result_t<Give &, CaseBook &> giveWithWords(CaseBook &book, const std::optional<WordsPlace> &place,
                                                       Give give)
{
    return place ? giveWithWords(book, *place, std::move(give)) : give(book);
}

// Of a command that is given for many things, each in a transaction of its own: once it is carried out, for as many as it
// may be, the words are gone. Trouble with that undoes none of it: then they are offered again.
Outcome<Changes> giveApartFromWords(CaseBook &book, const WordsPlace &place,
                                    const std::function<Outcome<Changes>(CaseBook &)> &give);

} // namespace huiyin
