// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/FieldMerge.h"

#include <algorithm>

namespace huiyin {

TextSpan changedSpan(const QString &before, const QString &after)
{
    const qsizetype shorter = std::min(before.size(), after.size());
    qsizetype start = 0;
    while (start < shorter && before[start] == after[start])
        ++start;
    if (start > 0 && after[start - 1].isHighSurrogate())
        --start;
    qsizetype end = 0;
    while (end < shorter - start && before[before.size() - 1 - end] == after[after.size() - 1 - end])
        ++end;
    if (end > 0 && after[after.size() - end].isLowSurrogate())
        --end;
    return {.start = start, .length = after.size() - start - end};
}

} // namespace huiyin
