// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/Import.h"

#include "casework/CaseBook.h"
#include "exchange/ImportContext.h"
#include "exchange/TableReader.h"
#include "exchange/TableSource.h"
#include "storage/BulkWriting.h"
#include "storage/CaseFile.h"
#include "storage/HistoryRepository.h"
#include "storage/Medium.h"
#include "storage/SafeFile.h"
#include "storage/SearchIndex.h"
#include "storage/Transaction.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <optional>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Exchange)
};

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

void importFrom(ImportContext &context, const TableSource &source, TableKind kind)
{
    context.startFile(source);
    context.imported(kind).file = source.fileName();
    context.imported(kind).sheet = source.sheetName();
    try {
        TableReader row(context, source, tableOf(kind));
        if (row.readHeading())
            importTable(context, row);
        else
            markUnreadable(context, kind);
    } catch (const FileError &error) {
        context.error({.file = source.fileName(), .sheet = source.sheetName(), .message = error.message()});
        markUnreadable(context, kind);
    }
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

QString placeText(const QString &file, const QString &sheet, qint64 line)
{
    if (sheet.isEmpty())
        return line > 0 ? QString(file + u':' + QString::number(line)) : file;
    return line > 0 ? QString(file + u':' + sheet + u'!' + QString::number(line)) : QString(file + u':' + sheet);
}

QString ImportIssue::text() const
{
    QString text = placeText(file, sheet, line) + u": "_s;
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
    if (!options.checkOnly)
        requireRoom(book.file().path());
    book.forgetTables();
    Transaction transaction(database);
    std::optional<BulkWriting> bulk(std::in_place, database);
    ImportContext context(book, options, progress);

    TableSources sources = options.foreign ? foreignTables(context, path, *options.foreign) : findTables(context, path);
    qint64 bytes = 0;
    QJsonArray names;
    for (const auto &[kind, source] : sources) {
        bytes += source.bytes();
        names.append(source.name());
    }
    context.setTotal(bytes);
    const QString origin = QFileInfo(QDir::cleanPath(QFileInfo(path).absoluteFilePath())).fileName();
    context.batch = context.exchange.beginBatch(book.clock().now(), book.user(), origin);
    for (auto &[kind, source] : sources) {
        importFrom(context, source, kind);
        source.workbook.reset(); // with the texts that it keeps, once its last table is through
    }
    if (context.unused && sources.size() == tables().size())
        takeAsWholeBook(context);

    context.finishReport();
    if (!context.report.errors.isEmpty() || options.checkOnly)
        return context.report; // rolled back
    context.raiseNumbers();
    const QJsonObject counts = countsOf(context.report);
    context.exchange.finishBatch(context.batch,
                                 QString::fromUtf8(QJsonDocument(counts).toJson(QJsonDocument::Compact)));
    context.recorder.record(u"import"_s, context.batch, u"imported"_s,
                            {{u"source"_s, origin}, {u"files"_s, names}, {u"tables"_s, counts}});
    SearchIndex(database).update(); // while there is room for it
    bulk.reset();
    transaction.commit();
    context.report.stored = true;
    return context.report;
}

} // namespace huiyin
