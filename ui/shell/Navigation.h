// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QHash>
#include <QString>

class QButtonGroup;
class QLabel;
class QVBoxLayout;

namespace huiyin {

class NavigationButton;

// The bar on the left: the pages, and who works here.
class Navigation : public QFrame
{
    Q_OBJECT

public:
    explicit Navigation(QWidget *parent = nullptr);

    void addPage(const QString &name, const QString &icon, const QString &title, const QString &key);
    void setCurrent(const QString &name);
    void setCount(const QString &name, int count);
    void setUser(const QString &user, const QString &since);

Q_SIGNALS:
    void pageRequested(const QString &name);

private:
    QVBoxLayout *m_pages;
    QButtonGroup *m_group;
    QHash<QString, NavigationButton *> m_buttons;
    QWidget *m_userRow;
    QLabel *m_userIcon;
    QLabel *m_user;
    QLabel *m_since;
    QLabel *m_logo;
};

} // namespace huiyin
