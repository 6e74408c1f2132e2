// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/TableShape.h"

#include "storage/Database.h"
#include "storage/Schema.h"
#include "storage/TreePage.h"

#include <QCryptographicHash>
#include <QStringDecoder>

#include <algorithm>
#include <limits>
#include <span>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

using Type = TableShape::Type;
using Column = TableShape::Column;

Type typeOf(const QString &declared)
{
    return declared == u"INTEGER" || declared == u"INT" ? Type::Integer
           : declared == u"TEXT"                        ? Type::Text
           : declared == u"BLOB"                        ? Type::Blob
                                                        : Type::Any;
}

// SQLite's own tables of the search index are not strict; what it puts there is known all the same.
Type typeOfOwn(const QString &column)
{
    return column == u"segid" || column == u"pgno" ? Type::Integer : column == u"block" ? Type::Blob : Type::Any;
}

bool fitsColumn(const Column &column, const StoredValue &value)
{
    using Kind = StoredValue::Kind;
    if (column.isRowId)
        return value.kind == Kind::Null;
    if (value.kind == Kind::Null)
        return column.mayBeNull;
    switch (column.type) {
    case Type::Integer:
        return value.kind == Kind::Integer;
    case Type::Text:
        return value.kind == Kind::Text;
    case Type::Blob:
        return value.kind == Kind::Blob;
    case Type::Any:
        break;
    }
    return true;
}

TableShape tableShape(Database &database, const QString &table, const QSet<int> &widths)
{
    struct Facts
    {
        bool withoutRowIds = false;
        bool isStrict = false;
    };
    const auto facts = database.first(
        u"SELECT wr, strict FROM pragma_table_list(?) WHERE schema = 'main'"_s,
        [](const Row &row) { return Facts{.withoutRowIds = row.get<bool>(0), .isStrict = row.get<bool>(1)}; }, table);
    struct Named
    {
        Column column{};
        qint64 key = 0; // its place in the primary key, from 1
        QString type{};
    };
    auto named = database.all(
        u"SELECT name, type, \"notnull\", pk FROM pragma_table_info(?) ORDER BY cid"_s,
        [&](const Row &row) {
            const QString type = row.get<QString>(1);
            const bool isStrict = facts && facts->isStrict;
            return Named{.column = {.name = row.get<QString>(0),
                                    .type = isStrict ? typeOf(type) : typeOfOwn(row.get<QString>(0)),
                                    .mayBeNull = !isStrict || !row.get<bool>(2)},
                         .key = row.get<qint64>(3),
                         .type = type};
        },
        table);
    TableShape shape{.name = table, .widths = widths, .isKept = !isDerived(table)};
    const auto keys = std::ranges::count_if(named, [](const Named &one) { return one.key > 0; });
    if (facts && facts->withoutRowIds) {
        shape.isTree = false;
        std::ranges::stable_sort(
            named, {}, [](const Named &one) { return one.key > 0 ? one.key : std::numeric_limits<qint64>::max(); });
    }
    for (Named &one : named) {
        if (one.key > 0 && !shape.isTree)
            one.column.mayBeNull = false;
        one.column.isRowId = shape.isTree && one.key > 0 && keys == 1 && one.type == u"INTEGER";
        shape.columns.push_back(one.column);
    }
    if (shape.widths.isEmpty())
        shape.widths.insert(static_cast<int>(shape.columns.size()));
    return shape;
}

TableShape indexShape(Database &database, const QString &index, const TableShape *table)
{
    TableShape shape{.name = index, .isTree = false};
    database.each(
        u"SELECT cid, name FROM pragma_index_xinfo(?) ORDER BY seqno"_s,
        [&](const Row &row) {
            Column column;
            if (row.get<qint64>(0) == -1) {
                column = {.type = Type::Integer, .mayBeNull = false};
                shape.indexed = table ? table->name : QString();
            } else if (row.get<qint64>(0) == -2) {
                column.type = Type::Integer; // all expressions that we index are numbers: ifnull(parent, 0)
            } else if (row.get<qint64>(0) >= 0 && table) {
                const auto found = std::ranges::find(table->columns, row.get<QString>(1), &Column::name);
                if (found != table->columns.end())
                    column = *found;
                column.isRowId = false;
            }
            shape.columns.push_back(column);
        },
        index);
    shape.widths.insert(static_cast<int>(shape.columns.size()));
    return shape;
}

} // namespace

