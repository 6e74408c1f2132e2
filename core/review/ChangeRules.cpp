// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/ChangeWords.h"
#include "review/ReviewLine.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <cstdlib>
#include <optional>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Review)
};

using Kind = Mention::Kind;
using Role = Mention::Role;
using Way = Mention::Way;

bool isChangeRate(const Mention &mention)
{
    return mention.kind == Kind::Percentage && mention.isChange();
}

Role roleOf(Way way)
{
    return way == Way::Up ? Role::Grown : Role::Shrunk;
}

QString printed(qint64 units, int decimals)
{
    QString text = QString::number(units).rightJustified(decimals + 1, u'0');
    if (decimals > 0)
        text.insert(text.size() - decimals, u'.');
    return text;
}

// Where the words 增至 stand before a level.
Finding findingAtWords(const ReviewLine &line, const Mention &level, const QString &message)
{
    static const QRegularExpression to(u"[到至为]"_s);
    const qsizetype start = level.labelStart + level.label.size() - level.reachedLength;
    const qsizetype stop = line.text.indexOf(to, start);
    return line.finding(start, (stop < start || stop > level.start ? level.start : stop) - start, Finding::Kind::Change,
                        message);
}

// The changes of one line: what was, what is, and by how much, each against the others.
class ChangeCheck
{
public:
    ChangeCheck(const ReviewLine &line, QList<Passed> *passed)
        : m_line(line)
        , m_passed(passed)
    {
    }

    QList<Finding> check()
    {
        for (qsizetype i = 0; i < m_line.mentions.size(); ++i) {
            const Mention &mention = m_line.mentions[i];
            if (mention.reached != Way::None)
                checkReached(i);
            else if (mention.kind == Kind::Count && mention.isChange())
                checkCounted(i);
            else if (isChangeRate(mention))
                checkRate(i);
            else if (mention.kind == Kind::Points)
                checkPoints(i);
        }
        return m_findings;
    }

private:
    void tell(const Mention &mention, const QString &message, const QString &expected = {}, bool doubtful = false)
    {
        Finding finding = m_line.finding(mention, Finding::Kind::Change, message);
        finding.expected = expected;
        finding.doubtful = doubtful;
        m_findings.append(finding);
    }
    void pass(const QString &what)
    {
        if (m_passed)
            m_line.pass(m_passed, what);
    }
    [[nodiscard]] const Mention *at(qsizetype index) const
    {
        return index >= 0 && index < m_line.mentions.size() ? &m_line.mentions[index] : nullptr;
    }

    // What a change may be of: the counts before it in the sentence, what was received before what became of it.
    [[nodiscard]] QList<const Mention *> currentsBefore(const Mention &change) const
    {
        QList<const Mention *> currents;
        for (auto mention = m_line.mentions.crbegin(); mention != m_line.mentions.crend(); ++mention) {
            if (mention->start < change.start && mention->sentence == change.sentence && mention->kind == Kind::Count
                && !mention->isChange() && mention->role != Role::Before && mention->role != Role::Mean)
                currents.append(&*mention);
        }
        std::stable_partition( // clang 14 can't have that of std::ranges
            currents.begin(), currents.end(),
            [](const Mention *one) { return one->role == Role::Received || one->role == Role::Item; });
        return currents;
    }

    // 日均增加3.5件: a change of a mean, of which no total tells.
    [[nodiscard]] bool isOfMean(qsizetype index) const
    {
        static const QRegularExpression mean(u"均|每天|每日|每月|每周"_s);
        const Mention &change = m_line.mentions[index];
        const Mention *before = at(index - 1);
        return change.label.contains(mean)
               || (before && before->segment == change.segment && before->kind == Kind::Count
                   && before->label.contains(mean));
    }

    // 比去年同期的200件增加20件: the 200.
    [[nodiscard]] const Mention *referenceBefore(const Mention &change) const
    {
        const Mention *nearest = nullptr;
        for (const Mention &mention : m_line.mentions) {
            if (mention.role == Role::Before && mention.kind == Kind::Count && mention.segment == change.segment
                && mention.start < change.start && isAgainst(change, mention))
                nearest = &mention;
        }
        return nearest;
    }

