// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/CountNames.h"
#include "review/PartGroups.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Review)
};

using Role = Mention::Role;

bool isShare(const Mention &mention)
{
    return mention.kind == Mention::Kind::Percentage && mention.role == Role::Share;
}

PrintedCount sumOf(const ReviewLine &line, const QList<qsizetype> &counts)
{
    PrintedCount sum;
    for (const qsizetype count : counts)
        sum = sum + line.mentions[count].count;
    return sum;
}

// What a share may be of a base that it names with its number, or of what was received.
void checkRun(const ReviewLine &line, const QList<Mention> &headline, const ShareRun &run, QList<Finding> &findings,
              QList<Passed> *passed)
{
    const Mention &share = line.mentions[run.first];
    const Mention &last = line.mentions[run.counts.last()];
    QList<PrintedCount> parts{sumOf(line, run.counts)};
    if (run.reading != ShareRun::Reading::Each)
        parts.append(last.count);
    if (run.reading == ShareRun::Reading::Together) {
        for (qsizetype i = run.counts.first() - 1; i >= 0 && line.mentions[i].sentence == share.sentence; --i) {
            if (standingOf(line, i) != Standing::None)
                parts.prepend(parts.first() + line.mentions[i].count);
        }
    }
    if (last.role == Role::Together) { // whose own sum is checked elsewhere
        PrintedCount sum;
        for (qsizetype i = run.counts.first() - 1; i >= 0 && line.mentions[i].sentence == share.sentence; --i) {
            if (standingOf(line, i) == Standing::None)
                continue;
            sum = sum + line.mentions[i].count;
            parts.append(sum);
        }
    }
    QList<const Mention *> wholes;
    qsizetype inLine = 1; // of them
    if (run.base) {
        wholes.append(&line.mentions[*run.base]);
    } else {
        for (qsizetype i = run.counts.first() - 1; i >= 0; --i) {
            if (line.mentions[i].role == Role::Received && line.mentions[i].isCount(last.ofCalls))
                wholes.append(&line.mentions[i]);
        }
        inLine = wholes.size();
        for (const Mention &total : headline) {
            if (total.ofCalls == last.ofCalls)
                wholes.append(&total);
        }
    }
    if (wholes.isEmpty())
        return;
    const Decimal finest = finestOf(line, run.counts, last.decimal);
    for (const Mention *whole : std::as_const(wholes)) {
        const auto part = std::ranges::find_if(parts, [&](PrintedCount one) {
            return one.least <= whole->count.most && isPercentageOf(one, whole->count, share.decimal);
        });
        if (part == parts.cend())
            continue;
        if (passed)
            line.pass(passed, Text::tr("%1 of %2 is %3").arg(printedLike(*part, finest), whole->text, share.text));
        return;
    }
    // Of several readings none is the one that it was meant in.
    const bool plain = run.reading == ShareRun::Reading::Each || run.counts.size() > 1;
    const Mention *whole = wholes.first();
    if (!plain || parts.first().least > whole->count.most)
        return;
    const QString right = percentageLike(parts.first(), whole->count, share.decimal);
    Finding finding =
        line.finding(share, Finding::Kind::Percentage,
                     Text::tr("%1 of %2 is %3.").arg(printedLike(parts.first(), finest), whole->text, right));
    finding.expected = right;
    finding.doubtful = run.reading == ShareRun::Reading::LastOrTogether || inLine == 0;
    findings.append(finding);
}

// 咨询、求助分别占, 投诉类占比: what it names.
QStringList namesOfShare(const Mention &share)
{
    static const QRegularExpression words(u"^.*其中|(占比?|比例|的)*(分别|各)?(占|为|是).*$|占.*$"_s);
    return QString(share.label).remove(words).split(u'、');
}

bool areOneList(const QStringList &names)
{
    static const QRegularExpression channel(u"(渠道|电话|热线|来电|网络|微信|网站|信箱|APP)$"_s);
    const auto all = [&](const auto &holds) { return std::ranges::all_of(names, holds); };
    return all([](const QString &name) { return isRequestType(name); })
           || all([](const QString &name) { return name.contains(channel); })
           || (names.size() > 2 && isRest(names.last()));
}

// 从渠道看, 其中 and a name that was there already begin another list; 其他 has ended the one before.
bool isAnotherList(const QStringList &names, const Mention &next, const QStringList &more)
{
    return next.opensWhole || next.opensParts || isRest(names.last())
           || std::ranges::any_of(more, [&](const QString &name) { return names.contains(name); });
}

// 咨询类占63.3%，求助类占20.5%，投诉类占13.8%，建议类占5.4%; 分别占50.0%、29.0%、17.0%、14.0%: more than all.
void checkHundred(const ReviewLine &line, const QSet<qsizetype> &counted, QList<Finding> &findings)
{
    for (qsizetype i = 0; i < line.mentions.size(); ++i) {
        const Mention &first = line.mentions[i];
        if (!isShare(first))
            continue;
        if (first.decimal.mantissa > 100 * power10(first.decimal.decimals) && first.label.contains(u'占')) {
            findings.append(line.finding(first, Finding::Kind::Percentage, Text::tr("No share is more than 100%.")));
            continue;
        }
        qsizetype last = i;
        const bool respectively = first.label.contains(u"分别"_s);
        QStringList names = namesOfShare(first);
        const qint64 hundred = 100 * power10(first.decimal.decimals);
        qint64 sum = first.decimal.mantissa;
        while (last + 1 < line.mentions.size()) {
            const Mention &next = line.mentions[last + 1];
            if (!isShare(next) || next.sentence != first.sentence || next.depth != first.depth
                || next.decimal.decimals != first.decimal.decimals)
                break;
            if (respectively ? !next.label.isEmpty() || next.parted > 1 : !next.label.contains(u'占'))
                break;
            const QStringList more = respectively ? QStringList() : namesOfShare(next);
            const bool isFull = next.segment != first.segment && sum + (last - i + 1) >= hundred;
            if (!respectively && (isFull || isAnotherList(names, next, more)))
                break;
            names += more;
            sum += next.decimal.mantissa;
            ++last;
        }
        if (last == i || counted.contains(i))
            continue;
        const qint64 tolerance = last - i + 1; // each is rounded up at most
        if (sum > hundred + tolerance && (respectively || areOneList(names))) {
            Finding finding =
                line.finding(first.start, line.mentions[last].end() - first.start, Finding::Kind::Percentage,
                             Text::tr("These shares add up to %1%.")
                                 .arg(static_cast<double>(sum) / static_cast<double>(power10(first.decimal.decimals)),
                                      0, 'f', first.decimal.decimals));
            finding.doubtful = !areOneList(names); // 匿名件 may be 投诉 too
            findings.append(finding);
        }
        i = last;
    }
}

} // namespace

QList<Finding> checkLooseShares(const ReviewLine &line, const QList<Mention> &headline, const QList<PartGroup> &groups,
                                QList<Passed> *passed)
{
    QList<Finding> findings;
    QSet<qsizetype> counted; // shares with a count of their own
    for (const ShareRun &run : shareRunsIn(line)) {
        counted.insert(run.first);
        const bool listed = std::ranges::any_of(groups, [&](const PartGroup &group) {
            return std::ranges::all_of(run.counts, [&](qsizetype count) { return group.items.contains(count); });
        });
        const Mention &last = line.mentions[run.counts.last()];
        const bool told = !listed && (run.reading != ShareRun::Reading::Each || last.role == Role::Together);
        if (run.base || told)
            checkRun(line, headline, run, findings, passed);
    }
    checkHundred(line, counted, findings);
    return findings;
}

} // namespace huiyin
