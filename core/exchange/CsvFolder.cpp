// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/CsvFolder.h"

#include "exchange/CsvWriter.h"
#include "storage/StorageError.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Exchange)
};

QString fileNameOf(const Table &table)
{
    return table.nameText() + u".csv"_s;
}

class CsvTable final : public TableWriter
{
public:
    CsvTable(const QString &path, const OfficeZone &zone)
        : m_csv(path, false)
        , m_zone(zone)
    {
    }

    void text(const QString &text) override { m_csv.cell(text); }
    void number(qint64 number) override { m_csv.cell(QString::number(number)); }
    void day(QDate day) override { m_csv.cell(day.toString(Qt::ISODate)); }
    void moment(const QDateTime &instant) override { m_csv.cell(m_zone.text(instant)); }
    void endRow() override { m_csv.endRow(); }
    void finish() override { m_csv.commit(); }

private:
    CsvWriter m_csv;
    const OfficeZone &m_zone;
};

} // namespace

CsvFolder::CsvFolder(const QString &target, bool overwrite, const OfficeZone &zone)
    : m_zone(zone)
{
    QFileInfo info(QDir::cleanPath(QFileInfo(target).absoluteFilePath()));
    if (info.isSymLink() && info.exists())
        info = QFileInfo(info.canonicalFilePath());
    m_target = info.filePath();
    if (info.exists() || info.isSymLink()) {
        m_replaces = true;
        refuseToReplace(info, overwrite);
    }
    m_path = m_target + u".partial-" + QUuid::createUuid().toString(QUuid::Id128);
    if (!QDir().mkdir(m_path))
        throw FileError(Text::tr("No folder can be made in “%1”.").arg(QDir::toNativeSeparators(info.absolutePath())));
    // Citizens' data is nobody else's.
    QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

CsvFolder::~CsvFolder()
{
    if (!m_path.isEmpty())
        QDir(m_path).removeRecursively();
}

QString CsvFolder::nameOf(const Table &table) const
{
    return fileNameOf(table);
}

std::unique_ptr<TableWriter> CsvFolder::begin(const Table &table, const QList<int> &columns)
{
    auto writer = std::make_unique<CsvTable>(QDir(m_path).filePath(fileNameOf(table)), m_zone);
    for (const int column : columns)
        writer->text(table.columnName(column));
    writer->endRow();
    return writer;
}

void CsvFolder::finish()
{
    QString old;
    if (m_replaces) {
        old = m_target + u".old-" + QUuid::createUuid().toString(QUuid::Id128);
        if (!replaceFile(m_target, old, false))
            throw cantName();
    }
    if (!replaceFile(m_path, m_target, false)) {
        if (m_replaces)
            replaceFile(old, m_target, false);
        throw cantName();
    }
    m_path.clear();
    if (m_replaces)
        QDir(old).removeRecursively();
}

// Never takes away what is not an export of ours.
void CsvFolder::refuseToReplace(const QFileInfo &info, bool overwrite) const
{
    const QString name = QDir::toNativeSeparators(m_target);
    if (!overwrite) {
        throw StorageError(StorageError::Kind::Exists,
                           Text::tr("There is already “%1”. It was left as it is.").arg(name));
    }
    bool ours = info.isDir();
    if (ours) {
        const QStringList entries =
            QDir(m_target).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
        ours = std::ranges::all_of(entries, [](const QString &entry) {
            return std::ranges::any_of(tables(), [&entry](const Table &table) { return entry == fileNameOf(table); });
        });
    }
    if (!ours) {
        throw StorageError(StorageError::Kind::Exists,
                           Text::tr("“%1” holds other things than exported tables. It was left as it is.").arg(name));
    }
}

FileError CsvFolder::cantName() const
{
    return FileError(Text::tr("The export could not be given its name “%1”.").arg(QDir::toNativeSeparators(m_target)));
}

} // namespace huiyin
