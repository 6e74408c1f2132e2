// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/DepartmentSheetColumns.h"
#include "exchange/DepartmentSheetFile.h"
#include "spreadsheet/SheetReader.h"
#include "spreadsheet/Workbook.h"
#include "spreadsheet/WorkbookWriter.h"
#include "support/HandlingOffice.h"

#include <QTemporaryDir>

#include <catch2/catch.hpp>

namespace huiyin::test {

// The cells of a sheet as a department sees and changes them.
using Rows = QList<QStringList>;

// Water works, which fills in sheets by hand.
struct DepartmentDesk
{
    DepartmentDesk() { office.clock.set(at("2020-02-10 09:00")); }

    GivenSheet give(bool withCitizen = false)
    {
        const auto given = office.book->giveSheet({.department = office.water, .withCitizen = withCitizen});
        REQUIRE(given);
        writeDepartmentSheet(*given, path(), true, office.file->office(), office.tables());
        return *given;
    }
    [[nodiscard]] QString path(const QString &name = QStringLiteral("sheet.xlsx")) const
    {
        return folder.filePath(name);
    }

    [[nodiscard]] Rows rows() const
    {
        Workbook book(path());
        SheetReader reader(book, *book.sheetOf(QStringLiteral("待办")));
        Rows all;
        while (reader.next()) {
            QStringList cells;
            for (int i = 0; i < static_cast<int>(sheetHeadings.size()); ++i)
                cells.append(reader.cell(i).text);
            all.append(cells);
        }
        return all;
    }
    // As another program writes them: all as text, without locks.
    [[nodiscard]] QString written(const Rows &rows, const QString &name = QStringLiteral("filled.xlsx")) const
    {
        WorkbookWriter book(path(name), true, {});
        QList<SheetColumn> columns;
        for (const QString &heading : rows.first())
            columns.append({.heading = heading, .kind = SheetColumn::Kind::LongText});
        SheetWriter &sheet = book.addSheet({.name = QStringLiteral("Sheet1"), .columns = columns});
        for (const QStringList &row : rows.mid(1)) {
            for (const QString &cell : row)
                sheet.text(cell);
            sheet.endRow();
        }
        book.commit();
        return path(name);
    }
    static QString &cell(Rows &rows, qsizetype row, SheetField field)
    {
        return rows[row][static_cast<qsizetype>(field)];
    }
    static void fillReply(Rows &rows, qsizetype row, const QString &reply = QStringLiteral("已更换水管，恢复供水。"))
    {
        cell(rows, row, SheetField::Result) = QStringLiteral("实际解决");
        cell(rows, row, SheetField::Reply) = reply;
        cell(rows, row, SheetField::RepliedAt) = QStringLiteral("2020年2月11日 9时30分");
    }
    ReturnedSheet read(const Rows &rows) { return readDepartmentSheet(*office.file, written(rows)); }
    void take(const ReturnedRow &row)
    {
        const auto outcome = office.book->takeSheetRow(row.request);
        INFO((outcome ? QString() : outcome.error().reason).toStdString());
        REQUIRE(outcome);
    }

    HandlingOffice office;
    QTemporaryDir folder;
};

} // namespace huiyin::test
