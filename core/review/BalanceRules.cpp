// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/ReviewLine.h"

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

using Role = Mention::Role;

// What closed and open are of: counts before them in the sentence, the nearest first.
QList<const Mention *> wholesBefore(const ReviewLine &line, const Mention &closed)
{
    QList<const Mention *> wholes;
    for (auto mention = line.mentions.crbegin(); mention != line.mentions.crend(); ++mention) {
        const bool role =
            mention->role == Role::Received || mention->role == Role::Item || mention->role == Role::Together;
        if (mention->start < closed.start && mention->sentence == closed.sentence && mention->isCount() && role
            && mention->depth <= closed.depth && !isTakenOff(*mention) && !isHeld(*mention))
            wholes.append(&*mention);
    }
    return wholes;
}

// With those carried over or answered at once among them it is no plain sum.
QString balanceText(const QList<const Mention *> &wholes, const Mention &closed, const Mention &open)
{
    const auto whole = std::ranges::find_if(
        wholes, [&](const Mention *one) { return mayBeSame(one->count, closed.count + open.count); });
    return (whole != wholes.cend() ? Text::tr("%1 = %2 closed + %3 open") : Text::tr("%1, %2 closed and %3 open agree"))
        .arg(whole != wholes.cend() ? (*whole)->text : wholes.first()->text, closed.text, open.text);
}

// The count that comes next, in the next clause or sentence, when it is what is left.
QList<Mention>::const_iterator restBehind(const ReviewLine &line, const Mention &closed)
{
    static const QRegularExpression rest(u"^(其余|其它|剩余|剩下|余下|剩|余|还有|尚有|仍有)?的?$"_s);
    const auto next = std::ranges::find_if(line.mentions, [&](const Mention &mention) {
        return mention.start > closed.start && mention.kind == Mention::Kind::Count;
    });
    const bool isRest = next != line.mentions.cend() && next->role == Role::Open && next->isCount()
                        && next->label.contains(rest) && next->depth == closed.depth;
    return isRest ? next : line.mentions.cend();
}

// 转派2650件，按时办结2608件，超期办结30件，未办结12件: together they are what was dispatched.
void checkStates(const ReviewLine &line, QList<Finding> &findings)
{
    static const QRegularExpression onTime(u"^(其中)?(按时|按期|期内)办结$"_s);
    static const QRegularExpression late(u"^(超期|逾期)(已)?办结$"_s);
    static const QRegularExpression left(u"^((超期|逾期|尚|仍)?未办结|未到期|在办|正在办理)$"_s);
    for (qsizetype i = 1; i + 1 < line.mentions.size(); ++i) {
        const Mention &timely = line.mentions[i];
        const Mention &overdue = line.mentions[i + 1];
        const bool arePair = timely.isCount() && overdue.isCount() && timely.segment == overdue.segment
                             && timely.label.contains(onTime) && overdue.label.contains(late);
        const auto whole =
            std::ranges::find_if(line.mentions.crend() - i, line.mentions.crend(), [&](const Mention &mention) {
                return mention.isCount() && mention.segment == timely.segment
                       && (mention.role == Role::Closed || mention.role == Role::Received) && !isTakenOff(mention);
            });
        if (!arePair || whole == line.mentions.crend())
            continue;
        PrintedCount sum = timely.count + overdue.count;
        qsizetype last = i + 1;
        while (whole->role == Role::Received && last + 1 < line.mentions.size()
               && line.mentions[last + 1].segment == timely.segment && line.mentions[last + 1].isCount()
               && line.mentions[last + 1].label.contains(left))
            sum = sum + line.mentions[++last].count;
        const bool isAll = whole->role == Role::Closed || last > i + 1;
        if (mayBeSame(sum, whole->count) || (!isAll && sum.least <= whole->count.most))
            continue;
        Finding finding = line.finding(
            *whole, Finding::Kind::Balance,
            Text::tr("What is told of them makes %1, not %2.").arg(printedLike(sum, timely.decimal), whole->text));
        finding.expected = printedLike(sum, timely.decimal);
        findings.append(finding);
    }
}

