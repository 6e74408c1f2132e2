// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/TicketText.h"

#include "casework/Command.h"

#include "domain/Dispatch.h"
#include "domain/FollowUp.h"
#include "domain/PersonalText.h"
#include "shell/CaseSession.h"

#include <QJsonArray>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

QString joinedFacts(QStringList facts)
{
    facts.removeAll(QString());
    return facts.join(QString(QChar::Nbsp) + u"· "_s);
}

std::optional<QDateTime> dueInForce(const std::optional<QDateTime> &ofTicket, const QList<Dispatch> &dispatches)
{
    std::optional<QDateTime> due;
    for (const Dispatch &dispatch : dispatches) {
        if (dispatch.role == DispatchRole::Lead && !dispatch.returnedAt)
            due = dispatch.dueAt; // of the last one
    }
    return due ? due : ofTicket;
}

TicketText::TicketText(const CaseSession &session)
    : m_tables(session.codeTables())
    , m_deadlines(session.deadlines())
    , m_now(session.clock().now())
    , m_today(session.today())
{
    QHash<CategoryId, const Category *> byId;
    for (const Category &category : std::as_const(m_tables.categories))
        byId.insert(*category.id, &category);
    for (const Category &category : std::as_const(m_tables.categories)) {
        const Category *top = &category;
        for (qsizetype depth = 0; top->parent && byId.contains(*top->parent) && depth < byId.size(); ++depth)
            top = byId.value(*top->parent);
        m_topCategories.insert(*category.id, top->name);
    }
}

QString TicketText::heading(TicketField column)
{
    switch (column) {
    case TicketField::Number:
        return tr("Number");
    case TicketField::Urgency:
        return tr("Urgency");
    case TicketField::Type:
        return tr("Type");
    case TicketField::Category:
        return tr("Category");
    case TicketField::Title:
        return tr("Title");
    case TicketField::Department:
        return tr("Lead", "department that leads the handling");
    case TicketField::State:
        return tr("State");
    case TicketField::Deadline:
        return tr("Deadline");
    case TicketField::Received:
        return tr("Received");
    }
    return {};
}

QString TicketText::heading(CallField column)
{
    switch (column) {
    case CallField::Started:
        return tr("Time");
    case CallField::Phone:
        return tr("Phone");
    case CallField::Caller:
        return tr("Caller");
    case CallField::Outcome:
        return tr("Outcome");
    case CallField::Topic:
        return tr("Topic");
    case CallField::Ticket:
        return tr("Ticket");
    case CallField::Note:
        return tr("Note");
    case CallField::Operator:
        return tr("Operator");
    }
    return {};
}

int TicketText::usualWidth(TicketField column)
{
    constexpr int around = 20;
    constexpr int longOverdue = 1999; // days
    int widest = 0;
    switch (column) {
    case TicketField::Urgency:
        for (const Urgency value : {Urgency::Urgent, Urgency::Critical})
            widest = std::max(widest, Tag::sizeFor(urgency(value).text).width());
        return widest + around;
    case TicketField::Deadline:
        for (const QString &text : {tr("overdue %n day(s)", "still open", longOverdue),
                                    tr("%n day(s) late", "finished after it was due", longOverdue),
                                    tr("%n day(s) left", "working days until it is due", 1)})
            widest = std::max(widest, Tag::sizeFor(text).width());
        return widest + around;
    default:
        return 0;
    }
}

QString TicketText::cell(const TicketRow &row, TicketField column) const
{
    switch (column) {
    case TicketField::Number:
        return row.number;
    case TicketField::Urgency:
        return urgency(row.urgency).text;
    case TicketField::Type:
        return nameOf(m_tables.requestTypes, row.requestType);
    case TicketField::Category:
        return topCategory(row.category);
    case TicketField::Title:
        return maskedText(row.title, row.citizen);
    case TicketField::Department:
        return department(row.lead);
    case TicketField::State:
        return state(row.state, row.resolution);
    case TicketField::Deadline:
        return deadline(row).text;
    case TicketField::Received:
        return shortTime(row.receivedAt);
    }
    return {};
}

