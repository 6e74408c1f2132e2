// SPDX-License-Identifier: GPL-3.0-or-later
// What a login leaves of the password in the memory of the program.
#include "controls/PasswordField.h"
#include "shell/CaseSession.h"
#include "shell/LoginPage.h"
#include "storage/UserRepository.h"
#include "support/HandlingOffice.h"
#include "support/Patience.h"
#include "support/QuietMessages.h"

#include <catch2/catch.hpp>

#include <QComboBox>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

// A sanitizer maps more than can be read.
#if defined(Q_OS_LINUX) && !defined(__SANITIZE_ADDRESS__)
#include <array>
#include <cstring>
#include <fcntl.h>
#include <random>
#include <sys/mman.h>
#include <unistd.h>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

namespace {

constexpr size_t signs = 24;
constexpr size_t piece = 6; // signs that are looked for together
constexpr size_t buffer = 1 << 20;
constexpr size_t undoSteps[] = {16, 20}; // bytes from sign to sign

// A password that nobody has typed before, and what is read of the memory: in one place that is not searched itself.
struct Arena
{
    std::array<char, signs> password;
    std::array<char, piece * 4> needle;
    std::array<char, buffer> read;
};

class Memory
{
public:
    Memory()
        : m_arena(static_cast<Arena *>(
            mmap(nullptr, sizeof(Arena), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)))
    {
        std::random_device chance;
        for (char &sign : m_arena->password)
            sign = static_cast<char>('a' + chance() % 26);
    }
    ~Memory() { munmap(m_arena, sizeof(Arena)); }
    Memory(const Memory &) = delete;
    Memory &operator=(const Memory &) = delete;

    [[nodiscard]] char sign(size_t at) const { return m_arena->password[at]; }

    // In how many places a piece of it lies, in one, two or four bytes a sign.
    [[nodiscard]] int found() const
    {
        const int memory = open("/proc/self/mem", O_RDONLY | O_CLOEXEC);
        QFile maps(u"/proc/self/maps"_s);
        REQUIRE(memory >= 0);
        REQUIRE(maps.open(QIODevice::ReadOnly));
        int places = 0;
        const QList<QByteArray> lines = maps.readAll().split('\n');
        for (const QByteArray &line : lines) {
            const QList<QByteArray> words = line.simplified().split(' ');
            if (words.size() < 2 || !words[1].startsWith('r') || line.contains("[v"))
                continue;
            const auto from = words[0].split('-').first().toULongLong(nullptr, 16);
            const auto to = words[0].split('-').last().toULongLong(nullptr, 16);
            places += foundIn(memory, from, to);
        }
        ::close(memory);
        return places;
    }

private:
    [[nodiscard]] int foundIn(int memory, quint64 from, quint64 to) const
    {
        const auto own = reinterpret_cast<quint64>(m_arena);
        // The kernel puts neighbouring mappings into one line.
        if (from < own && own < to)
            return foundIn(memory, from, own) + foundIn(memory, own, to);
        if (from == own)
            from = std::min(to, own + (sizeof(Arena) + 4095) / 4096 * 4096);
        int places = 0;
        constexpr quint64 overlap = piece * 20;
        for (quint64 at = from; at < to; at += buffer - overlap) {
            const auto length =
                pread(memory, m_arena->read.data(), std::min<quint64>(buffer, to - at), static_cast<off_t>(at));
            if (length <= 0)
                break;
            for (size_t first = 0; first + piece <= signs; first += piece) {
                for (const size_t width : {1U, 2U, 4U}) {
                    m_arena->needle.fill(0);
                    for (size_t i = 0; i < piece; ++i)
                        m_arena->needle[i * width] = m_arena->password[first + i];
                    if (memmem(m_arena->read.data(), static_cast<size_t>(length), m_arena->needle.data(),
                               piece * width))
                        ++places;
                }
                for (const size_t step : undoSteps)
                    places += isApart(first, step, static_cast<size_t>(length)) ? 1 : 0;
            }
        }
        return places;
    }

    // Each sign in a record of its own, as a line edit keeps what could be undone.
    [[nodiscard]] bool isApart(size_t first, size_t step, size_t length) const
    {
        const char *read = m_arena->read.data();
        const char *wanted = m_arena->password.data() + first;
        const size_t span = step * (piece - 1) + 1;
        for (const char *at = read; length >= span && at <= read + length - span; ++at) {
            at = static_cast<const char *>(memchr(at, wanted[0], static_cast<size_t>(read + length - span - at) + 1));
            if (!at)
                return false;
            size_t same = 1;
            while (same < piece && at[same * step] == wanted[same])
                ++same;
            if (same == piece)
                return true;
        }
        return false;
    }

    Arena *m_arena;
};

} // namespace

TEST_CASE("nothing of a password is left in the memory after the login", "[login][memory]")
{
    Memory memory;
    HandlingOffice office;
    const User first = UserRepository(office.file->database()).all().first();
    {
        CaseBook book(*office.file, office.clock, first.name);
        QString text(static_cast<qsizetype>(signs), Qt::Uninitialized);
        for (size_t i = 0; i < signs; ++i)
            text[static_cast<qsizetype>(i)] = QLatin1Char(memory.sign(i));
        const auto outcome = book.setPassword(*first.id, text);
        REQUIRE(outcome);
        CHECK(memory.found() > 0); // the text itself: the search finds what is there
        wipe(text);
    }
    CHECK(memory.found() == 0);
    office.close();

    QuietMessages messages;
    CaseSession session(messages, office.clock);
    session.open(office.path(), CaseFile::Mode::Write);
    REQUIRE(QTest::qWaitFor([&session] { return session.isOpen(); }, patience));
    LoginPage page;
    page.show();
    page.ask(session);
    auto *user = page.findChild<QComboBox *>(u"login.user"_s);
    REQUIRE(QTest::qWaitFor([user] { return user->count() == 1; }, patience));
    user->setCurrentText(first.name);
    auto *field = page.findChild<PasswordField *>(u"login.password"_s);
    REQUIRE(field);
    QSignalSpy loggedIn(&page, &LoginPage::loggedIn);
    // A wrong one first, as happens; then with a slip of the finger, all of it by keys.
    const auto type = [&](size_t from, size_t to) {
        for (size_t i = from; i < to; ++i)
            QTest::keyClick(field, memory.sign(i));
    };
    type(0, 9);
    QTest::keyClick(field, Qt::Key_Return);
    REQUIRE(QTest::qWaitFor([field] { return field->isEnabled() && field->hasSelectedText(); }, patience));
    type(0, 12);
    QTest::keyClick(field, Qt::Key_X);
    QTest::keyClick(field, Qt::Key_Backspace);
    type(12, signs);
    CHECK(field->text().size() == static_cast<qsizetype>(signs));
    CHECK(memory.found() > 0);
    QTest::keyClick(field, Qt::Key_Return);
    REQUIRE((loggedIn.count() == 1 || loggedIn.wait(patience)));
    CHECK(session.user() == first.name);
    CHECK(QTest::qWaitFor([&memory] { return memory.found() == 0; }, 2'000)); // the threads let go of it
}
#endif