// 受理3126件，直接解答2504件，转派662件
void checkAnsweredAndDispatched(const ReviewLine &line, QList<Finding> &findings)
{
    static const QRegularExpression accepted(u"受理|诉求$"_s);
    static const QRegularExpression dispatched(u"^(其中)?(转派|转办|派发|派单|交办)(各?承办单位|有关部门)?(办理)?$"_s);
    for (qsizetype i = 2; i < line.mentions.size(); ++i) {
        const Mention &whole = line.mentions[i - 2];
        const Mention &direct = line.mentions[i - 1];
        const Mention &given = line.mentions[i];
        if (!whole.isCount() || !direct.isCount() || !given.isCount() || whole.segment != given.segment
            || !whole.label.contains(accepted) || direct.role != Role::Direct || !given.label.contains(dispatched)
            || (direct.count + given.count).least <= whole.count.most || direct.count.least > whole.count.most)
            continue;
        Finding finding =
            line.finding(given, Finding::Kind::Sum,
                         Text::tr("With %1 answered at once it makes %2, more than %3.")
                             .arg(direct.text, printedLike(direct.count + given.count, given.decimal), whole.text));
        finding.doubtful = true; // some may have been answered and dispatched all the same
        findings.append(finding);
    }
    // 直接解答2504件，转派622件，共受理3126件
    for (qsizetype i = 2; i < line.mentions.size(); ++i) {
        const Mention &direct = line.mentions[i - 2];
        const Mention &given = line.mentions[i - 1];
        const Mention &whole = line.mentions[i];
        static const QRegularExpression together(u"^共(受理|接到|收到|办理)"_s);
        if (!whole.isCount() || !direct.isCount() || !given.isCount() || whole.segment != direct.segment
            || !whole.label.contains(together) || direct.role != Role::Direct || !given.label.contains(dispatched)
            || mayBeSame(direct.count + given.count, whole.count))
            continue;
        Finding finding = line.finding(whole, Finding::Kind::Sum,
                                       Text::tr("What is named before it adds up to %1, not to %2.")
                                           .arg(printedLike(direct.count + given.count, given.decimal), whole.text));
        finding.doubtful = true; // others may have been neither
        findings.append(finding);
    }
}

// 全部办结，还有1件正在办理
void checkAllClosed(const ReviewLine &line, QList<Finding> &findings)
{
    // 本月, 其余: of others than those that are all closed.
    static const QRegularExpression contradiction(
        u"(?<!未)(?<!未能)(?<!没有)(已?全部办结|均已办结)[^。；;本其]{0,12}?(还有|尚有|仍有)?\\d+件(次)?(正在办理|在办|未办结)"_s);
    static const QRegularExpression but(u"除[^。；;]{1,12}外|尚未|没有$"_s);
    auto match = contradiction.globalMatch(line.text);
    while (match.hasNext()) {
        const auto one = match.next();
        constexpr qsizetype clause = 16;
        const qsizetype from = std::max<qsizetype>(0, one.capturedStart() - clause);
        if (line.text.mid(from, one.capturedStart() - from).contains(but))
            continue;
        findings.append(line.finding(one.capturedStart(), one.capturedLength(), Finding::Kind::Balance,
                                     Text::tr("All are closed, and some are open.")));
    }
}

// What those called back said, up to the next that were called: 回访162件，满意156件，不满意16件
void checkAnswers(const ReviewLine &line, qsizetype index, qsizetype end, QList<Finding> &findings)
{
    static const QRegularExpression rated(u"(?<!未)(评价|参评|测评)$"_s);
    static const QRegularExpression grade(u"^其?中?(非常|很|基本|比较|较)?(满意|不满意|不太满意|一般|未评价)的?$"_s);
    const Mention &called = line.mentions[index];
    PrintedCount sum;
    const Mention *last = nullptr;
    bool isWithin = false; // 满意95件，其中非常满意60件、基本满意35件: they are among those before
    for (qsizetype i = index + 1; i < end && line.mentions[i].sentence == called.sentence; ++i) {
        const Mention &mention = line.mentions[i];
        if (!mention.isCount(called.ofCalls) || !mention.label.contains(grade))
            continue;
        isWithin = last && (mention.opensParts || (isWithin && mention.parted == 1));
        if (isWithin)
            continue;
        sum = sum + mention.count;
        last = &mention;
    }
    if (!last || last->count.least > called.count.most)
        return;
    // 参评2000件: each of them gave a grade, down to the worst.
    const bool isLess =
        called.label.contains(rated) && sum.most < called.count.least && last->label.endsWith(u"不满意"_s);
    if (!isLess && sum.least <= called.count.most)
        return;
    findings.append(line.finding(
        *last, Finding::Kind::Sum,
        (isLess ? Text::tr("The answers are %1, less than %2.") : Text::tr("The answers are %1, more than %2."))
            .arg(printedLike(sum, last->decimal), called.text)));
}

bool isCalledBack(const Mention &mention)
{
    static const QRegularExpression rated(u"(?<!未)(评价|参评|测评)$"_s);
    return mention.kind == Mention::Kind::Count && (mention.role == Role::FollowedUp || mention.label.contains(rated));
}

} // namespace

bool isTakenOff(const Mention &mention)
{
    static const QRegularExpression words(u"退单|退回|退件|不予受理|不受理|撤单|撤回|作废|无效|重复件|未到期"_s);
    return mention.kind == Mention::Kind::Count && mention.label.contains(words);
}

bool isHeld(const Mention &mention)
{
    static const QRegularExpression words(u"延期|挂起|暂缓|申请延时"_s);
    return mention.isCount() && mention.label.contains(words);
}