QString TicketText::cell(const CallRow &row, CallField column) const
{
    switch (column) {
    case CallField::Started:
        return time(row.call.startedAt);
    case CallField::Phone:
        return maskedPhone(row.call.phone);
    case CallField::Caller:
        return maskedName(row.call.caller);
    case CallField::Outcome:
        return displayName(row.call.outcome);
    case CallField::Topic:
        return nameOf(m_tables.topics, row.call.topic);
    case CallField::Ticket:
        return row.ticketNumber;
    case CallField::Note:
        return maskedText(row.call.note, row.citizen);
    case CallField::Operator:
        return row.call.callOperator;
    }
    return {};
}

QString TicketText::topCategory(std::optional<CategoryId> category) const
{
    return category ? m_topCategories.value(*category) : QString();
}

std::optional<Tone> TicketText::tone(const TicketRow &row, TicketField column) const
{
    const Light light = column == TicketField::Urgency    ? urgency(row.urgency)
                        : column == TicketField::Deadline ? deadline(row)
                                                          : Light{};
    return light.text.isEmpty() ? std::nullopt : std::optional(light.tone);
}

Light TicketText::urgency(Urgency urgency)
{
    switch (urgency) {
    case Urgency::Normal:
        return {};
    case Urgency::Urgent:
        return {.text = displayName(urgency), .tone = Tone::Warn};
    case Urgency::Critical:
        return {.text = displayName(urgency), .tone = Tone::Bad};
    }
    return {};
}

Light TicketText::deadline(const TicketRow &row) const
{
    return words(dueStand(row));
}

Light TicketText::deadline(const std::optional<QDateTime> &due, const std::optional<QDateTime> &finished,
                           bool open) const
{
    return words(dueStand(due, finished, open));
}

// Working days after the due day; on the due day itself, or before the next of work, hours and minutes.
DueStand lateStand(const QDateTime &due, const QDateTime &at, const WorkCalendar &calendar, const OfficeZone &zone)
{
    constexpr int minute = 60;
    constexpr int hour = 60 * minute;
    constexpr int day = 24 * hour;
    const auto seconds = static_cast<int>(std::min<qint64>(due.secsTo(at), day));
    const int days = calendar.workingDays(zone.day(due).addDays(1), zone.day(at));
    DueStand stand{.kind = DueStand::Kind::Late, .count = std::max(1, days), .due = due};
    if (days == 0 && seconds < hour) {
        stand.count = std::max(1, seconds / minute);
        stand.unit = DueStand::Unit::Minutes;
    } else if (days == 0 && seconds < day) {
        stand.count = seconds / hour;
        stand.unit = DueStand::Unit::Hours;
    }
    return stand;
}

DueStand TicketText::dueStand(const TicketRow &row) const
{
    if (row.resolution == Resolution::AnsweredDirectly || row.resolution == Resolution::Merged
        || row.resolution == Resolution::NotAccepted || row.state == TicketState::Void)
        return {};
    const auto due = row.lead && row.dispatchDueAt ? row.dispatchDueAt : row.dueAt;
    return dueStand(due, row.repliedAt ? row.repliedAt : row.closedAt, !row.closedAt);
}

DueStand TicketText::dueStand(const std::optional<QDateTime> &due, const std::optional<QDateTime> &finished,
                              bool open) const
{
    if (!due)
        return {};
    const OfficeZone &zone = m_deadlines.zone();
    const WorkCalendar &calendar = m_deadlines.calendar();
    const QDate dueDay = zone.day(*due);
    using Kind = DueStand::Kind;
    const auto late = [&](const QDateTime &at, bool stillOpen) -> DueStand {
        DueStand stand = lateStand(*due, at, calendar, zone);
        stand.isOpen = stillOpen;
        return stand;
    };
    if (finished) {
        if (*finished <= *due)
            return {.kind = open ? Kind::Replied : Kind::OnTime, .isOpen = open, .due = *due};
        return late(*finished, false);
    }
    if (m_now > *due)
        return late(m_now, true);
    if (dueDay == m_today)
        return {.kind = Kind::Today, .isOpen = true, .due = *due};
    if (const int left = calendar.workingDays(m_today.addDays(1), dueDay); left <= 1)
        return {.kind = Kind::Soon, .count = std::max(1, left), .isOpen = true, .due = *due};
    return {.kind = Kind::Later, .isOpen = true, .due = *due};
}

