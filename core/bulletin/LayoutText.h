// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

#include <optional>

namespace huiyin {

// A layout as it is read and written by hand: keys in the order in which one thinks of them, short objects on one line.
QString layoutPage(const QJsonObject &layout);

// What such a text says, or where it breaks off; in the user's language.
struct LayoutReading
{
    std::optional<QJsonObject> layout{};
    QString fault{};
    int line = 0; // of the fault, from 1
};
LayoutReading readLayout(const QString &text);

// The line, from 1, on which a place of a layout begins ("sections/3/when"); the nearest above it that is there. 0 when
// the text can't be read so far.
int lineOfPlace(const QString &text, const QString &path);

} // namespace huiyin
