// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/Page.h"

namespace huiyin {

// What is told: the changes of calendar, deadline rules and handling, or what was done about backups.
enum class ChangeLog { Rules, Backups };

// Lists who has changed the calendar, the deadline rules and the rules of handling, the last first; or who has
// set the passphrase of the backups, restored one, or tried to.
void showChangeLog(const PageContext &context, QWidget *parent, ChangeLog which = ChangeLog::Rules);

} // namespace huiyin
