// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/CharacterPairs.h"

#include <QHash>
#include <QString>
#include <QStringList>
#include <QStringView>

namespace huiyin {

// How rare each pair of a text is elsewhere; common ones weigh little.
using PairWeights = QHash<CharacterPair, double>;

// Pairs of a text, such as the name of a place, count nothing from now on.
void forgetPairs(PairWeights &weights, QStringView foldedText);

// The pairs of a folded text, each once: what it is compared by.
class PairSet
{
public:
    PairSet() = default;
    explicit PairSet(QStringView foldedText);

    [[nodiscard]] const std::vector<CharacterPair> &pairs() const { return m_pairs; } // sorted
    [[nodiscard]] bool contains(CharacterPair pair) const;
    [[nodiscard]] PairSet without(const PairSet &others) const;

private:
    std::vector<CharacterPair> m_pairs;
};

// Compares texts by the pairs of characters that they share, weighted by how much each tells: the cosine of the two
// sets of pairs. The words of the trade (反映, 要求尽快处理) stand in every ticket and count next to nothing.
class Likeness
{
public:
    // Pairs without a weight, which stand nowhere else, count nothing.
    Likeness(const QString &foldedText, const PairWeights &weights);

    struct Shared
    {
        double share = 0;    // 0 nothing in common … 1 the same words
        QStringList words{}; // what they have in common, the most telling first
    };
    [[nodiscard]] Shared with(const PairSet &other) const;
    // Without the words.
    [[nodiscard]] double shareWith(const PairSet &other) const;

    // Whether there is anything to compare by.
    [[nodiscard]] bool isEmpty() const { return m_norm <= 0; }

private:
    QString m_text;
    std::vector<PlacedPair> m_pairs;
    std::vector<std::pair<CharacterPair, double>> m_weights; // of its pairs, sorted
    double m_norm = 0;                                       // sum of the squared weights
    double m_usual = 0; // the mean of the squared weights, which stands for those that aren't known
};

} // namespace huiyin
