// SPDX-License-Identifier: GPL-3.0-or-later
// 一单一报.
#include "domain/WorkingState.h"
#include "tickets/TicketForm.h"

#include <algorithm>

namespace huiyin {

using namespace Qt::StringLiterals;

namespace {

// The last time that the citizen was reached before: what is to be explained.
const FollowUp *verdictBefore(const WholeTicket &facts, const std::optional<QDateTime> &at)
{
    const FollowUp *verdict = nullptr;
    for (const FollowUp &followUp : facts.followUps) {
        if (followUp.reached && (!at || followUp.at <= *at) && (!verdict || verdict->at <= followUp.at))
            verdict = &followUp;
    }
    return verdict;
}

// The last lead of that department; without one, of whichever has it.
const Dispatch *leadOfDepartment(const WholeTicket &facts, std::optional<DepartmentId> department)
{
    const Dispatch *found = nullptr;
    for (const Dispatch &dispatch : facts.dispatches) {
        if (dispatch.role == DispatchRole::Lead && !dispatch.returnedAt && department == dispatch.department
            && (!found || found->round <= dispatch.round))
            found = &dispatch;
    }
    return found ? found : leadOf(facts.dispatches);
}

QList<FormRow> rowsOf(const WholeTicket &facts, const Explanation *filed, const PaperContext &context,
                      qreal writingHeight)
{
    const CitizenOnPaper citizen(facts.ticket, facts.calls, context.tables, context.withCitizen);
    const Dispatch *lead = leadOfDepartment(facts, filed ? filed->department : std::nullopt);
    const QString department = filed && filed->department ? nameOf(context.tables.departments, filed->department)
                               : lead ? nameOf(context.tables.departments, std::optional(lead->department))
                                      : QString();
    QList<FormRow> rows;
    rows.append(formRow(u"报告单位"_s, department, u"报告时间"_s,
                        filed ? paperTime(context, filed->at) : chineseDay({}, context)));
    rows.append(matterRows(facts, citizen, context));
    if (lead) {
        rows.append(formRow(u"派单时间"_s, paperTime(context, lead->dispatchedAt), u"反馈时间"_s,
                            paperTime(context, standingReply(*lead))));
        rows.append(formRow(u"办理情况"_s, citizen.text(lead->reply)));
    }
    if (const FollowUp *verdict = verdictBefore(facts, filed ? std::optional(filed->at) : std::nullopt)) {
        QStringList words{paperTime(context, verdict->at), chineseName(verdict->method)};
        if (verdict->solved)
            words.append(*verdict->solved ? u"已解决"_s : u"未解决"_s);
        words.append(verdict->satisfaction ? chineseName(*verdict->satisfaction) : u"未评价"_s);
        rows.append(formRow(u"回访评价"_s, words.join(u"，"_s)));
        rows.append(formRow(u"回访意见"_s, citizen.text(verdict->comment)));
    }
    const qsizetype byHand = rows.size();
    rows.append(formRow(u"情况说明"_s, filed ? citizen.text(filed->text) : QString()));
    rows.last().leastHeight = writingHeight;
    rows.last().cells.last().atTop = true;
    rows.last().mayBreak = filed != nullptr; // what was typed
    rows.append({.cells = {{.text = u"以上说明属实，本单位对其真实性负责。"_s}}});
    rows.append(formRow(u"承办人"_s, QString(), u"联系电话"_s, QString()));
    rows.append(formRow(u"负责人"_s, QString(), u"报告单位（盖章）"_s, chineseDay({}, context)));
    rows.last().leastHeight = form::stampHeight;
    rows.last().cells.last().atFoot = true;
    rows.append(formRow(u"审核意见"_s, QString(), u"审核签字"_s, chineseDay({}, context)));
    rows.last().leastHeight = form::stampHeight;
    rows.last().cells.last().atFoot = true;
    for (qsizetype i = byHand; i < rows.size(); ++i) {
        rows[i].leastHeight = std::max(rows[i].leastHeight, form::signingHeight);
        rows[i].keepWithNext = i + 1 < rows.size();
    }
    return rows;
}

PaperSheet sheetOf(const WholeTicket &facts, const Explanation *filed, const PaperContext &context)
{
    return sheetWithRoom(
        {.head = ticketPaperHead(context, u"一单一报"_s, facts.ticket.number), .foot = ticketPaperFoot(context)},
        [&](qreal writingHeight) { return rowsOf(facts, filed, context, writingHeight); });
}

} // namespace

bool wantsExplanation(const WholeTicket &facts)
{
    const FollowUp *verdict = verdictBefore(facts, std::nullopt);
    if (!verdict || stateOf(facts.ticket, facts.dispatches) != TicketState::ToFollowUp)
        return false;
    const bool isUnsettled = verdict->solved == false || verdict->nextStep == NextStep::Explain
                             || verdict->satisfaction == Satisfaction::Dissatisfied
                             || verdict->satisfaction == Satisfaction::VeryDissatisfied;
    const auto answers = [verdict](const Explanation &one) { return one.at >= verdict->at; };
    return isUnsettled && std::ranges::none_of(facts.explanations, answers);
}

QList<PaperSheet> explanationSheets(const WholeTicket &facts, const PaperContext &context)
{
    QList<PaperSheet> sheets;
    for (const Explanation &explanation : facts.explanations)
        sheets.append(sheetOf(facts, &explanation, context));
    if (wantsExplanation(facts))
        sheets.append(sheetOf(facts, nullptr, context));
    return sheets;
}

} // namespace huiyin
