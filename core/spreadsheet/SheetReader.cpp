// SPDX-License-Identifier: GPL-3.0-or-later
#include "spreadsheet/SheetReader.h"

#include "spreadsheet/PartXml.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Spreadsheet)
};

using Kind = SheetCell::Kind;

constexpr qsizetype mostMerged = 100'000;
constexpr double mostExactDigits = 1e15; // a spreadsheet keeps fifteen

// A number as a person would type it. A longer one has been rounded already, which its form tells.
QString numberText(double number)
{
    if (std::abs(number) >= mostExactDigits)
        return QString::number(number, 'E', 14);
    if (number == std::floor(number))
        return QString::number(static_cast<qint64>(number));
    return QString::number(number, 'g', QLocale::FloatingPointShortest).contains(u'e')
               ? QString::number(number, 'f', QLocale::FloatingPointShortest)
               : QString::number(number, 'g', QLocale::FloatingPointShortest);
}

QDateTime toSecond(const QDateTime &moment)
{
    const QDateTime later = moment.addMSecs(500);
    return later.addMSecs(-later.time().msec());
}

QString timeText(QTime time)
{
    return time.toString(time.second() == 0 ? u"HH:mm" : u"HH:mm:ss");
}

} // namespace

SheetReader::SheetReader(Workbook &workbook, qsizetype sheet, const Progress &progress)
    : m_workbook(workbook)
    , m_covered(static_cast<size_t>(workbook.m_limits.columns))
    , m_cells(static_cast<size_t>(workbook.m_limits.columns))
{
    const QString part = workbook.m_sheets[sheet].part;
    workbook.needStrings(progress);
    findMerged(part);
    m_xml = std::make_unique<PartXml>(workbook.m_package, part);
    if (!m_xml->next() || m_xml->name() != u"worksheet")
        m_xml->fail(Text::tr("it holds no cells"));
}

SheetReader::~SheetReader() = default;

// Merged cells are told behind the rows. Most sheets have none, and those are told from the bytes alone.
void SheetReader::findMerged(const QString &part)
{
    const QByteArray word = QByteArrayLiteral("mergeCell");
    bool any = false;
    {
        const auto bytes = m_workbook.m_package.open(part);
        QByteArray tail;
        for (QByteArray block = bytes->read(65536); !block.isEmpty() && !any; block = bytes->read(65536)) {
            tail += block;
            any = tail.contains(word);
            tail = tail.last(std::min<qsizetype>(tail.size(), word.size()));
        }
    }
    if (!any)
        return;
    PartXml xml(m_workbook.m_package, part);
    while (xml.next()) {
        if (!xml.isStart())
            continue;
        if (xml.name() == u"sheetData") {
            xml.skip();
            continue;
        }
        if (xml.name() != u"mergeCell")
            continue;
        const auto range = cellRange(xml.attribute(u"ref"));
        if (!range || m_merged.size() == mostMerged)
            xml.fail(Text::tr("its merged cells can't be read"));
        if (range->to.row > range->from.row && range->from.column < m_workbook.m_limits.columns)
            m_merged.append(*range);
    }
    std::ranges::stable_sort(m_merged, {}, [](const CellRange &range) { return range.from.row; });
}

const SheetCell &SheetReader::cell(int column) const
{
    static const SheetCell empty;
    return column < 0 || column >= m_used ? empty : m_cells[static_cast<size_t>(column)];
}

bool SheetReader::isBlank() const
{
    return std::ranges::all_of(m_cells.begin(), m_cells.begin() + m_used, [](const SheetCell &cell) {
        return cell.kind == Kind::Empty || (cell.kind == Kind::Text && QStringView(cell.text).trimmed().isEmpty());
    });
}

qint64 SheetReader::bytesRead() const
{
    return m_xml->bytesRead();
}

bool SheetReader::next()
{
    m_xml->setPlace({});
    while (m_xml->next()) {
        if (m_xml->name() == u"sheetData") {
            m_inRows = m_xml->isStart();
            continue;
        }
        if (!m_xml->isStart())
            continue;
        if (!m_inRows || m_xml->name() != u"row") {
            m_xml->skip();
            continue;
        }
        readRow();
        return true;
    }
    return false;
}

void SheetReader::readRow()
{
    for (int column = 0; column < m_used; ++column)
        m_cells[static_cast<size_t>(column)] = {};
    m_used = 0;
    const QString number = m_xml->attribute(u"r");
    const qint64 row = number.isEmpty() ? m_row + 1 : number.toLongLong();
    m_xml->setPlace(cellName(0, row));
    if (row <= m_row)
        m_xml->fail(Text::tr("its rows are not in order"));
    if (row > mostSheetRows)
        m_xml->fail(Text::tr("it has more rows than a sheet can"));
    m_row = row;
    const int own = m_xml->depth();
    int column = -1;
    while (m_xml->next() && m_xml->depth() >= own) {
        if (!m_xml->isStart())
            continue;
        if (m_xml->name() != u"c") {
            m_xml->skip();
            continue;
        }
        const QString name = m_xml->attribute(u"r");
        const auto place = name.isEmpty() ? CellPlace{.column = column + 1, .row = row} : cellPlace(name);
        if (!place || place->row != row || place->column <= column)
            m_xml->fail(Text::tr("its cells are not in order"));
        column = place->column;
        readCell(column);
    }
    cover();
}

