// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/FormTable.h"
#include "tickets/TicketPaper.h"

#include <algorithm>

namespace huiyin {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal signingHeight = 36;
constexpr qreal leastWritingHeight = 96; // four lines by hand

QString departmentsOf(const WholeTicket &facts, int round, DispatchRole role, const PaperContext &context)
{
    QStringList names;
    for (const Dispatch &dispatch : facts.dispatches) {
        if (dispatch.round == round && dispatch.role == role && !dispatch.returnedAt)
            names.append(nameOf(context.tables.departments, std::optional(dispatch.department)));
    }
    return names.join(u'、');
}

QString deadlineOf(const Dispatch &dispatch, const PaperContext &context)
{
    if (!dispatch.dueAt)
        return u"无"_s;
    QString text = paperTime(context, dispatch.dueAt) + u"前"_s;
    if (!dispatch.dueRule.isEmpty())
        text += u"（"_s + dispatch.dueRule + u"）"_s;
    if (dispatch.originalDueAt && dispatch.originalDueAt != dispatch.dueAt)
        text += u"；原时限 "_s + paperTime(context, dispatch.originalDueAt);
    return text;
}

QString resultBoxes(const std::optional<ClaimedResult> &claimed)
{
    const auto box = [&claimed](ClaimedResult result) -> QString {
        return (claimed == result ? u"☑ "_s : u"□ "_s) + chineseName(result);
    };
    return box(ClaimedResult::Solved) + u"　　　"_s + box(ClaimedResult::Explained);
}

QList<FormRow> rowsOf(const WholeTicket &facts, const Dispatch &dispatch, const PaperContext &context,
                      qreal writingHeight)
{
    const Ticket &ticket = facts.ticket;
    const CodeTables &tables = context.tables;
    const CitizenOnPaper citizen(ticket, context);
    const bool isLead = dispatch.role == DispatchRole::Lead;
    const QString own = nameOf(tables.departments, std::optional(dispatch.department)) + u'（'
                        + chineseName(dispatch.role) + u'）'
                        + (dispatch.round > 1 ? u"第%1次交办"_s.arg(dispatch.round) : QString());
    QString type = nameOf(tables.requestTypes, ticket.requestType);
    const QString category = pathOf(tables.categories, ticket.category).replace(u'/', u" / "_s);
    QString channel = nameOf(tables.channels, std::optional(ticket.channel));
    if (!ticket.channelReference.isEmpty())
        channel += u' ' + ticket.channelReference;

    QList<FormRow> rows;
    rows.append(formRow(u"受理时间"_s, paperTime(context, ticket.receivedAt), u"来源渠道"_s, channel));
    rows.append(formRow(u"诉求类型"_s, type, u"紧急程度"_s, chineseName(ticket.urgency)));
    rows.append(formRow(u"诉求类别"_s, category));
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
    rows.append(formRow(u"办理时限"_s, deadlineOf(dispatch, context)));
    rows.append(formRow(u"交办意见"_s, citizen.text(dispatch.instruction)));
    rows.last().leastHeight = signingHeight;
    // What follows is filled in by hand and stays together.
    const qsizetype byHand = rows.size();
    rows.append(formRow(u"签收人"_s, QString(), u"签收时间"_s, paperTime(context, dispatch.signedAt)));
    const auto standing = standingReply(dispatch);
    rows.append(formRow(u"办理情况"_s, standing ? citizen.text(dispatch.reply) : QString()));
    rows.last().leastHeight = writingHeight;
    rows.append(formRow(u"办理结果"_s, resultBoxes(standing ? dispatch.claimedResult : std::nullopt)));
    rows.append({.cells = {{.text = u"承办人"_s, .isLabel = true, .width = 64},
                           {},
                           {.text = u"负责人"_s, .isLabel = true, .width = 64},
                           {},
                           {.text = u"日　期"_s, .isLabel = true, .width = 64},
                           {}}});
    for (qsizetype i = byHand; i < rows.size(); ++i) {
        rows[i].leastHeight = std::max(rows[i].leastHeight, signingHeight);
        rows[i].keepWithNext = i + 1 < rows.size();
    }
    return rows;
}

} // namespace

PaperSheet dispatchSheet(const WholeTicket &facts, const Dispatch &dispatch, const PaperContext &context)
{
    const QSizeF text = SheetPages::textSize(SheetPages::Format::Portrait);
    PaperSheet sheet{.head = ticketPaperHead(context, u"承办单"_s, facts.ticket.number),
                     .foot = ticketPaperFoot(context)};
    const auto lay = [&](qreal writingHeight) {
        sheet.flow = formPieces(rowsOf(facts, dispatch, context, writingHeight), text.width(), text.height());
    };
    lay(leastWritingHeight);
    // The rest of the page is room to write in.
    constexpr qreal roundingRoom = 1;
    if (const qreal room = SheetPages::roomLeft(sheet); room > roundingRoom)
        lay(leastWritingHeight + room - roundingRoom);
    return sheet;
}

QList<PaperSheet> openDispatchSheets(const WholeTicket &facts, const PaperContext &context)
{
    QList<PaperSheet> sheets;
    for (const Dispatch &dispatch : facts.dispatches) {
        if (!dispatch.returnedAt && !dispatch.closedAt)
            sheets.append(dispatchSheet(facts, dispatch, context));
    }
    return sheets;
}

} // namespace huiyin
