// SPDX-License-Identifier: GPL-3.0-or-later
// 催办通知单 and its graver sisters.
#include "paper/PaperText.h"
#include "tickets/TicketForm.h"

#include <algorithm>

namespace huiyin {

using namespace Qt::StringLiterals;

namespace {

QString titleOf(ReminderLevel level)
{
    const bool isCard = level == ReminderLevel::YellowCard || level == ReminderLevel::RedCard;
    return chineseName(level) + (isCard ? u"警示通知单"_s : u"通知单"_s);
}

// What was sent about the dispatch before: 催办2次、督办1次，最近一次2020-02-12 10:00
QString earlierOf(const WholeTicket &facts, const Reminder &reminder, const PaperContext &context)
{
    QStringList counts;
    std::optional<QDateTime> last;
    for (const auto &entry : codeTable<ReminderLevel>()) {
        int count = 0;
        for (const Reminder &other : facts.reminders) {
            const bool isBefore = other.at < reminder.at || (other.at == reminder.at && other.id < reminder.id);
            if (other.dispatch != reminder.dispatch || other.level != entry.value || !isBefore)
                continue;
            ++count;
            last = last ? std::max(*last, other.at) : other.at;
        }
        if (count > 0)
            counts.append(u"%1%2次"_s.arg(QString::fromUtf16(entry.chinese)).arg(count));
    }
    if (counts.isEmpty())
        return u"无"_s;
    return counts.join(u'、') + u"，最近一次 "_s + paperTime(context, last);
}

// The due time that was in force then: more time may have been granted since.
std::optional<QDateTime> dueAtTime(const WholeTicket &facts, const Dispatch &dispatch, const QDateTime &at)
{
    const QList<EarlierDue> earlier = facts.earlierDues.value(dispatch.id ? dispatch.id->value() : 0);
    for (const EarlierDue &one : earlier) {
        if (at < one.until)
            return one.dueAt;
    }
    const bool isExtendedSince = earlier.isEmpty() && dispatch.extendedAt && at < *dispatch.extendedAt;
    return isExtendedSince && dispatch.originalDueAt ? dispatch.originalDueAt : dispatch.dueAt;
}

// How the time stood when the notice was sent.
QString standOf(const WholeTicket &facts, const Dispatch &dispatch, const Reminder &reminder,
                const PaperContext &context)
{
    const auto dueAt = dueAtTime(facts, dispatch, reminder.at);
    if (!dueAt)
        return u"无时限"_s;
    const QString late = lateOnPaper(*dueAt, reminder.at, context);
    if (!late.isEmpty())
        return late;
    const OfficeZone zone(context.office.zone);
    const QDate today = zone.day(reminder.at);
    const QDate due = zone.day(*dueAt);
    return due == today ? u"今日到期"_s : u"剩余%1个工作日"_s.arg(context.calendar.workingDays(today.addDays(1), due));
}

QString demandOf(const Dispatch &dispatch, const Reminder &reminder)
{
    if (standingReply(dispatch))
        return u"承办单位已反馈。"_s;
    if (!dispatch.dueAt)
        return u"请抓紧办理，于　　　年　　月　　日前办结并书面反馈办理结果。"_s;
    if (*dispatch.dueAt < reminder.at)
        return u"请立即办理，于　　　年　　月　　日　　时前办结并书面反馈办理结果，说明超期原因。"_s;
    return {};
}

QList<FormRow> rowsOf(const WholeTicket &facts, const Dispatch &dispatch, const Reminder &reminder,
                      const PaperContext &context)
{
    const CitizenOnPaper citizen(facts.ticket, facts.calls, context.tables, context.withCitizen);
    const bool isCard = reminder.level == ReminderLevel::YellowCard || reminder.level == ReminderLevel::RedCard;
    QList<FormRow> rows;
    rows.append(formRow(u"主送单位"_s, departmentOnPaper(dispatch, context)));
    rows.append(matterRows(facts, citizen, context));
    rows.append(formRow(u"派单时间"_s, paperTime(context, dispatch.dispatchedAt), u"签收时间"_s,
                        dispatch.signedAt ? paperTime(context, dispatch.signedAt) : u"未签收"_s));
    rows.append(formRow(u"办理时限"_s, deadlineOnPaper(dispatch, context)));
    rows.append(formRow(u"时限情况"_s, standOf(facts, dispatch, reminder, context), u"发出时间"_s,
                        paperTime(context, reminder.at)));
    rows.append(formRow(u"此前催办"_s, earlierOf(facts, reminder, context)));
    rows.append(formRow(isCard ? u"警示事由"_s : QString(chineseName(reminder.level) + u"意见"_s),
                        citizen.text(reminder.text)));
    rows.last().leastHeight = 64;
    QString demand = demandOf(dispatch, reminder);
    if (demand.isEmpty())
        demand = u"请于"_s + paperTime(context, dispatch.dueAt) + u"前办结并书面反馈办理结果。"_s;
    rows.append(formRow(u"办理要求"_s, demand));
    rows.append(formRow(u"发出人"_s, reminder.by, u"签发单位（盖章）"_s, chineseDay(reminder.at, context)));
    rows.last().leastHeight = form::stampHeight;
    rows.last().cells.last().atFoot = true;
    return rows;
}

// Where the receipt is torn off.
PaperPiece tearLine(qreal width)
{
    constexpr qreal height = 30;
    constexpr qreal dash = 6;
    constexpr qreal pixels = 13;
    const TextStyle style{.role = FontRole::Song, .pixels = pixels, .alignment = Qt::AlignHCenter};
    const QString text = u"沿此线撕下回执"_s;
    PaperPiece piece{.height = height, .keepWithNext = true};
    for (const BrokenLine &broken : breakLines({{.text = text}}, style, width)) {
        piece.lines.append(broken.line);
        piece.lines.last().baseline.ry() += baselineIn(height, pixels);
    }
    const qreal half = textWidth(text, style) / 2 + dash;
    for (qreal x = 0; x < width; x += 2 * dash) {
        const qreal end = std::min(x + dash, width);
        if (end < width / 2 - half || x > width / 2 + half)
            piece.rules.append({QLineF(x, height / 2, end, height / 2), 0.75});
    }
    return piece;
}

QList<PaperPiece> receipt(const WholeTicket &facts, const Dispatch &dispatch, const Reminder &reminder,
                          const PaperContext &context, const QSizeF &text)
{
    constexpr qreal headHeight = 40;
    constexpr qreal headPixels = 21; // 三号
    PaperPiece head{.height = headHeight, .keepWithNext = true};
    const TextStyle style{
        .role = FontRole::XiaoBiaoSong, .pixels = headPixels, .alignment = Qt::AlignHCenter, .letterSpacing = 10};
    for (const BrokenLine &broken : breakLines({{.text = u"回执"_s}}, style, text.width())) {
        head.lines.append(broken.line);
        head.lines.last().baseline.ry() += baselineIn(headHeight, headPixels);
    }
    const QString office = context.office.name.isEmpty() ? u"派单单位"_s : context.office.name;
    QList<FormRow> rows;
    rows.append({.cells = {{.text = office + u"：你单位"_s + chineseDay(reminder.at, context) + u"发出的《"_s
                                    + titleOf(reminder.level) + u"》（工单编号："_s + facts.ticket.number
                                    + u"）已收到，将按要求办理。"_s}}});
    rows.last().leastHeight = 52;
    rows.append(formRow(u"收件单位"_s, nameOf(context.tables.departments, std::optional(dispatch.department)),
                        u"联系电话"_s, QString()));
    rows.append(formRow(u"签收人"_s, QString(), u"收件单位（盖章）"_s, chineseDay({}, context)));
    rows.last().leastHeight = form::stampHeight;
    rows.last().cells.last().atFoot = true;
    for (FormRow &row : rows) {
        row.leastHeight = std::max(row.leastHeight, form::signingHeight);
        row.keepWithNext = &row != &rows.last();
    }
    return QList<PaperPiece>{tearLine(text.width()), head} + formPieces(rows, text.width(), text.height());
}

const Dispatch *dispatchOf(const WholeTicket &facts, const Reminder &reminder)
{
    const auto found =
        std::ranges::find_if(facts.dispatches, [&](const Dispatch &one) { return one.id == reminder.dispatch; });
    return found == facts.dispatches.end() ? nullptr : &*found;
}

} // namespace

PaperSheet noticeSheet(const WholeTicket &facts, const Dispatch &dispatch, const Reminder &reminder,
                       const PaperContext &context)
{
    const QSizeF text = SheetPages::textSize(SheetPages::Format::Portrait);
    PaperSheet sheet{.head = ticketPaperHead(context, titleOf(reminder.level), facts.ticket.number),
                     .foot = ticketPaperFoot(context)};
    const QList<PaperPiece> body = formPieces(rowsOf(facts, dispatch, reminder, context), text.width(), text.height());
    const QList<PaperPiece> strip = receipt(facts, dispatch, reminder, context, text);
    sheet.flow = body + strip;
    // The receipt stands at the foot of its page, where it is torn off.
    constexpr qreal roundingRoom = 1;
    if (const qreal room = SheetPages::roomLeft(sheet) - roundingRoom; room > 0) {
        const PaperPiece gap{.height = room, .keepWithNext = true};
        PaperSheet low = sheet;
        low.flow = body + QList<PaperPiece>{gap} + strip;
        if (SheetPages::pageCount(low) == SheetPages::pageCount(sheet))
            sheet = low;
    }
    return sheet;
}

QList<Reminder> lastNotices(const WholeTicket &facts)
{
    QList<Reminder> notices;
    // What was said of an earlier round is settled once there is another in hand.
    const bool isInHand = std::ranges::any_of(facts.dispatches, hasOpenSheet);
    for (const Dispatch &dispatch : facts.dispatches) {
        if (isInHand && !hasOpenSheet(dispatch))
            continue;
        const Reminder *last = nullptr;
        for (const Reminder &reminder : facts.reminders) {
            if (reminder.dispatch == dispatch.id && (!last || last->at <= reminder.at))
                last = &reminder;
        }
        if (last && !dispatch.returnedAt)
            notices.append(*last);
    }
    return notices;
}

QList<PaperSheet> noticeSheets(const WholeTicket &facts, const PaperContext &context)
{
    QList<PaperSheet> sheets;
    const QList<Reminder> notices = lastNotices(facts);
    for (const Reminder &reminder : notices) {
        if (const Dispatch *dispatch = dispatchOf(facts, reminder))
            sheets.append(noticeSheet(facts, *dispatch, reminder, context));
    }
    return sheets;
}

} // namespace huiyin