void SheetReader::readCell(int column)
{
    // Taken before the elements within are read.
    const QString type = m_xml->attribute(u"t");
    const QString styleText = m_xml->attribute(u"s");
    const qsizetype style = styleText.isEmpty() ? 0 : styleText.toInt();
    m_xml->setPlace(cellName(column, m_row));
    const int own = m_xml->depth();
    QString value;
    bool hasValue = false;
    bool hasFormula = false;
    bool isInline = false;
    while (m_xml->next() && m_xml->depth() >= own) {
        if (!m_xml->isStart())
            continue;
        if (m_xml->name() == u"v") {
            value = m_xml->text();
            hasValue = true;
        } else if (m_xml->name() == u"is") {
            value = richText(*m_xml, m_workbook.m_limits.cellText);
            isInline = true;
        } else {
            hasFormula = hasFormula || m_xml->name() == u"f";
            m_xml->skip();
        }
    }
    if (value.size() > m_workbook.m_limits.cellText)
        m_xml->fail(Text::tr("a text is longer than 1 MB"));
    SheetCell cell;
    if (isInline || type == u"inlineStr")
        cell = {.kind = value.isEmpty() ? Kind::Empty : Kind::Text, .text = value};
    else if (hasValue)
        set(cell, type, value, style);
    else if (hasFormula)
        cell = {.kind = Kind::Uncounted};
    if (cell.kind == Kind::Empty)
        return;
    if (column >= m_workbook.m_limits.columns)
        m_xml->fail(Text::tr("it has more than %1 columns").arg(m_workbook.m_limits.columns));
    m_cells[static_cast<size_t>(column)] = std::move(cell);
    m_used = column + 1;
}

void SheetReader::set(SheetCell &cell, const QString &type, const QString &value, qsizetype style)
{
    const auto setText = [&cell](const QString &text) {
        cell = {.kind = text.isEmpty() ? Kind::Empty : Kind::Text, .text = text};
    };
    if (type == u"s") {
        bool ok = false;
        const qlonglong index = value.trimmed().toLongLong(&ok);
        if (!ok || index < 0 || index >= m_workbook.m_strings.size())
            m_xml->fail(Text::tr("a cell points to a text that the file doesn't hold"));
        setText(m_workbook.m_strings.at(index));
        m_text += cell.text.size();
        if (m_text > m_workbook.m_limits.sheetText)
            m_xml->fail(Text::tr("its cells hold more text than a sheet can"));
    } else if (type == u"str") {
        setText(unescapedCellText(value));
    } else if (type == u"b") {
        const bool isTrue = value.trimmed() == u"1" || value.trimmed() == u"true";
        cell = {.kind = Kind::Boolean, .text = isTrue ? u"true"_s : u"false"_s, .number = isTrue ? 1.0 : 0.0};
    } else if (type == u"e") {
        cell = {.kind = Kind::Error, .text = value};
    } else if (type == u"d") {
        const QDateTime moment = QDateTime::fromString(value.trimmed(), Qt::ISODateWithMs);
        if (!moment.isValid())
            m_xml->fail(Text::tr("“%1” is no date").arg(value));
        const QDateTime wall = toSecond(QDateTime(moment.date(), moment.time(), Qt::UTC)); // into the next day, too
        cell = {.kind = Kind::DateTime,
                .text = wall.date().toString(Qt::ISODate) + u' ' + timeText(wall.time()),
                .moment = wall};
    } else if (type.isEmpty() || type == u"n") {
        if (!value.trimmed().isEmpty())
            setNumber(cell, value, style);
    } else {
        m_xml->fail(Text::tr("a cell is of an unknown kind"));
    }
}

void SheetReader::setNumber(SheetCell &cell, const QString &value, qsizetype style)
{
    bool ok = false;
    const double number = value.trimmed().toDouble(&ok);
    if (!ok || !std::isfinite(number))
        m_xml->fail(Text::tr("“%1” is no number").arg(value));
    cell = {.kind = Kind::Number, .text = numberText(number), .number = number};
    const NumberLook look = m_workbook.lookOfStyle(style);
    if (look == NumberLook::Number)
        return;
    const auto exact = dayTime(number, m_workbook.m_dayCount);
    if (!exact)
        return;
    const QDateTime moment = toSecond(*exact);
    if (number < 1 && look == NumberLook::Time) {
        cell.kind = Kind::Time;
        cell.text = timeText(moment.time());
        return;
    }
    const bool bareDate = look == NumberLook::Date && moment.time() == QTime(0, 0);
    cell.kind = bareDate ? Kind::Date : Kind::DateTime;
    cell.moment = *exact;
    cell.text = moment.date().toString(Qt::ISODate);
    if (!bareDate)
        cell.text += u' ' + timeText(moment.time());
}

void SheetReader::cover()
{
    const bool blank = isBlank();
    for (; m_nextMerged < m_merged.size() && m_merged[m_nextMerged].from.row <= m_row; ++m_nextMerged) {
        const CellRange &range = m_merged[m_nextMerged];
        if (range.from.row == m_row) // else its first row is not in the file: the cell is empty
            m_covered[static_cast<size_t>(range.from.column)] = {.until = range.to.row,
                                                                 .cell = cell(range.from.column)};
    }
    if (m_merged.isEmpty() || blank)
        return;
    for (size_t column = 0; column < m_covered.size(); ++column) {
        const Covered &covered = m_covered[column];
        if (covered.until < m_row || covered.cell.kind == Kind::Empty)
            continue;
        m_cells[column] = covered.cell;
        m_used = std::max(m_used, static_cast<int>(column) + 1);
    }
}

} // namespace huiyin
