// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/Export.h"

#include "domain/PersonalText.h"
#include "exchange/CsvFolder.h"
#include "exchange/SheetBook.h"
#include "exchange/Tables.h"
#include "storage/CaseFile.h"
#include "storage/CodeTableRepository.h"
#include "storage/DispatchRepository.h"
#include "storage/ExchangeRepository.h"
#include "storage/Medium.h"
#include "storage/OfficeRepository.h"
#include "storage/StorageError.h"
#include "storage/TicketRepository.h"
#include "storage/Transaction.h"

#include <QFileInfo>
#include <QHash>
#include <QSet>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr qint64 rowsBetweenProgress = 500;

template <class E>
concept Enumeration = std::is_enum_v<E>;

// The cells of one row on their way out.
class RowWriter
{
public:
    RowWriter(TableWriter &table, bool inChinese)
        : m_table(table)
        , m_inChinese(inChinese)
    {
    }

    RowWriter &operator<<(const QString &text)
    {
        m_table.text(text);
        return *this;
    }
    RowWriter &operator<<(const QDateTime &at)
    {
        m_table.moment(at);
        return *this;
    }
    RowWriter &operator<<(const QDate &day)
    {
        m_table.day(day);
        return *this;
    }
    RowWriter &operator<<(bool value)
    {
        if (m_inChinese)
            return *this << (value ? u"是"_s : u"否"_s);
        return *this << (value ? 1 : 0);
    }
    RowWriter &operator<<(int value)
    {
        m_table.number(value);
        return *this;
    }
    template <Enumeration E>
    RowWriter &operator<<(E value)
    {
        return *this << wordOf(value);
    }
    template <class T>
    RowWriter &operator<<(const std::optional<T> &value)
    {
        return value ? *this << *value : *this << QString();
    }

    template <Enumeration E>
    [[nodiscard]] QString wordOf(E value) const
    {
        return m_inChinese ? chineseName(value) : QString(code(value));
    }

private:
    TableWriter &m_table;
    bool m_inChinese;
};

// Names and paths by id, as every row asks for some. Those that were asked for are in use.
template <class Entry>
class Names
{
public:
    using IdType = typename decltype(Entry::id)::value_type;

    explicit Names(const QList<Entry> &entries)
    {
        for (const Entry &entry : entries)
            m_names.insert(*entry.id, pathIfTree(entries, entry));
    }

    QString operator()(const std::optional<IdType> &id)
    {
        if (!id)
            return {};
        m_used.insert(*id);
        return m_names.value(*id);
    }
    [[nodiscard]] bool isUsed(IdType id) const { return m_used.contains(id); }

private:
    static QString pathIfTree(const QList<Entry> &entries, const Entry &entry)
    {
        if constexpr (std::is_same_v<Entry, Category> || std::is_same_v<Entry, Area>)
            return pathOf(entries, entry.id);
        else
            return entry.name;
    }

    QHash<IdType, QString> m_names;
    QSet<IdType> m_used;
};

// The entries that an export needs: the valid ones, and retired ones that a row names or that lie above another.
template <class Entry>
QList<Entry> neededEntries(const QList<Entry> &entries, const Names<Entry> &names)
{
    QSet<typename Names<Entry>::IdType> needed;
    for (const Entry &entry : entries) {
        if (entry.retired && !names.isUsed(*entry.id))
            continue;
        needed.insert(*entry.id);
        if constexpr (requires { entry.parent; }) {
            auto above = entry.parent;
            while (above && !needed.contains(*above)) {
                needed.insert(*above);
                const Entry *parent = findById(entries, above);
                above = parent ? parent->parent : std::nullopt;
            }
        }
    }
    QList<Entry> list = entries;
    list.removeIf([&needed](const Entry &entry) { return !needed.contains(*entry.id); });
    return list;
}

QString marksText(Marks marks, const RowWriter &row)
{
    QStringList words;
    for (const auto &entry : codeTable<Mark>()) {
        if (marks.testFlag(entry.value))
            words.append(row.wordOf(entry.value));
    }
    return words.join(u';');
}

