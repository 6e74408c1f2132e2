// SPDX-License-Identifier: GPL-3.0-or-later
// What was lost comes back: from a backup, from an encrypted copy of it, in place of what stands there.
#include "backup/BackupFolder.h"
#include "backup/EncryptedCopy.h"
#include "backup/Restore.h"
#include "storage/Database.h"
#include "storage/HistoryRepository.h"
#include "storage/Schema.h"
#include "storage/StorageError.h"
#include "storage/TicketRepository.h"
#include "storage/UserRepository.h"
#include "support/HandlingOffice.h"
#include "support/Print.h"

#include <catch2/catch.hpp>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTranslator>

#include <algorithm>
#include <thread>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

namespace {

const auto phrase = u"春风十里不如你的回音2020"_s;

class RestoreDesk : public HandlingOffice
{
public:
    RestoreDesk()
    {
        for (int i = 0; i < 5; ++i)
            (void)replied();
        made = backUpInto(folder.filePath(u"备份"_s), path(), BackupReason::Change, clock);
    }
    [[nodiscard]] QString target() const { return folder.filePath(u"restored.huiyin"_s); }

    template <class Fn>
    static std::optional<StorageError::Kind> kindOf(Fn fn)
    {
        try {
            fn();
        } catch (const StorageError &error) {
            return error.kind();
        }
        return std::nullopt;
    }
    KeptBackup made;
};

// Every row of every table, as text.
QStringList dumpOf(const QString &path)
{
    QStringList dump;
    Database database(path, Database::Access::Read);
    const auto text = [](const Row &row) { return row.get<QString>(0); };
    const QStringList tables =
        database.all(u"SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
                     "AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"_s,
                     text);
    for (const QString &table : tables) {
        QStringList columns = database.all(u"SELECT name FROM pragma_table_info(?)"_s, text, table);
        for (QString &column : columns)
            column = u"quote(\""_s + column + u"\")";
        QStringList rows =
            database.all(u"SELECT "_s + columns.join(u" || ',' || "_s) + u" FROM \""_s + table + u'"', text);
        rows.sort();
        dump.append(table + u'\n' + rows.join(u'\n'));
    }
    dump += database.all(u"SELECT type || name || ifnull(sql, '') FROM sqlite_schema ORDER BY type, name"_s, text);
    return dump;
}

void put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(bytes) == bytes.size());
}

} // namespace

TEST_CASE("a restored file is what was backed up, row by row", "[backup][restore]")
{
    RestoreDesk desk;
    desk.close();
    const QStringList original = dumpOf(desk.path());
    REQUIRE(original.size() > 20);
    const QString encrypted = desk.folder.filePath(u"stick"_s);
    REQUIRE(QDir().mkdir(encrypted));
    const NewBackupKey key = makeBackupKey(phrase);
    const QString copy = copyToMedium(desk.made, encrypted, key.key).path;

    RestoredFile plain(desk.made.path, {}, desk.target());
    CHECK(plain.manifest() == desk.made.manifest);
    CHECK(plain.isSound());
    plain.finish();
    CHECK(dumpOf(desk.target()) == original);
    const QString second = desk.folder.filePath(u"second.huiyin"_s);
    RestoredFile opened(copy, phrase, second);
    CHECK(opened.manifest() == desk.made.manifest);
    opened.finish();
    CHECK(dumpOf(second) == original);
    const QString third = desk.folder.filePath(u"third.huiyin"_s);
    RestoredFile byCode(copy, recoveryCode(key.secret), third);
    byCode.finish();
    CHECK(dumpOf(third) == original);
    CHECK(isIntact(desk.made)); // only read
    CHECK(QFile::permissions(second) == (QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser));
}

TEST_CASE("the restored file tells in its history that it was restored, by whom and why", "[backup][restore]")
{
    RestoreDesk desk;
    RestoredFile restored(desk.made.path, {}, desk.target());
    CaseBook book(restored.file(), desk.clock, u"主任"_s);
    book.noteRestored(restored.name(), {.reason = u"磁盘损坏"_s, .second = u"审计员"_s});
    restored.finish();
    CaseFile file(desk.target(), CaseFile::Mode::Read);
    const HistoryEvent last = HistoryRepository(file.database()).latestOf(u"backup"_s, 1).first();
    CHECK(last.action == u"restored");
    CHECK(last.user == u"主任");
    const ConsentNote note = ConsentNote::of(last.details[u"backup"].toString());
    CHECK(note.what == desk.made.manifest->name());
    CHECK(note.reason == u"磁盘损坏");
    CHECK(note.second == u"审计员");
    CHECK_FALSE(HistoryRepository(file.database()).firstBreak());
    CHECK(compareWith(file, desk.made.manifest->facts.end) == ChainVerdict::Sound); // it goes on from there
}

