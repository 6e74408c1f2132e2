// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Reminder.h"

namespace huiyin {

template <>
std::span<const CodeEntry<ReminderLevel>> codeTable<ReminderLevel>()
{
    static constexpr CodeEntry<ReminderLevel> table[] = {
        {ReminderLevel::Reminder, "reminder", QT_TRANSLATE_NOOP("Code", "Reminder"), u"催办"},
        {ReminderLevel::Supervision, "supervision", QT_TRANSLATE_NOOP("Code", "Supervision"), u"督办"},
        {ReminderLevel::YellowCard, "yellow_card", QT_TRANSLATE_NOOP("Code", "Yellow card"), u"黄牌"},
        {ReminderLevel::RedCard, "red_card", QT_TRANSLATE_NOOP("Code", "Red card"), u"红牌"},
    };
    return table;
}

} // namespace huiyin
