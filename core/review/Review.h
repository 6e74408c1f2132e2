// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/Finding.h"
#include "review/ReviewText.h"

#include <QList>

namespace huiyin {

// What in a bulletin can't be right, or may not be, in the order of the text: figures against each other, and citizens'
// data that must not be published. The rules are those that published bulletins break. No text is accused
// for a convention that offices differ in: rounding half up and cutting off, shares balanced to 100, any base
// of a rate that the sentence names.
QList<Finding> review(const ReviewText &text);

// The figures alone, and what of them was checked and holds, in the order of the text.
struct ReviewedFigures
{
    QList<Finding> findings{};
    QList<Passed> passed{};
};
ReviewedFigures reviewFigures(const ReviewText &text);

} // namespace huiyin
