// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/Consent.h"
#include "controls/EntryDialog.h"
#include "shell/CaseSession.h"

#include <functional>

class QComboBox;

namespace huiyin {

class PasswordField;

// Asks why something is done that one person alone shall not do, and who else agrees: the second person enters a name
// and a password here, while the first stays logged in. Refused, it stays and says why at the field.
class ConsentDialog : public EntryDialog
{
    Q_OBJECT

public:
    // What is done with it, in the thread of the case book.
    using Act = std::function<Outcome<Changes>(CaseBook &, const Consent &)>;

    // `about`: what is about to be done, as a sentence.
    ConsentDialog(CaseSession &session, const ConsentNeed &need, const QString &about, QWidget *parent);

    // Opens it; done, it goes and calls `done`.
    void start(Act act, std::function<void()> done);

private:
    [[nodiscard]] Consent consent() const;

    QPointer<CaseSession> m_session;
    QLineEdit *m_reason;
    QComboBox *m_second = nullptr;
    PasswordField *m_password = nullptr;
};

// Citizens' data are about to leave the file unmasked: asks for what that takes, gives `act`, which keeps the record of
// it, and calls `done`. `refused` is told why not, with "" when the user has thought better of it.
void leaveUnmasked(CaseSession &session, QWidget *parent, UnmaskedUse use, qsizetype tickets, const QString &about,
                   ConsentDialog::Act act, std::function<void()> done, std::function<void(const QString &)> refused);

} // namespace huiyin
