// SPDX-License-Identifier: GPL-3.0-or-later
// What is typed into a form and not saved yet: kept for its user alone, gone with the work that it was typed for.
#include "casework/Batch.h"
#include "casework/KeepingWords.h"
#include "exchange/Export.h"
#include "storage/AccessRepository.h"
#include "storage/ClockRepository.h"
#include "storage/Database.h"
#include "storage/FileCheck.h"
#include "storage/KeptDraftRepository.h"
#include "storage/StorageError.h"
#include "storage/UserRepository.h"
#include "support/HandlingOffice.h"
#include "support/Print.h"

#include <QDirIterator>
#include <QFile>

#include <catch2/catch.hpp>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

namespace {

struct WordsOffice : HandlingOffice
{
    WordsOffice()
        : ticket(dispatched())
        , place(WordsPlace::of(Command::Reply, *lead(ticket).id))
    {
    }
    [[nodiscard]] TypedWords typed(const QString &text) const
    {
        return {.at = clock.now(), .words = {{u"text"_s, text}}, .choices = {{u"result"_s, 1}}};
    }
    Outcome<Changes> keep(const QString &text) { return keepWords(*book, place, {typed(text)}); }
    // What the user of the case book finds again.
    [[nodiscard]] QStringList kept(const QString &user = u"话务员03"_s) const
    {
        QStringList texts;
        const auto draft = KeptDraftRepository(file->database()).find(user, place.kind(), place.object);
        for (const TypedWords &one : draft ? draft->words : QList<TypedWords>())
            texts.append(one.text());
        return texts;
    }
    [[nodiscard]] qint64 count(const QString &table) const
    {
        return file->database().value<qint64>(u"SELECT count(*) FROM "_s + table).value_or(-1);
    }
    Outcome<Changes> reply(const QString &text)
    {
        return giveWithWords(*book, place, [this, text](CaseBook &asked) {
            return asked.reply({.dispatch = *lead(ticket).id, .text = text});
        });
    }

    TicketId ticket;
    WordsPlace place;
};

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool standsBelow(const QString &folder, const QByteArray &words)
{
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        if (bytesOf(files.next()).contains(words))
            return true;
    }
    return false;
}

} // namespace

TEST_CASE("what is typed is found again by whoever typed it, in its newest form, and by nobody else", "[drafts]")
{
    WordsOffice office;
    REQUIRE(office.keep(u"已更换"_s));
    office.clock.advance(2);
    REQUIRE(office.keep(u"已更换水管，"_s));
    CHECK(office.kept() == QStringList{u"已更换水管，"_s});
    CHECK(office.kept(u"王芳"_s).isEmpty());
    CHECK(office.count(u"kept_draft"_s) == 1);
    office.close();
    office.open();
    CHECK(office.kept() == QStringList{u"已更换水管，"_s});
    // Another types about the same dispatch: each has his own.
    CaseBook other(*office.file, office.clock, u"王芳"_s);
    REQUIRE(keepWords(other, office.place, {office.typed(u"还在办"_s)}));
    CHECK(office.kept(u"王芳"_s) == QStringList{u"还在办"_s});
    CHECK(office.kept() == QStringList{u"已更换水管，"_s});
    REQUIRE(dropWords(other, office.place));
    CHECK(office.kept() == QStringList{u"已更换水管，"_s});
    // And nothing typed is nothing kept.
    REQUIRE(keepWords(*office.book, office.place, {}));
    CHECK(office.count(u"kept_draft"_s) == 0);
}

TEST_CASE("what was typed goes with the command that saves it, and stays when that is refused", "[drafts]")
{
    WordsOffice office;
    REQUIRE(office.keep(u"已更换水管。"_s));
    CHECK_FALSE(office.reply(QString())); // a reply without words
    CHECK(office.kept() == QStringList{u"已更换水管。"_s});
    REQUIRE(office.reply(u"已更换水管。"_s));
    CHECK(office.lead(office.ticket).reply == u"已更换水管。"_s);
    CHECK(office.kept().isEmpty());
    CHECK(office.count(u"kept_draft"_s) == 0);
}

