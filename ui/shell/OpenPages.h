// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QString>

#include <functional>

class QStackedWidget;
class QWidget;

namespace huiyin {

class Page;

// The pages of the open file that were made so far, by name. They go with the file or with who works, once they have been
// asked.
class OpenPages : public QObject
{
    Q_OBJECT

public:
    // Both outlive it; `window` has the dialogs that belong to the pages.
    OpenPages(QStackedWidget *stack, QWidget *window);

    [[nodiscard]] Page *find(const QString &name) const { return m_pages.value(name); } // nullptr: not made yet
    void add(const QString &name, Page *page);
    void clear();

    // Each saves what it can without asking; true: calls lie in drafts now.
    [[nodiscard]] bool keep();
    // Of a page, or in a dialog that is open.
    [[nodiscard]] bool wouldLose() const;
    // All of it is kept in the case file, and offered again to whoever typed it.
    [[nodiscard]] bool isKept() const;
    // In a dialog that is open something was typed that is not saved, and that no page asks about.
    [[nodiscard]] bool hasChangedDialog() const;
    // Asks the pages one after another; the first that wants to stay ends it. Answers once, now or later; `false` while
    // a question stands open already.
    void leave(const std::function<void(bool)> &answer);

private:
    void leaveNext(QList<QPointer<Page>> pages, const std::function<void(bool)> &answer);

    QStackedWidget *m_stack;
    QWidget *m_window;
    QHash<QString, Page *> m_pages;
    bool m_leaving = false; // they are being asked
};

} // namespace huiyin
