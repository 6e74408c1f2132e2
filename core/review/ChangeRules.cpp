// SPDX-License-Identifier: GPL-3.0-or-later
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

// 同比增长, 较上月下降了, 增幅为: a change of what was told before, of nothing else.
bool isPlainChange(const QString &label)
{
    static const QRegularExpression form(
        u"^(其中)?(同比|环比|同期相比|[较比与同][^，]{0,10}?(相比)?)?(分别)?(约|共)?(增加|增长|上升|提高|提升|攀升|"
        u"上涨|扩大|涨|减少|"
        "下降|降低|回落|缩短|增幅|升幅|涨幅|降幅|增长率|增速)(率|幅度)?(了|约|达到?|为|是|近|超)?$"_s);
    return label.contains(form);
}

// A number as whole units of so many decimals.
qint64 scaled(Decimal decimal, int decimals)
{
    return decimal.mantissa * power10(decimals - decimal.decimals);
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
    const qsizetype start = level.start - level.reachedLength;
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

    // What a change may be of: the exact counts before it in the sentence, what was received before what became of it.
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

    // 比去年同期的200件增加20件: the 200.
    [[nodiscard]] const Mention *referenceBefore(const Mention &change) const
    {
        for (const Mention &mention : m_line.mentions) {
            if (mention.role == Role::Before && mention.kind == Kind::Count && mention.segment == change.segment
                && mention.start < change.start)
                return &mention;
        }
        return nullptr;
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
        const bool another =
            rate->label.contains(other) && !change.label.contains(rate->label.first(2)); // 同比…，环比…
        return rate->isChange() && !another ? rate : nullptr;
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
            || change->label.contains(u"比"_s))
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
        const bool grown = rate.role == Role::Grown;
        const PrintedCount moved =
            grown ? PrintedCount{to.count.least - from.count.most, to.count.most - from.count.least}
                  : PrintedCount{from.count.least - to.count.most, from.count.most - to.count.least};
        if (isPercentageOf(moved, from.count, rate.decimal)) {
            pass(Text::tr("From %1 to %2 it is %3").arg(from.text, to.text, rate.text));
            return;
        }
        const QString right = moved.isExact() && from.count.isExact() && moved.least >= 0
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
        if (!change.count.isExact())
            return;
        const qint64 moved = change.role == Role::Grown ? change.count.least : -change.count.least;
        QList<const Mention *> currents = currentsBefore(change);
        currents.removeIf([](const Mention *one) { return !one->count.isExact(); });
        const Mention *reference = referenceBefore(change);
        const Mention *after = at(index + 1); // 较上月的4000件增加200件，达到4200件
        static const QRegularExpression reaches(u"^(总数|总量|合计|共)?(达到?|为|至|升至|增至|降至|减至)了?$"_s);
        if (currents.isEmpty() && reference && after && after->kind == Kind::Count && after->sentence == change.sentence
            && after->count.isExact() && after->label.contains(reaches))
            currents.append(after);
        if (reference && reference->count.isExact()) {
            const qint64 before = reference->count.least;
            const auto fits = [&](const Mention *one) { return one->count.least - before == moved; };
            if (!currents.isEmpty() && std::ranges::none_of(currents, fits)) {
                tellDifference(change, *reference, currents, moved);
                return;
            }
            currents.removeIf([&](const Mention *one) { return !fits(one); });
            if (!currents.isEmpty())
                pass(Text::tr("From %1 to %2 it is %3").arg(reference->text, currents.first()->text, change.text));
        }
        if (const Mention *rate = rateOf(index))
            compareWithRate(change, *rate, currents, moved);
    }

    void tellDifference(const Mention &change, const Mention &reference, const QList<const Mention *> &currents,
                        qint64 moved)
    {
        const qint64 before = reference.count.least;
        const auto opposite =
            std::ranges::find_if(currents, [&](const Mention *one) { return one->count.least - before == -moved; });
        if (opposite != currents.end()) {
            tell(change, Text::tr("From %1 to %2 goes the other way.").arg(reference.text, (*opposite)->text));
            return;
        }
        const qint64 difference = currents.first()->count.least - before;
        tell(change, Text::tr("From %1 to %2 it is %3.").arg(reference.text, currents.first()->text).arg(difference),
             QString::number(std::abs(difference)));
    }

    void compareWithRate(const Mention &change, const Mention &rate, QList<const Mention *> currents, qint64 moved)
    {
        if (rate.isChange() && rate.role != change.role) {
            tell(rate, Text::tr("The count goes the other way: %1%2.").arg(change.label, change.text));
            return;
        }
        currents.removeIf([&](const Mention *one) { return one->count.least - moved <= 0; });
        const auto gives = [&](const Mention *one) {
            const qint64 before = one->count.least - moved;
            return isPercentageOf(change.count, {before, before}, rate.decimal);
        };
        if (currents.isEmpty())
            return;
        if (std::ranges::any_of(currents, gives)) {
            pass(Text::tr("%1 and %2 agree").arg(QString(change.label + change.text), QString(rate.label + rate.text)));
            return;
        }
        const qint64 before = currents.first()->count.least - moved;
        const QString right = percentageLike(change.count, {before, before}, rate.decimal);
        QString message = Text::tr("%1 of %2 before is %3.").arg(change.text).arg(before).arg(right);
        if (isPercentageOf(change.count, currents.first()->count, rate.decimal))
            message += u' ' + Text::tr("It is printed of the number now.");
        tell(rate, message, right);
    }

    void checkRate(qsizetype index)
    {
        const Mention &rate = m_line.mentions[index];
        if (rate.role == Role::Shrunk && rate.decimal.mantissa > 100 * power10(rate.decimal.decimals))
            tell(rate, Text::tr("Nothing gets less by more than 100%."));
        const Mention *before = at(index - 1);
        if (!before || before->segment != rate.segment || !isPlainChange(rate.label))
            return;
        // 满意率98%，同比上升2%: of a rate, it is percentage points.
        if (before->kind == Kind::Percentage && before->role == Role::Rate && before->reached == Way::None) {
            const int decimals = std::max(before->decimal.decimals, rate.decimal.decimals);
            const qint64 now = scaled(before->decimal, decimals);
            const qint64 moved = scaled(rate.decimal, decimals);
            const Mention *next = at(index + 1);
            const bool areNoPoints = rate.role == Role::Shrunk ? now + moved > 100 * power10(decimals) : moved > now;
            if (!areNoPoints && !(next && next->kind == Kind::Points && next->segment == rate.segment))
                tell(rate, Text::tr("The change of a rate is told in percentage points (个百分点)."), {}, true);
            return;
        }
        if (before->kind == Kind::Count && before->role == Role::Before)
            checkRateOfReference(*before, rate, at(index + 1));
    }

    // 受理820件，去年同期900件，同比下降8.9%; 比2022年的47.86万件增长9.4%
    void checkRateOfReference(const Mention &reference, const Mention &rate, const Mention *after)
    {
        static const QRegularExpression reaches(u"^(总数|总量|合计|共)?(达到?|为|至)了?$"_s);
        QList<const Mention *> currents = currentsBefore(reference);
        currents.removeIf([&](const Mention *one) { return one->ofCalls != reference.ofCalls; });
        if (currents.isEmpty() && after && after->kind == Kind::Count && after->sentence == rate.sentence
            && after->label.contains(reaches))
            currents.append(after);
        // （4月份3200件、去年5月份3000件），环比下降2.5%: which of them is not said by their order.
        const bool isOnly = std::ranges::count_if(m_line.mentions,
                                                  [&](const Mention &one) {
                                                      return one.role == Role::Before && one.segment == rate.segment
                                                             && one.start < rate.start && one.kind == Kind::Count;
                                                  })
                            == 1;
        if (currents.isEmpty() || !isOnly)
            return;
        const bool grown = rate.role == Role::Grown;
        const auto gives = [&](const Mention *one) {
            const PrintedCount moved =
                grown ? PrintedCount{one->count.least - reference.count.most, one->count.most - reference.count.least}
                      : PrintedCount{reference.count.least - one->count.most, reference.count.most - one->count.least};
            return isPercentageOf(moved, reference.count, rate.decimal);
        };
        if (const auto fit = std::ranges::find_if(currents, gives); fit != currents.end())
            pass(Text::tr("From %1 to %2 it is %3").arg(reference.text, (*fit)->text, rate.text));
        else if (const Mention &now = *currents.first();
                 grown ? now.count.most < reference.count.least : now.count.least > reference.count.most)
            tell(rate, Text::tr("From %1 to %2 goes the other way.").arg(reference.text, now.text));
        else
            compareRate(reference, now, rate);
    }

    void checkPoints(qsizetype index)
    {
        const Mention &points = m_line.mentions[index];
        const Mention *before = at(index - 1);
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
            return;
        }
        static const QRegularExpression counted(
            u"(受理|来电|诉求|工单|呼入|转办|派单|交办|投诉|咨询)(总?[量数])?(同比|环比)"_s);
        if (points.label.contains(counted))
            tell(points, Text::tr("The change of a count is told in per cent, not in percentage points."), {}, true);
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
