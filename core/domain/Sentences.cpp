// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Sentences.h"

namespace huiyin {

QString joinedSentences(const QStringList &sentences)
{
    constexpr QStringView chineseStops = u"。！？；，：”’）";
    QString joined;
    for (const QString &sentence : sentences) {
        if (sentence.isEmpty())
            continue;
        if (!joined.isEmpty() && !chineseStops.contains(joined.back()))
            joined += u' ';
        joined += sentence;
    }
    return joined;
}

} // namespace huiyin
