// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/ReviewText.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

// The cells of a line of a table, each with its place. Between tabs and bars a cell may be blank, unless several tabs
// stand for one (`merged`); wide gaps are made by hand.
ReviewRow rowOf(const QString &line, int number, bool merged)
{
    static const QRegularExpression gap(u"\\s*\\|\\s*|\\t| {2,}|　{2,}"_s);
    static const QRegularExpression edges(u"^\\s*\\||\\|\\s*$"_s);
    QString plain = line;
    auto edge = edges.globalMatch(line); // | 单位 | 件数 |
    while (edge.hasNext()) {
        const auto one = edge.next();
        plain.replace(one.capturedStart(), one.capturedLength(), QString(one.capturedLength(), u' '));
    }
    ReviewRow row{.line = number};
    qsizetype from = 0;
    const auto append = [&](qsizetype to, bool blank) {
        const QString cell = plain.mid(from, to - from).trimmed();
        if (!cell.isEmpty() || blank) {
            row.cells.append(cell);
            row.columns.append(static_cast<int>(from));
        }
    };
    auto match = gap.globalMatch(plain);
    while (match.hasNext()) {
        const auto one = match.next();
        const QString sign = one.captured().trimmed();
        append(one.capturedStart(), !merged && (sign == u"|" || one.captured() == u"\t"));
        from = one.capturedEnd();
    }
    append(plain.size(), false);
    while (!row.cells.isEmpty() && row.cells.last().isEmpty()) {
        row.cells.removeLast();
        row.columns.removeLast();
    }
    return row;
}

// How wide it stands on paper: a Chinese character takes two places.
int widthOf(QStringView text)
{
    int width = 0;
    for (const QChar c : text)
        width += c.unicode() >= 0x1100 || c == u'“' || c == u'”' ? 2 : 1;
    return width;
}

// A row of columns that gaps part, where cells to the left are blank: each stands below the heading at which it begins.
void placeBelow(ReviewRow &row, const QString &line, const ReviewRow &head, const QString &headLine)
{
    if (row.cells.size() >= head.cells.size() || line.contains(u'\t') || line.contains(u'|'))
        return;
    QStringList cells;
    QList<int> columns;
    qsizetype cell = 0;
    for (qsizetype i = 0; i < head.cells.size() && cell < row.cells.size(); ++i) {
        const int start = static_cast<int>(line.indexOf(row.cells[cell], row.columns[cell]));
        const int headStart = static_cast<int>(headLine.indexOf(head.cells[i], head.columns[i]));
        const bool below = widthOf(QStringView(line).first(start)) == widthOf(QStringView(headLine).first(headStart));
        cells.append(below ? row.cells[cell] : QString());
        columns.append(below ? row.columns[cell] : start);
        cell += below ? 1 : 0;
    }
    if (cell < row.cells.size())
        return; // not aligned so
    row.cells = cells;
    row.columns = columns;
}

// A row of a table is short, and no sentence. Within a table one cell may be all: 县直部门, and blanks.
bool mayBeRow(const ReviewRow &row, const QString &line, bool inTable)
{
    const auto filled = std::ranges::count_if(row.cells, [](const QString &cell) { return !cell.isEmpty(); });
    return (filled >= 2 || (filled == 1 && inTable && (line.contains(u'\t') || line.contains(u'|'))))
           && std::ranges::none_of(row.cells, [](const QString &cell) {
                  return cell.size() > 40 || cell.contains(u'。') || cell.contains(u'；');
              });
}

} // namespace

QList<bool> ReviewText::linesInTables() const
{
    QList<bool> inTable(lines.size(), false);
    for (const ReviewTable &table : tables) {
        for (const ReviewRow &row : table.rows)
            inTable[row.line] = true;
    }
    return inTable;
}

ReviewText reviewTextOf(const QString &text)
{
    ReviewText result;
    QString plain = text;
    plain.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n').replace(QChar::LineSeparator, u'\n');
    plain.replace(QChar::ParagraphSeparator, u'\n');
    result.lines = plain.split(u'\n');
    ReviewTable table;
    bool merged = false;
    const auto finish = [&] {
        if (table.rows.size() >= 3) // a heading and two rows
            result.tables.append(table);
        table = {};
    };
    for (int i = 0; i < result.lines.size(); ++i) {
        const QString &line = result.lines[i];
        if (table.rows.isEmpty()) // a heading has no blanks
            merged = rowOf(line, i, false).cells.contains(QString());
        ReviewRow row = rowOf(line, i, merged);
        if (!table.rows.isEmpty())
            placeBelow(row, line, table.rows.first(), result.lines[table.rows.first().line]);
        // Another table begins at once: 渠道 件数 占比, and 类别 件数 占比 below its total.
        if (!table.rows.isEmpty() && row.cells.size() > 1 && row.cells.sliced(1) == table.rows.first().cells.sliced(1))
            finish();
        if (table.rows.isEmpty())
            table.mayLackCells = merged || !(line.contains(u'\t') || line.contains(u'|'));
        // The last row of a folded table is shorter; a heading tells how many columns there are.
        if (mayBeRow(row, line, !table.rows.isEmpty())
            && (table.rows.isEmpty() || row.cells.size() <= table.rows.first().cells.size()))
            table.rows.append(row);
        else
            finish();
    }
    finish();
    return result;
}

} // namespace huiyin
