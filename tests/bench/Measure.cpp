// SPDX-License-Identifier: GPL-3.0-or-later
#include "Measure.h"

#include <QElapsedTimer>
#include <QFile>

#include <algorithm>
#include <cstdio>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#else
#include <ctime>
#endif

using namespace Qt::StringLiterals;

namespace huiyin::bench {

namespace {

#ifdef Q_OS_UNIX
double cpuOf(int who)
{
    struct rusage usage;
    getrusage(who, &usage);
    const auto seconds = [](const timeval &time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}
#endif

double cpuNow()
{
#ifdef Q_OS_UNIX
    return cpuOf(RUSAGE_SELF);
#else
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
#endif
}

QString timeText(double seconds)
{
    if (seconds < 0.001)
        return u"%1 µs"_s.arg(seconds * 1e6, 0, 'f', 0);
    if (seconds < 1)
        return u"%1 ms"_s.arg(seconds * 1e3, 0, 'f', seconds < 0.1 ? 2 : 0);
    return u"%1 s"_s.arg(seconds, 0, 'f', 2);
}

QString rowOf(const Line &line)
{
    const QString floor = line.floor ? timeText(line.floor->cpu) : u"–"_s;
    const QString ratio =
        line.floor && line.floor->cpu > 0 ? u"%1 ×"_s.arg(line.ours.cpu / line.floor->cpu, 0, 'f', 1) : u"–"_s;
    return u"| %1 | %2 | %3 | %4 | %5 | %6 | %7 |"_s.arg(line.task, floor, timeText(line.ours.cpu),
                                                         timeText(line.ours.wall), ratio, line.goal, line.remark);
}

} // namespace

double cpuOfOthers()
{
#ifdef Q_OS_UNIX
    return cpuOf(RUSAGE_CHILDREN);
#else
    return 0;
#endif
}

Cost costOf(const std::function<void()> &work)
{
    QElapsedTimer wall;
    const double before = cpuNow();
    wall.start();
    work();
    return {.wall = static_cast<double>(wall.nsecsElapsed()) / 1e9, .cpu = cpuNow() - before};
}

Cost medianCost(int runs, const std::function<void()> &work)
{
    QList<Cost> costs;
    for (int i = 0; i < runs; ++i)
        costs.append(costOf(work));
    std::ranges::sort(costs, {}, &Cost::cpu);
    return costs[costs.size() / 2];
}

qint64 peakMemory()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const auto lines = status.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().split(' ').first().toLongLong() * 1024;
    }
    return 0;
}

void Table::add(const Line &line)
{
    m_lines.append(line);
    std::fprintf(stderr, "%s\n", qUtf8Printable(rowOf(line)));
}

QString Table::markdown() const
{
    QString text = u"| task | floor (CPU) | ours (CPU) | ours (wall) | ratio | goal | |\n"
                   "| --- | --- | --- | --- | --- | --- | --- |\n"_s;
    for (const Line &line : m_lines)
        text += rowOf(line) + u'\n';
    return text;
}

} // namespace huiyin::bench
