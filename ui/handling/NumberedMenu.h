// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/Command.h"

class QMenu;

namespace huiyin {

// Whether a command asks for something before it is given: its entry in a menu bears an ellipsis then.
bool opensDialog(Command command);

// A line of a menu that names what the entries below are about; it can't be chosen.
void addMenuHeading(QMenu *menu, const QString &text);

// Gives each entry that can be chosen a key of its own: 1 … 9, then A … Z.
void numberEntries(QMenu *menu);

} // namespace huiyin
