// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/ChartTheme.h"

#include "shell/Theme.h"

namespace huiyin {

ChartLook panelChartLook()
{
    ChartLook look = Theme::instance().isDark() ? ChartLook::dark() : ChartLook::light();
    look.ground = Qt::transparent;
    look.text = colour(Role::Text);
    look.weakText = colour(Role::TextWeak);
    look.accent = colour(Role::BarMain);
    look.accentSoft = colour(Role::BarSoft);
    look.muted = colour(Role::BarRest);
    look.grid = colour(Role::RowLine);
    look.pixelSize = Theme::instance().pixels(Theme::Text::Body);
    look.padding = 2;
    look.showTitle = false;
    return look;
}

} // namespace huiyin
