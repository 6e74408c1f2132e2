// SPDX-License-Identifier: GPL-3.0-or-later
// 退单审批单 and 延期审批单.
#include "tickets/TicketForm.h"

#include <QJsonObject>

#include <algorithm>

namespace huiyin {

using namespace Qt::StringLiterals;

namespace {

bool isReturn(const Asked &asked)
{
    return asked.what == Asked::What::Return;
}

QString actionOf(const Asked &asked)
{
    if (asked.ruling == Asked::Ruling::Granted)
        return isReturn(asked) ? u"returned"_s : u"extended"_s;
    return isReturn(asked) ? u"return_refused"_s : u"extension_refused"_s;
}

// Why it was refused. Returns and extensions share the place: the later refusal's words stand in it.
QString groundOf(const Asked &asked)
{
    const Dispatch &dispatch = asked.dispatch;
    const auto &other = isReturn(asked) ? dispatch.extensionRefusedAt : dispatch.returnRefusedAt;
    if (asked.ruling != Asked::Ruling::Refused || (other && *other > *asked.ruledAt))
        return {};
    return dispatch.ruling;
}

QString outcomeOf(const Asked &asked, const PaperContext &context)
{
    const Dispatch &dispatch = asked.dispatch;
    switch (asked.ruling) {
    case Asked::Ruling::None:
        return isReturn(asked) ? QString() : u"　　　年　　月　　日　　时"_s;
    case Asked::Ruling::Lapsed:
        return u"审批前承办单位已反馈，申请自行终止"_s;
    case Asked::Ruling::Granted:
        return isReturn(asked) ? u"退回，另行派单"_s : paperTime(context, dispatch.extensionDueAt);
    case Asked::Ruling::Refused:
        return isReturn(asked) ? u"由原承办单位继续办理"_s : u"时限不变"_s;
    }
    return {};
}

QList<FormRow> rowsOf(const WholeTicket &facts, const Asked &asked, const PaperContext &context, qreal writingHeight)
{
    const Dispatch &dispatch = asked.dispatch;
    const CitizenOnPaper citizen(facts.ticket, facts.calls, context.tables, context.withCitizen);
    const HistoryEvent *askedBy =
        lastEventOf(facts, dispatch, isReturn(asked) ? u"return_asked"_s : u"extension_asked"_s);
    // Nobody has ruled on what a reply has overtaken; an earlier refusal was of an earlier wish.
    const bool isRuled = asked.ruling == Asked::Ruling::Granted || asked.ruling == Asked::Ruling::Refused;
    const HistoryEvent *ruledBy = isRuled ? lastEventOf(facts, dispatch, actionOf(asked)) : nullptr;
    QList<FormRow> rows;
    rows.append(formRow(u"申请单位"_s, departmentOnPaper(dispatch, context), u"派单时间"_s,
                        paperTime(context, dispatch.dispatchedAt)));
    rows.append(matterRows(facts, citizen, context));
    rows.append(formRow(u"办理时限"_s, deadlineOnPaper(dispatch, context)));
    rows.append(
        formRow(u"申请时间"_s, paperTime(context, asked.askedAt), u"登记人"_s, askedBy ? askedBy->user : QString()));
    if (!isReturn(asked))
        rows.append(formRow(u"申请延至"_s, paperTime(context, dispatch.extensionDueAt)));
    rows.append(formRow(isReturn(asked) ? u"退单理由"_s : u"延期理由"_s,
                        citizen.text(isReturn(asked) ? dispatch.returnGround : dispatch.extensionReason)));
    rows.last().leastHeight = 64;
    const qsizetype byHand = rows.size();
    const bool isOpen = asked.ruling == Asked::Ruling::None;
    rows.append(formRow(u"经办意见"_s, QString()));
    rows.last().leastHeight = isOpen ? writingHeight : 64;
    rows.append(formRow(u"经办人"_s, QString(), u"日　　期"_s, chineseDay({}, context)));
    rows.append(formRow(u"审批结论"_s, box(asked.ruling == Asked::Ruling::Granted, u"同意"_s) + u"　　　"_s
                                           + box(asked.ruling == Asked::Ruling::Refused, u"不同意"_s)));
    const QString outcome = outcomeOf(asked, context);
    const bool isTime = !isReturn(asked) && (isOpen || asked.ruling == Asked::Ruling::Granted);
    if (!outcome.isEmpty())
        rows.append(formRow(isTime ? u"批准延至"_s : u"处理结果"_s, outcome));
    rows.append(formRow(u"审批意见"_s, citizen.text(groundOf(asked))));
    rows.last().leastHeight = isOpen ? form::stampHeight : writingHeight;
    rows.last().cells.last().atTop = true;
    rows.append(formRow(u"审批登记"_s, ruledBy ? ruledBy->user : QString(), u"审批时间"_s,
                        isRuled ? paperTime(context, asked.ruledAt) : QString()));
    rows.append(formRow(u"审批签字"_s, QString(), u"审批单位（盖章）"_s, chineseDay({}, context)));
    rows.last().leastHeight = form::stampHeight;
    rows.last().cells.last().atFoot = true;
    for (qsizetype i = byHand; i < rows.size(); ++i) {
        rows[i].leastHeight = std::max(rows[i].leastHeight, form::signingHeight);
        rows[i].keepWithNext = i + 1 < rows.size();
    }
    return rows;
}

// A reply makes a wish for more time void; nobody has ruled on it then.
bool isLapsed(const WholeTicket &facts, const Dispatch &dispatch)
{
    const QString key = QString::number(dispatch.id ? dispatch.id->value() : 0);
    QString last; // what has refused it
    for (const HistoryEvent &event : facts.history) {
        const QJsonObject change = event.details.value(u"dispatches"_s).toObject().value(key).toObject();
        if (change.contains(u"extension_refused_at"_s))
            last = event.action;
    }
    return last == u"replied"_s;
}

} // namespace

QList<Asked> askedOf(const WholeTicket &facts)
{
    QList<Asked> all;
    const auto ruledSince = [](const std::optional<QDateTime> &ruled, const QDateTime &asked) {
        return ruled && *ruled >= asked;
    };
    for (const Dispatch &dispatch : facts.dispatches) {
        if (dispatch.returnAskedAt) {
            Asked asked{.what = Asked::What::Return, .dispatch = dispatch, .askedAt = *dispatch.returnAskedAt};
            if (dispatch.returnedAt) {
                asked.ruling = Asked::Ruling::Granted;
                asked.ruledAt = dispatch.returnedAt;
            } else if (ruledSince(dispatch.returnRefusedAt, asked.askedAt)) {
                asked.ruling = Asked::Ruling::Refused;
                asked.ruledAt = dispatch.returnRefusedAt;
            }
            all.append(asked);
        }
        if (dispatch.extensionAskedAt) {
            Asked asked{.what = Asked::What::Extension, .dispatch = dispatch, .askedAt = *dispatch.extensionAskedAt};
            if (ruledSince(dispatch.extendedAt, asked.askedAt)) {
                asked.ruling = Asked::Ruling::Granted;
                asked.ruledAt = dispatch.extendedAt;
            } else if (ruledSince(dispatch.extensionRefusedAt, asked.askedAt)) {
                asked.ruling = isLapsed(facts, dispatch) ? Asked::Ruling::Lapsed : Asked::Ruling::Refused;
                asked.ruledAt = dispatch.extensionRefusedAt;
            }
            all.append(asked);
        }
    }
    return all;
}

QList<PaperSheet> rulingSheets(const WholeTicket &facts, const PaperContext &context)
{
    QList<PaperSheet> sheets;
    const QList<Asked> all = askedOf(facts);
    for (const Asked &asked : all) {
        sheets.append(sheetWithRoom(
            {.head = ticketPaperHead(context, isReturn(asked) ? u"退单审批单"_s : u"延期审批单"_s, facts.ticket.number),
             .foot = ticketPaperFoot(context)},
            [&](qreal writingHeight) { return rowsOf(facts, asked, context, writingHeight); }));
    }
    return sheets;
}

} // namespace huiyin
