// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/OwnerLock.h"

#include "storage/FilePlace.h"
#include "storage/StorageError.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QLockFile>
#include <QSysInfo>
#include <QThread>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Storage)
};

QString lockPath(const QString &path)
{
    // The canonical path: a symbolic link and its target share one lock.
    const QFileInfo info(path);
    const QString canonical = info.canonicalFilePath();
    return (canonical.isEmpty() ? info.absoluteFilePath() : canonical) + u".lock";
}

// Of the file itself, whatever its names; "" where the system doesn't tell it.
QString sharedLockPath(const QString &path)
{
    const QString key = FilePlace::key(path);
    return key.isEmpty() ? QString() : QDir::temp().filePath(u"huiyin-"_s + key + u".lock"_s);
}

bool isReadable(const QLockFile &lock)
{
    qint64 process = 0;
    QString host;
    QString application;
    return lock.getLockInfo(&process, &host, &application);
}

bool isOfThisComputer(const QLockFile &lock)
{
    qint64 process = 0;
    QString host;
    QString application;
    return lock.getLockInfo(&process, &host, &application) && host == QSysInfo::machineHostName();
}

// The program ended, or the current went, between making the file and writing its name into it.
bool isOfNobody(const QLockFile &lock)
{
    return QFileInfo(lock.fileName()).isReadable() && !isReadable(lock);
}

bool take(QLockFile &lock)
{
    if (lock.tryLock(0))
        return true;
    if (lock.error() != QLockFile::LockFailedError)
        return false;
    // By a drive that had gone when it was to be taken away, or by a program that ended while it took over another's.
    bool isLeft = isOfThisComputer(lock);
    if (!isLeft && isOfNobody(lock)) {
        QThread::sleep(1); // somebody may just be writing it
        isLeft = isOfNobody(lock);
    }
    // What is held, here or elsewhere, can't be taken away.
    return isLeft && lock.removeStaleLockFile() && lock.tryLock(0);
}

QString describe(const QLockFile &lock)
{
    qint64 process = 0;
    QString host;
    QString application;
    if (!lock.getLockInfo(&process, &host, &application))
        return Text::tr("another program");
    const QFileInfo kept(lock.fileName());
    const QString user = kept.owner(); // "" where the system doesn't tell
    const QString holder = user.isEmpty() ? Text::tr("%1 on the computer %2").arg(application, host)
                                          : Text::tr("%1 on the computer %2 (user %3)").arg(application, host, user);
    // The lock is written once, when it is taken. By the time of this computer: the office's is not known yet.
    const QDateTime since = kept.lastModified();
    if (!since.isValid())
        return holder;
    const bool isToday = since.date() == QDate::currentDate();
    return Text::tr("%1, since %2", "who holds a file, from when")
        .arg(holder, since.toString(isToday ? u"HH:mm"_s : u"yyyy-MM-dd HH:mm"_s));
}

} // namespace

OwnerLock::OwnerLock(const QString &path)
    : m_lock(std::make_unique<QLockFile>(lockPath(path)))
{
    const QString name = QFileInfo(path).fileName();
    const auto inUse = [&name](const QLockFile &lock) {
        return StorageError(StorageError::Kind::InUse,
                            Text::tr("“%1” is held for writing by %2. Nothing was changed. Close that program, or open "
                                     "the file for reading only.")
                                .arg(name, describe(lock)));
    };
    // Held by a file of one name too: it may get another while it is open.
    if (const QString shared = sharedLockPath(path); !shared.isEmpty()) {
        m_shared = std::make_unique<QLockFile>(shared);
        m_shared->setStaleLockTime(0);
        if (!take(*m_shared)) {
            // Where it can't even be read it is another user's, who may have left it: of one name, the lock beside the file
            // tells who is at work.
            if (FilePlace::names(path) > 1 || isReadable(*m_shared))
                throw inUse(*m_shared);
            m_shared.reset();
        }
    }
    m_lock->setStaleLockTime(0); // stale only when the process is gone, however long an office leaves the window open
    if (take(*m_lock))
        return;
    if (m_lock->error() == QLockFile::LockFailedError)
        throw inUse(*m_lock);
    throw StorageError(StorageError::Kind::ReadOnly,
                       Text::tr("“%1” can be opened for reading only: it or its folder is write-protected.").arg(name),
                       u"no lock file %1"_s.arg(lockPath(path)));
}

OwnerLock::~OwnerLock() = default;

QString OwnerLock::holder(const QString &path)
{
    const QString shared = sharedLockPath(path);
    for (const QString &where : {lockPath(path), shared}) {
        if (where.isEmpty())
            continue;
        QLockFile lock(where);
        lock.setStaleLockTime(0);
        if (take(lock) || lock.error() != QLockFile::LockFailedError)
            continue;
        if (where != shared || FilePlace::names(path) > 1 || isReadable(lock))
            return describe(lock);
    }
    return {};
}

} // namespace huiyin
