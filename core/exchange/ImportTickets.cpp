// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/ImportContext.h"
#include "exchange/TableReader.h"
#include "storage/StorageError.h"
#include "storage/TicketRepository.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Exchange)
};

namespace Cell = TicketColumn;

// A ticket that was answered on the spot may be put down as received a moment after: the clerk types whole minutes.
constexpr int typedMinute = 59;

// A reference to a ticket that is not there yet: it may come further down.
struct OpenReference
{
    TicketId ticket{0};
    qint64 line = 0;
    int cell = 0; // MergedInto or RepeatOf
    QString number{};
};

// A merging that could close a circle.
struct Merging
{
    TicketId ticket{0};
    qint64 line = 0;
};

// What a row says of other tickets.
struct References
{
    QString mergedInto{};
    QString repeatOf{};
};

TicketState stateOf(const Ticket &ticket, bool merged, bool dispatched)
{
    if (ticket.resolution == Resolution::Void)
        return TicketState::Void;
    if (ticket.closedAt || merged)
        return TicketState::Closed;
    return dispatched ? TicketState::InProgress : TicketState::Accepted;
}

Marks readMarks(TableReader &row)
{
    Marks marks;
    const QStringList words = row.list(Cell::Marks);
    for (const QString &word : words) {
        if (const auto mark = fromCodeOrName<Mark>(word))
            marks |= *mark;
        else if (const auto lower = fromCode<Mark>(word.toLower()))
            marks |= *lower;
        else
            row.error(Cell::Marks, Text::tr("“%1” is not one of the marks.").arg(word));
    }
    return marks;
}

// From and to of what changed. Of a citizen's own texts the history keeps only that they changed: it can't be cleared
// of personal data later.
QJsonObject changesOf(const OfficeZone &zone, const Ticket &before, const Ticket &after, const QString &mergedBefore,
                      const QString &mergedAfter)
{
    QJsonObject details;
    const auto time = [&zone](const std::optional<QDateTime> &at) {
        return at ? QJsonValue(zone.isoText(*at)) : QJsonValue();
    };
    const auto id = [](const auto &entry) { return entry ? QJsonValue(entry->value()) : QJsonValue(); };
    noteChange(details, u"received_at"_s, time(before.receivedAt), time(after.receivedAt));
    noteChange(details, u"due_at"_s, time(before.dueAt), time(after.dueAt));
    noteChange(details, u"closed_at"_s, time(before.closedAt), time(after.closedAt));
    noteChange(details, u"channel"_s, before.channel.value(), after.channel.value());
    noteChange(details, u"request_type"_s, id(before.requestType), id(after.requestType));
    noteChange(details, u"category"_s, id(before.category), id(after.category));
    noteChange(details, u"topic"_s, id(before.topic), id(after.topic));
    noteChange(details, u"area"_s, id(before.area), id(after.area));
    noteChange(details, u"requester_kind"_s, QString(code(before.requesterKind)), QString(code(after.requesterKind)));
    noteChange(details, u"confidentiality"_s, QString(code(before.confidentiality)),
               QString(code(after.confidentiality)));
    noteChange(details, u"urgency"_s, QString(code(before.urgency)), QString(code(after.urgency)));
    noteChange(details, u"state"_s, QString(code(before.state)), QString(code(after.state)));
    const auto resolution = [](const Ticket &ticket, const QString &merged) {
        if (!merged.isEmpty())
            return QString(code(Resolution::Merged));
        return ticket.resolution ? QString(code(*ticket.resolution)) : QString();
    };
    noteChange(details, u"resolution"_s, resolution(before, mergedBefore), resolution(after, mergedAfter));
    noteChange(details, u"merged_into"_s, mergedBefore, mergedAfter);
    noteChange(details, u"repeat_of"_s, id(before.repeatOf), id(after.repeatOf));
    noteChange(details, u"marks"_s, before.marks.toInt(), after.marks.toInt());
    QJsonArray texts;
    const auto noteText = [&](int column, const QString &from, const QString &to) {
        if (from != to)
            texts.append(tableOf(TableKind::Tickets).columnName(column));
    };
    noteText(Cell::ChannelReference, before.channelReference, after.channelReference);
    noteText(Cell::Address, before.address, after.address);
    noteText(Cell::Title, before.title, after.title);
    noteText(Cell::Content, before.content, after.content);
    noteText(Cell::Requester, before.requester, after.requester);
    noteText(Cell::Phone, before.phone, after.phone);
    noteText(Cell::ReceivedBy, before.receivedBy, after.receivedBy);
    noteText(Cell::Answer, before.answer, after.answer);
    noteText(Cell::Ground, before.ground, after.ground);
    if (!texts.isEmpty())
        details.insert(u"texts"_s, texts);
    return details;
}

