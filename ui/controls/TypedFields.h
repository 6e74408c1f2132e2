// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/TypedWords.h"

#include <functional>
#include <optional>

class QWidget;

namespace huiyin {

// What the fields of a form hold, as they are called in it: "handling.replied.text" of "handling.replied" is "text". Lines
// and texts are words; lists, codes and times of a form are what was chosen beside them.
TypedWords typedIn(const QWidget *form);
// What of it was changed since; nullopt: none of its texts. A time that nobody has touched is "now", whenever that is.
std::optional<TypedWords> typedSince(const TypedWords &start, const QWidget *form);
void fillFields(QWidget *form, const TypedWords &words);
bool hasTexts(const QWidget *form);
// Whatever is changed in one of them.
void watchFields(QWidget *form, const std::function<void()> &edited);

} // namespace huiyin
