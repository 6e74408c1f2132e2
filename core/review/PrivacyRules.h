// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/Finding.h"
#include "review/ReviewText.h"

namespace huiyin {

// Citizens' data in a bulletin, as they would be masked for publication; what only may be some is doubtful.
QList<Finding> checkPrivacy(const ReviewText &text);

} // namespace huiyin
