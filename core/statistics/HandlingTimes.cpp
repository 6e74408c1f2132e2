// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/HandlingTimes.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace huiyin {

namespace {

constexpr qint64 brief = 4096;                                 // seconds; shorter times are counted by the second
constexpr qint64 longest = std::numeric_limits<qint32>::max(); // 68 years

} // namespace

HandlingTimes::HandlingTimes(WorkingTime workingTime, const CodeTree &categories, qint64 largestId)
    : m_working(std::move(workingTime))
    , m_tree(categories)
    , m_departments(static_cast<size_t>(largestId) + 1)
    , m_categories(static_cast<size_t>(largestId) + 1)
{
}

template <class Take>
void HandlingTimes::eachGroup(qint64 department, qint64 category, Take take)
{
    take(m_all);
    if (department > 0 && department < std::ssize(m_departments)) { // a damaged file may name any
        take(m_departments.front());
        take(m_departments[static_cast<size_t>(department)]);
    }
    if (category == HandledTicket::outsideBase)
        return;
    const auto &chain = m_tree.chain(category);
    if (chain.empty())
        take(m_categories.front());
    for (const qint64 id : chain)
        take(m_categories[static_cast<size_t>(id)]);
}

void HandlingTimes::add(const HandledTicket &ticket)
{
    // Whole seconds, as the tables carry them: what is exported and imported gives the same figure.
    const qint64 calendar = std::max<qint64>(ticket.closedAt / 1000 - ticket.receivedAt / 1000, 0);
    const qint64 working = m_working.between(ticket.receivedAt, ticket.closedAt);
    // A damaged file may have tickets that were closed before they came in; they took no time.
    const std::array<qint64, 2> seconds{std::min(calendar, longest), std::min(working, longest)};
    eachGroup(ticket.department, ticket.category, [&](Group &group) {
        ++group.count;
        group.sum[Calendar] += calendar;
        group.sum[Working] += working;
        if (ticket.enterprise) {
            ++group.enterprises;
            group.enterpriseSum[Calendar] += calendar;
            group.enterpriseSum[Working] += working;
        }
        for (const Clock clock : {Calendar, Working}) {
            if (seconds[clock] < brief)
                addBrief(group, clock, seconds[clock]);
        }
    });
    for (const Clock clock : {Calendar, Working}) {
        if (seconds[clock] >= brief)
            m_long[clock].push_back({.seconds = static_cast<qint32>(seconds[clock]),
                                     .department = static_cast<qint32>(ticket.department),
                                     .category = static_cast<qint32>(ticket.category)});
    }
}

void HandlingTimes::addBrief(Group &group, Clock clock, qint64 seconds)
{
    auto &counts = group.brief[clock];
    if (counts.empty())
        counts.resize(brief);
    ++counts[static_cast<size_t>(seconds)];
}

void HandlingTimes::findBriefMedian(Group &group, Clock clock)
{
    const qint64 middle = (group.count - 1) / 2; // the lower of two
    qint64 &passed = group.passed[clock];
    for (size_t seconds = 0; seconds < group.brief[clock].size(); ++seconds) {
        const qint64 before = passed;
        passed += group.brief[clock][seconds];
        if (before <= middle && middle < passed)
            group.median[clock] = static_cast<qint64>(seconds);
    }
}

// By digits of 11 bits from the lowest on, of the distance from the shortest time.
void HandlingTimes::sort(std::vector<Time> &times)
{
    if (times.empty())
        return;
    constexpr int bits = 11;
    constexpr size_t digits = size_t{1} << bits;
    const auto [least, most] = std::ranges::minmax(times, {}, &Time::seconds);
    const qint32 from = least.seconds;
    const qint32 range = most.seconds - from;
    std::vector<Time> sorted(times.size());
    for (int shift = 0; shift < 31 && (range >> shift) > 0; shift += bits) {
        const auto digit = [from, shift](const Time &time) {
            return static_cast<size_t>((time.seconds - from) >> shift) & (digits - 1);
        };
        std::array<size_t, digits> place{};
        for (const Time &time : times)
            ++place[digit(time)];
        size_t next = 0;
        for (size_t &count : place)
            next += std::exchange(count, next);
        for (const Time &time : times)
            sorted[place[digit(time)]++] = time;
        times.swap(sorted);
    }
}

void HandlingTimes::findMedians()
{
    for (const Clock clock : {Calendar, Working}) {
        findBriefMedian(m_all, clock);
        for (auto *groups : {&m_departments, &m_categories}) {
            for (Group &group : *groups)
                findBriefMedian(group, clock);
        }
        sort(m_long[clock]);
        for (const Time &time : m_long[clock]) {
            eachGroup(time.department, time.category, [&](Group &group) {
                if (group.passed[clock]++ == (group.count - 1) / 2)
                    group.median[clock] = time.seconds;
            });
        }
        m_long[clock] = {};
    }
}

HandlingFigures HandlingTimes::figures(const Group &group) const
{
    const auto mean = [](qint64 count, qint64 seconds, qint64 day) {
        return DurationFigure{.count = count, .seconds = seconds, .daySeconds = day};
    };
    const auto median = [&group](Clock clock, qint64 day) {
        return DurationFigure{.count = group.count, .seconds = group.median[clock], .isMean = false, .daySeconds = day};
    };
    const qint64 workingDay = m_working.daySeconds();
    constexpr qint64 calendarDay = DurationFigure::calendarDay;
    return {.mean = mean(group.count, group.sum[Calendar], calendarDay),
            .median = median(Calendar, calendarDay),
            .enterpriseMean = mean(group.enterprises, group.enterpriseSum[Calendar], calendarDay),
            .workingMean = mean(group.count, group.sum[Working], workingDay),
            .workingMedian = median(Working, workingDay),
            .workingEnterpriseMean = mean(group.enterprises, group.enterpriseSum[Working], workingDay)};
}

} // namespace huiyin