    // 同比增加120件，增长4.0%: the 4.0%; nullptr when none belongs to the count.
    [[nodiscard]] const Mention *rateOf(qsizetype index) const
    {
        const Mention &change = m_line.mentions[index];
        const Mention *rate = at(index + 1);
        if (!rate || rate->kind != Kind::Percentage || rate->segment != change.segment
            || rate->label.contains(u"分别"_s)) // of several changes, one after the other
            return nullptr;
        if (rate->label.isEmpty() && rate->depth > change.depth) // 增加20件（10%）
            return rate;
        static const QRegularExpression other(u"同比|环比|比|较"_s);
        const bool another = rate->label.contains(other) && !change.label.contains(rate->label.left(2)); // 同比…，环比…
        return rate->isChange() && isPlainChange(rate->label) && !rate->opensParts && !another ? rate : nullptr;
    }

    // 由4321件增至4310件; and the rate or the points that follow it. A counted change that follows is checkCounted()'s.
    void checkReached(qsizetype index)
    {
        const Mention &to = m_line.mentions[index];
        const Mention *from = at(index - 1);
        if (!from || from->role != Role::Before || from->kind != to.kind || from->sentence != to.sentence)
            return;
        const int decimals = std::max(from->decimal.decimals, to.decimal.decimals);
        const bool isCount = to.kind == Kind::Count;
        const qint64 before = isCount ? 0 : scaled(from->decimal, decimals);
        const qint64 now = isCount ? 0 : scaled(to.decimal, decimals);
        const bool grows = isCount ? to.count.least > from->count.most : now > before;
        const bool falls = isCount ? to.count.most < from->count.least : now < before;
        if ((to.reached == Way::Up && falls) || (to.reached == Way::Down && grows)) {
            m_findings.append(
                findingAtWords(m_line, to, Text::tr("From %1 to %2 goes the other way.").arg(from->text, to.text)));
            return;
        }
        const Mention *change = at(index + 1);
        if (!change || change->segment != to.segment || !change->isChange() || !isPlainChange(change->label)
            || !isAgainst(*change, *from))
            return;
        if (change->role != roleOf(to.reached)) {
            if (grows || falls)
                tell(*change, Text::tr("From %1 to %2 goes the other way.").arg(from->text, to.text));
        } else if (isCount && change->kind == Kind::Percentage) {
            compareRate(*from, to, *change);
        } else if (!isCount && change->kind == Kind::Points) {
            comparePoints(*from, to, *change);
        } else if (!isCount && change->kind == Kind::Percentage) {
            comparePointsToldAsRate(*from, to, *change);
        }
    }

    void compareRate(const Mention &from, const Mention &to, const Mention &rate)
    {
        const PrintedCount moved = difference(from, to, rate.role == Role::Grown);
        if (isPercentageOf(moved, from.count, rate.decimal)) {
            pass(Text::tr("From %1 to %2 it is %3").arg(from.text, to.text, rate.text));
            return;
        }
        const QString right = moved.isExact() && from.count.isExact() && moved.least >= 0 && from.count.least > 0
                                  ? percentageLike(moved, from.count, rate.decimal)
                                  : QString();
        tell(rate,
             right.isEmpty() ? Text::tr("It isn't what %1 and %2 give.").arg(from.text, to.text)
                             : Text::tr("From %1 to %2 it is %3.").arg(from.text, to.text, right),
             right);
    }

    void comparePoints(const Mention &from, const Mention &to, const Mention &points)
    {
        const int decimals = std::max({from.decimal.decimals, to.decimal.decimals, points.decimal.decimals});
        const qint64 moved = std::abs(scaled(to.decimal, decimals) - scaled(from.decimal, decimals));
        // Each of the two was rounded, so that their difference may be one off in the last digit.
        const qint64 told = scaled(points.decimal, decimals);
        const qint64 slack = power10(decimals - std::min(from.decimal.decimals, to.decimal.decimals));
        if (std::abs(moved - told) <= slack) {
            pass(Text::tr("From %1 to %2 it is %3").arg(from.text, to.text, points.text));
            return;
        }
        const QString right = printed(moved, decimals);
        tell(points, Text::tr("From %1 to %2 it is %3.").arg(from.text, to.text, right), right + u"个百分点");
    }

