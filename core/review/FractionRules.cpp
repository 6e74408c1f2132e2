// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/ReviewLine.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Review)
};

using Kind = Mention::Kind;
using Role = Mention::Role;

int digitOf(QChar digit)
{
    static const QString digits = u"一二三四五六七八九十"_s;
    return digit == u'两' ? 2 : static_cast<int>(digits.indexOf(digit)) + 1;
}

// What a part is said to be of its whole, in per mille; a little more and less is told so by everybody.
struct Range
{
    int least = 0;
    int most = 1000;
};

// 过半, 近九成, 约三分之一, 七成以上
std::optional<Range> rangeOf(const QRegularExpressionMatch &words)
{
    constexpr int slack = 50;
    const QString tenths = words.captured(u"tenths");
    const QString below = words.captured(u"below");
    int exactly = 500;
    if (!tenths.isEmpty())
        exactly = digitOf(tenths.front()) * 100;
    else if (!below.isEmpty())
        exactly = 1000 * digitOf(words.captured(u"above").front()) / digitOf(below.front());
    static const QRegularExpression more(u"超|过|逾|以上|多$|强$"_s);
    static const QRegularExpression less(u"近|不到|不足|接近"_s);
    const QString all = words.captured();
    if (all.contains(more))
        return Range{.least = exactly};
    if (all.contains(less))
        return Range{.least = exactly - slack - slack / 2, .most = exactly};
    return Range{.least = exactly - slack, .most = exactly + slack};
}

// 咨询类1280件，超过一半。 The claim stands right behind the number, and nothing but a sign behind it.
void checkShares(const ReviewLine &line, const QList<Mention> &headline, QList<Finding> &findings)
{
    static const QRegularExpression form(u"^[，,（(]?(?:约?占比?|占(?:全部|总量|总数)的?|比例)?"
                                         "(?<claim>(?:超过|将?近|接近|不到|不足|[超逾过约近占])*(?:"
                                         "(?:一半|半数|半)|(?<tenths>[一二三四五六七八九])成|(?<below>[二三四五])分之(?"
                                         "<above>[一二三四]))(?:以上|左右|多|强)?)"
                                         "(?=[，,。；;）)]|$)"_s);
    for (qsizetype i = 0; i < line.mentions.size(); ++i) {
        const Mention &part = line.mentions[i];
        if (part.isChange() || part.kind == Kind::Points || part.role == Role::Mean || part.role == Role::Before
            || (part.kind == Kind::Percentage && part.role != Role::Share))
            continue;
        constexpr qsizetype longest = 24;
        const auto words = form.match(line.text.mid(part.end(), longest));
        if (!words.hasMatch())
            continue;
        const auto range = rangeOf(words);
        if (!range)
            continue;
        const auto fits = [&](qint64 of1000, qint64 units) {
            return of1000 >= range->least * units && of1000 <= range->most * units;
        };
        const Mention *whole = nullptr;
        bool isTrue = false;
        if (part.kind == Kind::Percentage) {
            isTrue = fits(part.decimal.mantissa * 10, power10(part.decimal.decimals));
        } else {
            QList<const Mention *> wholes;
            for (qsizetype j = i - 1; j >= 0 && line.mentions[j].sentence == part.sentence; --j)
                wholes.append(&line.mentions[j]);
            for (const Mention &total : headline)
                wholes.append(&total);
            for (const Mention *one : std::as_const(wholes)) {
                if (one->kind != Kind::Count || one->ofCalls != part.ofCalls || one->count.least < part.count.least
                    || one->isChange() || one->role == Role::Mean || one->role == Role::Before)
                    continue;
                isTrue = isTrue || fits(part.count.most * 1000, one->count.least)
                         || fits(part.count.least * 1000, one->count.most);
                if (!whole || (whole->role == Role::Item && one->role == Role::Received))
                    whole = one;
            }
            if (!whole)
                continue;
        }
        if (isTrue)
            continue;
        const QString right =
            whole ? percentageLike(part.count, whole->count, {.mantissa = 0, .decimals = 1}) : part.text;
        Finding finding = line.finding(part.end() + words.capturedStart(u"claim"), words.capturedLength(u"claim"),
                                       Finding::Kind::Percentage,
                                       whole ? Text::tr("%1 of %2 is %3.").arg(part.text, whole->text, right)
                                             : Text::tr("It isn't what %1 says.").arg(part.text));
        finding.expected = right;
        finding.doubtful = whole && whole->role != Role::Received;
        findings.append(finding);
    }
}

