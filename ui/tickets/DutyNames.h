// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/Tag.h"
#include "domain/Duty.h"

#include <QString>

namespace huiyin {

QString dutyName(Duty duty); // as tiles, tabs and chips show it
Tone dutyTone(Duty duty);

// Part of an object's name.
QString dutyCode(Duty duty);

} // namespace huiyin
