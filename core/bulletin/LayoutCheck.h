// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>

namespace huiyin {

// What is wrong in a layout, in the user's language, and where: "sections/3/paragraph/0/item".
struct LayoutFault
{
    QString path{};
    QString message{};

    bool operator==(const LayoutFault &) const = default;
};

// Every fault: unknown keys, placeholders, conditions and rates, values of the wrong kind, what a block can't do without.
// A layout without any composes for every office. Nothing is read but the layout.
QList<LayoutFault> checkLayout(const QJsonObject &layout);

} // namespace huiyin
