// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/PartGroups.h"

#include "review/CountNames.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

using Role = Mention::Role;

bool mayBeTotal(const Mention &mention)
{
    switch (mention.role) {
    case Role::Item:
    case Role::Received:
    case Role::Closed:
    case Role::Direct:
    case Role::FollowedUp:
    case Role::Replied:
    case Role::Overdue:
    case Role::Open:
    case Role::Dissatisfied:
        return mention.kind == Mention::Kind::Count;
    default:
        return false;
    }
}

namespace {

// Goes over a line's mentions once and finds the lists of parts in it.
class Grouping
{
public:
    explicit Grouping(const ReviewLine &line)
        : m_line(line)
        , m_runs(shareRunsIn(line))
    {
        for (const ShareRun &run : std::as_const(m_runs)) {
            if (run.base)
                continue;
            if (run.reading == ShareRun::Reading::Each && at(run.counts.first()).role != Role::Together)
                m_shares.insert(run.counts.first(), run.first);
            m_begun.insert(run.counts.first());
        }
        m_bareNames.reserve(line.mentions.size());
        for (const Mention &mention : line.mentions)
            m_bareNames.append(barePart(mention.name()));
    }

    QList<PartGroup> groups()
    {
        for (qsizetype i = 0; i < m_line.mentions.size(); ++i) {
            closeBefore(i);
            if (at(i).kind == Mention::Kind::Count && !isWholeOf(at(i)))
                addCount(i);
        }
        while (!m_open.isEmpty())
            m_done.append(m_open.takeLast());
        m_done.removeIf([](const PartGroup &group) { return group.items.isEmpty(); });
        for (PartGroup &group : m_done) {
            for (const ShareRun &run : std::as_const(m_runs)) {
                const bool within =
                    std::ranges::all_of(run.counts, [&](qsizetype count) { return group.items.contains(count); });
                if (within && !run.base && run.reading != ShareRun::Reading::Each)
                    group.runs.append(run);
            }
        }
        return m_done;
    }

private:
    [[nodiscard]] const Mention &at(qsizetype index) const { return m_line.mentions[index]; }

    void closeBefore(qsizetype index)
    {
        const Mention &mention = at(index);
        while (!m_open.isEmpty()) {
            const PartGroup &group = m_open.last();
            const bool over = group.inBrackets ? mention.level() < group.depth || leastDepthBefore(index) < group.depth
                                               : mention.sentence != group.sentence
                                                     || (group.isNested && mention.segment != group.segment
                                                         && !staysNested(group, index));
            if (!over)
                return;
            m_done.append(m_open.takeLast());
        }
    }

    // 甲县30件（咨询20件、投诉10件），乙县（咨询5件: the bracket was closed, though no number stands outside.
    [[nodiscard]] int leastDepthBefore(qsizetype index) const
    {
        if (index == 0)
            return 0;
        const qsizetype from = at(index - 1).end();
        int depth = at(index - 1).depth;
        int least = depth;
        for (const QChar sign : QStringView(m_line.text).sliced(from, at(index).start - from)) {
            if (sign == u'（' || sign == u'(')
                ++depth;
            else if (sign == u'）' || sign == u')')
                least = std::min(least, --depth);
        }
        return least;
    }

    // 教育类312件，占10.0%，其中入学156件，占50.0%；校园安全78件，占25.0%: the last is one of the 312 too, as its share says.
    [[nodiscard]] bool staysNested(const PartGroup &group, qsizetype index) const
    {
        const Mention &mention = at(index);
        if (mention.kind != Mention::Kind::Count)
            return true; // its count has decided
        const auto share = m_shares.constFind(index);
        if (share == m_shares.cend() || group.parents.isEmpty() || mention.opensParts || mention.opensWhole)
            return false;
        const Mention &parent = at(group.parents.first());
        const QString named = barePart(baseNamedBy(at(*share), mention).value_or(QString()));
        if (!named.isEmpty())
            return m_bareNames[group.parents.first()].contains(named);
        return isPercentageOf(mention.count, parent.count, at(*share).decimal);
    }