TEST_CASE("a reply that fails at any access to the file leaves it with what was typed, or it is saved", "[drafts]")
{
    struct Reset
    {
        ~Reset() { Database::setObserver({}); }
    } reset;
    WordsOffice office;
    REQUIRE(office.keep(u"已更换水管。"_s));
    bool done = false;
    int failed = 0;
    for (int failing = 1; !done; ++failing) {
        REQUIRE(failing < 200);
        int count = 0;
        Database::setObserver([&count, failing](const QString &) {
            if (++count == failing)
                throw StorageError(StorageError::Kind::DiskFull, u"staged"_s);
        });
        bool given = false;
        try {
            given = office.reply(u"已更换水管。"_s).has_value();
            done = count < failing;
        } catch (const StorageError &) {
            ++failed;
        }
        Database::setObserver({});
        CHECK(given == office.lead(office.ticket).repliedAt.has_value());
        CHECK(office.kept().isEmpty() == given);
        if (given)
            break;
    }
    CHECK(failed > 5);
}

TEST_CASE("what was typed to dispatch a draft goes with the draft, and stays when that becomes a ticket", "[drafts]")
{
    WordsOffice office;
    const auto draft = office.book->saveDraft({.channel = office.phone(), .content = u"停水"_s});
    REQUIRE(draft);
    const WordsPlace place = WordsPlace::of(Command::Dispatch, draft->id);
    REQUIRE(keepWords(*office.book, place, {office.typed(u"请速办"_s)}));
    SECTION("thrown away")
    {
        // Also what another has typed about it.
        CaseBook other(*office.file, office.clock, u"王芳"_s);
        REQUIRE(keepWords(other, place, {office.typed(u"请尽快"_s)}));
        REQUIRE(office.keep(u"与此无关"_s));
        REQUIRE(office.book->discardDraft(draft->id));
        CHECK(office.count(u"kept_draft"_s) == 1);
        CHECK(office.kept() == QStringList{u"与此无关"_s});
    }
    SECTION("accepted")
    {
        REQUIRE(office.book->accept({.draft = draft->id,
                                     .draftVersion = draft->version,
                                     .channel = office.phone(),
                                     .title = u"停水"_s,
                                     .content = u"停水"_s}));
        CHECK(office.count(u"kept_draft"_s) == 1);
    }
}

TEST_CASE("what was typed for many tickets goes once it is done for one of them", "[drafts]")
{
    WordsOffice office;
    const WordsPlace place = WordsPlace::ofSeveral(Command::Remind);
    REQUIRE(keepWords(*office.book, place, {office.typed(u"请尽快办理"_s)}));
    const auto remind = [&](const QList<TicketId> &tickets) {
        return giveApartFromWords(*office.book, place, [&](CaseBook &book) -> Outcome<Changes> {
            const BatchResult result = forEachTicket(book, tickets, [&](TicketId ticket) {
                return forEachDispatch(book, ticket, Command::Remind, [&](DispatchId dispatch) {
                    return book.remind(
                        {.dispatch = dispatch, .level = ReminderLevel::Reminder, .text = u"请尽快办理"_s});
                });
            });
            return result.done > 0 ? Outcome<Changes>(result.changes) : Refusal{result.refused.first().reason};
        });
    };
    const TicketId nowhere = office.accepted(); // no department has it
    CHECK_FALSE(remind({nowhere}));
    CHECK(office.count(u"kept_draft"_s) == 1);
    REQUIRE(remind({nowhere, office.ticket})); // what the first refuses keeps the second from nothing
    CHECK(office.count(u"kept_draft"_s) == 0);
    CHECK(office.count(u"reminder"_s) == 1);
}

