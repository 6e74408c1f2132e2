// SPDX-License-Identifier: GPL-3.0-or-later
#include "backup/Restore.h"

#include "backup/BackupFolder.h"
#include "backup/EncryptedCopy.h"
#include "casework/CaseBook.h"
#include "casework/Login.h"
#include "domain/Sentences.h"
#include "storage/Backup.h"
#include "storage/CaseFile.h"
#include "storage/Database.h"
#include "storage/OwnerLock.h"
#include "storage/PartialFile.h"
#include "storage/SafeFile.h"
#include "storage/Schema.h"
#include "storage/UserRepository.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QScopeGuard>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Restore)
};

const QStringList &sidecars()
{
    static const QStringList suffixes{u"-wal"_s, u"-shm"_s, u"-journal"_s};
    return suffixes;
}

StorageError altered(const QString &path)
{
    return StorageError(
        StorageError::Kind::Damaged,
        Text::tr("“%1” is not the backup that was verified: its bytes or its counts are others. Nothing "
                 "was restored from it.")
            .arg(QFileInfo(path).fileName()));
}

// Its SHA-256. No connection of this process is open on the source.
QByteArray copyBytes(const QString &source, const QString &target, const Progress &progress)
{
    QFile in(source);
    QFile out(target);
    if (!in.open(QIODevice::ReadOnly)) {
        throw StorageError(in.exists() ? StorageError::Kind::ReadOnly : StorageError::Kind::Missing,
                           Text::tr("“%1” can't be read: %2").arg(QDir::toNativeSeparators(source), in.errorString()));
    }
    if (!out.open(QIODevice::WriteOnly | QIODevice::ExistingOnly))
        throw FileError(Text::tr("“%1” can't be written: %2").arg(QDir::toNativeSeparators(target), out.errorString()));
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const qint64 size = in.size();
    constexpr qint64 piece = qint64{1} << 20;
    for (qint64 done = 0; done < size;) {
        stopIfCancelled(progress);
        const QByteArray bytes = in.read(piece);
        if (bytes.isEmpty())
            throw FileError(Text::tr("“%1” can't be read: %2").arg(QDir::toNativeSeparators(source), in.errorString()));
        hash.addData(bytes);
        if (out.write(bytes) != bytes.size()) {
            throw StorageError(StorageError::Kind::DiskFull,
                               Text::tr("“%1” could not be written to its end; the disk may be full.")
                                   .arg(QDir::toNativeSeparators(target)));
        }
        done += bytes.size();
    }
    if (!out.flush()) {
        throw StorageError(StorageError::Kind::DiskFull,
                           Text::tr("“%1” could not be written to its end; the disk may be full.")
                               .arg(QDir::toNativeSeparators(target)));
    }
    return hash.result();
}

// A copy that is a case file by itself. Opening one that another connection works with, and closing it again, would
// take SQLite's locks from that.
void refuseLive(const QString &path)
{
    if (!OwnerLock::holder(path).isEmpty()) {
        throw StorageError(
            StorageError::Kind::InUse,
            Text::tr("“%1” is open as a case file. Choose a backup of it.").arg(QFileInfo(path).fileName()));
    }
    for (const QString &suffix : sidecars()) {
        if (suffix != u"-shm" && QFileInfo(path + suffix).size() > 0) {
            throw StorageError(StorageError::Kind::Interrupted,
                               Text::tr("“%1” was left by a program in the middle of its work: it is no whole backup. "
                                        "Open it once for writing, or choose another.")
                                   .arg(QFileInfo(path).fileName()));
        }
    }
}

} // namespace

RestoredFile::RestoredFile(const QString &backup, const Password &passphrase, const QString &target,
                           const Progress &progress)
    : m_backup(QFileInfo(backup).absoluteFilePath())
    , m_partial(std::make_unique<PartialFile>(target, false))
{
    const QString path = m_partial->path();
    if (isEncryptedCopy(m_backup)) {
        m_manifest = decryptCopy(m_backup, passphrase, path, progress);
    } else {
        if (!QFileInfo::exists(m_backup)) {
            throw StorageError(StorageError::Kind::Missing,
                               Text::tr("There is no file “%1”.").arg(QDir::toNativeSeparators(m_backup)));
        }
        refuseLive(m_backup);
        QFile slip(m_backup + manifestSuffix);
        if (slip.open(QIODevice::ReadOnly))
            m_manifest = BackupManifest::fromJson(slip.read(qint64{1} << 20));
        const QByteArray hash = copyBytes(m_backup, path, progress);
        if (m_manifest && m_manifest->sha256 != hash)
            throw altered(m_backup);
    }
    stopIfCancelled(progress);
    {
        Database probe(path, Database::Access::Read);
        (void)Schema::shipped().verify(probe); // foreign, or newer than this program
    }
    m_sound = verifyBackup(path);
    stopIfCancelled(progress);
    m_file = std::make_unique<CaseFile>(path, CaseFile::Mode::Write);
    if (!m_file->keptCopy().isEmpty())
        QFile::remove(m_file->keptCopy()); // the backup itself is as it was
    else if (m_manifest && factsOf(*m_file) != m_manifest->facts)
        throw altered(m_backup);
}

RestoredFile::~RestoredFile()
{
    m_file.reset(); // before the partial file is thrown away
}

