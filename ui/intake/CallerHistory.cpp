// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/CallerHistory.h"

#include "domain/PersonalText.h"
#include "domain/Text.h"
#include "intake/ShortTicketList.h"
#include "shell/Theme.h"
#include "storage/CallRepository.h"
#include "storage/FollowUpRepository.h"
#include "storage/TicketRepository.h"
#include "tickets/TicketText.h"

#include <QLabel>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr int shownAtMost = 50;
constexpr int shortestNumber = 5; // digits; hotlines and companies have such
constexpr int tagWidth = 128;

} // namespace

CallerHistory::CallerHistory(CaseSession &session, QWidget *parent)
    : Panel(tr("Caller's history"), parent)
    , m_session(session)
    , m_stack(new QStackedWidget(this))
    , m_hint(textLabel(QString(), "weak", m_stack))
    , m_list(new ShortTicketList(tagWidth, m_stack))
{
    setObjectName(u"intake.history"_s);
    setIcon(u"history"_s);
    m_hint->setWordWrap(true);
    m_hint->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_list->setObjectName(u"intake.historyTable"_s);
    m_list->setAccessibleName(tr("Earlier tickets and calls of this number"));
    m_stack->addWidget(m_hint);
    m_stack->addWidget(m_list);
    body()->addWidget(m_stack, 1);

    m_pause.setSingleShot(true);
    m_pause.setInterval(200);
    connect(&m_pause, &QTimer::timeout, this, &CallerHistory::look);
    connect(m_list, &ShortTicketList::ticketRequested, this, &CallerHistory::ticketRequested);
    connect(m_list, &ShortTicketList::chosenChanged, this, &CallerHistory::chosenChanged);
    connect(m_list, &ShortTicketList::tagsShown, this, &CallerHistory::showKeys);
    // Elsewhere in the office the caller's ticket may have been taken in or closed.
    connect(&m_session, &CaseSession::changed, this, [this] {
        if (m_phone.size() >= shortestNumber)
            m_pause.start();
    });
    fill(Known());
}

void CallerHistory::showPhone(const QString &phone)
{
    const QString now = halfWidth(phone);
    if (now == m_phone)
        return;
    m_phone = now;
    m_pending.cancel();
    if (m_phone.size() < shortestNumber) {
        m_pause.stop();
        m_shown.clear();
        fill(Known());
    } else {
        m_pause.start();
        Q_EMIT chosenChanged(); // the list is still another number's
    }
}

void CallerHistory::look()
{
    m_pending.cancel();
    if (m_phone.size() < shortestNumber)
        return;
    m_pending = m_session.read(
        this,
        [phone = m_phone](CaseFile &file) {
            Known known{.tickets = TicketRepository(file.database()).ofPhone(phone, shownAtMost),
                        .calls = CallRepository(file.database()).ofPhone(phone, shownAtMost)};
            const FollowUpRepository followUps(file.database());
            for (const TicketRow &ticket : std::as_const(known.tickets)) {
                const QList<FollowUp> tries = followUps.ofTicket(ticket.id);
                for (const FollowUp &followUp : tries) {
                    if (followUp.satisfaction)
                        known.satisfaction.insert(ticket.id, *followUp.satisfaction);
                }
            }
            return known;
        },
        [this, phone = m_phone](const Known &known) {
            if (phone != m_phone)
                return;
            m_shown = phone;
            fill(known);
        });
}

void CallerHistory::fill(const Known &known)
{
    const TicketText text(m_session);
    QList<ShortTicketRow> rows;
    for (const TicketRow &ticket : known.tickets) {
        // What came of it: how content the caller was says more than that it is closed.
        Light light = TicketText::stateLight(ticket.state, ticket.resolution);
        if (known.satisfaction.contains(ticket.id)) {
            const Satisfaction satisfaction = known.satisfaction.value(ticket.id);
            light = {.text = displayName(satisfaction),
                     .tone = satisfaction <= Satisfaction::BasicallySatisfied ? Tone::Ok : Tone::Bad};
        }
        rows.append({.ticket = ticket.id,
                     .number = ticket.number,
                     .title = maskedText(ticket.title, ticket.citizen),
                     .tag = light.text,
                     .tone = light.tone});
    }
    for (const Call &call : known.calls) {
        if (!call.ticket) {
            rows.append({.number = text.time(call.startedAt),
                         .title = maskedText(call.note, {.name = call.caller}).simplified(),
                         .tag = displayName(call.outcome)});
        }
    }
    m_list->setRows(rows);
    m_stack->setCurrentIndex(rows.isEmpty() ? 0 : 1);
    const int times = static_cast<int>(std::max(known.calls.size(), known.tickets.size()));
    setTitle(rows.isEmpty() ? tr("Caller's history") : tr("This number has called %n time(s)", nullptr, times));
    showKeys();
    m_hint->setText(m_phone.size() < shortestNumber
                        ? tr("Earlier tickets and calls appear here as soon as the number is typed.")
                        : tr("Nothing is known of this number yet."));
    if (!known.tickets.isEmpty() && !m_list->isAnyChosen())
        m_list->selectRow(0);
    Q_EMIT chosenChanged();
}

void CallerHistory::showKeys()
{
    setTrailingText(m_list->rowCount() > 0 && m_list->showsTags() ? tr("Enter opens the ticket") : QString());
}

std::optional<TicketId> CallerHistory::chosen() const
{
    return m_shown == m_phone ? m_list->chosen() : std::nullopt;
}

QString CallerHistory::chosenNumber() const
{
    return m_list->chosenNumber();
}

int CallerHistory::ticketCount() const
{
    return m_list->ticketCount();
}

void CallerHistory::focusList()
{
    if (m_stack->currentIndex() == 1)
        m_list->setFocus(Qt::ShortcutFocusReason);
}

} // namespace huiyin
