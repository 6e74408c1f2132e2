// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/TicketsPage.h"

#include "controls/SegmentedButtons.h"
#include "handling/BatchCommands.h"
#include "shell/Settings.h"
#include "tickets/CallsView.h"
#include "tickets/ScannedNumbers.h"
#include "tickets/TicketDetail.h"
#include "tickets/TicketFilterBar.h"
#include "tickets/TicketList.h"
#include "tickets/TicketListWithDetail.h"
#include "tickets/ViewButton.h"

#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {
enum View { Tickets, Calls };
}

TicketsPage::TicketsPage(const PageContext &context, QWidget *parent)
    : Page(context, parent)
    , m_switch(new SegmentedButtons(this))
    , m_views(new QStackedWidget(this))
    , m_filter(new TicketFilterBar(session(), this))
    , m_list(new TicketList(session(), u"tickets"_s, {}, {}, this))
    , m_viewButton(makeViews())
    , m_detail(new TicketDetail(session(), u"tickets"_s, this))
    , m_calls(new CallsView(session(), this))
{
    setObjectName(u"tickets"_s);
    m_switch->setObjectName(u"tickets.switch"_s);
    m_switch->setAccessibleName(tr("Tickets or calls"));
    m_switch->addOption(tr("Tickets"), Tickets, u"tickets.switch.tickets"_s);
    m_switch->addOption(tr("Calls"), Calls, u"tickets.switch.calls"_s);
    m_switch->setValue(Tickets);
    m_switch->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_switch->hide(); // until the top bar takes it
    m_filter->addTool(m_viewButton);
    m_list->setTools(m_filter);
    buildActions();

    m_views->addWidget(listWithDetail(m_list, m_detail, u"tickets"_s));
    m_views->addWidget(m_calls);
    auto *layout = pageLayout(new QVBoxLayout(this));
    layout->addWidget(m_views);

    connect(m_switch, &SegmentedButtons::valueChosen, this, &TicketsPage::showView);
    connect(m_filter, &TicketFilterBar::changed, this, &TicketsPage::reload);
    connect(m_list, &TicketList::emptyActionTriggered, this, [this] {
        if (m_filter->isEmpty())
            Q_EMIT intakeRequested();
        else
            clear();
    });
    connect(m_filter, &TicketFilterBar::changed, m_viewButton, &ViewButton::showState);
    connect(m_list, &TicketList::lookChanged, m_viewButton, &ViewButton::showState);
    connect(m_detail, &TicketDetail::ticketRequested, this, &TicketsPage::showTicket);
    connect(m_calls, &CallsView::ticketRequested, this, &TicketsPage::showTicket);
    connect(new ScannedNumbers(session(), this), &ScannedNumbers::ticketFound, this, &TicketsPage::showTicket);
    showEmptyState();
}

TicketView TicketsPage::view() const
{
    TicketView view = m_filter->view();
    view.order = m_list->order();
    view.columns = m_list->columns();
    return view;
}

ViewButton *TicketsPage::makeViews()
{
    ViewHost host;
    host.now = [this] { return definitionOf(view()); };
    host.show = [this](const QByteArray &definition) -> std::optional<Refusal> {
        const auto wanted = ticketViewOf(definition);
        if (!wanted)
            return wanted.error();
        m_list->want(std::nullopt);
        m_list->showView(wanted->order, wanted->columns);
        m_filter->show(*wanted);
        return std::nullopt;
    };
    host.leave = [this] { clear(); };
    host.stands = [this](const QByteArray &definition) {
        const auto kept = ticketViewOf(definition);
        return kept && asksTheSame(*kept, view());
    };
    host.retired = [this](const QByteArray &definition) {
        const auto kept = ticketViewOf(definition);
        return kept ? retiredIn(*kept, session().codeTables()) : QStringList();
    };
    return new ViewButton(session(), ViewList::Tickets, u"tickets"_s, std::move(host), m_filter->notice(), m_filter);
}

void TicketsPage::forgetView()
{
    m_list->leaveView();
    m_viewButton->forget();
}

// All tickets, as the user has the list.
void TicketsPage::clear()
{
    forgetView();
    m_filter->clear();
}

