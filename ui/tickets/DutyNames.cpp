// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/DutyNames.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(huiyin::DutyNames)
};

} // namespace

QString dutyName(Duty duty)
{
    switch (duty) {
    case Duty::Dispatch:
        return Text::tr("To dispatch");
    case Duty::Sign:
        return Text::tr("Not signed");
    case Duty::ReturnAsked:
        return Text::tr("Returns asked");
    case Duty::ExtensionAsked:
        return Text::tr("Extensions asked");
    case Duty::Review:
        return Text::tr("Replies to review");
    case Duty::FollowUp:
        return Text::tr("To follow up");
    case Duty::Suspended:
        return Text::tr("Suspended");
    case Duty::DueToday:
        return Text::tr("Due today");
    case Duty::Yellow:
        return Text::tr("Yellow · 1 day left");
    case Duty::Red:
        return Text::tr("Red · overdue");
    }
    return {};
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
