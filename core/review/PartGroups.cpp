// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/PartGroups.h"

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

std::optional<QString> baseNamedBy(const Mention &share, const Mention &item)
{
    static const QRegularExpression words(u"^(约)?(分别)?占(比|比例)?(为|约|达|到)?"_s);
    static const QRegularExpression wholes(u"总|全部|受理|诉求|工单|来电|本月|当月|本期|办件"_s);
    if (share.label.isEmpty())
        return share.depth > item.depth ? std::optional(QString()) : std::nullopt;
    const auto match = words.match(share.label);
    if (!match.hasMatch())
        return share.label.contains(u"占比"_s) || share.label == u"比例" ? std::optional(QString()) : std::nullopt;
    const QString name = share.label.sliced(match.capturedEnd());
    return name.contains(wholes) ? QString() : name;
}

namespace {

// Goes over a line's mentions once and finds the lists of parts in it.
class Grouping
{
public:
    explicit Grouping(const ReviewLine &line)
        : m_line(line)
    {
    }

    QList<PartGroup> groups()
    {
        for (qsizetype i = 0; i < m_line.mentions.size(); ++i) {
            const Mention &mention = m_line.mentions[i];
            closeBefore(mention);
            if (mention.kind == Mention::Kind::Count)
                addCount(i);
            else if (mention.kind == Mention::Kind::Percentage)
                addShare(i);
        }
        while (!m_open.isEmpty())
            m_done.append(m_open.takeLast());
        m_done.removeIf([](const PartGroup &group) { return group.items.isEmpty(); });
        return m_done;
    }

private:
    void closeBefore(const Mention &mention)
    {
        while (!m_open.isEmpty()) {
            const PartGroup &group = m_open.last();
            const bool over = group.inBrackets ? mention.depth < group.depth
                                               : mention.sentence != group.sentence
                                                     || (group.isNested && mention.segment != group.segment);
            if (!over)
                return;
            m_done.append(m_open.takeLast());
        }
    }

    void addCount(qsizetype index)
    {
        const Mention &mention = m_line.mentions[index];
        const Mention *before = index > 0 ? &m_line.mentions[index - 1] : nullptr;
        const bool bracket = before && before->kind == Mention::Kind::Count && mention.depth > before->depth
                             && mention.role == Role::Item && !mention.label.isEmpty();
        const Mention *after = index + 1 < m_line.mentions.size() ? &m_line.mentions[index + 1] : nullptr;
        const bool withShare = m_open.isEmpty() && mention.role == Role::Item && after && after->role == Role::Share
                               && after->kind == Mention::Kind::Percentage && baseNamedBy(*after, mention);
        if (mention.opensParts || bracket || withShare) {
            open(index, mention.depth > (before ? before->depth : 0));
            return;
        }
        if (m_open.isEmpty())
            return;
        PartGroup &group = m_open.last();
        if (mention.depth != group.depth || group.items.isEmpty())
            return;
        const Mention &first = m_line.mentions[group.items.first()];
        if (mention.ofCalls == first.ofCalls && (mention.role == Role::Item || mention.role == first.role))
            group.items.append(index);
    }

    void open(qsizetype index, bool inBrackets)
    {
        const Mention &mention = m_line.mentions[index];
        PartGroup group{
            .inBrackets = inBrackets, .depth = mention.depth, .sentence = mention.sentence, .segment = mention.segment};
        if (mention.role != Role::Item && mention.role != Role::Received && mention.role != Role::Direct)
            return; // 其中办结37件: a state, no part
        qsizetype nearest = -1;
        for (qsizetype i = index - 1; i >= 0; --i) {
            const Mention &other = m_line.mentions[i];
            if (!mayBeTotal(other) || other.ofCalls != mention.ofCalls || other.depth > mention.depth)
                continue;
            if (nearest < 0)
                nearest = i;
            group.parents.append(i);
        }
        // After a full stop the sentence before it is spoken of as a whole.
        if (nearest >= 0 && m_line.mentions[nearest].sentence != mention.sentence) {
            std::stable_partition(group.parents.begin(), group.parents.end(),
                                  [this](qsizetype i) { return m_line.mentions[i].role == Role::Received; });
        }
        if (!m_open.isEmpty() && !inBrackets) {
            const PartGroup &outer = m_open.last();
            group.isNested = outer.items.contains(nearest) && m_line.mentions[nearest].segment == mention.segment;
            if (!group.isNested)
                m_done.append(m_open.takeLast());
        } else if (!inBrackets) {
            // 《人民网》64件，其中甲31件，乙33件；《省长信箱》…: parts of one of a list.
            group.isNested = mention.opensParts && nearest >= 0 && m_line.mentions[nearest].segment == mention.segment
                             && m_line.mentions[nearest].role == Role::Item;
        }
        group.items.append(index);
        m_open.append(group);
    }

    void addShare(qsizetype index)
    {
        if (m_open.isEmpty() || index == 0)
            return;
        const Mention &share = m_line.mentions[index];
        const Mention &item = m_line.mentions[index - 1];
        PartGroup &group = m_open.last();
        if (share.role == Role::Share && item.segment == share.segment && group.items.contains(index - 1)
            && baseNamedBy(share, item))
            group.shares.insert(index - 1, index);
    }

    const ReviewLine &m_line;
    QList<PartGroup> m_open;
    QList<PartGroup> m_done;
};

} // namespace

QList<PartGroup> partGroupsIn(const ReviewLine &line)
{
    return Grouping(line).groups();
}

} // namespace huiyin
