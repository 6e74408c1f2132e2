// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/TicketCards.h"

#include "controls/Panel.h"
#include "controls/Tag.h"
#include "domain/PersonalText.h"
#include "shell/Theme.h"
#include "tickets/HitText.h"
#include "tickets/RunningText.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

QLabel *remark(const QString &text)
{
    QLabel *label = runningText("weak", nullptr);
    label->setText(text);
    return label;
}

// A piece of the ticket's life with a line before it.
class Card final : public QWidget
{
public:
    Card(bool accent, QWidget *parent)
        : QWidget(parent)
        , m_accent(accent)
        , m_head(new QHBoxLayout)
        , m_layout(new QVBoxLayout(this))
    {
        m_layout->setContentsMargins(12, 0, 0, 0);
        m_layout->setSpacing(4);
        m_head->setSpacing(4);
        m_head->addStretch();
        m_layout->addLayout(m_head);
    }

    void addHead(QWidget *widget) { m_head->insertWidget(m_head->count() - 1, widget); }
    void addLine(const QString &text, const char *look = "", const SearchQuery &query = {})
    {
        if (text.isEmpty())
            return;
        QLabel *label = runningText(look, this);
        setHitText(label, text, query);
        m_layout->addWidget(label);
    }

protected:
    void paintEvent([[maybe_unused]] QPaintEvent *event) override
    {
        QPainter(this).fillRect(QRect(0, 0, 2, height()),
                                colour(m_accent ? ColourRole::Accent : ColourRole::FieldLine));
    }

private:
    bool m_accent;
    QHBoxLayout *m_head;
    QVBoxLayout *m_layout;
};

QWidget *column(QVBoxLayout *&layout)
{
    auto *widget = new QWidget;
    layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    return widget;
}

} // namespace

TicketCards::TicketCards(const WholeTicket &facts, const TicketText &text, const SearchQuery &query, bool revealed)
    : m_facts(facts)
    , m_text(text)
    , m_query(query)
    , m_revealed(revealed)
{
}

QString TicketCards::shown(const QString &text) const
{
    return m_revealed ? text : maskedText(text, citizenOf(m_facts.ticket));
}

// When what happened: each step stays on one line.
QString TicketCards::stepsOf(const Dispatch &dispatch) const
{
    QStringList steps;
    const auto add = [&](const QString &text, const std::optional<QDateTime> &at) {
        if (at)
            steps.append(QString(text.arg(m_text.shortTime(*at))).replace(u' ', QChar::Nbsp));
    };
    add(tr("dispatched %1"), dispatch.dispatchedAt);
    add(tr("signed %1"), dispatch.signedAt);
    add(tr("first contact %1"), dispatch.firstContactAt);
    add(tr("due %1"), dispatch.dueAt);
    if (dispatch.originalDueAt && dispatch.originalDueAt != dispatch.dueAt)
        add(tr("at first %1", "due time before it was extended"), dispatch.originalDueAt);
    add(tr("extended %1"), dispatch.extendedAt);
    if (stateOf(dispatch) == DispatchState::ExtensionAsked)
        add(tr("asks for time until %1"), dispatch.extensionDueAt);
    if (dispatch.suspendedAt) {
        // The end of a day belongs to that day; let run earlier, it is the moment.
        const QDateTime until = dispatch.suspendedUntil.value_or(*dispatch.suspendedAt);
        const bool wholeDay = m_text.zone().toLocal(until).time() == QTime(0, 0);
        const QString last =
            wholeDay ? m_text.shortTime(until.addSecs(-1)).section(u' ', 0, 0) : m_text.shortTime(until);
        steps.append(QString(tr("suspended %1 to %2").arg(m_text.shortTime(*dispatch.suspendedAt), last))
                         .replace(u' ', QChar::Nbsp));
    }
    add(tr("replied %1"), dispatch.repliedAt);
    add(tr("returned %1"), dispatch.returnedAt);
    if (dispatch.repliedAt)
        add(tr("accepted %1", "reply accepted at"), dispatch.closedAt);
    else
        add(tr("ended %1"), dispatch.closedAt);
    return joinedFacts(steps);
}

