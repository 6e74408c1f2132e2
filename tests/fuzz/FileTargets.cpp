// SPDX-License-Identifier: GPL-3.0-or-later
// Case files that were damaged or made by a stranger, and what lies beside them: opened, checked, rescued, restored.
#include "FuzzTarget.h"

#include "backup/BackupManifest.h"
#include "backup/EncryptedCopy.h"
#include "backup/Restore.h"
#include "statistics/StatisticsBuilder.h"
#include "storage/CaseFile.h"
#include "storage/DamagedPages.h"
#include "storage/Database.h"
#include "storage/FileCheck.h"
#include "storage/KeptFigures.h"
#include "storage/PackedFacts.h"
#include "storage/PageOwners.h"
#include "storage/Rescue.h"
#include "storage/Schema.h"
#include "storage/StorageError.h"
#include "storage/StructureCheck.h"
#include "storage/TableShape.h"
#include "storage/TreePage.h"
#include "support/HandlingOffice.h"

#include <QCryptographicHash>
#include <QFile>
#include <QtEndian>

#include <sodium.h>

using namespace huiyin::test;
using namespace Qt::StringLiterals;

namespace huiyin::fuzz {

namespace {

constexpr qsizetype smallPage = 512; // bytes: more pages, more that hangs together

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s can't be read", qUtf8Printable(path));
    return file.readAll();
}

// An office's file in small pages, with tickets of several states, a long text and days that are kept packed.
QByteArray soundFile(const QString &path)
{
    HandlingOffice office("2020-01-02 09:00");
    for (int i = 0; i < 6; ++i) {
        office.clock.advance(86400);
        (void)office.accepted();
        (void)office.dispatched();
        (void)office.replied();
    }
    HandlingOffice::must(office.book->reply(
        {.dispatch = *office.lead(office.dispatched()).id, .text = QString(u"已派人到现场查看。"_s).repeated(100)}));
    office.clock.advance(60 * 86400);
    (void)office.accepted();
    Progress quiet;
    KeptFigures(office.file->database()).keepAll(quiet);
    office.file->database().exec(u"PRAGMA page_size = 512"_s);
    office.file->database().exec(u"VACUUM INTO ?"_s, path);
    return bytesOf(path);
}

// A file and the log behind it, which begins with its sign.
class PagesTarget final : public FuzzTarget
{
public:
    PagesTarget()
        : m_database(put(u"new.huiyin"_s, {}), Database::Access::Create)
        , m_shapes(shapesOf(m_database, makeTables(m_database, Schema::shipped())))
    {
    }

private:
    void read(const QByteArray &input) override
    {
        const qsizetype log = input.indexOf(QByteArray("\x37\x7f\x06", 3), 1);
        const QString file = put(u"hurt.huiyin"_s, log < 0 ? input : input.first(log));
        put(u"hurt.huiyin-wal"_s, log < 0 ? QByteArray() : input.sliced(log));
        const DamagedPages pages(file, Progress());
        PageOwners owners(pages, m_shapes, Progress());
        qsizetype read = 0;
        for (quint32 number = 0; number <= pages.count(); ++number) {
            (void)owners.topOf(number);
            const TableShape *owner = owners.ownerOf(number);
            owners.eachRow(
                number,
                [&](const StoredRow &row) {
                    read += row.payload.size();
                    promise(row.payload.size() <= input.size(), "no row is larger than its file");
                    if (owner && owner->fits(row))
                        (void)owner->isIntact(row);
                },
                [](qint64) {});
        }
    }

    Database m_database;
    std::vector<TableShape> m_shapes;
};

class CaseFileTarget final : public FuzzTarget
{
public:
    CaseFileTarget()
        : m_sound(soundFile(path(u"sound.huiyin"_s)))
    {
    }

private:
    void read(const QByteArray &input) override
    {
        const QString name = put(u"office.huiyin"_s, changed(m_sound, input, smallPage));
        CaseFile file(name, CaseFile::Mode::Read);
        Progress quiet;
        const auto attempt = [](const auto &work) {
            try {
                work();
            } catch (const StorageError &error) {
                promise(!error.message().isEmpty(), "a refusal says why");
            }
        };
        attempt([&] { (void)checkStructure(file, quiet); });
        attempt([&] { (void)checkFile(file, quiet); });
        attempt([&] { (void)buildStatistics(file, {.period = Period::month(2020, 1)}, quiet); });
        attempt([&] {
            const TicketRepository tickets(file.database());
            const auto ids = tickets.matching({});
            (void)tickets.rows(ids);
            for (const TicketId id : ids) {
                (void)tickets.byId(id);
                (void)DispatchRepository(file.database()).ofTicket(id);
            }
        });
        attempt([&] { (void)CodeTableRepository(file.database()).load(); });
    }

