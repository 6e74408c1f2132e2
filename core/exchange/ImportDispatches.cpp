// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Text.h"
#include "exchange/ImportContext.h"
#include "exchange/TableReader.h"
#include "storage/DispatchRepository.h"
#include "storage/StorageError.h"

#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Exchange)
};

namespace Cell = DispatchColumn;

class DispatchImport
{
public:
    DispatchImport(ImportContext &context, TableReader &row)
        : m_context(context)
        , m_row(row)
        , m_dispatches(context.database)
        , m_table(context.imported(TableKind::Dispatches))
        , m_counts(context.counts(TableKind::Dispatches))
        , m_hadFollowUps(context.exchange.hasFollowUps())
    {
    }

    void run()
    {
        while (m_row.next())
            readRow();
        if (m_table.lines.firstId() == 0)
            return;
        const DispatchId first(m_table.lines.firstId());
        m_context.exchange.startHandling(first);
        if (m_hadFollowUps)
            m_context.exchange.refreshFollowUps(first);
    }

private:
    // What the row is about; the key in words tells refused rows apart.
    struct Key
    {
        std::optional<TicketId> ticket{};
        std::optional<DepartmentId> department{};
        int round = 1;
        QString text{};

        [[nodiscard]] bool isWhole() const { return ticket && department; }
    };

    void readRow()
    {
        if (m_row.isBroken()) {
            m_context.rememberRefused(TableKind::Dispatches, readKeyText(), m_row.line());
            return;
        }
        const Key key = readKey();
        std::optional<Dispatch> before;
        if (m_context.options.update && key.isWhole())
            before = stored(key);
        Dispatch dispatch = before.value_or(Dispatch{});
        if (key.isWhole()) {
            dispatch.ticket = *key.ticket;
            dispatch.department = *key.department;
        }
        dispatch.round = key.round;
        readCells(dispatch);
        if (m_row.isInError())
            refuse(key);
        else if (before)
            replace(*before, dispatch);
        else
            add(dispatch, key);
    }

    QString readKeyText()
    {
        const QString round = halfWidth(m_row.name(Cell::Round));
        return m_row.name(Cell::Ticket) + u'\n' + m_row.name(Cell::Department) + u'\n'
               + (round.isEmpty() ? u"1"_s : round);
    }

    Key readKey()
    {
        Key key{.text = readKeyText()};
        requireCell(Cell::Ticket);
        key.ticket = m_context.ticket(m_row, Cell::Ticket);
        requireCell(Cell::Department);
        key.department = m_context.entry(m_row, Cell::Department, m_context.departments);
        const QString round = halfWidth(m_row.name(Cell::Round));
        if (!round.isEmpty()) {
            bool isNumber = false;
            key.round = round.toInt(&isNumber);
            if (!isNumber || key.round < 1)
                m_row.error(Cell::Round,
                            Text::tr("“%1” is not a round: 1 is the first handling, 2 the first redo.").arg(round));
        }
        return key;
    }

    void requireCell(int column)
    {
        if (m_row.isEmpty(column))
            m_row.error(column, Text::tr("The cell is empty, and every row needs it."));
    }

