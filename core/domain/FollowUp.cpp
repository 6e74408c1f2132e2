// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/FollowUp.h"

namespace huiyin {

template <>
std::span<const CodeEntry<FollowUpMethod>> codeTable<FollowUpMethod>()
{
    static constexpr CodeEntry<FollowUpMethod> table[] = {
        {FollowUpMethod::Phone, "phone", QT_TRANSLATE_NOOP("Code", "Telephone"), u"电话"},
        {FollowUpMethod::Sms, "sms", QT_TRANSLATE_NOOP("Code", "Text message"), u"短信"},
        {FollowUpMethod::Visit, "visit", QT_TRANSLATE_NOOP("Code", "Visit"), u"上门"},
        {FollowUpMethod::Letter, "letter", QT_TRANSLATE_NOOP("Code", "Letter"), u"信函"},
    };
    return table;
}

template <>
std::span<const CodeEntry<NextStep>> codeTable<NextStep>()
{
    static constexpr CodeEntry<NextStep> table[] = {
        {NextStep::None, "", QT_TRANSLATE_NOOP("Code", "Nothing yet"), u""},
        {NextStep::Close, "close", QT_TRANSLATE_NOOP("Code", "Close"), u"办结"},
        {NextStep::Redo, "redo", QT_TRANSLATE_NOOP("Code", "Redo"), u"重办"},
        {NextStep::Explain, "explain", QT_TRANSLATE_NOOP("Code", "Written explanation"), u"一单一报"},
    };
    return table;
}

template <>
std::span<const CodeEntry<Satisfaction>> codeTable<Satisfaction>()
{
    static constexpr CodeEntry<Satisfaction> table[] = {
        {Satisfaction::VerySatisfied, "very_satisfied", QT_TRANSLATE_NOOP("Code", "Very satisfied"), u"非常满意"},
        {Satisfaction::Satisfied, "satisfied", QT_TRANSLATE_NOOP("Code", "Satisfied"), u"满意"},
        {Satisfaction::BasicallySatisfied, "basically_satisfied", QT_TRANSLATE_NOOP("Code", "Basically satisfied"),
         u"基本满意"},
        {Satisfaction::Dissatisfied, "dissatisfied", QT_TRANSLATE_NOOP("Code", "Dissatisfied"), u"不满意"},
        {Satisfaction::VeryDissatisfied, "very_dissatisfied", QT_TRANSLATE_NOOP("Code", "Very dissatisfied"),
         u"非常不满意"},
    };
    return table;
}

} // namespace huiyin
