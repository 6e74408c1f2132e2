// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/AreaBeside.h"

using namespace Qt::StringLiterals;

namespace huiyin {

AreaBeside areaBeside(const QString &areaPath, const QString &address)
{
    AreaBeside beside;
    QString rest = address.trimmed();
    bool isSaid = false; // a part of the path stands at the beginning of the address
    for (const QString &name : areaPath.split(u'/', Qt::SkipEmptyParts)) {
        if (rest.startsWith(name)) {
            rest = rest.mid(name.size()).trimmed();
            isSaid = true;
        } else {
            (isSaid ? beside.behind : beside.before).append(name);
        }
    }
    return beside;
}

QString placeText(const QString &areaPath, const QString &address, const QString &shown)
{
    const AreaBeside beside = areaBeside(areaPath, address);
    const QString place = beside.before.join(QString()) + shown;
    return beside.behind.isEmpty() ? place : QString(place + u'（' + beside.behind.join(QString()) + u'）');
}

} // namespace huiyin
