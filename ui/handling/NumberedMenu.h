// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/Command.h"

#include <QChar>

class QAction;
class QMenu;

namespace huiyin {

// Whether a command asks for something before it is given: its entry in a menu bears an ellipsis then.
bool opensDialog(Command command);

// A line of a menu that names what the entries below are about; it can't be chosen.
void addMenuHeading(QMenu *menu, const QString &text);

// What stands in these menus beside the commands.
enum class MenuEntry { SignAt, NoteFirstContactAt, MakeArticle, Print, Department };

// The key of an entry, 0 … 9 or A … Z: the same in every menu and in every state of a ticket, so that fingers learn it.
// Two commands share one only where they never stand in one menu; departments share theirs, which goes from one to the
// next.
[[nodiscard]] QChar menuKey(Command command);
[[nodiscard]] QChar menuKey(MenuEntry entry);

// Writes the key before the text of an entry, and takes any other mnemonic out of it.
void setMenuKey(QAction *entry, QChar key);

} // namespace huiyin
