// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/ReviewLine.h"

#include "domain/PersonalText.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Review)
};

using Role = Mention::Role;

bool isChangeRate(const Mention &mention)
{
    return mention.kind == Mention::Kind::Percentage && mention.isChange();
}

// What a change may be of: the exact counts before it in the sentence, what was received before what became of it.
QList<const Mention *> currentsBefore(const ReviewLine &line, const Mention &change)
{
    QList<const Mention *> currents;
    for (auto mention = line.mentions.crbegin(); mention != line.mentions.crend(); ++mention) {
        if (mention->start < change.start && mention->sentence == change.sentence
            && mention->kind == Mention::Kind::Count && mention->count.isExact() && !mention->isChange()
            && mention->role != Role::Before && mention->role != Role::Mean)
            currents.append(&*mention);
    }
    std::stable_partition( // clang 14 can't have that of std::ranges
        currents.begin(), currents.end(),
        [](const Mention *one) { return one->role == Role::Received || one->role == Role::Item; });
    return currents;
}

// 比去年同期的200件增加20件: the 200.
const Mention *referenceBefore(const ReviewLine &line, const Mention &change)
{
    for (const Mention &mention : line.mentions) {
        if (mention.role == Role::Before && mention.kind == Mention::Kind::Count && mention.segment == change.segment
            && mention.start < change.start)
            return &mention;
    }
    return nullptr;
}

// 同比增加120件，增长4.0%: the 4.0%; nullptr when none belongs to the count.
const Mention *rateOf(const ReviewLine &line, qsizetype index)
{
    const Mention &change = line.mentions[index];
    const Mention *rate = index + 1 < line.mentions.size() ? &line.mentions[index + 1] : nullptr;
    if (!rate || rate->kind != Mention::Kind::Percentage || rate->segment != change.segment)
        return nullptr;
    if (rate->label.isEmpty() && rate->depth > change.depth) // 增加20件（10%）
        return rate;
    static const QRegularExpression other(u"同比|环比|比|较"_s);
    const bool another = rate->label.contains(other) && !change.label.contains(rate->label.first(2)); // 同比…，环比…
    return rate->isChange() && !another ? rate : nullptr;
}

void checkCountedChange(const ReviewLine &line, qsizetype index, QList<Finding> &findings, QList<Passed> *passed)
{
    const Mention &change = line.mentions[index];
    if (!change.count.isExact())
        return;
    const qint64 moved = change.role == Role::Grown ? change.count.least : -change.count.least;
    QList<const Mention *> currents = currentsBefore(line, change);
    if (const Mention *reference = referenceBefore(line, change); reference && reference->count.isExact()) {
        const qint64 before = reference->count.least;
        const auto fits = [&](const Mention *one) { return one->count.least - before == moved; };
        if (!currents.isEmpty() && std::ranges::none_of(currents, fits)) {
            const qint64 difference = currents.first()->count.least - before;
            Finding finding = line.finding(
                change, Finding::Kind::Change,
                Text::tr("From %1 to %2 it is %3.").arg(reference->text, currents.first()->text).arg(difference));
            finding.expected = QString::number(std::abs(difference));
            findings.append(finding);
            return;
        }
        currents.removeIf([&](const Mention *one) { return !fits(one); });
        if (passed && !currents.isEmpty()) {
            line.pass(passed,
                      Text::tr("From %1 to %2 it is %3").arg(reference->text, currents.first()->text, change.text));
        }
    }
    const Mention *rate = rateOf(line, index);
    if (!rate)
        return;
    if (rate->isChange() && rate->role != change.role) {
        findings.append(line.finding(*rate, Finding::Kind::Change,
                                     Text::tr("The count goes the other way: %1%2.").arg(change.label, change.text)));
        return;
    }
    currents.removeIf([&](const Mention *one) { return one->count.least - moved <= 0; });
    const auto gives = [&](const Mention *one) {
        const qint64 before = one->count.least - moved;
        return isPercentageOf(change.count, {before, before}, rate->decimal);
    };
    if (currents.isEmpty())
        return;
    if (std::ranges::any_of(currents, gives)) {
        if (passed) {
            line.pass(passed, Text::tr("%1 and %2 agree")
                                  .arg(QString(change.label + change.text), QString(rate->label + rate->text)));
        }
        return;
    }
    const qint64 before = currents.first()->count.least - moved;
    const QString right = percentageLike(change.count, {before, before}, rate->decimal);
    Finding finding = line.finding(*rate, Finding::Kind::Change,
                                   Text::tr("%1 of %2 before is %3.").arg(change.text).arg(before).arg(right));
    finding.expected = right;
    if (isPercentageOf(change.count, currents.first()->count, rate->decimal))
        finding.message += u' ' + Text::tr("It is printed of the number now.");
    findings.append(finding);
}