Light TicketText::words(const DueStand &stand) const
{
    const auto late = [&stand]() -> QString {
        switch (stand.unit) {
        case DueStand::Unit::Minutes:
            return stand.isOpen ? tr("overdue %n minute(s)", "still open", stand.count)
                                : tr("%n minute(s) late", "finished after it was due", stand.count);
        case DueStand::Unit::Hours:
            return stand.isOpen ? tr("overdue %n hour(s)", "still open", stand.count)
                                : tr("%n hour(s) late", "finished after it was due", stand.count);
        case DueStand::Unit::Days:
            break;
        }
        return stand.isOpen ? tr("overdue %n day(s)", "still open", stand.count)
                            : tr("%n day(s) late", "finished after it was due", stand.count);
    };
    switch (stand.kind) {
    case DueStand::Kind::None:
        return {};
    case DueStand::Kind::Late:
        return {.text = late(), .tone = Tone::Bad};
    case DueStand::Kind::Replied:
        return {.text = tr("replied"), .tone = Tone::Neutral};
    case DueStand::Kind::OnTime:
        return {.text = tr("on time"), .tone = Tone::Ok};
    case DueStand::Kind::Today:
        return {.text = tr("today %1").arg(zone().toLocal(stand.due).toString(u"HH:mm"_s)), .tone = Tone::Warn};
    case DueStand::Kind::Soon:
        return {.text = tr("%n day(s) left", "working days until it is due", stand.count), .tone = Tone::Warn};
    case DueStand::Kind::Later:
        return {.text = shortDay(zone().day(stand.due)), .tone = Tone::Neutral};
    }
    return {};
}

QString TicketText::state(TicketState state, std::optional<Resolution> resolution)
{
    // How it was closed says more than that it was.
    if (state == TicketState::Closed
        && (resolution == Resolution::AnsweredDirectly || resolution == Resolution::NotAccepted
            || resolution == Resolution::Merged))
        return displayName(*resolution);
    return displayName(state);
}

Light TicketText::stateLight(TicketState state, std::optional<Resolution> resolution)
{
    Tone tone = Tone::Info;
    if (state == TicketState::Closed || state == TicketState::Archived)
        tone = resolution == Resolution::NotAccepted || resolution == Resolution::Merged ? Tone::Neutral : Tone::Ok;
    else if (state == TicketState::Void || state == TicketState::Draft)
        tone = Tone::Neutral;
    return {.text = TicketText::state(state, resolution), .tone = tone};
}

Light TicketText::dispatchState(const Dispatch &dispatch) const
{
    if (dispatch.returnedAt)
        return {.text = tr("returned"), .tone = Tone::Neutral};
    if (dispatch.closedAt) {
        if (!dispatch.repliedAt)
            return {.text = tr("ended without a reply"), .tone = Tone::Neutral};
        const Light light = deadline(dispatch.dueAt, dispatch.repliedAt, false);
        return light.text.isEmpty()
                   ? Light{.text = tr("accepted", "a dispatch whose reply was accepted"), .tone = Tone::Ok}
                   : light;
    }
    const DispatchState state = stateOf(dispatch);
    if (state == DispatchState::Replied)
        return {.text = tr("replied"), .tone = Tone::Ok};
    if (state == DispatchState::ReturnAsked || state == DispatchState::ExtensionAsked)
        return {.text = displayName(state), .tone = Tone::Warn};
    if (isSuspended(dispatch, m_now))
        return {.text = tr("suspended"), .tone = Tone::Neutral};
    const Light light = deadline(dispatch.dueAt, std::nullopt, true);
    if (light.tone != Tone::Neutral)
        return light;
    return dispatch.signedAt ? Light{.text = tr("in progress"), .tone = Tone::Info}
                             : Light{.text = tr("not signed"), .tone = Tone::Neutral};
}

