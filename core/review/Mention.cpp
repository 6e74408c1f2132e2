// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/Mention.h"

#include "domain/PersonalText.h"
#include "review/Levels.h"

#include <QRegularExpression>

#include <algorithm>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

using Role = Mention::Role;

const QRegularExpression &numberForm()
{
    static const QRegularExpression form(u"(?<![\\d.A-Za-z第〔\\[/:-])(\\d+(?:,\\d{3})*(?:\\.\\d+)?) ?(万|亿)?(余|多)?"
                                         "(件次|件|宗|条|封|起|例|通|个百分点|个|%|‰)"_s);
    return form;
}

bool isOfCalls(const QString &label, const QString &unit, const QString &behind)
{
    static const QRegularExpression calls(u"电话|来电|呼入|呼出|通话|话务|接通"_s);
    return unit == u"通"
           || (unit == u"个"
               && (label.contains(calls) || behind.startsWith(u"电话"_s) || behind.startsWith(u"来电"_s)));
}

} // namespace

// Which words say which role. The first that fits: 未办结 before 办结, 按时办结率 before 办结.
Mention::Role roleOfCount(const QString &label, const QString &behind)
{
    static const QList<std::pair<QRegularExpression, Role>> before{
        {QRegularExpression(
             u"(去年|上年)(同期|同月|同季度?)?[^增减升降多少]*$|(上个?月|上期|上一?季度)[^增减升降多少]*$"_s),
         Role::Before},
        {QRegularExpression(u"增加|增长|上升|增多|多(了|出)?$|新增$|提高|增幅"_s), Role::Grown},
        {QRegularExpression(u"减少|下降|降低|少(了)?$|降幅"_s), Role::Shrunk},
        {QRegularExpression(u"日均|平均|每天|每日|人均"_s), Role::Mean},
        {QRegularExpression(u"合计|总计$|共计$|(三|四|五|六|七|八|九|十|几)[项类]共$"_s), Role::Together},
        {QRegularExpression(u"结转|上(月|期|季度|年)遗留|往期"_s), Role::CarriedOver},
        {QRegularExpression(u"(直接|当场|即时|在线|现场)(办结|答复|解答|回复|办理)|直办|直接受理"_s), Role::Direct},
        {QRegularExpression(u"超期|逾期|超时"_s), Role::Overdue},
        {QRegularExpression(u"未办结|尚未|在办|正在|办理中|处理中|待办|未结"_s), Role::Open},
        {QRegularExpression(u"(按时|按期|及时|期内|限时)(办结|办理|反馈|回复|结案)"_s), Role::ClosedOnTime},
        {QRegularExpression(u"应办结|应结"_s), Role::Received},
        {QRegularExpression(u"办结|结案|办毕|办理完毕|已处理"_s), Role::Closed},
        {QRegularExpression(u"(非常|很|基本|比较|较)满意|不太满意"_s), Role::Item},
        {QRegularExpression(u"不满意|未评价"_s), Role::Dissatisfied},
        {QRegularExpression(u"满意"_s), Role::Satisfied},
        {QRegularExpression(u"回访"_s), Role::FollowedUp},
        {QRegularExpression(u"未解决|没有解决"_s), Role::Item},
        {QRegularExpression(u"解决"_s), Role::Solved},
        {QRegularExpression(u"(回复|答复|反馈)$"_s), Role::Replied},
        {QRegularExpression(u"类$|问题$|方面$"_s), Role::Item},
        {QRegularExpression(
             u"受理|接到|接收|收到|接听|接办|处理|办理|登记|转办|转派|派发|派单|交办|承办|有效|收集|共$|共有$|"
             "工单$|诉求$|来电$|电话$"_s),
         Role::Received}};
    if (label.isEmpty() || label == u"还有" || label == u"尚有" || label == u"另有") {
        static const QRegularExpression open(u"^(正在|在办|未办结|尚在|待|仍在|处于办理)"_s);
        static const QRegularExpression closed(u"^(已办结|全部办结|办结)"_s);
        if (behind.contains(open))
            return Role::Open;
        if (behind.contains(closed))
            return Role::Closed;
    }
    for (const auto &[words, role] : before) {
        if (label.contains(words))
            return role;
    }
    return Role::Item;
}

