// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/PeriodRules.h"

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

// What a mean is the mean of: what was received before it in the sentence, or 共… behind it.
const Mention *totalOf(const ReviewLine &line, const Mention &mean)
{
    const Mention *total = nullptr;
    for (const Mention &mention : line.mentions) {
        const bool isOne = isTotal(mention) && mention.ofCalls == mean.ofCalls;
        if (isOne && mention.start < mean.start && mention.sentence == mean.sentence)
            total = &mention;
        else if (isOne && !total && mention.start > mean.start && mention.segment == mean.segment
                 && mention.label.startsWith(u'共')) // 日均受理46件，共受理820件
            return &mention;
    }
    return total;
}

// nullopt: of another time than the title's, whose days nobody has told: 全年, 假期, 5月第三周.
std::optional<NamedPeriod> periodOf(const ReviewLine &line, const Mention &total,
                                    const std::optional<NamedPeriod> &title)
{
    static const QRegularExpression otherTime(u"全年|今年|年初|累计|以来|半年|季度|假期|期间|节|周|旬"_s);
    static const QRegularExpression partOf(u"月份?(第.周|[上中下]旬)"_s);
    static const QRegularExpression ofClause(u"[，；。]"_s);
    const qsizetype sentence = line.text.lastIndexOf(u'。', total.start) + 1;
    const qsizetype clause = line.text.lastIndexOf(ofClause, total.start) + 1;
    const QString told = line.text.mid(sentence, total.start - sentence);
    if (told.contains(partOf))
        return std::nullopt;
    auto period = periodIn(line.text.mid(clause, total.start - clause)); // 一季度共受理…，4月份受理…，日均…
    if (!period)
        period = periodOfTotals(line, total);
    if (period || (title && title->isWholeYear() && told.contains(u"全年"_s)))
        return period ? period : title;
    return !title || title->isWholeYear() || told.contains(otherTime) || periodIn(told) ? std::nullopt : title;
}

} // namespace

QList<Finding> checkMeans(const ReviewLine &line, const std::optional<NamedPeriod> &title, QList<Passed> *passed)
{
    static const QRegularExpression working(u"工作日|节假日|周末|休息日"_s);
    static const QRegularExpression ofTime(u"日均|每天|每日|月均|每月"_s); // 平均每名话务员 is of something else
    static const QRegularExpression monthly(u"月均|每月"_s);
    QList<Finding> findings;
    for (const Mention &mean : line.mentions) {
        if (mean.kind != Mention::Kind::Count || mean.role != Mention::Role::Mean || mean.label.contains(working)
            || !mean.label.contains(ofTime) || mean.text.contains(u"万"_s))
            continue;
        const Mention *total = totalOf(line, mean);
        const auto period = total ? periodOf(line, *total, title) : std::nullopt;
        if (!period)
            continue;
        const bool isMonthly = mean.label.contains(monthly);
        const auto times = isMonthly ? period->months() : period->days(title ? title->year : std::nullopt);
        if (!times || (isMonthly && *times == 1)) // 10月…，11月…，12月…，月均
            continue;
        const qint64 scale = power10(mean.decimal.decimals);
        const qint64 cut = total->count.least * scale / *times;
        const qint64 rounded = (total->count.most * scale * 2 + *times) / (2 * *times);
        if (mean.decimal.mantissa >= cut && mean.decimal.mantissa <= rounded) {
            if (passed)
                line.pass(passed, (isMonthly ? Text::tr("%1 in %n month(s) are %2 a month", nullptr, *times)
                                             : Text::tr("%1 in %n day(s) are %2 a day", nullptr, *times))
                                      .arg(total->text, mean.text));
            continue;
        }
        const QString right = quotient(total->count.least, *times, mean.decimal.decimals);
        Finding finding = line.finding(mean, Finding::Kind::Balance,
                                       (isMonthly ? Text::tr("%1 in %n month(s) are %2 a month.", nullptr, *times)
                                                  : Text::tr("%1 in %n day(s) are %2 a day.", nullptr, *times))
                                           .arg(total->text, right));
        finding.expected = right;
        finding.doubtful = true; // of working days, it may be
        findings.append(finding);
    }
    return findings;
}

} // namespace huiyin
