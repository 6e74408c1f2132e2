// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/FigureScan.h"

namespace huiyin {

// Which facts of a period are gone through.
struct FigurePass
{
    bool tickets = false;
    bool merged = false;
    bool calls = false;
    bool carriedOver = false;
    bool supervised = false;
    bool notAccepted = false;

    // What a figure is counted in.
    void include(Measure measure);
    void go(const FigureSource &source, const FigureScan &scan, FigureSink &sink) const;
};

} // namespace huiyin
