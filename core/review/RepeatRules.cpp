// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/ReviewLine.h"

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

// 174.26万件（1742563件）: the same number twice, rounded and in full.
void checkBothPrinted(const ReviewLine &line, QList<Finding> &findings)
{
    static const QRegularExpression only(u"^[（(]?(?:即|约|共|合)?$"_s);
    for (qsizetype i = 1; i < line.mentions.size(); ++i) {
        const Mention &first = line.mentions[i - 1];
        const Mention &again = line.mentions[i];
        const bool isRepeat = first.kind == Mention::Kind::Count && again.kind == first.kind
                              && first.ofCalls == again.ofCalls && first.count.isExact() != again.count.isExact()
                              && again.depth == first.depth + 1
                              && line.text.mid(first.end(), again.start - first.end()).contains(only);
        if (!isRepeat || mayBeSame(first.count, again.count))
            continue;
        findings.append(
            line.finding(again, Finding::Kind::Sum, Text::tr("It stands for %1, and isn't the same.").arg(first.text)));
    }
}

// What the whole bulletin is about: 受理诉求3120件, 受理的3120件诉求中. The label may say when and where.
bool isOfAll(const ReviewLine &line, const Mention &mention)
{
    static const QRegularExpression form(u"^(本?[月周季年]度?|\\d{1,2}月份?|\\d{4}年|第?[一二三四]季度|[上下]半年|全年|"
                                         u"全[市县区省州])*共?(受理|接到|收到)(的)?"
                                         "(各类|群众|市民|企业)*(诉求|工单|来电|事项)?$"_s);
    static const QRegularExpression narrower(
        u"其中|属于|[省部国]|平台|网|微信|信箱|转|督|类|投诉|建议|咨询|求助|结转"_s);
    const qsizetype from =
        line.text.lastIndexOf(QRegularExpression(u"[。；;]"_s), std::max<qsizetype>(mention.start - 1, 0)) + 1;
    return mention.isCount(mention.ofCalls) && mention.count.isExact() && mention.role == Mention::Role::Received
           && mention.depth == 0 && mention.label.contains(form)
           && !line.text.mid(from, mention.start - from).contains(narrower);
}

} // namespace

// What was received is told at the head, and again where a section begins; there digits are exchanged.
QList<Finding> checkRepeats(const QList<ReviewLine> &lines)
{
    QList<Finding> findings;
    struct Told
    {
        const ReviewLine *line = nullptr;
        const Mention *count = nullptr;
    };
    QList<Told> all;
    for (const ReviewLine &line : lines) {
        checkBothPrinted(line, findings);
        for (const Mention &mention : line.mentions) {
            if (isOfAll(line, mention))
                all.append({.line = &line, .count = &mention});
        }
    }
    for (qsizetype i = 1; i < all.size(); ++i) {
        const auto &[headLine, head] = all.first();
        const auto &[line, again] = all[i];
        const bool isOnly =
            std::ranges::count_if(all, [&](const Told &one) { return one.count->count == again->count; }) == 1;
        if (line == headLine || head->ofCalls != again->ofCalls || !isOnly
            || !isOneSlip(head->count.least, again->count.least))
            continue;
        Finding finding = line->finding(
            *again, Finding::Kind::Sum,
            Text::tr("Line %1 says %2: a digit may have slipped.").arg(headLine->number + 1).arg(head->text));
        finding.expected = head->text;
        finding.doubtful = true; // it may be told of another time or place
        findings.append(finding);
    }
    return findings;
}

} // namespace huiyin
