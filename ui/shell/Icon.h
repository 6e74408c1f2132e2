// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/Theme.h"

#include <QIcon>
#include <QString>

namespace huiyin {

// A Lucide icon of resources/icons ("phone", "file-text") drawn in the colour of a role, sharp at every pixel ratio.
// It is drawn when it is shown, so it follows a change of the scheme by itself. `on` is the role when it is checked.
QIcon themedIcon(const QString &name, ColourRole role = ColourRole::TextSoft);
QIcon themedIcon(const QString &name, ColourRole role, ColourRole on);

// The same as a pixmap, for labels; make it again on Theme::changed.
QPixmap themedPixmap(const QString &name, ColourRole role, int size, qreal pixelRatio);

// The program's own icon.
QIcon applicationIcon();

} // namespace huiyin
