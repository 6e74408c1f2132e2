// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/Finding.h"

namespace huiyin {

template <>
std::span<const CodeEntry<Finding::Kind>> codeTable<Finding::Kind>()
{
    using enum Finding::Kind;
    static constexpr CodeEntry<Finding::Kind> table[] = {
        {Sum, "sum", QT_TRANSLATE_NOOP("Code", "Sum"), u"合计"},
        {Balance, "balance", QT_TRANSLATE_NOOP("Code", "Balance"), u"平衡"},
        {Percentage, "percentage", QT_TRANSLATE_NOOP("Code", "Percentage"), u"百分比"},
        {ImpossiblePercentage, "impossible_percentage", QT_TRANSLATE_NOOP("Code", "Impossible percentage"),
         u"算不出的百分比"},
        {Change, "change", QT_TRANSLATE_NOOP("Code", "Change"), u"增减"},
        {Period, "period", QT_TRANSLATE_NOOP("Code", "Period"), u"时段"},
        {ComparisonWord, "comparison_word", QT_TRANSLATE_NOOP("Code", "Comparison word"), u"同比环比"},
        {Blank, "blank", QT_TRANSLATE_NOOP("Code", "Blank"), u"空缺"},
        {Population, "population", QT_TRANSLATE_NOOP("Code", "Base"), u"口径"},
        {Privacy, "privacy", QT_TRANSLATE_NOOP("Code", "Citizen's data"), u"个人信息"},
        {CaseFile, "case_file", QT_TRANSLATE_NOOP("Code", "Counted otherwise"), u"与数据不符"},
        {Arrangement, "arrangement", QT_TRANSLATE_NOOP("Code", "Arrangement"), u"编排"},
    };
    return table;
}

} // namespace huiyin
