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
    return m_revealed ? text : maskedText(text);
}

QWidget *TicketCards::dispatches() const
{
    QVBoxLayout *layout = nullptr;
    QWidget *widget = column(layout);
    for (const Dispatch &dispatch : m_facts.dispatches) {
        const bool lead = dispatch.role == DispatchRole::Lead;
        auto *card = new Card(lead, widget);
        card->addHead(
            textLabel(nameOf(m_text.tables().departments, std::optional(dispatch.department)), "strong", card));
        card->addHead(new Tag(displayName(dispatch.role), lead ? Tone::Info : Tone::Neutral, card));
        const Light light = m_text.dispatchState(dispatch);
        card->addHead(new Tag(light.text, light.tone, card));
        if (dispatch.round > 1)
            card->addHead(new Tag(tr("Round %1").arg(dispatch.round), Tone::Neutral, card));
        QStringList times{tr("dispatched %1").arg(m_text.shortTime(dispatch.dispatchedAt))};
        if (dispatch.signedAt)
            times.append(tr("signed %1").arg(m_text.shortTime(*dispatch.signedAt)));
        if (dispatch.dueAt)
            times.append(tr("due %1").arg(m_text.shortTime(*dispatch.dueAt)));
        if (dispatch.extendedAt)
            times.append(tr("extended %1").arg(m_text.shortTime(*dispatch.extendedAt)));
        if (dispatch.suspendedAt) {
            times.append(tr("suspended %1 to %2")
                             .arg(m_text.shortTime(*dispatch.suspendedAt), m_text.shortTime(*dispatch.suspendedUntil)));
        }
        if (dispatch.repliedAt)
            times.append(tr("replied %1").arg(m_text.shortTime(*dispatch.repliedAt)));
        if (dispatch.returnedAt)
            times.append(tr("returned %1").arg(m_text.shortTime(*dispatch.returnedAt)));
        if (dispatch.closedAt)
            times.append(tr("accepted %1", "reply accepted at").arg(m_text.shortTime(*dispatch.closedAt)));
        card->addLine(times.join(u" · "_s), "weak");
        card->addLine(shown(dispatch.instruction));
        card->addLine(shown(dispatch.returnGround));
        card->addLine(shown(dispatch.extensionReason));
        card->addLine(shown(dispatch.suspensionGround));
        card->addLine(shown(dispatch.review));
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
        how.removeAll(QString());
        card->addLine(how.join(u" · "_s), "weak");
        card->addLine(shown(followUp.comment));
        layout->addWidget(card);
    }
    if (m_facts.followUps.isEmpty())
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
        line->setText(shown(m_text.event(event)));
        auto *row = new QHBoxLayout;
        row->setSpacing(8);
        QStringList who{m_text.time(event.at), event.user};
        who.removeAll(QString());
        QLabel *when = textLabel(who.join(u" · "_s), "weak", widget);
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
        who.removeAll(QString());
        card->addLine(who.join(u" · "_s), "weak");
        card->addLine(shown(call.note));
        layout->addWidget(card);
    }
    if (m_facts.calls.isEmpty())
        layout->addWidget(remark(tr("It didn't come by telephone, or the call is not recorded.")));
    return widget;
}

} // namespace huiyin
