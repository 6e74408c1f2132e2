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
        const bool role = mention->role == Role::Received || mention->role == Role::Item;
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

} // namespace

bool isTakenOff(const Mention &mention)
{
    static const QRegularExpression words(u"退单|退回|退件|不予受理|不受理|撤单|撤回|作废|无效|重复件|未到期"_s);
    return mention.isCount(mention.ofCalls) && mention.label.contains(words);
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
        const auto open = std::ranges::find_if(line.mentions, [&](const Mention &mention) {
            return mention.start > closed.start && mention.segment == closed.segment && mention.isCount()
                   && mention.role == Role::Open;
        });
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
        // Superior totals, carried over ones and those answered at once may be counted in.
        QList<PrintedCount> more{PrintedCount{}};
        for (const Mention &mention : line.mentions) {
            if (mention.sentence == closed.sentence && mention.start < open->start && mention.isCount()
                && (mention.role == Role::CarriedOver || mention.role == Role::Direct || mention.role == Role::Overdue
                    || isHeld(mention)))
                more.append(mention.count);
            else if (mention.sentence == closed.sentence && mention.start < open->start && isTakenOff(mention))
                more.append(PrintedCount{-mention.count.most, -mention.count.least});
        }
        for (const Mention &mention : line.mentions) {
            if (mention.segment == closed.segment && mention.start > open->start && mention.isCount()
                && (mention.role == Role::Overdue || mention.role == Role::Open))
                more.append(PrintedCount{-mention.count.most, -mention.count.least});
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
    // 全部办结，还有1件正在办理
    static const QRegularExpression contradiction(
        u"(已?全部办结|均已办结)[^。；;]{0,12}?(还有|尚有|仍有)?\\d+件(次)?(正在办理|在办|未办结)"_s);
    auto match = contradiction.globalMatch(line.text);
    while (match.hasNext()) {
        const auto one = match.next();
        findings.append(line.finding(one.capturedStart(), one.capturedLength(), Finding::Kind::Balance,
                                     Text::tr("All are closed, and some are open.")));
    }
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
        const auto pair = std::ranges::find(pairs, part.role, &Pair::part);
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
    // 回访162件，满意156件，不满意16件
    const auto called = std::ranges::find_if(line.mentions, [](const Mention &mention) {
        return mention.kind == Mention::Kind::Count && mention.role == Role::FollowedUp;
    });
    if (called == line.mentions.cend())
        return findings;
    static const QRegularExpression grade(u"^其?中?(非常|很|基本|比较|较)?(满意|不满意|不太满意|一般|未评价)的?$"_s);
    PrintedCount sum;
    const Mention *last = nullptr;
    for (const Mention &mention : line.mentions) {
        if (mention.start > called->start && mention.sentence == called->sentence && mention.isCount(called->ofCalls)
            && mention.label.contains(grade)) {
            sum = sum + mention.count;
            last = &mention;
        }
    }
    if (last && sum.least > called->count.most && last->count.least <= called->count.most) {
        findings.append(line.finding(
            *last, Finding::Kind::Sum,
            Text::tr("The answers are %1, more than %2.").arg(printedLike(sum, last->decimal), called->text)));
    }
    return findings;
}

} // namespace huiyin