QString RestoredFile::name() const
{
    return m_manifest ? m_manifest->name() : u"file "_s + QFileInfo(m_backup).fileName();
}

CaseFile &RestoredFile::file()
{
    if (!m_file)
        m_file = std::make_unique<CaseFile>(m_partial->path(), CaseFile::Mode::Write);
    return *m_file;
}

void RestoredFile::rest()
{
    m_file.reset();
}

void RestoredFile::finish()
{
    file().database().checkpoint();
    m_file.reset();
    m_partial->finish();
}

namespace {

// Who restores, by the accounts of the backup, and what was agreed to.
struct Restorer
{
    User user{};
    ConsentNote agreed{};
};

Outcome<Restorer> restorerOf(RestoredFile &restored, const RestoreRequest &request, const Clock &clock)
{
    CaseFile &file = restored.file();
    if (request.approved)
        return Restorer{.user = {.name = request.user}, .agreed = *request.approved};
    if (!UserRepository(file.database()).havePasswords()) {
        return Restorer{.user = soleUser(file).value_or(User{.name = builtInUser(), .roles = allRoles()}),
                        .agreed = {.reason = request.consent.reason}};
    }
    if (request.user.isEmpty())
        return Refusal{Text::tr("The accounts of this backup have passwords: two of those who work there restore it."),
                       u"user"_s};
    const Outcome<User> user = logIn(file, clock, request.user, request.password);
    if (!user)
        return Refusal{user.error().reason, u"password"_s};
    CaseBook book(file, clock, user->name, user->roles);
    const auto approved = book.approveRestore(restored.name(), request.consent);
    if (!approved) {
        Refusal refusal = approved.error();
        if (refusal.field == u"password")
            refusal.field = u"secondPassword"_s;
        return refusal;
    }
    return Restorer{.user = *user, .agreed = approved->note};
}

} // namespace

Outcome<RestoreResult> restoreBackup(const RestoreRequest &request, const Clock &clock, const Progress &progress)
{
    const auto held =
        request.tried ? request.tried
                      : std::make_shared<RestoredFile>(request.backup, request.passphrase, request.target, progress);
    RestoredFile &restored = *held;
    const auto atRest = qScopeGuard([&restored] { restored.rest(); }); // it may go in another thread
    const Outcome<Restorer> restorer = restorerOf(restored, request, clock);
    if (!restorer)
        return restorer.error();
    CaseBook(restored.file(), clock, restorer->user.name, restorer->user.roles)
        .noteRestored(restored.name(), restorer->agreed);
    const RestoreResult result{
        .manifest = restored.manifest(), .facts = factsOf(restored.file()), .sound = restored.isSound()};
    stopIfCancelled(progress);
    restored.finish();
    return result;
}

namespace {

// Where a case file really stands: a link to it stays a link to it.
QString placeOf(const QString &caseFile)
{
    const QFileInfo info(caseFile);
    const QString canonical = info.canonicalFilePath();
    if (!canonical.isEmpty())
        return canonical;
    return info.isSymLink() ? info.symLinkTarget() : info.absoluteFilePath();
}

} // namespace

QString restoredName(const QString &caseFile, const QDateTime &now)
{
    const QFileInfo info(placeOf(caseFile));
    return info.absoluteDir().filePath(
        u"%1-restored-%2.huiyin"_s.arg(info.completeBaseName(), now.toLocalTime().toString(u"yyyyMMdd-HHmmss"_s)));
}

QString exchangeCaseFile(const QString &caseFile, const QString &restored, const QDateTime &now)
{
    const QString path = placeOf(caseFile);
    const QFileInfo info(path);
    QStringList there;
    if (info.exists() || info.isSymLink())
        there.append(QString());
    for (const QString &suffix : sidecars()) {
        if (QFileInfo::exists(path + suffix))
            there.append(suffix);
    }
    QString aside;
    std::unique_ptr<OwnerLock> lock;
    if (!there.isEmpty()) {
        lock = std::make_unique<OwnerLock>(path);
        const QString stamp = now.toLocalTime().toString(u"yyyyMMdd-HHmmss"_s);
        aside = info.absoluteDir().filePath(
            Text::tr("%1-replaced-%2.%3", "name of a file").arg(info.completeBaseName(), stamp, info.suffix()));
    }
    QStringList moved;
    const auto giveUp = [&](const QString &what) {
        bool isBack = true;
        for (const QString &suffix : std::as_const(moved))
            isBack = replaceFile(aside + suffix, path + suffix, false) && isBack;
        const QString staged = QDir::toNativeSeparators(restored);
        return StorageError(
            StorageError::Kind::Other,
            joinedSentences(
                {what, isBack ? Text::tr("Everything is as it was; the restored file is “%1”.").arg(staged)
                              : Text::tr("What stood there lies as “%1” now, the restored file as “%2”. Nothing was "
                                         "deleted: give one of them its name by hand.")
                                    .arg(QDir::toNativeSeparators(aside), staged)}));
    };
    for (const QString &suffix : std::as_const(there)) {
        if (!replaceFile(path + suffix, aside + suffix, false))
            throw giveUp(Text::tr("“%1” could not be moved aside.").arg(QString(info.fileName() + suffix)));
        moved.prepend(suffix);
    }
    if (!replaceFile(restored, path, false))
        throw giveUp(Text::tr("The restored file could not be given the name “%1”.").arg(info.fileName()));
    return aside;
}

} // namespace huiyin
