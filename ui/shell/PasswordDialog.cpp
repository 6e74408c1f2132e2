// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/PasswordDialog.h"

#include "casework/Passwords.h"
#include "controls/EntryDialog.h"
#include "controls/PasswordField.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(huiyin::PasswordDialog)
};

} // namespace

QString passwordRules()
{
    return Text::tr("At least %1 signs, not digits alone, without the user's own name.").arg(shortestPassword);
}

void watchPassword(EntryDialog *dialog, PasswordField *field, const User &user)
{
    QObject::connect(field, &QLineEdit::editingFinished, dialog, [dialog, field, user] {
        const auto fault = field->password().isEmpty() ? std::nullopt : passwordFault(field->password(), user);
        dialog->showRefusal(fault.value_or(Refusal{.reason = {}, .field = u"password"_s}), false);
    });
}

bool refuseRepeated(EntryDialog *dialog, const PasswordField *password, const PasswordField *again, const User &user)
{
    if (password->password() == again->password())
        return false;
    QList<Refusal> refusals;
    if (const auto fault = password->password().isEmpty() ? std::nullopt : passwordFault(password->password(), user))
        refusals.append(*fault);
    refusals.append({Text::tr("The two are not the same."), u"again"_s});
    dialog->showRefusals(refusals);
    return true;
}

void askForOwnPassword(CaseSession &session, QWidget *window)
{
    auto *dialog = new EntryDialog(u"shell.passwordDialog"_s, Text::tr("Change your password"), window);
    const auto add = [dialog](const QString &field, const QString &label) {
        auto *edit = new PasswordField(dialog);
        dialog->addField(field, label, edit);
        return edit;
    };
    PasswordField *old = add(u"old"_s, Text::tr("&Old password"));
    PasswordField *next = add(u"password"_s, Text::tr("&New password"));
    PasswordField *again = add(u"again"_s, Text::tr("New password &again"));
    dialog->addRemark(passwordRules());
    watchPassword(dialog, next, {.name = session.user()});
    QObject::connect(dialog, &EntryDialog::submitted, dialog, [session = &session, dialog, old, next, again] {
        if (refuseRepeated(dialog, next, again, {.name = session->user()}))
            return;
        dialog->setBusy(true);
        session->changePassword(
            dialog, old->password(), next->password(), [dialog] { dialog->accept(); },
            [dialog](const Refusal &refusal) {
                dialog->setBusy(false);
                dialog->showRefusal(refusal);
            },
            [dialog] { dialog->setBusy(false); });
    });
    dialog->open();
}

} // namespace huiyin
