// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/ChartTheme.h"

#include "shell/Theme.h"

namespace huiyin {

ChartLook panelChartLook()
{
    ChartLook look = Theme::instance().isDark() ? ChartLook::dark() : ChartLook::light();
    look.ground = Qt::transparent;
    look.text = colour(ColourRole::Text);
    look.weakText = colour(ColourRole::TextWeak);
    look.accent = colour(ColourRole::BarMain);
    look.accentSoft = colour(ColourRole::BarSoft);
    look.muted = colour(ColourRole::BarRest);
    look.grid = colour(ColourRole::RowLine);
    look.pixelSize = Theme::instance().pixels(Theme::Text::Body);
    look.padding = 2;
    look.showTitle = false;
    return look;
}

} // namespace huiyin
