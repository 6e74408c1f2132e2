// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace huiyin {

// What an empty list shows: why it is empty and what to do next.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    EmptyState(const QString &lucideName, const QString &title, const QString &hint, QWidget *parent = nullptr);

    void setTexts(const QString &title, const QString &hint);
    // The button that does it; none until an action is set.
    void setAction(const QString &text);

Q_SIGNALS:
    void actionTriggered();

private:
    void showIcon();

    QString m_iconName;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_hint;
    QPushButton *m_action;
};

} // namespace huiyin
