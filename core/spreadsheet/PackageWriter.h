// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDate>
#include <QList>
#include <QString>

namespace huiyin {

// A part of a container that is to be written.
struct NewPart
{
    QString name{}; // word/document.xml
    QByteArray bytes{};
};

// A zip container, made in memory, whose parts all bear this day: the same parts give the same bytes on every computer.
// Throws FileError.
QByteArray packageOf(const QList<NewPart> &parts, QDate day);

} // namespace huiyin
