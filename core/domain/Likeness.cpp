// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Likeness.h"

#include <QSet>

#include <algorithm>
#include <cmath>

namespace huiyin {

namespace {

// A word is worth telling when its pairs stand in fewer than one ticket of twenty: ln 20. In a file of some dozens
// nothing is so rare, and what is rarest there counts.
constexpr double telling = 3.0;
constexpr double tellingPart = 0.6; // of the weight of the rarest pair

QSet<CharacterPair> setOf(const std::vector<PlacedPair> &pairs)
{
    QSet<CharacterPair> set;
    set.reserve(static_cast<qsizetype>(pairs.size()));
    for (const PlacedPair &placed : pairs)
        set.insert(placed.pair);
    return set;
}

} // namespace

Likeness::Likeness(const QString &foldedText, const PairWeights &weights)
    : m_text(foldedText)
    , m_pairs(pairsOf(m_text))
{
    for (const PlacedPair &placed : m_pairs) {
        const double weight = weights.value(placed.pair);
        if (weight > 0 && !m_weights.contains(placed.pair)) {
            m_weights.insert(placed.pair, weight);
            m_norm += weight * weight;
        }
    }
    if (!m_weights.isEmpty())
        m_usual = m_norm / static_cast<double>(m_weights.size());
}

double Likeness::shareWith(QStringView foldedText) const
{
    const QSet<CharacterPair> other = setOf(pairsOf(foldedText));
    double common = 0;
    qsizetype count = 0;
    for (auto weight = m_weights.cbegin(); weight != m_weights.cend(); ++weight) {
        if (other.contains(weight.key())) {
            common += *weight * *weight;
            ++count;
        }
    }
    if (common <= 0)
        return 0;
    const double otherNorm = common + static_cast<double>(other.size() - count) * m_usual;
    return common / std::sqrt(m_norm * otherNorm);
}

Likeness::Shared Likeness::with(QStringView foldedText) const
{
    Shared shared{.share = shareWith(foldedText)};
    const QSet<CharacterPair> other = setOf(pairsOf(foldedText));
    double rarest = 0;
    for (const double weight : m_weights)
        rarest = std::max(rarest, weight);
    const double enough = std::min(telling, tellingPart * rarest);
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
            const double one = m_weights.value(m_pairs[end].pair);
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