    void addCount(qsizetype index)
    {
        const Mention &mention = at(index);
        const Mention *before = index > 0 ? &at(index - 1) : nullptr;
        const bool bracket = before && before->kind == Mention::Kind::Count && mention.level() > before->level()
                             && standingOf(m_line, index) != Standing::None && !partName(mention).isEmpty();
        const bool withShare =
            m_open.isEmpty() && m_begun.contains(index)
            && (mention.role == Role::Item || mention.role == Role::Received || mention.role == Role::Direct);
        if (mention.opensParts || mention.opensWhole || bracket || withShare || partOfNamed(index)) {
            open(index, mention.level() > leastDepthBefore(index));
            return;
        }
        if (m_open.isEmpty()) {
            openBackwards(index);
            return;
        }
        if (m_open.size() > 1 && m_open.last().isNested && isBesideParent(m_open.last(), index))
            m_done.append(m_open.takeLast());
        append(m_open.last(), index);
    }

    // 住建局30件，其中物业问题12件，教育局20件: called as what 其中 takes apart, and not as its parts are.
    [[nodiscard]] bool isBesideParent(const PartGroup &group, qsizetype index) const
    {
        if (group.inBrackets || group.parents.isEmpty() || at(group.parents.first()).role != Role::Item
            || partedBetween(m_line, group.items.last(), index) < 2)
            return false;
        const Mention &parent = at(group.parents.first());
        const QString name = partName(at(index));
        const auto share = m_shares.constFind(index);
        if (name.isEmpty() || !u"类局委办部院站市县区旗镇乡村道"_s.contains(name.back()) || parent.name().contains(name)
            || (share != m_shares.cend() && isPercentageOf(at(index).count, parent.count, at(*share).decimal)))
            return false;
        return partName(parent).endsWith(name.back()) && !partName(at(group.items.first())).endsWith(name.back());
    }

    void append(PartGroup &group, qsizetype index)
    {
        const Mention &mention = at(index);
        if (group.items.isEmpty() || mention.level() != group.depth)
            return;
        const Mention &first = at(group.items.first());
        Standing standing = standingOf(m_line, index);
        if (standing == Standing::None || mention.ofCalls != first.ofCalls)
            return;
        const bool alike = mention.role != Role::Item && mention.role == first.role && !partName(mention).isEmpty()
                           && group.unsure.isEmpty();
        if (m_shares.contains(index) || isRest(partName(mention)) || alike)
            standing = Standing::Sure;
        // A、B、C，D: the list may be over before D.
        const int listed = group.items.size() < 2 ? 4 : partedBetween(m_line, group.items[0], group.items[1]);
        const bool listEnds = partedBetween(m_line, group.items.last(), index) > listed;
        if ((listEnds || isBesideParent(group, index)) && !m_shares.contains(index))
            standing = Standing::Unsure;
        group.isMixed = group.isMixed || mention.label.endsWith(u'各'); // A县、B县各3件
        group.items.append(index);
        if (standing == Standing::Unsure)
            group.unsure.insert(index);
        if (m_shares.contains(index))
            group.shares.insert(index, m_shares.value(index));
    }

    // 受理的9230件办件中，省长热线转办13件: the 9230 are no part of anything.
    [[nodiscard]] static bool isWholeOf(const Mention &mention)
    {
        static const QRegularExpression among(u"^(诉求|工单|办件|来电|信件|留言|问题)?中(?![心央国学小医介标断])"_s);
        return mention.kind == Mention::Kind::Count && mention.behind.contains(among);
    }

    // 涉企诉求中，政策咨询188件: the count of 涉企诉求 before it.
    [[nodiscard]] std::optional<qsizetype> partOfNamed(qsizetype index) const
    {
        if (index > 0 && isWholeOf(at(index - 1)) && mayBeTotal(at(index - 1)))
            return index - 1;
        const QString name = barePart(at(index).within);
        for (qsizetype i = index - 1; i >= 0 && !name.isEmpty(); --i) {
            if (mayBeTotal(at(i)) && m_bareNames[i].contains(name))
                return i;
        }
        return std::nullopt;
    }

