// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/CitizenReveal.h"

#include "controls/UserMark.h"
#include "domain/Ticket.h"
#include "shell/CaseSession.h"
#include "shell/Icon.h"
#include "tickets/TicketText.h"

#include <QAction>
#include <QToolButton>

#include <chrono>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr std::chrono::seconds revealedFor{60};

} // namespace

CitizenReveal::CitizenReveal(CaseSession &session, const QString &name, QWidget *view)
    : QObject(view)
    , m_session(session)
    , m_view(view)
    , m_action(new QAction(tr("&Show the citizen's data"), this))
    , m_button(new QToolButton(view))
{
    m_action->setObjectName(name + u".revealAction"_s);
    m_action->setShortcut(QKeySequence(Qt::ALT | Qt::Key_V));
    m_action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_action->setEnabled(false);
    connect(m_action, &QAction::triggered, this, &CitizenReveal::toggle);
    m_button->setObjectName(name + u".reveal"_s);
    m_button->setFocusPolicy(Qt::TabFocus);
    connect(m_button, &QToolButton::clicked, this, &CitizenReveal::toggle);
    m_maskAgain.setSingleShot(true);
    m_maskAgain.setInterval(revealedFor);
    connect(&m_maskAgain, &QTimer::timeout, this, [this] { setRevealed(false); });
    setRevealed(false);
}

void CitizenReveal::markOver(QWidget *widget)
{
    m_mark = new UserMark(widget);
}

void CitizenReveal::expect(std::optional<TicketId> ticket)
{
    m_expected = ticket;
    mask();
}

void CitizenReveal::setTicket(const Ticket &ticket)
{
    const bool other = m_shown != ticket.id;
    m_shown = ticket.id;
    if (other)
        mask(); // what was recorded is the view of the one before
    m_action->setEnabled(!ticket.requester.isEmpty() || !ticket.phone.isEmpty() || !ticket.address.isEmpty());
    m_button->setEnabled(m_action->isEnabled());
}

void CitizenReveal::clear()
{
    m_shown.reset();
    expect(std::nullopt);
    m_action->setEnabled(false);
}

void CitizenReveal::mask()
{
    if (m_revealed)
        setRevealed(false);
}

void CitizenReveal::setRevealed(bool revealed)
{
    m_revealed = revealed;
    if (revealed)
        m_maskAgain.start();
    else
        m_maskAgain.stop();
    const QString tip = revealed ? tr("Mask the citizen's data again (Alt+V)")
                                 : tr("Show name, phone and address (Alt+V); this is recorded");
    if (m_mark)
        m_mark->mark(revealed ? userMarkText(m_session) : QString());
    m_button->setIcon(themedIcon(revealed ? u"eye-off"_s : u"eye"_s));
    m_button->setToolTip(tip);
    m_button->setAccessibleName(tip);
    Q_EMIT changed();
}

void CitizenReveal::toggle()
{
    if (!m_shown)
        return;
    if (m_revealed) {
        setRevealed(false);
        return;
    }
    // Shown only when it has been recorded.
    const TicketId ticket = *m_shown;
    m_session.command(
        this, [ticket](CaseBook &book) { return book.recordView(ticket); },
        [this, ticket](const Changes &) {
            if (m_shown == ticket && m_expected == ticket && m_view->isVisible())
                setRevealed(true);
        },
        [this](const Refusal &refusal) { Q_EMIT refused(refusal); });
}

} // namespace huiyin
