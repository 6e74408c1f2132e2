// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/FormTable.h"
#include "tickets/TicketPaper.h"

#include <QJsonObject>

#include <algorithm>

namespace huiyin {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal smallPixels = 14;
constexpr qreal timeWidth = 142; // 2020-02-10 09:00
constexpr qreal whoWidth = 84;

class TicketSheetWriter
{
public:
    TicketSheetWriter(const WholeTicket &facts, const PaperContext &context)
        : m_facts(facts)
        , m_context(context)
        , m_citizen(facts.ticket, facts.calls, context.tables, context.withCitizen)
    {
        addFacts();
        addDispatches();
        addReminders();
        addFollowUps();
        addExplanations();
        addCalls();
        addAttachments();
        addHistory();
    }

    [[nodiscard]] const QList<FormRow> &rows() const { return m_rows; }

private:
    [[nodiscard]] QString time(const std::optional<QDateTime> &at) const { return paperTime(m_context, at); }
    [[nodiscard]] QString department(std::optional<DepartmentId> id) const
    {
        return nameOf(m_context.tables.departments, id);
    }

    void addUnlessEmpty(const QString &label, const QString &text)
    {
        if (!text.isEmpty())
            m_rows.append(formRow(label, text));
    }

    // When, by whom, what.
    void addLine(const QDateTime &at, const QString &who, const QString &what)
    {
        m_rows.append(
            {.cells = {{.text = time(at), .width = timeWidth}, {.text = who, .width = whoWidth}, {.text = what}},
             .pixels = smallPixels});
    }

    void addFacts()
    {
        const Ticket &ticket = m_facts.ticket;
        const CodeTables &tables = m_context.tables;
        QString state = chineseName(ticket.state);
        if (ticket.resolution && chineseName(*ticket.resolution) != state)
            state += u"（"_s + chineseName(*ticket.resolution) + u"）"_s;
        QString channel = nameOf(tables.channels, std::optional(ticket.channel));
        if (!ticket.channelReference.isEmpty())
            channel += u' ' + ticket.channelReference;
        m_rows.append(formRow(u"受理时间"_s, time(ticket.receivedAt), u"受理人"_s, ticket.receivedBy));
        m_rows.append(formRow(u"来源渠道"_s, channel, u"诉求类型"_s, nameOf(tables.requestTypes, ticket.requestType)));
        m_rows.append(formRow(u"紧急程度"_s, chineseName(ticket.urgency), u"工单状态"_s, state));
        m_rows.append(formRow(u"诉求类别"_s, pathOf(tables.categories, ticket.category).replace(u'/', u" / "_s)));
        addUnlessEmpty(u"专　　题"_s, nameOf(tables.topics, ticket.topic));
        m_rows.append(formRow(u"反映人"_s, m_citizen.requester(), u"联系电话"_s, m_citizen.phone()));
        m_rows.append(formRow(u"地　　址"_s, m_citizen.place()));
        m_rows.append(formRow(u"标　　题"_s, m_citizen.text(ticket.title)));
        m_rows.append(formRow(u"诉求内容"_s, m_citizen.text(ticket.content)));
        addUnlessEmpty(u"答复内容"_s, m_citizen.text(ticket.answer));
        if (ticket.dueAt) {
            QString due = time(ticket.dueAt);
            if (!ticket.dueRule.isEmpty())
                due += u"（"_s + ticket.dueRule + u"）"_s;
            m_rows.append(formRow(u"办结时限"_s, due));
        }
        if (ticket.closedAt)
            m_rows.append(formRow(u"办结时间"_s, time(ticket.closedAt), u"办结人"_s, ticket.closedBy));
        addUnlessEmpty(u"理　　由"_s, m_citizen.text(ticket.ground));
        addUnlessEmpty(u"并入工单"_s, m_facts.mergedInto);
        addUnlessEmpty(u"重复工单"_s, m_facts.repeatOf);
        QStringList marks;
        for (const auto &entry : codeTable<Mark>()) {
            if (ticket.marks.testFlag(entry.value))
                marks.append(QString::fromUtf16(entry.chinese));
        }
        addUnlessEmpty(u"标　　记"_s, marks.join(u'、'));
    }

