// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/TicketFoot.h"

#include "controls/ActionButton.h"
#include "handling/TicketCommands.h"
#include "tickets/WholeTicket.h"

#include <QAction>
#include <QHBoxLayout>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace huiyin {

TicketFoot::TicketFoot(CaseSession &session, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_name(name)
    , m_commands(new TicketCommands(session, this))
    , m_next(new QAction(tr("&Next step"), this))
    , m_more(new QAction(tr("&More steps…"), this))
    , m_nextButton(new ActionButton(QString(), {}, ActionButton::Look::Primary, this))
    , m_otherButton(new ActionButton(QString(), {}, ActionButton::Look::Plain, this))
    , m_moreButton(new ActionButton(tr("More"), {}, ActionButton::Look::Plain, this))
{
    m_next->setObjectName(m_name + u".nextAction"_s);
    m_next->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return));
    m_more->setObjectName(m_name + u".moreAction"_s);
    m_more->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_M));
    for (QAction *action : {m_next, m_more}) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        action->setAutoRepeat(false); // a held key must not go through the list
    }
    m_nextButton->setObjectName(m_name + u".next"_s);
    m_otherButton->setObjectName(m_name + u".other"_s);
    m_moreButton->setObjectName(m_name + u".more"_s);
    // What stands on them changes with what they did: a click leaves the keys where they were.
    for (ActionButton *button : {m_nextButton, m_otherButton, m_moreButton})
        button->setFocusPolicy(Qt::TabFocus);
    m_moreButton->setToolTip(tr("All that can be done with this ticket (Ctrl+M)"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(15, 8, 15, 11);
    row->setSpacing(8);
    row->addWidget(m_nextButton, 1);
    row->addWidget(m_otherButton, 1);
    row->addWidget(m_moreButton, 0, Qt::AlignRight); // also when it stands alone
    const auto trigger = [](QAction *action) {
        if (action)
            action->trigger();
    };
    connect(m_next, &QAction::triggered, this, [this, trigger] { trigger(m_commands->primary()); });
    connect(m_nextButton, &QPushButton::clicked, m_next, &QAction::trigger);
    connect(m_otherButton, &QPushButton::clicked, this, [this, trigger] { trigger(m_commands->secondary()); });
    connect(m_more, &QAction::triggered, this, &TicketFoot::openMenu);
    connect(m_moreButton, &QPushButton::clicked, m_more, &QAction::trigger);
    connect(m_commands, &TicketCommands::changed, this, &TicketFoot::showCommands);
    connect(m_commands, &TicketCommands::refused, this, &TicketFoot::refused);
    connect(m_commands, &TicketCommands::paperReady, this, &TicketFoot::paperReady);
    showCommands();
}

void TicketFoot::setTicket(const std::optional<WholeTicket> &facts)
{
    m_commands->setTicket(facts);
}

void TicketFoot::setNextShown(bool shown)
{
    m_nextShown = shown;
    showCommands();
}

void TicketFoot::showCommands()
{
    const QAction *first = m_commands->primary();
    const QAction *second = m_commands->secondary();
    m_next->setEnabled(first && m_nextShown);
    m_more->setEnabled(m_commands->isAnyPossible());
    m_nextButton->setVisible(first && m_nextShown);
    m_nextButton->setText(first ? first->text() : QString());
    m_nextButton->showKey(m_next->shortcut());
    m_otherButton->setVisible(second && m_nextShown);
    m_otherButton->setText(second ? second->text() : QString());
    setVisible(m_more->isEnabled());
    Q_EMIT changed();
}

void TicketFoot::openMenu()
{
    auto *menu = new QMenu(m_moreButton);
    menu->setObjectName(m_name + u".moreMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_commands->fillMenu(menu);
    menu->popup(m_moreButton->mapToGlobal(QPoint(0, -menu->sizeHint().height() - 4)));
}

} // namespace huiyin
