// SPDX-License-Identifier: GPL-3.0-or-later
#include "fault/SmallDrive.h"

#include <QFile>

#include <catch2/catch.hpp>

#include <sys/mount.h>
#include <sys/statvfs.h>

namespace huiyin::test {

namespace {

QByteArray sizeOption(qint64 bytes)
{
    return "size=" + QByteArray::number(bytes);
}

} // namespace

bool SmallDrive::canBeMade()
{
    if (SmallDrive(1 << 20).isThere())
        return true;
    WARN("left out: no drive may be mounted here; run it as root or below `unshare -rm`");
    return false;
}

SmallDrive::SmallDrive(qint64 bytes)
{
    const QByteArray place = QFile::encodeName(m_folder.path());
    m_isThere = mount("huiyin-test", place.constData(), "tmpfs", 0, sizeOption(bytes).constData()) == 0;
}

SmallDrive::~SmallDrive()
{
    if (m_isThere)
        (void)umount2(QFile::encodeName(m_folder.path()).constData(), MNT_DETACH);
}

qint64 SmallDrive::room() const
{
    struct statvfs facts = {};
    if (statvfs(QFile::encodeName(m_folder.path()).constData(), &facts) != 0)
        return -1;
    return static_cast<qint64>(facts.f_bavail) * static_cast<qint64>(facts.f_frsize);
}

bool SmallDrive::resize(qint64 bytes) const
{
    return mount("huiyin-test", QFile::encodeName(m_folder.path()).constData(), "tmpfs", MS_REMOUNT,
                 sizeOption(bytes).constData())
           == 0;
}

} // namespace huiyin::test
