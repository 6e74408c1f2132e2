// SPDX-License-Identifier: GPL-3.0-or-later
#include "CalcBench.h"

#include "bulletin/Composer.h"
#include "exchange/DemoOffice.h"
#include "exchange/Export.h"
#include "storage/CaseFile.h"

#include <QDir>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace huiyin::bench {

void benchAgainstCalc(Table &table)
{
    const QString task = u"bulletin of a month of 43,739 tickets, against Calc loading its table"_s;
    const QString calc = QStandardPaths::findExecutable(u"soffice"_s);
    if (calc.isEmpty()) {
        table.add({.task = task, .remark = u"LibreOffice is not installed: left out"_s});
        return;
    }
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"office.huiyin"_s);
    Progress quiet;
    createDemo(path, u"siping-2023-12"_s, SystemClock(), quiet);
    const QString tables = folder.filePath(u"tables"_s);
    CaseFile file(path, CaseFile::Mode::Read);
    exportTables(file, tables, {}, quiet);

    const Period month = Period::month(2023, 12);
    const Cost ours = medianCost(5, [&] {
        CaseFile opened(path, CaseFile::Mode::Read);
        (void)composeBulletin(opened, {.layout = u"siping-monthly"_s, .period = month, .date = month.to});
    });
    // The first start makes its profile; the second one counts.
    Cost theirs;
    for (int run = 0; run < 2; ++run) {
        const double before = cpuOfOthers();
        QProcess process;
        theirs = costOf([&] {
            process.start(calc,
                          {u"-env:UserInstallation="_s + QUrl::fromLocalFile(folder.filePath(u"profile"_s)).toString(),
                           u"--headless"_s, u"--convert-to"_s, u"csv:Text - txt - csv (StarCalc)"_s, u"--outdir"_s,
                           folder.filePath(u"out"_s), QDir(tables).filePath(u"tickets.csv"_s)});
            process.waitForFinished(-1);
        });
        theirs.cpu = cpuOfOthers() - before;
        if (process.exitCode() != 0 || !QFile::exists(folder.filePath(u"out/tickets.csv"_s))) {
            table.add({.task = task, .ours = ours, .remark = u"LibreOffice could not load it: left out"_s});
            return;
        }
    }
    table.add({.task = task,
               .floor = theirs,
               .ours = ours,
               .goal = u"≥ 10 × less CPU"_s,
               .remark = u"%1 × less; Calc makes no table of it yet"_s.arg(theirs.cpu / ours.cpu, 0, 'f', 0)});
}

} // namespace huiyin::bench
