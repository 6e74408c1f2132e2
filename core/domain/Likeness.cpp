// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Likeness.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace huiyin {

namespace {

// A word is worth telling when its pairs stand in fewer than one ticket of twenty: ln 20. In a file of some dozens
// nothing is so rare, and what is rarest there counts.
constexpr double telling = 3.0;
constexpr double tellingPart = 0.6; // of the weight of the rarest pair

} // namespace

void forgetPairs(PairWeights &weights, QStringView foldedText)
{
    for (const PlacedPair &placed : pairsOf(foldedText))
        weights.remove(placed.pair);
}

PairSet::PairSet(QStringView foldedText)
{
    const std::vector<PlacedPair> placed = pairsOf(foldedText);
    m_pairs.reserve(placed.size());
    for (const PlacedPair &one : placed)
        m_pairs.push_back(one.pair);
    std::ranges::sort(m_pairs);
    m_pairs.erase(std::unique(m_pairs.begin(), m_pairs.end()), m_pairs.end());
}

bool PairSet::contains(CharacterPair pair) const
{
    return std::ranges::binary_search(m_pairs, pair);
}

PairSet PairSet::without(const PairSet &others) const
{
    PairSet rest;
    std::ranges::set_difference(m_pairs, others.m_pairs, std::back_inserter(rest.m_pairs));
    rest.m_pairs.shrink_to_fit();
    return rest;
}

Likeness::Likeness(const QString &foldedText, const PairWeights &weights)
    : m_text(foldedText)
    , m_pairs(pairsOf(m_text))
{
    const PairSet own(m_text);
    for (const CharacterPair pair : own.pairs()) {
        if (const double weight = weights.value(pair); weight > 0) {
            m_weights.emplace_back(pair, weight);
            m_norm += weight * weight;
        }
    }
    if (!m_weights.empty())
        m_usual = m_norm / static_cast<double>(m_weights.size());
}

double Likeness::shareWith(const PairSet &other) const
{
    double common = 0;
    size_t count = 0;
    auto theirs = other.pairs().begin();
    for (const auto &[pair, weight] : m_weights) {
        while (theirs != other.pairs().end() && *theirs < pair)
            ++theirs;
        if (theirs == other.pairs().end())
            break;
        if (*theirs == pair) {
            common += weight * weight;
            ++count;
        }
    }
    if (common <= 0)
        return 0;
    const double otherNorm = common + static_cast<double>(other.pairs().size() - count) * m_usual;
    return common / std::sqrt(m_norm * otherNorm);
}

Likeness::Shared Likeness::with(const PairSet &other) const
{
    Shared shared{.share = shareWith(other)};
    double rarest = 0;
    for (const auto &[pair, weight] : m_weights)
        rarest = std::max(rarest, weight);
    const double enough = std::min(telling, tellingPart * rarest);
    const auto weightOf = [this](CharacterPair pair) {
        const auto found = std::ranges::lower_bound(m_weights, pair, {}, &std::pair<CharacterPair, double>::first);
        return found != m_weights.end() && found->first == pair ? found->second : 0.0;
    };
    struct Word
    {
        QString text;
        double weight = 0;
    };
    std::vector<Word> words;
    for (size_t i = 0; i < m_pairs.size();) {
        // As long as pair follows pair in both, it is one word.
        size_t end = i;
        double weight = 0;
        double heaviest = 0;
        while (end < m_pairs.size() && other.contains(m_pairs[end].pair)
               && (end == i || m_pairs[end].at < m_pairs[end - 1].end)) {
            const double one = weightOf(m_pairs[end].pair);
            weight += one;
            heaviest = std::max(heaviest, one);
            ++end;
        }
        if (end > i && heaviest > 0 && heaviest >= enough) {
            const qsizetype at = m_pairs[i].at;
            words.push_back({.text = m_text.mid(at, m_pairs[end - 1].end - at), .weight = weight});
        }
        i = std::max(end, i + 1);
    }
    std::ranges::stable_sort(words, std::ranges::greater(), &Word::weight);
    for (const Word &word : words) {
        if (!shared.words.contains(word.text))
            shared.words.append(word.text);
    }
    return shared;
}

} // namespace huiyin
