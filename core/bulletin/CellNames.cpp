// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/CellNames.h"

#include <algorithm>

namespace huiyin {

namespace {

// 序号 and counts are no names.
bool isWord(const BulletinSpan &cell)
{
    return !cell.figure && std::ranges::any_of(cell.text, [](QChar c) { return c.isLetter(); });
}

} // namespace

QString cellName(const BulletinTable &table, qsizetype row, qsizetype column)
{
    const QList<BulletinSpan> cells = table.rows.value(row);
    const QStringList keys = hasKeys(table) ? table.cellKeys[row] : QStringList();
    QString nearest;
    for (qsizetype i = 0; i <= std::min(column, cells.size() - 1); ++i) {
        if (keys.value(i) != keys.value(column)) // of the table beside it
            continue;
        if (isWord(cells[i])) {
            if (!keys.isEmpty()) // the first; behind it there may be a remark
                return cells[i].text;
            nearest = i < column || nearest.isEmpty() ? cells[i].text : nearest;
        }
    }
    if (!nearest.isEmpty() || cells.isEmpty())
        return nearest;
    // 12345 is the name of a channel.
    for (qsizetype i = std::min(column, cells.size()) - 1; i >= 0; --i) {
        if (!cells[i].figure && !cells[i].text.isEmpty() && keys.value(i) == keys.value(column))
            return cells[i].text;
    }
    return {};
}

QString cellKey(const BulletinTable &table, qsizetype row, qsizetype column)
{
    const QString key = hasKeys(table) ? table.cellKeys.value(row).value(column) : QString();
    return key.isEmpty() ? cellName(table, row, column) : key;
}

bool hasKeys(const BulletinTable &table)
{
    return !table.rows.isEmpty() && table.cellKeys.size() == table.rows.size();
}

} // namespace huiyin
