// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/CountNames.h"
#include "review/ReviewLine.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Review)
};

using Role = Mention::Role;

// Does its sentence begin with 其他?
bool isOfTheRest(const ReviewLine &line, const Mention &mention)
{
    static const QRegularExpression rest(u"^(其他|其它|其余)"_s);
    const qsizetype sentence = mention.start == 0 ? 0 : line.text.lastIndexOf(u'。', mention.start - 1) + 1;
    return QStringView(line.text).sliced(sentence, mention.start - sentence).contains(rest);
}

// 其中关于疫情方面受理2150件…。其他问题受理4460件: both are the total.
void checkRest(const ReviewLine &line, bool calls, QList<Finding> &findings, QList<Passed> *passed)
{
    const Mention *total = nullptr;
    const Mention *other = nullptr;
    QList<const Mention *> parts;
    bool within = false;
    int partSentence = -1;
    qint64 told = 0; // what the sentence of the parts counts besides what was received: 直接答复930件
    for (const Mention &mention : line.mentions) {
        if (mention.isCount(calls) && within && mention.sentence == partSentence && mention.count.isExact()
            && mention.role != Role::Received)
            told += mention.count.least;
        if (!mention.isCount(calls) || mention.role != Role::Received || mention.depth > 0 || !mention.count.isExact())
            continue;
        if (isOfTheRest(line, mention)) {
            if (parts.isEmpty())
                continue;
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

// 住建类30件，其中物业12件，教育类20件: what 其中 begins may be left out, as far as it goes. Of more readings than are
// worth trying one may be right.
bool mayMake(const QList<const Mention *> &parts, PrintedCount total)
{
    constexpr qsizetype mostReadings = 256;
    if (std::none_of(parts.cbegin() + 1, parts.cend(), [](const Mention *part) { return part->opensParts; }))
        return false;
    struct Reading
    {
        PrintedCount sum{};
        bool isWithin = false;
    };
    QList<Reading> readings;
    for (const Mention *part : parts) {
        QList<Reading> next{{.sum = part->count}}; // the list may begin here
        for (const Reading &reading : std::as_const(readings)) {
            next.append({.sum = reading.sum + part->count});
            if (reading.isWithin || part->opensParts)
                next.append({.sum = reading.sum, .isWithin = true});
        }
        if (next.size() > mostReadings)
            return true;
        readings = next;
    }
    return std::ranges::any_of(readings, [&](const Reading &reading) { return mayBeSame(reading.sum, total); });
}

// What 合计 may add up.
struct Added
{
    PrintedCount sum{};
    Decimal finest{}; // as its parts are printed
    QList<const Mention *> parts{};
    int make = 0;           // of the parts those that make the total, the last ones; 0: by no reading
    bool isSome = false;    // 居前三位的是: not all that there are
    bool hasOthers = false; // what can't be added: calls among cases, parts of another number
};

Added addedBefore(const ReviewLine &line, qsizetype index)
{
    const Mention &together = line.mentions[index];
    const bool plain = together.role == Role::Together;
    Added added{.finest = together.decimal};
    for (qsizetype j = index - 1; j >= 0 && line.mentions[j].sentence == together.sentence; --j) {
        const Mention &part = line.mentions[j];
        const bool otherUnit = part.kind == Mention::Kind::Count && part.ofCalls != together.ofCalls;
        if (!plain && (part.kind != Mention::Kind::Count || otherUnit))
            break;
        added.hasOthers = added.hasOthers || otherUnit;
        if (!part.isCount(together.ofCalls))
            continue;
        // 转办35件，受理261件: what was done with something may be added too, but not across what is no list.
        const Mention &next = line.mentions[j + 1];
        const bool calledOut = part.ofCalls && next.label == u"呼出"_s; // 接听820通，呼出120通，合计940通
        const bool listed =
            part.parted == 1 || calledOut || (j + 1 < index && (next.parted == 1 || next.role == Role::Share));
        if (part.role != Role::Item && part.level() <= together.depth && !part.respectively && !listed)
            break;
        if (!plain && standingOf(line, j) == Standing::None)
            break;
        added.sum = added.sum + part.count;
        added.parts.prepend(&part);
        if (!part.count.isExact() && part.decimal.decimals > added.finest.decimals)
            added.finest = part.decimal;
        static const QRegularExpression first(u"主要|集中|居前|排名|前[一二三四五六七八九十\\d]"_s);
        added.isSome = added.isSome || part.label.contains(first);
        if (added.make == 0 && added.parts.size() >= 2 && mayBeSame(added.sum, together.count))
            added.make = static_cast<int>(added.parts.size());
        // 办结2000件，其中电话1300件、网络700件，共受理1500件: parts of what stands before them.
        added.hasOthers = added.hasOthers || (!plain && part.opensParts && j > 0);
        if (part.respectively || (!plain && part.parted != 1))
            break;
    }
    return added;
}

// A（30件）、B（20件）、C（10件），合计60件.
void checkTogether(const ReviewLine &line, QList<Finding> &findings, QList<Passed> *passed)
{
    for (qsizetype i = 0; i < line.mentions.size(); ++i) {
        const Mention &together = line.mentions[i];
        if (together.kind != Mention::Kind::Count || !isTogether(line, i))
            continue;
        const Added added = addedBefore(line, i);
        if (passed && added.make > 0)
            line.pass(passed, Text::tr("%n part(s) add up to %1", nullptr, added.make).arg(together.text));
        if (added.parts.size() < 2 || added.make > 0 || added.hasOthers || mayMake(added.parts, together.count))
            continue;
        // 居前三位的是A1210件、B980件，共受理4010件: the list needn't be all of it.
        static const QRegularExpression ofThem(u"^([两二三四五六七八九十几]|共计?$)"_s);
        if (together.role != Role::Together && added.sum.most < together.count.least
            && (added.isSome || !together.label.contains(ofThem)))
            continue;
        const QString right = printedLike(added.sum, added.finest);
        Finding finding =
            line.finding(together, Finding::Kind::Sum,
                         Text::tr("What is named before it adds up to %1, not to %2.").arg(right, together.text));
        finding.expected = right;
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