TEST_CASE("what is no sound backup is refused, and nothing is written", "[backup][restore]")
{
    RestoreDesk desk;
    const QString copy = desk.folder.filePath(u"copy.huiyin"_s);
    using Kind = StorageError::Kind;
    const auto refused = [&](const QString &path) {
        const auto kind = RestoreDesk::kindOf([&] { RestoredFile(path, {}, desk.target()).finish(); });
        CHECK(QDir(desk.folder.path()).entryList({u"restored*"_s}, QDir::Files | QDir::Hidden).isEmpty());
        return kind;
    };
    CHECK(refused(desk.folder.filePath(u"nowhere.huiyin"_s)) == Kind::Missing);
    CHECK(refused(desk.path()) == Kind::InUse); // the case file itself, open here
    CHECK(desk.accepted().value() > 0);         // and its locks are as they were
    put(copy, "no database at all");
    CHECK(refused(copy) == Kind::NotCaseFile);
    put(copy, {});
    CHECK(refused(copy).has_value());

    REQUIRE(QFile::remove(copy));
    REQUIRE(QFile::copy(desk.made.path, copy));
    put(copy + u"-wal", "left behind");
    CHECK(refused(copy) == Kind::Interrupted);
    REQUIRE(QFile::remove(copy + u"-wal"));
    // With the manifest of the backup, one changed byte shows wherever it is.
    REQUIRE(QFile::copy(desk.made.path + u".json", copy + u".json"));
    CHECK_FALSE(RestoreDesk::kindOf([&] { RestoredFile(copy, {}, desk.target()); }));
    QFile file(copy);
    REQUIRE(file.open(QIODevice::ReadWrite));
    for (const qint64 place : {file.size() / 50 * 49, file.size() / 3, qint64{5000}}) {
        REQUIRE(file.seek(place));
        const char was = file.peek(1)[0];
        REQUIRE(file.write(QByteArray(1, static_cast<char>(was ^ 4))) == 1);
        REQUIRE(file.flush());
        CHECK(refused(copy) == Kind::Damaged);
        REQUIRE(file.seek(place));
        REQUIRE(file.write(QByteArray(1, was)) == 1);
        REQUIRE(file.flush());
    }
    // Without a manifest it is the structure and the chain that tell.
    REQUIRE(QFile::remove(copy + u".json"));
    REQUIRE(file.resize(file.size() / 2));
    CHECK(refused(copy) == Kind::Damaged);

    put(desk.target(), "mine");
    CHECK(RestoreDesk::kindOf([&] { RestoredFile(desk.made.path, {}, desk.target()); }) == Kind::Exists);
}

TEST_CASE("a copy without a manifest is restored when its records hold", "[backup][restore]")
{
    RestoreDesk desk;
    REQUIRE(QFile::remove(desk.made.path + u".json"));
    RestoredFile restored(desk.made.path, {}, desk.target());
    CHECK_FALSE(restored.manifest());
    CHECK(restored.isSound());
    CHECK(restored.name().startsWith(u"file office-000001"));
    restored.finish();
    CHECK(QFileInfo::exists(desk.target()));
}

TEST_CASE("a restored file takes the place of the case file, which is moved aside with all beside it",
          "[backup][restore]")
{
    RestoreDesk desk;
    const TicketId later = desk.accepted();
    const QString number = desk.ticket(later).number;
    const NewerRecords newer = newerThan(*desk.file, desk.made.manifest->facts.end);
    CHECK(newer.verdict == ChainVerdict::Sound);
    CHECK(newer.tickets == 1);
    CHECK(newer.events == 1);
    CHECK(newer.firstTickets == QStringList{number});

    const QDateTime now = desk.clock.now();
    const QString staged = restoredName(desk.path(), now);
    {
        RestoredFile restored(desk.made.path, {}, staged);
        restored.finish();
    }
    // As long as somebody has it open for writing, nothing moves.
    CHECK(RestoreDesk::kindOf([&] { exchangeCaseFile(desk.path(), staged, now); }) == StorageError::Kind::InUse);
    CHECK(QFileInfo::exists(staged));
    desk.close();
    put(desk.path() + u"-journal", "hot"); // of a program that was stopped
    const QString aside = exchangeCaseFile(desk.path(), staged, now);
    CHECK(QFileInfo(aside).fileName().startsWith(u"office-replaced-"));
    CHECK(QFileInfo::exists(aside));
    CHECK(QFileInfo::exists(aside + u"-journal"));
    CHECK_FALSE(QFileInfo::exists(desk.path() + u"-journal"));
    CHECK_FALSE(QFileInfo::exists(staged));
    {
        CaseFile file(desk.path(), CaseFile::Mode::Read);
        CHECK(factsOf(file) == desk.made.manifest->facts);
        CHECK_FALSE(TicketRepository(file.database()).idOf(number));
    }
    REQUIRE(QFile::remove(aside + u"-journal"));
    CaseFile replaced(aside, CaseFile::Mode::Read);
    CHECK(TicketRepository(replaced.database()).idOf(number));
}

