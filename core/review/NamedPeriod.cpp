// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/NamedPeriod.h"

#include "domain/PersonalText.h"

#include <QDate>
#include <QRegularExpression>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace huiyin {

std::optional<int> NamedPeriod::months() const
{
    return firstDay || isAcrossYears ? std::nullopt : std::optional(lastMonth - firstMonth + 1);
}

std::optional<int> NamedPeriod::days(std::optional<int> inYear) const
{
    const auto own = year ? year : inYear;
    constexpr int february = 2;
    const bool isAlwaysSame =
        firstMonth > february || lastMonth < february || (lastMonth == february && lastDay && *lastDay < 28);
    if (isAcrossYears || (!own && !isAlwaysSame))
        return std::nullopt;
    constexpr int anyYear = 2023;
    const int inIt = own.value_or(anyYear);
    const QDate first(inIt, firstMonth, firstDay.value_or(1));
    const QDate last(inIt, lastMonth, lastDay.value_or(QDate(inIt, lastMonth, 1).daysInMonth()));
    return first.isValid() && last.isValid() && first <= last ? std::optional(static_cast<int>(first.daysTo(last)) + 1)
                                                              : std::nullopt;
}

namespace {

// 十一 is 11; 0 when it is no number of a month.
int monthOf(const QString &text)
{
    static const QStringList names{u"一"_s, u"二"_s, u"三"_s, u"四"_s, u"五"_s,   u"六"_s,
                                   u"七"_s, u"八"_s, u"九"_s, u"十"_s, u"十一"_s, u"十二"_s};
    const qsizetype chinese = names.indexOf(text);
    return chinese >= 0 ? static_cast<int>(chinese) + 1 : text.toInt();
}

int quarterOf(const QString &text)
{
    static const QString digits = u"一二三四"_s;
    const qsizetype chinese = digits.indexOf(text);
    return chinese >= 0 ? static_cast<int>(chinese) + 1 : text.toInt();
}

} // namespace

std::optional<NamedPeriod> periodIn(const QString &raw, qsizetype from)
{
    const QString text = asPlain(raw);
    static const QRegularExpression days(
        u"(?:(\\d{4})年)?(\\d{1,2})月(\\d{1,2})日(?:至|到|-|—|－|~)(?:(\\d{4})年)?(?:(\\d{1,2})月)?(\\d{1,2})日"_s);
    static const QRegularExpression months(u"(?:(\\d{4})年)?(\\d{1,2})月?(?:至|到|-|—|－|~)(\\d{1,2})月"_s);
    static const QRegularExpression month(
        u"(?:(\\d{4})年)?(?<![\\d一二三四五六七八九十])(\\d{1,2}|十[一二]?|[一二三四五六七八九])月(?!\\d{1,2}日)"_s);
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
        NamedPeriod period{.year = yearOf(match),
                           .firstMonth = firstMonth,
                           .lastMonth = match.capturedLength(5) > 0 ? match.captured(5).toInt() : firstMonth,
                           .firstDay = match.captured(3).toInt(),
                           .lastDay = match.captured(6).toInt()};
        const bool otherYear = period.year && match.capturedLength(4) > 0 && match.captured(4).toInt() != *period.year;
        if (otherYear || period.firstMonth > period.lastMonth) // 12月26日至1月25日
            period = {.isAcrossYears = true};
        offer(match, period);
    }
    if (const auto match = months.match(text, from); match.hasMatch()) {
        offer(match,
              {.year = yearOf(match), .firstMonth = match.captured(2).toInt(), .lastMonth = match.captured(3).toInt()});
    }
    if (const auto match = month.match(text, from); match.hasMatch()) {
        const int number = monthOf(match.captured(2));
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

} // namespace huiyin