    // 由94.1%上升至95.6%，上升1.5%
    void comparePointsToldAsRate(const Mention &from, const Mention &to, const Mention &rate)
    {
        const int decimals = std::max({from.decimal.decimals, to.decimal.decimals, rate.decimal.decimals});
        const qint64 moved = std::abs(scaled(to.decimal, decimals) - scaled(from.decimal, decimals));
        if (std::abs(moved - scaled(rate.decimal, decimals)) <= 1)
            tell(rate, Text::tr("The change of a rate is told in percentage points (个百分点)."),
                 printed(moved, decimals) + u"个百分点", true);
    }

    void checkCounted(qsizetype index)
    {
        const Mention &change = m_line.mentions[index];
        if (isOfMean(index))
            return;
        QList<const Mention *> currents = currentsBefore(change);
        const Mention *reference = referenceBefore(change);
        const Mention *after = at(index + 1); // 较上月的4000件增加200件，达到4200件
        if (currents.isEmpty() && reference && after && saysWhatItIs(*after, change))
            currents.append(after);
        if (reference) {
            const auto fits = [&](const Mention *one) {
                return mayBeSame(one->count, reference->count + moved(change));
            };
            if (!currents.isEmpty() && std::ranges::none_of(currents, fits)) {
                tellDifference(change, *reference, currents);
                return;
            }
            currents.removeIf([&](const Mention *one) { return !fits(one); });
            if (!currents.isEmpty())
                pass(Text::tr("From %1 to %2 it is %3").arg(reference->text, currents.first()->text, change.text));
        }
        if (const Mention *rate = rateOf(index))
            compareWithRate(change, *rate, currents);
        else
            checkOtherWord(change, at(index + 1), currents);
    }

    void tellDifference(const Mention &change, const Mention &reference, const QList<const Mention *> &currents)
    {
        const auto opposite = std::ranges::find_if(
            currents, [&](const Mention *one) { return mayBeSame(one->count + moved(change), reference.count); });
        if (opposite != currents.end()) {
            tell(change, Text::tr("From %1 to %2 goes the other way.").arg(reference.text, (*opposite)->text));
            return;
        }
        const Mention &current = *currents.first();
        if (!reference.count.isExact() || !current.count.isExact()) {
            tell(change, Text::tr("It isn't what %1 and %2 give.").arg(reference.text, current.text));
            return;
        }
        const qint64 difference = current.count.least - reference.count.least;
        if (difference != 0 && (difference > 0) != (change.role == Role::Grown)) {
            tell(change, Text::tr("From %1 to %2 goes the other way.").arg(reference.text, current.text));
            return;
        }
        tell(change, Text::tr("From %1 to %2 it is %3.").arg(reference.text, current.text).arg(difference),
             QString::number(std::abs(difference)));
    }

    void compareWithRate(const Mention &change, const Mention &rate, QList<const Mention *> currents)
    {
        if (rate.isChange() && rate.role != change.role) {
            tell(rate, Text::tr("The count goes the other way: %1%2.").arg(change.label, change.text));
            return;
        }
        currents.removeIf([&](const Mention *one) { return beforeOf(*one, change).least <= 0; });
        const auto gives = [&](const Mention *one) {
            return isPercentageOf(change.count, beforeOf(*one, change), rate.decimal);
        };
        if (currents.isEmpty())
            return;
        if (std::ranges::any_of(currents, gives)) {
            pass(Text::tr("%1 and %2 agree").arg(QString(change.label + change.text), QString(rate.label + rate.text)));
            return;
        }
        const Mention &current = *currents.first();
        const PrintedCount before = beforeOf(current, change);
        const QString right = percentageLike(change.count, before, rate.decimal);
        if (!before.isExact()) {
            tell(rate, Text::tr("It isn't what %1 and %2 give.").arg(current.text, change.text));
            return;
        }
        QString message = Text::tr("%1 of %2 before is %3.").arg(change.text).arg(before.least).arg(right);
        if (isPercentageOf(change.count, current.count, rate.decimal))
            message += u' ' + Text::tr("It is printed of the number now.");
        tell(rate, message, right);
    }

