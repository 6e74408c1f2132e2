// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/PartCheck.h"

#include "review/CountNames.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Review)
};

} // namespace

using Role = Mention::Role;

PartCheck::PartCheck(const ReviewLine &line, const QList<Mention> &headline, const PartGroup &group,
                     QList<Passed> *passed)
    : m_line(line)
    , m_headline(headline)
    , m_group(group)
    , m_passed(passed)
{
    for (const qsizetype item : group.items) {
        if (group.shares.contains(item) && !namedBase(item))
            m_ofTotal.append(item);
    }
}

QList<Finding> PartCheck::findings()
{
    checkNamedBases();
    findBase();
    const bool twoPopulations = checkSum();
    if (!twoPopulations)
        checkShares();
    checkRuns();
    return m_findings;
}

std::optional<QString> PartCheck::namedBase(qsizetype item) const
{
    const QString name = barePart(baseNamedBy(shareOf(item), at(item)).value_or(QString()));
    return name.isEmpty() ? std::nullopt : std::optional(name);
}

// 占水、电、气问题17.7%: of the part that was named so before.
void PartCheck::checkNamedBases()
{
    for (const qsizetype item : m_group.items) {
        if (!m_group.shares.contains(item))
            continue;
        const auto name = namedBase(item);
        if (!name)
            continue;
        const auto whole = countNamed(*name, item);
        if (!whole)
            continue;
        const Mention &base = at(*whole);
        if (isPercentageOf(at(item).count, base.count, shareOf(item).decimal))
            passShare(item, base.text);
        else
            wrongShare(item, base.count,
                       Text::tr("%1 of %2 is %3.").arg(at(item).text, base.text, right(item, base.count)));
    }
}

// The nearest count before it that is called so, else one whose name says more or less of the same.
std::optional<qsizetype> PartCheck::countNamed(const QString &name, qsizetype before) const
{
    constexpr qsizetype leastCommon = 2; // 共 is in 公共设施 too
    std::optional<qsizetype> alike;
    for (qsizetype i = before - 1; i >= 0; --i) {
        if (!mayBeTotal(at(i)))
            continue;
        const QString other = barePart(partName(at(i)));
        if (other == name)
            return i;
        if (!alike && std::min(other.size(), name.size()) >= leastCommon
            && (other.contains(name) || name.contains(other)))
            alike = i;
    }
    return alike;
}

QString PartCheck::right(qsizetype item, PrintedCount base) const
{
    return percentageLike(at(item).count, base, shareOf(item).decimal);
}

bool PartCheck::fits(qsizetype item, PrintedCount base) const
{
    const Decimal share = shareOf(item).decimal;
    return m_isBalanced ? isBalancedPercentageOf(at(item).count, base, share) || takesRest(item, base)
                        : isPercentageOf(at(item).count, base, share);
}

// Of a list that makes 100 the last may take what rounding the others has left or added: at most a digit of each.
bool PartCheck::takesRest(qsizetype item, PrintedCount base) const
{
    const auto sum = sumOf(m_group.items);
    if (item != m_ofTotal.last() || (sum && !mayBeSame({*sum, *sum}, base)))
        return false;
    const Decimal share = shareOf(item).decimal;
    const bool othersFit = std::ranges::all_of(m_ofTotal, [&](qsizetype other) {
        return other == item || isPercentageOf(at(other).count, base, shareOf(other).decimal);
    });
    for (qint64 off = -m_ofTotal.size(); othersFit && off <= m_ofTotal.size(); ++off) {
        if (isPercentageOf(at(item).count, base, {.mantissa = share.mantissa + off, .decimals = share.decimals}))
            return true;
    }
    return false;
}

qsizetype PartCheck::fitting(PrintedCount base) const
{
    return std::ranges::count_if(m_ofTotal, [&](qsizetype item) { return fits(item, base); });
}

