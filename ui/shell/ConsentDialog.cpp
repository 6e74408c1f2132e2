// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/ConsentDialog.h"

#include "controls/PasswordField.h"
#include "handling/CommandDialog.h"
#include "shell/Leaving.h"
#include "storage/UserRepository.h"

#include <QComboBox>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace huiyin {

ConsentDialog::ConsentDialog(CaseSession &session, const ConsentNeed &need, const QString &about, QWidget *parent)
    : EntryDialog(u"shell.consent"_s, need.second ? tr("Two persons") : tr("Reason"), parent)
    , m_session(&session)
    , m_reason(new QLineEdit(this))
{
    setMinimumWidth(520);
    setSubmitText(need.second ? tr("Agree and go on") : tr("Go on"));
    addRemark(about);
    m_reason->setPlaceholderText(tr("What it is needed for, and who asked for it"));
    addField(u"reason"_s, tr("&Reason"), m_reason);
    if (need.second) {
        m_second = new QComboBox(this);
        for (const User &user : need.seconds)
            m_second->addItem(user.name, user.login);
        m_second->setCurrentIndex(need.seconds.size() == 1 ? 0 : -1);
        m_second->setPlaceholderText(tr("Somebody else who works here"));
        m_password = new PasswordField(this);
        addField(u"second"_s, tr("&Second person"), m_second);
        addField(u"password"_s, tr("His or her &password"), m_password);
        addRemark(tr("The second person enters the password. You stay logged in; the record names both of you and the "
                     "reason."));
    } else {
        addRemark(tr("The record keeps the reason."));
    }
    m_reason->setFocus();
}

Consent ConsentDialog::consent() const
{
    Consent consent{.reason = m_reason->text()};
    if (m_second) {
        consent.second = m_second->currentData().toString();
        consent.password = m_password->password();
    }
    return consent;
}

void ConsentDialog::start(Act act, std::function<void()> done)
{
    connect(this, &EntryDialog::submitted, this, [this, act = std::move(act), done = std::move(done)] {
        if (!m_session)
            return;
        setBusy(true);
        m_session->command(
            this, [act, entered = consent()](CaseBook &book) { return act(book, entered); },
            [this, done](const Changes &) {
                accept();
                done();
            },
            [this](const Refusal &refusal) {
                setBusy(false);
                showRefusal(refusal);
                if (m_password && refusal.field == u"password") {
                    m_password->wipeText();
                    m_password->setFocus();
                }
            },
            [this] { setBusy(false); });
    });
    open();
}

void leaveUnmasked(CaseSession &session, QWidget *parent, UnmaskedUse use, qsizetype tickets, const QString &about,
                   ConsentDialog::Act act, std::function<void()> done, std::function<void(const QString &)> refused)
{
    if (session.isReadOnly()) {
        if (const auto reason = whyNothingLeaves(session))
            refused(*reason);
        else
            done();
        return;
    }
    if (!needsConsent(use, tickets)) {
        session.command(
            parent, [act = std::move(act)](CaseBook &book) { return act(book, {}); },
            [done = std::move(done)](const Changes &) { done(); },
            [refused](const Refusal &refusal) { refused(refusal.reason); }, [refused] { refused({}); });
        return;
    }
    session.read(
        parent, [](CaseFile &file) { return UserRepository(file.database()).all(); },
        [session = QPointer(&session), parent, use, tickets, about, act = std::move(act), done = std::move(done),
         refused](const QList<User> &users) {
            if (!session)
                return;
            auto *dialog =
                new ConsentDialog(*session, consentToLeave(use, tickets, users, session->user()), about, parent);
            QObject::connect(dialog, &QDialog::rejected, parent, [refused] { refused({}); });
            dialog->start(act, done);
        },
        [refused] { refused({}); });
}

} // namespace huiyin
