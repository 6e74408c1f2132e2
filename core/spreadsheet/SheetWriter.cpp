// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Text.h"
#include "spreadsheet/SheetDay.h"
#include "spreadsheet/SheetFormats.h"
#include "spreadsheet/WorkbookWriter.h"
#include "storage/SafeFile.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Spreadsheet)
};

constexpr int widestColumn = 60;
constexpr int narrowestColumn = 6;
constexpr int paddingOfColumn = 2;
constexpr int widestPage = 240;             // of columns of text on A4 across, at about half their size
constexpr int leastScale = 60;              // percent
constexpr double lineHeight = 15;           // points
constexpr int tallestRow = 27;              // lines; Excel takes 409 points
constexpr int leastToFill = 4;              // lines, where somebody is to write a longer text
constexpr qsizetype longestMeasured = 4000; // units: more than a row shows
constexpr int filterButton = 3;             // beside a heading
constexpr qsizetype longestFooter = 60;     // of either side; all of it may take 255 units

const char *numberFormatOf(SheetColumn::Kind kind)
{
    switch (kind) {
    case SheetColumn::Kind::Text:
    case SheetColumn::Kind::LongText:
        return nullptr;
    case SheetColumn::Kind::Digits:
        return "@";
    case SheetColumn::Kind::WholeNumber:
        return "0";
    case SheetColumn::Kind::Decimal:
        return "0.00";
    case SheetColumn::Kind::Percent:
        return "0.0%";
    case SheetColumn::Kind::Date:
        return "yyyy-mm-dd";
    case SheetColumn::Kind::DateTime:
        return "yyyy-mm-dd hh:mm:ss";
    }
    Q_UNREACHABLE();
}

// As much of a text as a cell holds, and a mark that there was more.
QString cutText(const QString &text)
{
    const QString mark = u"……（已截断）"_s;
    qsizetype length = mostCellText - mark.size();
    QString cut;
    do {
        cut = text.left(length);
        if (cut.back().isHighSurrogate())
            cut.chop(1);
        cut = escapedCellText(cut);
        length -= std::max<qsizetype>(cut.size() + mark.size() - mostCellText, 1);
    } while (cut.size() + mark.size() > mostCellText);
    return cut + mark;
}

int widthOf(const QString &text)
{
    // Of several lines the first tells enough.
    const qsizetype lineEnd = text.indexOf(u'\n');
    const QStringView line =
        QStringView(text).first(std::min<qsizetype>(lineEnd < 0 ? text.size() : lineEnd, widestColumn));
    return displayWidth(line);
}

// How many lines a text takes in a column of that width. Words that don't fit whole are given some room.
int linesOf(const QString &text, int width)
{
    int lines = 0;
    for (const QStringView line : QStringView(text).split(u'\n')) {
        lines +=
            1 + std::max(displayWidth(line.first(std::min<qsizetype>(line.size(), longestMeasured))) - 1, 0) / width;
        if (lines > tallestRow)
            break;
    }
    return lines;
}

// & begins an instruction in a footer.
QString footerText(const QString &text)
{
    return forceClean(text).simplified().left(longestFooter).replace(u'&', u"&&"_s);
}

} // namespace

void refuseTooManyRows(const QString &table, qint64 rows)
{
    if (rows < mostSheetRows)
        return;
    throw FileError(
        Text::tr("“%1” has %2 rows or more, and a sheet of a spreadsheet holds no more than %3. Choose a shorter "
                 "period, or CSV.")
            .arg(table)
            .arg(rows)
            .arg(mostSheetRows - 1));
}