    void readCells(Dispatch &dispatch)
    {
        m_row.readCode(Cell::Role, dispatch.role, DispatchRole::Lead);
        m_row.readRequiredTime(Cell::DispatchedAt, dispatch.dispatchedAt);
        const auto dueBefore = dispatch.dueAt;
        m_row.readTime(Cell::DueAt, dispatch.dueAt);
        m_row.readTime(Cell::OriginalDueAt, dispatch.originalDueAt);
        if (dispatch.dueAt != dueBefore)
            dispatch.dueRule.clear();
        if (!dispatch.originalDueAt)
            dispatch.originalDueAt = dispatch.dueAt;
        m_row.readTime(Cell::ExtendedAt, dispatch.extendedAt);
        m_row.readTime(Cell::SignedAt, dispatch.signedAt);
        m_row.readTime(Cell::ReturnedAt, dispatch.returnedAt);
        m_row.readText(Cell::ReturnGround, dispatch.returnGround);
        m_row.readTime(Cell::RepliedAt, dispatch.repliedAt);
        m_row.readText(Cell::Reply, dispatch.reply);
        m_row.readCode(Cell::ClaimedResult, dispatch.claimedResult);
        m_row.readTime(Cell::ClosedAt, dispatch.closedAt);
        m_row.readTime(Cell::FirstRepliedAt, dispatch.firstRepliedAt);
        readSuspension(dispatch);
        if (!dispatch.dispatchedAt.isValid())
            return;
        const QDateTime &start = dispatch.dispatchedAt;
        m_row.checkOrder(start, dispatch.extendedAt, Cell::ExtendedAt,
                         Text::tr("It was extended before it was dispatched."));
        m_row.checkOrder(start, dispatch.signedAt, Cell::SignedAt,
                         Text::tr("It was signed for before it was dispatched."));
        m_row.checkOrder(start, dispatch.returnedAt, Cell::ReturnedAt,
                         Text::tr("It was returned before it was dispatched."));
        m_row.checkOrder(start, dispatch.repliedAt, Cell::RepliedAt,
                         Text::tr("The reply came before it was dispatched."));
        m_row.checkOrder(start, dispatch.firstRepliedAt, Cell::FirstRepliedAt,
                         Text::tr("The reply came before it was dispatched."));
        m_row.checkOrder(start, dispatch.closedAt, Cell::ClosedAt, Text::tr("It was closed before it was dispatched."));
    }

    // The due times of before come with a suspension, and are told in order.
    void readSuspension(Dispatch &dispatch)
    {
        m_row.readTime(Cell::FirstExtendedAt, dispatch.firstExtendedAt);
        m_row.readTime(Cell::SuspendedAt, dispatch.suspendedAt);
        m_row.readTime(Cell::SuspendedUntil, dispatch.suspendedUntil);
        m_row.readText(Cell::SuspensionGround, dispatch.suspensionGround);
        readSuspendedDays(dispatch);
        readEarlierDues();
        if (dispatch.suspendedAt.has_value() != dispatch.suspendedUntil.has_value()) {
            m_row.error(Cell::SuspendedUntil,
                        Text::tr("A suspension has both a time when it began and one when it ended."));
            return;
        }
        if (m_earlierDues && !m_earlierDues->isEmpty() && !dispatch.suspendedAt && !dispatch.firstExtendedAt) {
            m_row.error(Cell::EarlierDueAt,
                        Text::tr("Earlier due times go with a suspension or several extensions, and none are told."));
            return;
        }
        if (!dispatch.suspendedAt)
            return;
        if (!dispatch.dueAt)
            m_row.error(Cell::DueAt, Text::tr("What was suspended has a due time."));
        // What the due time would be without it; spreadsheets leave out the seconds.
        constexpr qint64 minute = 60'000;
        for (const EarlierDue &due : m_earlierDues.value_or(QList<EarlierDue>())) {
            if (qAbs(due.until.msecsTo(*dispatch.suspendedAt)) < minute)
                dispatch.suspendedDueAt = due.dueAt;
        }
        if (!dispatch.suspendedDueAt) {
            m_row.error(Cell::EarlierDueAt,
                        Text::tr("The due time of before the suspension is missing: when it began=what it was."));
        }
    }

    void readSuspendedDays(Dispatch &dispatch)
    {
        const QString days = halfWidth(m_row.name(Cell::SuspendedDays));
        if (days.isEmpty())
            return;
        bool isNumber = false;
        dispatch.suspendedDays = days.toInt(&isNumber);
        if (!isNumber || dispatch.suspendedDays < 0)
            m_row.error(Cell::SuspendedDays, Text::tr("“%1” is not a number of days.").arg(days));
    }

    // nullopt: there is no such column.
    void readEarlierDues()
    {
        m_earlierDues.reset();
        if (!m_row.has(Cell::EarlierDueAt))
            return;
        m_earlierDues.emplace();
        const QStringList parts = m_row.list(Cell::EarlierDueAt);
        for (const QString &part : parts) {
            const auto until = m_context.zone.parse(part.section(u'=', 0, 0).trimmed());
            const auto dueAt = m_context.zone.parse(part.section(u'=', 1).trimmed());
            if (!until || !dueAt) {
                m_row.error(Cell::EarlierDueAt,
                            Text::tr("“%1” is not an earlier due time. Write when it ended and what it was: "
                                     "2020-02-09 08:31=2020-02-12 17:00.")
                                .arg(part));
                return;
            }
            m_earlierDues->append({.until = *until, .dueAt = *dueAt});
        }
    }

