// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "spreadsheet/CellText.h"

#include <QDateTime>
#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

struct lxw_format;
struct lxw_workbook;
struct lxw_worksheet;

namespace huiyin {

struct SheetColumn
{
    enum class Kind {
        Text,     // one line
        LongText, // wrapped
        Digits,   // a number that nobody counts with: telephone, number of a ticket; kept as text
        WholeNumber,
        Decimal, // with two decimals
        Percent, // with one decimal; 0.5 is 50.0%
        Date,
        DateTime,
    };

    QString heading{};
    Kind kind = Kind::Text;
    int width = 0;         // in columns of a fixed-width text; 0: what the cells need, up to 60
    bool hidden = false;   // a key for the way back
    bool unlocked = false; // may be filled in though the sheet is protected
    QStringList choices{}; // a list to choose from; anything else is refused by the spreadsheet
};

struct SheetLayout
{
    enum class LongText {
        Refuse, // throws
        Cut,    // ends with a mark that says so
    };

    QString name{}; // made such that every spreadsheet takes it
    QList<SheetColumn> columns{};
    bool isProtected = false; // against slips, without a password
    bool isHidden = false;
    int frozenColumns = 0;                // that stay in sight; the heading always does
    qint64 rowsToFill = 0;                // behind those written: they have the choices too
    LongText longText = LongText::Refuse; // what becomes of a text over 32,767 units
    QString footerLeft{};                 // at the foot of a printed page, beside its number
    QString footerRight{};
};

// A number that is shown as it was printed somewhere, whatever its column holds.
struct SheetNumber
{
    double value = 0; // 0.994 is 99.4%
    int decimals = 0;
    bool isPercentage = false;
    bool isSigned = false; // with a plus too
};

// A chart of the spreadsheet's own, and the numbers that it shows.
struct SheetChart
{
    enum class Kind { Bars, Line };
    struct Series
    {
        QString name{};
        QList<qint64> values{}; // one a label
    };

    Kind kind = Kind::Bars;
    QString title{};
    QString subtitle{};
    QString heading{}; // of the labels
    QStringList labels{};
    QList<QDate> days{};    // of a line, in place of labels
    QList<Series> series{}; // of bars each is drawn over the one before
    QString noteHeading{};
    QList<std::optional<SheetNumber>> notes{}; // beside the numbers, not drawn

    [[nodiscard]] qsizetype count() const { return kind == Kind::Line ? days.size() : labels.size(); }
};

struct WorkbookProperties
{
    QString title{};
    QString author{};
    QString company{};
    QDateTime created{};
};

class WorkbookWriter;

// Throws FileError when a sheet can't hold so many rows beside its heading, before anything is written.
void refuseTooManyRows(const QString &table, qint64 rows);

// One sheet being filled, cell by cell from the left, row by row. The texts of others never become formulas. Throws
// FileError when the sheet or a text gets larger than a spreadsheet can hold.
class SheetWriter
{
public:
    SheetWriter(const SheetWriter &) = delete;
    SheetWriter &operator=(const SheetWriter &) = delete;

    void text(const QString &text); // "" leaves the cell empty
    void number(qint64 number);
    void number(const SheetNumber &number);
    void fraction(qint64 numerator, qint64 denominator); // a denominator of 0 leaves the cell empty
    void day(QDate day);                                 // an invalid one leaves the cell empty
    void moment(const QDateTime &wallTime);              // its date() and time(), whatever its zone
    void skip(int cells = 1);
    void endRow();
    // The row that follows is the last, a total: it stands below the table, so that sorting and filters leave it there.
    void startTotal() { m_isTotal = true; }

    [[nodiscard]] QString name() const { return m_layout.name; }
    [[nodiscard]] qint64 rows() const { return m_row - 1; } // without the heading

private:
    friend class WorkbookWriter;

    SheetWriter(WorkbookWriter &book, lxw_worksheet *sheet, const SheetLayout &layout);
    void writeText(const QString &text, lxw_format *format);
    void writeNumber(double number, const QString &shown, lxw_format *format);
    void place();
    void setHeight();
    [[nodiscard]] lxw_format *format(int column) const;
    void finish(int number);
    void makeTable(int number);
    void setColumns();
    [[nodiscard]] int widthInSheet(int column) const;
    void setPages();

    WorkbookWriter &m_book;
    lxw_worksheet *m_sheet;
    SheetLayout m_layout;
    std::vector<int> m_widths;
    qint64 m_row = 1; // counted from 0; the heading is row 0
    int m_column = 0;
    int m_lines = 1; // that the row takes on the screen
    bool m_isTotal = false;
};

// Writes an .xlsx file that Excel, WPS and LibreOffice open alike: each sheet one table with a heading that stays in sight,
// filters, columns as wide as their cells, set up for A4 across. The file stands there whole after commit(), or not at all.
// All of it is kept in memory until then, about 100 bytes a cell and more for its text. Throws FileError.
class WorkbookWriter
{
public:
    WorkbookWriter(const QString &path, bool overwrite, const WorkbookProperties &properties);
    ~WorkbookWriter();
    WorkbookWriter(const WorkbookWriter &) = delete;
    WorkbookWriter &operator=(const WorkbookWriter &) = delete;

    // Sheets stand in the order in which they are added, and may be filled in any.
    SheetWriter &addSheet(const SheetLayout &layout);
    // A sheet that says what the others are: a label and its text a line.
    void addNotes(const QString &name, const QList<std::pair<QString, QString>> &lines);
    // A sheet of charts, one below another, each beside its numbers.
    void addCharts(const QString &name, const QList<SheetChart> &charts);

    void commit();

private:
    friend class SheetWriter;
    class Target;
    struct Formats;

    lxw_worksheet *newSheet(const QString &name);
    void check(int error) const;                 // of libxlsxwriter
    QString rangeOf(const QStringList &choices); // a formula that names it, on a hidden sheet

    QString m_path;
    std::unique_ptr<Target> m_target;
    lxw_workbook *m_book = nullptr;
    std::unique_ptr<Formats> m_formats;
    QSet<QString> m_names; // of sheets, in lower case
    std::vector<std::unique_ptr<SheetWriter>> m_sheets;
    lxw_worksheet *m_choices = nullptr;
    QString m_choicesName;
    QList<QStringList> m_lists; // a column each
};

} // namespace huiyin
