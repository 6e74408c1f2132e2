// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/ForeignSheet.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Exchange)
};

constexpr int profileVersion = 1;

QStringList textsOf(const QJsonArray &array)
{
    QStringList texts;
    for (const QJsonValue &text : array)
        texts.append(text.toString());
    return texts;
}

QJsonObject toJson(const ColumnMatch &match, const Table &table)
{
    QJsonObject object{{u"column"_s, table.columnName(match.column)}};
    if (!match.headings.isEmpty())
        object.insert(u"headings"_s, QJsonArray::fromStringList(match.headings));
    if (!match.fixed.isEmpty())
        object.insert(u"fixed"_s, match.fixed);
    if (!match.words.isEmpty()) {
        QJsonObject words;
        for (auto word = match.words.cbegin(); word != match.words.cend(); ++word)
            words.insert(word.key(), word.value());
        object.insert(u"words"_s, words);
    }
    return object;
}

std::optional<TableMatch> tableMatchFrom(const QJsonObject &object)
{
    const Table *table = tableByName(object[u"table"].toString());
    if (!table)
        return std::nullopt;
    TableMatch match{.kind = table->kind, .columns = {}};
    for (const QJsonValue &value : object[u"columns"].toArray()) {
        const QJsonObject one = value.toObject();
        const auto column = table->columnOf(one[u"column"].toString());
        if (!column)
            return std::nullopt;
        ColumnMatch &columnMatch = match.at(*column);
        columnMatch.headings = textsOf(one[u"headings"].toArray());
        columnMatch.fixed = one[u"fixed"].toString();
        const QJsonObject words = one[u"words"].toObject();
        for (auto word = words.begin(); word != words.end(); ++word)
            columnMatch.words.insert(word.key(), word.value().toString());
    }
    return match;
}

} // namespace

const ColumnMatch *TableMatch::of(int column) const
{
    const auto found = std::ranges::find(columns, column, &ColumnMatch::column);
    return found == columns.end() ? nullptr : &*found;
}

ColumnMatch &TableMatch::at(int column)
{
    const auto found = std::ranges::find(columns, column, &ColumnMatch::column);
    if (found != columns.end())
        return *found;
    columns.append(ColumnMatch{.column = column});
    return columns.last();
}

const TableMatch *SheetProfile::of(TableKind kind) const
{
    const auto found = std::ranges::find(tables, kind, &TableMatch::kind);
    return found == tables.end() ? nullptr : &*found;
}

QStringList SheetProfile::neededHeadings() const
{
    QStringList needed;
    for (const TableMatch &table : tables) {
        for (const ColumnMatch &column : table.columns)
            needed += column.headings;
    }
    needed.removeDuplicates();
    return needed;
}

QStringList faultsOf(const SheetProfile &profile)
{
    QStringList faults;
    if (profile.tables.isEmpty())
        faults.append(Text::tr("No column of the sheet has been matched yet."));
    for (const TableMatch &match : profile.tables) {
        const Table &table = tableOf(match.kind);
        for (int column = 0; column < static_cast<int>(table.columns.size()); ++column) {
            const Column &wanted = table.columns[static_cast<size_t>(column)];
            const ColumnMatch *found = match.of(column);
            if (wanted.use == Column::Use::Required
                && (!found || (found->headings.isEmpty() && found->fixed.isEmpty()))) {
                faults.append(Text::tr("%1 · %2: every row needs it. Choose the column of the sheet that holds it.")
                                  .arg(QString::fromUtf16(table.chinese), QString::fromUtf16(wanted.label)));
            }
        }
    }
    return faults;
}

QByteArray toJson(const SheetProfile &profile)
{
    QJsonArray tables;
    for (const TableMatch &match : profile.tables) {
        const Table &table = tableOf(match.kind);
        QJsonArray columns;
        for (const ColumnMatch &column : match.columns)
            columns.append(toJson(column, table));
        tables.append(QJsonObject{{u"table"_s, table.nameText()}, {u"columns"_s, columns}});
    }
    const QJsonObject object{{u"version"_s, profileVersion},
                             {u"headings"_s, QJsonArray::fromStringList(profile.headings)},
                             {u"tables"_s, tables}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<SheetProfile> sheetProfileFromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    if (object[u"version"].toInt() != profileVersion)
        return std::nullopt;
    SheetProfile profile{.name = {}, .headings = textsOf(object[u"headings"].toArray()), .tables = {}};
    for (const QJsonValue &value : object[u"tables"].toArray()) {
        const auto match = tableMatchFrom(value.toObject());
        if (!match || profile.of(match->kind))
            return std::nullopt;
        profile.tables.append(*match);
    }
    return profile;
}

} // namespace huiyin
