// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/OpenPages.h"

#include "controls/EntryDialog.h"
#include "shell/KeptWords.h"
#include "shell/Page.h"

#include <QStackedWidget>

#include <algorithm>
#include <functional>

namespace huiyin {

OpenPages::OpenPages(QStackedWidget *stack, QWidget *window)
    : QObject(window)
    , m_stack(stack)
    , m_window(window)
{
}

void OpenPages::add(const QString &name, Page *page)
{
    m_pages.insert(name, page);
    m_stack->addWidget(page);
}

void OpenPages::clear()
{
    m_leaving = false; // a page that is gone gives no answer
    for (Page *page : std::as_const(m_pages))
        delete page;
    m_pages.clear();
}

bool OpenPages::keep()
{
    const QList<KeptWords *> typed = m_window->findChildren<KeptWords *>(); // of pages and of dialogs
    for (KeptWords *words : typed)
        words->keepNow();
    bool drafts = false;
    for (Page *page : std::as_const(m_pages))
        drafts = page->keep() || drafts;
    return drafts;
}

bool OpenPages::wouldLose() const
{
    return std::ranges::any_of(m_pages, std::mem_fn(&Page::wouldLose))
           || std::ranges::any_of(m_window->findChildren<EntryDialog *>(), std::mem_fn(&EntryDialog::wouldLose));
}

bool OpenPages::isKept() const
{
    const auto isLost = [](const EntryDialog *dialog) {
        const auto *words = dialog->findChild<KeptWords *>();
        return dialog->wouldLose() && dialog->isChanged() && !(words && words->isKept());
    };
    return std::ranges::none_of(m_pages, [](const Page *page) { return page->wouldLose() && !page->isKept(); })
           && std::ranges::none_of(m_window->findChildren<EntryDialog *>(), isLost);
}

bool OpenPages::hasChangedDialog() const
{
    return std::ranges::any_of(m_window->findChildren<EntryDialog *>(),
                               [](const EntryDialog *dialog) { return dialog->wouldLose() && dialog->isChanged(); });
}

void OpenPages::leave(const std::function<void(bool)> &answer)
{
    if (m_leaving) {
        answer(false);
        return;
    }
    m_leaving = true;
    QList<QPointer<Page>> pages;
    for (Page *page : std::as_const(m_pages))
        pages.append(page);
    leaveNext(pages, [this, answer](bool leave) {
        m_leaving = false;
        answer(leave);
    });
}

void OpenPages::leaveNext(QList<QPointer<Page>> pages, const std::function<void(bool)> &answer)
{
    while (!pages.isEmpty() && !pages.first())
        pages.removeFirst();
    if (pages.isEmpty()) {
        answer(true);
        return;
    }
    Page *page = pages.takeFirst();
    page->leave([this, pages, answer](bool leave) {
        if (leave)
            leaveNext(pages, answer);
        else
            answer(false);
    });
}

} // namespace huiyin
