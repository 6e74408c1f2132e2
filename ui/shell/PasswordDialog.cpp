// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/PasswordDialog.h"

#include "controls/EntryDialog.h"
#include "controls/PasswordField.h"
#include "handling/CommandDialog.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(huiyin::PasswordDialog)
};

} // namespace

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
    QObject::connect(dialog, &EntryDialog::submitted, dialog, [session = &session, dialog, old, next, again] {
        if (next->password() != again->password()) {
            dialog->showRefusal({Text::tr("The two are not the same."), u"again"_s});
            return;
        }
        giveFrom(dialog, *session, [was = old->password(), password = next->password()](CaseBook &book) {
            return book.changeOwnPassword(was, password);
        });
    });
    dialog->open();
}

} // namespace huiyin
