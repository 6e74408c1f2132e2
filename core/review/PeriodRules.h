// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/NamedPeriod.h"
#include "review/ReviewLine.h"

namespace huiyin {

// A title of one month and text of another, headings of a month that the text is not about, days that don't exist,
// and means that the days or months of the period don't give. Over the whole bulletin.
QList<Finding> checkPeriods(const QList<ReviewLine> &lines, QList<Passed> *passed = nullptr);

// 日均265件, 月均10382件. `title`: the time that the bulletin is of. (MeanRules.cpp)
QList<Finding> checkMeans(const ReviewLine &line, const std::optional<NamedPeriod> &title, QList<Passed> *passed);

// The period that a sentence tells what was received in: it stands at its beginning.
std::optional<NamedPeriod> periodOfTotals(const ReviewLine &line, const Mention &received);

// What was received in all, of the period that the sentence names.
bool isTotal(const Mention &mention);

} // namespace huiyin
