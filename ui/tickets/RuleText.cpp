// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/RuleText.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace huiyin {

QString ruleInWindow(QString rule)
{
    static const QRegularExpression limit(u"(\\d)(\\p{Han}+)$"_s);
    return rule.replace(limit, u"\\1 \\2"_s);
}

} // namespace huiyin
