// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/ImportContext.h"

#include "casework/CaseBook.h"
#include "exchange/TableReader.h"
#include "exchange/TableSource.h"
#include "storage/CaseFile.h"
#include "storage/StorageError.h"
#include "storage/TicketRepository.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

// For the templates: the tool that collects the texts takes their parameter for a class.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Exchange)
};

} // namespace

void RowLines::add(qint64 id, qint64 line)
{
    if (m_firstId == 0)
        m_firstId = id;
    m_lines.resize(static_cast<size_t>(id - m_firstId) + 1);
    m_lines.back() = static_cast<quint32>(line);
}

qint64 RowLines::lineOf(qint64 id) const
{
    const qint64 index = id - m_firstId;
    return m_firstId == 0 || index < 0 || index >= static_cast<qint64>(m_lines.size())
               ? 0
               : qint64{m_lines[static_cast<size_t>(index)]};
}

ImportContext::ImportContext(CaseBook &book, const ImportOptions &options_, Progress &progress)
    : ImportContext(book.file(), Recorder(book.file().database(), book.clock().now(), book.user()), options_, progress,
                    CodeTableRepository(book.file().database()).load())
{
}

ImportContext::ImportContext(CaseFile &file, const ImportOptions &options_, Progress &progress)
    : ImportContext(file, Recorder(file.database(), QDateTime(), QString()), options_, progress,
                    CodeTableRepository(file.database()).load())
{
}

ImportContext::ImportContext(CaseFile &file, const Recorder &recorder_, const ImportOptions &options_,
                             Progress &progress, const CodeTables &tables)
    : database(file.database())
    , zone(file.zone())
    , options(options_)
    , recorder(recorder_)
    , exchange(database)
    , codeTables(database)
    , channels(TableKind::Channels, codeTables, tables.channels)
    , requestTypes(TableKind::RequestTypes, codeTables, tables.requestTypes)
    , categories(TableKind::Categories, codeTables, tables.categories)
    , topics(TableKind::Topics, codeTables, tables.topics)
    , areas(TableKind::Areas, codeTables, tables.areas)
    , departments(TableKind::Departments, codeTables, tables.departments)
    , unused(exchange.isUnused())
    , m_progress(progress)
{
}

void ImportContext::startFile(const TableSource &source)
{
    m_files.append({source.fileName(), source.sheetName()});
    m_bytesDone += m_fileSize;
    m_fileSize = source.bytes();
}

void ImportContext::error(const ImportIssue &issue)
{
    // A cell that is read twice is wrong once.
    for (qsizetype i = report.errors.size() - 1; i >= 0 && report.errors[i].line == issue.line; --i) {
        if (report.errors[i] == issue)
            return;
    }
    report.errors.append(issue);
}

void ImportContext::finishReport()
{
    QHash<std::pair<QString, QString>, qsizetype> order;
    for (qsizetype i = 0; i < m_files.size(); ++i)
        order.insert(m_files[i], i);
    std::ranges::stable_sort(report.errors, [&order](const ImportIssue &a, const ImportIssue &b) {
        return std::pair(order.value({a.file, a.sheet}), a.line) < std::pair(order.value({b.file, b.sheet}), b.line);
    });
    // Several tables may read one row of a foreign sheet, each after the other: a cell that all of them read is wrong once.
    QList<ImportIssue> told;
    for (const ImportIssue &issue : std::as_const(report.errors)) {
        bool isTold = false;
        for (qsizetype i = told.size() - 1; i >= 0 && told[i].line == issue.line && !isTold; --i)
            isTold = told[i] == issue;
        if (!isTold)
            told.append(issue);
    }
    report.errors = told;
}

void ImportContext::advance(const QString &file, qint64 bytesOfFile)
{
    m_progress.report(m_bytesDone + bytesOfFile, m_bytesTotal, file);
    stopIfCancelled(m_progress);
}

template <class Entry>
EntryId<Entry> ImportContext::addEntry(const TableReader &row, CodeIndex<Entry> &index, const QString &key)
{
    qint64 &added = counts(index.kind()).added;
    qsizetype place = 0;
    if constexpr (isTree<Entry>) {
        place = index.addPath(key, added);
    } else {
        place = index.add(Entry{.name = key}, key);
        ++added;
    }
    notice(Text::tr("%1: “%2” was not in the table %3 and was added.")
               .arg(row.place(), key, tableOf(index.kind()).shownName()));
    return *index.entry(place).id;
}

