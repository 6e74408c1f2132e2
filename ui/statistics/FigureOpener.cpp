// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/FigureOpener.h"

#include "controls/PeriodPicker.h"
#include "statistics/FigureName.h"
#include "statistics/StatisticsBuilder.h"
#include "storage/CallRepository.h"

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Behind
{
    QList<TicketId> tickets{};
    qsizetype calls = 0;
};

Behind behind(CaseFile &file, const Question &question, FigureKey figure, const Progress &progress)
{
    if (!countsCalls(figure.measure))
        return {.tickets = ticketsBehind(file, question, figure, progress)};
    const auto ids = callsBehind(file, question, figure, progress);
    return {.tickets = CallRepository(file.database()).ticketsOf(ids, progress), .calls = ids.size()};
}

} // namespace

FigureOpener::FigureOpener(CaseSession &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
}

void FigureOpener::open(const Question &question, FigureKey figure)
{
    m_pending.cancel();
    const int token = ++m_token;
    Q_EMIT busyChanged(true);
    m_pending = m_session.read(
        this,
        [question, figure](CaseFile &file, const Progress &progress) {
            return behind(file, question, figure, progress);
        },
        [this, token, question, figure](const Behind &result) {
            if (token != m_token)
                return;
            Q_EMIT busyChanged(false);
            const QString name =
                figureName(figure, m_session.codeTables(), question.period) + u" · " + displayLabel(question.period);
            const auto tickets = static_cast<int>(result.tickets.size());
            const QString count = countsCalls(figure.measure)
                                      ? tr("%n ticket(s) of %1 calls", nullptr, tickets).arg(result.calls)
                                      : tr("%n ticket(s)", nullptr, tickets);
            Q_EMIT found(TicketFilter{.among = result.tickets}, name + u" · " + count);
        },
        [this, token] {
            if (token == m_token)
                Q_EMIT busyChanged(false);
        });
}

} // namespace huiyin