class TicketImport
{
public:
    TicketImport(ImportContext &context, TableReader &row)
        : m_context(context)
        , m_row(row)
        , m_tickets(context.database)
        , m_table(context.imported(TableKind::Tickets))
        , m_counts(context.counts(TableKind::Tickets))
    {
    }

    void run()
    {
        while (m_row.next())
            readRow();
        for (const OpenReference &reference : m_open)
            settle(reference);
        for (const Merging &merging : m_mergings)
            refuseCircle(merging);
    }

private:
    void readRow()
    {
        if (m_row.isBroken()) {
            m_context.rememberRefused(TableKind::Tickets, m_row.name(Cell::Number), m_row.line());
            return;
        }
        const QString number = m_row.key(Cell::Number);
        std::optional<Ticket> before;
        if (m_context.options.update && !number.isEmpty()) {
            if (const auto id = m_tickets.idOf(number))
                before = m_tickets.byId(*id);
        }
        Ticket ticket = before.value_or(Ticket{});
        ticket.number = number;
        References references;
        readCells(ticket, references);
        check(ticket, references);
        if (ticket.closedAt && ticket.receivedAt.isValid())
            ticket.closedAt = std::max(*ticket.closedAt, ticket.receivedAt); // within the typed minute
        resolve(ticket, references);
        if (m_row.isInError())
            refuse(number);
        else if (before)
            replace(*before, ticket, references);
        else
            add(ticket, references);
    }

    void readCells(Ticket &ticket, References &references)
    {
        const Ticket defaults;
        m_row.readRequiredTime(Cell::ReceivedAt, ticket.receivedAt);
        if (!ticket.id || m_row.has(Cell::Channel)) {
            const auto channel = m_context.entry(m_row, Cell::Channel, m_context.channels);
            if (channel)
                ticket.channel = *channel;
            else if (m_row.isEmpty(Cell::Channel))
                ticket.channel = m_context.defaultChannel();
        }
        readEntry(Cell::RequestType, m_context.requestTypes, ticket.requestType);
        readEntry(Cell::Category, m_context.categories, ticket.category);
        readEntry(Cell::Topic, m_context.topics, ticket.topic);
        readEntry(Cell::Area, m_context.areas, ticket.area);
        m_row.readText(Cell::Address, ticket.address);
        m_row.readText(Cell::Title, ticket.title);
        ticket.title = ticket.title.simplified(); // one line, as everywhere
        m_row.readText(Cell::Content, ticket.content);
        m_row.readText(Cell::Requester, ticket.requester);
        m_row.readText(Cell::ReceivedBy, ticket.receivedBy);
        m_row.readText(Cell::Answer, ticket.answer);
        m_row.readText(Cell::Ground, ticket.ground);
        m_row.readReference(Cell::ChannelReference, ticket.channelReference);
        m_row.readPhone(Cell::Phone, ticket.phone);
        m_row.readCode(Cell::RequesterKind, ticket.requesterKind, defaults.requesterKind);
        m_row.readCode(Cell::Confidentiality, ticket.confidentiality, defaults.confidentiality);
        m_row.readCode(Cell::Urgency, ticket.urgency, defaults.urgency);
        const auto dueBefore = ticket.dueAt;
        m_row.readTime(Cell::DueAt, ticket.dueAt);
        if (ticket.dueAt != dueBefore) { // the rule that was applied gave another time
            ticket.dueRule.clear();
            ticket.dueProvisional = false;
        }
        m_row.readTime(Cell::ClosedAt, ticket.closedAt);
        m_row.readCode(Cell::Resolution, ticket.resolution);
        if (m_row.has(Cell::Marks))
            ticket.marks = readMarks(m_row);
        if (ticket.mergedInto)
            references.mergedInto = m_context.exchange.numberOf(*ticket.mergedInto);
        m_row.readReference(Cell::MergedInto, references.mergedInto);
        m_row.readReference(Cell::RepeatOf, references.repeatOf);
    }

    template <class Entry>
    void readEntry(int column, CodeIndex<Entry> &index, std::optional<EntryId<Entry>> &value)
    {
        if (m_row.has(column))
            value = m_context.entry(m_row, column, index);
    }

