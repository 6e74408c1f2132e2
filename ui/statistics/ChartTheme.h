// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paper/ChartFactory.h"

namespace huiyin {

// How a chart looks inside a panel of the window, in the scheme in force; without title, the panel has it.
ChartLook panelChartLook();

} // namespace huiyin