namespace {

Role roleOfPercentage(const QString &label)
{
    static const QRegularExpression grown(u"增加|增长|上升|提高|提升|增幅|升幅|涨"_s);
    static const QRegularExpression shrunk(u"减少|下降|降低|降幅|回落"_s);
    static const QRegularExpression before(u"(去年|上年)(同期|同月|同季度?)|上个?月|上期|上一?季度"_s);
    if (label.contains(grown))
        return Role::Grown;
    if (label.contains(shrunk))
        return Role::Shrunk;
    if (label.contains(before))
        return Role::Before;
    if (label.contains(u'率'))
        return Role::Rate;
    return Role::Share;
}

// What stands between two numbers says how they belong together.
struct Gap
{
    QString label{};
    QString beforeBracket{}; // 较上月（3200件）: what the bracket explains
    bool opensParts = false;
};

Gap readGap(const QString &gap)
{
    static const QRegularExpression sign(u"[，,。；;：:！!？?（）()【】“”\"]"_s);
    static const QRegularExpression leading(u"^[、\\s]*((以|其)?及|和|与|还)?[\\s]*"_s);
    static const QRegularExpression parts(u"其中|包括|分别(是|为)|涉及"_s);
    static const QRegularExpression ofThem(u"属于"_s);
    Gap result;
    const qsizetype last = gap.lastIndexOf(sign);
    result.label = gap.mid(last + 1);
    if (last < 0)
        result.label.remove(leading);
    result.label = result.label.trimmed();
    if (result.label.isEmpty() && last >= 0 && (gap[last] == u'（' || gap[last] == u'('))
        result.beforeBracket = gap.first(last).section(sign, -1).trimmed();
    result.opensParts = gap.contains(parts) || (gap.contains(ofThem) && !gap.contains(u'；') && !gap.contains(u';'));
    return result;
}

// 还有 in front of a number that says by what follows what it is.
QString wordsBehind(const QString &line, qsizetype from)
{
    static const QRegularExpression end(u"[，,。；;：:！!？?（）()、\\d]"_s);
    const qsizetype stop = line.indexOf(end, from);
    return line.mid(from, stop < 0 ? -1 : stop - from).trimmed();
}

PrintedCount countOf(Decimal decimal, const QString &tenThousands)
{
    const qint64 unit = tenThousands == u"亿" ? 100'000'000 : tenThousands == u"万" ? 10'000 : 1;
    if (unit == 1)
        return {decimal.mantissa, decimal.mantissa};
    const qint64 digit = std::max<qint64>(unit / power10(decimal.decimals), 1); // of the last printed one
    const qint64 value = decimal.mantissa * unit / power10(decimal.decimals);
    return {std::max<qint64>(value - digit / 2, 0), value + digit - 1}; // rounded, or cut off
}

std::optional<Decimal> decimalOf(QString text)
{
    text.remove(u',');
    const qsizetype point = text.indexOf(u'.');
    const int decimals = point < 0 ? 0 : static_cast<int>(text.size() - point - 1);
    text.remove(u'.');
    constexpr int mostDigits = 12;
    constexpr int mostDecimals = 4;
    if (text.size() > mostDigits || decimals > mostDecimals)
        return std::nullopt;
    return Decimal{.mantissa = text.toLongLong(), .decimals = decimals};
}

} // namespace

QList<Mention> mentionsIn(const QString &line)
{
    QList<Mention> mentions;
    QString plain = asPlain(line);
    plain.replace(u'％', u'%');
    qsizetype previous = 0;
    Mention place;
    auto match = numberForm().globalMatch(plain);
    while (match.hasNext()) {
        const auto one = match.next();
        const QString unit = one.captured(4);
        Mention mention = place;
        const auto decimal = decimalOf(one.captured(1));
        const QString gap = plain.mid(previous, one.capturedStart() - previous);
        const Gap words = readGap(gap);
        const QString behind = wordsBehind(plain, one.capturedEnd());
        const bool calls = isOfCalls(words.label, unit, behind);
        const bool percentage = unit == u"%";
        const bool points = unit == u"个百分点";
        // 3个工作日, 15个小区 count no cases; 30余件 says no figure; 5‰ is none of ours.
        if (!decimal || unit == u"‰" || (unit == u"个" && !calls) || one.capturedLength(3) > 0)
            continue;
        for (const QChar sign : gap) {
            if (sign == u'（' || sign == u'(')
                ++mention.depth;
            else if ((sign == u'）' || sign == u')') && mention.depth > 0)
                --mention.depth;
            else if (sign == u'。' || sign == u'！' || sign == u'？')
                ++mention.sentence;
            if (sign == u'；' || sign == u';' || sign == u'。')
                ++mention.segment;
        }
        place.depth = mention.depth;
        place.sentence = mention.sentence;
        place.segment = mention.segment;
        mention.kind = percentage ? Mention::Kind::Percentage : points ? Mention::Kind::Points : Mention::Kind::Count;
        mention.start = one.capturedStart();
        mention.length = one.capturedLength();
        mention.decimal = *decimal;
        mention.text = line.mid(mention.start, mention.length);
        mention.label = words.label;
        mention.behind = behind;
        mention.ofCalls = calls;
        mention.opensParts = words.opensParts;
        if (mention.kind == Mention::Kind::Count)
            mention.count = countOf(*decimal, one.captured(2));
        mention.role =
            mention.kind == Mention::Kind::Count ? roleOfCount(mention.label, behind) : roleOfPercentage(mention.label);
        if (!words.beforeBracket.isEmpty() && roleOfCount(words.beforeBracket, {}) == Role::Before)
            mention.role = Role::Before;
        previous = mention.end();
        mentions.append(mention);
    }
    readLevels(mentions);
    return mentions;
}

} // namespace huiyin
