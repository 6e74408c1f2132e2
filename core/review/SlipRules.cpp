// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/ReviewLine.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Review)
};

using Kind = Mention::Kind;
using Role = Mention::Role;

bool isCase(const Mention &mention)
{
    return mention.kind == Kind::Count && !mention.isChange() && mention.role != Role::Before
           && mention.role != Role::Mean && mention.count.isExact() && mention.count.least > 0;
}

// Half up, in units of the last printed digit.
qint64 shareOf(qint64 part, qint64 whole, int decimals)
{
    return (2 * 100 * part * power10(decimals) + whole) / (2 * whole);
}

// One percentage of a line against every two counts that may give it.
class SlipCheck
{
public:
    SlipCheck(const ReviewLine &line, const QList<Mention> &headline, const Mention &share)
        : m_share(share)
    {
        for (const Mention &mention : line.mentions) {
            if (isCase(mention))
                m_counts.append(&mention);
        }
        for (const Mention &mention : headline) {
            if (isCase(mention))
                m_totals.append(&mention);
        }
    }

    // By any two counts, of what is left of one by the other, or by two parts together.
    [[nodiscard]] bool isGiven() const
    {
        if (isGivenByList())
            return true;
        const QList<const Mention *> all = m_counts + m_totals;
        return std::ranges::any_of(all, [&](const Mention *whole) {
            return std::ranges::any_of(all, [&](const Mention *part) {
                return isShare(part->count.least, whole->count.least)
                       || isShare(whole->count.least - part->count.least, whole->count.least)
                       || isShareOfMore(part->count.least, whole->count.least);
            });
        });
    }

    // The part and its whole that one slip makes this percentage of.
    struct Slip
    {
        const Mention *part = nullptr;
        const Mention *whole = nullptr;
        qint64 above = 0; // the line: the part, or what it leaves of the whole
    };
    [[nodiscard]] Slip slip() const
    {
        for (const Mention *part : near()) {
            for (const Mention *whole : m_counts + m_totals) {
                if (whole->count.least <= part->count.least || whole->ofCalls != part->ofCalls)
                    continue;
                const qint64 above = aboveLine(*part, *whole);
                if (isOneSlip(m_share.decimal.mantissa, shareOf(above, whole->count.least, m_share.decimal.decimals)))
                    return {.part = part, .whole = whole, .above = above};
            }
        }
        return {};
    }

private:
    // 不满意71件，满意率95.88%: by those that are not.
    [[nodiscard]] qint64 aboveLine(const Mention &part, const Mention &whole) const
    {
        const bool isBad = part.role == Role::Dissatisfied || part.role == Role::Overdue || part.role == Role::Open;
        const bool isGoodRate = m_share.role == Role::Rate && !m_share.label.contains(u'不')
                                && !m_share.label.contains(u'未') && !m_share.label.contains(u'期');
        return isBad && isGoodRate ? whole.count.least - part.count.least : part.count.least;
    }
    [[nodiscard]] bool isShare(qint64 part, qint64 whole) const
    {
        return part >= 0 && part <= whole && isPercentageOf({part, part}, {whole, whole}, m_share.decimal);
    }
    [[nodiscard]] bool isShareOfMore(qint64 part, qint64 whole) const
    {
        return std::ranges::any_of(m_counts, [&](const Mention *more) {
            return isShare(part + more->count.least, whole) || isShare(part, whole + more->count.least);
        });
    }

    // By several that follow each other: A2890件、B1765件、C1402件，合计占48.53%.
    [[nodiscard]] bool isGivenByList() const
    {
        for (qsizetype first = 0; first < m_counts.size(); ++first) {
            qint64 sum = 0;
            for (qsizetype last = first; last < m_counts.size(); ++last) {
                sum += m_counts[last]->count.least;
                if (std::ranges::any_of(m_counts + m_totals,
                                        [&](const Mention *whole) { return isShare(sum, whole->count.least); }))
                    return true;
            }
        }
        return false;
    }

    // What stands beside it in its own clause: 咨询类520件，占63.41%; 63.41%为咨询类（520件）.
    [[nodiscard]] QList<const Mention *> near() const
    {
        QList<const Mention *> found;
        constexpr qsizetype most = 2;
        constexpr qsizetype close = 12;
        for (auto count = m_counts.crbegin(); count != m_counts.crend() && found.size() < most; ++count) {
            if ((*count)->segment == m_share.segment && (*count)->end() <= m_share.start)
                found.append(*count);
        }
        for (const Mention *count : m_counts) {
            if (count->start >= m_share.end() && count->start - m_share.end() <= close && count->depth > m_share.depth)
                found.append(count);
        }
        return found;
    }

    const Mention &m_share;
    QList<const Mention *> m_counts; // of the line
    QList<const Mention *> m_totals; // of the lines before it
};

} // namespace

QList<Finding> checkSlips(const ReviewLine &line, const QList<Mention> &headline)
{
    QList<Finding> findings;
    constexpr qsizetype most = 60; // of more numbers some two give nearly anything, and trying them takes its time
    if (line.mentions.size() > most)
        return findings;
    for (const Mention &share : line.mentions) {
        if (share.kind != Kind::Percentage || (share.role != Role::Rate && share.role != Role::Share))
            continue;
        const SlipCheck check(line, headline, share);
        const auto [part, whole, above] = check.slip();
        if (!part || check.isGiven())
            continue;
        const QString right = percentageLike({above, above}, whole->count, share.decimal);
        Finding finding = line.finding(
            share, Finding::Kind::Percentage,
            Text::tr("%1 of %2 is %3: a digit may have slipped.")
                .arg(above == part->count.least ? part->text : QString::number(above), whole->text, right));
        finding.expected = right;
        finding.doubtful = true; // no word says that it is of these two
        findings.append(finding);
    }
    return findings;
}

} // namespace huiyin
