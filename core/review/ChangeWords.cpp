// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/ChangeWords.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace huiyin {

using Role = Mention::Role;

bool isPlainChange(const QString &label)
{
    static const QRegularExpression form(
        u"^(其中)?(同比|环比|同期相比|[较比与同][^，]{0,10}?(相比)?)?(分别)?(约|共)?(增加|增长|上升|提高|提升|攀升|"
        u"上涨|扩大|涨|减少|"
        "下降|降低|回落|缩短|增幅|升幅|涨幅|降幅|增长率|增速)(率|幅度)?(了|约|达到?|为|是|近|超)?$"_s);
    return label.contains(form);
}

bool saysWhatItIs(const Mention &after, const Mention &change)
{
    static const QRegularExpression reaches(u"^(总数|总量|合计|共)?(达到?|为|至|升至|增至|降至|减至)了?$"_s);
    return after.kind == Mention::Kind::Count && after.sentence == change.sentence && after.label.contains(reaches);
}

bool isAgainst(const Mention &change, const Mention &from)
{
    static const QRegularExpression lastYear(u"去年|上年|前年|\\d{4}年"_s);
    static const QRegularExpression lastPeriod(u"上个?月|上期|上一?周|上一?季度|\\d月|[一二三四]季度"_s);
    static const QRegularExpression yearsEnd(u"(去年|上年|\\d{4}年)(十二月|12月|第?四季度|下半年)"_s);
    const QString when = from.label + u' ' + from.subject;
    const bool isLastYear = when.contains(lastYear);
    if (change.label.contains(u"同比"_s) && !isLastYear)
        return false;
    return !change.label.contains(u"环比"_s) || (isLastYear ? when.contains(yearsEnd) : when.contains(lastPeriod));
}

PrintedCount difference(const Mention &from, const Mention &to, bool grown)
{
    return grown ? PrintedCount{to.count.least - from.count.most, to.count.most - from.count.least}
                 : PrintedCount{from.count.least - to.count.most, from.count.most - to.count.least};
}

PrintedCount moved(const Mention &change)
{
    return change.role == Role::Grown ? change.count : PrintedCount{-change.count.most, -change.count.least};
}

PrintedCount beforeOf(const Mention &current, const Mention &change)
{
    const PrintedCount by = moved(change);
    return {current.count.least - by.most, current.count.most - by.least};
}

} // namespace huiyin
