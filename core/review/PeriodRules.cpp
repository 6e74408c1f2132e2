// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/PeriodRules.h"

#include "domain/PersonalText.h"

#include <QCoreApplication>
#include <QDate>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Review)
};

// A period as a title or a sentence names it. Months 1 to 12; a year may be left out.
struct NamedPeriod
{
    std::optional<int> year{};
    int firstMonth = 1;
    int lastMonth = 12;
    std::optional<QDate> from{}; // when days are named
    std::optional<QDate> to{};
    qsizetype start = 0;
    qsizetype length = 0;

    [[nodiscard]] bool contradicts(const NamedPeriod &other) const
    {
        if (year && other.year && *year != *other.year)
            return true;
        return firstMonth > other.lastMonth || other.firstMonth > lastMonth;
    }

    // The days of it; nullopt when the year isn't known.
    [[nodiscard]] std::optional<int> days() const
    {
        if (from && to)
            return static_cast<int>(from->daysTo(*to)) + 1;
        if (!year)
            return std::nullopt;
        const QDate first(*year, firstMonth, 1);
        const QDate last(*year, lastMonth, QDate(*year, lastMonth, 1).daysInMonth());
        return static_cast<int>(first.daysTo(last)) + 1;
    }
};

int quarterOf(const QString &text)
{
    static const QString digits = u"一二三四"_s;
    const qsizetype chinese = digits.indexOf(text);
    return chinese >= 0 ? static_cast<int>(chinese) + 1 : text.toInt();
}

// The first period named in a text from a place on.
std::optional<NamedPeriod> periodIn(const QString &raw, qsizetype from = 0)
{
    const QString text = asPlain(raw);
    static const QRegularExpression days(
        u"(?:(\\d{4})年)?(\\d{1,2})月(\\d{1,2})日(?:至|到|-|—|－|~)(?:(\\d{4})年)?(?:(\\d{1,2})月)?(\\d{1,2})日"_s);
    static const QRegularExpression months(u"(?:(\\d{4})年)?(\\d{1,2})月?(?:至|到|-|—|－|~)(\\d{1,2})月"_s);
    static const QRegularExpression month(u"(?:(\\d{4})年)?(?<!\\d)(\\d{1,2})月(?!\\d{1,2}日)"_s);
    static const QRegularExpression quarter(u"(?:(\\d{4})年)?第?([一二三四1-4])季度"_s);
    static const QRegularExpression half(u"(?:(\\d{4})年)?(上|下)半年"_s);
    static const QRegularExpression year(u"(\\d{4})年(?!\\d{1,2}月|第|[一二三四1-4]季度|[上下]半年)"_s);
    const auto yearOf = [](const QRegularExpressionMatch &match) {
        return match.capturedLength(1) > 0 ? std::optional(match.captured(1).toInt()) : std::nullopt;
    };
    std::optional<NamedPeriod> best;
    const auto offer = [&best](const QRegularExpressionMatch &match, NamedPeriod period) {
        period.start = match.capturedStart();
        period.length = match.capturedLength();
        if (period.firstMonth < 1 || period.lastMonth > 12 || period.firstMonth > period.lastMonth)
            return;
        if (!best || period.start < best->start || (period.start == best->start && period.length > best->length))
            best = period;
    };
    if (const auto match = days.match(text, from); match.hasMatch()) {
        const int firstMonth = match.captured(2).toInt();
        const int lastMonth = match.capturedLength(5) > 0 ? match.captured(5).toInt() : firstMonth;
        NamedPeriod period{.year = yearOf(match), .firstMonth = firstMonth, .lastMonth = lastMonth};
        if (period.year) {
            const int lastYear = match.capturedLength(4) > 0 ? match.captured(4).toInt() : *period.year;
            const QDate first(*period.year, firstMonth, match.captured(3).toInt());
            const QDate last(lastYear, lastMonth, match.captured(6).toInt());
            if (first.isValid() && last.isValid() && first <= last) {
                period.from = first;
                period.to = last;
            }
            if (lastYear != *period.year)
                period = {.year = std::nullopt};
        }
        offer(match, period);
    }
    if (const auto match = months.match(text, from); match.hasMatch()) {
        offer(match,
              {.year = yearOf(match), .firstMonth = match.captured(2).toInt(), .lastMonth = match.captured(3).toInt()});
    }
    if (const auto match = month.match(text, from); match.hasMatch()) {
        const int number = match.captured(2).toInt();
        offer(match, {.year = yearOf(match), .firstMonth = number, .lastMonth = number});
    }
    if (const auto match = quarter.match(text, from); match.hasMatch()) {
        const int number = quarterOf(match.captured(2));
        offer(match, {.year = yearOf(match), .firstMonth = number * 3 - 2, .lastMonth = number * 3});
    }
    if (const auto match = half.match(text, from); match.hasMatch()) {
        const bool first = match.captured(2) == u"上";
        offer(match, {.year = yearOf(match), .firstMonth = first ? 1 : 7, .lastMonth = first ? 6 : 12});
    }
    if (const auto match = year.match(text, from); match.hasMatch())
        offer(match, {.year = yearOf(match), .firstMonth = 1, .lastMonth = 12});
    return best;
}

