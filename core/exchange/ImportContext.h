// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/Recorder.h"
#include "domain/OfficeZone.h"
#include "exchange/CodeIndex.h"
#include "exchange/Import.h"
#include "exchange/Tables.h"
#include "storage/ExchangeRepository.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <functional>
#include <vector>

namespace huiyin {

class CaseFile;
class Database;
class StorageError;
class TableReader;
struct TableSource;

// The lines that imported rows came from, by row id. The ids of one import follow each other, so that ten million rows
// take forty megabytes.
class RowLines
{
public:
    void add(qint64 id, qint64 line);
    [[nodiscard]] qint64 lineOf(qint64 id) const;              // 0: it didn't come with this import
    [[nodiscard]] qint64 firstId() const { return m_firstId; } // 0: there are none

private:
    qint64 m_firstId = 0;
    std::vector<quint32> m_lines;
};

// What one table's rows leave behind for later rows: where each key stands.
struct ImportedTable
{
    QString file{}; // "" when the import has no such table
    QString sheet{};
    RowLines lines{};
    QHash<QString, qint64> refused{}; // keys of rows in error, with their lines
    bool unreadable = false;          // none of its rows could be read
};

// What the parts of one import share: the case file, the options, the report, the code tables as they grow.
class ImportContext
{
    Q_DECLARE_TR_FUNCTIONS(Exchange)

public:
    ImportContext(CaseBook &book, const ImportOptions &options, Progress &progress);
    // Only to ask what an import would know; the file may be open for reading only.
    ImportContext(CaseFile &file, const ImportOptions &options, Progress &progress);
    ImportContext(const ImportContext &) = delete;
    ImportContext &operator=(const ImportContext &) = delete;

    Database &database;
    const OfficeZone &zone;
    const ImportOptions options;
    ImportReport report{};
    Recorder recorder;
    ExchangeRepository exchange;
    CodeTableRepository codeTables;
    CodeIndex<Channel> channels;
    CodeIndex<RequestType> requestTypes;
    CodeIndex<Category> categories;
    CodeIndex<Topic> topics;
    CodeIndex<Area> areas;
    CodeIndex<Department> departments;
    qint64 batch = 0;
    bool unused = false; // the case file held neither tickets nor calls before

    [[nodiscard]] ImportedTable &imported(TableKind kind) { return m_imported[static_cast<size_t>(kind)]; }
    [[nodiscard]] ImportCounts &counts(TableKind kind) { return report.tables[tableOf(kind).nameText()]; }

    // Errors come in the report by file, sheet and line, whenever they are found.
    void startFile(const TableSource &source);
    void error(const ImportIssue &issue);
    void finishReport();
    void notice(const QString &text) { report.notices.append(text); }

    // Tells the progress, and throws when the work is to be stopped.
    void setTotal(qint64 bytes) { m_bytesTotal = bytes; }
    void advance(const QString &file, qint64 bytesOfFile);
    [[nodiscard]] const Progress &progress() const { return m_progress; }

    // The entry that a cell names. nullopt: the cell is empty, or the row is in error now.
    template <class Entry>
    std::optional<EntryId<Entry>> entry(TableReader &row, int column, CodeIndex<Entry> &index);
    ChannelId defaultChannel();

    // The ticket with this number, the same one over and over being quick.
    std::optional<TicketId> ticketByNumber(const QString &number);
    // The ticket that a cell names; nullopt: the row is in error now.
    std::optional<TicketId> ticket(TableReader &row, int column);

    // Numbers of our own pattern (20200209-0001, 20200209-C0001) that came with the rows: the number givers go on
    // behind them instead of trying each.
    void noteNumber(const QString &series, QStringView separator, const QString &number);
    void raiseNumbers() const;

    // Rows by their keys. A refused row is known by its key, so that what refers to it isn't reported as well.
    void rememberRefused(TableKind kind, const QString &key, qint64 line);
    // Where the row stands that has this key already: "tickets.csv:5" (as placeText has it), or as `stored` tells when it was in the case
    // file before; "" when no row has the key. `id` is the row of the case file, `key` may be that of a refused row.
    [[nodiscard]] QString placeOf(TableKind kind, std::optional<qint64> id, const QString &key,
                                  const std::function<QString()> &stored) const;

private:
    ImportContext(CaseFile &file, const Recorder &recorder, const ImportOptions &options, Progress &progress,
                  const CodeTables &tables);

    template <class Entry>
    EntryId<Entry> addEntry(const TableReader &row, CodeIndex<Entry> &index, const QString &key);

    Progress &m_progress;
    std::vector<ImportedTable> m_imported{tables().size()};
    QList<std::pair<QString, QString>> m_files; // and their sheets
    qint64 m_bytesDone = 0;                     // of the files before this one
    qint64 m_fileSize = 0;
    qint64 m_bytesTotal = 0;
    std::optional<ChannelId> m_defaultChannel;
    QHash<std::pair<QString, QString>, qint64> m_highest; // by series and span
    QString m_lastNumber;
    std::optional<TicketId> m_lastTicket;
};

// Whether a statement failed because its row's key is taken. A failed INSERT undoes itself alone; the transaction goes
// on.
bool isDuplicate(const StorageError &error);

// One table each, in a file of its own. The reader stands behind the heading.
void importChannels(ImportContext &context, TableReader &row);
void importRequestTypes(ImportContext &context, TableReader &row);
void importCategories(ImportContext &context, TableReader &row);
void importTopics(ImportContext &context, TableReader &row);
void importAreas(ImportContext &context, TableReader &row);
void importDepartments(ImportContext &context, TableReader &row);
void importTickets(ImportContext &context, TableReader &row);
void importCalls(ImportContext &context, TableReader &row);
void importDispatches(ImportContext &context, TableReader &row);
void importFollowUps(ImportContext &context, TableReader &row);

} // namespace huiyin
