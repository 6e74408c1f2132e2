// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/ImportContext.h"
#include "exchange/TableReader.h"
#include "storage/CallRepository.h"
#include "storage/StorageError.h"

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Exchange)
};

namespace Cell = CallColumn;

class CallImport
{
public:
    CallImport(ImportContext &context, TableReader &row)
        : m_context(context)
        , m_row(row)
        , m_calls(context.database)
        , m_table(context.imported(TableKind::Calls))
        , m_counts(context.counts(TableKind::Calls))
    {
    }

    void run()
    {
        while (m_row.next())
            readRow();
    }

private:
    void readRow()
    {
        if (m_row.isBroken()) {
            m_context.rememberRefused(TableKind::Calls, m_row.name(Cell::Reference), m_row.line());
            return;
        }
        const QString reference = m_row.key(Cell::Reference);
        std::optional<Call> before;
        if (m_context.options.update && !reference.isEmpty()) {
            if (const auto id = m_calls.idOf(reference))
                before = m_calls.byId(*id);
        }
        Call call = before.value_or(Call{});
        call.reference = reference;
        readCells(call);
        if (m_row.isInError())
            refuse(reference);
        else if (before)
            replace(*before, call);
        else
            add(call);
    }

    void readCells(Call &call)
    {
        m_row.readRequiredTime(Cell::StartedAt, call.startedAt);
        m_row.readTime(Cell::AnsweredAt, call.answeredAt);
        m_row.readTime(Cell::EndedAt, call.endedAt);
        m_row.readCode(Cell::Direction, call.direction, CallDirection::In);
        m_row.readPhone(Cell::Phone, call.phone);
        m_row.readText(Cell::Caller, call.caller);
        m_row.readText(Cell::Operator, call.callOperator);
        m_row.readText(Cell::Note, call.note);
        if (m_row.has(Cell::Topic))
            call.topic = m_context.entry(m_row, Cell::Topic, m_context.topics);
        readOutcome(call);
        if (call.startedAt.isValid()) {
            m_row.checkOrder(call.startedAt, call.answeredAt, Cell::AnsweredAt,
                             Text::tr("The call was answered before it started."));
            m_row.checkOrder(call.answeredAt ? call.answeredAt : call.startedAt, call.endedAt, Cell::EndedAt,
                             call.answeredAt ? Text::tr("The call ended before it was answered.")
                                             : Text::tr("The call ended before it started."));
        }
    }

    // A call has a ticket exactly when it became one or asked after one.
    void readOutcome(Call &call)
    {
        bool named = call.ticket.has_value();
        if (m_row.has(Cell::Ticket)) {
            named = !m_row.isEmpty(Cell::Ticket);
            call.ticket = m_context.ticket(m_row, Cell::Ticket);
        }
        std::optional<CallOutcome> outcome;
        if (m_row.has(Cell::Outcome)) {
            outcome = m_row.code<CallOutcome>(Cell::Outcome);
            if (!outcome && !m_row.isEmpty(Cell::Outcome))
                return;
        } else if (call.id) {
            outcome = call.outcome;
        }
        call.outcome = outcome.value_or(named ? CallOutcome::Ticket : CallOutcome::Answered);
        const bool needsTicket = call.outcome == CallOutcome::Ticket || call.outcome == CallOutcome::Repeat;
        if (needsTicket && !named)
            m_row.error(Cell::Ticket,
                        Text::tr("A call that became a ticket or asked after one needs the ticket's number."));
        if (!needsTicket && named)
            m_row.error(Cell::Ticket,
                        Text::tr("A call with this outcome has no ticket. One that became a ticket has the "
                                 "outcome ticket (转工单), one that asked after an older ticket repeat "
                                 "(重复来电)."));
    }

    void add(const Call &call)
    {
        if (isKnownTaken(call.reference)) {
            refuse(call.reference);
            return;
        }
        try {
            m_table.lines.add(m_calls.insert(call, m_context.batch).value(), m_row.line());
        } catch (const StorageError &error) {
            if (!isDuplicate(error))
                throw;
            m_lastWasTaken = true;
            refuse(call.reference);
            return;
        }
        m_lastWasTaken = false;
        ++m_counts.added;
        m_context.noteNumber(u"call"_s, u"-C", call.reference);
    }

    // As for tickets: asking is quicker than failing where row after row is taken.
    [[nodiscard]] bool isKnownTaken(const QString &reference) const
    {
        return !m_context.options.update
               && (m_table.refused.contains(reference) || (m_lastWasTaken && m_calls.idOf(reference)));
    }

    void replace(const Call &before, const Call &after)
    {
        if (after == before) {
            ++m_counts.same;
            return;
        }
        m_calls.update(after);
        ++m_counts.replaced;
        m_context.recorder.record(u"call"_s, after.id->value(), u"changed_by_import"_s);
    }

    // The row is not taken, be it that its reference is taken; then that is said too.
    void refuse(const QString &reference)
    {
        if (!m_context.options.update && !reference.isEmpty()) {
            const auto other = m_calls.idOf(reference);
            const auto id = other ? std::optional(other->value()) : std::nullopt;
            const QString place = m_context.placeOf(TableKind::Calls, id, reference, [&] {
                const Call stored = m_calls.byId(*other).value_or(Call{});
                return Text::tr("in the case file, started %1").arg(m_context.zone.text(stored.startedAt));
            });
            if (!place.isEmpty())
                m_row.error(Cell::Reference, Text::tr("There is a call “%1” already: %2.").arg(reference, place));
        }
        m_context.rememberRefused(TableKind::Calls, reference, m_row.line());
    }

    ImportContext &m_context;
    TableReader &m_row;
    CallRepository m_calls;
    ImportedTable &m_table;
    ImportCounts &m_counts;
    bool m_lastWasTaken = false; // the reference of the row before
};

} // namespace

void importCalls(ImportContext &context, TableReader &row)
{
    CallImport(context, row).run();
}

} // namespace huiyin
