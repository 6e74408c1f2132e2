// SPDX-License-Identifier: GPL-3.0-or-later
// Backups on the command line: what comes back is what went in, or nothing.
#include "support/CommandLine.h"
#include "support/Office.h"

#include "backup/BackupFolder.h"
#include "casework/BackupKey.h"
#include "storage/HistoryRepository.h"
#include "storage/UserRepository.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace huiyin;
using namespace huiyin::test;

namespace {

const auto phrase = u"春风十里不如你的回音2020"_s;
const QByteArray phraseLine = phrase.toUtf8() + '\n';

// A small office with a passphrase for its backups.
struct Desk
{
    explicit Desk(bool withAccounts = false)
    {
        REQUIRE(run({u"create"_s, file}).code == 0);
        const SystemClock clock;
        CaseFile opened(file, CaseFile::Mode::Write);
        const UserRepository users(opened.database());
        const User chief = users.all().first();
        CaseBook book(opened, clock, chief.name);
        REQUIRE(book.setBackupKey(makeBackupKey(phrase).key));
        if (!withAccounts)
            return;
        login = chief.login;
        REQUIRE(book.setPassword(*chief.id, u"zhu-ren-2020"_s));
        REQUIRE(book.saveUser({.login = u"lina"_s, .name = u"李娜"_s, .roles = Role::Auditor}));
        REQUIRE(book.setPassword(*users.byName(u"李娜"_s)->id, u"shen-ji-2020"_s));
        for (User user : users.all()) {
            user.mustChange = false;
            users.update(user);
        }
    }
    [[nodiscard]] QString at(const QString &name) const { return folder.filePath(name); }
    [[nodiscard]] QStringList files() const { return QDir(folder.path()).entryList(QDir::Files | QDir::Hidden); }

    QTemporaryDir folder;
    QString file = folder.filePath(u"office.huiyin"_s);
    QString login;
};

} // namespace

TEST_CASE("a backup is restored as a new case file, which tells it", "[cli][backup]")
{
    const Desk desk;
    REQUIRE(run({u"backup"_s, desk.file, desk.at(u"copy.huiyin"_s)}).code == 0);
    const Result restored = run({u"restore"_s, desk.at(u"copy.huiyin"_s), desk.at(u"new.huiyin"_s)});
    INFO(restored.err.toStdString());
    CHECK(restored.code == 0);
    CHECK(restored.err.contains("without a manifest"));
    CHECK(run({u"check"_s, desk.at(u"new.huiyin"_s)}).code == 0);
    CaseFile file(desk.at(u"new.huiyin"_s), CaseFile::Mode::Read);
    CHECK(HistoryRepository(file.database()).latestOf(u"backup"_s, 1).first().action == u"restored");
    // Nothing is overwritten, and what is replaced is kept.
    CHECK(run({u"restore"_s, desk.at(u"copy.huiyin"_s), desk.file}).code == 1);
    const Result forced = run({u"restore"_s, desk.at(u"copy.huiyin"_s), desk.file, u"--force"_s});
    INFO(forced.err.toStdString());
    CHECK(forced.code == 0);
    CHECK(QDir(desk.folder.path()).entryList({u"office-replaced-*.huiyin"_s}).size() == 1);
    CHECK(run({u"check"_s, desk.file}).code == 0);
    CHECK(run({u"restore"_s, desk.at(u"nowhere"_s), desk.at(u"x.huiyin"_s)}).code == 1);
    CHECK(run({u"restore"_s}).code == 2);
}

TEST_CASE("a file of an older program that is written to is kept as it was, with a manifest", "[cli][backup]")
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"office.huiyin"_s);
    REQUIRE(QFile::copy(QStringLiteral(HUIYIN_TEST_DATA) + u"/case-files/v3.huiyin", file));
    const Result updated = run({u"check"_s, file, u"--rebuild-search"_s});
    INFO(updated.err.toStdString());
    CHECK(updated.err.contains("brought up to date"));
    const QList<KeptBackup> copies = keptCopiesOf(file);
    REQUIRE(copies.size() == 1);
    CHECK(copies.first().counts());
    CHECK(copies.first().manifest->reason == BackupReason::BeforeUpdate);
    CHECK(isIntact(copies.first()));
    CHECK_FALSE(run({u"check"_s, file, u"--rebuild-search"_s}).err.contains("brought up to date"));
    CHECK(keptCopiesOf(file).size() == 1);
}

