// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of the open file in the window: each made when it is first shown, and gone with the file or with who works.
#include "shell/MainWindow.h"

#include "shell/ClipboardGuard.h"
#include "shell/ClockNotice.h"
#include "shell/DutyWatch.h"
#include "shell/FileSafety.h"
#include "shell/Navigation.h"
#include "shell/OpenPages.h"
#include "shell/ProgressDialog.h"
#include "shell/ScreenLock.h"
#include "shell/Shift.h"
#include "shell/TopBar.h"
#include "shell/WindowMenus.h"

#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QMessageBox>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace huiyin {

// A page that has not taken the focus itself gets it at its first field.
void MainWindow::focusInto(QWidget *page)
{
    const QWidget *now = QApplication::focusWidget();
    if (now && page->isAncestorOf(now))
        return;
    for (QWidget *widget = page->nextInFocusChain(); widget && widget != page; widget = widget->nextInFocusChain()) {
        if (page->isAncestorOf(widget) && widget->isVisibleTo(page) && widget->isEnabled()
            && (widget->focusPolicy() & Qt::TabFocus)) {
            widget->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
}

const PageEntry *MainWindow::entryOf(const QString &name) const
{
    for (const PageEntry &entry : m_entries) {
        if (entry.name == name)
            return &entry;
    }
    return nullptr;
}

// Of the commands on the file that is being left, or of the user who leaves.
void MainWindow::closeDialogs()
{
    // One may stand in another, and go with it.
    QList<QPointer<QDialog>> dialogs;
    for (QDialog *dialog : findChildren<QDialog *>())
        dialogs.append(dialog);
    for (const QPointer<QDialog> &dialog : std::as_const(dialogs)) {
        if (dialog && !qobject_cast<ProgressDialog *>(dialog) && !qobject_cast<QMessageBox *>(dialog))
            delete dialog;
    }
    m_lock->stop();
}

void MainWindow::clearPages()
{
    m_clockNotice->watch(nullptr);
    m_clipboard->clearNow();
    closeDialogs();
    m_topBar->setPageWidget(nullptr);
    m_pages->clear();
    m_current.clear();
    for (const PageEntry &entry : std::as_const(m_entries))
        m_navigation->setCount(entry.name, 0);
}

// Who may not read cases sees the set-up, and the knowledge base if he keeps it.
bool MainWindow::mayShow(const QString &name) const
{
    if (name == u"intake" && m_session && !ruleOf(Command::SaveDraft).allows(m_session->roles()))
        return false; // each keystroke would be refused
    return m_shift->isAtWork()
           && (name == u"setup" || ruleOf(Command::ReadCases).allows(m_session->roles())
               || (name == u"knowledge" && ruleOf(Command::ManageKnowledge).allows(m_session->roles())));
}

Page *MainWindow::ensurePage(const QString &name)
{
    if (Page *page = m_pages->find(name))
        return page;
    const PageEntry *entry = entryOf(name);
    if (!entry || !mayShow(name))
        return nullptr;
    Page *page = entry->factory({.session = *m_session, .messages = *m_messages, .duties = *m_duties});
    if (page->objectName().isEmpty())
        page->setObjectName(name);
    page->setAccessibleName(entry->title);
    m_pages->add(name, page);
    connect(page, &Page::ticketsRequested, this, [this](const TicketFilter &filter, const QString &title) {
        if (Page *tickets = showPage(u"tickets"_s))
            tickets->showTickets(filter, title);
    });
    connect(page, &Page::ticketRequested, this, [this](TicketId ticket) {
        if (Page *tickets = showPage(u"tickets"_s))
            tickets->showTicket(ticket);
    });
    connect(page, &Page::intakeRequested, m_menus->callAction(), &QAction::trigger);
    connect(page, &Page::pageRequested, this, &MainWindow::showPage);
    connect(page, &Page::partRequested, this, [this](const QString &other, const QString &part) {
        if (Page *shown = showPage(other); shown && !part.isEmpty())
            shown->showPart(part);
    });
    connect(page, &Page::restoreRequested, this,
            [this](const QString &backup) { m_safety->restore(m_session.get(), m_session->path(), backup); });
    connect(page, &Page::countChanged, this, [this, name](int count) { m_navigation->setCount(name, count); });
    return page;
}

Page *MainWindow::showPage(const QString &name)
{
    Page *page = ensurePage(name);
    if (!page)
        return nullptr;
    m_navigation->setCurrent(name);
    if (m_current != name) {
        m_current = name;
        m_topBar->setTitle(entryOf(name)->title);
        m_topBar->setPageWidget(page->topBarWidget());
        m_stack->setCurrentWidget(page);
        page->activated();
        focusInto(page);
    }
    return page;
}

void MainWindow::showPart(const QString &page, const QString &part)
{
    if (Page *shown = showPage(page))
        shown->showPart(part);
}

// Beside the pages where it is done.
void MainWindow::showDuties()
{
    const std::optional<Worklist> &list = m_duties->worklist();
    if (!list)
        return;
    qint64 dispatching = 0;
    for (const Duty duty : {Duty::Dispatch, Duty::ReturnAsked, Duty::ExtensionAsked, Duty::Review})
        dispatching += list->count(duty);
    m_navigation->setCount(u"dispatch"_s, static_cast<int>(dispatching));
    m_navigation->setCount(u"followup"_s, static_cast<int>(list->count(Duty::FollowUp)));
}

void MainWindow::search(const QString &text)
{
    if (Page *tickets = showPage(u"tickets"_s))
        tickets->search(text);
    m_topBar->searchField()->clear(); // the list's own field shows it now
}

} // namespace huiyin