TEST_CASE("a COMMIT that reports failure is looked up for what is typed too", "[drafts][commit]")
{
    struct Reset
    {
        ~Reset() { Database::setAfterwards({}); }
    } reset;
    WordsOffice office;
    const auto failOnce = [] {
        Database::setAfterwards([failed = false](const QString &sql) mutable {
            if (sql == u"COMMIT" && !std::exchange(failed, true))
                throw StorageError(StorageError::Kind::Other, u"staged"_s, u"staged"_s, 1034); // SQLITE_IOERR_FSYNC
        });
    };
    failOnce();
    CHECK(office.keep(u"已更换水管。"_s));
    CHECK(office.kept() == QStringList{u"已更换水管。"_s});
    failOnce();
    CHECK(dropWords(*office.book, office.place));
    CHECK(office.kept().isEmpty());
}

TEST_CASE("typing leaves no trace in history and access records, and the newest time stays", "[drafts]")
{
    WordsOffice office;
    const auto newest = ClockRepository(office.file->database()).newest();
    const qint64 events = office.count(u"history"_s);
    const qint64 accesses = office.count(u"access_record"_s);
    office.clock.advance(3'600);
    REQUIRE(office.keep(u"已更换水管。"_s));
    REQUIRE(dropWords(*office.book, office.place));
    CHECK(office.count(u"history"_s) == events);
    CHECK(office.count(u"access_record"_s) == accesses);
    CHECK(ClockRepository(office.file->database()).newest() == newest);
}

TEST_CASE("a clock in doubt keeps nobody's words from being kept, only the command from being given", "[drafts][clock]")
{
    WordsOffice office;
    office.clock.set(at("2019-01-01 09:00"));
    const auto refused = office.reply(u"已更换水管。"_s);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == Refusal::Kind::Clock);
    CHECK(office.keep(u"已更换水管。"_s));
    CHECK(office.kept() == QStringList{u"已更换水管。"_s});
}

TEST_CASE("who may not give a command keeps no words for it, and that is recorded; his own he may drop",
          "[drafts][rights]")
{
    WordsOffice office;
    CaseBook auditor(*office.file, office.clock, u"审计员"_s, Role::Auditor);
    const auto refused = keepWords(auditor, office.place, {office.typed(u"已更换"_s)});
    REQUIRE_FALSE(refused);
    CHECK_FALSE(refused.error().reason.isEmpty());
    CHECK(office.count(u"kept_draft"_s) == 0);
    CHECK(AccessRepository(office.file->database()).newest(1).first().details == u"right replied"_s);
    // He was a dispatcher when he typed.
    CaseBook before(*office.file, office.clock, u"审计员"_s, Role::Dispatcher);
    REQUIRE(keepWords(before, office.place, {office.typed(u"已更换"_s)}));
    CHECK(dropWords(auditor, office.place));
    CHECK(office.count(u"kept_draft"_s) == 0);
}

