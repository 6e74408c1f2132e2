// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/User.h"
#include "shell/Page.h"

class QPushButton;
class QStandardItemModel;
class QTableView;

namespace huiyin {

class EntryDialog;
class NoticeBar;
struct ConsentNeed;

// Who works in the office, in which roles, and with which password.
class UsersSection : public QWidget
{
    Q_OBJECT

public:
    explicit UsersSection(const PageContext &context, QWidget *parent = nullptr);

private:
    void read();
    void showUsers(const QList<User> &users);
    void showState();
    [[nodiscard]] std::optional<User> current() const;
    void edit(const User &user);
    void save(EntryDialog *dialog, const User &user);
    [[nodiscard]] ConsentNeed consentNeed(const User &user) const;
    void showCombined();
    void setLock();
    void setPassword(const User &user);
    void give(const std::function<Outcome<Changes>(CaseBook &)> &act);

    PageContext m_context;
    QList<User> m_users;
    bool m_wantsNew = false; // the user that was just added, when the list comes
    QStandardItemModel *m_model;
    QTableView *m_table;
    NoticeBar *m_parting; // of roles that are to be parted
    NoticeBar *m_notice;
    QPushButton *m_add;
    QPushButton *m_change;
    QPushButton *m_password;
    QPushButton *m_unlock;
    QPushButton *m_lock;
    QPushButton *m_without;
    PendingRead m_pending;
};

} // namespace huiyin
