// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/HandlingRequests.h"
#include "domain/CodeTables.h"
#include "domain/Ticket.h"

class QWidget;

namespace huiyin {

class CaseSession;

// Opens a form over what may be put right in an accepted ticket. It shows the citizen's data as they are; whoever opens
// it has had that recorded.
void askCorrection(CaseSession &session, const Ticket &ticket, QWidget *parent);

// What a field of the ticket holds, as words. Unless `shown`, the citizen's data are masked.
QString comparedText(const CorrectionRequest &request, const QString &field, const CodeTables &tables, bool shown);

} // namespace huiyin
