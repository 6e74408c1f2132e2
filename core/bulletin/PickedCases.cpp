// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/PickedCases.h"

#include "bulletin/ToldCase.h"
#include "casework/BestCases.h"
#include "domain/PersonalText.h"
#include "storage/BestCaseRepository.h"
#include "storage/CaseFile.h"
#include "storage/CodeTableRepository.h"
#include "storage/TicketRepository.h"

#include <algorithm>

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

// The year whose best cases a bulletin may tell; nullopt: it is not on a year, or none are chosen.
std::optional<int> yearWithResult(CaseFile &file, const Question &question)
{
    if (question.period.kind != Period::Kind::Year)
        return std::nullopt;
    const int year = question.period.from.year();
    const auto ballot = BestCaseRepository(file.database()).ballot(year);
    return ballot && ballot->state == BallotState::Closed ? std::optional(year) : std::nullopt;
}

PickedCase caseOf(const ToldCase &told)
{
    return {.ticket = *told.ticket.id,
            .title = maskedText(told.ticket.title, citizenOf(told.ticket)),
            .department = told.lead ? std::optional(told.lead->department) : std::nullopt,
            .result = resultOf(told)};
}

} // namespace

QList<PickedCase> bestCases(CaseFile &file, const Question &question)
{
    const auto year = yearWithResult(file, question);
    if (!year)
        return {};
    const BestCaseRepository repository(file.database());
    const QDateTime chosenAt = repository.ballot(*year)->closedAt;
    const QDateTime cutOff =
        qMax(chosenAt, QDateTime::fromMSecsSinceEpoch(spanOf(question, file.zone()).cutOff, Qt::UTC));
    const CodeTables tables = CodeTableRepository(file.database()).load();
    QList<PickedCase> cases;
    const auto shortlist = repository.nominations(*year);
    for (const Nomination &one : shortlist) {
        const auto told = one.chosen ? toldCase(file, one.ticket, cutOff) : std::nullopt;
        if (!told)
            continue;
        PickedCase entry = caseOf(*told);
        entry.departments = handlingDepartments(file, one.ticket, tables);
        entry.reason = maskedText(one.reason, citizenOf(told->ticket));
        while (entry.reason.endsWith(u'。')) // the sentence has its own
            entry.reason.chop(1);
        entry.place = one.place.value_or(0);
        entry.votes = one.votes.value_or(0);
        cases.append(entry);
    }
    return cases;
}

WordingScope bestCaseWords(qint64 chosen, qint64 nominated, qint64 voters, qint64 votes)
{
    return {{u"best_cases"_s, word(chosen)},
            {u"best_nominated"_s, word(nominated)},
            {u"best_voters"_s, word(voters)},
            {u"best_votes"_s, word(votes)}};
}

WordingScope bestCaseWords(CaseFile &file, const Question &question)
{
    const auto year = yearWithResult(file, question);
    if (!year)
        return bestCaseWords(0, 0, 0, 0);
    const BestCaseRepository repository(file.database());
    const auto shortlist = repository.nominations(*year);
    qint64 votes = 0;
    for (const Nomination &one : shortlist)
        votes += one.votes.value_or(0);
    return bestCaseWords(std::ranges::count(shortlist, true, &Nomination::chosen), shortlist.size(),
                         repository.voters(*year), votes);
}

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
        cases.append(caseOf(*told));
    }
    return cases;
}

} // namespace huiyin