    // 4567件，较上月增加263件，同比上升6.11%: it is that of the 263, which were counted against the month before.
    void checkOtherWord(const Mention &change, const Mention *rate, const QList<const Mention *> &currents)
    {
        static const QRegularExpression lastPeriod(u"环比|[较比](上个?月|上期|上一?周|上一?季度)"_s);
        static const QRegularExpression lastYear(u"^同比"_s);
        if (!rate || rate->kind != Kind::Percentage || rate->segment != change.segment || rate->role != change.role
            || !change.label.contains(lastPeriod) || !rate->label.contains(lastYear) || rate->decimal.decimals == 0)
            return;
        if (std::ranges::any_of(currents, [&](const Mention *one) {
                return one->count.isExact() && beforeOf(*one, change).least > 0
                       && isPercentageOf(change.count, beforeOf(*one, change), rate->decimal);
            }))
            tellOtherWord(*rate);
    }

    void tellOtherWord(const Mention &rate)
    {
        Finding finding = m_line.finding(rate.labelStart, 2, Finding::Kind::ComparisonWord,
                                         Text::tr("Against the period before it is 环比."));
        finding.expected = u"环比"_s;
        m_findings.append(finding);
    }

    // 3120件（4月份3200件），同比下降2.5%: it is that of the month before.
    void checkOtherReference(const Mention &reference, const Mention &rate)
    {
        static const QRegularExpression lastYear(u"去年|上年|同期|\\d{4}年"_s);
        if (!rate.label.startsWith(u"同比"_s) || QString(reference.label + reference.subject).contains(lastYear)
            || !reference.count.isExact() || reference.count.least == 0 || rate.decimal.decimals == 0)
            return;
        const bool grown = rate.role == Role::Grown;
        for (const Mention *one : currentsBefore(reference)) {
            if (one->count.isExact() && one->ofCalls == reference.ofCalls
                && isPercentageOf(difference(reference, *one, grown), reference.count, rate.decimal)) {
                tellOtherWord(rate);
                return;
            }
        }
    }

    void checkRate(qsizetype index)
    {
        const Mention &rate = m_line.mentions[index];
        if (rate.role == Role::Shrunk && rate.decimal.mantissa > 100 * power10(rate.decimal.decimals))
            tell(rate, Text::tr("Nothing gets less by more than 100%."));
        const Mention *before = at(index - 1);
        if (!before || before->segment != rate.segment || !isPlainChange(rate.label) || isOfMean(index))
            return;
        const Mention *next = at(index + 1);
        if (before->kind == Kind::Count && !before->isChange() && next && next->kind == Kind::Count
            && next->segment == rate.segment) {
            if (next->role == Role::Before && next->depth > rate.depth) { // 620件，增长10.7%（上月560件）
                if (isAgainst(rate, *next))
                    compareRateOfAny(*next, currentsBefore(rate), rate);
                else
                    checkOtherReference(*next, rate);
                return;
            }
            if (next->isChange() && isPlainChange(next->label) && !next->label.contains(u"比"_s)
                && before->role != Role::Before) { // 820件，同比上升17.1%，增加120件
                compareWithRate(*next, rate, currentsBefore(rate));
                return;
            }
        }
        // 满意率98%，同比上升2%: of a rate, it is percentage points.
        if (before->kind == Kind::Percentage && before->role == Role::Rate && before->reached == Way::None) {
            const int decimals = std::max(before->decimal.decimals, rate.decimal.decimals);
            const qint64 now = scaled(before->decimal, decimals);
            const qint64 moved = scaled(rate.decimal, decimals);
            const bool areNoPoints = moved > now; // 超期率0.4%，同比下降30%
            if (!areNoPoints && !(next && next->kind == Kind::Points && next->segment == rate.segment))
                tell(rate, Text::tr("The change of a rate is told in percentage points (个百分点)."), {}, true);
            return;
        }
        if (before->kind == Kind::Count && before->role == Role::Before) {
            if (isAgainst(rate, *before))
                checkRateOfReference(*before, rate, at(index + 1));
            else
                checkOtherReference(*before, rate);
        }
    }

