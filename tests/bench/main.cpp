// SPDX-License-Identifier: GPL-3.0-or-later
// huiyin-bench [--tickets N] [--file PATH] [--in-place] | --records | --sheets | --backups --file PATH: the table of numbers,
// as Markdown on stdout.
#include "BackupBench.h"
#include "FileBench.h"
#include "RecordBench.h"
#include "SheetBench.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTemporaryDir>

#include <cstdio>

using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    const QCommandLineOption tickets(u"tickets"_s, u"Size of the generated file (200000)."_s, u"N"_s, u"200000"_s);
    const QCommandLineOption file(u"file"_s, u"The generated file; made when nothing is there, and kept."_s, u"PATH"_s);
    const QCommandLineOption inPlace(
        u"in-place"_s,
        u"No backup and no import; tickets are taken in the file itself. For files of many gigabytes."_s);
    const QCommandLineOption records(u"records"_s, u"The verification of records alone, without such a file."_s);
    const QCommandLineOption sheets(u"sheets"_s, u"Spreadsheets alone, without such a file."_s);
    const QCommandLineOption backups(u"backups"_s,
                                     u"Backups alone, of a generated file that is there; it gets some tickets more."_s);
    parser.addOptions({tickets, file, inPlace, records, sheets, backups});
    parser.process(application);

    const QTemporaryDir folder;
    const QString path = parser.isSet(file) ? parser.value(file) : folder.filePath(u"bench.huiyin"_s);
    huiyin::bench::Table table;
    const bool all = !parser.isSet(records) && !parser.isSet(sheets) && !parser.isSet(backups);
    if (parser.isSet(backups))
        huiyin::bench::benchSafety(path, table);
    if (all || parser.isSet(records))
        huiyin::bench::benchRecords(table);
    if (all || parser.isSet(sheets))
        huiyin::bench::benchSheets(table);
    if (all)
        huiyin::bench::benchFile(path, parser.value(tickets).toLongLong(), parser.isSet(inPlace), table);
    std::fputs(qUtf8Printable(table.markdown()), stdout);
    return 0;
}