// 由96.1%提高到97.3%，提高1.2个百分点; 由120件增加到150件.
void checkFromTo(const ReviewLine &line, QList<Finding> &findings, QList<Passed> *passed)
{
    static const QRegularExpression form(
        u"[由从](?:\\D{0,12}?)(\\d+(?:\\.\\d+)?)(%|件|件次)(增加|增长|上升|提高|提升|减少|下降|降低|降)[到至为]"
        "(\\d+(?:\\.\\d+)?)\\2(?:[，,][^。；\\d]{0,8}(\\d+(?:\\.\\d+)?)(个百分点|%|件次|件))?"_s);
    static const QRegularExpression up(u"增|升|提"_s);
    auto match = form.globalMatch(asPlain(line.text));
    while (match.hasNext()) {
        const auto one = match.next();
        const double from = one.captured(1).toDouble();
        const double to = one.captured(4).toDouble();
        const bool grown = one.captured(3).contains(up);
        if ((grown && to < from) || (!grown && to > from)) {
            findings.append(
                line.finding(one.capturedStart(3), one.capturedLength(3), Finding::Kind::Change,
                             Text::tr("From %1 to %2 goes the other way.")
                                 .arg(one.captured(1) + one.captured(2), one.captured(4) + one.captured(2))));
            continue;
        }
        const bool points = one.captured(6) == u"个百分点" && one.captured(2) == u"%";
        const bool counts = one.captured(6) == one.captured(2) && one.captured(2) != u"%";
        if (!points && !counts)
            continue;
        const int decimals = static_cast<int>(one.captured(5).section(u'.', 1).size());
        const QString expected = QString::number(std::abs(to - from), 'f', decimals);
        if (expected == one.captured(5)
            || std::abs(std::abs(to - from) - one.captured(5).toDouble())
                   < 0.11 / static_cast<double>(power10(decimals))) {
            if (passed) {
                line.pass(passed, Text::tr("From %1 to %2 it is %3")
                                      .arg(QString(one.captured(1) + one.captured(2)),
                                           QString(one.captured(4) + one.captured(2)),
                                           QString(one.captured(5) + one.captured(6))));
            }
            continue;
        }
        Finding finding =
            line.finding(one.capturedStart(5), one.capturedLength(5) + one.capturedLength(6), Finding::Kind::Change,
                         Text::tr("From %1 to %2 it is %3.")
                             .arg(one.captured(1) + one.captured(2), one.captured(4) + one.captured(2), expected));
        finding.expected = expected + one.captured(6);
        findings.append(finding);
    }
}

} // namespace

QList<Finding> checkChanges(const ReviewLine &line, QList<Passed> *passed)
{
    QList<Finding> findings;
    for (qsizetype i = 0; i < line.mentions.size(); ++i) {
        const Mention &mention = line.mentions[i];
        if (mention.kind == Mention::Kind::Count && mention.isChange())
            checkCountedChange(line, i, findings, passed);
        if (!isChangeRate(mention))
            continue;
        if (mention.role == Role::Shrunk && mention.decimal.mantissa > 100 * power10(mention.decimal.decimals)) {
            findings.append(
                line.finding(mention, Finding::Kind::Change, Text::tr("Nothing gets less by more than 100%.")));
        }
        static const QRegularExpression upTo(u"[到至为]$"_s); // 由96.1%提高到97.3% says what it is now
        // 满意率98%，同比上升2%: of a rate, it is percentage points.
        const Mention *before = i > 0 ? &line.mentions[i - 1] : nullptr;
        if (before && before->kind == Mention::Kind::Percentage && before->role == Role::Rate
            && before->segment == mention.segment && !mention.label.contains(u"量"_s)
            && !mention.label.contains(u"数"_s) && !mention.label.contains(upTo)) {
            Finding finding = line.finding(mention, Finding::Kind::Change,
                                           Text::tr("The change of a rate is told in percentage points (个百分点)."));
            finding.doubtful = true;
            findings.append(finding);
        }
    }
    checkFromTo(line, findings, passed);
    return findings;
}

} // namespace huiyin
