// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/PartGroups.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Review)
};

using Role = Mention::Role;

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

// The checks of one group.
class PartCheck
{
public:
    PartCheck(const ReviewLine &line, const QList<Mention> &headline, const PartGroup &group, QList<Passed> *passed)
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
                } else {
                    passShare(item, at(i).text);
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
            // Of two that fit equally well the one that is printed in full.
            if (fit > best || (fit == best && m_base && candidate.isExact() && !m_base->isExact())) {
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
        QList<qsizetype> exact = m_group.parents;
        exact.removeIf([this](qsizetype i) { return !at(i).count.isExact(); });
        if (!sum || exact.isEmpty()) {
            checkRoundedSum();
            return false;
        }
        const auto isTotal = [&](qint64 value) {
            return std::ranges::any_of(exact, [&](qsizetype i) { return at(i).count.least == value; });
        };
        // A list may end with its segment already.
        QList<qsizetype> first = m_group.items;
        first.removeIf([this](qsizetype i) { return at(i).segment != m_group.segment; });
        if (isTotal(*sum) || isTotal(*sumOf(first))) {
            const qsizetype parts = isTotal(*sum) ? m_group.items.size() : first.size();
            if (m_passed && parts > 1) {
                m_line.pass(m_passed, Text::tr("%n part(s) add up to %1", nullptr, static_cast<int>(parts))
                                          .arg(isTotal(*sum) ? *sum : *sumOf(first)));
            }
            return false;
        }
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

    // 受理206.96万件, and parts in 万: what is printed leaves the sum open by its last digits.
    void checkRoundedSum()
    {
        const Whole whole = isWhole();
        if (m_group.parents.isEmpty() || whole == Whole::No)
            return;
        PrintedCount sum;
        PrintedCount first; // a list may end with its segment already
        for (const qsizetype item : m_group.items) {
            sum = sum + at(item).count;
            if (at(item).segment == m_group.segment)
                first = first + at(item).count;
        }
        const bool agrees = std::ranges::any_of(m_group.parents, [&](qsizetype parent) {
            return mayBeSame(at(parent).count, sum) || mayBeSame(at(parent).count, first);
        });
        if (agrees)
            return;
        const Mention &total = at(m_group.parents.first());
        const Decimal like = total.count.isExact() ? at(m_group.items.first()).decimal : total.decimal;
        const QString right = printedLike(sum, like);
        Finding finding = m_line.finding(total, Finding::Kind::Sum,
                                         Text::tr("The parts add up to %1, not to %2.").arg(right, total.text));
        finding.expected = right;
        finding.doubtful = whole == Whole::Likely;
        m_findings.append(finding);
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
            if (fits(item, *m_base))
                passShare(item, baseText());
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

    void passShare(qsizetype item, const QString &base)
    {
        if (m_passed)
            m_line.pass(m_passed, Text::tr("%1 of %2 is %3").arg(at(item).text, base, shareOf(item).text));
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
    const PartGroup &m_group;
    QList<qsizetype> m_ofTotal;
    std::optional<PrintedCount> m_base;
    bool m_isBalanced = false;
    QList<qsizetype> m_told;
    QList<Finding> m_findings;
    QList<Passed> *m_passed;
};

} // namespace

QList<Finding> checkParts(const ReviewLine &line, const QList<Mention> &headline, QList<Passed> *passed)
{
    QList<Finding> findings;
    const QList<PartGroup> groups = partGroupsIn(line);
    for (const PartGroup &group : groups)
        findings += PartCheck(line, headline, group, passed).findings();
    return findings;
}

} // namespace huiyin
