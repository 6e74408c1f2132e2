// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Clock.h"
#include "domain/Period.h"
#include "domain/Progress.h"

#include <QList>
#include <QString>

namespace huiyin {

// A shipped sample office: its tickets, calls, dispatches and follow-ups are made up, but they add up to the figures
// that a real office published for the period.
struct DemoInfo
{
    QString name;   // siping-2020-02, as the command line takes it
    QString office; // 四平市市长公开电话办公室
    Period period;
};

QList<DemoInfo> demoOffices();

// Makes a case file with a sample office, the same one every time. Throws StorageError as CaseFile::create does, and
// std::invalid_argument when there is no such office.
void createDemo(const QString &path, const QString &name, const Clock &clock, Progress &progress);

// What a large made-up case file should hold.
struct GenerateOptions
{
    qint64 tickets = 0;
    int years = 5;
    quint64 seed = 1;
    QDate lastDay = QDate(2023, 12, 31);
};

// Makes a case file for trials and benchmarks, the same one for the same options: skewed over categories, departments,
// hours and seasons, with repeated callers and outbreaks of one matter in one place.
void generateCaseFile(const QString &path, const GenerateOptions &options, const Clock &clock, Progress &progress);

} // namespace huiyin