QList<Finding> checkBalance(const ReviewLine &line, QList<Passed> *passed)
{
    QList<Finding> findings;
    for (const Mention &closed : line.mentions) {
        if (!closed.isCount() || closed.role != Role::Closed)
            continue;
        auto open = std::ranges::find_if(line.mentions, [&](const Mention &mention) {
            return mention.start > closed.start && mention.segment == closed.segment && mention.isCount()
                   && mention.role == Role::Open;
        });
        if (open == line.mentions.cend()) // 办结401件；其余11件正在办理
            open = restBehind(line, closed);
        const auto nextClosed = std::ranges::find_if(line.mentions, [&](const Mention &mention) {
            return mention.start > closed.start && mention.role == Role::Closed && mention.isCount();
        });
        const QList<const Mention *> wholes = wholesBefore(line, closed);
        if (wholes.isEmpty())
            continue;
        const Mention &whole = *wholes.first();
        if (open == line.mentions.cend() || (nextClosed != line.mentions.cend() && nextClosed->start < open->start)) {
            const bool tooMany =
                std::ranges::all_of(wholes, [&](const Mention *one) { return closed.count.least > one->count.most; });
            if (!tooMany)
                continue;
            Finding finding =
                line.finding(closed, Finding::Kind::Balance,
                             Text::tr("More closed than received: %1 of %2.").arg(closed.text, whole.text));
            finding.doubtful = true; // those of the period before may be among them
            findings.append(finding);
            continue;
        }
        const PrintedCount sum = closed.count + open->count;
        // Superior totals, carried over ones and those answered at once may be counted in, any of them.
        constexpr qsizetype mostReadings = 64;
        QList<PrintedCount> more{PrintedCount{}};
        const auto mayAdd = [&more](PrintedCount extra) {
            for (qsizetype i = 0, known = more.size(); i < known && more.size() < mostReadings; ++i)
                more.append(more[i] + extra);
        };
        for (const Mention &mention : line.mentions) {
            if (!mention.isCount() || mention.sentence != closed.sentence)
                continue;
            const bool isBefore = mention.start < open->start;
            const bool isAdded = mention.role == Role::CarriedOver || mention.role == Role::Direct
                                 || mention.role == Role::Overdue || isHeld(mention);
            const bool isOverlap = !isBefore && mention.start > open->start && mention.segment == closed.segment
                                   && (mention.role == Role::Overdue || mention.role == Role::Open);
            if (isBefore && isHeld(mention)) // neither closed nor in 在办, or in it
                mayAdd({-mention.count.most, -mention.count.least});
            if (isBefore && isAdded)
                mayAdd(mention.count);
            else if ((isBefore && isTakenOff(mention)) || isOverlap)
                mayAdd({-mention.count.most, -mention.count.least});
        }
        const bool balanced = std::ranges::any_of(wholes, [&](const Mention *one) {
            return std::ranges::any_of(more, [&](PrintedCount extra) {
                return mayBeSame(one->count + extra, sum) || mayBeSame(one->count, sum + extra);
            });
        });
        if (balanced) {
            if (passed)
                line.pass(passed, balanceText(wholes, closed, *open));
            continue;
        }
        const QString right = printedLike(sum, closed.decimal);
        Finding finding = line.finding(
            whole, Finding::Kind::Balance,
            Text::tr("%1 closed and %2 open make %3, not %4.").arg(closed.text, open->text, right, whole.text));
        finding.expected = right;
        findings.append(finding);
    }
    checkStates(line, findings);
    checkAnsweredAndDispatched(line, findings);
    checkAllClosed(line, findings);
    return findings;
}

QList<Finding> checkSubsets(const ReviewLine &line)
{
    struct Pair
    {
        Role part;
        Role whole;
        bool doubtful; // those of an earlier period may be among them
    };
    static const QList<Pair> pairs{{Role::ClosedOnTime, Role::Closed, false},
                                   {Role::Satisfied, Role::FollowedUp, false},
                                   {Role::Dissatisfied, Role::FollowedUp, false},
                                   {Role::Overdue, Role::Received, true},
                                   {Role::Direct, Role::Received, true}};
    QList<Finding> findings;
    for (const Mention &part : line.mentions) {
        auto pair = std::ranges::find(pairs, part.role, &Pair::part);
        static const QRegularExpression closedLate(u"(超期|逾期|超时)办结$"_s);
        if (part.role == Role::Overdue && part.label.contains(closedLate))
            pair = pairs.cbegin(); // of the closed, as those on time are
        if (pair == pairs.cend() || part.kind != Mention::Kind::Count)
            continue;
        const Mention *largest = nullptr;
        static const QRegularExpression accepted(u"受理"_s); // 形成工单412件，直接答复768件 are two parts of the calls
        for (const Mention &mention : line.mentions) {
            if (mention.start < part.start && mention.sentence == part.sentence && mention.kind == part.kind
                && mention.role == pair->whole && mention.ofCalls == part.ofCalls
                && (part.role != Role::Direct || mention.label.contains(accepted))
                && (!largest || mention.count.most > largest->count.most))
                largest = &mention;
        }
        if (!largest || part.count.least <= largest->count.most)
            continue;
        Finding finding =
            line.finding(part, Finding::Kind::Balance, Text::tr("It is a part of %1, and more.").arg(largest->text));
        finding.doubtful = pair->doubtful;
        findings.append(finding);
    }
    qsizetype end = line.mentions.size();
    for (qsizetype i = end - 1; i >= 0; --i) {
        if (!isCalledBack(line.mentions[i]))
            continue;
        checkAnswers(line, i, end, findings);
        end = i;
    }
    return findings;
}

} // namespace huiyin
