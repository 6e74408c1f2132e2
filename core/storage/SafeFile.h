// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <memory>
#include <stdexcept>

class QSaveFile;

namespace huiyin {

// A file that could not be written; what() is a sentence for the user, in UTF-8.
class FileError : public std::runtime_error
{
public:
    explicit FileError(const QString &message)
        : std::runtime_error(message.toStdString())
    {
    }
    [[nodiscard]] QString message() const { return QString::fromUtf8(what()); }
};

// Writes a file that stands there whole or not at all: every write is checked, the bytes are flushed to the disk, then
// the file gets its name, readable by its owner only. Left without commit() it leaves nothing behind.
class SafeFile
{
public:
    // Throws FileError when `path` exists and `overwrite` is not set, or no file can be made there.
    SafeFile(const QString &path, bool overwrite);
    ~SafeFile();

    void write(const QByteArray &bytes);
    void commit();

private:
    QString m_path;
    std::unique_ptr<QSaveFile> m_file;
};

// Flushes a file's bytes to the disk. Throws FileError when the disk refuses.
void syncToDisk(const QString &path);

// Gives `source` the name `target`, in one step where the system can; false when that failed.
bool replaceFile(const QString &source, const QString &target, bool overwrite);

} // namespace huiyin
