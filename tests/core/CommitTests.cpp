// SPDX-License-Identifier: GPL-3.0-or-later
// A COMMIT that reports failure: whether it was carried out is looked up, never guessed.
#include "storage/AccessRepository.h"
#include "storage/Database.h"
#include "storage/HistoryRepository.h"
#include "storage/StorageError.h"
#include "support/HandlingOffice.h"
#include "support/Print.h"

#include <QFile>
#include <QFileInfo>

#include <catch2/catch.hpp>

#include <new>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#endif

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

namespace {

// COMMIT fails, in truth or after it was carried out; once, or with all that follows until the connection is made anew.
class BrokenCommit
{
public:
    enum class When { Before, After };
    explicit BrokenCommit(When when, int furtherFailures = 0)
        : m_further(furtherFailures)
    {
        const auto fail = [this, late = when == When::After](const QString &sql) {
            if (m_count == 0 && sql != u"COMMIT")
                return;
            // Opening a connection begins with this one; from then on the disk can be reached again.
            if (m_count > 0 && (m_further == 0 || late))
                return;
            if (m_count++ > 0)
                --m_further;
            throw StorageError(StorageError::Kind::Other, u"staged"_s, u"staged"_s, 1034); // SQLITE_IOERR_FSYNC
        };
        if (when == When::Before)
            Database::setObserver(fail);
        else
            Database::setAfterwards(fail);
    }
    ~BrokenCommit()
    {
        Database::setObserver({});
        Database::setAfterwards({});
    }
    BrokenCommit(const BrokenCommit &) = delete;
    BrokenCommit &operator=(const BrokenCommit &) = delete;
    [[nodiscard]] int failures() const { return m_count; }

private:
    int m_further;
    int m_count = 0;
};

IntakeRequest matter(HandlingOffice &office)
{
    return {.channel = office.phone(), .title = u"停水"_s, .content = u"反映人来电，小区停水。"_s};
}

qint64 count(HandlingOffice &office, const QString &table)
{
    return office.file->database().value<qint64>(u"SELECT count(*) FROM "_s + table).value_or(-1);
}

} // namespace

TEST_CASE("a ticket that is in the file though its COMMIT failed is accepted, once", "[commit]")
{
    HandlingOffice office;
    std::optional<Outcome<SavedTicket>> saved;
    {
        const BrokenCommit broken(BrokenCommit::When::After);
        saved = office.book->accept(matter(office));
        CHECK(broken.failures() == 1);
    }
    REQUIRE(saved->has_value());
    CHECK((*saved)->number == u"20200210-0001");
    CHECK((*saved)->changes.tickets == QList{(*saved)->id});
    CHECK(count(office, u"ticket"_s) == 1);
    const auto next = office.book->accept(matter(office));
    REQUIRE(next);
    CHECK(next->number == u"20200210-0002");
    office.close();
    office.open();
    CHECK(count(office, u"ticket"_s) == 2);
    CHECK(HistoryRepository(office.file->database()).firstBreak() == std::nullopt);
}

TEST_CASE("a ticket whose COMMIT failed in truth is not in the file, and can be given again", "[commit]")
{
    HandlingOffice office;
    {
        const BrokenCommit broken(BrokenCommit::When::Before);
        CHECK_THROWS_AS(office.book->accept(matter(office)), StorageError);
    }
    CHECK(count(office, u"ticket"_s) == 0);
    const auto saved = office.book->accept(matter(office));
    REQUIRE(saved);
    CHECK(saved->number == u"20200210-0001");
    CHECK(count(office, u"ticket"_s) == 1);
}

TEST_CASE("where the connection is lost with the COMMIT, a new one is asked", "[commit]")
{
    HandlingOffice office;
    {
        // COMMIT itself, and taking it back: the connection would find in its own transaction what is saved nowhere.
        const BrokenCommit broken(BrokenCommit::When::Before, 1);
        try {
            (void)office.book->accept(matter(office));
            FAIL("nothing was saved");
        } catch (const StorageError &error) {
            CHECK(error.kind() == StorageError::Kind::Other);
        }
        CHECK(broken.failures() == 2);
    }
    CHECK(count(office, u"ticket"_s) == 0);
    CHECK(office.book->accept(matter(office)));
}

TEST_CASE("what can't be found out is said to be so, and the next command goes on", "[commit]")
{
    HandlingOffice office;
    {
        const BrokenCommit broken(BrokenCommit::When::Before, 1000);
        try {
            (void)office.book->accept(matter(office));
            FAIL("nothing was saved");
        } catch (const StorageError &error) {
            CHECK(error.kind() == StorageError::Kind::Uncertain);
            CHECK(error.message().contains(u"can't be found out"));
            CHECK_FALSE(error.message().contains(u"Nothing was saved"));
        }
    }
    CHECK(office.book->accept(matter(office))); // the connection is made anew
    CHECK(count(office, u"ticket"_s) == 1);
    CHECK(HistoryRepository(office.file->database()).firstBreak() == std::nullopt);
}

