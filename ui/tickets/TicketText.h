// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/Deadlines.h"
#include "controls/Tag.h"
#include "domain/Attachment.h"
#include "domain/Call.h"
#include "domain/CodeTables.h"
#include "domain/Dispatch.h"
#include "domain/HistoryEvent.h"
#include "storage/TicketFilter.h"

#include <QCoreApplication>
#include <QHash>

#include <optional>

namespace huiyin {

class CaseSession;

// A word with its light.
struct Light
{
    QString text{};
    Tone tone = Tone::Neutral;

    bool operator==(const Light &) const = default;
};

// Where something stands with its due time: what a deadline's words say, in any language.
struct DueStand
{
    enum class Kind {
        None,    // there is nothing to say
        Late,    // `count` of `unit` after it was due, still open or not
        Replied, // in time, not closed yet
        OnTime,
        Today,
        Soon, // in `count` working days, which are few
        Later,
    };
    enum class Unit { Minutes, Hours, Days };

    Kind kind = Kind::None;
    int count = 0;
    Unit unit = Unit::Days;
    bool isOpen = false;
    QDateTime due{};
};

// How late something is at a time behind its due time.
[[nodiscard]] DueStand lateStand(const QDateTime &due, const QDateTime &at, const WorkCalendar &calendar,
                                 const OfficeZone &zone);

// The columns that a list of tickets can show, in their first order.
enum class TicketField { Number, Urgency, Type, Category, Title, Department, State, Deadline, Received };
constexpr int ticketFieldCount = static_cast<int>(TicketField::Received) + 1;
enum class CallField { Started, Phone, Caller, Outcome, Topic, Ticket, Note, Operator };
constexpr int callFieldCount = static_cast<int>(CallField::Operator) + 1;

// A call with the number of its ticket.
struct CallRow
{
    Call call{};
    QString ticketNumber{};
    Citizen citizen{}; // to mask the note by
};

// Facts one after another on a line; where it breaks, the point between two stays with the first.
QString joinedFacts(QStringList facts);

// The time until which a ticket is to be handled: that of its lead dispatch, which may have been extended or suspended.
[[nodiscard]] std::optional<QDateTime> dueInForce(const std::optional<QDateTime> &ofTicket,
                                                  const QList<Dispatch> &dispatches);

// What values of tickets and calls look like to a reader: names instead of ids, times of the office, lights with their
// words, citizens' data masked. A value, so that an export can take it into another thread.
class TicketText
{
    Q_DECLARE_TR_FUNCTIONS(huiyin::TicketText)

public:
    explicit TicketText(const CaseSession &session);

    static QString heading(TicketField column);
    static QString heading(CallField column);
    // Of a column whose words are known: enough for the longest of them in this language.
    static int usualWidth(TicketField column);
    [[nodiscard]] QString cell(const TicketRow &row, TicketField column) const;
    [[nodiscard]] QString cell(const CallRow &row, CallField column) const;
    [[nodiscard]] std::optional<Tone> tone(const TicketRow &row, TicketField column) const;

    // "today 17:00", "overdue 2 days", "on time"; empty when there is nothing to say.
    [[nodiscard]] Light deadline(const TicketRow &row) const;
    [[nodiscard]] Light deadline(const std::optional<QDateTime> &due, const std::optional<QDateTime> &finished,
                                 bool open) const;
    [[nodiscard]] DueStand dueStand(const TicketRow &row) const;
    [[nodiscard]] DueStand dueStand(const std::optional<QDateTime> &due, const std::optional<QDateTime> &finished,
                                    bool open) const;
    [[nodiscard]] QString topCategory(std::optional<CategoryId> category) const; // the name of its first level
    [[nodiscard]] static Light urgency(Urgency urgency);                         // empty for a normal one
    [[nodiscard]] static QString state(TicketState state, std::optional<Resolution> resolution);
    [[nodiscard]] static Light stateLight(TicketState state, std::optional<Resolution> resolution);
    [[nodiscard]] Light dispatchState(const Dispatch &dispatch) const;
    // `attachments`: of its ticket; the event names the one that it is about by its id.
    [[nodiscard]] QString event(const HistoryEvent &event, const QList<Attachment> &attachments) const;

    [[nodiscard]] QString time(const QDateTime &at) const;      // 2020-02-26 14:20
    [[nodiscard]] QString shortTime(const QDateTime &at) const; // without the year when it is this one
    [[nodiscard]] QString shortDay(QDate day) const;
    [[nodiscard]] QString department(std::optional<DepartmentId> id) const; // its short name when it has one
    [[nodiscard]] const CodeTables &tables() const { return m_tables; }
    [[nodiscard]] const OfficeZone &zone() const { return m_deadlines.zone(); }

private:
    [[nodiscard]] Light words(const DueStand &stand) const;
    [[nodiscard]] QStringList aboutDispatches(const HistoryEvent &event) const;
    CodeTables m_tables;
    Deadlines m_deadlines;
    QDateTime m_now;
    QDate m_today;
    QHash<CategoryId, QString> m_topCategories; // the name of the first level
};

// Who looks and when: what lies across a citizen's data while they are shown.
QString userMarkText(const CaseSession &session);

} // namespace huiyin