WorkbookWriter::Formats::Formats(lxw_workbook *ofBook)
    : book(ofBook)
    , heading(workbook_add_format(book))
    , label(workbook_add_format(book))
    , note(workbook_add_format(book))
    , total(workbook_add_format(book))
{
    format_set_bold(total);
    format_set_align(total, LXW_ALIGN_VERTICAL_TOP);
    format_set_bold(heading);
    format_set_align(heading, LXW_ALIGN_VERTICAL_CENTER);
    format_set_text_wrap(heading);
    format_set_bg_color(heading, 0xDDE7F0);
    format_set_font_color(heading, 0x1F2D3D);
    format_set_bottom(heading, LXW_BORDER_THIN);
    format_set_bold(label);
    format_set_align(label, LXW_ALIGN_VERTICAL_TOP);
    format_set_align(note, LXW_ALIGN_VERTICAL_TOP);
    format_set_text_wrap(note);
    format_set_num_format(note, "@");
    for (size_t kind = 0; kind < std::size(cells); ++kind) {
        for (size_t unlocked = 0; unlocked < 2; ++unlocked) {
            lxw_format *format = workbook_add_format(book);
            cells[kind][unlocked] = format;
            format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
            if (const char *number = numberFormatOf(static_cast<SheetColumn::Kind>(kind)))
                format_set_num_format(format, number);
            if (static_cast<SheetColumn::Kind>(kind) == SheetColumn::Kind::LongText)
                format_set_text_wrap(format);
            if (unlocked != 0) {
                format_set_unlocked(format);
                format_set_bg_color(format, 0xFFF9E5); // where to write
                format_set_border(format, LXW_BORDER_HAIR);
            }
        }
    }
}

lxw_format *WorkbookWriter::Formats::ofCode(const QByteArray &code, bool isTotal)
{
    lxw_format *&format = codes[isTotal ? QByteArray("total " + code) : code];
    if (!format) {
        format = workbook_add_format(book);
        format_set_num_format(format, code.constData());
        format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
        if (isTotal)
            format_set_bold(format);
    }
    return format;
}

lxw_format *WorkbookWriter::Formats::ofNumber(const SheetNumber &number, bool isTotal)
{
    QByteArray code = "0";
    if (number.decimals > 0)
        code += '.' + QByteArray(number.decimals, '0');
    if (number.isPercentage)
        code += '%';
    return ofCode(number.isSigned ? QByteArray("+" + code + ";-" + code + ";" + code) : code, isTotal);
}

SheetWriter::SheetWriter(WorkbookWriter &book, lxw_worksheet *sheet, const SheetLayout &layout)
    : m_book(book)
    , m_sheet(sheet)
    , m_layout(layout)
{
    for (int column = 0; column < m_layout.columns.size(); ++column) {
        const QString heading = escapedCellText(m_layout.columns[column].heading);
        m_book.check(worksheet_write_string(m_sheet, 0, static_cast<lxw_col_t>(column), heading.toUtf8().constData(),
                                            m_book.m_formats->heading));
        m_widths.push_back(displayWidth(heading) + filterButton);
    }
}

lxw_format *SheetWriter::format(int column) const
{
    return m_book.m_formats->of(m_layout.columns[column]);
}

// Before a cell is written: is there room for it?
void SheetWriter::place()
{
    Q_ASSERT(m_column < m_layout.columns.size());
    if (m_row >= mostSheetRows)
        refuseTooManyRows(m_layout.name, m_row);
}

void SheetWriter::text(const QString &text)
{
    place();
    if (!text.isEmpty())
        writeText(text, m_isTotal ? m_book.m_formats->total : format(m_column));
    ++m_column;
}

void SheetWriter::writeText(const QString &text, lxw_format *format)
{
    QString written = escapedCellText(text);
    if (written.size() > mostCellText) {
        if (m_layout.longText == SheetLayout::LongText::Refuse) {
            throw FileError(
                Text::tr("A text of %1 characters is too long for a cell of a spreadsheet (sheet “%2”, cell "
                         "%3). Export CSV instead, which holds it.")
                    .arg(text.size())
                    .arg(m_layout.name, cellName(m_column, m_row + 1)));
        }
        written = cutText(text);
    }
    int &width = m_widths[static_cast<size_t>(m_column)];
    if (width < widestColumn)
        width = std::max(width, widthOf(text) + paddingOfColumn);
    if (m_layout.columns[m_column].kind == SheetColumn::Kind::LongText && !m_layout.columns[m_column].hidden) {
        const int given = m_layout.columns[m_column].width;
        m_lines = std::max(m_lines, linesOf(text, (given > 0 ? given : widestColumn) - 1));
    }
    // Never a formula, whatever it begins with: this writes a string.
    m_book.check(worksheet_write_string(m_sheet, static_cast<lxw_row_t>(m_row), static_cast<lxw_col_t>(m_column),
                                        written.toUtf8().constData(), format));
}

