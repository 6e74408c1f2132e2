// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/Medium.h"

#include "storage/StorageError.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QStorageInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Storage)
};

std::function<Medium(const QString &)> &probeInForce()
{
    static std::function<Medium(const QString &)> probe;
    return probe;
}

} // namespace

bool Medium::isNetwork() const
{
    static const QList<QByteArray> kinds{
        "nfs",        "nfs4",       "cifs",        "smb2",        "smb3",      "smbfs",
        "smb",        "afs",        "afpfs",       "ncpfs",       "9p",        "ceph",
        "webdav",     "davfs",      "coda",        "lustre",      "glusterfs", "fuse.glusterfs",
        "fuse.sshfs", "fuse.davfs", "fuse.davfs2", "fuse.rclone", "fuse.s3fs", "fuse.gvfsd-fuse"};
    return std::ranges::find(kinds, fileSystem.toLower()) != kinds.cend();
}

Medium Medium::of(const QString &path)
{
    if (const auto &probe = probeInForce())
        return probe(path);
    const QFileInfo info(path);
    const QStorageInfo storage(info.exists() ? info.absoluteFilePath() : info.absolutePath());
    if (!storage.isValid())
        return {};
    // Of a share under its own name, as \\server\office, Windows tells the type of the server's disk.
    if (QDir::toNativeSeparators(info.absoluteFilePath()).startsWith(u"\\\\"))
        return {.fileSystem = "cifs", .available = storage.bytesAvailable()};
    return {.fileSystem = storage.fileSystemType(), .available = storage.bytesAvailable()};
}

void Medium::setProbe(std::function<Medium(const QString &)> probe)
{
    probeInForce() = std::move(probe);
}

void requireRoom(const QString &path)
{
    const Medium medium = Medium::of(path);
    if (medium.available < 0 || medium.available >= Medium::tooLittle)
        return;
    throw StorageError(
        StorageError::Kind::DiskFull,
        Text::tr(
            "Only %1 are left on the disk that holds “%2”. They are kept for new tickets: nothing was written. Free "
            "some space and try again.")
            .arg(QLocale().formattedDataSize(medium.available), QDir::toNativeSeparators(path)),
        u"%1 bytes available"_s.arg(medium.available));
}

void requireLocal(const QString &path)
{
    const Medium medium = Medium::of(path);
    if (!medium.isNetwork())
        return;
    throw StorageError(
        StorageError::Kind::ReadOnly,
        Text::tr(
            "“%1” lies on a network drive (%2), where tickets that were saved can be lost. Copy it to a disk of this "
            "computer and open the copy, or open it for reading only. Nothing was changed.")
            .arg(QFileInfo(path).fileName(), QString::fromLatin1(medium.fileSystem)));
}

} // namespace huiyin
