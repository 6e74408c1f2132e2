// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/HandlingRequests.h"
#include "domain/Outcome.h"

#include <QList>
#include <QStringList>

namespace huiyin {

class CaseBook;

// What takeSheetRow() would say of each row, asked of the commands themselves and undone each time, so that both can't
// differ: why it would be refused, or "". Nothing is entered, and no refusal recorded. A refusal of the whole: nobody may
// enter any row at present.
Outcome<QStringList> trySheetRows(CaseBook &book, const QList<SheetRowRequest> &requests);

} // namespace huiyin
