// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLabel;
class QWidget;

namespace huiyin {

// A label for a text of several lines that can be marked; it takes the width that it gets and the height that follows.
QLabel *runningText(const char *look, QWidget *parent);

} // namespace huiyin
