// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/SafeFile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#ifdef Q_OS_WIN
#include <io.h>
#include <windows.h>
#else
#include <fcntl.h>
#include <unistd.h>

#include <cstdio>
#endif

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SafeFile)
};

bool flushHandle(int handle)
{
#ifdef Q_OS_WIN
    return _commit(handle) == 0;
#else
    return ::fsync(handle) == 0;
#endif
}

// A new name is durable only when its folder is flushed too; Windows does that with the file.
void syncFolder([[maybe_unused]] const QString &path)
{
#ifndef Q_OS_WIN
    const int handle = ::open(QFile::encodeName(QFileInfo(path).absolutePath()).constData(), O_RDONLY | O_DIRECTORY);
    if (handle >= 0) {
        ::fsync(handle);
        ::close(handle);
    }
#endif
}

FileError cantWrite(const QString &path, const QString &why)
{
    return FileError(Text::tr("“%1” could not be written: %2").arg(QDir::toNativeSeparators(path), why));
}

} // namespace

SafeFile::SafeFile(const QString &path, bool overwrite)
    : m_path(path)
    , m_file(std::make_unique<QSaveFile>(path))
{
    if (QFileInfo::exists(path) && !overwrite) {
        throw FileError(
            Text::tr("There is already a file “%1”. It was left as it is.").arg(QDir::toNativeSeparators(path)));
    }
    if (!m_file->open(QIODevice::WriteOnly))
        throw cantWrite(path, m_file->errorString());
    m_file->setPermissions(QFile::ReadOwner | QFile::WriteOwner);
}

SafeFile::~SafeFile() = default;

void SafeFile::write(const QByteArray &bytes)
{
    // QSaveFile::commit() can report success for a file that a full disk has cut short.
    if (m_file->write(bytes) != bytes.size())
        throw cantWrite(m_path, m_file->errorString());
}

void SafeFile::commit()
{
    if (!m_file->flush())
        throw cantWrite(m_path, m_file->errorString());
    if (!flushHandle(m_file->handle()))
        throw cantWrite(m_path, qt_error_string()); // QFile knows nothing of it
    if (!m_file->commit())
        throw cantWrite(m_path, m_file->errorString());
    syncFolder(m_path);
}

void syncToDisk(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite))
        throw cantWrite(path, file.errorString());
    if (!flushHandle(file.handle()))
        throw cantWrite(path, qt_error_string());
}

bool replaceFile(const QString &source, const QString &target, bool overwrite)
{
    if (!overwrite) { // QFile::rename refuses a target that exists
        const bool renamed = QFile::rename(source, target);
        if (renamed)
            syncFolder(target);
        return renamed;
    }
#ifdef Q_OS_WIN
    const auto *from = reinterpret_cast<const wchar_t *>(source.utf16());
    const auto *to = reinterpret_cast<const wchar_t *>(target.utf16());
    const bool done = MoveFileExW(from, to, MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH) != 0;
#else
    const bool done = std::rename(QFile::encodeName(source).constData(), QFile::encodeName(target).constData()) == 0;
#endif
    if (done)
        syncFolder(target);
    return done;
}

} // namespace huiyin