    // 受理820件，去年同期900件，同比下降8.9%; 比2022年的47.86万件增长9.4%
    void checkRateOfReference(const Mention &reference, const Mention &rate, const Mention *after)
    {
        // （4月份3200件、去年5月份3000件），环比下降2.5%: which of them is not said by their order.
        const bool isOnly = std::ranges::count_if(m_line.mentions,
                                                  [&](const Mention &one) {
                                                      return one.role == Role::Before && one.segment == rate.segment
                                                             && one.start < rate.start && one.kind == Kind::Count;
                                                  })
                            == 1;
        QList<const Mention *> currents = currentsBefore(reference);
        if (currents.isEmpty() && after && saysWhatItIs(*after, rate))
            currents.append(after);
        if (isOnly)
            compareRateOfAny(reference, currents, rate);
    }

    // What it is now may be any of them.
    void compareRateOfAny(const Mention &reference, QList<const Mention *> currents, const Mention &rate)
    {
        currents.removeIf(
            [&](const Mention *one) { return one->ofCalls != reference.ofCalls || one->depth > rate.depth; });
        if (currents.isEmpty())
            return;
        const bool grown = rate.role == Role::Grown;
        const auto gives = [&](const Mention *one) {
            return isPercentageOf(difference(reference, *one, grown), reference.count, rate.decimal);
        };
        const Mention &now = *currents.first();
        if (const auto fit = std::ranges::find_if(currents, gives); fit != currents.end())
            pass(Text::tr("From %1 to %2 it is %3").arg(reference.text, (*fit)->text, rate.text));
        else if (grown ? now.count.most < reference.count.least : now.count.least > reference.count.most)
            tell(rate, Text::tr("From %1 to %2 goes the other way.").arg(reference.text, now.text));
        else
            compareRate(reference, now, rate);
    }

    void checkPoints(qsizetype index)
    {
        const Mention &points = m_line.mentions[index];
        static const QRegularExpression counted(
            u"(受理|来电|诉求|工单|呼入|转办|派单|交办|投诉|咨询)(总?[量数])?(同比|环比)"_s);
        const Mention *before = at(index - 1);
        const bool isOfCount = points.label.contains(counted)
                               || (before && before->kind == Kind::Count && before->segment == points.segment
                                   && isPlainChange(points.label));
        if (points.isChange() && isOfCount)
            tell(points, Text::tr("The change of a count is told in per cent, not in percentage points."), {}, true);
        if (!before || before->segment != points.segment || !points.isChange())
            return;
        // 满意率95.60%，较上月（94.12%）上升1.48个百分点
        const Mention *now = at(index - 2);
        if (before->kind == Kind::Percentage && before->role == Role::Before && now && now->kind == Kind::Percentage
            && now->sentence == points.sentence && now->role != Role::Before && isPlainChange(points.label)) {
            const int decimals = std::max(before->decimal.decimals, now->decimal.decimals);
            const qint64 moved = scaled(now->decimal, decimals) - scaled(before->decimal, decimals);
            if (moved != 0 && (moved > 0) != (points.role == Role::Grown))
                tell(points, Text::tr("From %1 to %2 goes the other way.").arg(before->text, now->text));
            else
                comparePoints(*before, *now, points);
        }
    }

    const ReviewLine &m_line;
    QList<Passed> *m_passed;
    QList<Finding> m_findings;
};

} // namespace

QList<Finding> checkChanges(const ReviewLine &line, QList<Passed> *passed)
{
    return ChangeCheck(line, passed).check();
}

} // namespace huiyin
