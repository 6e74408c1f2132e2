// SPDX-License-Identifier: GPL-3.0-or-later
#include "SheetBench.h"

#include "exchange/CsvReader.h"
#include "exchange/CsvWriter.h"
#include "exchange/TextDecoder.h"
#include "spreadsheet/SheetReader.h"
#include "spreadsheet/WorkbookWriter.h"

#include <QFileInfo>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace huiyin::bench {

namespace {

constexpr int rows = 100'000;
constexpr int columns = 8;

QString textOf(int row, int column)
{
    return column == 6
               ? u"英雄大街%1号小区自来水昨天傍晚起停水，物业说不清楚何时恢复，老人孩子用水困难，请尽快处理并回复。"_s
                     .arg(row)
               : u"第%1件第%2项"_s.arg(row % 5000).arg(column);
}

} // namespace

void benchSheets(Table &table)
{
    const QTemporaryDir folder;
    const QString book = folder.filePath(u"book.xlsx"_s);
    const QString csv = folder.filePath(u"table.csv"_s);
    const Cost plainWritten = costOf([&] {
        CsvWriter writer(csv, false);
        for (int row = 0; row < rows; ++row) {
            for (int column = 0; column < columns; ++column)
                writer.cell(textOf(row, column));
            writer.endRow();
        }
        writer.commit();
    });
    qint64 cells = 0;
    const Cost plainRead = costOf([&] {
        TextDecoder decoder(csv);
        CsvReader reader(decoder);
        while (reader.next())
            cells += reader.fieldCount();
    });
    const QDateTime moment(QDate(2020, 2, 9), QTime(8, 31, 5));
    const Cost written = costOf([&] {
        WorkbookWriter writer(book, false, {});
        SheetLayout layout{.name = u"工单"_s, .columns = {}};
        for (int column = 0; column < columns; ++column)
            layout.columns.append({.heading = u"第%1列"_s.arg(column)});
        layout.columns[7].kind = SheetColumn::Kind::DateTime;
        SheetWriter &sheet = writer.addSheet(layout);
        for (int row = 0; row < rows; ++row) {
            for (int column = 0; column < columns - 1; ++column)
                sheet.text(textOf(row, column));
            sheet.moment(moment.addSecs(row));
            sheet.endRow();
        }
        writer.commit();
    });
    qint64 seen = 0;
    const Cost read = costOf([&] {
        Workbook workbook(book);
        SheetReader reader(workbook, 0);
        while (reader.next())
            seen += reader.cellCount();
    });
    const QString size = u"%L1 MB"_s.arg(static_cast<double>(QFileInfo(book).size()) / 1e6, 0, 'f', 1);
    const QString memory = u"%L1 MB in memory at most so far"_s.arg(peakMemory() / 1'000'000);
    table.add({.task = u"write a sheet of %L1 × %2 cells, against CSV"_s.arg(rows).arg(columns),
               .floor = plainWritten,
               .ours = written,
               .goal = u"≤ 5 s"_s,
               .remark = size});
    table.add({.task = u"read it, against CSV"_s,
               .floor = plainRead,
               .ours = read,
               .goal = u"≤ 5 s"_s,
               .remark = seen == cells + columns ? memory : u"CELLS ARE MISSING"_s});
}

} // namespace huiyin::bench
