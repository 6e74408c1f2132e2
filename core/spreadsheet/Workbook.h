// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Progress.h"
#include "spreadsheet/SharedStrings.h"
#include "spreadsheet/SheetDay.h"
#include "spreadsheet/ZipPackage.h"

#include <QList>
#include <QString>

#include <optional>
#include <vector>

namespace huiyin {

struct WorkbookLimits
{
    PackageLimits package{};
    int columns = 256;                           // with something in them
    qsizetype cellText = qsizetype{1024} * 1024; // UTF-16 units of one cell
    // Of all cells of a sheet: however small the file, millions of cells may point to one long text.
    qint64 sheetText = qint64{4} * 1024 * 1024 * 1024;
};

// A sheet of cells. Sheets that hold a chart alone are none.
struct SheetInfo
{
    enum class Visibility { Visible, Hidden, VeryHidden }; // the last can't be shown by the menus of Excel

    QString name{};
    Visibility visibility = Visibility::Visible;
    QString part{};
    qint64 bytes = 0; // unpacked; what SheetReader::bytesRead() counts up to
};

// An .xlsx file of whatever program, opened for reading: its sheets, and what their cells share. A SheetReader reads the
// rows of one. Strict: what is damaged, encrypted, oversized or not of this form throws FileError, whose message is a
// sentence for the user that says what to do, with the part and the cell where there is one. Formulas are never worked
// out; what the program that saved the file made of them counts. For one thread.
class Workbook
{
public:
    explicit Workbook(const QString &path, const WorkbookLimits &limits = {});

    [[nodiscard]] const QList<SheetInfo> &sheets() const { return m_sheets; }
    [[nodiscard]] std::optional<qsizetype> sheetOf(const QString &name) const; // whatever the case of the letters
    [[nodiscard]] DayCount dayCount() const { return m_dayCount; }

private:
    friend class SheetReader;

    struct Relation
    {
        QString target;
        QString kind; // the last word of its type
        bool external = false;
    };
    using Relations = QHash<QString, Relation>;

    Relations relationsOf(const QString &part);
    void readSheets(const QString &part);
    void readStyles(const QString &part);
    void needStrings(const Progress &progress); // before the first row
    [[nodiscard]] NumberLook lookOfStyle(qsizetype style) const;

    WorkbookLimits m_limits;
    ZipPackage m_package;
    QList<SheetInfo> m_sheets;
    DayCount m_dayCount = DayCount::Since1900;
    QString m_stringsPart;
    bool m_hasStrings = false;
    SharedStrings m_strings;
    std::vector<NumberLook> m_looks; // by style
};

} // namespace huiyin
