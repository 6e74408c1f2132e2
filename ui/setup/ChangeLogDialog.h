// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/Page.h"

namespace huiyin {

// Lists who has changed the calendar, the deadline rules and the rules of handling, the last first.
void showChangeLog(const PageContext &context, QWidget *parent);

} // namespace huiyin
