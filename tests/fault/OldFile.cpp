// SPDX-License-Identifier: GPL-3.0-or-later
#include "fault/OldFile.h"

#include "domain/Progress.h"
#include "storage/CaseFile.h"
#include "storage/Database.h"
#include "storage/FileCheck.h"
#include "storage/Schema.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace huiyin::test {

namespace {

QList<QString> scriptsUpTo(int version)
{
    QList<QString> scripts;
    const QDir folder(u":/huiyin/schema"_s);
    const QStringList names = folder.entryList({u"*.sql"_s}, QDir::Files, QDir::Name);
    for (const QString &name : names.first(version)) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("no script %s", qUtf8Printable(name));
        scripts.append(QString::fromUtf8(file.readAll()));
    }
    return scripts;
}

int versionOf(Database &database)
{
    return database.value<int>(u"PRAGMA user_version"_s).value_or(-1);
}

// What every version knows of: each ticket with its texts, its dispatches and its history.
QString mattersOf(Database &database)
{
    QString matters;
    database.each(u"SELECT t.number, t.state, x.title, x.content, x.requester, x.phone, "
                  "(SELECT count(*) FROM dispatch d WHERE d.ticket = t.id) "
                  "FROM ticket t JOIN ticket_text x ON x.ticket = t.id ORDER BY t.id"_s,
                  [&matters](const Row &row) {
                      for (int i = 0; i < 6; ++i)
                          matters += row.get<QString>(i) + u'\t';
                      matters += QString::number(row.get<qint64>(6)) + u'\n';
                  });
    database.each(u"SELECT sequence, hex(hash) FROM history ORDER BY sequence"_s, [&matters](const Row &row) {
        matters += QString::number(row.get<qint64>(0)) + u' ' + row.get<QString>(1) + u'\n';
    });
    return matters;
}

const QString &mattersAtFirst()
{
    static const QString matters = [] {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"old.huiyin"_s);
        makeOldFile(path, 1);
        Database database(path, Database::Access::Write);
        return mattersOf(database);
    }();
    return matters;
}

} // namespace

void makeOldFile(const QString &path, int version)
{
    if (!QFile::copy(QStringLiteral(HUIYIN_TEST_DATA "/case-files/v1.huiyin"), path)
        || !QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner))
        qFatal("no file of the first version");
    Database database(path, Database::Access::Write);
    Schema(scriptsUpTo(version)).migrate(database, 1);
}

int versionOfFile(const QString &path)
{
    Database database(path, Database::Access::Write);
    return versionOf(database);
}

OldFileState examineOldFile(const QString &path, int oldVersion, bool mustBeNew)
{
    OldFileState state;
    const int newVersion = Schema::shipped().version();
    try {
        {
            Database database(path, Database::Access::Write);
            state.version = versionOf(database);
            if (mattersOf(database) != mattersAtFirst())
                state.faults += u"its matters are others; "_s;
        }
        if (state.version != oldVersion && state.version != newVersion)
            state.faults += u"version %1; "_s.arg(state.version);
        if (mustBeNew && state.version != newVersion)
            state.faults += u"it was told to be new; "_s;
        const QFileInfo info(path);
        const QFileInfoList copies =
            info.absoluteDir().entryInfoList({info.completeBaseName() + u".before-v*.huiyin"_s}, QDir::Files);
        if (state.version != oldVersion && copies.isEmpty())
            state.faults += u"no copy was kept; "_s;
        for (const QFileInfo &kept : copies) {
            Database copy(kept.absoluteFilePath(), Database::Access::Write);
            if (versionOf(copy) != oldVersion || copy.value<QString>(u"PRAGMA quick_check(1)"_s) != u"ok"
                || mattersOf(copy) != mattersAtFirst())
                state.faults += u"the copy is not whole; "_s;
        }
        CaseFile file(path, CaseFile::Mode::Write);
        if (versionOf(file.database()) != newVersion || mattersOf(file.database()) != mattersAtFirst())
            state.faults += u"it was not brought up to date; "_s;
        if (!info.absoluteDir().entryList({u"*.partial-*"_s}, QDir::Files | QDir::Hidden).isEmpty())
            state.faults += u"a copy that was never finished is still there; "_s;
        Progress quiet;
        for (const CheckFinding &finding : checkFile(file, quiet))
            state.faults += finding.message + u"; "_s;
    } catch (const StorageError &error) {
        state.faults += QString::fromUtf8(error.what());
    }
    return state;
}

} // namespace huiyin::test
