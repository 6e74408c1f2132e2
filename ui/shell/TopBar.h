// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QPointer>

class QHBoxLayout;
class QLabel;
class QLineEdit;

namespace huiyin {

class ActionButton;

// The bar above a page: its title, its own widgets, the search field, and the button that takes a call.
class TopBar : public QFrame
{
    Q_OBJECT

public:
    explicit TopBar(QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setPageWidget(QWidget *widget); // nullptr: none; the widget stays its page's
    void setSearchVisible(bool visible);
    void setCallVisible(bool visible);
    [[nodiscard]] QLineEdit *searchField() const { return m_search; }
    [[nodiscard]] ActionButton *callButton() const { return m_call; }

public Q_SLOTS:
    void focusSearch();

Q_SIGNALS:
    void searchRequested(const QString &text);
    void callRequested();

private:
    QLabel *m_title;
    QHBoxLayout *m_slot;
    QPointer<QWidget> m_pageWidget;
    QPointer<QWidget> m_owner; // whose it is again when it is taken away
    QLineEdit *m_search;
    ActionButton *m_call;
};

} // namespace huiyin
