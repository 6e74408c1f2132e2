// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/ReviewLine.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <numeric>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Review)
};

using Role = Mention::Role;

// 其中关于疫情方面受理2150件…。其他问题受理4460件: both are the total.
void checkRest(const ReviewLine &line, bool calls, QList<Finding> &findings, QList<Passed> *passed)
{
    static const QRegularExpression rest(u"(^|。)(其他|其它|其余)"_s);
    const auto match = rest.match(line.text);
    if (!match.hasMatch())
        return;
    const Mention *total = nullptr;
    const Mention *other = nullptr;
    QList<const Mention *> parts;
    bool within = false;
    int partSentence = -1;
    for (const Mention &mention : line.mentions) {
        if (!mention.isCount(calls) || mention.role != Role::Received || mention.depth > 0 || !mention.count.isExact())
            continue;
        if (mention.start > match.capturedStart()) {
            other = &mention;
            break;
        }
        static const QRegularExpression opening(u"(^|。)其中[^。]*$"_s);
        const auto before = opening.match(line.text.first(mention.start));
        within = before.hasMatch();
        if (!within) {
            total = &mention;
            parts.clear();
        } else if (total
                   && (partSentence != mention.sentence || parts.isEmpty()
                       || parts.last()->segment != mention.segment)) {
            parts.append(&mention);
            partSentence = mention.sentence;
        }
    }
    if (!total || !other || parts.isEmpty())
        return;
    const qint64 sum = std::accumulate(parts.cbegin(), parts.cend(), other->count.least,
                                       [](qint64 value, const Mention *part) { return value + part->count.least; });
    if (sum == total->count.least) {
        if (passed)
            line.pass(passed, Text::tr("With what is named before it %1 makes %2").arg(other->text, total->text));
        return;
    }
    Finding finding =
        line.finding(*other, Finding::Kind::Sum,
                     Text::tr("With what is named before it this makes %1, not %2.").arg(sum).arg(total->text));
    finding.expected = QString::number(other->count.least - (sum - total->count.least));
    findings.append(finding);
}

// A（30件）、B（20件）、C（10件），合计60件.
void checkTogether(const ReviewLine &line, QList<Finding> &findings, QList<Passed> *passed)
{
    for (qsizetype i = 0; i < line.mentions.size(); ++i) {
        const Mention &together = line.mentions[i];
        if (together.kind != Mention::Kind::Count || together.role != Role::Together || !together.count.isExact())
            continue;
        qint64 sum = 0;
        int parts = 0;
        int added = 0; // of the parts those that make the total
        for (qsizetype j = i - 1; j >= 0 && line.mentions[j].sentence == together.sentence; --j) {
            const Mention &part = line.mentions[j];
            if (!part.isCount(together.ofCalls) || !part.count.isExact())
                continue;
            if (part.role != Role::Item && part.depth <= together.depth)
                break;
            sum += part.count.least;
            ++parts;
            if (added == 0 && parts >= 2 && sum == together.count.least)
                added = parts;
        }
        if (passed && added > 0)
            line.pass(passed, Text::tr("%n part(s) add up to %1", nullptr, added).arg(together.text));
        if (parts < 2 || added > 0)
            continue;
        Finding finding =
            line.finding(together, Finding::Kind::Sum,
                         Text::tr("What is named before it adds up to %1, not to %2.").arg(sum).arg(together.text));
        finding.expected = QString::number(sum);
        findings.append(finding);
    }
}

} // namespace

QList<Finding> checkTotals(const ReviewLine &line, QList<Passed> *passed)
{
    QList<Finding> findings;
    checkRest(line, false, findings, passed);
    checkRest(line, true, findings, passed);
    checkTogether(line, findings, passed);
    return findings;
}

} // namespace huiyin
