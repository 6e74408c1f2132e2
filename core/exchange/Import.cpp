// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/Import.h"

#include "casework/CaseBook.h"
#include "exchange/ImportContext.h"
#include "exchange/TableReader.h"
#include "storage/BulkWriting.h"
#include "storage/CaseFile.h"
#include "storage/HistoryRepository.h"
#include "storage/SafeFile.h"
#include "storage/SearchIndex.h"
#include "storage/Transaction.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <map>
#include <optional>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Exchange)
};

using Files = std::map<TableKind, QFileInfo>; // in the order of the import

void importTable(ImportContext &context, TableReader &row)
{
    switch (row.table().kind) {
    case TableKind::Channels:
        return importChannels(context, row);
    case TableKind::RequestTypes:
        return importRequestTypes(context, row);
    case TableKind::Categories:
        return importCategories(context, row);
    case TableKind::Topics:
        return importTopics(context, row);
    case TableKind::Areas:
        return importAreas(context, row);
    case TableKind::Departments:
        return importDepartments(context, row);
    case TableKind::Tickets:
        return importTickets(context, row);
    case TableKind::Calls:
        return importCalls(context, row);
    case TableKind::Dispatches:
        return importDispatches(context, row);
    case TableKind::FollowUps:
        return importFollowUps(context, row);
    case TableKind::Knowledge:
        break;
    }
    Q_UNREACHABLE();
}

// Rows of other tables refer to rows that nobody could read; they are not to blame.
void markUnreadable(ImportContext &context, TableKind kind)
{
    context.imported(kind).unreadable = true;
    switch (kind) {
    case TableKind::Channels:
        return context.channels.markAllInError();
    case TableKind::RequestTypes:
        return context.requestTypes.markAllInError();
    case TableKind::Categories:
        return context.categories.markAllInError();
    case TableKind::Topics:
        return context.topics.markAllInError();
    case TableKind::Areas:
        return context.areas.markAllInError();
    case TableKind::Departments:
        return context.departments.markAllInError();
    default:
        return;
    }
}

void importFile(ImportContext &context, const QFileInfo &file, TableKind kind)
{
    context.startFile(file);
    context.imported(kind).file = file.fileName();
    try {
        TableReader row(context, file, tableOf(kind));
        if (row.readHeading())
            importTable(context, row);
        else
            markUnreadable(context, kind);
    } catch (const FileError &error) {
        context.error({.file = file.fileName(), .message = error.message()});
        markUnreadable(context, kind);
    }
}

bool isHidden(const QFileInfo &file)
{
    return file.fileName().startsWith(u'.') || file.fileName().startsWith(u'~');
}

// The tables of a folder: its CSV files by their names. Others that may hold rows are told, so that nobody misses them.
Files filesOfFolder(ImportContext &context, const QString &path)
{
    Files files;
    const QFileInfoList entries = QDir(path).entryInfoList(QDir::Files, QDir::Name);
    const QStringList spreadsheets{u"xlsx"_s, u"xls"_s, u"et"_s, u"ods"_s, u"txt"_s, u"tsv"_s};
    for (const QFileInfo &file : entries) {
        const QString suffix = file.suffix().toLower();
        if (isHidden(file) || (suffix != u"csv" && !spreadsheets.contains(suffix)))
            continue;
        const Table *table = suffix == u"csv" ? tableByName(file.completeBaseName()) : nullptr;
        if (!table) {
            context.notice(
                Text::tr("%1 was passed over: it is not a CSV file with the name of a table.").arg(file.fileName()));
            continue;
        }
        const auto [place, isNew] = files.emplace(table->kind, file);
        if (!isNew) {
            context.startFile(file);
            context.error({.file = file.fileName(),
                           .message = Text::tr("The folder has two files of the same table; the other is %1.")
                                          .arg(place->second.fileName())});
        }
    }
    if (files.empty()) {
        context.error(
            {.file = QFileInfo(path).fileName(),
             .message = Text::tr("The folder holds no CSV file with the name of a table, such as tickets.csv or "
                                 "工单.csv.")});
    }
    return files;
}

