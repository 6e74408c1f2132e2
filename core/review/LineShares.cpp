// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/PartGroups.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Review)
};

// A line's only share, which no number of its line is the base of.
struct LoneShare
{
    const ReviewLine *line = nullptr;
    const Mention *count = nullptr;
    const Mention *share = nullptr;

    [[nodiscard]] bool isOf(PrintedCount base) const { return isPercentageOf(count->count, base, share->decimal); }
};

std::optional<LoneShare> loneShareOf(const ReviewLine &line)
{
    const QList<PartGroup> groups = partGroupsIn(line);
    if (groups.size() != 1 || groups.first().shares.size() != 1 || !groups.first().parents.isEmpty())
        return std::nullopt;
    const PartGroup &group = groups.first();
    const Mention &count = line.mentions[group.shares.cbegin().key()];
    const Mention &share = line.mentions[group.shares.cbegin().value()];
    if (group.isOpened || !baseNamedBy(share, count).value_or(u"?"_s).isEmpty())
        return std::nullopt;
    return LoneShare{&line, &count, &share};
}

// One list over several lines: what most of them are of is what all are of.
void check(const QList<LoneShare> &shares, const QList<const Mention *> &totals, QList<Finding> &findings,
           QList<Passed> *passed)
{
    const Mention *base = nullptr;
    qsizetype most = 0;
    for (const Mention *total : totals) {
        if (shares.isEmpty() || total->ofCalls != shares.first().count->ofCalls)
            continue;
        const qsizetype fitting =
            std::ranges::count_if(shares, [&](const LoneShare &one) { return one.isOf(total->count); });
        if (fitting > most) {
            most = fitting;
            base = total;
        }
    }
    if (most < 2 || most * 2 <= shares.size())
        return;
    for (const LoneShare &one : shares) {
        if (one.isOf(base->count)) {
            if (passed)
                one.line->pass(passed, Text::tr("%1 of %2 is %3").arg(one.count->text, base->text, one.share->text));
            continue;
        }
        // 物业类120件，占14.6%, and below it 收费45件，占37.5%: of the 120.
        if (std::ranges::any_of(shares, [&](const LoneShare &other) {
                return other.line->number < one.line->number && one.isOf(other.count->count);
            }))
            continue;
        // 夜间噪音类82件，占比10.0% of the 820 夜间诉求: of another number that the text names.
        const auto isItsBase = [&](const Mention &total) {
            return total.role == Mention::Role::Received && total.kind == Mention::Kind::Count && one.isOf(total.count);
        };
        if (std::ranges::any_of(totals, [&](const Mention *total) { return isItsBase(*total); })
            || std::ranges::any_of(one.line->mentions, isItsBase))
            continue;
        const QString right = percentageLike(one.count->count, base->count, one.share->decimal);
        Finding finding = one.line->finding(*one.share, Finding::Kind::Percentage,
                                            Text::tr("%1 of %2 is %3.").arg(one.count->text, base->text, right));
        finding.expected = right;
        findings.append(finding);
    }
}

} // namespace

QList<Finding> checkSharesOfLines(const QList<ReviewLine> &lines, QList<Passed> *passed)
{
    constexpr int farthest = 3; // lines of text between two of a list
    QList<Finding> findings;
    QList<const Mention *> totals;
    QList<LoneShare> shares;
    int last = 0;
    const auto finish = [&] {
        check(shares, totals, findings, passed);
        shares.clear();
    };
    for (const ReviewLine &line : lines) {
        const auto share = loneShareOf(line);
        const bool ofCalls = share && !shares.isEmpty() && share->count->ofCalls != shares.first().count->ofCalls;
        if (!shares.isEmpty() && (line.number - last > farthest || ofCalls))
            finish();
        if (share) {
            shares.append(*share);
            last = line.number;
            continue;
        }
        for (const Mention &mention : line.mentions) {
            if (mention.role != Mention::Role::Received || mention.kind != Mention::Kind::Count || mention.depth > 0)
                continue;
            if (!shares.isEmpty() && mention.ofCalls == shares.first().count->ofCalls)
                finish();
            totals.append(&mention);
        }
    }
    finish();
    return findings;
}

} // namespace huiyin
