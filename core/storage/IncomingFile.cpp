// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/IncomingFile.h"

#include "domain/Attachment.h"
#include "storage/StorageError.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>

#include <filesystem>

#ifndef Q_OS_WIN
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(IncomingFile)
};

// Looks at what the paths lead to without opening it.
bool isSameFile(const QString &one, const QString &other)
{
    std::error_code ignored;
    return std::filesystem::equivalent(one.toStdU16String(), other.toStdU16String(), ignored);
}

// A plain file and nothing else, also when something else has taken its place since somebody looked: a pipe would
// wait for whoever writes into it.
bool openPlain(QFile &file)
{
#ifdef Q_OS_WIN
    return file.open(QIODevice::ReadOnly | QIODevice::Unbuffered);
#else
    const int handle =
        ::open(QFile::encodeName(file.fileName()).constData(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (handle < 0)
        return false;
    struct stat facts
    {
    };
    if (::fstat(handle, &facts) != 0 || !S_ISREG(facts.st_mode)) {
        ::close(handle);
        return false;
    }
    return file.open(handle, QIODevice::ReadOnly | QIODevice::Unbuffered, QFileDevice::AutoCloseHandle);
#endif
}

} // namespace

bool belongsToCaseFile(const QString &path, const QString &caseFile)
{
    for (const char *part : {"", "-wal", "-shm", "-journal"}) {
        if (isSameFile(path, caseFile + QLatin1StringView(part)))
            return true;
    }
    return false;
}

Outcome<IncomingFile> readIncomingFile(const QString &path, qint64 limit, const QString &caseFile, Progress &progress)
{
    constexpr qint64 piece = qint64{1024} * 1024;
    const QFileInfo before(path);
    const QString name = before.fileName();
    if (!before.exists())
        return Refusal{Text::tr("“%1” is not there any more.").arg(name)};
    if (before.isDir())
        return Refusal{Text::tr("“%1” is a folder. Add the files in it.").arg(name)};
    if (!before.isFile())
        return Refusal{Text::tr("“%1” is a device or a pipe, not a file.").arg(name)};
    if (belongsToCaseFile(path, caseFile))
        return Refusal{Text::tr("“%1” is the open case file itself.").arg(name)};
    if (before.size() == 0)
        return Refusal{Text::tr("“%1” is empty.").arg(name)};
    if (before.size() > limit) {
        return Refusal{Text::tr("“%1” is too large: it has %2, and an attachment at most %3.")
                           .arg(name, sizeText(before.size()), sizeText(limit))};
    }
    const Refusal changed{Text::tr("“%1” was changed while it was read. Add it again when it is finished.").arg(name)};
    const QDateTime changedAt = before.lastModified();
    QFile file(path);
    if (!openPlain(file))
        return Refusal{Text::tr("“%1” can't be read: it is gone, or you have no right to.").arg(name)};
    IncomingFile incoming{.name = name};
    incoming.content.reserve(before.size());
    while (incoming.content.size() <= before.size()) {
        stopIfCancelled(progress);
        progress.report(incoming.content.size(), before.size(), name);
        const QByteArray bytes = file.read(piece);
        if (bytes.isEmpty())
            break;
        incoming.content += bytes;
    }
    if (file.error() != QFileDevice::NoError)
        return Refusal{Text::tr("“%1” can't be read: %2").arg(name, file.errorString())};
    const QFileInfo after(path);
    if (incoming.content.size() != before.size() || after.size() != before.size() || after.lastModified() != changedAt)
        return changed;
    return incoming;
}

} // namespace huiyin