class Exporter
{
public:
    Exporter(CaseFile &file, TableOutput &output, const ExportOptions &options, Progress &progress)
        : m_zone(file.zone())
        , m_output(output)
        , m_inChinese(options.inChinese)
        , m_masked(options.masked)
        , m_progress(progress)
        , m_repository(file.database())
        , m_dispatches(file.database())
        , m_tickets(file.database())
        , m_codeTables(CodeTableRepository(file.database()).load())
        , m_span(ExchangeRepository::allTimes())
        , m_channels(m_codeTables.channels)
        , m_requestTypes(m_codeTables.requestTypes)
        , m_categories(m_codeTables.categories)
        , m_topics(m_codeTables.topics)
        , m_areas(m_codeTables.areas)
        , m_departments(m_codeTables.departments)
    {
        if (options.period) {
            m_span = {.from = m_zone.toUtcTime(options.period->from),
                      .before = m_zone.toUtcTime(options.period->to.addDays(1))};
            m_companions = m_repository.companions(m_span);
        }
        m_total = m_repository.rowCounts(m_span).total();
    }

    ExportReport run()
    {
        write(TableKind::Tickets, [this](RowWriter &row, const std::function<void()> &end) {
            const auto visit = [&](const TicketRecord &record) {
                writeTicket(row, m_masked ? maskedRecord(record) : record);
                end();
            };
            inOrder([&](TicketId ticket) { m_repository.eachTicketOf(ticket, visit); },
                    [&] { m_repository.eachTicket(m_span, visit); });
        });
        write(TableKind::Calls, [this](RowWriter &row, const std::function<void()> &end) {
            m_repository.eachCall(m_span, [&](const CallRecord &record) {
                writeCall(row, m_masked ? maskedRecord(record) : record);
                end();
            });
        });
        m_withRareTimes = m_repository.hasRareTimes();
        write(
            TableKind::Dispatches,
            [this](RowWriter &row, const std::function<void()> &end) {
                const auto visit = [&](const DispatchRecord &record) {
                    writeDispatch(row, m_masked ? maskedRecord(record) : record);
                    end();
                };
                inOrder([&](TicketId ticket) { m_repository.eachDispatchOf(ticket, visit); },
                        [&] { m_repository.eachDispatch(m_span, visit); });
            },
            m_withRareTimes);
        write(TableKind::FollowUps, [this](RowWriter &row, const std::function<void()> &end) {
            const auto visit = [&](const FollowUpRecord &record) {
                writeFollowUp(row, m_masked ? maskedRecord(record) : record);
                end();
            };
            inOrder([&](TicketId ticket) { m_repository.eachFollowUpOf(ticket, visit); },
                    [&] { m_repository.eachFollowUp(m_span, visit); });
        });
        writeCodeTables(); // last: the rows have told which names they need
        return m_report;
    }

private:
    // Opens a table, writes its heading and hands it to `fill`, which writes the cells of a row and then ends it.
    void write(TableKind kind, const std::function<void(RowWriter &, const std::function<void()> &)> &fill,
               bool withOptional = false)
    {
        const Table &table = tableOf(kind);
        QList<int> columns;
        for (int column = 0; column < static_cast<int>(table.columns.size()); ++column) {
            if (table.columns[static_cast<size_t>(column)].use != Column::Use::IfAny || withOptional)
                columns.append(column);
        }
        const auto writer = m_output.begin(table, columns);
        qint64 &rows = m_report.rows[table.nameText()];
        RowWriter row(*writer, m_inChinese);
        fill(row, [&] {
            writer->endRow();
            ++rows;
            advance(table);
        });
        writer->finish();
    }

    void advance(const Table &table)
    {
        if (++m_done % rowsBetweenProgress != 0)
            return;
        m_progress.report(std::min(m_done, m_total), m_total, m_output.nameOf(table));
        stopIfCancelled(m_progress);
    }

    // The tickets of the span with their companions from before and after it, all by time of receipt.
    void inOrder(const std::function<void(TicketId)> &one, const std::function<void()> &span)
    {
        qsizetype next = 0;
        for (; next < m_companions.size() && m_companions[next].receivedAt < m_span.from; ++next)
            one(m_companions[next].ticket);
        span();
        for (; next < m_companions.size(); ++next)
            one(m_companions[next].ticket);
    }

