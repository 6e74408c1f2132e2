// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/Finding.h"
#include "review/Mention.h"

#include <QList>
#include <QString>

namespace huiyin {

// A line of a bulletin with the figures in it, as the rules go through it.
struct ReviewLine
{
    int number = 0; // from 0
    QString text{};
    QList<Mention> mentions{};

    [[nodiscard]] Finding finding(const Mention &mention, Finding::Kind kind, const QString &message) const
    {
        return finding(mention.start, mention.length, kind, message);
    }
    [[nodiscard]] Finding finding(qsizetype start, qsizetype length, Finding::Kind kind, const QString &message) const
    {
        return {.line = number + 1,
                .column = static_cast<int>(start) + 1,
                .length = static_cast<int>(length),
                .kind = kind,
                .text = text.mid(start, length),
                .message = message};
    }
};

// The rules of one line each. `headline`: what was received as the lines before it say, the nearest first.

// 其中 … : parts that must add up to their total, and the share of each. (PartRules.cpp)
QList<Finding> checkParts(const ReviewLine &line, const QList<Mention> &headline);

// Parts whose last is told in another sentence, and 合计. (TotalRules.cpp)
QList<Finding> checkTotals(const ReviewLine &line);

// Accepted, closed and open; 办结率 and its like. (RateRules.cpp)
QList<Finding> checkBalance(const ReviewLine &line);
QList<Finding> checkRates(const ReviewLine &line);

// 同比增加120件，增长5.3%; 由96.1%提高到97.3%，提高1.2个百分点. (ChangeRules.cpp)
QList<Finding> checkChanges(const ReviewLine &line);

// 同比 for a month-on-month change; blanks. (WordRules.cpp)
QList<Finding> checkComparisonWords(const ReviewLine &line);
QList<Finding> checkBlanks(const ReviewLine &line);

// Telephone and identity numbers, number plates, flats. (WordRules.cpp)
QList<Finding> checkPrivacy(const ReviewLine &line);

} // namespace huiyin