    QByteArray m_sound;
};

// Its changes of bytes are those of CaseFileTarget.
class RescueTarget final : public FuzzTarget
{
public:
    RescueTarget()
        : m_sound(soundFile(path(u"sound.huiyin"_s)))
    {
    }

private:
    void read(const QByteArray &input) override
    {
        const QString target = path(u"rescued.huiyin"_s);
        const QString hurt = put(u"hurt.huiyin"_s, changed(m_sound, input, smallPage));
        const QByteArray before = bytesOf(hurt);
        const RescueStamp stamp{.user = u"陈静"_s, .at = QDateTime(QDate(2020, 4, 1), QTime(9, 0), Qt::UTC)};
        const auto away = [&] {
            for (const QString &suffix : {QString(), u".txt"_s, u"-wal"_s, u"-shm"_s})
                QFile::remove(target + suffix);
        };
        away();
        try {
            const RescueReport report = rescue(hurt, target, stamp, Progress());
            promise(!report.text().isEmpty(), "a rescue tells what it brought");
            CaseFile file(target, CaseFile::Mode::Read);
            promise(report.tickets <= TicketRepository(file.database()).count({.drafts = true}),
                    "no more tickets are told than are there");
            Progress quiet;
            promise(checkStructure(file, quiet).isWhole(), "what was rescued hangs together");
        } catch (...) {
            promise(bytesOf(hurt) == before, "a rescue doesn't change the damaged file");
            away();
            throw;
        }
        promise(bytesOf(hurt) == before, "a rescue doesn't change the damaged file");
        away();
    }

    QByteArray m_sound;
};

// A copy without a manifest, as "Back up a copy" makes it.
class RestoreTarget final : public FuzzTarget
{
public:
    RestoreTarget()
        : m_sound(soundFile(path(u"sound.huiyin"_s)))
    {
    }

private:
    void read(const QByteArray &input) override
    {
        const QString backup = put(u"backup.huiyin"_s, changed(m_sound, input, smallPage));
        const FixedClock clock(QDateTime(QDate(2020, 4, 1), QTime(9, 0), Qt::UTC));
        const QString target = path(u"restored.huiyin"_s);
        const auto away = [&] {
            for (const QString &suffix : {QString(), u"-wal"_s, u"-shm"_s})
                QFile::remove(target + suffix);
        };
        away();
        try {
            const auto done = restoreBackup({.backup = backup, .target = target, .consent = {.reason = u"文件损坏"_s}},
                                            clock, Progress());
            promise(done || !done.error().reason.isEmpty(), "a refusal says why");
            promise(static_cast<bool>(done) == QFile::exists(target), "what was refused leaves nothing");
        } catch (...) {
            promise(!QFile::exists(target), "what failed leaves nothing");
            away();
            throw;
        }
        away();
    }

    QByteArray m_sound;
};

// Changes in an encrypted copy; the checksum of its header is made anew, so that they get past it.
class EncryptedTarget final : public FuzzTarget
{
public:
    EncryptedTarget()
    {
        const NewBackupKey made = makeBackupKey(u"回音备份口令二〇二〇"_s);
        m_code = Password(recoveryCode(made.secret));
        const QByteArray copy(70'000, 'x'); // two pieces
        BackupManifest manifest{.number = 1,
                                .made = QDateTime(QDate(2020, 2, 10), QTime(9, 0), Qt::UTC),
                                .size = copy.size(),
                                .sha256 = QCryptographicHash::hash(copy, QCryptographicHash::Sha256)};
        manifest.facts.fileKey = u"0"_s;
        const QString target = path(u"sound.enc"_s);
        encryptCopy(put(u"copy"_s, copy), manifest, made.key, target, true);
        m_sound = bytesOf(target);
        (void)decryptCopy(target, m_code, put(u"out"_s, {}));
    }

private:
    void read(const QByteArray &input) override
    {
        constexpr qsizetype summed = 256;
        constexpr qsizetype sumSize = 16;
        QByteArray bytes = changed(m_sound, input, sumSize);
        const bool isOther = bytes != m_sound;
        if (bytes.size() >= summed + sumSize) {
            const auto *from = reinterpret_cast<const unsigned char *>(bytes.constData());
            QByteArray sum(sumSize, '\0');
            crypto_generichash(reinterpret_cast<unsigned char *>(sum.data()), sumSize, from, summed, nullptr, 0);
            bytes.replace(summed, sumSize, sum);
        }
        const QString source = put(u"copy.enc"_s, bytes);
        promise(isEncryptedCopy(source) == bytes.startsWith("HUIYINBK"), "it is known by its sign");
        try {
            (void)keyOfEncrypted(source);
        } catch (const StorageError &) {
        }
        (void)decryptCopy(source, m_code, put(u"out"_s, {}));
        promise(!isOther || bytes == m_sound, "nothing that was altered is taken");
    }

    Password m_code;
    QByteArray m_sound;
};

} // namespace

QList<TargetEntry> fileTargets()
{
    return {{"pages", make<PagesTarget>},
            {"case-file", make<CaseFileTarget>},
            {"rescue", make<RescueTarget>},
            {"restore", make<RestoreTarget>},
            {"encrypted", make<EncryptedTarget>}};
}

} // namespace huiyin::fuzz