    template <class Entry>
    void writeEntries(TableKind kind, const QList<Entry> &all, const Names<Entry> &names,
                      const std::function<void(RowWriter &, const Entry &)> &cells)
    {
        const QList<Entry> entries = neededEntries(all, names);
        const bool withRetired = std::ranges::any_of(entries, &Entry::retired);
        write(
            kind,
            [&](RowWriter &row, const std::function<void()> &end) {
                for (const Entry &entry : entries) {
                    cells(row, entry);
                    if (withRetired)
                        row << entry.retired;
                    end();
                }
            },
            withRetired);
    }

    void writeCodeTables()
    {
        writeEntries<Channel>(
            TableKind::Channels, m_codeTables.channels, m_channels, [this](RowWriter &row, const Channel &entry) {
                row << entry.name << m_channels(entry.parent) << entry.unitWord << entry.isPhone << entry.inTotal;
            });
        writeEntries<RequestType>(TableKind::RequestTypes, m_codeTables.requestTypes, m_requestTypes,
                                  [](RowWriter &row, const RequestType &entry) { row << entry.name; });
        writeEntries<Category>(
            TableKind::Categories, m_codeTables.categories, m_categories,
            [this](RowWriter &row, const Category &entry) { row << m_categories(entry.id) << entry.code; });
        writeEntries<Topic>(TableKind::Topics, m_codeTables.topics, m_topics,
                            [](RowWriter &row, const Topic &entry) { row << entry.name << entry.from << entry.to; });
        writeEntries<Area>(TableKind::Areas, m_codeTables.areas, m_areas,
                           [this](RowWriter &row, const Area &entry) { row << m_areas(entry.id); });
        writeEntries<Department>(TableKind::Departments, m_codeTables.departments, m_departments,
                                 [this](RowWriter &row, const Department &entry) {
                                     row << entry.name << entry.shortName << entry.group << m_departments(entry.parent)
                                         << entry.aliases.join(u';') << entry.phone;
                                 });
    }

    static TicketRecord maskedRecord(TicketRecord record)
    {
        Ticket &ticket = record.ticket;
        const Citizen citizen = citizenOf(ticket);
        for (QString *text : {&ticket.title, &ticket.content, &ticket.answer, &ticket.ground})
            *text = maskedText(*text, citizen);
        ticket.requester = maskedName(ticket.requester);
        ticket.phone = maskedPhone(ticket.phone);
        ticket.address = maskedAddress(ticket.address);
        return record;
    }

    static CallRecord maskedRecord(CallRecord record)
    {
        Call &call = record.call;
        call.note = maskedText(call.note, {.name = call.caller, .address = {}});
        call.caller = maskedName(call.caller);
        call.phone = maskedPhone(call.phone);
        return record;
    }

    DispatchRecord maskedRecord(DispatchRecord record)
    {
        Dispatch &dispatch = record.dispatch;
        for (QString *text : {&dispatch.reply, &dispatch.returnGround, &dispatch.suspensionGround})
            *text = maskedText(*text, citizenAt(dispatch.ticket));
        return record;
    }

    FollowUpRecord maskedRecord(FollowUpRecord record)
    {
        record.followUp.comment = maskedText(record.followUp.comment, citizenAt(record.followUp.ticket));
        return record;
    }

    // Who asked for what a row is about.
    const Citizen &citizenAt(TicketId id)
    {
        if (m_citizenOf != id) {
            const auto ticket = m_tickets.byId(id);
            m_citizen = ticket ? citizenOf(*ticket) : Citizen{};
            m_citizenOf = id;
        }
        return m_citizen;
    }

    void writeTicket(RowWriter &row, const TicketRecord &record)
    {
        const Ticket &ticket = record.ticket;
        const auto resolution = ticket.state == TicketState::Void ? std::optional(Resolution::Void) : ticket.resolution;
        row << ticket.number << ticket.receivedAt << m_channels(ticket.channel) << ticket.channelReference
            << m_requestTypes(ticket.requestType) << m_categories(ticket.category) << m_topics(ticket.topic)
            << m_areas(ticket.area) << ticket.address << ticket.title << ticket.content << ticket.requester
            << ticket.phone << ticket.requesterKind << ticket.confidentiality << ticket.urgency << ticket.receivedBy
            << ticket.dueAt << resolution << ticket.answer << ticket.closedAt << ticket.ground << record.mergedInto
            << record.repeatOf << marksText(ticket.marks, row);
    }