TEST_CASE("too much text is refused, and what was kept before stays", "[drafts]")
{
    WordsOffice office;
    REQUIRE(office.keep(u"已更换"_s));
    CHECK_FALSE(office.keep(QString(2'000'000, u'长')));
    CHECK(office.kept() == QStringList{u"已更换"_s});
    CHECK(office.keep(QString(100'000, u'长')));
}

TEST_CASE("whatever was typed comes back as it was", "[drafts]")
{
    const QString text = u"𠮷田巷3号\n\"引号\"\\\t结束\u200b😀"_s;
    const TypedWords typed{
        .at = at("2020-02-10 14:32"), .words = {{u"text"_s, text}}, .choices = {{u"solved"_s, false}}};
    const TypedWords earlier{.at = at("2020-02-09 08:00"), .words = {{u"text"_s, u"昨天"_s}}};
    const auto back = typedWordsOf(contentOf({typed, earlier}));
    REQUIRE(back.size() == 2);
    CHECK(back[0].saysTheSame(typed));
    CHECK(back[0].at == typed.at);
    CHECK(back[0].text() == text);
    CHECK(back[1].saysTheSame(earlier));
    for (const char *broken : {"", "{", "[]", "{\"version\":2,\"typed\":[{\"words\":{\"text\":\"a\"}}]}", "\xff\xfe"})
        CHECK(typedWordsOf(broken).isEmpty());
    CHECK(typedWordsOf("{\"version\":1,\"typed\":[3,{\"words\":7}]}").size() == 2); // empty ones
}

TEST_CASE("the words of who works here no longer are gone, those of who is called otherwise go along",
          "[drafts][people]")
{
    WordsOffice office;
    office.must(office.book->saveUser({.login = u"wang"_s, .name = u"王芳"_s, .roles = Role::Dispatcher}));
    CaseBook clerk(*office.file, office.clock, u"王芳"_s, Role::Dispatcher);
    REQUIRE(keepWords(clerk, office.place, {office.typed(u"已更换"_s)}));
    const UserRepository users(office.file->database());
    User user = *users.byName(u"王芳"_s);
    user.name = u"王小芳"_s;
    office.must(office.book->saveUser(user));
    CHECK(office.kept(u"王芳"_s).isEmpty());
    CHECK(office.kept(u"王小芳"_s) == QStringList{u"已更换"_s});
    user = *users.byId(*user.id);
    user.retired = true;
    office.must(office.book->saveUser(user));
    CHECK(office.count(u"kept_draft"_s) == 0);
}

TEST_CASE("what is typed goes out with no export, and nothing of it stays in the file when it is dropped",
          "[drafts][export]")
{
    WordsOffice office;
    const QString secret = u"反映人说孩子在家"_s;
    REQUIRE(office.keep(secret));
    Progress quiet;
    for (const bool masked : {false, true}) {
        const QString folder = office.folder.filePath(masked ? u"masked"_s : u"tables"_s);
        exportTables(*office.file, folder, {.masked = masked}, quiet);
        CHECK(QFile::exists(folder));
        CHECK_FALSE(standsBelow(folder, secret.toUtf8()));
    }
    office.file->database().checkpoint();
    CHECK(bytesOf(office.path()).contains(secret.toUtf8()));
    REQUIRE(dropWords(*office.book, office.place));
    office.file->database().checkpoint();
    CHECK_FALSE(bytesOf(office.path()).contains(secret.toUtf8()));
}

TEST_CASE("a check tells what was typed that can't be read, or that ought to be gone", "[drafts][check]")
{
    WordsOffice office;
    REQUIRE(office.keep(u"已更换"_s));
    Progress quiet;
    CHECK(checkFile(*office.file, quiet).isEmpty());
    office.file->database().exec(u"UPDATE kept_draft SET content = '{'"_s);
    const auto broken = checkFile(*office.file, quiet);
    REQUIRE(broken.size() == 1);
    CHECK(broken.first().object.startsWith(u"kept_draft "_s));
    CHECK(office.kept().isEmpty());
    REQUIRE(office.keep(u"已更换"_s));
    CHECK(checkFile(*office.file, quiet).isEmpty());
    office.must(office.book->saveUser({.login = u"wang"_s, .name = u"王芳"_s, .roles = Role::Dispatcher}));
    office.file->database().exec(u"UPDATE user SET retired = 1 WHERE name = '王芳'"_s);
    office.file->database().exec(u"UPDATE kept_draft SET user = '王芳'"_s);
    CHECK(checkFile(*office.file, quiet).size() == 1);
}

TEST_CASE("what one user typed for one form is found by its index", "[drafts]")
{
    WordsOffice office;
    const auto plan = office.file->database().all(
        u"EXPLAIN QUERY PLAN SELECT content FROM kept_draft WHERE user = 'a' AND kind = 'b' AND object = 'c'"_s,
        [](const Row &row) { return row.get<QString>(3); });
    CHECK(plan.first().contains(u"USING INDEX kept_draft_place"_s));
}
