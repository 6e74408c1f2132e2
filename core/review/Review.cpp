// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/Review.h"

#include "review/PeriodRules.h"
#include "review/PrivacyRules.h"
#include "review/ReviewLine.h"
#include "review/TableRules.h"

#include <algorithm>
#include <tuple>

namespace huiyin {

namespace {

// What was received as a line says it: what the shares of a later line may be of.
void remember(const ReviewLine &line, QList<Mention> &headline)
{
    constexpr qsizetype enough = 8;
    for (const Mention &mention : line.mentions) {
        if (mention.kind == Mention::Kind::Count && mention.role == Mention::Role::Received && mention.depth == 0)
            headline.prepend(mention);
    }
    while (headline.size() > enough)
        headline.removeLast();
}

// A line with more figures than any paragraph of a bulletin is no sentence: the rules hold them against each other, and
// each of a thousand against all would take for ever. What is left out is left out by whole sentences.
void keepToSentences(QList<Mention> &mentions)
{
    constexpr qsizetype most = 500;
    if (mentions.size() <= most)
        return;
    const int over = mentions[most].sentence;
    mentions.removeIf([over](const Mention &mention) { return mention.sentence >= over; });
}

QList<Finding> checkFigures(const ReviewText &text, QList<Passed> *passed)
{
    const QList<bool> inTable = text.linesInTables();
    QList<ReviewLine> lines;
    for (int i = 0; i < text.lines.size(); ++i) {
        ReviewLine line{.number = i, .text = text.lines[i]};
        if (!inTable[i])
            line.mentions = mentionsIn(line.text);
        keepToSentences(line.mentions);
        lines.append(line);
    }
    QList<Finding> findings;
    QList<Finding> slips;
    QList<Mention> headline;
    for (const ReviewLine &line : std::as_const(lines)) {
        findings += checkBlanks(line, inTable[line.number]);
        if (inTable[line.number])
            continue;
        findings += checkBalance(line, passed);
        findings += checkSubsets(line);
        findings += checkParts(line, headline, passed);
        findings += checkTotals(line, passed);
        findings += checkRates(line, passed);
        findings += checkChanges(line, passed);
        findings += checkComparisonWords(line);
        findings += checkDurations(line);
        findings += checkTops(line);
        findings += checkFractions(line, headline);
        slips += checkSlips(line, headline);
        remember(line, headline);
    }
    findings += checkSharesOfLines(lines, passed);
    slips.removeIf([&](const Finding &slip) { // other rules know better what it is of
        return std::ranges::any_of(findings, [&](const Finding &known) {
            return known.line == slip.line && known.column < slip.column + slip.length
                   && slip.column < known.column + known.length;
        });
    });
    findings += slips + checkRepeats(lines);
    findings += checkPeriods(lines, passed);
    findings += checkTables(text, lines, passed);
    return findings;
}

// In the order of the text, each contradiction once.
QList<Finding> inOrder(QList<Finding> findings)
{
    std::ranges::stable_sort(findings, {},
                             [](const Finding &finding) { return std::tuple(finding.line, finding.column); });
    const auto repeated = std::unique(findings.begin(), findings.end(), [](const Finding &a, const Finding &b) {
        return a.line == b.line && a.column == b.column && a.kind == b.kind;
    });
    findings.erase(repeated, findings.end());
    return findings;
}

} // namespace

QList<Finding> review(const ReviewText &text)
{
    return inOrder(checkFigures(text, nullptr) + checkPrivacy(text));
}

ReviewedFigures reviewFigures(const ReviewText &text)
{
    ReviewedFigures result;
    result.findings = inOrder(checkFigures(text, &result.passed));
    std::ranges::stable_sort(result.passed, {}, &Passed::line);
    return result;
}

} // namespace huiyin