    [[nodiscard]] QString stepsOf(const Dispatch &dispatch) const
    {
        struct Step
        {
            QDateTime at{};
            QString what{};
        };
        QList<Step> steps;
        const auto add = [&](const QString &what, const std::optional<QDateTime> &at) {
            if (at)
                steps.append({*at, what});
        };
        const auto until = [this](const QString &word, const std::optional<QDateTime> &at) -> QString {
            return at ? QString(u"，"_s + word + time(at)) : QString();
        };
        add(u"派单"_s, dispatch.dispatchedAt);
        add(u"签收"_s, dispatch.signedAt);
        add(u"先行联系"_s, dispatch.firstContactAt);
        add(u"申请退单"_s, dispatch.returnAskedAt);
        add(u"不同意退单"_s, dispatch.returnRefusedAt);
        add(u"退单"_s, dispatch.returnedAt);
        add(u"申请延期"_s + until(u"拟延至 "_s, dispatch.extensionDueAt), dispatch.extensionAskedAt);
        add(u"不同意延期"_s, dispatch.extensionRefusedAt);
        add(u"首次延期"_s, dispatch.firstExtendedAt);
        add(u"延期"_s, dispatch.extendedAt);
        // As planned, or when it was let run.
        add(u"暂停计时"_s + until(u"暂停至 "_s, dispatch.suspendedUntil), dispatch.suspendedAt);
        add(u"首次反馈"_s, dispatch.firstRepliedAt);
        add(u"反馈"_s, dispatch.repliedAt);
        add(u"审核"_s, dispatch.reviewedAt);
        add(u"完成"_s, dispatch.closedAt);
        // What fell into one moment keeps the order of the work.
        std::ranges::stable_sort(steps, {}, &Step::at);
        // Two a line, in columns; a long one has a line of its own.
        QString text;
        constexpr qsizetype longest = 6; // characters of 首次延期 and a gap
        bool hasRoom = false;            // in the line
        for (const Step &step : std::as_const(steps)) {
            const bool isShort = step.what.size() < longest;
            const qsizetype last = text.size() - text.lastIndexOf(u' ') - 1;
            if (hasRoom && isShort)
                text += QString(longest - last, u'　');
            else if (!text.isEmpty())
                text += u'\n';
            hasRoom = isShort && !(hasRoom && isShort);
            text += time(step.at) + u' ' + step.what;
        }
        return text;
    }

    void addDispatches()
    {
        for (const Dispatch &dispatch : m_facts.dispatches) {
            QString heading = chineseName(dispatch.role) + u"：" + department(dispatch.department);
            if (dispatch.round > 1)
                heading += u"（第%1次交办）"_s.arg(dispatch.round);
            m_rows.append(formHeading(heading));
            m_rows.append(formRow(u"派单人"_s, dispatch.dispatchedBy, u"状　　态"_s, chineseName(stateOf(dispatch))));
            QString due = time(dispatch.dueAt);
            if (!due.isEmpty() && !dispatch.dueRule.isEmpty())
                due += u"（"_s + dispatch.dueRule + u"）"_s;
            if (dispatch.originalDueAt && dispatch.originalDueAt != dispatch.dueAt)
                due += u"\n原时限 "_s + time(dispatch.originalDueAt);
            addUnlessEmpty(u"办理时限"_s, due);
            addUnlessEmpty(u"交办意见"_s, m_citizen.text(dispatch.instruction));
            m_rows.append(formRow(u"办理过程"_s, stepsOf(dispatch)));
            addUnlessEmpty(u"退单理由"_s, m_citizen.text(dispatch.returnGround));
            addUnlessEmpty(u"延期理由"_s, m_citizen.text(dispatch.extensionReason));
            addUnlessEmpty(u"暂停事由"_s, m_citizen.text(dispatch.suspensionGround));
            addUnlessEmpty(u"审批意见"_s, m_citizen.text(dispatch.ruling));
            const auto earlier = m_facts.earlierReplies.value(dispatch.id ? dispatch.id->value() : 0);
            for (const EarlierReply &reply : earlier) {
                m_rows.append(formRow(u"被退反馈"_s, time(reply.repliedAt) + u'　' + m_citizen.text(reply.reply)));
                addUnlessEmpty(u"退回意见"_s, m_citizen.text(reply.review));
            }
            if (!dispatch.reply.isEmpty()) {
                m_rows.append(formRow(u"办理情况"_s, m_citizen.text(dispatch.reply)));
                addUnlessEmpty(u"办理结果"_s,
                               dispatch.claimedResult ? chineseName(*dispatch.claimedResult) : QString());
            }
            addUnlessEmpty(u"退回意见"_s, m_citizen.text(dispatch.review));
            addUnlessEmpty(u"具体承办"_s, m_citizen.text(dispatch.subUnit));
        }
    }

    void addReminders()
    {
        if (m_facts.reminders.isEmpty())
            return;
        m_rows.append(formHeading(u"催办、督办与黄红牌"_s));
        for (const Reminder &reminder : m_facts.reminders) {
            QString what = chineseName(reminder.level);
            for (const Dispatch &dispatch : m_facts.dispatches) {
                if (dispatch.id == reminder.dispatch)
                    what += u' ' + department(dispatch.department);
            }
            if (!reminder.text.isEmpty())
                what += u"："_s + m_citizen.text(reminder.text);
            addLine(reminder.at, reminder.by, what);
        }
    }