#ifndef Q_OS_WIN
TEST_CASE("behind a link it is the case file itself that is exchanged, and the link stays one", "[backup][restore]")
{
    RestoreDesk desk;
    desk.close();
    const QTemporaryDir elsewhere;
    const QString link = elsewhere.filePath(u"desk.huiyin"_s);
    REQUIRE(QFile::link(desk.path(), link));
    const QString staged = restoredName(link, desk.clock.now());
    CHECK(QFileInfo(staged).absolutePath() == QFileInfo(desk.path()).canonicalPath());
    RestoredFile restored(desk.made.path, {}, staged);
    restored.finish();
    put(desk.path() + u"-wal", "left"); // where SQLite keeps it
    const QString aside = exchangeCaseFile(link, staged, desk.clock.now());
    CHECK(QFileInfo(aside).absolutePath() == QFileInfo(desk.path()).canonicalPath());
    CHECK(QFileInfo::exists(aside + u"-wal"));
    CHECK_FALSE(QFileInfo::exists(desk.path() + u"-wal"));
    CHECK(QFileInfo(link).isSymLink());
    CHECK_FALSE(QFileInfo(desk.path()).isSymLink());
    CaseFile file(link, CaseFile::Mode::Read);
    CHECK(factsOf(file) == desk.made.manifest->facts);
    CHECK(QDir(elsewhere.path()).entryList(QDir::Files).size() == 1);
}
#endif

TEST_CASE("the file that is moved aside is named in the words of the user's language", "[backup][restore]")
{
    struct Chinese final : QTranslator
    {
        [[nodiscard]] bool isEmpty() const override { return false; }
        [[nodiscard]] QString translate(const char *, const char *source, const char *, int) const override
        {
            return QLatin1StringView(source) == QLatin1StringView("%1-replaced-%2.%3") ? u"%1-被替换-%2.%3"_s
                                                                                       : QString();
        }
    } chinese;
    QCoreApplication::installTranslator(&chinese);
    RestoreDesk desk;
    const QString staged = restoredName(desk.path(), desk.clock.now());
    RestoredFile restored(desk.made.path, {}, staged);
    restored.finish();
    desk.close();
    const QString aside = exchangeCaseFile(desk.path(), staged, desk.clock.now());
    QCoreApplication::removeTranslator(&chinese);
    CHECK(QFileInfo(aside).fileName().startsWith(u"office-被替换-"));
    CHECK(aside.endsWith(u".huiyin"));
    CHECK_NOTHROW(CaseFile(aside, CaseFile::Mode::Read));
}

TEST_CASE("where the case file is gone, the restored one takes its name", "[backup][restore]")
{
    RestoreDesk desk;
    desk.close();
    REQUIRE(QFile::remove(desk.path()));
    const QString staged = restoredName(desk.path(), desk.clock.now());
    RestoredFile restored(desk.made.path, {}, staged);
    restored.finish();
    CHECK(exchangeCaseFile(desk.path(), staged, desk.clock.now()).isEmpty());
    desk.open();
    CHECK(factsOf(*desk.file) == desk.made.manifest->facts);
}