void TicketsPage::buildActions()
{
    const auto add = [this](const QString &name, const QString &text, const QKeySequence &key, auto act) {
        auto *action = new QAction(text, this);
        action->setObjectName(u"tickets."_s + name);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, act);
        addAction(action);
        m_actions.append(action);
        return action;
    };
    add(u"focusWords"_s, tr("&Find in the list"), QKeySequence(QKeySequence::Find), [this] {
        if (m_switch->value() == Calls)
            m_calls->focusWords();
        else
            m_filter->focusWords();
    });
    add(u"toggleFilter"_s, tr("F&ilter…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F), [this] {
        if (m_switch->value() == Tickets)
            m_filter->toggleFields();
    });
    add(u"openViews"_s, tr("&Views…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_V), [this] {
        if (m_switch->value() == Calls)
            m_calls->viewButton()->openMenu();
        else
            m_viewButton->openMenu();
    });
    add(u"turn"_s, tr("Tickets &or calls"), QKeySequence(Qt::CTRL | Qt::Key_T), [this] {
        const int other = m_switch->value() == Calls ? Tickets : Calls;
        m_switch->setValue(other);
        showView(other);
    });
    auto *batch = new BatchCommands(session(), m_list);
    for (QAction *action : {m_detail->nextAction(), m_detail->moreAction(), m_detail->revealAction(), batch->action(),
                            m_list->printAction()}) {
        addAction(action);
        m_actions.append(action);
    }
    add(u"export"_s, tr("&Export the list…"), QKeySequence(Qt::CTRL | Qt::Key_E), [this] {
        if (m_switch->value() == Calls)
            m_calls->exportList();
        else
            m_list->exportAction()->trigger();
    });
}

QWidget *TicketsPage::topBarWidget()
{
    return m_switch;
}

bool TicketsPage::wouldLose() const
{
    return m_detail->wouldLose();
}

void TicketsPage::leave(const std::function<void(bool)> &answer)
{
    if (wouldLose())
        Q_EMIT pageRequested(u"tickets"_s);
    m_detail->leave(answer);
}

QList<QAction *> TicketsPage::menuActions() const
{
    return m_actions;
}

void TicketsPage::activated()
{
    if (m_switch->value() == Calls) {
        m_calls->activate();
        return;
    }
    m_detail->showTime();
    m_list->activate();
    m_list->focusTable();
}

void TicketsPage::showView(int view)
{
    m_views->setCurrentIndex(view);
    if (view == Calls) {
        m_calls->activate();
        m_calls->table()->setFocus(Qt::OtherFocusReason);
    } else {
        m_list->activate();
        m_list->focusTable();
    }
}

void TicketsPage::search(const QString &text)
{
    m_switch->setValue(Tickets);
    m_views->setCurrentIndex(Tickets);
    forgetView();
    m_filter->search(text);
    m_list->focusTable();
}

void TicketsPage::showTickets(const TicketFilter &filter, const QString &title)
{
    m_switch->setValue(Tickets);
    m_views->setCurrentIndex(Tickets);
    m_list->want(std::nullopt);
    forgetView();
    m_filter->start(filter, title);
}

void TicketsPage::showTicket(TicketId ticket)
{
    m_switch->setValue(Tickets);
    m_views->setCurrentIndex(Tickets);
    m_detail->showTicket(ticket);
    const bool isThere = m_list->shows(ticket);
    m_list->want(ticket);
    if (isThere)
        return;
    if (m_filter->isEmpty())
        reload();
    else
        clear();
}

void TicketsPage::reload()
{
    showEmptyState();
    m_list->setFilter(m_filter->filter());
}

void TicketsPage::showEmptyState()
{
    if (m_filter->isEmpty()) {
        m_list->setEmptyTexts(tr("No tickets yet"), tr("Take a call with F2, or import tickets under Set-up."),
                              !session().may(Command::Accept) ? QString() : tr("Take a call"));
    } else {
        m_list->setEmptyTexts(tr("No ticket matches"), tr("Take away some of the conditions above."),
                              tr("Show all tickets"));
    }
}

} // namespace huiyin