    void addFollowUps()
    {
        if (m_facts.followUps.isEmpty())
            return;
        m_rows.append(formHeading(u"回访"_s));
        for (const FollowUp &followUp : m_facts.followUps) {
            QStringList what{chineseName(followUp.method)};
            if (!followUp.reached)
                what.append(u"未联系上"_s);
            if (followUp.solved)
                what.append(*followUp.solved ? u"已解决"_s : u"未解决"_s);
            if (followUp.satisfaction)
                what.append(chineseName(*followUp.satisfaction));
            else if (followUp.reached)
                what.append(u"未评价"_s);
            what.append(m_citizen.text(followUp.comment));
            what.removeAll(QString());
            addLine(followUp.at, followUp.by, what.join(u"，"_s));
        }
    }

    void addExplanations()
    {
        for (const Explanation &explanation : m_facts.explanations) {
            m_rows.append(formHeading(u"一单一报"_s));
            m_rows.append(
                formRow(u"承办单位"_s, department(explanation.department), u"时　　间"_s, time(explanation.at)));
            m_rows.append(formRow(u"说　　明"_s, m_citizen.text(explanation.text)));
        }
    }

    void addCalls()
    {
        if (m_facts.calls.isEmpty())
            return;
        m_rows.append(formHeading(u"来电"_s));
        for (const Call &call : m_facts.calls) {
            QStringList what{chineseName(call.outcome), m_citizen.personName(call.caller),
                             m_citizen.personPhone(call.phone), m_citizen.text(call.note)};
            what.removeAll(QString());
            what.removeDuplicates();
            addLine(call.startedAt, call.callOperator, what.join(u"，"_s));
        }
    }

    void addAttachments()
    {
        if (m_facts.attachments.isEmpty())
            return;
        m_rows.append(formHeading(u"附件"_s));
        for (const Attachment &attachment : m_facts.attachments) {
            QString what = m_citizen.text(attachment.name);
            if (attachment.removedAt)
                what += u"（已移除："_s + m_citizen.text(attachment.ground) + u'）';
            addLine(attachment.addedAt, attachment.addedBy, what);
        }
    }

    // Which department it concerns where there are several, or whom it was given to; until when, why.
    [[nodiscard]] QString aboutEvent(const HistoryEvent &event) const
    {
        QStringList parts;
        const QJsonObject dispatches = event.details.value(u"dispatches"_s).toObject();
        for (const Dispatch &dispatch : m_facts.dispatches) {
            const QString key = QString::number(dispatch.id ? dispatch.id->value() : 0);
            if (!dispatches.contains(key))
                continue;
            const QJsonObject change = dispatches.value(key).toObject();
            const auto to = [&change](const QString &field) { return change.value(field).toObject().value(u"to"_s); };
            const auto given = to(u"department"_s).toInteger();
            if (given > 0 || m_facts.dispatches.size() > 1)
                parts.append(department(given > 0 ? DepartmentId(given) : dispatch.department));
            const QDateTime due = QDateTime::fromString(to(u"due_at"_s).toString(), Qt::ISODate);
            if (due.isValid())
                parts.append(u"时限 "_s + due.toString(u"yyyy-MM-dd HH:mm"_s));
        }
        for (const Dispatch &dispatch : m_facts.dispatches) { // a reminder changes none
            if (m_facts.dispatches.size() > 1 && dispatch.id
                && event.details.value(u"dispatch"_s).toInteger() == dispatch.id->value())
                parts.append(department(dispatch.department));
        }
        const QDateTime due = QDateTime::fromString(event.details.value(u"due"_s).toString(), Qt::ISODate);
        if (due.isValid())
            parts.append(u"时限 "_s + due.toString(u"yyyy-MM-dd HH:mm"_s));
        parts.append(event.details.value(u"attachment"_s).toObject().value(u"name"_s).toString());
        parts.append(event.details.value(u"ground"_s).toString());
        parts.removeAll(QString());
        return m_citizen.text(parts.join(u"，"_s));
    }

    void addHistory()
    {
        if (m_facts.history.isEmpty())
            return;
        m_rows.append(formHeading(u"办理记录"_s));
        for (const HistoryEvent &event : m_facts.history) {
            QString what = chineseEvent(event.action);
            if (what.isEmpty())
                what = event.action;
            if (const QString about = aboutEvent(event); !about.isEmpty())
                what += u"："_s + about;
            addLine(event.at, event.user, what);
        }
    }

    const WholeTicket &m_facts;
    const PaperContext &m_context;
    CitizenOnPaper m_citizen;
    QList<FormRow> m_rows;
};

} // namespace

PaperSheet ticketSheet(const WholeTicket &facts, const PaperContext &context)
{
    const QSizeF text = SheetPages::textSize(SheetPages::Format::Portrait);
    const TicketSheetWriter writer(facts, context);
    return {.head = ticketPaperHead(context, u"办理单"_s, facts.ticket.number),
            .flow = formPieces(writer.rows(), text.width(), text.height()),
            .foot = ticketPaperFoot(context)};
}

} // namespace huiyin