bool PartCheck::sharesAddUpExactly() const
{
    int decimals = 0;
    for (const qsizetype item : m_ofTotal)
        decimals = std::max(decimals, shareOf(item).decimal.decimals);
    qint64 sum = 0;
    for (const qsizetype item : m_ofTotal)
        sum += shareOf(item).decimal.mantissa * power10(decimals - shareOf(item).decimal.decimals);
    return m_ofTotal.size() > 1 && m_ofTotal.size() == m_group.items.size() && sum == 100 * power10(decimals);
}

// What a share is most likely of when nothing tells: what 其中 takes apart, else what was received.
const Mention &PartCheck::principal() const
{
    const auto received =
        std::ranges::find_if(m_group.parents, [this](qsizetype i) { return at(i).role == Role::Received; });
    return at(m_group.isOpened || received == m_group.parents.cend() ? m_group.parents.first() : *received);
}

// What the shares may be of: numbers that the text names before them, and the sum of the list.
QList<PrintedCount> PartCheck::bases() const
{
    QList<PrintedCount> candidates;
    for (const qsizetype parent : m_group.parents)
        candidates.append(at(parent).count);
    for (const Mention &total : m_headline) {
        if (total.ofCalls == at(m_group.items.first()).ofCalls)
            candidates.append(total.count);
    }
    // 较上月增加100件，其中咨询类增加60件，占60.0%: of what was added.
    for (qsizetype i = m_group.items.first() - 1; i >= 0 && at(i).sentence == at(m_group.items.first()).sentence; --i) {
        if (at(i).isChange() && at(i).isCount(at(m_group.items.first()).ofCalls))
            candidates.append(at(i).count);
    }
    // 城建类（620件，占19.9%）、交通类（388件，占12.4%）。5月份共受理3120件: named behind them.
    for (qsizetype i = m_group.items.last() + 1; i < m_line.mentions.size(); ++i) {
        if (at(i).role == Role::Received && at(i).isCount(at(m_group.items.first()).ofCalls))
            candidates.append(at(i).count);
    }
    const auto sum = sumOf(m_group.items);
    if (sum && m_group.items.size() > 2)
        candidates.append({*sum, *sum});
    return candidates;
}

// The number that most of the shares are of, among those that the text names before them, and their sum.
void PartCheck::findBase()
{
    m_isBalanced = sharesAddUpExactly();
    if (m_ofTotal.isEmpty())
        return;
    const QList<PrintedCount> candidates = bases();
    qsizetype best = 0;
    for (const PrintedCount &candidate : candidates) {
        const qsizetype fit = fitting(candidate);
        // Of two that fit equally well the one that is printed in full.
        if (fit > best || (fit == best && m_base && candidate.isExact() && !m_base->isExact())) {
            best = fit;
            m_base = candidate;
        }
    }
    const qsizetype enough = m_ofTotal.size() <= 2 ? m_ofTotal.size() : (m_ofTotal.size() + 1) / 2;
    // Of two shares one is enough where the base is what the list takes apart.
    const bool ofTotal =
        best == 1 && m_ofTotal.size() == 2 && !m_group.parents.isEmpty() && m_base == principal().count;
    if (best < enough && !ofTotal)
        m_base.reset();
}

void PartCheck::checkShares()
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
        if (fits(item, *m_base))
            passShare(item, baseText(*m_base));
        if (fits(item, *m_base) || m_told.contains(item))
            continue;
        QString message = Text::tr("%1 of %2 is %3.").arg(at(item).text, baseText(*m_base), right(item, *m_base));
        for (const qsizetype j : {i - 1, i + 1}) {
            if (j >= 0 && j < m_ofTotal.size() && fits(m_ofTotal[j], *m_base)
                && shareOf(m_ofTotal[j]).decimal == shareOf(item).decimal)
                message += u' ' + Text::tr("It is the share of its neighbour %1.").arg(at(m_ofTotal[j]).text);
        }
        wrongShare(item, *m_base, message);
    }
}

