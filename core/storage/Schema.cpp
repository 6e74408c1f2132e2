// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/Schema.h"

#include "storage/Database.h"
#include "storage/Transaction.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Storage)
};

} // namespace

Schema::Schema(QList<QString> scripts)
    : m_scripts(std::move(scripts))
{
}

Schema Schema::shipped()
{
    QList<QString> scripts;
    const QDir folder(u":/huiyin/schema"_s);
    const auto names = folder.entryList({u"*.sql"_s}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("schema script %s is missing from the program", qUtf8Printable(name));
        scripts.append(QString::fromUtf8(file.readAll()));
    }
    return Schema(scripts);
}

QStringList Schema::triggers() const
{
    static const QRegularExpression made(u"^CREATE TRIGGER (\\w+)"_s, QRegularExpression::MultilineOption);
    QStringList names;
    for (const QString &script : m_scripts) {
        auto found = made.globalMatch(script);
        while (found.hasNext())
            names.append(found.next().captured(1));
    }
    names.removeDuplicates(); // a later script may have made one anew
    return names;
}

int Schema::verify(Database &database) const
{
    const QString name = QFileInfo(database.path()).fileName();
    const auto foreign = [&name](const QString &technical) {
        return StorageError(StorageError::Kind::NotCaseFile,
                            Text::tr("“%1” is not a case file of this program. It was left as it is.").arg(name),
                            technical);
    };
    const auto id = database.value<qint64>(u"PRAGMA application_id"_s);
    if (id != applicationId)
        throw foreign(u"application_id %1"_s.arg(id.value_or(0)));
    const auto fileVersion = static_cast<int>(database.value<qint64>(u"PRAGMA user_version"_s).value_or(0));
    if (fileVersion > version()) {
        throw StorageError(StorageError::Kind::Newer,
                           Text::tr("“%1” was written by a newer program (file version %2, this program knows %3). "
                                    "Open it with the newer program. It was left as it is.")
                               .arg(name)
                               .arg(fileVersion)
                               .arg(version()));
    }
    const bool hasOffice =
        database.value<qint64>(u"SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'office'"_s) == 1;
    if (fileVersion < 1 || !hasOffice)
        throw foreign(u"user_version %1"_s.arg(fileVersion));
    return fileVersion;
}

void Schema::migrate(Database &database, int fromVersion) const
{
    Transaction transaction(database);
    for (int next = fromVersion; next < version(); ++next)
        database.runScript(m_scripts[next]);
    database.exec(u"PRAGMA application_id = "_s + QString::number(applicationId));
    database.exec(u"PRAGMA user_version = "_s + QString::number(version()));
    qint64 violations = 0;
    database.each(u"PRAGMA foreign_key_check"_s, [&violations](const Row &) { ++violations; });
    if (violations > 0) {
        throw StorageError(StorageError::Kind::Damaged,
                           Text::tr("“%1” could not be brought to the new version: %n record(s) refer to missing "
                                    "ones. It was left as it is.",
                                    nullptr, static_cast<int>(violations))
                               .arg(QFileInfo(database.path()).fileName()));
    }
    transaction.commit();
}

} // namespace huiyin