void SheetWriter::writeNumber(double number, const QString &shown, lxw_format *format)
{
    place();
    int &width = m_widths[static_cast<size_t>(m_column)];
    width = std::max(width, static_cast<int>(shown.size()) + paddingOfColumn);
    m_book.check(worksheet_write_number(m_sheet, static_cast<lxw_row_t>(m_row), static_cast<lxw_col_t>(m_column),
                                        number, format));
    ++m_column;
}

void SheetWriter::number(qint64 number)
{
    writeNumber(static_cast<double>(number), QString::number(number), format(m_column));
}

void SheetWriter::number(const SheetNumber &number)
{
    const double shown = number.isPercentage ? number.value * 100 : number.value;
    writeNumber(number.value, QString::number(shown, 'f', number.decimals) + u"%+"_s,
                m_book.m_formats->ofNumber(number, m_isTotal));
}

void SheetWriter::fraction(qint64 numerator, qint64 denominator)
{
    if (denominator == 0)
        text({});
    else
        writeNumber(static_cast<double>(numerator) / static_cast<double>(denominator), u"100.0%"_s, format(m_column));
}

void SheetWriter::day(QDate day)
{
    const QString shown = day.toString(Qt::ISODate);
    if (const auto count = dayCount(day))
        writeNumber(*count, shown, format(m_column));
    else
        text(shown);
}

void SheetWriter::moment(const QDateTime &wallTime)
{
    const QString shown = wallTime.toString(u"yyyy-MM-dd HH:mm:ss");
    if (const auto count = dayCount(wallTime.date(), wallTime.time()))
        writeNumber(*count, shown, format(m_column));
    else
        text(shown);
}

void SheetWriter::skip(int cells)
{
    m_column += cells;
}

// Rows without a height are made as high as their text by Excel, but not by every program: LibreOffice takes one line.
void SheetWriter::setHeight()
{
    const bool isToFill = std::ranges::any_of(m_layout.columns, [](const SheetColumn &column) {
        return column.kind == SheetColumn::Kind::LongText && column.unlocked;
    });
    const int lines = std::min(std::max(m_lines, isToFill ? leastToFill : 1), tallestRow);
    m_lines = 1;
    if (lines > 1)
        m_book.check(worksheet_set_row(m_sheet, static_cast<lxw_row_t>(m_row), lines * lineHeight, nullptr));
}

void SheetWriter::endRow()
{
    setHeight();
    ++m_row;
    m_column = 0;
}

void SheetWriter::finish(int number)
{
    if (m_layout.columns.isEmpty())
        return;
    setColumns();
    makeTable(number);
    worksheet_freeze_panes(m_sheet, 1, static_cast<lxw_col_t>(m_layout.frozenColumns));
    setPages();
    if (m_layout.isProtected) {
        lxw_protection allowed{};
        allowed.format_columns = 1;
        allowed.format_rows = 1;
        allowed.sort = 1;
        allowed.autofilter = 1;
        worksheet_protect(m_sheet, nullptr, &allowed);
    }
    if (m_layout.isHidden)
        worksheet_hide(m_sheet);
}