QWidget *TicketCards::dispatches() const
{
    QVBoxLayout *layout = nullptr;
    QWidget *widget = column(layout);
    // The round that is at work first.
    QList<Dispatch> inOrder = m_facts.dispatches;
    std::ranges::stable_sort(inOrder, std::ranges::greater(), &Dispatch::round);
    for (const Dispatch &dispatch : std::as_const(inOrder)) {
        const bool lead = dispatch.role == DispatchRole::Lead;
        auto *card = new Card(lead, widget);
        card->addHead(
            textLabel(nameOf(m_text.tables().departments, std::optional(dispatch.department)), "strong", card));
        card->addHead(new Tag(displayName(dispatch.role), lead ? Tone::Info : Tone::Neutral, card));
        const Light light = m_text.dispatchState(dispatch);
        card->addHead(new Tag(light.text, light.tone, card));
        if (dispatch.round > 1)
            card->addHead(new Tag(tr("Round %1").arg(dispatch.round), Tone::Neutral, card));
        card->addLine(stepsOf(dispatch), "weak");
        const auto addText = [&](const QString &label, const QString &text) {
            if (!text.isEmpty())
                card->addLine(label.arg(shown(text)));
        };
        addText(tr("Asked of it: %1"), dispatch.instruction);
        addText(tr("Ground of the return: %1"), dispatch.returnGround);
        addText(tr("Reason for more time: %1"), dispatch.extensionReason);
        addText(tr("Ruling: %1"), dispatch.ruling);
        addText(tr("Suspended because: %1"), dispatch.suspensionGround);
        for (const Reminder &reminder : m_facts.reminders) {
            if (reminder.dispatch == dispatch.id)
                card->addLine(reminderLine(reminder));
        }
        const auto earlier = m_facts.earlierReplies.value(dispatch.id->value());
        for (const EarlierReply &reply : earlier) {
            card->addLine(tr("First replied %1: %2").arg(m_text.shortTime(reply.repliedAt), shown(reply.reply)),
                          "weak");
            addText(tr("Sent back: %1"), reply.review);
        }
        addText(tr("Sent back: %1"), dispatch.review);
        addText(tr("Unit that did it: %1"), dispatch.subUnit);
        if (dispatch.claimedResult)
            card->addLine(tr("Result: %1").arg(displayName(*dispatch.claimedResult)));
        card->addLine(shown(dispatch.reply), "", m_query);
        layout->addWidget(card);
    }
    if (m_facts.dispatches.isEmpty()) {
        const bool direct = m_facts.ticket.resolution == Resolution::AnsweredDirectly;
        layout->addWidget(
            remark(direct ? tr("Answered by the office itself; nothing was dispatched.") : tr("Not dispatched yet.")));
    }
    return widget;
}

QString TicketCards::reminderLine(const Reminder &reminder) const
{
    QStringList parts{displayName(reminder.level), m_text.shortTime(reminder.at), reminder.by, shown(reminder.text)};
    return joinedFacts(parts);
}

QWidget *TicketCards::followUps() const
{
    QVBoxLayout *layout = nullptr;
    QWidget *widget = column(layout);
    for (const FollowUp &followUp : m_facts.followUps) {
        auto *card = new Card(followUp.reached, widget);
        card->addHead(textLabel(m_text.time(followUp.at), "strong", card));
        if (followUp.satisfaction) {
            const bool content = *followUp.satisfaction <= Satisfaction::BasicallySatisfied;
            card->addHead(new Tag(displayName(*followUp.satisfaction), content ? Tone::Ok : Tone::Bad, card));
        } else {
            card->addHead(new Tag(followUp.reached ? tr("not rated") : tr("not reached"), Tone::Neutral, card));
        }
        QStringList how{displayName(followUp.method), followUp.by};
        if (followUp.solved)
            how.append(*followUp.solved ? tr("solved") : tr("not solved"));
        card->addLine(joinedFacts(how), "weak");
        card->addLine(shown(followUp.comment));
        layout->addWidget(card);
    }
    for (const Explanation &explanation : m_facts.explanations) {
        auto *card = new Card(true, widget);
        card->addHead(textLabel(m_text.time(explanation.at), "strong", card));
        card->addHead(new Tag(tr("Written explanation"), Tone::Info, card));
        QStringList who{nameOf(m_text.tables().departments, explanation.department), explanation.by};
        card->addLine(joinedFacts(who), "weak");
        card->addLine(shown(explanation.text));
        layout->addWidget(card);
    }
    if (m_facts.followUps.isEmpty() && m_facts.explanations.isEmpty())
        layout->addWidget(remark(tr("Nobody has called the citizen back yet.")));
    return widget;
}

QWidget *TicketCards::history() const
{
    QVBoxLayout *layout = nullptr;
    QWidget *widget = column(layout);
    layout->setSpacing(4);
    for (const HistoryEvent &event : m_facts.history) {
        QLabel *line = runningText("", widget);
        const QString words = m_text.event(event, m_facts.attachments);
        line->setText(shown(words));
        auto *row = new QHBoxLayout;
        row->setSpacing(8);
        QStringList who{m_text.time(event.at), event.user};
        QLabel *when = textLabel(joinedFacts(who), "weak", widget);
        when->setAlignment(Qt::AlignTop);
        row->addWidget(when);
        row->addWidget(line, 1);
        layout->addLayout(row);
    }
    if (m_facts.history.isEmpty())
        layout->addWidget(remark(tr("Nothing is recorded for this ticket.")));
    return widget;
}

QWidget *TicketCards::calls() const
{
    QVBoxLayout *layout = nullptr;
    QWidget *widget = column(layout);
    for (const Call &call : m_facts.calls) {
        auto *card = new Card(call.outcome == CallOutcome::Ticket, widget);
        card->addHead(textLabel(m_text.time(call.startedAt), "strong", card));
        card->addHead(new Tag(displayName(call.outcome), Tone::Neutral, card));
        QStringList who{m_revealed ? call.phone : maskedPhone(call.phone),
                        m_revealed ? call.caller : maskedName(call.caller), call.callOperator, call.reference};
        card->addLine(joinedFacts(who), "weak");
        card->addLine(shown(call.note));
        layout->addWidget(card);
    }
    if (m_facts.calls.isEmpty())
        layout->addWidget(remark(tr("It didn't come by telephone, or the call is not recorded.")));
    return widget;
}

} // namespace huiyin
