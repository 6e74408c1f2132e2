// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>
#include <QWidget>

namespace huiyin::test {

// What is wrong with the widgets that are shown below `root`, one line for each fault; an empty list is good.
// All of them are to be called in the window's thread, with the window shown and laid out.

// Fields, buttons and lists without a name for screen readers.
QStringList namelessControls(const QWidget *root);

// Texts that have less room than they need, or reach beyond what holds them.
QStringList cutTexts(const QWidget *root);

// Latin words of three letters or more that are neither a name nor a key: English in a Chinese window.
QStringList untranslatedTexts(const QWidget *root);

// Keys that more than one action, button or label would answer to.
QStringList doubledKeys(const QWidget *window);

// Presses Tab through all of `window`: what in `page` is never reached, and steps that jump up.
QStringList tabOrderFaults(QWidget *window, const QWidget *page);

} // namespace huiyin::test
