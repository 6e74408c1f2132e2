// SPDX-License-Identifier: GPL-3.0-or-later
// 回访单.
#include "domain/WorkingState.h"
#include "tickets/TicketForm.h"

#include <algorithm>

namespace huiyin {

using namespace Qt::StringLiterals;

namespace {

QString tryOf(const FollowUp &followUp, const CitizenOnPaper &citizen)
{
    QStringList what{chineseName(followUp.method)};
    if (!followUp.reached)
        what.append(u"未联系上"_s);
    if (followUp.solved)
        what.append(*followUp.solved ? u"已解决"_s : u"未解决"_s);
    if (followUp.satisfaction)
        what.append(chineseName(*followUp.satisfaction));
    what.append(citizen.text(followUp.comment));
    what.removeAll(QString());
    return what.join(u"，"_s);
}

// What the department says to have done: the citizen is asked about that.
void addHandling(QList<FormRow> &rows, const WholeTicket &facts, const CitizenOnPaper &citizen,
                 const PaperContext &context)
{
    const Dispatch *lead = leadOf(facts.dispatches);
    if (!lead) {
        if (!facts.ticket.answer.isEmpty())
            rows.append(formRow(u"答复内容"_s, citizen.text(facts.ticket.answer)));
        return;
    }
    rows.append(formRow(u"承办单位"_s, departmentOnPaper(*lead, context), u"反馈时间"_s,
                        paperTime(context, standingReply(*lead))));
    rows.append(formRow(u"办理情况"_s, citizen.text(lead->reply)));
    rows.last().leastHeight = 60;
    if (lead->claimedResult)
        rows.append(formRow(u"办理结果"_s, boxes(lead->claimedResult, u"　　　"_s)));
}

// The scale as boxes, in two lines whose boxes stand one below the other.
QString scaleOf(const FollowUp &answer)
{
    constexpr qsizetype longest = 6; // characters of 非常不满意 and a gap
    constexpr qsizetype inLine = 3;
    QStringList names;
    for (const auto &entry : codeTable<Satisfaction>())
        names.append(box(answer.satisfaction == entry.value, QString::fromUtf16(entry.chinese)));
    names.append(box(answer.reached && !answer.satisfaction, u"未评价"_s));
    QString scale;
    for (qsizetype i = 0; i < names.size(); ++i) {
        const bool isEnd = (i + 1) % inLine == 0;
        scale += isEnd ? names[i] : names[i].leftJustified(longest + 2, u'　');
        if (isEnd && i + 1 < names.size())
            scale += u'\n';
    }
    return scale;
}

QList<FormRow> rowsOf(const WholeTicket &facts, const FollowUp *noted, const PaperContext &context, qreal writingHeight)
{
    const CitizenOnPaper citizen(facts.ticket, facts.calls, context.tables, context.withCitizen);
    const QString gap = u"　　"_s;
    QList<FormRow> rows = matterRows(facts, citizen, context);
    addHandling(rows, facts, citizen, context);
    QStringList tries;
    for (const FollowUp &followUp : facts.followUps) {
        if (&followUp != noted)
            tries.append(paperTime(context, followUp.at) + u'　' + tryOf(followUp, citizen));
    }
    if (!tries.isEmpty())
        rows.append(formRow(noted ? u"此前回访"_s : u"历次回访"_s, tries.join(u'\n')));

    const qsizetype byHand = rows.size();
    const FollowUp blank;
    const FollowUp &answer = noted ? *noted : blank;
    rows.append(formRow(u"回访方式"_s, boxes(noted ? std::optional(answer.method) : std::nullopt, gap)));
    rows.append(formRow(u"联系情况"_s,
                        box(answer.reached, u"已联系上"_s) + gap + box(noted && !answer.reached, u"未联系上"_s)));
    rows.append(formRow(u"是否解决"_s, box(answer.solved.value_or(false), u"已解决"_s) + gap
                                           + box(!answer.solved.value_or(true), u"未解决"_s) + gap
                                           + box(answer.reached && !answer.solved, u"未表态"_s)));
    rows.append(formRow(u"满意程度"_s, scaleOf(answer)));
    rows.append(formRow(u"回访意见"_s, citizen.text(answer.comment)));
    rows.last().leastHeight = writingHeight;
    rows.last().cells.last().atTop = true;
    QStringList steps;
    for (const NextStep step : {NextStep::Close, NextStep::Redo, NextStep::Explain})
        steps.append(box(noted && noted->nextStep == step, chineseName(step)));
    rows.append(formRow(u"后续处理"_s, steps.join(gap)));
    rows.append(formRow(u"回访人"_s, noted ? noted->by : QString(), u"回访时间"_s,
                        noted ? paperTime(context, noted->at) : u"　　年　　月　　日　　时"_s));
    if (!noted || noted->method == FollowUpMethod::Visit || noted->method == FollowUpMethod::Letter)
        rows.append(formRow(u"本人签字"_s, QString(), u"日　　期"_s, chineseDay({}, context)));
    if (!noted)
        rows.append({.cells = {{.text = u"请在相应的方框内打“√”。本人签字用于上门、信函回访。"_s}},
                     .pixels = form::remarkPixels});
    for (qsizetype i = byHand; i < rows.size(); ++i) {
        rows[i].leastHeight = std::max(rows[i].leastHeight, form::signingHeight);
        rows[i].keepWithNext = i + 1 < rows.size();
    }
    return rows;
}

PaperSheet sheetOf(const WholeTicket &facts, const FollowUp *noted, const PaperContext &context)
{
    return sheetWithRoom(
        {.head = ticketPaperHead(context, u"回访单"_s, facts.ticket.number), .foot = ticketPaperFoot(context)},
        [&](qreal writingHeight) { return rowsOf(facts, noted, context, writingHeight); });
}

} // namespace

PaperSheet notedFollowUpSheet(const WholeTicket &facts, const PaperContext &context)
{
    return sheetOf(facts, facts.followUps.isEmpty() ? nullptr : &facts.followUps.last(), context);
}

PaperSheet blankFollowUpSheet(const WholeTicket &facts, const PaperContext &context)
{
    return sheetOf(facts, nullptr, context);
}

} // namespace huiyin
