// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/TableReader.h"

#include "domain/FormulaGuard.h"
#include "domain/ItemList.h"
#include "domain/Text.h"
#include "exchange/TableSource.h"
#include "spreadsheet/CellText.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr int rowsBetweenProgress = 500;

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

// 1.38E+10: a long number that a spreadsheet has rounded. Without its + only where digits alone make sense.
bool isScientific(QStringView text, bool plusRequired)
{
    const qsizetype e = text.indexOf(u'E', 0, Qt::CaseInsensitive);
    if (e < 1)
        return false;
    const QStringView mantissa = text.first(e);
    QStringView exponent = text.sliced(e + 1);
    if (exponent.startsWith(u'+'))
        exponent = exponent.sliced(1);
    else if (plusRequired)
        return false;
    return !exponent.isEmpty() && exponent.size() <= 3 && isDigit(mantissa.front()) && mantissa.count(u'.') <= 1
           && std::ranges::all_of(mantissa, [](QChar c) { return isDigit(c) || c == u'.'; })
           && std::ranges::all_of(exponent, isDigit);
}

// 43870.35: a spreadsheet's count of days, which it shows as a date.
bool isDayNumber(QStringView text)
{
    const QStringView days = text.first(std::min<qsizetype>(5, text.size()));
    const QStringView rest = text.sliced(days.size());
    return days.size() == 5 && std::ranges::all_of(days, isDigit)
           && (rest.isEmpty() || (rest.startsWith(u'.') && std::ranges::all_of(rest.sliced(1), isDigit)));
}

QDateTime toSecond(const QDateTime &at)
{
    return at.addMSecs(-(at.toMSecsSinceEpoch() % 1000));
}

QStringList headingsIn(RowSource &reader)
{
    QStringList headings;
    bool any = reader.next();
    while (any && reader.isBlank() && !reader.fault())
        any = reader.next();
    if (any) {
        for (int i = 0; i < reader.fieldCount(); ++i)
            headings.append(cleanHeading(reader.field(i)));
    }
    return headings;
}

} // namespace

TableReader::TableReader(ImportContext &context, const TableSource &source, const Table &table)
    : m_context(context)
    , m_fileName(source.fileName())
    , m_sheetName(source.sheetName())
    , m_table(table)
    , m_rows(openRows(source, context.progress()))
    , m_places(table.columns.size(), -1)
{
}

bool TableReader::readHeading()
{
    m_headings = headingsIn(*m_rows);
    const qint64 headingLine = std::max<qint64>(line(), 1);
    const auto headingError = [this, headingLine](const QString &column, const QString &message) {
        m_context.error(
            {.file = m_fileName, .sheet = m_sheetName, .line = headingLine, .column = column, .message = message});
    };
    if (m_headings.isEmpty()) {
        headingError({}, m_sheetName.isEmpty() ? tr("The file is empty. Its first line names the columns.")
                                               : tr("The sheet is empty. Its first row names the columns."));
        return false;
    }
    if (const auto fault = m_rows->fault()) {
        reportFault(*fault);
        return false;
    }
    bool usable = true;
    const QStringList words = m_headings;
    for (int i = 0; i < words.size(); ++i) {
        const QString &heading = words[i];
        if (const QString title = m_rows->title(i); !title.isEmpty())
            m_headings[i] = title; // what the user sees in the file
        const auto column = m_table.columnOf(heading);
        if (!column) {
            if (!heading.isEmpty())
                m_context.notice(tr("%1: the column “%2” is not known and was passed over.").arg(placeOf(0), heading));
            continue;
        }
        int &place = m_places[static_cast<size_t>(*column)];
        if (place >= 0) {
            headingError(heading, tr("The heading names this column twice."));
            usable = false;
        }
        place = i;
    }
    const bool otherSeparator = m_sheetName.isEmpty() && m_headings.size() == 1
                                && (m_headings.first().contains(u';') || m_headings.first().contains(u' '));
    for (int column = 0; column < static_cast<int>(m_table.columns.size()); ++column) {
        const Column &wanted = m_table.columns[static_cast<size_t>(column)];
        if (wanted.use != Column::Use::Required || has(column))
            continue;
        usable = false;
        const QString label = QString::fromUtf16(wanted.label);
        headingError(m_table.columnName(column),
                     otherSeparator ? tr("The column (%1) is missing. The columns of the file seem to be parted by "
                                         "something else than commas: save it as “CSV UTF-8”.")
                                          .arg(label)
                                    : tr("The column (%1) is missing, and every row needs it.").arg(label));
    }
    return usable;
}

