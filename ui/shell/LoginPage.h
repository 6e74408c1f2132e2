// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/User.h"
#include "shell/CaseSession.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;

namespace huiyin {

class PasswordField;

// Who works here? In place of the pages while nobody has logged in, or while the screen is locked. Shows nothing of
// what the file holds but the names of those who may log in.
class LoginPage : public QWidget
{
    Q_OBJECT

public:
    explicit LoginPage(QWidget *parent = nullptr);

    void ask(CaseSession &session); // for anybody who may log in
    // The screen is locked: for whoever works, or another; with a warning, if there is one. `drafts`: calls that were
    // being written down were saved.
    void askAgain(CaseSession &session, bool drafts, const QString &warning = {});
    void stop(); // the file is closed
    // Somebody has logged in and has to choose a password before anything else.
    [[nodiscard]] bool isChoosingPassword() const { return m_changing; }

Q_SIGNALS:
    void loggedIn();
    void passwordWanted(); // isChoosingPassword() from now on
    void closeRequested(); // rather another file

private:
    void start(CaseSession &session);
    void showUsers(const QList<User> &users);
    void submit();
    void askForNewPassword();
    void changePassword();
    void setBusy(bool busy);
    void wipeFields();
    void tell(const QString &text);

    QPointer<CaseSession> m_session;
    PendingRead m_pending;
    bool m_changing = false; // the password, before anything else

    QLabel *m_title;
    QLabel *m_office;
    QLabel *m_remark;
    QLabel *m_userLabel;
    QComboBox *m_user;
    QLabel *m_passwordLabel;
    PasswordField *m_password;
    QLabel *m_newLabel;
    PasswordField *m_new;
    QLabel *m_againLabel;
    PasswordField *m_again;
    QLabel *m_fault;
    QPushButton *m_submit;
    QPushButton *m_close;
};

} // namespace huiyin
