// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/TicketForm.h"

#include <algorithm>

namespace huiyin {

using namespace Qt::StringLiterals;

namespace {

QString departmentsOf(const WholeTicket &facts, int round, DispatchRole role, const PaperContext &context)
{
    QStringList names;
    for (const Dispatch &dispatch : facts.dispatches) {
        if (dispatch.round == round && dispatch.role == role && !dispatch.returnedAt)
            names.append(nameOf(context.tables.departments, std::optional(dispatch.department)));
    }
    return names.join(u'、');
}

// What whoever handles the ticket must know; other marks are the office's own.
QString marksOf(const Ticket &ticket)
{
    QStringList marks;
    for (const Mark mark : {Mark::Leader, Mark::Supervised, Mark::Difficult}) {
        if (ticket.marks.testFlag(mark))
            marks.append(chineseName(mark));
    }
    return marks.join(u'、');
}

QString attachmentsOf(const WholeTicket &facts)
{
    const auto count = std::ranges::count_if(facts.attachments, [](const Attachment &a) { return !a.removedAt; });
    return count > 0 ? u"%1件"_s.arg(count) : QString();
}

QString replyOf(const std::optional<QDateTime> &at, const QString &text, const std::optional<ClaimedResult> &claimed,
                const CitizenOnPaper &citizen, const PaperContext &context)
{
    QString reply = paperTime(context, at) + u'　';
    if (claimed)
        reply += chineseName(*claimed) + u"。"_s;
    return reply + citizen.text(text);
}

// What was replied before, and why it wasn't enough: to the office, which sent it back, or to the citizen.
void addEarlier(QList<FormRow> &rows, const WholeTicket &facts, const Dispatch &dispatch, const CitizenOnPaper &citizen,
                const PaperContext &context)
{
    for (const Dispatch &before : facts.dispatches) {
        if (before.round == dispatch.round - 1 && before.role == DispatchRole::Lead && before.repliedAt) {
            rows.append(formRow(u"前次办理"_s,
                                nameOf(context.tables.departments, std::optional(before.department)) + u'　'
                                    + replyOf(before.repliedAt, before.reply, before.claimedResult, citizen, context)));
        }
    }
    const FollowUp *verdict = nullptr; // the last before this dispatch
    for (const FollowUp &followUp : facts.followUps) {
        if (followUp.reached && followUp.at <= dispatch.dispatchedAt && (!verdict || verdict->at <= followUp.at))
            verdict = &followUp;
    }
    if (verdict && dispatch.round > 1) {
        QStringList words{paperTime(context, verdict->at)};
        if (verdict->solved)
            words.append(*verdict->solved ? u"已解决"_s : u"未解决"_s);
        if (verdict->satisfaction)
            words.append(chineseName(*verdict->satisfaction));
        words.append(citizen.text(verdict->comment));
        words.removeAll(QString());
        rows.append(formRow(u"回访意见"_s, words.join(u"，"_s)));
    }
    if (!standingReply(dispatch) && !dispatch.reply.isEmpty()) {
        rows.append(formRow(u"被退反馈"_s,
                            replyOf(dispatch.repliedAt, dispatch.reply, dispatch.claimedResult, citizen, context)));
        if (!dispatch.review.isEmpty())
            rows.append(formRow(u"退回意见"_s, citizen.text(dispatch.review)));
    }
}

// Where the sheet goes when it is filled in.
QString whereTo(const Dispatch &dispatch, const PaperContext &context)
{
    QString text = u"请"_s;
    if (dispatch.dueAt)
        text += u"于"_s + paperTime(context, dispatch.dueAt) + u"前"_s;
    text += u"办结，加盖公章后将本单退回"_s + (context.office.name.isEmpty() ? u"派单单位"_s : context.office.name);
    if (!context.office.hotline.isEmpty())
        text += u"（"_s + context.office.hotline + u"）"_s;
    return QString(text + u"。"_s);
}

QList<FormRow> rowsOf(const WholeTicket &facts, const Dispatch &dispatch, const PaperContext &context,
                      qreal writingHeight)
{
    const Ticket &ticket = facts.ticket;
    const CodeTables &tables = context.tables;
    const CitizenOnPaper citizen(ticket, facts.calls, context.tables, context.withCitizen);
    const bool isLead = dispatch.role == DispatchRole::Lead;
    const QString own = departmentOnPaper(dispatch, context);
    QString type = nameOf(tables.requestTypes, ticket.requestType);
    const QString category = pathOf(tables.categories, ticket.category).replace(u'/', u" / "_s);
    QString channel = nameOf(tables.channels, std::optional(ticket.channel));
    if (!ticket.channelReference.isEmpty())
        channel += u' ' + ticket.channelReference;

    QList<FormRow> rows;
    rows.append(formRow(u"受理时间"_s, paperTime(context, ticket.receivedAt), u"来源渠道"_s, channel));
    rows.append(formRow(u"诉求类型"_s, type, u"紧急程度"_s, chineseName(ticket.urgency)));
    rows.append(formRow(u"诉求类别"_s, category));
    const QString marks = marksOf(ticket);
    const QString attachments = attachmentsOf(facts);
    if (!marks.isEmpty() && !attachments.isEmpty())
        rows.append(formRow(u"标　　记"_s, marks, u"附　　件"_s, attachments));
    else if (!marks.isEmpty())
        rows.append(formRow(u"标　　记"_s, marks));
    else if (!attachments.isEmpty())
        rows.append(formRow(u"附　　件"_s, attachments));
    rows.append(formRow(u"反映人"_s, citizen.requester(), u"联系电话"_s, citizen.phone()));
    rows.append(formRow(u"地　　址"_s, citizen.place()));
    rows.append(formRow(u"标　　题"_s, citizen.text(ticket.title)));
    rows.append(formRow(u"诉求内容"_s, citizen.text(ticket.content)));
    rows.last().leastHeight = 60;
    rows.append(formRow(u"承办单位"_s, own, u"派单时间"_s, paperTime(context, dispatch.dispatchedAt)));
    const QString others =
        departmentsOf(facts, dispatch.round, isLead ? DispatchRole::CoHandler : DispatchRole::Lead, context);
    if (!others.isEmpty())
        rows.append(formRow(isLead ? u"协办单位"_s : u"主办单位"_s, others));
    rows.append(formRow(u"办理时限"_s, deadlineOnPaper(dispatch, context)));
    rows.append(formRow(u"交办意见"_s, citizen.text(dispatch.instruction)));
    rows.last().leastHeight = form::signingHeight;
    addEarlier(rows, facts, dispatch, citizen, context);
    // What follows is filled in by hand and stays together.
    const qsizetype byHand = rows.size();
    rows.append(formRow(u"签收人"_s, QString(), u"签收时间"_s, paperTime(context, dispatch.signedAt)));
    rows.append(formRow(u"先行联系"_s, paperTime(context, dispatch.firstContactAt), u"联系人"_s, QString()));
    const auto standing = standingReply(dispatch);
    rows.append(formRow(u"办理情况"_s, standing ? citizen.text(dispatch.reply) : QString()));
    rows.last().leastHeight = writingHeight;
    rows.last().cells.last().atTop = true;
    rows.last().mayBreak = true; // what was typed
    const qsizetype writing = rows.size() - 1;
    rows.append(formRow(u"办理结果"_s, boxes(standing ? dispatch.claimedResult : std::nullopt, u"　　　"_s)));
    rows.append(formRow(u"承办人"_s, QString(), u"联系电话"_s, QString()));
    rows.append(formRow(u"负责人"_s, QString(), u"承办单位（盖章）"_s, u"年　　月　　日"_s));
    rows.last().leastHeight = form::stampHeight;
    rows.last().cells.last().atFoot = true;
    rows.append({.cells = {{.text = whereTo(dispatch, context)}}, .pixels = form::remarkPixels});
    for (qsizetype i = byHand; i < rows.size(); ++i) {
        rows[i].leastHeight = std::max(rows[i].leastHeight, form::signingHeight);
        rows[i].keepWithNext = i + 1 < rows.size() && (!standing || i >= writing);
    }
    return rows;
}

} // namespace

PaperSheet dispatchSheet(const WholeTicket &facts, const Dispatch &dispatch, const PaperContext &context)
{
    return sheetWithRoom(
        {.head = ticketPaperHead(context, u"承办单"_s, facts.ticket.number), .foot = ticketPaperFoot(context)},
        [&](qreal writingHeight) { return rowsOf(facts, dispatch, context, writingHeight); });
}

bool hasOpenSheet(const Dispatch &dispatch)
{
    return !dispatch.returnedAt && !dispatch.closedAt;
}

QList<PaperSheet> openDispatchSheets(const WholeTicket &facts, const PaperContext &context)
{
    QList<PaperSheet> sheets;
    for (const Dispatch &dispatch : facts.dispatches) {
        if (hasOpenSheet(dispatch))
            sheets.append(dispatchSheet(facts, dispatch, context));
    }
    return sheets;
}

} // namespace huiyin