// The number that stands for now, and the one that it is held against.
struct Pair
{
    const Mention *now = nullptr;
    const Mention *before = nullptr;
};

// 由上月的48件增至144件，增长2倍; 326件，是上月的2.5倍（上月130件）; 412件，较上月的303件翻了一番
Pair pairAround(const ReviewLine &line, qsizetype at, int sentence)
{
    Pair pair;
    constexpr qsizetype inBracket = 12;
    for (const Mention &mention : line.mentions) {
        if (mention.kind != Kind::Count || mention.sentence != sentence || mention.isChange()
            || mention.role == Role::Mean || !mention.count.isExact())
            continue;
        if (mention.role == Role::Before && mention.start < at + inBracket)
            pair.before = &mention;
        else if (mention.start < at && mention.role != Role::Before)
            pair.now = &mention;
    }
    return pair;
}

void checkTimes(const ReviewLine &line, QList<Finding> &findings)
{
    static const QRegularExpression form(
        u"(?<grown>增长|增加|上升|提高|多)?了?(?<about>近|约|超过?|逾|至少)?(?:(?<![\\d.])(?<times>\\d{1,4}(?:\\.\\d{1,2})?)倍|(?<double>翻了?[一两]?番))"_s);
    static const QRegularExpression become(u"(是|为|达|达到|相当于)[^，,。；;]{0,10}的$"_s);
    for (auto match = form.globalMatch(line.text); match.hasNext();) {
        const auto one = match.next();
        int sentence = 0;
        for (const Mention &mention : line.mentions) {
            if (mention.start < one.capturedStart())
                sentence = mention.sentence;
        }
        const auto [now, before] = pairAround(line, one.capturedStart(), sentence);
        if (!now || !before || now->ofCalls != before->ofCalls || before->count.least <= 0
            || one.capturedLength(u"about") > 0)
            continue;
        const bool isGrown = one.capturedLength(u"grown") > 0;
        const bool isDoubled = one.capturedLength(u"double") > 0;
        const bool isOf = line.text.first(one.capturedStart()).contains(become);
        if (!isGrown && !isDoubled && !isOf)
            continue;
        const qint64 above = isGrown ? now->count.least - before->count.least : now->count.least;
        Decimal told{.mantissa = one.captured(u"double").contains(u'两') ? 4 : 2, .decimals = 0};
        if (!isDoubled) {
            QString digits = one.captured(u"times");
            const qsizetype point = digits.indexOf(u'.');
            told.decimals = point < 0 ? 0 : static_cast<int>(digits.size() - point - 1);
            told.mantissa = digits.remove(u'.').toLongLong();
        }
        // Rounded or cut off; 翻番 is said of what is nearly so, too.
        const qint64 units = power10(told.decimals);
        const qint64 whole = before->count.least;
        const bool isTrue = isDoubled ? above * 10 >= told.mantissa * whole * 9
                                      : 2 * above * units >= (2 * told.mantissa - 1) * whole
                                            && above * units < (told.mantissa + 1) * whole;
        if (isTrue)
            continue;
        const QString right = quotient(std::max<qint64>(above, 0), whole, std::max(told.decimals, 1));
        Finding finding = line.finding(one.capturedStart(), one.capturedLength(), Finding::Kind::Change,
                                       (isGrown ? Text::tr("From %1 to %2 it is %3 times more.")
                                                : Text::tr("From %1 to %2 it is %3 times as much."))
                                           .arg(before->text, now->text, right));
        finding.expected = right + u'倍';
        findings.append(finding);
    }
}

} // namespace

QList<Finding> checkFractions(const ReviewLine &line, const QList<Mention> &headline)
{
    QList<Finding> findings;
    checkShares(line, headline, findings);
    checkTimes(line, findings);
    return findings;
}

} // namespace huiyin
