// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calendar/WorkingTime.h"
#include "domain/CodeTree.h"
#include "statistics/FigureScan.h"
#include "statistics/Statistics.h"

#include <array>
#include <vector>

namespace huiyin {

// Means and medians of the handling times of a period: of all closed tickets, of the dispatched, of each department's
// that led them, and of each category's with all below it.
//
// Medians are exact and still cheap: most matters are answered within the hour, and each group counts how many of these
// took how many seconds. The longer times are sorted once, by digits, and every group takes its middle one as they go by.
class HandlingTimes
{
public:
    HandlingTimes(WorkingTime workingTime, const CodeTree &categories, qint64 largestId);

    void add(const HandledTicket &ticket);
    // When all are in, before the figures are asked for.
    void findMedians();

    [[nodiscard]] HandlingFigures all() const { return figures(m_all); }
    [[nodiscard]] HandlingFigures ofDispatched() const { return figures(m_departments.front()); }
    [[nodiscard]] HandlingFigures ofDepartment(qint64 id) const
    {
        return figures(m_departments[static_cast<size_t>(id)]);
    }
    [[nodiscard]] HandlingFigures ofCategory(qint64 id) const { return figures(m_categories[static_cast<size_t>(id)]); }

private:
    enum Clock : size_t { Calendar, Working };
    // One ticket's time by one of the clocks, when it is long.
    struct Time
    {
        qint32 seconds = 0;
        qint32 department = 0;
        qint32 category = 0;
    };
    struct Group
    {
        qint64 count = 0;
        qint64 enterprises = 0;
        std::array<qint64, 2> sum{};
        std::array<qint64, 2> enterpriseSum{};
        std::array<qint64, 2> median{};
        std::array<qint64, 2> passed{};              // how many times are not longer than those looked at
        std::array<std::vector<quint32>, 2> brief{}; // how many took so many seconds; empty: none was brief
    };
    // Calls `take` with every group that a ticket belongs to.
    template <class Take>
    void eachGroup(qint64 department, qint64 category, Take take);
    static void addBrief(Group &group, Clock clock, qint64 seconds);
    static void findBriefMedian(Group &group, Clock clock);
    static void sort(std::vector<Time> &times);
    [[nodiscard]] HandlingFigures figures(const Group &group) const;

    WorkingTime m_working;
    const CodeTree &m_tree;
    Group m_all;
    std::vector<Group> m_departments; // the first: of all of them together
    std::vector<Group> m_categories;
    std::array<std::vector<Time>, 2> m_long;
};

} // namespace huiyin
