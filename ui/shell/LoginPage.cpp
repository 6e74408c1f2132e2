// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/LoginPage.h"

#include "casework/Passwords.h"
#include "controls/Panel.h"
#include "controls/PasswordField.h"
#include "shell/PasswordDialog.h"
#include "storage/UserRepository.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace huiyin {

LoginPage::LoginPage(QWidget *parent)
    : QWidget(parent)
    , m_title(textLabel(tr("Log in"), "title", this))
    , m_office(textLabel(QString(), "soft", this))
    , m_remark(textLabel(QString(), "weak", this))
    , m_userLabel(textLabel(tr("&User"), "label", this))
    , m_user(new QComboBox(this))
    , m_passwordLabel(textLabel(tr("&Password"), "label", this))
    , m_password(new PasswordField(this))
    , m_newLabel(textLabel(tr("&New password"), "label", this))
    , m_new(new PasswordField(this))
    , m_againLabel(textLabel(tr("New password &again"), "label", this))
    , m_again(new PasswordField(this))
    , m_fault(textLabel(QString(), "error", this))
    , m_submit(new QPushButton(tr("Log in"), this))
    , m_close(new QPushButton(tr("Open another file"), this))
{
    setObjectName(u"login"_s);
    setAccessibleName(tr("Log in"));
    constexpr int width = 360;
    auto *panel = new Panel(QString(), this);
    panel->setObjectName(u"login.panel"_s);
    panel->setFixedWidth(width);
    panel->body()->setContentsMargins(24, 20, 24, 20);
    panel->body()->setSpacing(6);
    panel->body()->addWidget(m_title);
    panel->body()->addWidget(m_office);
    panel->body()->addWidget(m_remark);
    panel->body()->addSpacing(8);
    const auto add = [panel](QLabel *label, QWidget *field, const QString &name) {
        field->setObjectName(name);
        label->setBuddy(field);
        field->setAccessibleName(label->text().remove(u'&'));
        panel->body()->addWidget(label);
        panel->body()->addWidget(field);
    };
    m_user->setEditable(true); // names can be typed, also those that nobody chose yet
    m_user->setInsertPolicy(QComboBox::NoInsert);
    add(m_userLabel, m_user, u"login.user"_s);
    add(m_passwordLabel, m_password, u"login.password"_s);
    add(m_newLabel, m_new, u"login.new"_s);
    add(m_againLabel, m_again, u"login.again"_s);
    for (const PasswordField *field : {m_password, m_new, m_again})
        connect(field, &QLineEdit::returnPressed, this, &LoginPage::submit);
    m_office->setWordWrap(true);
    m_remark->setWordWrap(true);
    m_fault->setWordWrap(true);
    m_fault->setObjectName(u"login.fault"_s);
    panel->body()->addWidget(m_fault);
    panel->body()->addSpacing(8);
    auto *buttons = new QHBoxLayout;
    m_submit->setObjectName(u"login.submit"_s);
    setLook(m_submit, "primary");
    m_close->setObjectName(u"login.close"_s);
    setLook(m_close, "link");
    for (QPushButton *button : {m_submit, m_close})
        button->setAutoDefault(false);
    buttons->addWidget(m_submit, 1);
    buttons->addWidget(m_close);
    panel->body()->addLayout(buttons);
    connect(m_new, &QLineEdit::editingFinished, this, [this] {
        if (!m_session || !m_submit->isEnabled() || m_new->text().isEmpty())
            return;
        const auto fault = passwordFault(m_new->text(), {.name = m_session->user()});
        tell(fault ? fault->reason : QString());
    });
    connect(m_submit, &QPushButton::clicked, this, &LoginPage::submit);
    connect(m_close, &QPushButton::clicked, this, &LoginPage::closeRequested);

    auto *layout = new QVBoxLayout(this);
    layout->addStretch(2);
    auto *middle = new QHBoxLayout; // not by an alignment, which knows no height for a width
    middle->addStretch();
    middle->addWidget(panel);
    middle->addStretch();
    layout->addLayout(middle);
    layout->addStretch(3);
    tell(QString());
}

void LoginPage::ask(CaseSession &session)
{
    m_title->setText(tr("Log in"));
    m_remark->hide();
    start(session);
    m_user->setCurrentText(QString());
    m_user->setFocus(Qt::OtherFocusReason);
}

