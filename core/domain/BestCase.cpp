// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/BestCase.h"

#include <algorithm>

namespace huiyin {

template <>
std::span<const CodeEntry<BallotState>> codeTable<BallotState>()
{
    static constexpr CodeEntry<BallotState> table[] = {
        {BallotState::Nominating, "nominating", QT_TRANSLATE_NOOP("Code", "Cases are being nominated"), u"推荐中"},
        {BallotState::Voting, "voting", QT_TRANSLATE_NOOP("Code", "The vote is on"), u"投票中"},
        {BallotState::Closed, "closed", QT_TRANSLATE_NOOP("Code", "The result is fixed"), u"已评定"},
    };
    return table;
}

BallotCount countedBallot(const QList<Nomination> &shortlist, const QHash<NominationId, int> &votes,
                          const QList<NominationId> &inRunning, const QList<NominationId> &decided)
{
    BallotCount count{.ranked = shortlist};
    QList<int> inOrder;
    for (Nomination &one : count.ranked) {
        one.votes = votes.value(*one.id);
        one.place.reset();
        one.chosen = false;
        if (inRunning.contains(*one.id) && *one.votes > 0)
            inOrder.append(*one.votes);
    }
    std::ranges::stable_sort(count.ranked, [&](const Nomination &a, const Nomination &b) {
        const bool first = inRunning.contains(*a.id);
        const bool second = inRunning.contains(*b.id);
        return first != second ? first : *a.votes > *b.votes;
    });
    for (Nomination &one : count.ranked) {
        if (!inRunning.contains(*one.id) || *one.votes == 0)
            continue;
        const auto better = std::ranges::count_if(inOrder, [&one](int other) { return other > *one.votes; });
        const auto asGood = std::ranges::count(inOrder, *one.votes);
        one.place = static_cast<int>(better) + 1;
        one.chosen = better + asGood <= mostBestCases;
        if (!one.chosen && better < mostBestCases) {
            count.tied.append(*one.id);
            count.room = mostBestCases - better;
        }
    }
    const auto isTied = [&count](NominationId id) { return count.tied.contains(id); };
    QList<NominationId> preferred = decided;
    std::ranges::sort(preferred);
    preferred.erase(std::unique(preferred.begin(), preferred.end()), preferred.end());
    if (count.tied.isEmpty() || preferred.size() != count.room || !std::ranges::all_of(preferred, isTied))
        return count;
    for (Nomination &one : count.ranked)
        one.chosen = one.chosen || preferred.contains(*one.id);
    count.tied.clear();
    count.room = 0;
    return count;
}

} // namespace huiyin
