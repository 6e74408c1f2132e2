// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/FilePlace.h"

#include <QFile>

#ifndef Q_OS_WIN
#include <sys/stat.h>
#endif

using namespace Qt::StringLiterals;

namespace huiyin {

FilePlace::FilePlace(const QString &path)
    : m_path(path)
    , m_file(at(path))
{
}

FilePlace::State FilePlace::state() const
{
    if (!m_file)
        return State::There;
    const auto now = at(m_path);
    if (!now)
        return State::Gone;
    return now == m_file ? State::There : State::Replaced;
}

#ifdef Q_OS_WIN

std::optional<FilePlace::File> FilePlace::at(const QString &)
{
    return std::nullopt;
}

quint64 FilePlace::names(const QString &)
{
    return 1;
}

QString FilePlace::key(const QString &)
{
    return {};
}

#else

std::optional<FilePlace::File> FilePlace::at(const QString &path)
{
    struct stat found
    {
    };
    if (::stat(QFile::encodeName(path).constData(), &found) != 0)
        return std::nullopt;
    return File{.device = found.st_dev, .number = found.st_ino};
}

quint64 FilePlace::names(const QString &path)
{
    struct stat found
    {
    };
    return ::stat(QFile::encodeName(path).constData(), &found) == 0 ? found.st_nlink : 0;
}

QString FilePlace::key(const QString &path)
{
    const auto file = at(path);
    return file ? QString::number(file->device, 16) + u'-' + QString::number(file->number, 16) : QString();
}

#endif

} // namespace huiyin
