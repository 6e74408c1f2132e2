// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace huiyin {

// A period as a title or a sentence names it. Months 1 to 12; a year may be left out.
struct NamedPeriod
{
    std::optional<int> year{};
    int firstMonth = 1;
    int lastMonth = 12;
    std::optional<int> firstDay{}; // when days are named
    std::optional<int> lastDay{};
    bool isAcrossYears = false; // then only its months are told
    qsizetype start = 0;
    qsizetype length = 0;

    [[nodiscard]] bool isWholeYear() const { return firstMonth == 1 && lastMonth == 12 && !firstDay; }

    [[nodiscard]] bool contradicts(const NamedPeriod &other) const
    {
        if (isAcrossYears || other.isAcrossYears)
            return false;
        if (year && other.year && *year != *other.year)
            return true;
        constexpr int latest = 31;
        const auto first = [](const NamedPeriod &one) { return one.firstMonth * 100 + one.firstDay.value_or(1); };
        const auto last = [latest](const NamedPeriod &one) {
            return one.lastMonth * 100 + one.lastDay.value_or(latest);
        };
        return first(*this) > last(other) || first(other) > last(*this);
    }

    // nullopt where days are named.
    [[nodiscard]] std::optional<int> months() const;
    // The days of it in its year or, where it names none, in another; nullopt when neither is known.
    [[nodiscard]] std::optional<int> days(std::optional<int> inYear) const;
};

// The first period named in a text from a place on.
std::optional<NamedPeriod> periodIn(const QString &text, qsizetype from = 0);

} // namespace huiyin