    void check(const Ticket &ticket, const References &references)
    {
        if (ticket.receivedAt.isValid() && ticket.closedAt
            && ticket.closedAt->addSecs(typedMinute) < ticket.receivedAt) {
            m_row.checkOrder(ticket.receivedAt, ticket.closedAt,
                             m_row.has(Cell::ClosedAt) ? Cell::ClosedAt : Cell::ReceivedAt,
                             Text::tr("The ticket was closed before it was received."));
        }
        if (ticket.resolution == Resolution::NotAccepted && !ticket.closedAt && m_row.isEmpty(Cell::ClosedAt))
            m_row.error(Cell::ClosedAt, Text::tr("A ticket that was not accepted needs the time when it was closed."));
        const bool merged = ticket.resolution == Resolution::Merged;
        if (merged && references.mergedInto.isEmpty())
            m_row.error(Cell::MergedInto,
                        Text::tr("A merged ticket needs the number of the ticket that it was merged into."));
        if (!merged && !references.mergedInto.isEmpty())
            m_row.error(m_row.has(Cell::Resolution) ? Cell::Resolution : Cell::MergedInto,
                        Text::tr("A ticket that was merged into another has the resolution merged (并单)."));
        for (const int column : {Cell::MergedInto, Cell::RepeatOf}) {
            const QString &other = column == Cell::MergedInto ? references.mergedInto : references.repeatOf;
            if (!other.isEmpty() && other == ticket.number)
                m_row.error(column, Text::tr("A ticket can't refer to itself."));
        }
    }

    // References to tickets that are there already; the others stay open.
    void resolve(Ticket &ticket, References &references)
    {
        ticket.mergedInto = known(references.mergedInto);
        if (m_row.has(Cell::RepeatOf))
            ticket.repeatOf = known(references.repeatOf);
        if (ticket.mergedInto)
            references.mergedInto.clear();
        if (ticket.repeatOf)
            references.repeatOf.clear();
        // Both go into the row together, or neither.
        if (!references.mergedInto.isEmpty())
            ticket.resolution.reset();
    }

    std::optional<TicketId> known(const QString &number)
    {
        return number.isEmpty() ? std::nullopt : m_tickets.idOf(number);
    }

    void add(Ticket &ticket, const References &references)
    {
        if (isKnownTaken(ticket.number)) {
            refuse(ticket.number);
            return;
        }
        const bool merged = ticket.mergedInto || !references.mergedInto.isEmpty();
        ticket.state = stateOf(ticket, merged, false);
        try {
            ticket.id = m_tickets.insert(ticket, m_context.batch);
        } catch (const StorageError &error) {
            if (!isDuplicate(error))
                throw;
            m_lastWasTaken = true;
            refuse(ticket.number);
            return;
        }
        m_lastWasTaken = false;
        m_table.lines.add(ticket.id->value(), m_row.line());
        ++m_counts.added;
        m_context.noteNumber(u"ticket"_s, u"-", ticket.number);
        leaveOpen(*ticket.id, references);
    }

    // An INSERT that fails tells it too, but slowly: a file that was imported before is asked about row by row.
    [[nodiscard]] bool isKnownTaken(const QString &number) const
    {
        return !m_context.options.update
               && (m_table.refused.contains(number) || (m_lastWasTaken && m_tickets.idOf(number)));
    }

    void replace(const Ticket &before, Ticket &after, const References &references)
    {
        const bool dispatched = m_context.exchange.hasDispatch(*before.id);
        const bool merged = after.mergedInto || !references.mergedInto.isEmpty();
        // The steps between (to review, to follow up) stay unless the row says that the ticket is elsewhere in its
        // life.
        const TicketState told = stateOf(after, merged, dispatched);
        if (told != stateOf(before, before.mergedInto.has_value(), dispatched))
            after.state = told;
        if (!after.closedAt)
            after.closedBy.clear();
        const bool open = !references.mergedInto.isEmpty() || !references.repeatOf.isEmpty();
        if (after == before && !open) {
            ++m_counts.same;
            return;
        }
        [[maybe_unused]] const bool updated = m_tickets.update(after);
        Q_ASSERT(updated); // the version was read in this transaction
        ++m_counts.replaced;
        const auto number = [this](const std::optional<TicketId> &id) {
            return id ? m_context.exchange.numberOf(*id) : QString();
        };
        const QString mergedAfter = references.mergedInto.isEmpty() ? number(after.mergedInto) : references.mergedInto;
        m_context.recorder.record(u"ticket"_s, after.id->value(), u"changed_by_import"_s,
                                  changesOf(m_context.zone, before, after, number(before.mergedInto), mergedAfter));
        leaveOpen(*after.id, references);
        if (after.mergedInto && after.mergedInto != before.mergedInto)
            m_mergings.append({.ticket = *after.id, .line = m_row.line()});
    }

