// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/RateDefinition.h"

#include "bulletin/Composer.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

const WordingValue *countIn(const WordingScopes &scopes, const QString &name)
{
    for (const WordingScope *scope : scopes) {
        const auto found = scope->constFind(name);
        if (found != scope->cend())
            return found->count ? &*found : nullptr;
    }
    return nullptr;
}

struct Sum
{
    qint64 value = 0;
    std::optional<FigureKey> figure{}; // of a single count
    QString missing{};
};

Sum sumOf(const QList<RateDefinition::Term> &terms, const WordingScopes &scopes)
{
    Sum sum;
    for (const RateDefinition::Term &term : terms) {
        const WordingValue *count = countIn(scopes, term.count);
        if (!count) {
            sum.missing = term.count;
            return sum;
        }
        sum.value += term.isTaken ? -*count->count : *count->count;
        sum.figure = terms.size() == 1 ? count->figure : std::nullopt;
    }
    return sum;
}

} // namespace

std::optional<QList<RateDefinition::Term>> parsedTerms(const QString &text)
{
    static const QRegularExpression form(u"^[a-z_]+(?:[+-][a-z_]+)*$"_s);
    static const QRegularExpression term(u"([+-]?)([a-z_]+)"_s);
    const QString plain = QString(text).remove(u' ');
    if (!form.match(plain).hasMatch())
        return std::nullopt;
    QList<RateDefinition::Term> terms;
    for (auto matches = term.globalMatch(plain); matches.hasNext();) {
        const auto match = matches.next();
        terms.append({.count = match.captured(2), .isTaken = match.captured(1) == u"-"});
    }
    return terms;
}

QList<RateDefinition> rateDefinitions(const QJsonObject &layout)
{
    QList<RateDefinition> rates;
    const QJsonObject defined = layout[u"rates"].toObject();
    for (auto it = defined.begin(); it != defined.end(); ++it) {
        const QJsonObject rate = it.value().toObject();
        const auto numerator = parsedTerms(rate[u"numerator"].toString());
        const auto denominator = parsedTerms(rate[u"denominator"].toString());
        if (!numerator || !denominator)
            throw LayoutError(u"rates: "_s + it.key());
        rates.append({.key = it.key(),
                      .name = rate[u"name"].toString(it.key()),
                      .numerator = *numerator,
                      .denominator = *denominator});
    }
    return rates;
}

WordingScope ratesOf(const QList<RateDefinition> &rates, const WordingScopes &scopes)
{
    WordingScope words;
    for (const RateDefinition &rate : rates) {
        const Sum numerator = sumOf(rate.numerator, scopes);
        const Sum denominator = sumOf(rate.denominator, scopes);
        const QString missing = numerator.missing.isEmpty() ? denominator.missing : numerator.missing;
        WordingValue value =
            word(Ratio{.numerator = numerator.value, .denominator = denominator.value}, numerator.figure);
        value.missing = missing;
        words.insert(rate.key, value);
    }
    return words;
}

} // namespace huiyin
