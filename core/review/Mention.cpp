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
    static const QRegularExpression form(u"(?:(?<![\\d.A-Za-z第〔\\[/:-])|(?<=[^\\d\\s]:)|(?<=[Aa][Pp][Pp]))"
                                         "(\\d+(?:,\\d{3})*(?:\\.\\d+)?) ?(万|亿)?(余|多)?"
                                         "(件次|件|宗|条|封|起|例|通|单(?![元位独项据])|人次|人|次|个百分点|个|%|‰)"_s);
    return form;
}

bool isOfCalls(const QString &label, const QString &unit, const QString &behind)
{
    static const QRegularExpression calls(u"电话|来电|呼入|呼出|通话|话务|接通"_s);
    return unit == u"通"
           || (unit == u"个"
               && (label.contains(calls) || behind.startsWith(u"电话"_s) || behind.startsWith(u"来电"_s)));
}

// 3个工作日, 15个小区, 开展12次 count no cases; 受理诉求3126个, and in its list 求助640个, do. `listed`: the unit of the list.
bool countsCases(const QString &unit, const QString &label, const QString &behind, const QString &listed)
{
    static const QRegularExpression cases(u"诉求|工单|留言|来信|信件|办件"_s);
    static const QRegularExpression taken(u"受理|接到|接收|收到|诉求"_s);
    static const QRegularExpression asked(u"回访|满意|评价|参评|测评|接通"_s);
    if (unit == u"人" || unit == u"人次")
        return label.contains(asked);
    if (unit != u"个" && unit != u"次")
        return true;
    return (behind.isEmpty() && label.contains(unit == u"个" ? cases : taken))
           || (unit == listed && behind.isEmpty() && !label.isEmpty());
}

} // namespace

