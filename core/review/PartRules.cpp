// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/ReviewLine.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <numeric>
#include <optional>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Review)
};

using Role = Mention::Role;

// The parts of a total as a sentence lists them. Indexes into the line's mentions.
struct Group
{
    QList<qsizetype> parents{}; // what the total may be, the likeliest first
    QList<qsizetype> items{};
    QHash<qsizetype, qsizetype> shares{}; // of an item, its percentage
    bool inBrackets = false;
    bool isNested = false; // parts of a part
    int depth = 0;
    int sentence = 0;
    int segment = 0;
};

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

// 占, 占比, 占总数的: of the total. 占水电气问题: of that part. nullopt: no share at all.
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

QString barePart(QString name)
{
    static const QRegularExpression signs(u"[、，,“”‘’\"《》\\s的]|属于|关于|(问题|类|方面)+$"_s);
    return name.remove(signs);
}

bool isRest(const QString &label)
{
    static const QRegularExpression rest(u"其他|其它|其余"_s);
    return label.contains(rest);
}

bool isRequestType(const QString &label)
{
    static const QRegularExpression type(u"(咨询|求助|投诉|举报|建议|意见|表扬|感谢|检举|非诉求)(类|件|问题)?$"_s);
    return label.contains(type);
}

// Goes over a line's mentions once and finds the lists of parts in it.
class Grouping
{
public:
    Grouping(const ReviewLine &line, const QList<Mention> &headline)
        : m_line(line)
        , m_headline(headline)
    {
    }

    QList<Group> groups()
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
        m_done.removeIf([](const Group &group) { return group.items.isEmpty(); });
        return m_done;
    }