TEST_CASE("an encrypted backup is restored with its passphrase alone", "[cli][backup]")
{
    const Desk desk;
    const QString copy = desk.at(u"copy.huiyin.enc"_s);
    CHECK(run({u"backup"_s, desk.file, desk.at(u"copy.huiyin"_s), u"--encrypt"_s}).code == 2); // its name says it
    const Result made = run({u"backup"_s, desk.file, copy, u"--encrypt"_s});
    INFO(made.err.toStdString());
    REQUIRE(made.code == 0);
    CHECK(bytesOf(copy).startsWith("HUIYINBK"));
    CHECK(run({u"backup"_s, desk.file, copy, u"--encrypt"_s}).code == 1);
    CHECK(run({u"backup"_s, desk.file, copy, u"--encrypt"_s, u"--force"_s}).code == 0);

    const QStringList before = desk.files();
    const QString out = desk.at(u"new.huiyin"_s);
    CHECK(run({u"restore"_s, copy, out}).code == 2);
    const Result wrong = run({u"restore"_s, copy, out, u"--passphrase-stdin"_s}, "another passphrase\n");
    CHECK(wrong.code == 1);
    CHECK(wrong.err.contains("passphrase doesn't open"));
    write(desk.at(u"cut.huiyin.enc"_s), bytesOf(copy).chopped(1000));
    const Result cut = run({u"restore"_s, desk.at(u"cut.huiyin.enc"_s), out, u"--passphrase-stdin"_s}, phraseLine);
    CHECK(cut.code == 1);
    CHECK(cut.err.contains("cut short"));
    REQUIRE(QFile::remove(desk.at(u"cut.huiyin.enc"_s)));
    CHECK(desk.files() == before);
    const Result right = run({u"restore"_s, copy, out, u"--passphrase-stdin"_s}, phraseLine);
    INFO(right.err.toStdString());
    CHECK(right.code == 0);
    CHECK(right.err.contains("Restored as it was on"));
    CHECK(run({u"check"_s, out}).code == 0);
}

TEST_CASE("a backup whose accounts have passwords is restored by two of them", "[cli][backup][consent]")
{
    const Desk desk(true);
    const QString copy = desk.at(u"copy.huiyin"_s);
    REQUIRE(run({u"backup"_s, desk.file, copy}).code == 0);
    const QStringList before = desk.files();
    const QString out = desk.at(u"new.huiyin"_s);
    const auto asks = [&](const QStringList &more, const QByteArray &input) {
        return run(QStringList{u"restore"_s, copy, out} + more, input);
    };
    CHECK(asks({}, {}).err.contains("--user"));
    const QStringList chief{u"--user"_s, desk.login};
    CHECK(asks(chief, "wrong\n").code == 1);
    CHECK(asks(chief, "zhu-ren-2020\n").err.contains("--reason"));
    CHECK(asks(chief + QStringList{u"--reason"_s, u"磁盘损坏"_s}, "zhu-ren-2020\n").err.contains("--second"));
    const QStringList both = chief + QStringList{u"--reason"_s, u"磁盘损坏"_s, u"--second"_s, u"lina"_s};
    CHECK(asks(both, "zhu-ren-2020\nwrong\n").code == 1);
    CHECK(desk.files() == before);
    const Result restored = asks(both, "zhu-ren-2020\nshen-ji-2020\n");
    INFO(restored.err.toStdString());
    REQUIRE(restored.code == 0);
    CaseFile file(out, CaseFile::Mode::Read);
    const HistoryEvent last = HistoryRepository(file.database()).latestOf(u"backup"_s, 1).first();
    CHECK(ConsentNote::of(last.details[u"backup"].toString()).second == u"李娜");
}