bool TableReader::next()
{
    std::optional<RowFault> fault;
    do {
        if (--m_untilProgress < 0) {
            m_untilProgress = rowsBetweenProgress;
            m_context.advance(m_fileName, m_rows->bytesRead());
        }
        if (!m_rows->next()) {
            if (const QString notice = m_rows->notice(); !notice.isEmpty())
                m_context.notice(placeOf(0) + u": "_s + notice);
            return false;
        }
        fault = m_rows->fault();
    } while (m_rows->isBlank() && !fault);
    m_inError = false;
    m_broken = false;
    if (fault) {
        reportFault(*fault);
        m_broken = true;
    } else if (m_rows->fieldCount() > m_headings.size()) {
        m_broken = true;
        m_context.error({.file = m_fileName, .sheet = m_sheetName, .line = line(), .message = tooManyFields()});
    }
    m_inError = m_broken;
    findFieldFaults();
    return true;
}

QString TableReader::tooManyFields() const
{
    if (m_sheetName.isEmpty()) {
        return tr("The row has %1 fields, and the heading has %2. A text with a comma in it must stand in quotation "
                  "marks.")
            .arg(m_rows->fieldCount())
            .arg(m_headings.size());
    }
    return tr("The cell %1 stands behind the last column that has a heading. Give its column one, or empty the cell.")
        .arg(cellName(m_rows->fieldCount() - 1, line()));
}

void TableReader::findFieldFaults()
{
    if (m_sheetName.isEmpty())
        return;
    for (int column = 0; column < static_cast<int>(m_places.size()); ++column) {
        const QString fault = has(column) ? m_rows->fieldFault(m_places[static_cast<size_t>(column)]) : QString();
        if (!fault.isEmpty())
            error(column, fault);
    }
}

void TableReader::reportFault(const RowFault &fault)
{
    const QString message =
        fault.line == line() ? fault.message : tr("In line %1: %2").arg(QString::number(fault.line), fault.message);
    const QString column = fault.column < m_headings.size() ? m_headings[fault.column] : QString();
    m_context.error({.file = m_fileName, .sheet = m_sheetName, .line = line(), .column = column, .message = message});
}

QString TableReader::heading(int column) const
{
    const int place = m_places[static_cast<size_t>(column)];
    return place >= 0 ? m_headings[place] : m_table.columnName(column);
}

void TableReader::error(int column, const QString &message)
{
    m_inError = true;
    m_context.error(
        {.file = m_fileName, .sheet = m_sheetName, .line = line(), .column = heading(column), .message = message});
}

bool TableReader::isEmpty(int column) const
{
    if (!m_sheetName.isEmpty() && has(column) && !m_rows->fieldFault(m_places[static_cast<size_t>(column)]).isEmpty())
        return false; // something is there, and was reported
    return std::ranges::all_of(cell(column), [](QChar c) {
        return c.isSpace() || c.category() == QChar::Other_Control || c == QChar(QChar::ByteOrderMark);
    });
}

QStringView TableReader::cell(int column) const
{
    const int place = m_places[static_cast<size_t>(column)];
    return place < 0 ? QStringView() : withoutGuard(m_rows->field(place));
}

QString TableReader::clean(int column, QStringView cell)
{
    if (cell.isEmpty())
        return {};
    const CleanText cleaned = cleanText(cell.toString());
    switch (cleaned.fault) {
    case CleanText::Fault::None:
        break;
    case CleanText::Fault::LoneSurrogate:
        error(column, tr("The text holds half a character."));
        break;
    case CleanText::Fault::Nul:
        error(column, tr("The text holds a NUL character. Save the file as “CSV UTF-8” and import that."));
        break;
    case CleanText::Fault::BidiOverride:
        error(column, tr("The text holds a character that turns the direction of writing. Remove it."));
        break;
    }
    return cleaned.text;
}