void SheetWriter::makeTable(int number)
{
    const qint64 rows = m_row - (m_isTotal ? 1 : 0);
    if (rows < 2)
        return; // a table has a row
    const auto last = static_cast<lxw_col_t>(m_layout.columns.size() - 1);
    QSet<QString> headings;
    for (const SheetColumn &column : m_layout.columns)
        headings.insert(column.heading.toLower());
    // In a table each heading stands once; else its columns have filters at least.
    if (headings.size() < m_layout.columns.size() || headings.contains(QString())) {
        m_book.check(worksheet_autofilter(m_sheet, 0, 0, static_cast<lxw_row_t>(rows - 1), last));
        return;
    }
    QList<QByteArray> texts;
    for (const SheetColumn &column : m_layout.columns)
        texts.append(escapedCellText(column.heading).toUtf8());
    std::vector<lxw_table_column> columns(static_cast<size_t>(m_layout.columns.size()));
    std::vector<lxw_table_column *> pointers;
    for (size_t i = 0; i < columns.size(); ++i) {
        columns[i].header = texts[static_cast<qsizetype>(i)].data();
        columns[i].header_format = m_book.m_formats->heading;
        pointers.push_back(&columns[i]);
    }
    pointers.push_back(nullptr);
    QByteArray name = "Table" + QByteArray::number(number);
    lxw_table_options options{};
    options.name = name.data();
    options.style_type = LXW_TABLE_STYLE_TYPE_LIGHT;
    options.style_type_number = 1;
    options.columns = pointers.data();
    m_book.check(worksheet_add_table(m_sheet, 0, 0, static_cast<lxw_row_t>(rows - 1), last, &options));
}

int SheetWriter::widthInSheet(int column) const
{
    const int given = m_layout.columns[column].width;
    return given > 0 ? given : std::clamp(m_widths[static_cast<size_t>(column)], narrowestColumn, widestColumn);
}

void SheetWriter::setColumns()
{
    const qint64 lastRow = std::min(m_row - 1 + m_layout.rowsToFill, mostSheetRows - 1);
    for (int i = 0; i < m_layout.columns.size(); ++i) {
        const SheetColumn &column = m_layout.columns[i];
        const auto place = static_cast<lxw_col_t>(i);
        lxw_row_col_options options{};
        options.hidden = column.hidden ? 1 : 0;
        m_book.check(worksheet_set_column_opt(m_sheet, place, place, widthInSheet(i), format(i), &options));
        if (column.choices.isEmpty() || lastRow < 1)
            continue;
        QByteArray range = m_book.rangeOf(column.choices).toUtf8();
        QByteArray title = "请从列表中选择";
        QByteArray message = "此列只能填写下拉列表中的内容。";
        lxw_data_validation rule{};
        rule.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
        rule.value_formula = range.data();
        rule.error_title = title.data();
        rule.error_message = message.data();
        m_book.check(worksheet_data_validation_range(m_sheet, 1, place, static_cast<lxw_row_t>(lastRow), place, &rule));
    }
}

void SheetWriter::setPages()
{
    worksheet_set_landscape(m_sheet);
    worksheet_set_paper(m_sheet, WorkbookWriter::Formats::a4);
    m_book.check(worksheet_repeat_rows(m_sheet, 0, 0));
    int width = 0;
    for (int column = 0; column < m_layout.columns.size(); ++column)
        width += m_layout.columns[column].hidden ? 0 : widthInSheet(column);
    if (width <= widestPage) {
        worksheet_fit_to_pages(m_sheet, 1, 0);
    } else { // pages side by side: made to fit one it could not be read
        worksheet_set_print_scale(m_sheet, leastScale);
        const auto last = static_cast<lxw_col_t>(std::max(m_layout.frozenColumns - 1, 0));
        m_book.check(worksheet_repeat_columns(m_sheet, 0, last));
    }
    const QString footer =
        u"&L%1&C第 &P 页　共 &N 页&R%2"_s.arg(footerText(m_layout.footerLeft), footerText(m_layout.footerRight));
    m_book.check(worksheet_set_footer(m_sheet, footer.toUtf8().constData()));
}

} // namespace huiyin
