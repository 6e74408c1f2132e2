// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/ReviewText.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

// The cells of a line of a table: at least two, each with its place.
ReviewRow rowOf(const QString &line, int number)
{
    static const QRegularExpression gap(u"\\s*\\|\\s*|\\t+ *| {2,}|　{2,}"_s);
    ReviewRow row{.line = number};
    qsizetype from = 0;
    const auto append = [&](qsizetype to) {
        const QString cell = line.mid(from, to - from).trimmed();
        if (!cell.isEmpty()) {
            row.cells.append(cell);
            row.columns.append(static_cast<int>(from));
        }
    };
    auto match = gap.globalMatch(line);
    while (match.hasNext()) {
        const auto one = match.next();
        append(one.capturedStart());
        from = one.capturedEnd();
    }
    append(line.size());
    return row;
}

// A row of a table is short, and no sentence.
bool mayBeRow(const ReviewRow &row)
{
    return row.cells.size() >= 2 && std::ranges::none_of(row.cells, [](const QString &cell) {
               return cell.size() > 40 || cell.contains(u'。') || cell.contains(u'；');
           });
}

} // namespace

bool ReviewText::isInTable(int line) const
{
    return std::ranges::any_of(tables, [line](const ReviewTable &table) {
        return std::ranges::any_of(table.rows, [line](const ReviewRow &row) { return row.line == line; });
    });
}

ReviewText reviewTextOf(const QString &text)
{
    ReviewText result;
    QString plain = text;
    plain.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n').replace(QChar::LineSeparator, u'\n');
    plain.replace(QChar::ParagraphSeparator, u'\n');
    result.lines = plain.split(u'\n');
    ReviewTable table;
    const auto finish = [&] {
        if (table.rows.size() >= 3) // a heading and two rows
            result.tables.append(table);
        table = {};
    };
    for (int i = 0; i < result.lines.size(); ++i) {
        ReviewRow row = rowOf(result.lines[i], i);
        // The last row of a folded table is shorter; a heading tells how many columns there are.
        if (mayBeRow(row) && (table.rows.isEmpty() || row.cells.size() <= table.rows.first().cells.size()))
            table.rows.append(row);
        else
            finish();
    }
    finish();
    return result;
}

} // namespace huiyin