TEST_CASE("drafts and access records are looked up as tickets are", "[commit]")
{
    HandlingOffice office;
    const TicketId ticket = office.dispatched();
    IntakeRequest request = matter(office);
    const auto draft = office.book->saveDraft(request, true);
    REQUIRE(draft);
    request.draft = draft->id;
    request.draftVersion = draft->version;
    request.content = u"反映人来电，小区停水停电。"_s;
    const auto when = GENERATE(BrokenCommit::When::Before, BrokenCommit::When::After);
    const bool late = when == BrokenCommit::When::After;
    {
        const BrokenCommit broken(when);
        // It leaves no event: its version tells.
        if (late)
            CHECK(office.book->saveDraft(request, true)->version == draft->version + 1);
        else
            CHECK_THROWS_AS(office.book->saveDraft(request, true), StorageError);
    }
    CHECK(office.ticket(draft->id).content.contains(u"停电") == late);
    {
        const BrokenCommit broken(when);
        if (late)
            CHECK(office.book->recordView(ticket).has_value());
        else
            CHECK_THROWS_AS(office.book->recordView(ticket), StorageError);
    }
    CHECK(AccessRepository(office.file->database()).newest(10).size() == (late ? 1 : 0));
}

TEST_CASE("what is saved stays saved when there is no memory for what follows", "[commit]")
{
    HandlingOffice office;
    Database &database = office.file->database();
    {
        Transaction transaction(database);
        database.exec(u"INSERT INTO setting(key, value) VALUES('trial', '1')"_s);
        database.afterTransaction([] { throw std::bad_alloc(); });
        CHECK_NOTHROW(transaction.commit());
    }
    CHECK(database.value<QString>(u"SELECT value FROM setting WHERE key = 'trial'"_s) == u"1");
    {
        const Transaction undone(database);
        database.afterTransaction([] { throw std::bad_alloc(); });
    }
    CHECK(office.book->accept(matter(office)).has_value());
}

TEST_CASE("a transaction that gets no memory to be taken back is not in the file, and the next one is", "[commit]")
{
    HandlingOffice office;
    Database &database = office.file->database();
    const bool hasMemory = GENERATE(true, false);
    {
        const Transaction undone(database);
        database.exec(u"INSERT INTO setting(key, value) VALUES('trial', '1')"_s);
        Database::setObserver([hasMemory](const QString &sql) {
            if (sql != u"ROLLBACK")
                return;
            if (!hasMemory)
                throw std::bad_alloc();
            throw StorageError(StorageError::Kind::Other, u"staged"_s, u"staged"_s, 1034); // SQLITE_IOERR_FSYNC
        });
    }
    Database::setObserver({});
    CHECK(office.book->accept(matter(office)).has_value());
    CHECK(count(office, u"ticket"_s) == 1);
    CHECK(database.value<qint64>(u"SELECT count(*) FROM setting WHERE key = 'trial'"_s) == 0);
}

TEST_CASE("a COMMIT that gets no memory, nor whoever asks for what became of it, is uncertain", "[commit]")
{
    HandlingOffice office;
    bool hasMemory = true;
    Database::setObserver([&hasMemory](const QString &sql) {
        hasMemory = hasMemory && sql != u"COMMIT";
        if (!hasMemory)
            throw std::bad_alloc();
    });
    try {
        (void)office.book->accept(matter(office));
        Database::setObserver({});
        FAIL("nothing was saved");
    } catch (const StorageError &error) {
        CHECK(error.kind() == StorageError::Kind::Uncertain);
    }
    Database::setObserver({});
    CHECK(office.book->accept(matter(office)).has_value());
    CHECK(count(office, u"ticket"_s) == 1);
}

#ifdef Q_OS_UNIX
TEST_CASE("a disk that takes no more byte at the COMMIT loses nothing and doubles nothing", "[commit]")
{
    struct Limit
    {
        explicit Limit(qint64 bytes)
        {
            std::signal(SIGXFSZ, SIG_IGN);
            getrlimit(RLIMIT_FSIZE, &before);
            rlimit now = before;
            now.rlim_cur = static_cast<rlim_t>(bytes);
            setrlimit(RLIMIT_FSIZE, &now);
        }
        ~Limit()
        {
            setrlimit(RLIMIT_FSIZE, &before);
            std::signal(SIGXFSZ, SIG_DFL);
        }
        rlimit before{};
    };
    HandlingOffice office;
    const qint64 before = count(office, u"history"_s);
    const qint64 log = QFileInfo(office.path() + u"-wal"_s).size();
    REQUIRE(log > 0);
    int failed = 0;
    int saved = 0;
    // The log may grow by so much: from nothing to more than a ticket takes.
    for (qint64 room = 0; room < 160 * 1024; room += 4096) {
        bool done = false;
        const qint64 tickets = count(office, u"ticket"_s);
        {
            const Limit limit(QFileInfo(office.path() + u"-wal"_s).size() + room);
            try {
                done = office.book->accept(matter(office)).has_value();
            } catch (const StorageError &error) {
                CHECK(error.kind() != StorageError::Kind::Uncertain);
                CHECK(error.message().contains(u"Nothing was saved"));
            }
        }
        (done ? saved : failed) += 1;
        REQUIRE(count(office, u"ticket"_s) == tickets + (done ? 1 : 0));
    }
    CHECK(failed > 0);
    CHECK(saved > 0);
    CHECK(count(office, u"ticket"_s) == saved);
    CHECK(count(office, u"history"_s) == before + saved);
    office.close();
    office.open();
    CHECK(count(office, u"ticket"_s) == saved);
    CHECK(HistoryRepository(office.file->database()).firstBreak() == std::nullopt);
}
#endif
