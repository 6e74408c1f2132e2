// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/LayoutDraft.h"
#include "bulletin/LayoutNames.h"

namespace huiyin {

// What the keys, choices and parts of a layout are called in its editor.
QString keyLabel(const QString &key);
QString choiceLabel(const QString &key, const QString &choice);
QString partLabel(LayoutPart part);
// One line for the tree: the heading, the beginning of a sentence, what a list is of.
QString nodeLabel(const QJsonObject &layout, const LayoutNode &node, const LayoutNames &names);
QString iconOf(LayoutPart part);

} // namespace huiyin
