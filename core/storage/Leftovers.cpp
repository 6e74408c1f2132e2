// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/Leftovers.h"

#include "storage/OwnerLock.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

// What PartialFile adds to a name, then what SQLite and OwnerLock add to that.
const QString partialEnd = u"\\.partial-[0-9a-f]{32}(-wal|-shm|-journal|\\.lock)?"_s;

// A file that is being restored or rescued is itself held for writing while it is worked with.
bool isHeld(const QString &path)
{
    static const QRegularExpression sidecar(u"(-wal|-shm|-journal|\\.lock)$"_s);
    const QString partial = QString(path).remove(sidecar);
    return QFileInfo::exists(partial + u".lock") && !OwnerLock::holder(partial).isEmpty();
}

// The copies that are kept before a file is brought up to date are named by the base of its name: a neighbour that has
// the same base, and that somebody has open, may be at it just now.
bool hasBusyNeighbour(const QFileInfo &file, const QFileInfoList &entries)
{
    return std::ranges::any_of(entries, [&file](const QFileInfo &other) {
        if (other.fileName() == file.fileName() || other.completeBaseName() != file.completeBaseName())
            return false;
        const QString canonical = other.canonicalFilePath();
        return QFileInfo::exists((canonical.isEmpty() ? other.absoluteFilePath() : canonical) + u".lock");
    });
}

} // namespace

void removeLeftovers(const QString &path)
{
    const QFileInfo file(path);
    const QFileInfoList entries = file.absoluteDir().entryInfoList(QDir::Files | QDir::Hidden | QDir::NoSymLinks);
    const auto pattern = [](const QString &name) {
        return QRegularExpression(QRegularExpression::anchoredPattern(name + partialEnd));
    };
    // Made by whoever holds the lock of the file.
    const QRegularExpression ofMigration = pattern(QRegularExpression::escape(file.completeBaseName())
                                                   + u"\\.before-v[0-9]+-[0-9]{8}-[0-9]{6}(-[0-9]+)?\\.huiyin"_s);
    // Made for the name of the file, perhaps before there was one: whoever is still at it has written not long ago.
    const QRegularExpression ofFile = pattern(QRegularExpression::escape(file.fileName()));
    constexpr qint64 surelyStopped = 3600; // s
    const QDateTime before = QDateTime::currentDateTimeUtc().addSecs(-surelyStopped);
    const bool isDoubtful = hasBusyNeighbour(file, entries);
    for (const QFileInfo &entry : entries) {
        const bool isLeft = (!isDoubtful && ofMigration.match(entry.fileName()).hasMatch())
                            || (entry.lastModified() < before && ofFile.match(entry.fileName()).hasMatch()
                                && !isHeld(entry.filePath()));
        if (isLeft && !QFile::remove(entry.filePath()) && QFileInfo::exists(entry.filePath()))
            qWarning("a leftover of %lld bytes could not be taken away", static_cast<long long>(entry.size()));
    }
}

} // namespace huiyin
