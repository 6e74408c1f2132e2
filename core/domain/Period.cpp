// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Period.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

bool allDigits(QStringView text)
{
    for (const QChar c : text) {
        if (c < u'0' || c > u'9')
            return false;
    }
    return !text.isEmpty();
}

QString monthText(QDate date)
{
    return u"%1年%2月"_s.arg(date.year()).arg(date.month());
}

} // namespace

Period Period::month(int year, int month)
{
    const QDate first(year, month, 1);
    return {.kind = Kind::Month, .from = first, .to = first.addMonths(1).addDays(-1)};
}

Period Period::quarter(int year, int quarter)
{
    const QDate first(year, (quarter - 1) * 3 + 1, 1);
    return {.kind = Kind::Quarter, .from = first, .to = first.addMonths(3).addDays(-1)};
}

Period Period::year(int year)
{
    return {.kind = Kind::Year, .from = QDate(year, 1, 1), .to = QDate(year, 12, 31)};
}

Period Period::days(QDate from, QDate to)
{
    return {.kind = Kind::Free, .from = from, .to = to};
}

std::optional<Period> Period::parseMonth(QStringView text)
{
    if (text.size() != 7 || text[4] != u'-' || !allDigits(text.first(4)) || !allDigits(text.sliced(5)))
        return std::nullopt;
    const Period period = month(text.first(4).toInt(), text.sliced(5).toInt());
    return period.isValid() ? std::optional(period) : std::nullopt;
}

std::optional<Period> Period::parseQuarter(QStringView text)
{
    if (text.size() != 6 || text[4].toUpper() != u'Q' || !allDigits(text.first(4)) || text[5] < u'1' || text[5] > u'4')
        return std::nullopt;
    const Period period = quarter(text.first(4).toInt(), text[5].unicode() - u'0');
    return period.isValid() ? std::optional(period) : std::nullopt;
}

std::optional<Period> Period::parseYear(QStringView text)
{
    if (text.size() != 4 || !allDigits(text))
        return std::nullopt;
    const Period period = year(text.toInt());
    return period.isValid() ? std::optional(period) : std::nullopt;
}

Period Period::previous() const
{
    switch (kind) {
    case Kind::Month: {
        const QDate before = from.addMonths(-1);
        return month(before.year(), before.month());
    }
    case Kind::Quarter: {
        const QDate before = from.addMonths(-3);
        return quarter(before.year(), (before.month() - 1) / 3 + 1);
    }
    case Kind::Year:
        return year(from.year() - 1);
    case Kind::Free:
        break;
    }
    return days(from.addDays(-dayCount()), from.addDays(-1));
}

Period Period::lastYear() const
{
    switch (kind) {
    case Kind::Month:
        return month(from.year() - 1, from.month());
    case Kind::Quarter:
        return quarter(from.year() - 1, (from.month() - 1) / 3 + 1);
    case Kind::Year:
        return year(from.year() - 1);
    case Kind::Free:
        break;
    }
    return days(from.addYears(-1), to.addYears(-1)); // addYears makes 29 February the 28th
}

QList<Period> monthsOf(const Period &period)
{
    QList<Period> months;
    for (QDate first(period.from.year(), period.from.month(), 1); period.isValid() && first <= period.to;
         first = first.addMonths(1)) {
        const QDate last = first.addMonths(1).addDays(-1);
        const bool whole = period.from <= first && last <= period.to;
        months.append(whole ? Period::month(first.year(), first.month())
                            : Period::days(std::max(first, period.from), std::min(last, period.to)));
    }
    return months;
}

template <>
std::span<const CodeEntry<RelativePeriod>> codeTable<RelativePeriod>()
{
    static constexpr CodeEntry<RelativePeriod> table[] = {
        {RelativePeriod::Today, "today", QT_TRANSLATE_NOOP("Code", "This day"), u"今天"},
        {RelativePeriod::Yesterday, "yesterday", QT_TRANSLATE_NOOP("Code", "Yesterday"), u"昨天"},
        {RelativePeriod::LastSevenDays, "last_7_days", QT_TRANSLATE_NOOP("Code", "Last 7 days"), u"近7天"},
        {RelativePeriod::ThisMonth, "this_month", QT_TRANSLATE_NOOP("Code", "This month"), u"本月"},
        {RelativePeriod::LastMonth, "last_month", QT_TRANSLATE_NOOP("Code", "Last month"), u"上月"},
        {RelativePeriod::ThisYear, "this_year", QT_TRANSLATE_NOOP("Code", "This year"), u"今年"},
    };
    return table;
}

Period periodOf(RelativePeriod relative, QDate today)
{
    switch (relative) {
    case RelativePeriod::Today:
        return Period::days(today, today);
    case RelativePeriod::Yesterday:
        return Period::days(today.addDays(-1), today.addDays(-1));
    case RelativePeriod::LastSevenDays:
        return Period::days(today.addDays(-6), today);
    case RelativePeriod::ThisMonth:
        return Period::month(today.year(), today.month());
    case RelativePeriod::LastMonth:
        return Period::month(today.year(), today.month()).previous();
    case RelativePeriod::ThisYear:
        break;
    }
    return Period::year(today.year());
}

QString chineseDate(QDate date)
{
    return u"%1年%2月%3日"_s.arg(date.year()).arg(date.month()).arg(date.day());
}

QString Period::label() const
{
    static constexpr std::array<QStringView, 4> ordinals = {u"一", u"二", u"三", u"四"};
    switch (kind) {
    case Kind::Month:
        return monthText(from);
    case Kind::Quarter:
        return u"%1年第%2季度"_s.arg(from.year()).arg(ordinals[static_cast<size_t>((from.month() - 1) / 3)]);
    case Kind::Year:
        return u"%1年"_s.arg(from.year());
    case Kind::Free:
        break;
    }
    if (from == to)
        return chineseDate(from);
    const QString end = from.year() == to.year() ? u"%1月%2日"_s.arg(to.month()).arg(to.day()) : chineseDate(to);
    return chineseDate(from) + u"至"_s + end;
}

QString Period::monthLabel() const
{
    const bool oneMonth = from.year() == to.year() && from.month() == to.month();
    return oneMonth ? monthText(from) : label();
}

} // namespace huiyin
