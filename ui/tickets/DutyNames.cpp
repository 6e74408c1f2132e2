// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/DutyNames.h"

#include "domain/Code.h"

using namespace Qt::StringLiterals;

namespace huiyin {

QString dutyName(Duty duty)
{
    return displayName(duty);
}

Tone dutyTone(Duty duty)
{
    switch (duty) {
    case Duty::DueToday:
    case Duty::Yellow:
        return Tone::Warn;
    case Duty::Red:
        return Tone::Bad;
    default:
        return Tone::Neutral;
    }
}

QString dutyCode(Duty duty)
{
    switch (duty) {
    case Duty::Dispatch:
        return u"dispatch"_s;
    case Duty::Sign:
        return u"sign"_s;
    case Duty::ReturnAsked:
        return u"returnAsked"_s;
    case Duty::ExtensionAsked:
        return u"extensionAsked"_s;
    case Duty::Review:
        return u"review"_s;
    case Duty::FollowUp:
        return u"followUp"_s;
    case Duty::Suspended:
        return u"suspended"_s;
    case Duty::DueToday:
        return u"dueToday"_s;
    case Duty::Yellow:
        return u"yellow"_s;
    case Duty::Red:
        return u"red"_s;
    }
    return {};
}

} // namespace huiyin