// 交通类783件、城建类579件、政法类562件，占总量的77.1%: of the three together, or of the last one.
void PartCheck::checkRuns()
{
    for (const ShareRun &run : m_group.runs) {
        const Mention &share = at(run.first);
        const auto last = m_group.items.indexOf(run.counts.last());
        QList<PrintedCount> parts;
        PrintedCount sum;
        for (qsizetype i = last; i >= 0; --i) {
            sum = sum + at(m_group.items[i]).count;
            const bool listed = m_group.items[i] == run.counts.first();
            if (run.reading == ShareRun::Reading::Together ? i < last : listed)
                parts.prepend(sum);
        }
        if (parts.isEmpty() || !baseNamedBy(share, at(run.counts.last())).value_or(u"?"_s).isEmpty())
            continue;
        if (run.reading == ShareRun::Reading::LastOrTogether)
            parts.append(at(run.counts.last()).count);
        QList<PrintedCount> all = m_base ? QList<PrintedCount>{*m_base} : QList<PrintedCount>{};
        all += bases();
        const auto base = std::ranges::find_if(all, [&](PrintedCount whole) {
            return std::ranges::any_of(parts, [&](PrintedCount part) {
                return part.least <= whole.most && isPercentageOf(part, whole, share.decimal);
            });
        });
        const QString together = printedLike(parts.first(), finestOf(m_line, run.counts, {}));
        if (base != all.cend()) {
            if (m_passed)
                m_line.pass(m_passed, Text::tr("%1 of %2 is %3").arg(together, baseText(*base), share.text));
            continue;
        }
        if (!m_base && m_group.parents.isEmpty() && m_headline.isEmpty())
            continue;
        const PrintedCount whole = m_base                      ? *m_base
                                   : m_group.parents.isEmpty() ? m_headline.first().count
                                                               : principal().count;
        if (whole.most < parts.first().least)
            continue;
        const QString right = percentageLike(parts.first(), whole, share.decimal);
        Finding finding = m_line.finding(share, Finding::Kind::Percentage,
                                         Text::tr("%1 of %2 is %3.").arg(together, baseText(whole), right));
        finding.expected = right;
        finding.doubtful = !m_base && m_group.parents.isEmpty();
        m_findings.append(finding);
    }
}

QString PartCheck::baseText(PrintedCount base) const
{
    for (const qsizetype parent : m_group.parents) {
        if (at(parent).count == base)
            return at(parent).text;
    }
    const auto isBase = [&](const Mention &mention) {
        return mention.kind == Mention::Kind::Count && mention.count == base;
    };
    for (const QList<Mention> *named : {&m_line.mentions, &m_headline}) {
        const auto found = std::ranges::find_if(*named, isBase);
        if (found != named->cend())
            return found->text;
    }
    return QString::number(base.least);
}

void PartCheck::passShare(qsizetype item, const QString &base)
{
    if (m_passed)
        m_line.pass(m_passed, Text::tr("%1 of %2 is %3").arg(at(item).text, base, shareOf(item).text));
}

void PartCheck::wrongShare(qsizetype item, PrintedCount base, const QString &message)
{
    Finding finding = m_line.finding(shareOf(item), Finding::Kind::Percentage, message);
    finding.expected = right(item, base);
    m_findings.append(finding);
}

// No number of the text is what the shares are of.
void PartCheck::tellHiddenBase()
{
    const Mention &total = principal();
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
    const bool together = spans.size() > 1
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

QList<Finding> checkParts(const ReviewLine &line, const QList<Mention> &headline, QList<Passed> *passed)
{
    QList<Finding> findings;
    const QList<PartGroup> groups = partGroupsIn(line);
    for (const PartGroup &group : groups)
        findings += PartCheck(line, headline, group, passed).findings();
    return findings + checkLooseShares(line, headline, groups, passed);
}

} // namespace huiyin
