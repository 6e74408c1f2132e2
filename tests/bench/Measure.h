// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <functional>
#include <optional>

namespace huiyin::bench {

// What one piece of work cost.
struct Cost
{
    double wall = 0; // seconds
    double cpu = 0;  // seconds of this process, user and system
};

Cost costOf(const std::function<void()> &work);
// The median of several runs, by CPU time. Interactive work is measured so.
Cost medianCost(int runs, const std::function<void()> &work);

// Seconds of CPU of all programs that were started from here and have ended; 0 where the system doesn't tell.
double cpuOfOthers();

// Bytes that this process has in memory at most so far; 0 where the system doesn't tell.
qint64 peakMemory();

// One line of the table of numbers.
struct Line
{
    QString task{};
    std::optional<Cost> floor{}; // the same work done as plainly as possible
    Cost ours{};
    QString goal{};
    QString remark{};
};

class Table
{
public:
    void add(const Line &line); // and prints it to stderr as it comes
    [[nodiscard]] QString markdown() const;

private:
    QList<Line> m_lines;
};

} // namespace huiyin::bench
