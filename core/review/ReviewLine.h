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
    // Only where somebody asks for what holds.
    void pass(QList<Passed> *passed, const QString &what) const { passed->append({.line = number + 1, .text = what}); }
};

// The rules of one line each. `headline`: what was received as the lines before it say, the nearest first. What was
// checked and holds goes into `passed`; nullptr: nobody asks, and no words are made of it.

// 其中 … : parts that must add up to their total, and the share of each. (PartRules.cpp)
QList<Finding> checkParts(const ReviewLine &line, const QList<Mention> &headline, QList<Passed> *passed = nullptr);

// The same over several lines: 1.城建类620件，占比19.9%。 2.交通类388件，占比12.4%。 (LineShares.cpp)
QList<Finding> checkSharesOfLines(const QList<ReviewLine> &lines, QList<Passed> *passed = nullptr);

// Parts whose last is told in another sentence, and 合计. (TotalRules.cpp)
QList<Finding> checkTotals(const ReviewLine &line, QList<Passed> *passed = nullptr);

// Accepted, closed and open; a part that is larger than its whole: 办结2470件，其中按时办结2475件. (BalanceRules.cpp)
QList<Finding> checkBalance(const ReviewLine &line, QList<Passed> *passed = nullptr);
QList<Finding> checkSubsets(const ReviewLine &line);
bool isTakenOff(const Mention &mention); // 退单 and its like: of what is to be closed they are not (domain.md, 办结率)
bool isHeld(const Mention &mention);     // 延期: neither closed nor, by its name, open

// A number that is told twice, otherwise the second time. (RepeatRules.cpp)
QList<Finding> checkRepeats(const QList<ReviewLine> &lines);

// 平均办理时长由3.2天缩短至2.8天，缩短0.4天. (DurationRules.cpp)
QList<Finding> checkDurations(const ReviewLine &line);

// 办结率 and its like. (RateRules.cpp)
QList<Finding> checkRates(const ReviewLine &line, QList<Passed> *passed = nullptr);

// A percentage that no counts give, and that is one slip of the hand away from one that they give. (SlipRules.cpp)
QList<Finding> checkSlips(const ReviewLine &line, const QList<Mention> &headline);

// 前三位 of two, or out of order. (TopRules.cpp)
QList<Finding> checkTops(const ReviewLine &line);

// 过半, 近九成, 三分之一, 是上月的3.5倍. (FractionRules.cpp)
QList<Finding> checkFractions(const ReviewLine &line, const QList<Mention> &headline);

// 同比增加120件，增长5.3%; 由96.1%提高到97.3%，提高1.2个百分点. (ChangeRules.cpp)
QList<Finding> checkChanges(const ReviewLine &line, QList<Passed> *passed = nullptr);

// 同比 for a month-on-month change; blanks. (WordRules.cpp)
QList<Finding> checkComparisonWords(const ReviewLine &line);
QList<Finding> checkBlanks(const ReviewLine &line, bool isRow); // isRow: of a table, whose headings name units alone

} // namespace huiyin