    void leaveOpen(TicketId ticket, const References &references)
    {
        if (!references.mergedInto.isEmpty()) {
            m_open.push_back(
                {.ticket = ticket, .line = m_row.line(), .cell = Cell::MergedInto, .number = references.mergedInto});
        }
        if (!references.repeatOf.isEmpty())
            m_open.push_back(
                {.ticket = ticket, .line = m_row.line(), .cell = Cell::RepeatOf, .number = references.repeatOf});
    }

    // The row is not taken, be it that its number is taken; then that is said too.
    void refuse(const QString &number)
    {
        if (!m_context.options.update && !number.isEmpty()) {
            const auto other = m_tickets.idOf(number);
            const auto id = other ? std::optional(other->value()) : std::nullopt;
            const QString place = m_context.placeOf(TableKind::Tickets, id, number, [&] { return describe(*other); });
            if (!place.isEmpty())
                m_row.error(Cell::Number, Text::tr("There is a ticket “%1” already: %2.").arg(number, place));
        }
        m_context.rememberRefused(TableKind::Tickets, number, m_row.line());
    }

    [[nodiscard]] QString describe(TicketId stored) const
    {
        const Ticket ticket = m_tickets.byId(stored).value_or(Ticket{});
        const QString at = m_context.zone.text(ticket.receivedAt);
        return ticket.title.isEmpty() ? Text::tr("in the case file, received %1").arg(at)
                                      : Text::tr("in the case file, “%1”, received %2").arg(ticket.title, at);
    }

    void settle(const OpenReference &reference)
    {
        const auto target = m_tickets.idOf(reference.number);
        if (!target) {
            if (!m_table.refused.contains(reference.number)) {
                report(reference.line, reference.cell,
                       Text::tr("There is no ticket “%1”, neither in the case file nor in this import.")
                           .arg(reference.number));
            }
            return;
        }
        if (reference.cell == Cell::RepeatOf) {
            m_context.exchange.setRepeatOf(reference.ticket, *target);
        } else {
            m_context.exchange.merge(reference.ticket, *target);
            m_mergings.append({.ticket = reference.ticket, .line = reference.line});
        }
    }

    // Follows a ticket to the one that it ends in. A merging into a ticket that was there before it can't close a
    // circle, so only the others are followed.
    void refuseCircle(const Merging &merging)
    {
        QList<TicketId> path;
        QSet<TicketId> onPath;
        std::optional<TicketId> next = merging.ticket;
        while (next && !m_followed.contains(*next) && !onPath.contains(*next)) {
            path.append(*next);
            onPath.insert(*next);
            next = m_context.exchange.mergedInto(*next);
        }
        if (next && onPath.contains(*next)) {
            if (*next != merging.ticket) { // it only leads to a circle, whose own rows are followed too
                m_followed.insert(merging.ticket);
                return;
            }
            QStringList numbers;
            for (const TicketId ticket : path)
                numbers.append(m_context.exchange.numberOf(ticket));
            numbers.append(numbers.first());
            report(merging.line, Cell::MergedInto,
                   Text::tr("Tickets are merged into each other in a circle: %1.").arg(numbers.join(u" → "_s)));
        }
        m_followed += onPath;
    }

    void report(qint64 line, int column, const QString &message)
    {
        m_context.error({.file = m_row.fileName(),
                         .sheet = m_row.sheetName(),
                         .line = line,
                         .column = m_row.heading(column),
                         .message = message});
    }

    ImportContext &m_context;
    TableReader &m_row;
    TicketRepository m_tickets;
    ImportedTable &m_table;
    ImportCounts &m_counts;
    std::vector<OpenReference> m_open;
    QList<Merging> m_mergings;
    bool m_lastWasTaken = false; // the number of the row before
    QSet<TicketId> m_followed;   // known to end somewhere, or reported
};

} // namespace

void importTickets(ImportContext &context, TableReader &row)
{
    TicketImport(context, row).run();
}

} // namespace huiyin
