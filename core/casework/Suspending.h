// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/Deadlines.h"
#include "domain/Dispatch.h"

namespace huiyin {

// The working days that the time of a dispatch has stood still, or will have by what is planned, in all its suspensions.
int spentSuspension(const Dispatch &dispatch, const Deadlines &deadlines);

} // namespace huiyin
