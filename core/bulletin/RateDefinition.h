// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/Wording.h"

#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace huiyin {

// A rate as a layout defines it, for its name does not fix its base: 办结率 is of the received here, of the dispatched
// there. Numerator and denominator are sums and differences of counts: "direct+closed", "dispatched-overdue".
struct RateDefinition
{
    struct Term
    {
        QString count{};
        bool isTaken = false; // away
    };
    QString key{};  // the name of its placeholder
    QString name{}; // 办结率
    QList<Term> numerator{};
    QList<Term> denominator{};
};

// nullopt: not a sum or difference of names.
std::optional<QList<RateDefinition::Term>> parsedTerms(const QString &text);

// The rates of a layout. Throws LayoutError.
QList<RateDefinition> rateDefinitions(const QJsonObject &layout);

// The rates of one row, or of the whole office: what its counts give. A rate of which a count is not in `scopes` can't be
// printed there, and is not taken from elsewhere.
WordingScope ratesOf(const QList<RateDefinition> &rates, const WordingScopes &scopes);

} // namespace huiyin
