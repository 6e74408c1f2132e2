// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/CaseFile.h"

#include "domain/Progress.h"
#include "storage/Backup.h"
#include "storage/Database.h"
#include "storage/KnowledgeShelf.h"
#include "storage/Leftovers.h"
#include "storage/Medium.h"
#include "storage/OfficeRepository.h"
#include "storage/PartialFile.h"
#include "storage/SearchIndex.h"
#include "storage/TicketNeighbours.h"
#include "storage/Transaction.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Storage)
};

// The identity is read before anything that could write: a foreign or newer file stays as it is.
int verifiedVersion(const QString &path, const Schema &schema)
{
    Database probe(path, Database::Access::Read);
    return schema.verify(probe);
}

// From now on every transaction takes its changes of texts into the search index.
void keepSearchIndex(Database &database)
{
    database.setBeforeCommit([&database] { SearchIndex(database).update(); });
    SearchIndex(database).prepare();
}

// Beside the file; a second try within the same second gets a name of its own.
QString nameForCopy(const QFileInfo &file, int version)
{
    const QString name =
        u"%1.before-v%2-%3"_s.arg(file.absoluteDir().filePath(file.completeBaseName()), QString::number(version),
                                  QDateTime::currentDateTime().toString(u"yyyyMMdd-HHmmss"_s));
    QString free = name + u".huiyin";
    for (int i = 2; QFileInfo::exists(free); ++i)
        free = u"%1-%2.huiyin"_s.arg(name, QString::number(i));
    return free;
}

// SQLite degrades to reading silently when it can't write; better to know now than at the first ticket.
void probeWriting(Database &database)
{
    Transaction transaction(database);
    database.exec(u"UPDATE office SET name = name"_s);
    // Not committed: rolled back here.
}

} // namespace

CaseFile::CaseFile(const QString &path, Mode mode, const Schema &schema)
    : m_mode(mode)
    , m_pairDensities(std::make_unique<PairDensities>())
    , m_knowledgeShelf(std::make_unique<KnowledgeShelf>())
{
    const QFileInfo info(path);
    if (!info.exists())
        throw StorageError(StorageError::Kind::Missing,
                           Text::tr("There is no file “%1”.").arg(QDir::toNativeSeparators(path)));
    if (info.isDir() || info.size() == 0) {
        throw StorageError(
            StorageError::Kind::NotCaseFile,
            Text::tr("“%1” is not a case file of this program. It was left as it is.").arg(info.fileName()));
    }
    if (!info.isReadable())
        throw StorageError(StorageError::Kind::ReadOnly,
                           Text::tr("“%1” can't be read: you have no right to.").arg(info.fileName()));

    int version = 0;
    try {
        version = verifiedVersion(path, schema);
    } catch (const StorageError &error) {
        // A program was interrupted while it wrote with a rollback journal, as an older copy of a file does. A reader
        // may not roll it back; the writer will.
        if (mode != Mode::Write || error.kind() != StorageError::Kind::Interrupted)
            throw;
    }
    if (mode == Mode::Write) {
        requireLocal(path);
        m_lock = std::make_unique<OwnerLock>(path);
        m_database = std::make_unique<Database>(path, Database::Access::Write);
        version = schema.verify(*m_database); // under the lock: another program may have been here meanwhile
        probeWriting(*m_database);
        removeLeftovers(path);
        m_database->ensureWal();
        if (version < schema.version()) {
            m_keptCopy = nameForCopy(info, schema.version());
            Progress quiet;
            copyDatabase(*m_database, m_keptCopy, false, quiet);
            schema.migrate(*m_database, version);
        }
        keepSearchIndex(*m_database);
    } else {
        if (version < schema.version()) {
            throw StorageError(StorageError::Kind::Other,
                               Text::tr("“%1” was written by an older program (file version %2). Open it once for "
                                        "writing; a copy is kept beside it.")
                                   .arg(info.fileName())
                                   .arg(version));
        }
        m_database = std::make_unique<Database>(path, Database::Access::Read);
    }
    reloadOffice();
}

CaseFile::~CaseFile() = default;

CaseFile::CaseFile(CaseFile &&) noexcept = default;

QString CaseFile::path() const
{
    return m_database->path();
}

void CaseFile::reloadOffice()
{
    const auto office = OfficeRepository(*m_database).load();
    if (!office)
        throw StorageError(
            StorageError::Kind::Damaged,
            Text::tr("“%1” has lost the record of its office and may be damaged.").arg(QFileInfo(path()).fileName()));
    m_office = *office;
    m_zone = OfficeZone(m_office.zone);
    if (!m_zone.isValid())
        throw StorageError(StorageError::Kind::Damaged,
                           Text::tr("“%1” names a time zone that this computer doesn't know: %2.")
                               .arg(QFileInfo(path()).fileName(), QString::fromUtf8(m_office.zone)));
}

void CaseFile::takeInLog()
{
    database().checkpointQuietly();
}

void CaseFile::create(const QString &path, const Office &office, const std::function<void(Database &)> &fill,
                      const Schema &schema)
{
    PartialFile partial(path, false);
    {
        Database database(partial.path(), Database::Access::Create);
        schema.migrate(database, 0);
        keepSearchIndex(database);
        Transaction transaction(database);
        OfficeRepository(database).insert(office);
        transaction.commit();
        fill(database);
        database.checkpoint(); // closing would do it too, but tell nobody when the disk is full
    }
    partial.finish();
}

} // namespace huiyin
