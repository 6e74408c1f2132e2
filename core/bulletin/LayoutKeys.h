// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/LayoutCheck.h"

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

namespace huiyin {

// A key that an object of a layout may have, and what must stand there.
struct LayoutKey
{
    enum class Kind { Text, Number, Flag, Texts, List, Object };

    QString key{};
    Kind kind = Kind::Text;
    bool isNeeded = false;
    QStringList choices{}; // of a text: one of these
    int least = 0;         // of a number
    int most = 1'000'000;
};

using LayoutKeys = QList<LayoutKey>;

// The keys of each object of a layout. A section and a part are told by what they hold: heading, paragraph, cases, table,
// chart; text, each.
LayoutKeys layoutKeys();
LayoutKeys sectionKeys(const QJsonObject &section);
LayoutKeys partKeys(const QJsonObject &part);
LayoutKeys nestedKeys(bool ofBoards);
LayoutKeys statusKeys();
LayoutKeys channelGroupKeys();
LayoutKeys alsoKeys();
LayoutKeys columnKeys();
LayoutKeys gradeKeys();
LayoutKeys bandKeys();
LayoutKeys rateKeys();

// What an object has that it may not have, has not that it must have, or has of another kind; in the user's language.
QList<LayoutFault> keyFaults(const QJsonObject &object, const QString &path, const LayoutKeys &keys);
QString placeBelow(const QString &path, const QString &key);

// What a section is: one of heading, paragraph, cases, table, chart; "" for none.
QString sectionKind(const QJsonObject &section);
QStringList sectionKinds();

} // namespace huiyin