    void open(qsizetype index, bool inBrackets)
    {
        const Mention &mention = at(index);
        const Standing standing = standingOf(m_line, index);
        if (standing == Standing::None)
            return; // 其中办结37件: a state, no part
        PartGroup group{.inBrackets = inBrackets,
                        .isOpened = mention.opensParts || inBrackets,
                        .isWhole = mention.opensWhole,
                        .isMixed = mention.label.endsWith(u'各'),
                        .depth = mention.level(),
                        .sentence = mention.sentence,
                        .segment = mention.segment};
        const auto named = partOfNamed(index);
        if (named)
            group.parents.append(*named);
        else
            findParents(group, index);
        // 甲县30件（咨询20件、投诉10件），乙县（咨询5件: of a number that isn't there.
        if (inBrackets && !named && index > 0 && leastDepthBefore(index) < at(index - 1).depth)
            group.parents.clear();
        const qsizetype nearest = named.value_or(m_nearest);
        if (!m_open.isEmpty() && !inBrackets) {
            const PartGroup &outer = m_open.last();
            if (group.isWhole && !outer.parents.isEmpty())
                group.parents =
                    outer.parents + group.parents; // 咨询520件、投诉300件，按来源分，电话700件: of the same total
            group.isNested =
                !group.isWhole && (named || (outer.items.contains(nearest) && at(nearest).segment == mention.segment));
            if (!group.isNested)
                m_done.append(m_open.takeLast());
        } else if (!inBrackets) {
            // 《人民网》64件，其中甲31件，乙33件；《省长信箱》…: parts of one of a list.
            group.isNested = mention.opensParts && nearest >= 0 && at(nearest).segment == mention.segment
                             && at(nearest).role == Role::Item;
        }
        group.items.append(index);
        // What 其中 stands before is a part of something, unless it is a list of states.
        if (standing == Standing::Unsure && mention.role != Role::Received && mention.role != Role::Direct
            && !m_shares.contains(index)
            && !(mention.opensParts && mention.role == Role::Item && !mention.respectively))
            group.unsure.insert(index);
        if (m_shares.contains(index))
            group.shares.insert(index, m_shares.value(index));
        m_open.append(group);
    }

    void findParents(PartGroup &group, qsizetype index)
    {
        const Mention &mention = at(index);
        m_nearest = -1;
        const bool byShares = !mention.opensParts && !group.inBrackets;
        for (qsizetype i = index - 1; i >= 0; --i) {
            const Mention &other = at(i);
            if (!mayBeTotal(other) || other.level() > mention.level())
                continue;
            if (other.ofCalls != mention.ofCalls) {
                // What is called a part of calls can't be one of the cases named before them.
                if (mention.opensParts && m_nearest < 0 && group.parents.isEmpty()
                    && other.segment == mention.segment) {
                    group.isMixed = true;
                    group.parents.append(i);
                }
                continue;
            }
            // With a share of its own it stands beside the others, unless 其中 takes it apart.
            if ((byShares || mention.respectively) && m_shares.contains(i))
                continue;
            if (m_nearest < 0)
                m_nearest = i;
            group.parents.append(i);
        }
        // After a full stop the sentence before it is spoken of as a whole.
        if (m_nearest >= 0 && (group.isWhole || at(m_nearest).sentence != mention.sentence)) {
            std::stable_partition(group.parents.begin(), group.parents.end(),
                                  [this](qsizetype i) { return at(i).role == Role::Received; });
        }
    }

    // 共受理820件，电话700件，微信80件，其他渠道30件: that it is a list is told by its end.
    void openBackwards(qsizetype index)
    {
        static const QRegularExpression last(
            u"^(其他|其它|其余)(类|渠道|问题|诉求|方面|来源|方式|途径|类型|领域|事项)*$"_s);
        if (!partName(at(index)).contains(last) || m_shares.contains(index))
            return;
        PartGroup group{
            .isOpened = true, .depth = at(index).level(), .sentence = at(index).sentence, .segment = at(index).segment};
        group.items.append(index);
        for (qsizetype i = index - 1; i >= 0 && at(i).sentence == group.sentence; --i) {
            const Mention &other = at(i);
            if (partedBetween(m_line, i, i + 1) > 2 || other.level() != group.depth
                || other.ofCalls != at(index).ofCalls)
                return;
            if (other.role == Role::Received && other.label.contains(u'共')) {
                group.parents.append(i);
                break;
            }
            if (standingOf(m_line, i) != Standing::Sure || other.opensParts)
                return;
            group.items.prepend(i);
        }
        if (!group.parents.isEmpty() && group.items.size() > 2)
            m_open.append(group);
    }

    const ReviewLine &m_line;
    QList<ShareRun> m_runs;
    QList<QString> m_bareNames;           // of each mention
    QHash<qsizetype, qsizetype> m_shares; // of a count, its own percentage
    QSet<qsizetype> m_begun;              // counts with which shares of a list begin
    qsizetype m_nearest = -1;             // of the parents found last
    QList<PartGroup> m_open;
    QList<PartGroup> m_done;
};

} // namespace

QList<PartGroup> partGroupsIn(const ReviewLine &line)
{
    return Grouping(line).groups();
}

} // namespace huiyin
