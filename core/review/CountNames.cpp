// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/CountNames.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

using Role = Mention::Role;

QString partName(const Mention &mention)
{
    static const QRegularExpression opening(
        u"^.*(其中|包括|主要(是|为|有|涉及|反映|集中在)|分别(是|为)|依次(是|为)|的是|属于|关于)"_s);
    QString name = mention.name();
    return name.remove(opening).trimmed();
}

QString barePart(QString name)
{
    static const QRegularExpression signs(u"[、，,“”‘’\"《》\\s的]|属于|关于|(问题|类|方面)+$"_s);
    return name.remove(signs);
}

bool isRest(const QString &name)
{
    // 噪音及其他扰民问题 is one part, and not the last of all.
    static const QRegularExpression rest(u"(^(以?及|和|与)?|[^及和与或])(其他|其它|其余)"_s);
    return name.contains(rest);
}

bool isRequestType(const QString &name)
{
    static const QRegularExpression type(u"(咨询|求助|投诉|举报|建议|意见|表扬|感谢|检举|非诉求)(类|件|问题)?$"_s);
    return name.contains(type);
}

Decimal finestOf(const ReviewLine &line, const QList<qsizetype> &counts, Decimal finest)
{
    for (const qsizetype index : counts) {
        const Mention &count = line.mentions[index];
        if (!count.count.isExact() && count.decimal.decimals > finest.decimals)
            finest = count.decimal;
    }
    return finest;
}

int partedBetween(const ReviewLine &line, qsizetype from, qsizetype to)
{
    int parted = 0;
    for (qsizetype i = from + 1; i <= to; ++i)
        parted = std::max(parted, line.mentions[i].parted);
    return parted;
}

namespace {

// 已办结, 全部按时办结, 正在办理: nothing but what became of them.
bool isBareState(const QString &name)
{
    static const QRegularExpression state(
        u"^(共|均|全部|累计|实际|目前|现|已经?|尚|仍|还|另|有|本[月周期季年]度?|当[月日期]|期末|[月年周]末|月底|经核查|"
        u"群众|"
        "\\d+个?(月份?|日内|个?工作日内?)|按时|按期|及时|限时|期内|超期|逾期|超时|直接|当场|即时|在线|现场|一次性?|"
        "综合)*"
        "(未?办结|未结|结案|办毕|办理完毕|办理|处理|处置|未?解决|未?答复|解答|回复|反馈|未?回访|直办|"
        "(非常|很|基本|比较|较|不太?)?满意|未?评价|在办|待办|办理中|处理中|正在(办理|处理)|尚未(办结|到期)|未到期|"
        "超期|逾期|超时|转办|转派|派发|派单|交办|承办|受理|登记|接到|收到|接收|接听|接办|收集|有效|应办结?|应结|共|"
        "共有)?"
        "(诉求|工单|来电|电话)?(的|件|数|量)*$"_s);
    return name.contains(state);
}

// 已整改, 待签收, 退单, 涉及企业: may be said of the whole.
bool maySayState(const QString &name)
{
    static const QRegularExpression state(
        u"^(已|均|待|正|未|尚|仍|经|同意|不予|另)|"
        "^(公开|公示|退[单回]|催办|督办|立案|签收|整改|化解|延期|处置|属实|涉及|重复|匿名)|[紧疑难急]+件$"_s);
    return name.contains(state);
}

// 环比增加, 较上月减少, 增加: a change, and no part whose name speaks of one.
bool isComparison(const QString &name)
{
    static const QRegularExpression comparison(
        u"同比|环比|较|比(上|去|前|\\d)|^(净|新|多|共)?(增加|增长|上升|增多|提高|减少|下降|降低|多|少|新增)(了|出|至|到)?$"_s);
    return name.contains(comparison);
}

bool isNameless(const Mention &mention)
{
    return mention.kind == Mention::Kind::Count && mention.role == Role::Item && mention.parted <= 1
           && partName(mention).isEmpty();
}

} // namespace

Standing standingOf(const ReviewLine &line, qsizetype index)
{
    // A、B分别为1210件、980件: the second is what the first is.
    while (isNameless(line.mentions[index]) && index > 0 && line.mentions[index - 1].kind == Mention::Kind::Count)
        --index;
    const Mention &mention = line.mentions[index];
    if (mention.kind != Mention::Kind::Count)
        return Standing::None;
    const QString name = partName(mention);
    switch (mention.role) {
    case Role::Mean:
    case Role::Together:
    case Role::Base:
    case Role::Before:
    case Role::CarriedOver:
        return Standing::None;
    case Role::Grown:
    case Role::Shrunk:
        return isComparison(name) ? Standing::None : Standing::Unsure;
    case Role::Item:
        return (mention.respectively && !mention.opensParts) || maySayState(name) ? Standing::Unsure : Standing::Sure;
    case Role::Received:
    case Role::Direct: {
        static const QRegularExpression channel(u"^(群众|市民|热线|人工)?(电话|来电|热线)(来电)?$"_s);
        static const QRegularExpression all(u"共(受理|接到|收到|接收|接听|处理|办理)(各类|群众)?(诉求|工单|来电)?$"_s);
        if (name.contains(all))
            return Standing::None; // 全县共受理820件: the whole
        return name.contains(channel) ? Standing::Sure : Standing::Unsure;
    }
    default:
        return isBareState(name) ? Standing::None : Standing::Unsure;
    }
}

} // namespace huiyin
