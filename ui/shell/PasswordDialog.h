// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/CaseSession.h"

class QWidget;

namespace huiyin {

class EntryDialog;
class PasswordField;
struct User;

// What a password has to be, in a sentence.
QString passwordRules();

// Says what is wrong with a new password as soon as its field, called “password”, is left. `user`: whose it is; what is
// known of him.
void watchPassword(EntryDialog *dialog, PasswordField *field, const User &user);

// Refuses a new password that was repeated differently, and says as well what is wrong with itself. The fields are called
// “password” and “again”. False: the two are the same.
bool refuseRepeated(EntryDialog *dialog, const PasswordField *password, const PasswordField *again, const User &user);

// Asks for the password that somebody has, and for another one.
void askForOwnPassword(CaseSession &session, QWidget *window);

} // namespace huiyin
