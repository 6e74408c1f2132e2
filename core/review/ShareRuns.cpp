// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/ShareRuns.h"

#include "review/CountNames.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace huiyin {

using Role = Mention::Role;

namespace {

// 合计占, 三类诉求占比, 上述五类占工单总量的; but 公共交通类占 and 60岁以上老人占 are one part each.
bool isCollective(const QString &label)
{
    static const QRegularExpression words(u"(合计|总计|(?<!公)共计?(?![享有])|上述|^以上|前[一二三四五六七八九十\\d]+|"
                                          "[两二三四五六七八九十几\\d]+[类项者地个家])[^占]{0,10}占"_s);
    return label.contains(words);
}

// 城建类300件，城建类占比30%: before 占比 stands nothing that is another's name, as in 微信渠道占比5%.
bool isShareOfItsOwn(const QString &before, const Mention &item)
{
    static const QRegularExpression own(
        u"^(其|所|均|约|各自?|分别|同比|合计|总计|总|共计?|该|此|这|本|[一两二三四五六七八九十几]?[类项者地]|诉求|工单|"
        "问题|事项|受理|办件|来件|全[市县区省州部]|当月|[在中且并的数量件、和])*$"_s);
    static const QRegularExpression kind(u"(诉求|工单|问题|类|方面|[数量])+$"_s);
    return before.contains(own) || QString(barePart(before)).remove(kind) == barePart(partName(item)).remove(kind);
}

// 环比增加20件, 较上月增长3.3%, 上月600件, 日均12件: said of the count before it, and of nothing of its own.
bool isSaidOfBefore(const Mention &mention)
{
    static const QRegularExpression plain(u"^((同|环)比|较|比|与|和|净|分别|共|增|减|上升|下降|升|降|提高|多|少|去年|"
                                          u"上年|上个?[月周期年季]|上一|日均|月均|"
                                          "平均|\\d|即|$)"_s);
    return (mention.isChange() || mention.role == Role::Before || mention.role == Role::Mean) && !mention.opensParts
           && mention.label.contains(plain);
}

bool isShare(const Mention &mention)
{
    return mention.kind == Mention::Kind::Percentage && mention.role == Role::Share;
}

class RunReading
{
public:
    explicit RunReading(const ReviewLine &line)
        : m_line(line)
    {
    }

    QList<ShareRun> runs()
    {
        for (qsizetype i = 0; i < m_line.mentions.size(); ++i) {
            if (!isShare(at(i)))
                continue;
            qsizetype last = i;
            while (last + 1 < m_line.mentions.size() && isShare(at(last + 1)) && at(last + 1).label.isEmpty()
                   && at(last + 1).parted <= 1 && at(last + 1).depth == at(i).depth)
                ++last;
            read(i, last);
            i = last;
        }
        return m_runs;
    }

private:
    [[nodiscard]] const Mention &at(qsizetype index) const { return m_line.mentions[index]; }

    void read(qsizetype first, qsizetype last)
    {
        ShareRun run{.first = first};
        qsizetype end = first - 1; // the last count that it may be of
        if (end >= 0 && at(end).role == Role::Base)
            run.base = end--;
        // 1036件，环比增加224件，增长27.6%，占总量8640件的12.0%
        while (end >= 0 && at(end).segment == at(first).segment && isSaidOfBefore(at(end)))
            --end;
        if (end < 0 || at(end).kind != Mention::Kind::Count || at(end).sentence != at(first).sentence
            || (!run.base && !baseNamedBy(at(first), at(end))))
            return;
        const qsizetype shares = last - first + 1;
        const bool respectively =
            at(first).label.contains(u"分别"_s) || (run.base && at(*run.base).label.contains(u"分别"_s));
        if (isCollective(at(run.base.value_or(first)).label) || at(end).role == Role::Together) {
            run.reading = at(end).role == Role::Together ? ShareRun::Reading::Each : ShareRun::Reading::Together;
            run.counts = run.reading == ShareRun::Reading::Each ? QList<qsizetype>{end} : listBefore(end, end + 1, 1);
        } else if (shares > 1 || respectively) {
            run.counts = listBefore(end, shares, 2);
            if (shares == 1 || run.counts.size() != shares)
                return;
        } else if (at(first).segment != at(end).segment) {
            return;
        } else if (at(first).depth > at(end).level()) {
            run.counts = {end};
        } else {
            run.counts = listBefore(end, end + 1, 1);
            if (run.counts.size() > 1)
                run.reading = ShareRun::Reading::LastOrTogether;
        }
        if (run.reading == ShareRun::Reading::Each && shares > 1 && run.counts.size() != shares)
            return; // 合计300件，占10%、20%: of what is not said
        for (qsizetype i = 0; run.reading == ShareRun::Reading::Each && shares > 1 && i < shares; ++i)
            m_runs.append({.first = first + i, .counts = {run.counts[i]}, .base = run.base});
        if (run.reading != ShareRun::Reading::Each || shares == 1)
            m_runs.append(run);
    }

    // The counts of one list up to `end`, at most so many, parted by no stronger sign than that.
    [[nodiscard]] QList<qsizetype> listBefore(qsizetype end, qsizetype most, int parted) const
    {
        QList<qsizetype> counts;
        for (qsizetype i = end; i >= 0 && counts.size() < most; --i) {
            const Mention &count = at(i);
            if (!counts.isEmpty()
                && (standingOf(m_line, i) == Standing::None || count.ofCalls != at(end).ofCalls
                    || count.level() != at(end).level()))
                break;
            counts.prepend(i);
            if (count.opensParts || count.opensWhole || count.respectively || count.parted > parted)
                break;
        }
        return counts;
    }

    const ReviewLine &m_line;
    QList<ShareRun> m_runs;
};

} // namespace

std::optional<QString> baseNamedBy(const Mention &share, const Mention &item)
{
    static const QRegularExpression words(u"^(约|分别)?占(比例|比重|比)?(分别)?(为|约|达|到)?"_s);
    static const QRegularExpression ratio(u"的?(比例|比重)(分别)?(为|是|约|达|到)*$"_s);
    static const QRegularExpression bare(u"^所?(比例|比重)(分别)?(为|是|约|达|到)*$"_s);
    static const QRegularExpression whole(u"总|全部|所有|受理|诉求|工单|来电|电话|本[月周期季年]度?|当月|办件|来件|"
                                          u"热线|群众|市民|企业|该类?|全[市县区省州年]|"
                                          "\\d+月份?|[一二三四]季度|[上下]半年|[的数量件]"_s);
    if (share.label.isEmpty())
        return share.depth > item.level() ? std::optional(QString()) : std::nullopt;
    const auto match = words.match(share.label);
    QString name;
    if (match.hasMatch()) {
        name = share.label.sliced(match.capturedEnd());
    } else if (share.label.contains(bare)) {
        return QString();
    } else if (const auto before = share.label.indexOf(u"占比"_s); before >= 0) {
        const bool own = isCollective(share.label) || isShareOfItsOwn(share.label.first(before), item);
        return own ? std::optional(QString()) : std::nullopt;
    } else if (isCollective(share.label)) {
        name = share.label.section(u'占', 1);
    } else {
        return std::nullopt;
    }
    name.remove(ratio);
    return QString(name).remove(whole).isEmpty() ? QString() : name;
}

QList<ShareRun> shareRunsIn(const ReviewLine &line)
{
    return RunReading(line).runs();
}

} // namespace huiyin
