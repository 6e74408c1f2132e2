// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/ReviewTextBuilder.h"

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

// What parts paragraphs and lines of a cell until it is known what the cell is.
constexpr QChar paragraphMark = u'\u2029';
constexpr QChar lineMark = u'\u2028';

// As the cell of a table, on one line.
QString cellText(const QString &text)
{
    QString cell;
    for (const QChar sign : text) {
        const bool isHan = !cell.isEmpty() && cell.back().script() == QChar::Script_Han;
        if (sign != lineMark || !isHan)
            cell += sign == lineMark || sign == paragraphMark ? u' ' : sign;
    }
    return cell.simplified();
}

bool isPage(const QString &text, bool isFirst)
{
    constexpr qsizetype longFirst = 80; // cells of a table's first column name something
    constexpr qsizetype longCell = 300;
    constexpr qsizetype manyParagraphs = 3;
    const qsizetype paragraphs = text.trimmed().count(paragraphMark) + text.trimmed().count(lineMark);
    return paragraphs > 0
           && ((isFirst && text.size() > longFirst) || (paragraphs >= manyParagraphs && text.size() > longCell));
}

} // namespace

void ReviewTextBuilder::flush()
{
    m_text.replace(lineMark, paragraphMark);
    for (const QString &paragraph : m_text.split(paragraphMark)) {
        if (const QString line = paragraph.trimmed(); !line.isEmpty())
            m_result.lines.append(line);
    }
    m_text.clear();
}

void ReviewTextBuilder::endParagraph()
{
    if (m_open.isEmpty())
        flush();
    else
        m_text += paragraphMark;
}

void ReviewTextBuilder::endLine()
{
    if (m_open.isEmpty())
        flush();
    else
        m_text += lineMark;
}

// The rows it had so far stay what they were: lines.
void ReviewTextBuilder::layOut(OpenTable &table)
{
    table.isLayout = true;
    if (!table.line.isEmpty())
        m_result.lines.append(table.line);
    table.line.clear();
    table.row = {};
    flush();
}

void ReviewTextBuilder::startTable()
{
    if (m_open.isEmpty())
        flush();
    else
        layOut(m_open.last());
    m_open.append(OpenTable{});
}

void ReviewTextBuilder::endTable()
{
    if (m_open.isEmpty())
        return;
    if (m_open.last().isCellOpen)
        endCell();
    endRow();
    const OpenTable table = m_open.takeLast();
    if (!table.isLayout && table.table.rows.size() >= 2)
        m_result.tables.append(table.table);
}

void ReviewTextBuilder::endCaption()
{
    if (!m_open.isEmpty() && m_open.last().row.cells.isEmpty())
        flush();
}

void ReviewTextBuilder::startRow()
{
    if (m_open.isEmpty())
        return;
    if (m_open.last().isCellOpen)
        endCell();
    endRow();
}

void ReviewTextBuilder::startCell()
{
    if (m_open.isEmpty())
        return;
    if (m_open.last().isCellOpen)
        endCell();
    m_text.clear(); // blanks between the tags
    m_open.last().isCellOpen = true;
}

void ReviewTextBuilder::endCell()
{
    if (m_open.isEmpty())
        return;
    OpenTable &table = m_open.last();
    table.isCellOpen = false;
    if (!table.isLayout && isPage(m_text, table.row.cells.isEmpty()))
        layOut(table);
    if (table.isLayout) {
        flush();
        return;
    }
    const QString cell = cellText(m_text);
    m_text.clear();
    if (!table.row.cells.isEmpty())
        table.line += u'\t';
    table.row.columns.append(static_cast<int>(table.line.size()));
    table.row.cells.append(cell);
    table.line += cell;
}

void ReviewTextBuilder::endRow()
{
    if (m_open.isEmpty() || m_open.last().row.cells.isEmpty())
        return;
    OpenTable &table = m_open.last();
    // Cells at the end that are blank: the last row of a folded table.
    while (!table.row.cells.isEmpty() && table.row.cells.last().isEmpty()) {
        table.row.cells.removeLast();
        table.row.columns.removeLast();
    }
    table.row.line = static_cast<int>(m_result.lines.size());
    m_result.lines.append(table.line);
    if (!table.row.cells.isEmpty())
        table.table.rows.append(table.row);
    table.row = {};
    table.line.clear();
}

ReviewText ReviewTextBuilder::finish()
{
    while (!m_open.isEmpty())
        endTable();
    flush();
    return m_result;
}

} // namespace huiyin