bool isDerived(const QString &table)
{
    return table.startsWith(u"ticket_search") || table == u"search_state" || table == u"search_pending"
           || table == u"figure_day" || table.startsWith(u"sqlite_");
}

bool TableShape::fits(const StoredRow &row) const
{
    if (!widths.contains(static_cast<int>(row.values.size())) || row.values.size() > columns.size())
        return false;
    return std::ranges::equal(row.values, std::span(columns).first(row.values.size()),
                              [](const StoredValue &value, const Column &column) { return fitsColumn(column, value); });
}

bool TableShape::isIntact(const StoredRow &row) const
{
    for (const StoredValue &value : row.values) {
        if (value.kind != StoredValue::Kind::Text)
            continue;
        // Stateless: a character that is cut off at the end is an error too.
        using Flag = QStringConverter::Flag;
        QStringDecoder decoder(QStringDecoder::Utf8, Flag::Stateless | Flag::ConvertInitialBom);
        const QString text = decoder(value.bytes);
        if (decoder.hasError() || text.contains(QChar(u'\0')))
            return false; // no text holds a U+0000: that is a page of zeros
    }
    if (name == u"attachment_content") {
        const auto at = [&row, this](const QString &column) {
            const auto place = static_cast<size_t>(std::ranges::find(columns, column, &Column::name) - columns.begin());
            return place < row.values.size() ? row.values[place].bytes : QByteArrayView();
        };
        return QCryptographicHash::hash(at(u"data"_s).toByteArray(), QCryptographicHash::Sha256) == at(u"sha256"_s);
    }
    return true;
}

QMap<QString, QSet<int>> makeTables(Database &database, const Schema &schema)
{
    QMap<QString, QSet<int>> widths;
    for (int version = 1; version <= schema.version(); ++version) {
        schema.upTo(version).migrate(database, version - 1);
        database.each(
            u"SELECT t.name, count(*) FROM sqlite_schema t JOIN pragma_table_info(t.name) WHERE t.type = 'table' "
            "GROUP BY t.name"_s,
            [&widths](const Row &row) { widths[row.get<QString>(0)].insert(row.get<int>(1)); });
    }
    return widths;
}

std::vector<TableShape> shapesOf(Database &database, const QMap<QString, QSet<int>> &widths)
{
    struct Named
    {
        QString name{};
        QString table{};
        quint32 root = 0;
        bool isIndex = false;
    };
    const auto all = database.all(u"SELECT name, tbl_name, rootpage, type = 'index' FROM sqlite_schema "
                                  "WHERE type IN ('table', 'index') AND rootpage > 0 ORDER BY type DESC, rowid"_s,
                                  [](const Row &row) {
                                      return Named{.name = row.get<QString>(0),
                                                   .table = row.get<QString>(1),
                                                   .root = row.get<quint32>(2),
                                                   .isIndex = row.get<bool>(3)};
                                  });
    std::vector<TableShape> shapes;
    for (const Named &one : all) { // tables come first
        const auto table = std::ranges::find(shapes, one.table, &TableShape::name);
        shapes.push_back(one.isIndex ? indexShape(database, one.name, table == shapes.end() ? nullptr : &*table)
                                     : tableShape(database, one.name, widths.value(one.name)));
        shapes.back().root = one.root;
    }
    TableShape list{.name = u"sqlite_schema"_s, .widths = {5}, .root = 1};
    for (int i = 0; i < 5; ++i)
        list.columns.push_back({.type = i == 3 ? Type::Integer : Type::Text, .mayBeNull = i > 2});
    shapes.push_back(list);
    return shapes;
}

} // namespace huiyin
