// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Id.h"

#include <QString>

class QWidget;

namespace huiyin {

class CaseSession;
class CommandDialog;

// Asks why a case is one of the year's ten best, and nominates it.
void fillNomination(CommandDialog *ask, TicketId ticket);
CommandDialog *askNomination(CaseSession &session, TicketId ticket, const QString &about, QWidget *window);

} // namespace huiyin
