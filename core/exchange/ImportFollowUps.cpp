// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/ImportContext.h"
#include "exchange/TableReader.h"
#include "storage/FollowUpRepository.h"

#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Exchange)
};

namespace Cell = FollowUpColumn;

class FollowUpImport
{
public:
    FollowUpImport(ImportContext &context, TableReader &row)
        : m_context(context)
        , m_row(row)
        , m_followUps(context.database)
        , m_table(context.imported(TableKind::FollowUps))
        , m_counts(context.counts(TableKind::FollowUps))
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
        const QString key = m_row.name(Cell::Ticket) + u'\n' + m_row.name(Cell::At);
        if (m_row.isBroken()) {
            m_context.rememberRefused(TableKind::FollowUps, key, m_row.line());
            return;
        }
        if (m_row.isEmpty(Cell::Ticket))
            m_row.error(Cell::Ticket, Text::tr("The cell is empty, and every row needs it."));
        const auto ticket = m_context.ticket(m_row, Cell::Ticket);
        QDateTime at;
        m_row.readRequiredTime(Cell::At, at);
        // The case file may know the second of a try more exactly than a table tells it.
        const auto other = ticket && at.isValid() ? m_context.exchange.followUpAt(*ticket, at) : std::nullopt;
        std::optional<FollowUp> before;
        if (m_context.options.update && other)
            before = stored(*ticket, *other);
        FollowUp followUp = before.value_or(FollowUp{.ticket = ticket.value_or(TicketId(0)), .at = at});
        readCells(followUp);
        if (!before && !m_context.options.update)
            refuseDuplicate(other, key);
        if (m_row.isInError())
            m_context.rememberRefused(TableKind::FollowUps, key, m_row.line());
        else if (before)
            replace(*before, followUp);
        else
            add(followUp);
    }

    void readCells(FollowUp &followUp)
    {
        m_row.readText(Cell::By, followUp.by);
        m_row.readCode(Cell::Method, followUp.method, FollowUpMethod::Phone);
        if (m_row.has(Cell::Reached))
            followUp.reached = m_row.boolean(Cell::Reached).value_or(false);
        if (m_row.has(Cell::Solved))
            followUp.solved = m_row.boolean(Cell::Solved);
        m_row.readCode(Cell::Satisfaction, followUp.satisfaction);
        m_row.readText(Cell::Comment, followUp.comment);
    }

    [[nodiscard]] std::optional<FollowUp> stored(TicketId ticket, FollowUpId id) const
    {
        const QList<FollowUp> all = m_followUps.ofTicket(ticket);
        const auto found = std::ranges::find(all, std::optional(id), &FollowUp::id);
        return found == all.end() ? std::nullopt : std::optional(*found);
    }

    void refuseDuplicate(std::optional<FollowUpId> other, const QString &key)
    {
        const auto id = other ? std::optional(other->value()) : std::nullopt;
        const QString place =
            m_context.placeOf(TableKind::FollowUps, id, key, [] { return Text::tr("in the case file"); });
        if (!place.isEmpty()) {
            m_row.error(Cell::At, Text::tr("The ticket “%1” has a follow-up of that time already: %2.")
                                      .arg(m_row.name(Cell::Ticket), place));
        }
    }

    void add(const FollowUp &followUp)
    {
        m_table.lines.add(m_followUps.insert(followUp, m_context.batch).value(), m_row.line());
        ++m_counts.added;
    }

    void replace(const FollowUp &before, const FollowUp &after)
    {
        if (after == before) {
            ++m_counts.same;
            return;
        }
        m_followUps.update(after);
        ++m_counts.replaced;
        m_context.recorder.record(u"follow_up"_s, after.id->value(), u"changed_by_import"_s,
                                  {{u"ticket"_s, after.ticket.value()}});
    }

    ImportContext &m_context;
    TableReader &m_row;
    FollowUpRepository m_followUps;
    ImportedTable &m_table;
    ImportCounts &m_counts;
};

} // namespace

void importFollowUps(ImportContext &context, TableReader &row)
{
    FollowUpImport(context, row).run();
}

} // namespace huiyin