void LoginPage::askAgain(CaseSession &session, bool drafts, const QString &warning)
{
    m_title->setText(tr("The screen is locked"));
    const QString anew = tr("Whoever logs in under another name starts with pages of his own.");
    m_remark->setText(drafts ? tr("The calls being written down are kept as drafts.") + u'\n' + anew : anew);
    m_remark->show();
    start(session);
    tell(warning);
    m_password->setFocus(Qt::OtherFocusReason);
}

void LoginPage::start(CaseSession &session)
{
    m_session = &session;
    m_changing = false;
    m_office->setText(session.office().name);
    wipeFields();
    tell(QString());
    setBusy(false);
    for (QWidget *field : QList<QWidget *>{m_userLabel, m_user, m_passwordLabel, m_password})
        field->show();
    for (QWidget *field : QList<QWidget *>{m_newLabel, m_new, m_againLabel, m_again})
        field->hide();
    m_submit->setText(tr("Log in"));
    m_pending.cancel();
    m_pending = session.read(
        this, [](CaseFile &file) { return UserRepository(file.database()).all(); },
        [this](const QList<User> &users) { showUsers(users); });
}

void LoginPage::showUsers(const QList<User> &users)
{
    const QString typed = m_user->currentText();
    m_user->clear();
    for (const User &user : users) {
        if (!user.retired)
            m_user->addItem(user.name == user.login ? user.name : QString(user.name + u" ("_s + user.login + u')'),
                            user.login);
    }
    int current = -1;
    for (int i = 0; i < m_user->count() && m_session; ++i) {
        if (m_user->itemText(i).section(u" ("_s, 0, 0) == m_session->user())
            current = i;
    }
    if (!typed.isEmpty())
        m_user->setCurrentText(typed);
    else
        m_user->setCurrentIndex(m_session && m_session->isLoggedIn() ? current : (m_user->count() == 1 ? 0 : -1));
    if (m_user->currentIndex() >= 0)
        m_password->setFocus(Qt::OtherFocusReason);
}

void LoginPage::stop()
{
    m_pending.cancel();
    m_session.clear();
    m_changing = false;
    wipeFields();
}

void LoginPage::wipeFields()
{
    for (PasswordField *field : {m_password, m_new, m_again})
        field->wipeText();
}

void LoginPage::tell(const QString &text)
{
    m_fault->setText(text);
    m_fault->setVisible(!text.isEmpty());
}

void LoginPage::setBusy(bool busy)
{
    m_submit->setEnabled(!busy);
    for (QWidget *field : QList<QWidget *>{m_user, m_password, m_new, m_again})
        field->setEnabled(!busy);
}

void LoginPage::submit()
{
    if (!m_session || !m_submit->isEnabled())
        return;
    if (m_changing) {
        changePassword();
        return;
    }
    const int index = m_user->findText(m_user->currentText());
    const QString login = index >= 0 ? m_user->itemData(index).toString() : m_user->currentText();
    tell(QString());
    setBusy(true);
    m_session->logIn(
        this, login, m_password->password(),
        [this](const User &user) {
            setBusy(false);
            if (user.mustChange && !m_session->isReadOnly()) {
                askForNewPassword();
                return;
            }
            wipeFields();
            Q_EMIT loggedIn();
        },
        [this](const Refusal &refusal) {
            setBusy(false);
            tell(refusal.reason);
            m_password->selectAll();
            m_password->setFocus(Qt::OtherFocusReason);
        });
}

void LoginPage::askForNewPassword()
{
    m_changing = true;
    m_remark->setText(tr("Your password was given to you by somebody else. Choose one of your own that nobody else "
                         "knows.")
                      + u'\n' + passwordRules());
    m_remark->show();
    for (QWidget *field : QList<QWidget *>{m_userLabel, m_user, m_passwordLabel, m_password})
        field->hide();
    for (QWidget *field : QList<QWidget *>{m_newLabel, m_new, m_againLabel, m_again})
        field->show();
    m_submit->setText(tr("Change the password"));
    m_new->setFocus(Qt::OtherFocusReason);
    Q_EMIT passwordWanted();
}

void LoginPage::changePassword()
{
    if (m_new->password() != m_again->password()) {
        tell(tr("The two are not the same."));
        m_again->selectAll();
        m_again->setFocus(Qt::OtherFocusReason);
        return;
    }
    setBusy(true);
    m_session->changePassword(
        this, m_password->password(), m_new->password(),
        [this] {
            setBusy(false);
            wipeFields();
            Q_EMIT loggedIn();
        },
        [this](const Refusal &refusal) {
            setBusy(false);
            tell(refusal.reason);
            m_new->setFocus(Qt::OtherFocusReason);
        },
        [this] { setBusy(false); });
}

} // namespace huiyin
