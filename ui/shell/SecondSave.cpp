// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/SecondSave.h"

using namespace Qt::StringLiterals;

namespace huiyin {

QString originText(const QString &field, const QList<HistoryEvent> &events, const OfficeZone &zone)
{
    const auto origin = originOf(field, events);
    if (!origin)
        return {};
    return u"%1 · %2"_s.arg(origin->user, zone.toLocal(origin->at).toString(u"yyyy-MM-dd HH:mm"_s));
}

} // namespace huiyin
