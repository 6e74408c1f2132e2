// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/CountNames.h"
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
    qint64 told = 0; // of the total, by all that stands in the sentence of the parts
    for (const Mention &mention : line.mentions) {
        if (mention.isCount(calls) && within && mention.sentence == partSentence && mention.count.isExact()
            && mention.role != Role::Received)
            told += mention.count.least;
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
    for (const Mention *part : std::as_const(parts))
        told += part->count.least;
    if (told == total->count.least)
        return; // 其中转办320件，直接答复930件: nothing is left for the other sentence
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

// 合计60件, 三地合计60件; and what was received, said behind the list of its parts: 热线2815件、网络206件，共受理3021件.
bool isTogether(const ReviewLine &line, qsizetype index)
{
    static const QRegularExpression received(
        u"^([两二三四五六七八九十几][^共]{0,2})?共计?(受理|接到|收到|接听|接收|办理)?"
        "(各类)?(诉求|工单|来电)?$"_s);
    const Mention &mention = line.mentions[index];
    if (mention.role == Role::Together)
        return true;
    // Only of a list that can be no other: its parts by 、, and in front of it no number that they may be parts of.
    return mention.role == Role::Received && index > 1 && mention.depth == 0 && mention.parted == 2
           && mention.label.contains(received) && line.mentions[index - 1].parted == 1;
}

// A（30件）、B（20件）、C（10件），合计60件.
void checkTogether(const ReviewLine &line, QList<Finding> &findings, QList<Passed> *passed)
{
    for (qsizetype i = 0; i < line.mentions.size(); ++i) {
        const Mention &together = line.mentions[i];
        if (together.kind != Mention::Kind::Count || !isTogether(line, i) || !together.count.isExact())
            continue;
        const bool plain = together.role == Role::Together;
        qint64 sum = 0;
        int parts = 0;
        int added = 0; // of the parts those that make the total
        bool some = false;
        for (qsizetype j = i - 1; j >= 0 && line.mentions[j].sentence == together.sentence; --j) {
            const Mention &part = line.mentions[j];
            if (!plain && (part.kind != Mention::Kind::Count || part.ofCalls != together.ofCalls))
                break;
            if (!part.isCount(together.ofCalls) || !part.count.isExact())
                continue;
            // 转办35件，受理261件: what was done with something may be added too, but not across what is no list.
            const Mention &next = line.mentions[j + 1];
            const bool calledOut = part.ofCalls && next.label == u"呼出"_s; // 接听820通，呼出120通，合计940通
            const bool listed =
                part.parted == 1 || calledOut || (j + 1 < i && (next.parted == 1 || next.role == Role::Share));
            if (part.role != Role::Item && part.level() <= together.depth && !part.respectively && !listed)
                break;
            if (!plain && standingOf(line, j) == Standing::None)
                break;
            sum += part.count.least;
            ++parts;
            static const QRegularExpression first(u"主要|集中|居前|排名|前[一二三四五六七八九十\\d]"_s);
            some = some || part.label.contains(first);
            if (added == 0 && parts >= 2 && sum == together.count.least)
                added = parts;
            if (part.respectively || (!plain && part.parted != 1))
                break;
        }
        if (passed && added > 0)
            line.pass(passed, Text::tr("%n part(s) add up to %1", nullptr, added).arg(together.text));
        if (parts < 2 || added > 0)
            continue;
        // 居前三位的是A1210件、B980件，共受理4010件: the list needn't be all of it.
        static const QRegularExpression ofThem(u"^([两二三四五六七八九十几]|共计?$)"_s);
        if (!plain && sum < together.count.least && (some || !together.label.contains(ofThem)))
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
