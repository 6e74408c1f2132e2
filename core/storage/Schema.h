// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace huiyin {

class Database;

// The numbered scripts of resources/schema. A new case file runs all of them, so every test exercises them; an older
// one runs those it lacks, after a copy of it has been kept beside it.
class Schema
{
public:
    // "HYCB" in the header of every case file; SQLite's application_id.
    static constexpr qint32 applicationId = 0x48594342;

    // The script of version n is scripts[n - 1].
    explicit Schema(QList<QString> scripts);
    // The scripts that this program ships.
    static Schema shipped();

    // As it was at an earlier version.
    [[nodiscard]] Schema upTo(int version) const { return Schema(m_scripts.mid(0, version)); }

    // The names of the triggers that the scripts make.
    [[nodiscard]] QStringList triggers() const;

    [[nodiscard]] int version() const { return static_cast<int>(m_scripts.size()); }

    // The file's version. Throws NotCaseFile, Newer or Damaged, having changed nothing.
    [[nodiscard]] int verify(Database &database) const;

    // Runs the scripts after the file's version, all in one transaction with the new version number.
    void migrate(Database &database, int fromVersion) const;

private:
    QList<QString> m_scripts;
};

} // namespace huiyin
