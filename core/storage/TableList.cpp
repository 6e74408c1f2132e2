// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/TableList.h"

#include "domain/Progress.h"
#include "storage/DamagedPages.h"
#include "storage/Database.h"
#include "storage/TreePage.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

bool isOfList(const StoredRow &row)
{
    using Kind = StoredValue::Kind;
    constexpr size_t columns = 5; // type, name, table, root, sql
    const std::vector<StoredValue> &values = row.values;
    if (values.size() != columns)
        return false;
    const auto mayBe = [](const StoredValue &value, Kind kind) {
        return value.kind == kind || value.kind == Kind::Null;
    };
    if (values[0].kind != Kind::Text || values[1].kind != Kind::Text || values[2].kind != Kind::Text
        || !mayBe(values[3], Kind::Integer) || !mayBe(values[4], Kind::Text)) {
        return false;
    }
    // No other table has such words in its first column.
    const QByteArrayView type = values[0].bytes;
    return type == "table" || type == "index" || type == "trigger" || type == "view";
}

} // namespace

QList<TableListEntry> tableListOf(Database &database)
{
    return database.all(u"SELECT type, name, ifnull(sql, ''), ifnull(rootpage, 0) FROM sqlite_schema"_s,
                        [](const Row &row) {
                            return TableListEntry{.type = row.get<QString>(0),
                                                  .name = row.get<QString>(1),
                                                  .sql = row.get<QString>(2),
                                                  .root = row.get<quint32>(3)};
                        });
}

QList<TableListEntry> tableListOn(const QByteArray &bytes, const TreePage &tree, int usable,
                                  const std::function<QByteArray(quint32)> &pageOf)
{
    QList<TableListEntry> list;
    if (tree.kind != TreePage::Kind::TableLeaf)
        return list;
    for (const int cell : tree.cells) {
        const auto row = rowAt(bytes, tree.kind, cell, usable, pageOf);
        if (!row)
            continue;
        if (!isOfList(*row))
            return list;
        const qint64 root = row->values[3].integer;
        list.append({.type = QString::fromUtf8(row->values[0].bytes),
                     .name = QString::fromUtf8(row->values[1].bytes),
                     .sql = QString::fromUtf8(row->values[4].bytes),
                     .root = root > 0 && root <= 0xFFFFFFFE ? static_cast<quint32>(root) : 0});
    }
    return list;
}

QList<TableListEntry> tableListIn(const DamagedPages &pages, const Progress &progress)
{
    constexpr quint32 often = 2048; // pages between two looks at whether to go on
    const auto pageOf = [&pages](quint32 number) { return pages.isFree(number) ? QByteArray() : pages.page(number); };
    QList<TableListEntry> list;
    for (quint32 number = 1; number <= pages.count(); ++number) {
        if (number % often == 0)
            stopIfCancelled(progress);
        if (pages.isFree(number))
            continue;
        const QByteArray bytes = pages.page(number);
        if (const auto tree = TreePage::read(bytes, number, pages.usable()))
            list += tableListOn(bytes, *tree, pages.usable(), pageOf);
    }
    return list;
}

} // namespace huiyin
