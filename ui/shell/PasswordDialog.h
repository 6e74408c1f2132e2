// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/CaseSession.h"

class QWidget;

namespace huiyin {

// Asks for the password that somebody has, and for another one.
void askForOwnPassword(CaseSession &session, QWidget *window);

} // namespace huiyin
