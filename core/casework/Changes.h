// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Id.h"

#include <QList>

namespace huiyin {

// What a command has changed, told after its commit; views refresh from it.
struct Changes
{
    QList<TicketId> tickets{};
    QList<CallId> calls{};
    bool codeTables = false;
    bool office = false;
    bool users = false;
    bool knowledge = false;  // articles, or how often they are used
    bool views = false;      // saved views of lists
    bool bulletins = false;  // drafts and published issues, layouts of the office
    bool everything = false; // an import: reload whatever is shown

    [[nodiscard]] bool isEmpty() const // of what is shown, that is: an access record leaves it so
    {
        return tickets.isEmpty() && calls.isEmpty() && !codeTables && !office && !users && !knowledge && !views
               && !bulletins && !everything;
    }
};

} // namespace huiyin