private:
    void closeBefore(const Mention &mention)
    {
        while (!m_open.isEmpty()) {
            const Group &group = m_open.last();
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
        Group &group = m_open.last();
        if (mention.depth != group.depth || group.items.isEmpty())
            return;
        const Mention &first = m_line.mentions[group.items.first()];
        if (mention.ofCalls == first.ofCalls && (mention.role == Role::Item || mention.role == first.role))
            group.items.append(index);
    }

    void open(qsizetype index, bool inBrackets)
    {
        const Mention &mention = m_line.mentions[index];
        Group group{
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
            std::ranges::stable_partition(group.parents,
                                          [this](qsizetype i) { return m_line.mentions[i].role == Role::Received; });
        }
        if (!m_open.isEmpty() && !inBrackets) {
            const Group &outer = m_open.last();
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
        Group &group = m_open.last();
        if (share.role == Role::Share && item.segment == share.segment && group.items.contains(index - 1)
            && baseNamedBy(share, item))
            group.shares.insert(index - 1, index);
    }

    const ReviewLine &m_line;
    const QList<Mention> &m_headline;
    QList<Group> m_open;
    QList<Group> m_done;
};

// The checks of one group.
class PartCheck
{
public:
    PartCheck(const ReviewLine &line, const QList<Mention> &headline, const Group &group)
        : m_line(line)
        , m_headline(headline)
        , m_group(group)
    {
        for (const qsizetype item : group.items) {
            if (group.shares.contains(item) && !namedBase(item))
                m_ofTotal.append(item);
        }
    }

    QList<Finding> findings()
    {
        checkNamedBases();
        findBase();
        const bool populations = checkSum();
        if (!populations)
            checkShares();
        return m_findings;
    }

private:
    [[nodiscard]] const Mention &at(qsizetype index) const { return m_line.mentions[index]; }
    [[nodiscard]] const Mention &shareOf(qsizetype item) const { return at(m_group.shares.value(item)); }

    [[nodiscard]] std::optional<QString> namedBase(qsizetype item) const
    {
        const QString name = barePart(baseNamedBy(shareOf(item), at(item)).value_or(QString()));
        return name.isEmpty() ? std::nullopt : std::optional(name);
    }

    // 占水、电、气问题17.7%: of the part that was named so before.
    void checkNamedBases()
    {
        for (const qsizetype item : m_group.items) {
            if (!m_group.shares.contains(item))
                continue;
            const auto name = namedBase(item);
            if (!name)
                continue;
            for (qsizetype i = item - 1; i >= 0; --i) {
                const QString label = barePart(at(i).label);
                if (!mayBeTotal(at(i)) || label.isEmpty() || !(label.contains(*name) || name->contains(label)))
                    continue;
                if (!isPercentageOf(at(item).count, at(i).count, shareOf(item).decimal)) {
                    wrongShare(item, at(i).count,
                               Text::tr("%1 of %2 is %3.").arg(at(item).text, at(i).text, right(item, at(i).count)));
                }
                break;
            }
        }
    }

    [[nodiscard]] QString right(qsizetype item, PrintedCount base) const
    {
        return percentageLike(at(item).count, base, shareOf(item).decimal);
    }

    [[nodiscard]] bool fits(qsizetype item, PrintedCount base) const
    {
        const Decimal share = shareOf(item).decimal;
        return m_isBalanced ? isBalancedPercentageOf(at(item).count, base, share)
                            : isPercentageOf(at(item).count, base, share);
    }

    [[nodiscard]] qsizetype fitting(PrintedCount base) const
    {
        return std::ranges::count_if(m_ofTotal, [&](qsizetype item) { return fits(item, base); });
    }

    [[nodiscard]] bool sharesAddUpExactly() const
    {
        int decimals = 0;
        for (const qsizetype item : m_ofTotal)
            decimals = std::max(decimals, shareOf(item).decimal.decimals);
        qint64 sum = 0;
        for (const qsizetype item : m_ofTotal)
            sum += shareOf(item).decimal.mantissa * power10(decimals - shareOf(item).decimal.decimals);
        return m_ofTotal.size() == m_group.items.size() && sum == 100 * power10(decimals);
    }

    [[nodiscard]] std::optional<qint64> sumOf(const QList<qsizetype> &items) const
    {
        qint64 sum = 0;
        for (const qsizetype item : items) {
            if (!at(item).count.isExact())
                return std::nullopt;
            sum += at(item).count.least;
        }
        return sum;
    }

    // The number that most of the shares are of, among those that the text names before them, and their sum.
    void findBase()
    {
        m_isBalanced = sharesAddUpExactly();
        if (m_ofTotal.isEmpty())
            return;
        QList<PrintedCount> candidates;
        for (const qsizetype parent : m_group.parents)
            candidates.append(at(parent).count);
        for (const Mention &total : m_headline) {
            if (total.ofCalls == at(m_group.items.first()).ofCalls)
                candidates.append(total.count);
        }
        const auto sum = sumOf(m_group.items);
        if (sum && m_group.items.size() > 2)
            candidates.append({*sum, *sum});
        qsizetype best = 0;
        for (const PrintedCount &candidate : std::as_const(candidates)) {
            const qsizetype fit = fitting(candidate);
            if (fit > best) {
                best = fit;
                m_base = candidate;
            }
        }
        const qsizetype enough = m_ofTotal.size() <= 2 ? m_ofTotal.size() : (m_ofTotal.size() + 1) / 2;
        if (best < enough)
            m_base.reset();
    }

    enum class Whole { No, Likely, Surely };

    // Does the list name all parts of the total?
    [[nodiscard]] Whole isWhole() const
    {
        const auto &items = m_group.items;
        if (items.size() < 2)
            return Whole::No;
        if (isRest(at(items.last()).label))
            return Whole::Surely;
        if (items.size() >= 3 && std::ranges::all_of(items, [this](qsizetype i) { return isRequestType(at(i).label); }))
            return m_group.inBrackets ? Whole::Surely : Whole::Likely;
        if (m_ofTotal.size() == items.size() && items.size() >= 3) {
            double sum = 0;
            for (const qsizetype item : items)
                sum += static_cast<double>(shareOf(item).decimal.mantissa)
                       / static_cast<double>(power10(shareOf(item).decimal.decimals));
            if (sum > 99.5 && sum < 100.5)
                return Whole::Surely;
        }
        return Whole::No;
    }

    // True: the list and its total are two populations, which says it all.
    bool checkSum()
    {
        const auto sum = sumOf(m_group.items);
        if (!sum || m_group.parents.isEmpty())
            return false;
        QList<qsizetype> exact = m_group.parents;
        exact.removeIf([this](qsizetype i) { return !at(i).count.isExact(); });
        if (exact.isEmpty())
            return false;
        const auto isTotal = [&](qint64 value) {
            return std::ranges::any_of(exact, [&](qsizetype i) { return at(i).count.least == value; });
        };
        // A list may end with its segment already.
        QList<qsizetype> first = m_group.items;
        first.removeIf([this](qsizetype i) { return at(i).segment != m_group.segment; });
        if (isTotal(*sum) || isTotal(*sumOf(first)))
            return false;
        const Mention &total = at(exact.first());
        const Whole whole = isWhole();
        const qint64 most = std::ranges::max(exact, {}, [this](qsizetype i) { return at(i).count.least; });
        const bool tooMuch = *sum > at(most).count.least && *sumOf(first) > at(exact.first()).count.least;
        if (whole == Whole::No && !tooMuch)
            return false;
        if (m_base && m_base->isExact() && m_base->least == *sum && m_ofTotal.size() > 2) {
            Finding finding = m_line.finding(
                total, Finding::Kind::Population,
                Text::tr("The parts and their shares are of %1, the total says %2: these are two populations, or the "
                         "total is wrong.")
                    .arg(*sum)
                    .arg(total.text));
            finding.expected = QString::number(*sum);
            m_findings.append(finding);
            return true;
        }
        if (const auto slip = slipped(*sum - total.count.least)) {
            const qint64 meant = at(*slip).count.least - (*sum - total.count.least);
            Finding finding =
                m_line.finding(at(*slip), Finding::Kind::Sum,
                               Text::tr("The parts add up to %1, not to %2; by its share of %3 this one is %4.")
                                   .arg(*sum)
                                   .arg(total.text, shareOf(*slip).text)
                                   .arg(meant));
            finding.expected = QString::number(meant);
            m_findings.append(finding);
            m_told.append(*slip);
            return false;
        }
        Finding finding = m_line.finding(total, Finding::Kind::Sum,
                                         Text::tr("The parts add up to %1, not to %2.").arg(*sum).arg(total.text));
        finding.expected = QString::number(*sum);
        finding.doubtful = whole == Whole::Likely && !tooMuch;
        m_findings.append(finding);
        return false;
    }

    // The one part that is wrong by the difference, as its share gives away.
    [[nodiscard]] std::optional<qsizetype> slipped(qint64 difference) const
    {
        if (!m_base)
            return std::nullopt;
        std::optional<qsizetype> found;
        for (const qsizetype item : m_ofTotal) {
            const qint64 meant = at(item).count.least - difference;
            if (meant < 0 || fits(item, *m_base))
                continue;
            if (isPercentageOf({meant, meant}, *m_base, shareOf(item).decimal)) {
                if (found)
                    return std::nullopt;
                found = item;
            }
        }
        return found;
    }

    void checkShares()
    {
        if (m_ofTotal.isEmpty())
            return;
        if (!m_base) {
            if (!m_group.parents.isEmpty())
                tellHiddenBase();
            return;
        }
        for (qsizetype i = 0; i < m_ofTotal.size(); ++i) {
            const qsizetype item = m_ofTotal[i];
            if (fits(item, *m_base) || m_told.contains(item))
                continue;
            QString message = Text::tr("%1 of %2 is %3.").arg(at(item).text, baseText(), right(item, *m_base));
            for (const qsizetype j : {i - 1, i + 1}) {
                if (j >= 0 && j < m_ofTotal.size() && fits(m_ofTotal[j], *m_base)
                    && shareOf(m_ofTotal[j]).decimal == shareOf(item).decimal)
                    message += u' ' + Text::tr("It is the share of its neighbour %1.").arg(at(m_ofTotal[j]).text);
            }
            wrongShare(item, *m_base, message);
        }
    }

    [[nodiscard]] QString baseText() const
    {
        for (const Mention &mention : m_line.mentions) {
            if (mention.kind == Mention::Kind::Count && mention.count == *m_base)
                return mention.text;
        }
        return QString::number(m_base->least);
    }

    void wrongShare(qsizetype item, PrintedCount base, const QString &message)
    {
        Finding finding = m_line.finding(shareOf(item), Finding::Kind::Percentage, message);
        finding.expected = right(item, base);
        m_findings.append(finding);
    }

    // No number of the text is what the shares are of.
    void tellHiddenBase()
    {
        const Mention &total = at(m_group.parents.first());
        if (m_ofTotal.size() == 1) {
            const qsizetype item = m_ofTotal.first();
            wrongShare(item, total.count,
                       Text::tr("%1 of %2 is %3.").arg(at(item).text, total.text, right(item, total.count)));
            m_findings.last().doubtful = total.sentence != at(item).sentence;
            return;
        }
        // Each share leaves a span of totals open; what most have in common is what they are of.
        QList<std::pair<double, double>> spans;
        for (const qsizetype item : m_ofTotal) {
            const Decimal share = shareOf(item).decimal;
            const double unit = 1.0 / static_cast<double>(power10(share.decimals));
            const double printed = static_cast<double>(share.mantissa) * unit;
            const double count = static_cast<double>(at(item).count.least);
            if (printed > unit)
                spans.append({100 * count / (printed + unit), 100 * count / (printed - unit / 2)});
        }
        const bool together = !spans.isEmpty()
                              && std::ranges::max(spans, {}, &std::pair<double, double>::first).first
                                     <= std::ranges::min(spans, {}, &std::pair<double, double>::second).second;
        const Mention &share = shareOf(m_ofTotal.first());
        if (together) {
            const auto about =
                static_cast<qint64>(std::ranges::max(spans, {}, &std::pair<double, double>::first).first + 1);
            Finding finding = m_line.finding(
                share, Finding::Kind::Population,
                Text::tr("These shares are of about %1, a number that the text doesn't name; of %2 it would be %3.")
                    .arg(about)
                    .arg(total.text, right(m_ofTotal.first(), total.count)));
            finding.expected = right(m_ofTotal.first(), total.count);
            m_findings.append(finding);
            return;
        }
        for (const qsizetype item : m_ofTotal) {
            if (fits(item, total.count))
                continue;
            wrongShare(item, total.count,
                       Text::tr("%1 of %2 is %3.").arg(at(item).text, total.text, right(item, total.count)));
            m_findings.last().doubtful = true;
        }
    }

    const ReviewLine &m_line;
    const QList<Mention> &m_headline;
    const Group &m_group;
    QList<qsizetype> m_ofTotal;
    std::optional<PrintedCount> m_base;
    bool m_isBalanced = false;
    QList<qsizetype> m_told;
    QList<Finding> m_findings;
};

// 其中关于疫情方面受理2150件…。其他问题受理4460件: both are the total.
void checkRest(const ReviewLine &line, bool calls, QList<Finding> &findings)
{
    static const QRegularExpression rest(u"(^|。)(其他|其它|其余)"_s);
    const auto match = rest.match(line.text);
    if (!match.hasMatch())
        return;
    const Mention *total = nullptr;
    const Mention *other = nullptr;
    QList<const Mention *> parts;
    bool within = false;
    int partSentence = -1;
    for (const Mention &mention : line.mentions) {
        if (!mention.isCount(calls) || mention.role != Role::Received || mention.depth > 0 || !mention.count.isExact())
            continue;
        if (mention.start > match.capturedStart()) {
            other = &mention;
            break;
        }
        static const QRegularExpression opening(u"(^|。)其中[^。]*$"_s);
        const auto before = opening.match(line.text.first(mention.start));
        within = before.hasMatch();
        if (!within) {
            total = &mention;
            parts.clear();
        } else if (total
                   && (partSentence != mention.sentence || parts.isEmpty()
                       || parts.last()->segment != mention.segment)) {
            parts.append(&mention);
            partSentence = mention.sentence;
        }
    }
    if (!total || !other || parts.isEmpty())
        return;
    const qint64 sum = std::accumulate(parts.cbegin(), parts.cend(), other->count.least,
                                       [](qint64 value, const Mention *part) { return value + part->count.least; });
    if (sum == total->count.least)
        return;
    Finding finding =
        line.finding(*other, Finding::Kind::Sum,
                     Text::tr("With what is named before it this makes %1, not %2.").arg(sum).arg(total->text));
    finding.expected = QString::number(other->count.least - (sum - total->count.least));
    findings.append(finding);
}

// A（30件）、B（20件）、C（10件），合计60件.
void checkTogether(const ReviewLine &line, QList<Finding> &findings)
{
    for (qsizetype i = 0; i < line.mentions.size(); ++i) {
        const Mention &together = line.mentions[i];
        if (together.kind != Mention::Kind::Count || together.role != Role::Together || !together.count.isExact())
            continue;
        qint64 sum = 0;
        int parts = 0;
        bool found = false;
        for (qsizetype j = i - 1; j >= 0 && line.mentions[j].sentence == together.sentence; --j) {
            const Mention &part = line.mentions[j];
            if (!part.isCount(together.ofCalls) || !part.count.isExact())
                continue;
            if (part.role != Role::Item && part.depth <= together.depth)
                break;
            sum += part.count.least;
            ++parts;
            found = found || (parts >= 2 && sum == together.count.least);
        }
        if (parts < 2 || found)
            continue;
        Finding finding =
            line.finding(together, Finding::Kind::Sum,
                         Text::tr("What is named before it adds up to %1, not to %2.").arg(sum).arg(together.text));
        finding.expected = QString::number(sum);
        findings.append(finding);
    }
}

} // namespace

QList<Finding> checkParts(const ReviewLine &line, const QList<Mention> &headline)
{
    QList<Finding> findings;
    const QList<Group> groups = Grouping(line, headline).groups();
    for (const Group &group : groups)
        findings += PartCheck(line, headline, group).findings();
    checkRest(line, false, findings);
    checkRest(line, true, findings);
    checkTogether(line, findings);
    return findings;
}

} // namespace huiyin
