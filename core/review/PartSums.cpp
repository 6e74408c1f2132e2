// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/PartCheck.h"

#include "review/CountNames.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Review)
};

} // namespace

std::optional<qint64> PartCheck::sumOf(const QList<qsizetype> &items) const
{
    qint64 sum = 0;
    for (const qsizetype item : items) {
        if (!at(item).count.isExact())
            return std::nullopt;
        sum += at(item).count.least;
    }
    return sum;
}

// Does the list name all parts of the total?
PartCheck::Whole PartCheck::isWhole() const
{
    const auto &items = m_group.items;
    if (items.size() < 2)
        return Whole::No;
    if (items.size() == 2 && partName(at(items[0])).startsWith(u"有效"_s)
        && partName(at(items[1])).startsWith(u"无效"_s))
        return Whole::Surely;
    if (isRest(at(items.last()).name()))
        return Whole::Surely;
    if (items.size() >= 3 && std::ranges::all_of(items, [this](qsizetype i) { return isRequestType(at(i).name()); }))
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

// With how many of its parts the list makes the total: behind them others may be told, states of the total or a second
// list of its parts (咨询520件、投诉300件，已公示60件). What is no sure part counts or not. 0: by no reading; nullopt: there
// are too many of them to try.
std::optional<qsizetype> PartCheck::partsOf(qint64 total) const
{
    constexpr qsizetype mostUnsure = 6; // readings are tried one by one
    const bool areTypes =
        std::ranges::all_of(m_group.items, [this](qsizetype i) { return isRequestType(at(i).name()); });
    qint64 sure = 0;
    QList<qint64> readings{0};
    for (qsizetype i = 0; i < m_group.items.size(); ++i) {
        const qint64 count = at(m_group.items[i]).count.least;
        if (!m_group.unsure.contains(m_group.items[i])) {
            sure += count;
        } else if (readings.size() < (qsizetype{1} << mostUnsure)) {
            for (qsizetype j = readings.size() - 1; j >= 0; --j)
                readings.append(readings[j] + count);
        } else {
            return sumOf(m_group.items) == total ? std::optional(m_group.items.size()) : std::nullopt;
        }
        if (readings.contains(total - sure) && (!areTypes || i + 1 == m_group.items.size()))
            return i + 1;
    }
    return 0;
}

void PartCheck::passSum(qsizetype parts, qint64 total)
{
    if (m_passed && parts > 1)
        m_line.pass(m_passed, Text::tr("%n part(s) add up to %1", nullptr, static_cast<int>(parts)).arg(total));
}

// True: the list and its total are two populations; its shares aren't told too, each by itself.
bool PartCheck::checkSum()
{
    const auto sum = sumOf(m_group.items);
    QList<qsizetype> exact = m_group.parents;
    exact.removeIf([this](qsizetype i) { return !at(i).count.isExact(); });
    if (m_group.parents.isEmpty() && m_group.isWhole && sum) {
        checkSumOfText();
        return false;
    }
    if (!sum || exact.isEmpty()) {
        checkRoundedSum();
        return false;
    }
    for (const qsizetype parent : std::as_const(exact)) {
        const auto parts = partsOf(at(parent).count.least);
        // 办结300件。共受理1000件，其中水类300件、电类200件: only of the likeliest total is the first part alone all.
        if (parts == 0 || (parts == 1 && m_group.items.size() > 1 && parent != exact.first()))
            continue;
        if (parts)
            passSum(*parts, at(parent).count.least);
        return false;
    }
    if (m_group.isMixed)
        return false;
    const Mention &total = at(exact.first());
    const Whole whole = isWhole();
    const qint64 most = at(std::ranges::max(exact, {}, [this](qsizetype i) { return at(i).count.least; })).count.least;
    QList<qsizetype> sure = m_group.items;
    sure.removeIf([this](qsizetype i) { return m_group.unsure.contains(i); });
    QList<qsizetype> first = sure; // the list may be over where its segment is
    first.removeIf([this](qsizetype i) { return at(i).segment != m_group.segment; });
    // Of a list that only its shares make one the total may be any number.
    const bool tooMuch =
        *sumOf(sure) > most && *sumOf(first) > total.count.least && (m_group.isOpened || m_base == total.count);
    if (whole == Whole::No && !tooMuch) {
        tellExchanged(*sum, total);
        return false;
    }
    const bool ofParent =
        std::ranges::any_of(m_group.parents, [this](qsizetype parent) { return m_base == at(parent).count; });
    if (!m_group.isOpened && m_base && !ofParent && !(m_base->isExact() && m_base->least == *sum))
        return false; // its shares are of another total than those that stand before it
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
    if (tellSlip(*sum, total.count, total.text))
        return false;
    const bool allSure = tooMuch && whole == Whole::No;
    // 住建类30件，其中物业类12件，教育类20件: behind a comma the next of the list that 住建类 is in may stand.
    const bool mayBeBeside = whole == Whole::No && total.role == Mention::Role::Item && !m_group.inBrackets
                             && m_group.items.size() > 1
                             && partedBetween(m_line, m_group.items[0], m_group.items[1]) > 1;
    tellSum(total, allSure ? *sumOf(sure) : *sum, total.text, (whole == Whole::Likely && !tooMuch) || mayBeBeside);
    return false;
}

// One part that is wrong by the difference, as its share tells.
bool PartCheck::tellSlip(qint64 sum, PrintedCount total, const QString &text)
{
    const qint64 difference = sum - total.least;
    const auto slip = slipped(difference);
    if (!slip)
        return false;
    const qint64 meant = at(*slip).count.least - difference;
    Finding finding = m_line.finding(at(*slip), Finding::Kind::Sum,
                                     Text::tr("The parts add up to %1, not to %2; by its share of %3 this one is %4.")
                                         .arg(sum)
                                         .arg(text, shareOf(*slip).text)
                                         .arg(meant));
    finding.expected = QString::number(meant);
    m_findings.append(finding);
    m_told.append(*slip);
    return true;
}

// 主要有, 居前三位的是, 等: the list says itself that it isn't all of its total.
bool PartCheck::isOpenList(const Mention &total) const
{
    static const QRegularExpression some(
        u"主要|居前|排名|前[一二三四五六七八九十\\d]+[位名类项个]|集中|突出|较[多大高]|最[多大高]|多为|例如|比如"_s);
    const Mention &first = at(m_group.items.first());
    const bool opened =
        total.end() <= first.start && m_line.text.sliced(total.end(), first.start - total.end()).contains(some);
    return opened || at(m_group.items.last()).behind.startsWith(u'等');
}

// No word says that the list is all of its total; but with two neighbouring digits exchanged it would be.
void PartCheck::tellExchanged(qint64 sum, const Mention &total)
{
    const auto &items = m_group.items;
    const bool isList =
        m_group.isOpened || std::ranges::all_of(items.mid(1), [this](qsizetype i) { return at(i).parted == 1; });
    if (items.size() < 3 || !isList || isOpenList(total) || !m_group.unsure.isEmpty() || !m_ofTotal.isEmpty())
        return;
    const auto wrong = std::ranges::find_if(items, [&](qsizetype i) {
        const qint64 count = at(i).count.least;
        return areExchangedDigits(count, count + total.count.least - sum);
    });
    const bool isTotal = wrong == items.cend() && areExchangedDigits(sum, total.count.least);
    if (wrong == items.cend() && !isTotal)
        return;
    const Mention &where = isTotal ? total : at(*wrong);
    const qint64 meant = isTotal ? sum : where.count.least + total.count.least - sum;
    Finding finding =
        m_line.finding(where, Finding::Kind::Sum,
                       Text::tr("The parts add up to %1, not to %2; with two digits exchanged it would be %3.")
                           .arg(sum)
                           .arg(total.text)
                           .arg(meant));
    finding.expected = QString::number(meant);
    finding.doubtful = true;
    m_findings.append(finding);
}

void PartCheck::tellSum(const Mention &where, qint64 sum, const QString &total, bool doubtful)
{
    Finding finding =
        m_line.finding(where, Finding::Kind::Sum, Text::tr("The parts add up to %1, not to %2.").arg(sum).arg(total));
    finding.expected = where.text == total ? QString::number(sum) : QString();
    finding.doubtful = doubtful;
    m_findings.append(finding);
}

// 按渠道分：电话700件，微信80件，其他渠道40件, and the total in a line before it: it may be any of those that were named.
void PartCheck::checkSumOfText()
{
    const Mention &last = at(m_group.items.last());
    qint64 most = 0;
    const Mention *total = nullptr;
    for (const Mention &mention : m_headline) {
        if (!mention.count.isExact() || mention.ofCalls != last.ofCalls)
            continue;
        const auto parts = partsOf(mention.count.least);
        if (!parts)
            return;
        if (*parts > 1 || *parts == m_group.items.size()) {
            passSum(*parts, mention.count.least);
            return;
        }
        if (mention.count.least > most) {
            most = mention.count.least;
            total = &mention;
        }
    }
    const qint64 sum = *sumOf(m_group.items);
    if (m_base && m_base->isExact()) {
        if (m_base->least != sum)
            tellSlip(sum, *m_base, baseText(*m_base));
        return; // its shares are of a number that the text needn't name
    }
    // 办结件按方式分, 从类型看 behind 回访件: of something else.
    static const QRegularExpression opening(
        u"(^|[。；;])[\\s　]*([（(]?[一二三四五六七八九十\\d]{1,3}[）)、.．])?[\\s　]*(其中[，,：:]?)?[按从][^。；;]*(看。[^。；;]*)?$"_s);
    if (!m_line.text.first(at(m_group.items.first()).start).contains(opening))
        return;
    // Of the totals in the lines before it only the nearest are known.
    constexpr qsizetype mostKnown = 8;
    if (m_group.items.size() < 2 || m_headline.size() >= mostKnown)
        return;
    const bool tooMuch = sum > most && m_group.unsure.isEmpty();
    if (total && (tooMuch || isWhole() == Whole::Surely))
        tellSum(last, sum, total->text, !tooMuch);
}

// 受理206.96万件, and parts in 万: what is printed leaves the sum open by its last digits.
void PartCheck::checkRoundedSum()
{
    const Whole whole = isWhole();
    if (m_group.parents.isEmpty() || m_group.isMixed)
        return;
    const auto isTotal = [this](PrintedCount sum) {
        return std::ranges::any_of(m_group.parents, [&](qsizetype parent) { return mayBeSame(at(parent).count, sum); });
    };
    PrintedCount sum;
    PrintedCount sure;
    PrintedCount first; // the list may be over where its segment is
    for (const qsizetype item : m_group.items) {
        const PrintedCount count = at(item).count;
        sum = sum + count;
        if (!m_group.unsure.contains(item))
            sure = sure + count;
        if (!m_group.unsure.contains(item) && at(item).segment == m_group.segment)
            first = first + count;
        if (isTotal(sum) || isTotal(sure))
            return;
    }
    const bool tooMuch = m_group.isOpened && std::ranges::all_of(m_group.parents, [&](qsizetype parent) {
                             return first.least > at(parent).count.most;
                         });
    if (whole == Whole::No && !tooMuch)
        return;
    const Mention &total = at(m_group.parents.first());
    const QString right = printedLike(sum, finestOf(m_line, m_group.items, total.decimal));
    Finding finding = m_line.finding(total, Finding::Kind::Sum,
                                     Text::tr("The parts add up to %1, not to %2.").arg(right, total.text));
    finding.expected = right;
    finding.doubtful = whole == Whole::Likely && !tooMuch;
    m_findings.append(finding);
}

// The one part that is wrong by the difference, as its share gives away.
std::optional<qsizetype> PartCheck::slipped(qint64 difference) const
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

} // namespace huiyin
