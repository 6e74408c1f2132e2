// SPDX-License-Identifier: GPL-3.0-or-later
// The key of copies that leave the computer, and what a stranger's hand does to such a copy.
#include "backup/BackupFolder.h"
#include "backup/EncryptedCopy.h"
#include "storage/HistoryRepository.h"
#include "storage/SafeFile.h"
#include "storage/StorageError.h"
#include "support/HandlingOffice.h"
#include "support/Print.h"

#include <catch2/catch.hpp>

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

namespace {

const auto phrase = u"春风十里不如你的回音2020"_s;

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

void put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(bytes) == bytes.size());
}

// A copy of some pieces, encrypted.
class EncryptedDesk
{
public:
    EncryptedDesk()
        : made(makeBackupKey(phrase))
    {
        for (int i = 0; i < 20'000; ++i)
            plain += "ticket " + QByteArray::number(i * 7919) + '\n';
        put(source, plain);
        manifest.size = plain.size();
        manifest.sha256 = QCryptographicHash::hash(plain, QCryptographicHash::Sha256);
        encryptCopy(source, manifest, made.key, path, false);
        bytes = bytesOf(path);
    }

    // The sentence of its refusal; "" when it opened, and then gave what was put in.
    // The recovery code opens it without the time that a passphrase takes.
    QString refusalOf(const QByteArray &altered) { return refusalOf(altered, recoveryCode(made.secret)); }
    QString refusalOf(const QByteArray &altered, const Password &passphrase)
    {
        put(trial, altered);
        put(target, {});
        try {
            const BackupManifest found = decryptCopy(trial, passphrase, target);
            CHECK(found == manifest);
            const bool same = bytesOf(target) == plain; // not 300 kB in a message
            CHECK(same);
            return {};
        } catch (const StorageError &error) {
            return error.message();
        }
    }

    QTemporaryDir folder;
    QString source = folder.filePath(u"copy.huiyin"_s);
    QString path = folder.filePath(u"copy.huiyin.enc"_s);
    QString trial = folder.filePath(u"trial.huiyin.enc"_s);
    QString target = folder.filePath(u"out.huiyin"_s);
    NewBackupKey made;
    QByteArray plain{};
    QByteArray bytes{};
    BackupManifest manifest{.number = 3,
                            .made = at("2020-02-10 09:00"),
                            .program = u"1"_s,
                            .facts = {.fileKey = u"key"_s, .version = 1, .tickets = 20'000}};
};

} // namespace

TEST_CASE("a recovery code gives the key back, and a slip in it shows", "[backup][key]")
{
    const NewBackupKey made = makeBackupKey(phrase);
    const QString code = recoveryCode(made.secret);
    CHECK(code.size() == 13 * 6 - 1);
    REQUIRE(secretFromCode(code));
    CHECK(secretFromCode(code)->publicKey() == made.key.publicKey);
    // However it is typed: small, with dashes, full width, O for 0.
    QString typed = code.toLower();
    typed.replace(u' ', u'-').replace(u'0', u'o').replace(u'1', u'l');
    CHECK(secretFromCode(typed)->publicKey() == made.key.publicKey);
    for (QChar &sign : typed)
        sign = sign.unicode() > 0x20 && sign.unicode() < 0x7f ? QChar(sign.unicode() + 0xfee0) : sign;
    CHECK(secretFromCode(typed)->publicKey() == made.key.publicKey);
    CHECK(openBackupKey(made.key, code)->publicKey() == made.key.publicKey);
    CHECK(faultyGroup(code) == 0);

    // Each sign in turn is another.
    for (qsizetype i = 0; i < code.size(); ++i) {
        if (code[i] == u' ')
            continue;
        QString slip = code;
        slip[i] = code[i] == u'7' ? u'8' : u'7';
        CHECK_FALSE(secretFromCode(slip));
        CHECK(faultyGroup(slip) == i / 6 + 1);
    }
    // Two neighbouring groups in each other's place.
    for (int group = 0; group + 1 < 13; ++group) {
        QStringList groups = code.split(u' ');
        groups.swapItemsAt(group, group + 1);
        CHECK_FALSE(secretFromCode(groups.join(u' ')));
    }
    CHECK_FALSE(secretFromCode(code.chopped(1)));
    CHECK_FALSE(secretFromCode(QString(code + u'7')));
    CHECK_FALSE(secretFromCode(phrase));
}

TEST_CASE("the passphrase of the backups opens its key alone, and is nowhere in the file", "[backup][key]")
{
    CHECK(passphraseFault(u"short-1"_s));
    CHECK(passphraseFault(u"elevensigns"_s));
    CHECK(passphraseFault(u"1234567890123"_s));
    CHECK_FALSE(passphraseFault(phrase));

    HandlingOffice office;
    CHECK_FALSE(backupKeyOf(*office.file));
    const NewBackupKey made = makeBackupKey(phrase);
    HandlingOffice::must(office.book->setBackupKey(made.key));
    const auto kept = backupKeyOf(*office.file);
    REQUIRE(kept);
    CHECK(*kept == made.key);
    CHECK(openBackupKey(*kept, phrase)->publicKey() == made.key.publicKey);
    CHECK_FALSE(openBackupKey(*kept, u"another passphrase"_s));
    CHECK_FALSE(openBackupKey(*kept, recoveryCode(makeBackupKey(u"another passphrase"_s).secret)));
    const auto events = HistoryRepository(office.file->database()).of(u"backup"_s, 0);
    REQUIRE(events.size() == 1);
    CHECK(events.first().action == u"backup_key_set");

    CaseBook clerk(*office.file, office.clock, u"话务员03"_s, Role::Operator);
    CHECK_FALSE(clerk.setBackupKey(made.key));
    CHECK_FALSE(office.book->setBackupKey({}));
    office.close();
    const QByteArray bytes = bytesOf(office.path());
    CHECK_FALSE(bytes.contains(phrase.toUtf8()));
    CHECK_FALSE(bytes.contains(QByteArray(reinterpret_cast<const char *>(made.secret.data()), BackupSecret::size)));
    CHECK(bytes.contains(made.key.publicKey.toBase64()));
}

TEST_CASE("an encrypted copy opens with its passphrase or its recovery code alone", "[backup][encrypted]")
{
    EncryptedDesk desk;
    CHECK(isEncryptedCopy(desk.path));
    CHECK_FALSE(isEncryptedCopy(desk.source));
    CHECK(keyOfEncrypted(desk.path) == desk.made.key);
    CHECK_FALSE(desk.bytes.contains("ticket 7919"));
    CHECK(desk.refusalOf(desk.bytes, phrase).isEmpty());
    CHECK(desk.refusalOf(desk.bytes, recoveryCode(desk.made.secret)).isEmpty());
    const QString wrong = desk.refusalOf(desk.bytes, u"春风十里不如你的回声2020"_s);
    CHECK(wrong.contains(u"passphrase doesn't open"));
    QString slip = recoveryCode(desk.made.secret);
    slip[0] = slip[0] == u'7' ? u'8' : u'7';
    CHECK(desk.refusalOf(desk.bytes, slip).contains(u"slip in group 1"));
    CHECK_THROWS_AS(encryptCopy(desk.source, desk.manifest, desk.made.key, desk.path, false),
                    FileError); // it stands there
    // What was verified is no more.
    put(desk.source, "x" + desk.plain.sliced(1));
    CHECK_THROWS_AS(encryptCopy(desk.source, desk.manifest, desk.made.key, desk.trial, true), FileError);
}

TEST_CASE("an encrypted copy that was cut, altered or put in another order is refused with its own sentence",
          "[backup][encrypted]")
{
    EncryptedDesk desk;
    const QByteArray &bytes = desk.bytes;
    constexpr int header = 272;
    constexpr int piece = 65536 + 4 + 17;
    REQUIRE(bytes.size() > header + 3 * piece);

    for (int part = 1; part < 50; ++part) {
        const qsizetype size = bytes.size() * part / 50;
        INFO(size);
        CHECK(desk.refusalOf(bytes.first(size)).contains(u"cut short"));
    }
    for (const qsizetype size :
         {qsizetype{4}, qsizetype{100}, qsizetype{header}, bytes.size() - 1, qsizetype{header} + 2 * piece})
        CHECK(desk.refusalOf(bytes.first(size)).contains(u"cut short"));
    CHECK(desk.refusalOf({}).contains(u"no encrypted backup"));
    CHECK(desk.refusalOf(bytes + '\0').contains(u"appended"));

    // One bit in each 1/50th, in each field of the header, and in the last byte.
    QList<qsizetype> places{8, 12, 16, 20, 24, 32, 64, 80, 152, 232, 256, bytes.size() - 1};
    for (int part = 1; part < 50; ++part)
        places.append(bytes.size() * part / 50);
    for (const qsizetype place : std::as_const(places)) {
        INFO(place);
        QByteArray flipped = bytes;
        flipped[place] = static_cast<char>(flipped[place] ^ 0x10);
        CHECK(desk.refusalOf(flipped).contains(u"altered or damaged"));
    }
    QByteArray foreign = bytes;
    foreign[0] = 'h';
    CHECK(desk.refusalOf(foreign).contains(u"no encrypted backup"));

    QByteArray swapped = bytes;
    swapped.replace(header, piece, bytes.mid(header + piece, piece));
    swapped.replace(header + piece, piece, bytes.mid(header, piece));
    CHECK(desk.refusalOf(swapped).contains(u"order"));
    // With their numbers put right it is the bytes that tell.
    swapped.replace(header, 4, bytes.mid(header, 4));
    swapped.replace(header + piece, 4, bytes.mid(header + piece, 4));
    CHECK(desk.refusalOf(swapped).contains(u"altered or damaged"));
    // The header of another copy for the same key.
    encryptCopy(desk.source, desk.manifest, desk.made.key, desk.path, true);
    CHECK(desk.refusalOf(bytesOf(desk.path).first(header) + bytes.sliced(header)).contains(u"altered or damaged"));
}
