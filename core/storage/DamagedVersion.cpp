// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/DamagedVersion.h"

#include "storage/DamagedPages.h"
#include "storage/Database.h"
#include "storage/PartialFile.h"
#include "storage/Schema.h"
#include "storage/StorageError.h"
#include "storage/TableList.h"
#include "storage/TableRescue.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QHash>
#include <QSet>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Storage)
};

using List = QHash<QString, QString>; // by type and name, how it is made

QString keyOf(const TableListEntry &entry)
{
    return entry.type + u' ' + entry.name;
}

// The lists of tables that each version of the program made, version 1 first.
QList<List> listsOf(const Schema &schema, const QString &target)
{
    const PartialFile partial(target, false);
    Database database(partial.path(), Database::Access::Create);
    database.exec(u"PRAGMA synchronous = 0"_s);
    QList<List> lists;
    for (int version = 1; version <= schema.version(); ++version) {
        schema.upTo(version).migrate(database, version - 1);
        List list;
        for (const TableListEntry &entry : tableListOf(database))
            list.insert(keyOf(entry), entry.sql);
        lists.append(list);
    }
    return lists;
}

int versionByList(const QList<TableListEntry> &left, std::optional<int> told, const QList<List> &lists)
{
    QSet<QString> ours;
    for (const List &list : lists) {
        for (auto entry = list.cbegin(); entry != list.cend(); ++entry)
            ours.insert(entry.key());
    }
    const auto contradictions = [&](int version) {
        const List &list = lists[version - 1];
        return std::ranges::count_if(left, [&](const TableListEntry &entry) {
            const auto made = list.constFind(keyOf(entry));
            return ours.contains(keyOf(entry)) && (made == list.constEnd() || *made != entry.sql);
        });
    };
    int best = told.value_or(static_cast<int>(lists.size()));
    auto least = contradictions(best);
    for (auto version = static_cast<int>(lists.size()); version >= 1 && least > 0; --version) {
        if (const auto found = contradictions(version); found < least) {
            least = found;
            best = version;
        }
    }
    return best;
}

// What SQLite can still read of it.
struct Read
{
    int version = 0;
    QList<TableListEntry> list{};
};

Read readBySql(const QString &damaged, const Schema &schema)
{
    Database probe(damaged, Database::Access::Read);
    Read read{.version = schema.verify(probe)};
    const auto encoding = probe.value<QString>(u"PRAGMA encoding"_s);
    if (encoding != u"UTF-8") {
        throw StorageError(StorageError::Kind::Other,
                           Text::tr("“%1” was brought into another form (%2) by another program, from which nothing "
                                    "can be rescued. Use the newest backup.")
                               .arg(QFileInfo(damaged).fileName(), encoding.value_or(QString())));
    }
    read.list = tableListOf(probe);
    return read;
}

} // namespace

StorageError nothingToRescue(const QString &damaged, const QString &technical)
{
    return {StorageError::Kind::Damaged,
            Text::tr("Nothing can be rescued from “%1”: no records of a case file are found in it. Use the newest "
                     "backup.")
                .arg(QFileInfo(damaged).fileName()),
            technical};
}

DamagedVersion damagedVersion(const QString &damaged, const QString &target, const Schema &schema,
                              const Progress &progress)
{
    std::optional<int> told;
    QList<TableListEntry> left;
    bool hasList = false;
    try {
        const Read read = readBySql(damaged, schema);
        told = read.version;
        left = read.list;
        hasList = true;
    } catch (const StorageError &error) {
        if (error.kind() != StorageError::Kind::NotCaseFile && !isLoss(error))
            throw;
        const DamagedPages pages(damaged, progress);
        told = pages.userVersion();
        if (told < 1) // no program of ours has written that
            told.reset();
        if (pages.count() == 0 || (pages.applicationId() && *pages.applicationId() != Schema::applicationId))
            throw nothingToRescue(damaged, error.technical());
        left = tableListIn(pages, progress);
    }
    if (told && *told > schema.version()) {
        throw StorageError(StorageError::Kind::Newer,
                           Text::tr("“%1” was written by a newer program (file version %2, this program knows %3). "
                                    "Open it with the newer program. It was left as it is.")
                               .arg(QFileInfo(damaged).fileName())
                               .arg(*told)
                               .arg(schema.version()));
    }
    return {.number = versionByList(left, told, listsOf(schema, target)),
            .isTold = told || !left.isEmpty(),
            .hasList = hasList};
}

} // namespace huiyin
