// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/Deadlines.h"
#include "domain/Call.h"
#include "domain/Dispatch.h"
#include "domain/FollowUp.h"
#include "domain/OfficeZone.h"
#include "domain/Ticket.h"
#include "exchange/Random.h"
#include "exchange/SampleTexts.h"

#include <QHash>

#include <optional>

namespace huiyin {

class Database;

// How a made-up ticket ends.
enum class Fate { AnsweredDirectly, ClosedOnTime, ClosedLate, Open, Merged };

// A made-up matter before its times are worked out.
struct SampleCase
{
    Ticket ticket{}; // receivedAt, code tables, people, marks, what it repeats or is merged into; the rest is filled in
    bool byPhone = true;
    std::optional<DepartmentId> department{}; // dispatched to it; without, answered directly (or open)
    QString departmentName{};
    Fate fate = Fate::AnsweredDirectly;
    const SampleTexts::Matter *matter = nullptr;
    SampleTexts::Setting setting{};
    QString details{};  // more that is told, behind the matter's own text
    bool brief = false; // only its first sentence
    // Follow-up of a closed dispatched ticket.
    bool tried = false;
    bool reached = false;
    std::optional<Satisfaction> satisfaction{};
};

// Works out the times and texts of made-up matters and writes them with their calls, dispatches and follow-ups.
class SampleWriter
{
public:
    // Nothing that is written happens at or after `end`, but what is left open.
    SampleWriter(Database &database, const SampleTexts &texts, const Deadlines &deadlines, const QDateTime &end);

    TicketId write(const SampleCase &sample, Random &random);
    void writeCall(Call call, Random &random);
    // Tells the number givers where the numbers stand. Once, at the end.
    void finish();

    // A time of day as calls come: few at night, most in the morning and afternoon.
    static QTime timeOfDay(Random &random, bool beforeEvening);

private:
    [[nodiscard]] QDateTime workTime(Random &random, const QDateTime &from, const QDateTime &to) const;
    void addDispatch(const SampleCase &sample, Ticket &ticket, Dispatch &dispatch, QList<FollowUp> &followUps,
                     Random &random) const;
    [[nodiscard]] QString nextNumber(QHash<QDate, qint64> &series, const QDateTime &at, const QString &infix);

    Database &m_database;
    const SampleTexts &m_texts;
    const Deadlines &m_deadlines;
    QDateTime m_end;
    QHash<QDate, qint64> m_ticketNumbers;
    QHash<QDate, qint64> m_callNumbers;
};

} // namespace huiyin
