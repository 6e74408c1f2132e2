// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/Passwords.h"

#include <QLineEdit>

namespace huiyin {

// A line for a password. A common line leaves the beginnings of what was typed in the memory as it grows, and all of it
// when it is cleared; this one has room from the start and overwrites what it held, at the latest when it goes.
class PasswordField final : public QLineEdit
{
    Q_OBJECT

public:
    explicit PasswordField(QWidget *parent = nullptr);
    ~PasswordField() override;

    [[nodiscard]] huiyin::Password password() const { return {text()}; }
    void wipeText(); // in place of clear()

private:
    void makeRoom();
};

} // namespace huiyin
