// SPDX-License-Identifier: GPL-3.0-or-later
// What is typed and not saved yet, kept in the case file.
#include "casework/KeepingWords.h"

#include "storage/Database.h"
#include "storage/KeptDraftRepository.h"
#include "storage/StorageError.h"

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr qsizetype mostKept = 4'000'000; // bytes; far beyond what the fields of a form take

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CaseBook)
};

} // namespace

WordsPlace WordsPlace::of(Command command, TicketId ticket)
{
    return {.command = command, .object = u"ticket %1"_s.arg(ticket.value())};
}

WordsPlace WordsPlace::of(Command command, DispatchId dispatch)
{
    return {.command = command, .object = u"dispatch %1"_s.arg(dispatch.value())};
}

WordsPlace WordsPlace::ofArticle(std::optional<ArticleId> article)
{
    return {.command = Command::ManageKnowledge,
            .object = article ? u"article %1"_s.arg(article->value()) : u"article"_s};
}

WordsPlace WordsPlace::ofSeveral(Command command)
{
    return {.command = command, .object = u"tickets"_s};
}

WordsPlace WordsPlace::ofNotice()
{
    return {.command = Command::SetUp, .object = u"notice"_s};
}

WordsPlace WordsPlace::ofLayout(const QString &name)
{
    return {.command = Command::SetUp, .object = u"layout "_s + name};
}

Outcome<Changes> keepWords(CaseBook &book, const WordsPlace &place, const QList<TypedWords> &words)
{
    if (words.isEmpty())
        return dropWords(book, place);
    // Not checkRight() for everybody: a clock in doubt refuses the command, not what is typed for it.
    if (!ruleOf(place.command).allows(book.roles())) {
        if (auto refusal = book.checkRight(place.command))
            return *refusal;
    }
    const KeptDraft draft{.user = book.user(),
                          .kind = place.kind(),
                          .object = place.object,
                          .words = words,
                          .savedAt = book.clock().now()};
    if (contentOf(words).size() > mostKept)
        return Refusal{Text::tr("This is too much text to be kept until it is saved. Save it, or shorten it.")};
    Database &database = book.file().database();
    Transaction transaction(database);
    KeptDraftRepository(database).put(draft);
    database.setWitness([draft](Database &asked) {
        const auto stored = KeptDraftRepository(asked).find(draft.user, draft.kind, draft.object);
        return stored && contentOf(stored->words) == contentOf(draft.words);
    });
    transaction.commit();
    return Changes{};
}

// One's own words are nobody else's matter: they can be dropped whatever has become of one's rights.
Outcome<Changes> dropWords(CaseBook &book, const WordsPlace &place)
{
    Database &database = book.file().database();
    const auto isThere = [user = book.user(), place](Database &asked) {
        return KeptDraftRepository(asked).find(user, place.kind(), place.object).has_value();
    };
    if (!isThere(database))
        return Changes{};
    Transaction transaction(database);
    wipeWords(book, place);
    database.setWitness([isThere](Database &asked) { return !isThere(asked); });
    transaction.commit();
    return Changes{};
}

Outcome<Changes> giveApartFromWords(CaseBook &book, const WordsPlace &place,
                                    const std::function<Outcome<Changes>(CaseBook &)> &give)
{
    Outcome<Changes> outcome = give(book);
    if (!outcome)
        return outcome;
    try {
        (void)dropWords(book, place);
    } catch (const StorageError &error) {
        qWarning("kept words: %s", error.what());
    }
    return outcome;
}

void wipeWords(CaseBook &book, const WordsPlace &place)
{
    (void)KeptDraftRepository(book.file().database()).remove(book.user(), place.kind(), place.object);
}

} // namespace huiyin
