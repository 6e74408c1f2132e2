// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/Significance.h"

#include <algorithm>
#include <cmath>

namespace huiyin {

double binomialTail(qint64 successes, qint64 trials, double probability)
{
    if (successes <= 0 || probability >= 1)
        return 1;
    if (successes > trials || probability <= 0)
        return 0;
    const auto n = static_cast<double>(trials);
    const auto logOf = [n, probability](double k) {
        return std::lgamma(n + 1) - std::lgamma(k + 1) - std::lgamma(n - k + 1) + k * std::log(probability)
               + (n - k) * std::log1p(-probability);
    };
    // From the first term on upwards: beyond the mean each is smaller than the one before.
    const auto first = static_cast<double>(successes);
    if (first <= n * probability)
        return 1 - binomialTail(trials - successes + 1, trials, 1 - probability);
    const double largest = logOf(first);
    double sum = 1;
    double term = 1;
    for (double k = first; k < n && term > sum * 1e-16; ++k) {
        term *= (n - k) / (k + 1) * probability / (1 - probability);
        sum += term;
    }
    return std::min(1.0, std::exp(largest + std::log(sum)));
}

double falseDiscoveryLimit(std::vector<double> probabilities, qint64 tested, double rate)
{
    std::ranges::sort(probabilities);
    double limit = 0;
    for (size_t i = 0; i < probabilities.size(); ++i) {
        if (probabilities[i] <= static_cast<double>(i + 1) / static_cast<double>(std::max<qint64>(tested, 1)) * rate)
            limit = probabilities[i];
    }
    return limit;
}

} // namespace huiyin
