// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/OwnFiles.h"

#include <QFile>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

#ifdef Q_OS_UNIX
constexpr QFile::Permissions othersRights =
    QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;

// Only looked at by name: to open and close one of them would take SQLite's locks away.
QStringList filesOf(const QString &caseFile)
{
    QStringList files;
    for (const QString &suffix : {QString(), u"-wal"_s, u"-shm"_s, u"-journal"_s}) {
        if (QFile::exists(caseFile + suffix))
            files.append(caseFile + suffix);
    }
    return files;
}
#endif

} // namespace

bool isOpenToOthers([[maybe_unused]] const QString &caseFile)
{
#ifdef Q_OS_UNIX
    return std::ranges::any_of(filesOf(caseFile),
                               [](const QString &path) { return bool(QFile::permissions(path) & othersRights); });
#else
    return false;
#endif
}

bool closeToOthers([[maybe_unused]] const QString &caseFile)
{
#ifdef Q_OS_UNIX
    return std::ranges::all_of(filesOf(caseFile), [](const QString &path) {
        return QFile::setPermissions(path, QFile::permissions(path) & ~othersRights);
    });
#else
    return true;
#endif
}

} // namespace huiyin
