// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/TicketForm.h"

#include "paper/PaperText.h"

#include <QJsonObject>

namespace huiyin {

using namespace Qt::StringLiterals;

QList<FormRow> matterRows(const WholeTicket &facts, const CitizenOnPaper &citizen, const PaperContext &context)
{
    const Ticket &ticket = facts.ticket;
    QList<FormRow> rows;
    rows.append(formRow(u"受理时间"_s, paperTime(context, ticket.receivedAt), u"诉求类型"_s,
                        nameOf(context.tables.requestTypes, ticket.requestType)));
    rows.append(formRow(u"反映人"_s, citizen.requester(), u"联系电话"_s, citizen.phone()));
    rows.append(formRow(u"地　　址"_s, citizen.place()));
    rows.append(formRow(u"标　　题"_s, citizen.text(ticket.title)));
    rows.append(formRow(u"诉求内容"_s, citizen.text(ticket.content)));
    rows.last().leastHeight = 60;
    return rows;
}

QString deadlineOnPaper(const Dispatch &dispatch, const PaperContext &context)
{
    if (!dispatch.dueAt)
        return u"无"_s;
    QString text = paperTime(context, dispatch.dueAt) + u"前"_s;
    if (!dispatch.dueRule.isEmpty())
        text += u"（"_s + dispatch.dueRule + u"）"_s;
    if (dispatch.originalDueAt && dispatch.originalDueAt != dispatch.dueAt)
        text += u"\n原时限 "_s + paperTime(context, dispatch.originalDueAt);
    return text;
}

QString lateOnPaper(const QDateTime &due, const QDateTime &at, const PaperContext &context)
{
    if (at <= due)
        return {};
    const DueStand stand = lateStand(due, at, context.calendar, OfficeZone(context.office.zone));
    return stand.unit == DueStand::Unit::Days ? u"已超期%1个工作日"_s.arg(stand.count)
                                              : QString(u'已' + chineseLate(stand));
}

QString chineseDay(const std::optional<QDateTime> &at, const PaperContext &context)
{
    if (!at)
        return u"　　　年　　月　　日"_s;
    const QDate day = OfficeZone(context.office.zone).day(*at);
    return u"%1年%2月%3日"_s.arg(day.year()).arg(day.month()).arg(day.day());
}

QString departmentOnPaper(const Dispatch &dispatch, const PaperContext &context)
{
    return nameOf(context.tables.departments, std::optional(dispatch.department))
           + unbroken(u'（' + chineseName(dispatch.role) + u'）')
           + (dispatch.round > 1 ? unbroken(u"第%1次交办"_s.arg(dispatch.round)) : QString());
}

const HistoryEvent *lastEventOf(const WholeTicket &facts, const Dispatch &dispatch, const QString &action)
{
    if (!dispatch.id)
        return nullptr;
    const QString key = QString::number(dispatch.id->value());
    const HistoryEvent *last = nullptr;
    for (const HistoryEvent &event : facts.history) {
        if (event.action == action && event.details.value(u"dispatches"_s).toObject().contains(key)
            && (!last || last->sequence <= event.sequence))
            last = &event;
    }
    return last;
}

QString box(bool ticked, const QString &text)
{
    return (ticked ? u"☑ "_s : u"□ "_s) + text;
}

PaperSheet sheetWithRoom(PaperSheet sheet, const std::function<QList<FormRow>(qreal)> &rows)
{
    const QSizeF text = SheetPages::textSize(SheetPages::Format::Portrait);
    const auto lay = [&](qreal writingHeight) { return formPieces(rows(writingHeight), text.width(), text.height()); };
    sheet.flow = lay(form::leastWritingHeight);
    // A long reply that was typed breaks between its lines, and would not any more in a row that is made higher.
    constexpr qreal roundingRoom = 1;
    if (const qreal room = SheetPages::roomLeft(sheet); room > roundingRoom) {
        PaperSheet filled = sheet;
        filled.flow = lay(form::leastWritingHeight + room - roundingRoom);
        if (filled.flow.size() == sheet.flow.size() && SheetPages::pageCount(filled) == SheetPages::pageCount(sheet))
            return filled;
    }
    return sheet;
}

} // namespace huiyin