QString TableReader::text(int column)
{
    return clean(column, cell(column));
}

QString TableReader::name(int column)
{
    return clean(column, cell(column)).simplified();
}

QString TableReader::key(int column)
{
    const QString key = reference(column);
    if (isEmpty(column))
        error(column, tr("The cell is empty, and every row needs it."));
    return key;
}

QString TableReader::reference(int column)
{
    const QString text = name(column);
    if (isScientific(text, true)) {
        error(column,
              tr("“%1” is a number that the spreadsheet has rounded. Format the column as text, enter the number "
                 "again and save the file.")
                  .arg(text));
    }
    return text;
}

QString TableReader::phone(int column)
{
    const QString text = halfWidth(clean(column, cell(column)));
    if (isScientific(text, false)) {
        error(column,
              tr("“%1” is a telephone number that the spreadsheet has rounded. Format the column as text, enter "
                 "the number again and save the file.")
                  .arg(text));
    }
    return text;
}

std::optional<QDateTime> TableReader::time(int column)
{
    const QStringView text = cell(column).trimmed();
    if (text.isEmpty())
        return std::nullopt;
    const auto time = m_context.zone.parse(text);
    if (!time && !isEmpty(column)) {
        error(column,
              isDayNumber(text)
                  ? tr("“%1” is a spreadsheet's day number. Format the column as a date and time and save the file.")
                        .arg(text)
                  : tr("“%1” is not a time. Write it as 2020-02-09 08:31.").arg(text));
    }
    return time;
}

std::optional<QDate> TableReader::date(int column)
{
    const QStringView text = cell(column).trimmed();
    if (text.isEmpty())
        return std::nullopt;
    if (const auto wall = parseWallTime(text))
        return wall->date;
    error(column, tr("“%1” is not a date. Write it as 2020-02-09.").arg(text));
    return std::nullopt;
}

std::optional<bool> TableReader::boolean(int column)
{
    const QString text = halfWidth(name(column)).toLower();
    if (text.isEmpty())
        return std::nullopt;
    if (text == u"1" || text == u"true" || text == u"是")
        return true;
    if (text == u"0" || text == u"false" || text == u"否")
        return false;
    noWord(column, text, {u"1"_s, u"0"_s, u"true"_s, u"false"_s, u"是"_s, u"否"_s});
    return std::nullopt;
}

QStringList TableReader::list(int column)
{
    QStringList items = name(column).replace(u'；', u';').split(u';', Qt::SkipEmptyParts);
    for (QString &item : items)
        item = item.trimmed();
    items.removeAll(QString());
    return items;
}

void TableReader::readText(int column, QString &value)
{
    if (has(column))
        value = text(column);
}

void TableReader::readPhone(int column, QString &value)
{
    if (has(column))
        value = phone(column);
}

void TableReader::readReference(int column, QString &value)
{
    if (has(column))
        value = reference(column);
}

void TableReader::readTime(int column, std::optional<QDateTime> &value)
{
    if (!has(column))
        return;
    const auto told = time(column);
    if (!told || !value || toSecond(*value) != *told)
        value = told;
}

void TableReader::readRequiredTime(int column, QDateTime &value)
{
    const auto told = time(column);
    if (told && (!value.isValid() || toSecond(value) != *told))
        value = *told;
    if (!told && isEmpty(column))
        error(column, tr("The cell is empty, and every row needs it."));
}

void TableReader::noWord(int column, const QString &cell, const QStringList &words)
{
    error(column, tr("“%1” is none of the words for this column: %2.").arg(cell, joinedItems(words)));
}

void TableReader::checkOrder(const std::optional<QDateTime> &earlier, const std::optional<QDateTime> &later, int column,
                             const QString &message)
{
    if (!earlier || !later || *later >= *earlier)
        return;
    const QDateTime local = m_context.zone.toLocal(*later);
    const bool bareDate = local.time() == QTime(0, 0) && local.date() == m_context.zone.day(*earlier);
    error(column, bareDate ? tr("%1 A date without a time is 00:00.").arg(message) : message);
}

} // namespace huiyin