TEST_CASE("who restores gives a reason, and where others have passwords one of them agrees",
          "[backup][restore][consent]")
{
    HandlingOffice office;
    CHECK(office.book->approveRestore(u"number 1"_s).error().field == u"reason");
    REQUIRE(office.book->approveRestore(u"number 1"_s, {.reason = u"磁盘损坏"_s}));
    CaseBook clerk(*office.file, office.clock, u"话务员03"_s, Role::Operator);
    CHECK_FALSE(clerk.approveRestore(u"number 1"_s, {.reason = u"磁盘损坏"_s}));
    CHECK(clerk.mayNot(Command::Restore));

    const UserRepository users(office.file->database());
    const QString chief = users.all().first().name;
    CaseBook book(*office.file, office.clock, chief);
    HandlingOffice::must(book.setPassword(*users.all().first().id, u"zhu-ren-2020"_s));
    HandlingOffice::must(book.saveUser({.login = u"lina"_s, .name = u"审计员"_s, .roles = Role::Auditor}));
    HandlingOffice::must(book.setPassword(*users.byName(u"审计员"_s)->id, u"shen-ji-2020"_s));
    User auditor = *users.byName(u"审计员"_s);
    auditor.mustChange = false;
    users.update(auditor);
    CHECK(book.approveRestore(u"number 1"_s, {.reason = u"磁盘损坏"_s}).error().field == u"second");
    CHECK(book.approveRestore(u"number 1"_s, {.reason = u"磁盘损坏"_s, .second = u"lina"_s, .password = u"wrong-one"_s})
              .error()
              .field
          == u"password");
    const auto agreed = book.approveRestore(
        u"number 1"_s, {.reason = u"磁盘损坏"_s, .second = u"lina"_s, .password = u"shen-ji-2020"_s});
    REQUIRE(agreed);
    CHECK(agreed->note.second == u"审计员");
    const HistoryEvent last = HistoryRepository(office.file->database()).latestOf(u"backup"_s, 1).first();
    CHECK(last.action == u"restore_approved");
    CHECK(ConsentNote::of(last.details[u"backup"].toString()).second == u"审计员");
}

TEST_CASE("a backup of an older program is brought up to date when it is restored, and stays as it was",
          "[backup][restore]")
{
    const QTemporaryDir folder;
    const FixedClock clock(at("2026-11-23 09:00"));
    for (const auto &name : {u"v1.huiyin"_s, u"v3.huiyin"_s}) {
        INFO(name.toStdString());
        const QString backup = folder.filePath(name);
        REQUIRE(QFile::copy(QStringLiteral(HUIYIN_TEST_DATA) + u"/case-files/" + name, backup));
        const auto bytesOf = [&backup] {
            QFile file(backup);
            REQUIRE(file.open(QIODevice::ReadOnly));
            return file.readAll();
        };
        const QByteArray before = bytesOf();
        const QString target = folder.filePath(u"restored-"_s + name);
        const auto restored = restoreBackup({.backup = backup, .target = target}, clock);
        REQUIRE(restored);
        CHECK_FALSE(restored->manifest);
        CHECK(bytesOf() == before);
        CaseFile file(target, CaseFile::Mode::Read); // of today's form, else it could not be read
        CHECK(HistoryRepository(file.database()).latestOf(u"backup"_s, 1).first().action == u"restored");
        CHECK(QDir(folder.path()).entryList({u"*before-v*"_s, u"*partial*"_s}).isEmpty());
    }
}

TEST_CASE("a backup that was tried is restored from the tried copy, in whatever thread, and is read once",
          "[backup][restore]")
{
    const QTemporaryDir folder;
    const FixedClock clock(at("2026-11-23 09:00"));
    HandlingOffice office;
    const QString number = office.ticket(office.accepted()).number;
    const User chief = UserRepository(office.file->database()).all().first();
    HandlingOffice::must(CaseBook(*office.file, office.clock, chief.name).setPassword(*chief.id, u"zhu-ren-2020"_s));
    office.close();
    const KeptBackup backup =
        backUpInto(folder.filePath(u"backups"_s), office.path(), BackupReason::ByHand, office.clock);
    const QString target = folder.filePath(u"restored.huiyin"_s);
    std::shared_ptr<RestoredFile> tried;
    std::thread trial([&] {
        tried = std::make_shared<RestoredFile>(backup.path, Password(), target);
        tried->rest();
    });
    trial.join();
    CHECK_FALSE(QFile::exists(target));
    SECTION("thought better of, nothing stays of it")
    {
        tried.reset();
        CHECK(QDir(folder.path()).entryList(QDir::Files).isEmpty());
    }
    const auto goOn = [&] {
        REQUIRE(QFile::remove(backup.path)); // the stick was pulled out
        const auto restored = restoreBackup({.backup = backup.path,
                                             .target = target,
                                             .tried = tried,
                                             .approved = ConsentNote{.reason = u"磁盘损坏"_s},
                                             .user = chief.name},
                                            clock);
        REQUIRE(restored);
        CHECK(restored->sound);
        CHECK(QDir(folder.path()).entryList(QDir::Files) == QStringList{u"restored.huiyin"_s});
        CaseFile file(target, CaseFile::Mode::Read);
        CHECK(TicketRepository(file.database()).idOf(number));
        const QList<HistoryEvent> events = HistoryRepository(file.database()).latestOf(u"backup"_s, 5);
        CHECK(std::ranges::count(events, u"restored"_s, &HistoryEvent::action) == 1);
    };
    SECTION("taken at once")
    {
        goOn();
    }
    SECTION("refused once, it is restored at the second try")
    {
        QString field;
        std::thread nobody([&] { // who restores isn't said
            const auto refused = restoreBackup({.backup = backup.path, .target = target, .tried = tried}, clock);
            field = refused ? QString() : refused.error().field;
        });
        nobody.join();
        REQUIRE(field == u"user");
        CHECK_FALSE(QFile::exists(target));
        goOn();
    }
}