bool isTitle(const ReviewLine &line)
{
    static const QRegularExpression words(u"情况|简报|通报|快报|专报|月报|季报|周报|年报|分析|报告|综述|统计"_s);
    static const QRegularExpression numbered(u"^\\s*([一二三四五六七八九十]+、|（|\\(|\\d+[.．、])"_s);
    constexpr qsizetype longest = 50;
    return line.text.trimmed().size() <= longest && line.text.contains(words) && !line.text.contains(u'。')
           && !line.text.contains(numbered);
}

bool isHeading(const ReviewLine &line)
{
    static const QRegularExpression numbered(u"^\\s*([一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)"_s);
    constexpr qsizetype longest = 40;
    return line.text.trimmed().size() <= longest && line.text.contains(numbered) && !line.text.contains(u'。');
}

// The period that a sentence tells what was received in: it stands at its beginning.
std::optional<NamedPeriod> periodOfTotals(const ReviewLine &line, const Mention &received)
{
    const qsizetype start = line.text.lastIndexOf(u'。', received.start) + 1;
    const auto period = periodIn(line.text, start);
    constexpr qsizetype atBeginning = 12; // 截至…, 与去年…相比 stand in front of others
    if (!period || period->start > start + atBeginning || period->start > received.start)
        return std::nullopt;
    static const QRegularExpression others(u"截至|截止|去年|上年|上月|同期|今年以来|自|从|与|较|比"_s);
    if (line.text.mid(start, period->start - start).contains(others))
        return std::nullopt;
    static const QRegularExpression since(u"以来|起|前|底|末"_s);
    if (line.text.mid(period->start + period->length, 2).contains(since))
        return std::nullopt;
    return period;
}

bool isTotal(const Mention &mention)
{
    return mention.kind == Mention::Kind::Count && mention.role == Mention::Role::Received && mention.depth == 0
           && !mention.opensParts;
}

void checkDays(const ReviewLine &line, QList<Finding> &findings)
{
    static const QRegularExpression form(u"(?:(\\d{4})年)?(?<!\\d)(\\d{1,2})月(\\d{1,2})日"_s);
    auto match = form.globalMatch(asPlain(line.text));
    while (match.hasNext()) {
        const auto one = match.next();
        constexpr int leapYear = 2020;
        const int year = one.capturedLength(1) > 0 ? one.captured(1).toInt() : leapYear;
        if (QDate::isValid(year, one.captured(2).toInt(), one.captured(3).toInt()))
            continue;
        findings.append(line.finding(one.capturedStart(), one.capturedLength(), Finding::Kind::Period,
                                     Text::tr("There is no such day.")));
    }
}

