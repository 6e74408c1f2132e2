// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Id.h"
#include "shell/CaseSession.h"
#include "storage/TicketFilter.h"

#include <QAction>
#include <QWidget>

#include <functional>

namespace huiyin {

class DutyWatch;

// What a page works with; outlives it.
struct PageContext
{
    CaseSession &session;
    Messages &messages;
    DutyWatch &duties;
};

// One page of the window. It is made when it is first shown and goes with the case file. Its widgets lie in the area
// below the top bar; margins of 16, 12, 16, 12 around its panels are the page's own (pageLayout()).
class Page : public QWidget
{
    Q_OBJECT

public:
    explicit Page(const PageContext &context, QWidget *parent = nullptr);

    // Widgets for the top bar beside the title; kept by the page, shown while it is.
    virtual QWidget *topBarWidget() { return nullptr; }
    // The page has been brought to the front.
    virtual void activated() {}
    // The words of the search field, for the page that lists tickets.
    virtual void search([[maybe_unused]] const QString &text) {}
    // The file, or the window, is to be closed. Answers once, now or later: true when nothing would be lost, or the
    // user has given it up; false when the user stays with what the page has asked.
    virtual void leave(const std::function<void(bool)> &answer) { answer(true); }
    // Saves what is not saved yet, without asking: the screen is about to be locked. True: calls lie in drafts now.
    virtual bool keep() { return false; }
    // Something that was typed is not saved, and goes with the page.
    [[nodiscard]] virtual bool wouldLose() const { return false; }
    // What wouldLose() tells of is kept in the case file all the same, and offered again to whoever typed it.
    [[nodiscard]] virtual bool isKept() const { return false; }
    // Its actions with their keys, for the menu "Work" while the page is in front; kept by the page, which adds them
    // to itself with a shortcut context of Qt::WidgetWithChildrenShortcut.
    [[nodiscard]] virtual QList<QAction *> menuActions() const { return {}; }

    // What other pages ask of it; a page that can't leaves these alone.
    virtual void showTickets([[maybe_unused]] const TicketFilter &filter, [[maybe_unused]] const QString &title) {}
    virtual void showTicket([[maybe_unused]] TicketId ticket) {}
    virtual void startCall() {}
    virtual void showPart([[maybe_unused]] const QString &part) {}

Q_SIGNALS:
    // Wishes; the window fulfils them if it has the page.
    void ticketsRequested(const huiyin::TicketFilter &filter, const QString &title);
    void ticketRequested(huiyin::TicketId ticket);
    void restoreRequested(const QString &backup); // "": whichever is chosen then
    void intakeRequested();
    void pageRequested(const QString &name);
    void partRequested(const QString &name, const QString &part); // of that page
    // Facts
    void countChanged(int count); // shown beside its name in the navigation; 0 for none

protected:
    [[nodiscard]] CaseSession &session() const { return m_context.session; }
    [[nodiscard]] Messages &messages() const { return m_context.messages; }
    [[nodiscard]] DutyWatch &duties() const { return m_context.duties; }

    // The margins and the gap between panels that all pages share.
    template <class Layout>
    static Layout *pageLayout(Layout *layout)
    {
        layout->setContentsMargins(16, 12, 16, 12);
        layout->setSpacing(12);
        return layout;
    }

private:
    PageContext m_context;
};

} // namespace huiyin
