// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/ReviewLine.h"

namespace huiyin {

// A title of one month and text of another, headings of a month that the text is not about, days that don't exist,
// and means per day that the days of the period don't give. Over the whole bulletin.
QList<Finding> checkPeriods(const QList<ReviewLine> &lines, QList<Passed> *passed = nullptr);

} // namespace huiyin
