// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAbstractItemView;
class QHeaderView;
class QTableView;
class QTreeView;

namespace huiyin {

// The look that all tables of the window share: rows of 32 pixels, hairlines, whole rows chosen, headings to the left,
// no focus frame around single cells, Ctrl+C copies the chosen rows with tabs between the cells.
void setUpTable(QTableView *table);
void setUpTree(QTreeView *tree);
// Each column as wide as its words and its heading; `stretched` takes the rest. To be called when the rows are there.
void fitColumns(QAbstractItemView *view, QHeaderView *header, int stretched);

} // namespace huiyin