// Which words say which role. The first that fits: 未办结 before 办结, 按时办结率 before 办结.
Mention::Role roleOfCount(const QString &label, const QString &behind)
{
    static const QList<std::pair<QRegularExpression, Role>> before{
        {QRegularExpression(
             u"结转|上(个?月|周|期|一?季度|年)末?(遗留|未办结|在办)|[月周期年]初(在办|未办结|未结)|往期"_s),
         Role::CarriedOver},
        {QRegularExpression(
             u"(去年|上年)(同期|同月|同季度?)?[^增减升降多少]*$|(上个?[月周]|上期|上一?季度)[^增减升降多少]*$|"
             "^(较|比|与)(\\d{4}年)?(\\d{1,2}(-\\d{1,2})?月份?|第?[一二三四]季度|[上下]半年|\\d{4}年)[^增减升降多少]*$"_s),
         Role::Before},
        // 逾期交房问题, 不动产登记类: a class, whatever its name speaks of
        {QRegularExpression(
             u"^(?!.*(同比|环比|较|比上|新增|增加|减少|上升|下降|增长|日均|平均|每万|合计|受理|接到|收到|"
             "已|(按时|按期|及时|限时|超期|逾期|超时|直接|当场|即时|在线|累计|^)(未?办结|答复|解答|回复|反馈)|"
             "在办|正在办理|未办结|回访|满意|转办|转派|交办|承办|派发))"
             ".+(类|问题|方面|领域|事项|纠纷)共?$"_s),
         Role::Item},
        {QRegularExpression(u"增加|增长|上升|增多|多(了|出)?$|新增$|提高|增幅"_s), Role::Grown},
        {QRegularExpression(u"减少|下降|降低|少(了)?$|降幅"_s), Role::Shrunk},
        {QRegularExpression(u"日均|月均|平均|每天|每日|每月|人均"_s), Role::Mean},
        {QRegularExpression(u"合计|总计$|共计$|(三|四|五|六|七|八|九|十|几)[项类]共$"_s), Role::Together},
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
             "^(其中|共|总|全部|各类|各种|群众|市民|企业|居民|网民|热线|民生|有效|公开|12345|全[市县区省州]|我[市县区]|"
             "本[月周期季年]度?|当月|\\d+月份?|\\d{4}年|第?[一二三四]季度|[上下]半年|全年|[的、和及])*"
             "(工单|诉求)$|来电$|电话$"_s),
         Role::Received}};
    if (label.isEmpty() || label == u"还有" || label == u"尚有" || label == u"另有" || label == u"其中") {
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

// （4月份3200件）, （1—5月累计1260件）: another period in a bracket is there to be compared.
bool isOtherPeriod(const QString &label)
{
    static const QRegularExpression period(
        u"^(去年|上年|\\d{4}年)?(\\d{1,2}(-\\d{1,2})?月份?|第?[一二三四]季度|[上下]半年|全年|上个?[月周年]|上期|上一?"
        u"季度|"
        "今年以来|年初以来|\\d{4}年|去年|上年)(同期)?(累计|共)?(受理|承办|办理)?(量)?(为|是)?$"_s);
    return label.contains(period);
}

// What stands between two numbers says how they belong together.
struct Gap
{
    QString label{};
    QString subject{}; // 较上月（3200件）, 咨询类：1980件, 停水问题，共58件: what the number is of
    QString within{};  // 涉企诉求中，
    bool opensParts = false;
    bool opensWhole = false;
    bool respectively = false;
    bool bracketed = false;
    int parted = 0;
};

int partedBy(const QString &gap)
{
    static const QRegularExpression stop(u"[。！？!?]"_s);
    static const QRegularExpression segment(u"[；;]"_s);
    static const QRegularExpression clause(u"[，,：:]"_s);
    return gap.contains(stop) ? 4 : gap.contains(segment) ? 3 : gap.contains(clause) ? 2 : gap.contains(u'、') ? 1 : 0;
}

// A、B分别为, where A and B stand in the same clause, counts each of them; 共820件，分别为 takes the 820 apart.
void readRespectively(const QString &gap, Gap &result)
{
    static const QRegularExpression form(
        u"([^，,。；;：:]*)分别(为|是|有|达到?|约|共?受理|接到|收到|办理|承办|转办|转派|交办|处理)?(诉求|工单|来电)?\\s*$"_s);
    static const QRegularExpression opening(u"分别(是|为)"_s);
    const auto match = form.match(gap);
    result.respectively = match.hasMatch();
    if (result.respectively ? match.captured(1).trimmed().isEmpty() : gap.contains(opening))
        result.opensParts = true;
}

Gap readGap(const QString &gap)
{
    static const QRegularExpression sign(u"[，,。；;：:！!？?（）()【】“”\"]"_s);
    static const QRegularExpression leading(u"^[、\\s]*((以|其)?及|和|与|还)?[\\s]*"_s);
    static const QRegularExpression parts(u"其中|包括|主要(是|为|有|涉及|反映|集中在)"_s);
    static const QRegularExpression ofThem(u"属于"_s);
    static const QRegularExpression whole(u"按[^，。；;\\d]{1,8}(分|划分|统计|：)|[按从][^，。；;\\d]{1,10}看"_s);
    static const QRegularExpression within(
        u"([^，,。；;：:、（）()\\d\\s]{0,12}(?:诉求|工单|来电|信件|留言|类|问题|投诉|咨询|求助|举报|建议|件))"
        "中(?![心央国学小医介标断])"_s);
    static const QRegularExpression named(u"(问题|类|诉求|方面|领域|纠纷|事项)$"_s);
    Gap result;
    const qsizetype last = gap.lastIndexOf(sign);
    result.label = gap.mid(last + 1);
    if (last < 0)
        result.label.remove(leading);
    result.label = result.label.trimmed();
    if (last >= 0) {
        const QString before = gap.first(last).section(sign, -1).remove(leading).trimmed();
        const bool explained = result.label.isEmpty() && u"（(：:"_s.contains(gap[last]);
        const bool counted = (result.label == u"共" || result.label == u"共有") && before.contains(named);
        if (explained || counted)
            result.subject = before;
        result.bracketed = explained && !before.isEmpty() && u"（("_s.contains(gap[last]);
    }
    result.within = within.match(gap).captured(1);
    result.opensParts = gap.contains(parts) || (gap.contains(ofThem) && !gap.contains(u'；') && !gap.contains(u';'));
    result.opensParts = result.opensParts || gap.startsWith(u'：') || gap.startsWith(u':'); // 受理820件：电话700件
    result.opensWhole = gap.contains(whole);
    result.parted = partedBy(gap);
    readRespectively(gap, result);
    return result;
}

// 还有 in front of a number that says by what follows what it is.
QString wordsBehind(const QString &line, qsizetype from)
{
    static const QRegularExpression end(u"[，,。；;：:！!？?（）()、\\d]"_s);
    constexpr qsizetype farthest = 100; // each search goes over all that it is given, however near its match
    const QString rest = line.mid(from, farthest);
    const qsizetype stop = rest.indexOf(end);
    return rest.first(stop < 0 ? rest.size() : stop).trimmed();
}

qint64 unitOf(const QString &unitWord)
{
    return unitWord == u"亿" ? 100'000'000 : unitWord == u"万" ? 10'000 : 1;
}

PrintedCount countOf(Decimal decimal, const QString &unitWord)
{
    const qint64 unit = unitOf(unitWord);
    if (unit == 1) { // 26.5件 a day lie between two counts
        const qint64 units = power10(decimal.decimals);
        return {decimal.mantissa / units, (decimal.mantissa + units - 1) / units};
    }
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

// Goes through a line from number to number.
class MentionReader
{
public:
    explicit MentionReader(const QString &line)
        : m_line(line)
        , m_plain(asPlain(line).replace(u'％', u'%'))
    {
    }

    QList<Mention> read()
    {
        for (auto match = numberForm().globalMatch(m_plain); match.hasNext();)
            take(match.next());
        readLevels(m_mentions);
        return m_mentions;
    }

private:
    void take(const QRegularExpressionMatch &number)
    {
        const QString unit = number.captured(4);
        const auto decimal = decimalOf(number.captured(1));
        const Gap words = wordsBefore(number);
        const QString behind = wordsBehind(m_plain, number.capturedEnd());
        const bool calls = countsCalls(words, unit, behind);
        if (words.parted == 4)
            m_listed.clear();
        if (!decimal || saysNoFigure(number, *decimal, words, behind)
            || (!calls && !countsCases(unit, words.label, behind, m_listed)))
            return;
        Mention mention;
        mention.kind = unit == u"%"          ? Mention::Kind::Percentage
                       : unit == u"个百分点" ? Mention::Kind::Points
                                             : Mention::Kind::Count;
        mention.start = number.capturedStart();
        mention.length = number.capturedLength();
        mention.decimal = *decimal;
        mention.text = m_line.mid(mention.start, mention.length);
        mention.behind = behind;
        mention.ofCalls = calls;
        placeIn(mention);
        describe(mention, words);
        if (mention.kind == Mention::Kind::Count) {
            m_listed = calls ? QString() : unit;
            mention.count = countOf(*decimal, number.captured(2));
        }
        mention.role = roleOf(mention);
        m_previous = mention.end();
        m_parted = 0;
        m_mentions.append(mention);
    }

    // Only the last words before a number say what it is, and numbers that are none are many in some lines.
    Gap wordsBefore(const QRegularExpressionMatch &number)
    {
        constexpr qsizetype farthest = 200;
        const qsizetype start = number.capturedStart();
        const qsizetype from = std::max(m_previous, start - farthest);
        Gap words = readGap(m_plain.mid(from, start - from));
        m_parted = std::max(m_parted, partedBy(m_plain.mid(m_number, start - m_number)));
        words.parted = m_parted;
        m_number = number.capturedEnd();
        return words;
    }

    // 接听电话8200个，日均265个: the second are calls, too.
    [[nodiscard]] bool countsCalls(const Gap &words, const QString &unit, const QString &behind) const
    {
        static const QRegularExpression goesOn(
            u"^(接听|接通|呼出|放弃|日均|月均|平均|同比|环比|较|比)|(增加|减少|增长|下降|多|少)了?$"_s);
        static const QRegularExpression changes(u"^(增|减|多|少|上升|下降|$)"_s);
        return isOfCalls(words.label, unit, behind)
               || (unit == u"个" && !m_mentions.isEmpty() && m_mentions.last().ofCalls && words.parted < 4
                   && behind.contains(changes) && words.label.contains(goesOn));
    }

    // 30余件, 超过30件, 30件以下; 5‰ is none of ours, nor are 25.3件 of 10,000 inhabitants.
    [[nodiscard]] static bool saysNoFigure(const QRegularExpressionMatch &number, Decimal decimal, const Gap &words,
                                           const QString &behind)
    {
        static const QRegularExpression bound(u"^(以[上下内]|左右|上下)"_s);
        static const QRegularExpression about(u"(超过?|突破|不足|逾|(?<![最附就])近|至少|不[低高]于)$"_s);
        static const QRegularExpression mean(u"均|每天|每日"_s);
        const QString unit = number.captured(4);
        const bool isCount = unit != u"%" && unit != u"个百分点";
        const bool ofInhabitants =
            words.label.contains(u"每万人"_s)
            || (isCount && number.capturedLength(2) == 0 && decimal.decimals > 0 && !words.label.contains(mean));
        // More than any office counts, and than the sums of the rules have room for.
        constexpr qint64 most = 1'000'000'000'000;
        const bool isTooLong = decimal.mantissa / power10(decimal.decimals) >= most / unitOf(number.captured(2));
        return unit == u"‰" || number.capturedLength(3) > 0 || ofInhabitants || isTooLong || behind.contains(bound)
               || words.label.contains(about);
    }

    // Which bracket, sentence and segment.
    void placeIn(Mention &mention)
    {
        for (const QChar sign : m_plain.mid(m_previous, mention.start - m_previous)) {
            if (sign == u'（' || sign == u'(')
                ++m_depth;
            else if ((sign == u'）' || sign == u')') && m_depth > 0)
                --m_depth;
            else if (u"。！？!?"_s.contains(sign))
                ++m_sentence;
            if (u"；;。！？!?"_s.contains(sign))
                ++m_segment;
            if (sign == u'。') // a bracket that nobody closed
                m_depth = 0;
        }
        mention.depth = m_depth;
        mention.sentence = m_sentence;
        mention.segment = m_segment;
    }

    void describe(Mention &mention, const Gap &words) const
    {
        mention.label = words.label;
        mention.labelStart = mention.start - words.label.size();
        while (mention.labelStart > 0 && mention.labelStart + words.label.size() > m_previous
               && m_line[mention.labelStart + words.label.size() - 1].isSpace())
            --mention.labelStart;
        mention.subject = words.subject;
        mention.within = words.within;
        mention.opensParts = words.opensParts;
        mention.opensWhole = words.opensWhole;
        mention.respectively = words.respectively;
        mention.bracketed = words.bracketed;
        mention.parted = words.parted;
    }

    [[nodiscard]] Role roleOf(const Mention &mention) const
    {
        static const QRegularExpression shareBehind(u"^的?(约|近)?\\d+(\\.\\d+)?%"_s);
        const bool isCount = mention.kind == Mention::Kind::Count;
        if (isCount && mention.depth > 0 && !mention.opensParts && isOtherPeriod(mention.label))
            return Role::Before;
        if (isCount && mention.label.contains(u'占') && m_plain.mid(mention.end(), 12).contains(shareBehind))
            return Role::Base;
        if (mention.bracketed && roleOfCount(mention.subject, {}) == Role::Before) // 较上月（94.12%）
            return Role::Before;
        return isCount ? roleOfCount(mention.name(), mention.behind) : roleOfPercentage(mention.label);
    }

    const QString &m_line;
    QString m_plain; // a sign for a sign
    QList<Mention> m_mentions{};
    QString m_listed{};       // the unit of the list that the line is in
    qsizetype m_previous = 0; // where the last mention ends
    qsizetype m_number = 0;   // where the last number ends, whatever it counts
    int m_parted = 0;         // since the last mention
    int m_depth = 0;
    int m_sentence = 0;
    int m_segment = 0;
};

} // namespace

QList<Mention> mentionsIn(const QString &line)
{
    return MentionReader(line).read();
}

} // namespace huiyin
