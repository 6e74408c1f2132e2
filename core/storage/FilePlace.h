// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QtGlobal>

#include <optional>

namespace huiyin {

// Which file stands at a path, told without opening it: a program that opens and closes a file which SQLite has open
// gives SQLite's locks away. Under Windows nobody can move, replace or delete a file that SQLite has open.
class FilePlace
{
public:
    enum class State {
        There,
        Gone,     // moved, renamed or deleted, or its drive can't be reached
        Replaced, // by another file
    };

    FilePlace() = default;
    explicit FilePlace(const QString &path); // remembers what stands there now

    [[nodiscard]] bool isKnown() const { return m_file.has_value(); } // something stood there
    [[nodiscard]] State state() const;                                // There when nothing is known
    // How many names the file has. A program that writes by another name doesn't see the lock beside this one.
    [[nodiscard]] static quint64 names(const QString &path);
    // The same for each name of a file, and different for two files of this computer; "" where it isn't known.
    [[nodiscard]] static QString key(const QString &path);

private:
    struct File
    {
        quint64 device;
        quint64 number;
        bool operator==(const File &) const = default;
    };
    static std::optional<File> at(const QString &path);

    QString m_path;
    std::optional<File> m_file;
};

} // namespace huiyin