// Whom a ticket was given to, until when it was extended, what was replied.
QStringList TicketText::aboutDispatches(const HistoryEvent &event) const
{
    QStringList parts;
    const QJsonObject dispatches = event.details.value(u"dispatches"_s).toObject();
    for (const auto &value : dispatches) {
        const QJsonObject change = value.toObject();
        const auto to = [&change](const QString &field) { return change.value(field).toObject().value(u"to"_s); };
        if (const auto id = to(u"department"_s).toInteger(); id > 0) {
            const QString name = nameOf(m_tables.departments, std::optional(DepartmentId(id)));
            const auto role = fromCode<DispatchRole>(to(u"role"_s).toString());
            parts.append(role == DispatchRole::CoHandler ? name + u'（' + displayName(*role) + u'）' : name);
        }
        const QDateTime due = QDateTime::fromString(to(u"due_at"_s).toString(), Qt::ISODate);
        const bool isExtension = event.action == QLatin1StringView(ruleOf(Command::GrantExtension).action);
        if (isExtension && due.isValid())
            parts.append(tr("due %1").arg(due.toString(u"yyyy-MM-dd HH:mm"_s)));
        if (const auto result = fromCode<ClaimedResult>(to(u"claimed_result"_s).toString()))
            parts.append(displayName(*result));
    }
    return parts;
}

QString TicketText::event(const HistoryEvent &event, const QList<Attachment> &attachments) const
{
    struct Word
    {
        const char *action;
        const char *text;
    };
    static constexpr Word words[] = {
        {"accepted", QT_TR_NOOP("Accepted")},
        {"attached", QT_TR_NOOP("Attachment added")},
        {"attachment_removed", QT_TR_NOOP("Attachment removed")},
        {"answered_directly", QT_TR_NOOP("Answered directly and closed")},
        {"draft_started", QT_TR_NOOP("Draft started")},
        {"draft_saved", QT_TR_NOOP("Draft saved")},
        {"draft_discarded", QT_TR_NOOP("Draft thrown away")},
        {"imported", QT_TR_NOOP("Imported")},
        {"changed_by_import", QT_TR_NOOP("Replaced by an import")},
        {"registered", QT_TR_NOOP("Registered")},
    };
    QString text = event.action;
    const auto commands = allCommands();
    for (const Command command : commands) {
        if (event.action == QLatin1StringView(ruleOf(command).action))
            text = displayName(command);
    }
    for (const Word &word : words) {
        if (event.action == QLatin1StringView(word.action))
            text = tr(word.text);
    }
    const QStringList about = aboutDispatches(event);
    if (!about.isEmpty())
        text += u" · "_s + about.join(u" · "_s);
    const QDateTime due = QDateTime::fromString(event.details.value(u"due"_s).toString(), Qt::ISODate);
    const QString ground = event.details.value(u"ground"_s).toString();
    const qint64 attachment = event.details.value(u"attachment"_s).toObject().value(u"id"_s).toInteger();
    const auto named = std::ranges::find(attachments, std::optional(AttachmentId(attachment)), &Attachment::id);
    if (named != attachments.end())
        text += u" · "_s + named->name;
    if (!ground.isEmpty())
        text += u" · "_s + ground;
    QStringList articles;
    const QJsonArray used = event.details.value(u"articles"_s).toArray();
    for (const auto &question : used)
        articles.append(question.toString());
    if (!articles.isEmpty())
        text += u" · "_s + tr("answered from the knowledge base: %1").arg(articles.join(u"；"_s));
    if (due.isValid())
        text += u" · "_s + tr("due %1").arg(due.toString(u"yyyy-MM-dd HH:mm"_s));
    return text;
}

QString TicketText::time(const QDateTime &at) const
{
    return zone().toLocal(at).toString(u"yyyy-MM-dd HH:mm"_s);
}

QString TicketText::shortTime(const QDateTime &at) const
{
    const QDateTime local = zone().toLocal(at);
    return local.toString(local.date().year() == m_today.year() ? u"MM-dd HH:mm"_s : u"yyyy-MM-dd HH:mm"_s);
}

QString TicketText::shortDay(QDate day) const
{
    if (day.year() != m_today.year())
        return day.toString(Qt::ISODate);
    const QLocale locale;
    return locale.toString(day, locale.language() == QLocale::Chinese ? u"M月d日"_s : u"d MMM"_s);
}

QString TicketText::department(std::optional<DepartmentId> id) const
{
    const Department *found = findById(m_tables.departments, id);
    if (!found)
        return {};
    return found->shortName.isEmpty() ? found->name : found->shortName;
}

QString userMarkText(const CaseSession &session)
{
    const QDateTime now = session.zone().toLocal(session.clock().now());
    return session.user() + u' ' + now.toString(u"yyyy-MM-dd HH:mm"_s);
}

} // namespace huiyin