void checkMean(const ReviewLine &line, const std::optional<NamedPeriod> &title, QList<Finding> &findings,
               QList<Passed> *passed)
{
    static const QRegularExpression working(u"工作日"_s);
    for (const Mention &mean : line.mentions) {
        if (mean.kind != Mention::Kind::Count || mean.role != Mention::Role::Mean || mean.label.contains(working)
            || mean.label.contains(u"人均"_s) || mean.text.contains(u"万"_s))
            continue;
        const Mention *total = nullptr;
        for (const Mention &mention : line.mentions) {
            if (mention.start < mean.start && mention.sentence == mean.sentence && isTotal(mention)
                && mention.ofCalls == mean.ofCalls)
                total = &mention;
        }
        if (!total)
            continue;
        auto period = periodOfTotals(line, *total);
        if (!period || !period->days())
            period = title;
        const auto days = period ? period->days() : std::nullopt;
        if (!days)
            continue;
        const qint64 scale = power10(mean.decimal.decimals);
        const qint64 cut = total->count.least * scale / *days;
        const qint64 rounded = (total->count.most * scale * 2 + *days) / (2 * *days);
        if (mean.decimal.mantissa >= cut && mean.decimal.mantissa <= rounded) {
            if (passed)
                line.pass(passed, Text::tr("%1 in %n day(s) are %2 a day", nullptr, *days).arg(total->text, mean.text));
            continue;
        }
        Finding finding =
            line.finding(mean, Finding::Kind::Balance,
                         Text::tr("%1 in %n day(s) are %2 a day.", nullptr, *days)
                             .arg(total->text, quotient(total->count.least, *days, mean.decimal.decimals)));
        finding.expected = quotient(total->count.least, *days, mean.decimal.decimals);
        finding.doubtful = true; // of working days, it may be
        findings.append(finding);
    }
}

} // namespace

QList<Finding> checkPeriods(const QList<ReviewLine> &lines, QList<Passed> *passed)
{
    QList<Finding> findings;
    std::optional<NamedPeriod> title;
    QString titleText;
    const ReviewLine *titleLine = nullptr;
    int agreeing = 0;              // places of the same time as the title
    constexpr int titleLines = 12; // the head of a bulletin: name, number, office, date, title
    int seen = 0;
    for (const ReviewLine &line : lines) {
        checkDays(line, findings);
        if (!line.text.trimmed().isEmpty())
            ++seen;
        if (!title && seen <= titleLines && isTitle(line)) {
            title = periodIn(line.text);
            titleText = line.text.trimmed();
            titleLine = &line;
        }
    }
    for (const ReviewLine &line : lines) {
        checkMean(line, title, findings, passed);
        if (!title)
            continue;
        if (isHeading(line)) {
            const auto period = periodIn(line.text);
            if (period && period->contradicts(*title)) {
                Finding finding = line.finding(period->start, period->length, Finding::Kind::Period,
                                               Text::tr("The title says: %1.").arg(titleText));
                findings.append(finding);
            } else if (period && &line != titleLine) {
                ++agreeing;
            }
            continue;
        }
        QSet<qsizetype> told;
        for (const Mention &mention : line.mentions) {
            if (!isTotal(mention))
                continue;
            const auto period = periodOfTotals(line, mention);
            if (period && !period->contradicts(*title))
                ++agreeing;
            if (!period || !period->contradicts(*title) || told.contains(period->start))
                continue;
            told.insert(period->start);
            findings.append(line.finding(period->start, period->length, Finding::Kind::Period,
                                         Text::tr("The title says: %1.").arg(titleText)));
        }
    }
    if (passed && agreeing > 0)
        titleLine->pass(passed, Text::tr("Title and text tell of the same time: %1").arg(titleText));
    return findings;
}

} // namespace huiyin
