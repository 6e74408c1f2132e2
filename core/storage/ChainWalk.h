// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <optional>

namespace huiyin {

// What going through a chain of records from its first one came to.
struct ChainWalk
{
    qint64 records = 0;
    std::optional<qint64> firstBreak{}; // the number of the first that is not as it was written

    bool operator==(const ChainWalk &) const = default;
};

} // namespace huiyin