    // Tables tell no parts of a second.
    [[nodiscard]] bool hasOtherDues(DispatchId id) const
    {
        if (!m_earlierDues)
            return false;
        const QList<EarlierDue> kept = m_dispatches.earlierDues(id);
        const auto isSame = [](const EarlierDue &one, const EarlierDue &other) {
            constexpr qint64 second = 1000;
            return qAbs(one.until.msecsTo(other.until)) < second && qAbs(one.dueAt.msecsTo(other.dueAt)) < second;
        };
        return !std::ranges::equal(kept, *m_earlierDues, isSame);
    }

    void keepEarlierDues(DispatchId id)
    {
        if (m_earlierDues && hasOtherDues(id))
            m_dispatches.setEarlierDues(id, *m_earlierDues);
    }

    [[nodiscard]] std::optional<Dispatch> stored(const Key &key) const
    {
        const QList<Dispatch> all = m_dispatches.ofTicket(*key.ticket);
        const auto found = std::ranges::find_if(all, [&key](const Dispatch &dispatch) {
            return dispatch.department == key.department && dispatch.round == key.round;
        });
        return found == all.end() ? std::nullopt : std::optional(*found);
    }

    void add(const Dispatch &dispatch, const Key &key)
    {
        if (isKnownTaken(key)) {
            refuse(key);
            return;
        }
        try {
            const DispatchId id = m_dispatches.insert(dispatch, m_context.batch);
            m_table.lines.add(id.value(), m_row.line());
            keepEarlierDues(id);
        } catch (const StorageError &error) {
            if (!isDuplicate(error))
                throw;
            m_lastWasTaken = true;
            refuse(key);
            return;
        }
        m_lastWasTaken = false;
        ++m_counts.added;
    }

    // As for tickets: asking is quicker than failing where row after row is taken.
    [[nodiscard]] bool isKnownTaken(const Key &key) const
    {
        return !m_context.options.update
               && (m_table.refused.contains(key.text)
                   || (m_lastWasTaken && m_dispatches.idOf(*key.ticket, *key.department, key.round)));
    }

    void replace(const Dispatch &before, const Dispatch &after)
    {
        if (after == before && !hasOtherDues(*before.id)) {
            ++m_counts.same;
            return;
        }
        m_dispatches.update(after);
        keepEarlierDues(*after.id);
        m_context.exchange.startHandling(after.ticket);
        ++m_counts.replaced;
        m_context.recorder.record(u"dispatch"_s, after.id->value(), u"changed_by_import"_s,
                                  {{u"ticket"_s, after.ticket.value()}});
        if (m_hadFollowUps)
            m_context.exchange.refreshFollowUps(after.ticket);
    }

    // The row is not taken, be it that its key is taken; then that is said too.
    void refuse(const Key &key)
    {
        if (!m_context.options.update && key.isWhole()) {
            const auto other = m_dispatches.idOf(*key.ticket, *key.department, key.round);
            const auto id = other ? std::optional(other->value()) : std::nullopt;
            const QString place = m_context.placeOf(TableKind::Dispatches, id, key.text, [&] {
                const Dispatch dispatch = stored(key).value_or(Dispatch{});
                return Text::tr("in the case file, dispatched %1").arg(m_context.zone.text(dispatch.dispatchedAt));
            });
            if (!place.isEmpty()) {
                m_row.error(Cell::Ticket, Text::tr("The ticket “%1” was given to “%2” in round %3 already: %4.")
                                              .arg(m_row.name(Cell::Ticket), m_row.name(Cell::Department),
                                                   QString::number(key.round), place));
            }
        }
        m_context.rememberRefused(TableKind::Dispatches, key.text, m_row.line());
    }

    ImportContext &m_context;
    TableReader &m_row;
    DispatchRepository m_dispatches;
    ImportedTable &m_table;
    ImportCounts &m_counts;
    std::optional<QList<EarlierDue>> m_earlierDues{}; // of the row
    bool m_hadFollowUps;
    bool m_lastWasTaken = false; // the key of the row before
};

} // namespace

void importDispatches(ImportContext &context, TableReader &row)
{
    DispatchImport(context, row).run();
}

} // namespace huiyin
