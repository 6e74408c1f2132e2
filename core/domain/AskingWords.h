// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace huiyin {

// A folded text without the words with which anything at all is asked or told (请问, 什么时候, 怎么办理, 来电咨询): each
// gives way to a gap. What is left says what it is about.
QString withoutAskingWords(const QString &foldedText);

} // namespace huiyin
