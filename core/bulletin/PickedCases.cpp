// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/PickedCases.h"

#include "bulletin/ToldCase.h"
#include "domain/PersonalText.h"
#include "storage/CaseFile.h"
#include "storage/TicketRepository.h"

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

// What became of a ticket, in the words of a bulletin.
QString resultOf(const ToldCase &told)
{
    if (!told.isClosed)
        return u"正在办理"_s;
    QString result = u"已办结"_s;
    if (told.ticket.resolution == Resolution::AnsweredDirectly)
        result = u"已直接解答"_s;
    else if (isSolved(told))
        result = u"已实际解决"_s;
    else if (told.ticket.resolution == Resolution::Explained)
        result = u"已解释说明"_s;
    else if (told.ticket.resolution == Resolution::NotAccepted)
        result = u"不予受理"_s;
    if (told.reached && told.reached->satisfaction && *told.reached->satisfaction <= Satisfaction::Satisfied)
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
        const auto told = toldCase(file, id, cutOff);
        if (!told || told->ticket.state == TicketState::Void || told->ticket.resolution == Resolution::Merged)
            continue;
        // What is shown as solved must be closed by then.
        if (mark == Mark::PickedSolved && !told->isClosed)
            continue;
        cases.append({.ticket = id,
                      .title = maskedText(told->ticket.title, citizenOf(told->ticket)),
                      .department = told->lead ? std::optional(told->lead->department) : std::nullopt,
                      .result = resultOf(*told)});
    }
    return cases;
}

} // namespace huiyin
