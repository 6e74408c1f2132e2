// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

namespace huiyin {

// A small random source of our own (SplitMix64): the same numbers on every system and with every library, which the
// distributions of the standard library don't promise.
class Random
{
public:
    explicit Random(quint64 seed)
        : m_state(seed)
    {
    }

    quint64 next()
    {
        m_state += 0x9E3779B97F4A7C15ULL;
        quint64 z = m_state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31);
    }

    // 0 … n − 1; n > 0.
    qint64 below(qint64 n)
    {
        Q_ASSERT(n > 0);
        return static_cast<qint64>(next() % static_cast<quint64>(qMax(n, qint64{1})));
    }
    // from … to.
    qint64 between(qint64 from, qint64 to) { return from + below(to - from + 1); }
    bool chance(int perThousand) { return below(1000) < perThousand; }

    template <class T>
    const T &pick(const QList<T> &list)
    {
        return list[below(list.size())];
    }

    // An index, each as likely as its weight.
    qsizetype weighted(const QList<qint64> &weights)
    {
        qint64 sum = 0;
        for (const qint64 weight : weights)
            sum += weight;
        qint64 at = below(sum);
        for (qsizetype i = 0; i < weights.size(); ++i) {
            at -= weights[i];
            if (at < 0)
                return i;
        }
        return weights.size() - 1;
    }

    template <class T>
    void shuffle(QList<T> &list)
    {
        for (qsizetype i = list.size() - 1; i > 0; --i)
            list.swapItemsAt(i, below(i + 1));
    }

private:
    quint64 m_state;
};

} // namespace huiyin
