// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/HandlingTimes.h"

#include <algorithm>
#include <limits>

namespace huiyin {

namespace {

qint32 bounded(qint64 seconds) // 68 years
{
    return static_cast<qint32>(
        std::clamp<qint64>(seconds, std::numeric_limits<qint32>::min(), std::numeric_limits<qint32>::max()));
}

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
    if (department > 0) {
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
    const qint64 calendar = ticket.closedAt / 1000 - ticket.receivedAt / 1000;
    const qint64 working = m_working.between(ticket.receivedAt, ticket.closedAt);
    eachGroup(ticket.department, ticket.category, [&](Group &group) {
        ++group.count;
        group.sum[Calendar] += calendar;
        group.sum[Working] += working;
        if (!ticket.enterprise)
            return;
        ++group.enterprises;
        group.enterpriseSum[Calendar] += calendar;
        group.enterpriseSum[Working] += working;
    });
    const auto department = static_cast<qint32>(ticket.department);
    const auto category = static_cast<qint32>(ticket.category);
    m_times[Calendar].push_back({.seconds = bounded(calendar), .department = department, .category = category});
    m_times[Working].push_back({.seconds = bounded(working), .department = department, .category = category});
}

// By digits of 11 bits from the lowest on, of the distance from the shortest time.
void HandlingTimes::sort(std::vector<Time> &times) const
{
    if (times.empty())
        return;
    constexpr int bits = 11;
    constexpr size_t digits = size_t{1} << bits;
    const auto [least, most] = std::ranges::minmax(times, {}, &Time::seconds);
    const qint64 from = least.seconds;
    const qint64 range = most.seconds - from;
    std::vector<Time> sorted(times.size());
    for (int shift = 0; (range >> shift) > 0; shift += bits) {
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
        sort(m_times[clock]);
        m_all.seen = 0;
        for (auto *groups : {&m_departments, &m_categories}) {
            for (Group &group : *groups)
                group.seen = 0;
        }
        for (const Time &time : m_times[clock]) {
            eachGroup(time.department, time.category, [&](Group &group) {
                if (group.seen++ == (group.count - 1) / 2) // the lower of two middle ones
                    group.median[clock] = time.seconds;
            });
        }
        m_times[clock] = {};
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