Files filesOf(ImportContext &context, const QString &path)
{
    const QFileInfo info(path);
    if (info.isDir())
        return filesOfFolder(context, path);
    const auto refuse = [&](const QString &message) {
        context.error({.file = info.fileName(), .message = message});
        return Files();
    };
    if (!info.exists())
        return refuse(Text::tr("There is no such file."));
    try {
        if (const Table *table = tableOfFile(info, context.progress()))
            return {{table->kind, info}};
    } catch (const FileError &error) {
        return refuse(error.message());
    }
    return refuse(
        Text::tr("Neither the name of the file nor its headings tell which table it holds. Give it the name of "
                 "one, such as tickets.csv or 工单.csv."));
}

// A folder with every table, imported into a case file that nobody has used, is the whole book of an office. Names that
// the new case file came with (nobody has added them: they have no history) and the book doesn't have would stand in
// its figures with a count of zero; they are retired.
template <class Entry>
void retireUntold(ImportContext &context, CodeIndex<Entry> &index)
{
    const HistoryRepository history(context.database);
    const QString object = QString(QLatin1StringView(tableOf(index.kind()).singular));
    for (qsizetype i = 0; i < index.entries().size(); ++i) {
        Entry entry = index.entry(i);
        if (!index.isUntold(i) || entry.retired || !history.of(object, entry.id->value()).isEmpty())
            continue;
        entry.retired = true;
        index.replace(i, entry);
        context.notice(Text::tr("“%1” came with the new case file and is not in the imported table %2. It was retired.")
                           .arg(entry.name, tableOf(index.kind()).nameText()));
    }
}

void takeAsWholeBook(ImportContext &context)
{
    retireUntold(context, context.channels);
    retireUntold(context, context.requestTypes);
    retireUntold(context, context.categories);
    retireUntold(context, context.topics);
    retireUntold(context, context.areas);
    retireUntold(context, context.departments);
}

QJsonObject countsOf(const ImportReport &report)
{
    QJsonObject counts;
    for (auto table = report.tables.begin(); table != report.tables.end(); ++table) {
        counts.insert(
            table.key(),
            QJsonObject{{u"added"_s, table->added}, {u"replaced"_s, table->replaced}, {u"same"_s, table->same}});
    }
    return counts;
}

} // namespace

QString ImportIssue::text() const
{
    QString text = file + u": "_s;
    if (line > 0)
        text = file + u':' + QString::number(line) + u": "_s;
    if (!column.isEmpty())
        text += column + u": "_s;
    return text + message;
}

ImportReport importTables(CaseBook &book, const QString &path, const ImportOptions &options, Progress &progress)
{
    Database &database = book.file().database();
    auto refusal = book.checkRight(Command::ImportTables);
    if (!refusal && !options.checkOnly)
        refusal = book.checkClock(); // the tickets' due times are worked out, and the import is dated
    if (refusal) {
        ImportReport report;
        report.errors.append({.file = QFileInfo(path).fileName(), .message = refusal->reason});
        return report;
    }
    book.forgetTables();
    Transaction transaction(database);
    std::optional<BulkWriting> bulk(std::in_place, database);
    ImportContext context(book, options, progress);

    const Files files = filesOf(context, path);
    qint64 bytes = 0;
    QJsonArray names;
    for (const auto &[kind, file] : files) {
        bytes += file.size();
        names.append(file.fileName());
    }
    context.setTotal(bytes);
    const QString source = QFileInfo(QDir::cleanPath(QFileInfo(path).absoluteFilePath())).fileName();
    context.batch = context.exchange.beginBatch(book.clock().now(), book.user(), source);
    for (const auto &[kind, file] : files)
        importFile(context, file, kind);
    if (context.unused && files.size() == tables().size())
        takeAsWholeBook(context);

    context.finishReport();
    if (!context.report.errors.isEmpty() || options.checkOnly)
        return context.report; // rolled back
    context.raiseNumbers();
    const QJsonObject counts = countsOf(context.report);
    context.exchange.finishBatch(context.batch,
                                 QString::fromUtf8(QJsonDocument(counts).toJson(QJsonDocument::Compact)));
    context.recorder.record(u"import"_s, context.batch, u"imported"_s,
                            {{u"source"_s, source}, {u"files"_s, names}, {u"tables"_s, counts}});
    SearchIndex(database).update(); // while there is room for it
    bulk.reset();
    transaction.commit();
    context.report.stored = true;
    return context.report;
}

} // namespace huiyin
