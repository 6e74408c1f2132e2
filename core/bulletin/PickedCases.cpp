// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/PickedCases.h"

#include "storage/CaseFile.h"
#include "storage/DispatchRepository.h"
#include "storage/FollowUpRepository.h"
#include "storage/TicketRepository.h"

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

// What became of a ticket, in the words of a bulletin.
QString resultOf(CaseFile &file, const Ticket &ticket, const QDateTime &cutOff)
{
    if (!ticket.closedAt || *ticket.closedAt >= cutOff)
        return u"正在办理"_s;
    QString result = u"已办结"_s;
    if (ticket.resolution == Resolution::AnsweredDirectly)
        result = u"已直接解答"_s;
    else if (ticket.resolution == Resolution::Handled)
        result = u"已实际解决"_s;
    else if (ticket.resolution == Resolution::Explained)
        result = u"已解释说明"_s;
    else if (ticket.resolution == Resolution::NotAccepted)
        result = u"不予受理"_s;
    const auto followUps = FollowUpRepository(file.database()).ofTicket(*ticket.id);
    std::optional<Satisfaction> last;
    for (const FollowUp &followUp : followUps) {
        if (followUp.reached && followUp.at < cutOff)
            last = followUp.satisfaction;
    }
    if (last && *last <= Satisfaction::Satisfied)
        result += u"，反映人表示满意"_s;
    return result;
}

} // namespace

QList<PickedCase> pickedCases(CaseFile &file, const Question &question, Mark mark)
{
    const QuestionSpan span = spanOf(question, file.zone());
    const TicketRepository tickets(file.database());
    const auto ids = tickets.matching({.receivedFrom = QDateTime::fromMSecsSinceEpoch(span.from, Qt::UTC),
                                       .receivedBefore = QDateTime::fromMSecsSinceEpoch(span.before(), Qt::UTC),
                                       .marks = mark},
                                      {.by = TicketOrder::By::Received, .order = Qt::AscendingOrder});
    const QDateTime cutOff = QDateTime::fromMSecsSinceEpoch(span.cutOff, Qt::UTC);
    QList<PickedCase> cases;
    for (const TicketId id : ids) {
        const auto ticket = tickets.byId(id);
        if (!ticket || ticket->state == TicketState::Void || ticket->resolution == Resolution::Merged)
            continue;
        PickedCase entry{.ticket = id, .title = ticket->title, .result = resultOf(file, *ticket, cutOff)};
        const auto rows = tickets.rows({id});
        if (!rows.isEmpty())
            entry.department = rows.first().lead;
        cases.append(entry);
    }
    return cases;
}

} // namespace huiyin