template <class Entry>
std::optional<EntryId<Entry>> ImportContext::entry(TableReader &row, int column, CodeIndex<Entry> &index)
{
    using Match = typename CodeIndex<Entry>::Match;
    const QString name = row.name(column);
    if (name.isEmpty())
        return std::nullopt;
    const QString key = entryKey<Entry>(name);
    if (key.isEmpty()) {
        row.error(column, Text::tr("“%1” is no path: a level of it is empty.").arg(name));
        return std::nullopt;
    }
    const auto lookup = index.find(key);
    switch (lookup.match) {
    case Match::Found:
        index.markUsed(lookup.index);
        return index.entry(lookup.index).id;
    case Match::Several:
        row.error(column,
                  Text::tr("More than one entry of the case file bears the name “%1”. Write its full name.").arg(name));
        return std::nullopt;
    case Match::InError:
        row.failQuietly();
        return std::nullopt;
    case Match::None:
        break;
    }
    if (options.createMissing)
        return addEntry(row, index, key);
    row.error(column, Text::tr("“%1” is not in the case file's list.").arg(name));
    return std::nullopt;
}

template std::optional<ChannelId> ImportContext::entry(TableReader &, int, CodeIndex<Channel> &);
template std::optional<RequestTypeId> ImportContext::entry(TableReader &, int, CodeIndex<RequestType> &);
template std::optional<CategoryId> ImportContext::entry(TableReader &, int, CodeIndex<Category> &);
template std::optional<TopicId> ImportContext::entry(TableReader &, int, CodeIndex<Topic> &);
template std::optional<AreaId> ImportContext::entry(TableReader &, int, CodeIndex<Area> &);
template std::optional<DepartmentId> ImportContext::entry(TableReader &, int, CodeIndex<Department> &);

ChannelId ImportContext::defaultChannel()
{
    if (m_defaultChannel)
        return *m_defaultChannel;
    const QString name = u"12345热线"_s;
    const QList<Channel> &list = channels.entries();
    auto found = std::ranges::find_if(list, [](const Channel &channel) { return channel.isPhone && !channel.retired; });
    if (found == list.end())
        found = std::ranges::find(list, true, &Channel::isPhone);
    if (found == list.end())
        found = std::ranges::find(list, name, &Channel::name);
    if (found != list.end()) {
        m_defaultChannel = found->id;
        channels.markUsed(channels.indexOf(found->id));
    } else {
        const qsizetype index = channels.add(Channel{.name = name, .isPhone = true}, name);
        ++counts(TableKind::Channels).added;
        notice(tr("There was no telephone channel: “%1” was added.").arg(name));
        m_defaultChannel = channels.entry(index).id;
    }
    return *m_defaultChannel;
}

std::optional<TicketId> ImportContext::ticketByNumber(const QString &number)
{
    if (!m_lastTicket || m_lastNumber != number) {
        m_lastNumber = number;
        m_lastTicket = TicketRepository(database).idOf(number);
    }
    return m_lastTicket;
}

std::optional<TicketId> ImportContext::ticket(TableReader &row, int column)
{
    const bool wasInError = row.isInError();
    const QString number = row.reference(column);
    if (number.isEmpty() || (row.isInError() && !wasInError))
        return std::nullopt;
    if (const auto found = ticketByNumber(number))
        return found;
    const ImportedTable &ticketTable = imported(TableKind::Tickets);
    if (ticketTable.unreadable || ticketTable.refused.contains(number))
        row.failQuietly();
    else
        row.error(column, tr("There is no ticket “%1”, neither in the case file nor in this import.").arg(number));
    return std::nullopt;
}

void ImportContext::noteNumber(const QString &series, QStringView separator, const QString &number)
{
    constexpr qsizetype dayDigits = 8;
    constexpr qsizetype mostDigits = 6; // a longer one is of another make
    const auto isDigits = [](QStringView text) {
        return !text.isEmpty() && std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
    };
    const QStringView text = number;
    if (text.size() <= dayDigits + separator.size() || !text.sliced(dayDigits).startsWith(separator))
        return;
    const QStringView day = text.first(dayDigits);
    const QStringView count = text.sliced(dayDigits + separator.size());
    if (!isDigits(day) || !isDigits(count) || count.size() > mostDigits)
        return;
    qint64 &highest = m_highest[{series, day.toString()}];
    highest = std::max(highest, count.toLongLong());
}

void ImportContext::raiseNumbers() const
{
    for (auto entry = m_highest.begin(); entry != m_highest.end(); ++entry)
        exchange.raiseNumber(entry.key().first, entry.key().second, entry.value());
}

void ImportContext::rememberRefused(TableKind kind, const QString &key, qint64 line)
{
    auto &refused = imported(kind).refused;
    if (!key.isEmpty() && !refused.contains(key))
        refused.insert(key, line);
}

QString ImportContext::placeOf(TableKind kind, std::optional<qint64> id, const QString &key,
                               const std::function<QString()> &stored) const
{
    const ImportedTable &table = m_imported[static_cast<size_t>(kind)];
    const qint64 line = id ? table.lines.lineOf(*id) : table.refused.value(key);
    if (line > 0)
        return placeText(table.file, table.sheet, line);
    return id ? stored() : QString();
}

bool isDuplicate(const StorageError &error)
{
    constexpr int uniqueViolation = 2067; // SQLITE_CONSTRAINT_UNIQUE
    return error.nativeCode() == uniqueViolation;
}

} // namespace huiyin
