// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <vector>

namespace huiyin {

// The probability of at least `successes` in `trials` independent trials that each succeed with `probability`: the
// exact upper tail of the binomial distribution, down to about 1e-300.
double binomialTail(qint64 successes, qint64 trials, double probability);

// Of `tested` questions asked at once some had these probabilities of coming about by chance: the largest of them that
// may be called significant when no more than the part `rate` of all so called shall be wrong (Benjamini and Hochberg
// 1995). 0: none.
double falseDiscoveryLimit(std::vector<double> probabilities, qint64 tested, double rate);

} // namespace huiyin
