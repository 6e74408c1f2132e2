// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Code.h"

#include <QDate>
#include <QList>
#include <QString>

#include <optional>

namespace huiyin {

// A span of whole calendar days of the office, both ends included, that figures are asked for.
struct Period
{
    enum class Kind { Month, Quarter, Year, Free };

    Kind kind = Kind::Free;
    QDate from{};
    QDate to{};

    static Period month(int year, int month);
    static Period quarter(int year, int quarter);
    static Period year(int year);
    static Period days(QDate from, QDate to);

    // "2020-02", "2016Q3", "2021"; nullopt: not of that form or no such month or quarter.
    static std::optional<Period> parseMonth(QStringView text);
    static std::optional<Period> parseQuarter(QStringView text);
    static std::optional<Period> parseYear(QStringView text);

    [[nodiscard]] bool isValid() const { return from.isValid() && to.isValid() && from <= to; }
    [[nodiscard]] qint64 dayCount() const { return from.daysTo(to) + 1; }

    // The month, quarter or year before, or as many days just before a free period (环比).
    [[nodiscard]] Period previous() const;
    // The same month, quarter, year or dates of last year; 29 February becomes the 28th (同比).
    [[nodiscard]] Period lastYear() const;

    // 2020年2月9日 · 2020年2月 · 2016年第三季度 · 2021年 · 2020年2月9日至2月29日 · 2019年12月28日至2020年1月3日
    [[nodiscard]] QString label() const;
    // The month that the period lies in, 2020年2月, or its label when it lies in none.
    [[nodiscard]] QString monthLabel() const;

    bool operator==(const Period &) const = default;
};

// The months that a period lies in, in their order: whole ones, and what it has of those that it cuts off.
QList<Period> monthsOf(const Period &period);

// A period that is told from today, and moves with it.
enum class RelativePeriod { Today, Yesterday, LastSevenDays, ThisMonth, LastMonth, ThisYear };
Period periodOf(RelativePeriod relative, QDate today); // today is one of the last seven days

// The period of a list: fixed, or as today tells it.
struct ListPeriod
{
    std::optional<RelativePeriod> relative{};
    Period fixed{}; // when it isn't relative

    [[nodiscard]] Period on(QDate today) const { return relative ? periodOf(*relative, today) : fixed; }

    bool operator==(const ListPeriod &) const = default;
};

// 2020年2月9日
QString chineseDate(QDate date);

} // namespace huiyin
