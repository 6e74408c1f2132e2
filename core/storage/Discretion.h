// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace huiyin {

// What each program does before anything else, as it will handle citizens' data: what it writes is readable by nobody
// else, a crash leaves no image of its memory, and its log tells ids and codes only.
void beDiscreet();

// A message of the log without what may be somebody's: quoted values, numbers of people.
QString discreet(const QString &message);

} // namespace huiyin