TEST_CASE("the copy that is kept when a file is brought up to date gets a manifest, and is restored by it",
          "[backup][restore]")
{
    const QTemporaryDir folder;
    const FixedClock clock(at("2026-11-23 09:00"));
    const QString path = folder.filePath(u"office.huiyin"_s);
    REQUIRE(QFile::copy(QStringLiteral(HUIYIN_TEST_DATA) + u"/case-files/v3.huiyin", path));
    CaseFile file(path, CaseFile::Mode::Write);
    REQUIRE_FALSE(file.keptCopy().isEmpty());
    attestKeptCopy(file.keptCopy(), file, clock);
    const QList<KeptBackup> copies = keptCopiesOf(path);
    REQUIRE(copies.size() == 1);
    REQUIRE(copies.first().counts());
    const BackupManifest &manifest = *copies.first().manifest;
    CHECK(manifest.reason == BackupReason::BeforeUpdate);
    CHECK(manifest.facts.version == 3);
    CHECK(manifest.facts.fileKey == fileKeyOf(file));
    CHECK(manifest.facts.tickets == factsOf(file).tickets);
    CHECK(manifest.facts.tickets > 0);
    CHECK(compareWith(file, manifest.facts.end) == ChainVerdict::Sound);
    CHECK(QDir(folder.path()).entryList({u"*before-v*"_s}).size() == 2); // it and its manifest, nothing else

    const QString target = folder.filePath(u"restored.huiyin"_s);
    const auto restored = restoreBackup({.backup = copies.first().path, .target = target}, clock);
    REQUIRE(restored);
    CHECK(restored->manifest == manifest);
    REQUIRE(QFile::remove(target));
    QFile bytes(copies.first().path);
    REQUIRE(bytes.open(QIODevice::ReadWrite));
    REQUIRE(bytes.seek(bytes.size() / 2));
    const char was = bytes.peek(1)[0];
    REQUIRE(bytes.write(QByteArray(1, static_cast<char>(was ^ 1))) == 1);
    bytes.close();
    CHECK(RestoreDesk::kindOf([&] { (void)restoreBackup({.backup = copies.first().path, .target = target}, clock); })
          == StorageError::Kind::Damaged);
    CHECK_FALSE(QFile::exists(target));
}

TEST_CASE("a copy that is kept replaces none that was made in the same second", "[backup][restore]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"office.huiyin"_s);
    REQUIRE(QFile::copy(QStringLiteral(HUIYIN_TEST_DATA "/case-files/v3.huiyin"), path));
    REQUIRE(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
    // Of every second in which it may be made.
    const QString name = folder.filePath(u"office.before-v%1-%2.huiyin"_s);
    const QDateTime now = QDateTime::currentDateTime();
    for (int second = 0; second < 60; ++second) {
        QFile earlier(name.arg(Schema::shipped().version()).arg(now.addSecs(second).toString(u"yyyyMMdd-HHmmss"_s)));
        REQUIRE(earlier.open(QIODevice::WriteOnly));
        REQUIRE(earlier.write("the copy of a try before") > 0);
    }
    const CaseFile file(path, CaseFile::Mode::Write);
    CHECK(file.keptCopy().endsWith(u"-2.huiyin"));
    CHECK(CaseFile(file.keptCopy(), CaseFile::Mode::Write).office().name == file.office().name);
    const QStringList all = QDir(folder.path()).entryList({u"office.before-*"_s}, QDir::Files);
    CHECK(std::ranges::count_if(all, [](const QString &one) { return !one.contains(u"-2.huiyin"); }) >= 60);
}
