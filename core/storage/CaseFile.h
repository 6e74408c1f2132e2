// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Office.h"
#include "storage/OwnerLock.h"
#include "storage/Schema.h"

#include <QString>

#include <functional>
#include <memory>

namespace huiyin {

class Database;
class KnowledgeShelf;
class PairDensities;

// A case file that is open in this thread: verified, migrated if need be, and (for writing) owned.
class CaseFile
{
public:
    enum class Mode { Read, Write };

    // Throws StorageError with a kind for every way in which a path is not a usable case file, having changed nothing.
    // Writing an older file: a copy is kept beside it first. Reading an older file is refused with Kind::Other, as
    // nothing may be changed then.
    CaseFile(const QString &path, Mode mode, const Schema &schema = Schema::shipped());

    ~CaseFile();
    CaseFile(CaseFile &&) noexcept;
    CaseFile &operator=(CaseFile &&) = delete;

    // Makes a new case file. It is built under another name, handed to `fill` and given its name when all is done, so
    // that a path holds a whole case file or nothing. Throws Exists when something stands at `path`.
    static void create(const QString &path, const Office &office, const std::function<void(Database &)> &fill,
                       const Schema &schema = Schema::shipped());

    [[nodiscard]] Database &database() { return *m_database; }
    // Takes what was written from the log into the file, as far as that needs no waiting: who copies the file by other
    // means than a backup has it then.
    void takeInLog();
    [[nodiscard]] QString path() const;
    [[nodiscard]] Mode mode() const { return m_mode; }
    [[nodiscard]] const Office &office() const { return m_office; }
    [[nodiscard]] const OfficeZone &zone() const { return m_zone; }
    void reloadOffice();
    // What similar tickets are looked for by; remembered as long as the file is open.
    [[nodiscard]] PairDensities &pairDensities() { return *m_pairDensities; }

    // The articles of the knowledge base as search compares them; kept likewise.
    [[nodiscard]] KnowledgeShelf &knowledgeShelf() { return *m_knowledgeShelf; }

    // The copy that was kept when the file was migrated; "" when it was not.
    [[nodiscard]] QString keptCopy() const { return m_keptCopy; }

private:
    Mode m_mode;
    std::unique_ptr<OwnerLock> m_lock; // before the database: it is given up last
    std::unique_ptr<Database> m_database;
    Office m_office;
    OfficeZone m_zone;
    QString m_keptCopy;
    std::unique_ptr<PairDensities> m_pairDensities;
    std::unique_ptr<KnowledgeShelf> m_knowledgeShelf;
};

} // namespace huiyin