    void writeCall(RowWriter &row, const CallRecord &record)
    {
        const Call &call = record.call;
        row << call.reference << call.startedAt << call.answeredAt << call.endedAt << call.direction << call.phone
            << call.caller << call.callOperator << call.outcome << m_topics(call.topic) << record.ticket << call.note;
    }

    void writeDispatch(RowWriter &row, const DispatchRecord &record)
    {
        const Dispatch &dispatch = record.dispatch;
        row << record.ticket << m_departments(dispatch.department) << dispatch.round << dispatch.role
            << dispatch.dispatchedAt << dispatch.dueAt
            << (dispatch.originalDueAt ? dispatch.originalDueAt : dispatch.dueAt) // as the import would take it
            << dispatch.extendedAt << dispatch.signedAt << dispatch.returnedAt << dispatch.returnGround
            << dispatch.repliedAt << dispatch.reply << dispatch.claimedResult << dispatch.closedAt;
        if (m_withRareTimes)
            row << dispatch.firstRepliedAt << dispatch.firstExtendedAt << dispatch.suspendedAt
                << dispatch.suspendedUntil
                << (dispatch.suspendedDays > 0 ? QString::number(dispatch.suspendedDays) : QString())
                << dispatch.suspensionGround << earlierDues(dispatch);
    }

    [[nodiscard]] QString earlierDues(const Dispatch &dispatch) const
    {
        QStringList parts;
        const auto dues = dispatch.suspendedAt || dispatch.firstExtendedAt ? m_dispatches.earlierDues(*dispatch.id)
                                                                           : QList<EarlierDue>();
        for (const EarlierDue &due : dues)
            parts.append(m_zone.text(due.until) + u'=' + m_zone.text(due.dueAt));
        return parts.join(u';');
    }

    void writeFollowUp(RowWriter &row, const FollowUpRecord &record)
    {
        const FollowUp &followUp = record.followUp;
        row << record.ticket << followUp.at << followUp.by << followUp.method << followUp.reached << followUp.solved
            << followUp.satisfaction << followUp.comment;
    }

    const OfficeZone &m_zone;
    TableOutput &m_output;
    bool m_inChinese;
    bool m_masked;
    Progress &m_progress;
    ExchangeRepository m_repository;
    DispatchRepository m_dispatches;
    TicketRepository m_tickets;
    std::optional<TicketId> m_citizenOf; // the ticket of m_citizen: its dispatches follow each other
    Citizen m_citizen;
    CodeTables m_codeTables;
    TimeSpan m_span;
    QList<ExchangeRepository::Companion> m_companions;
    Names<Channel> m_channels;
    Names<RequestType> m_requestTypes;
    Names<Category> m_categories;
    Names<Topic> m_topics;
    Names<Area> m_areas;
    Names<Department> m_departments;
    ExportReport m_report;
    bool m_withRareTimes = false;
    qint64 m_done = 0;
    qint64 m_total = 0;
};

} // namespace

ExportReport exportTables(CaseFile &file, const QString &folder, const ExportOptions &options, Progress &progress)
{
    requireRoom(QFileInfo(folder).absolutePath());
    CsvFolder target(folder, options.overwrite, file.zone());
    ExportOptions inEnglish = options;
    inEnglish.inChinese = false; // as other programs expect the tables
    ExportReport report;
    {
        const ReadTransaction view(file.database());
        report = Exporter(file, target, inEnglish, progress).run();
    }
    target.finish();
    return report;
}

ExportReport exportWorkbook(CaseFile &file, const QString &path, const ExportOptions &options, Progress &progress)
{
    requireRoom(QFileInfo(path).absolutePath());
    ExportReport report;
    SheetBook target(path, options, OfficeRepository(file.database()).load().value_or(Office{}), file.zone());
    {
        const ReadTransaction view(file.database());
        target.refuseTooMany(file, options);
        report = Exporter(file, target, options, progress).run();
    }
    target.finish();
    return report;
}

} // namespace huiyin
