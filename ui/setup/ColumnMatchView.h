// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/ForeignSheet.h"
#include "exchange/SheetGlance.h"

#include <QTreeView>

class QComboBox;
class QLineEdit;
class QStandardItem;
class QStandardItemModel;

namespace huiyin {

QString columnLabel(const Table &table, int column); // as a reader of this language calls it

// The columns of our tables, a row for each, and what of another program's sheet fills it: columns, a text that is the same
// in every row, or both.
class ColumnMatchView : public QTreeView
{
    Q_OBJECT

public:
    explicit ColumnMatchView(QWidget *parent = nullptr);

    // What can be chosen from, and the tables that the rows are read as. Nothing is matched then.
    void setSheet(const SheetGlance &glance, const QList<TableKind> &kinds);
    void showProfile(const SheetProfile &profile); // of it, what this sheet has
    // Without the words; tables of which the sheet tells nothing are left out.
    [[nodiscard]] QList<TableMatch> matches() const;
    [[nodiscard]] QStringList headings() const { return m_headings; } // of the sheet
    [[nodiscard]] QStringList unusedHeadings() const;

Q_SIGNALS:
    void changed();

private:
    // One column of ours, and the widgets that say what fills it.
    struct Line
    {
        TableKind kind = TableKind::Tickets;
        int column = 0;
        QComboBox *headings = nullptr;
        QLineEdit *fixed = nullptr;
        QStandardItem *example = nullptr;
        QStringList chosen{}; // by the combo, for when several were to be chosen and weren't
    };

    void chooseSeveral(qsizetype line);
    void setHeadings(qsizetype line, const QStringList &headings);
    [[nodiscard]] QStringList headingsOf(const Line &line) const;
    void tellChange();

    SheetGlance m_glance;
    QList<TableKind> m_kinds;
    QStringList m_headings;
    QList<Line> m_lines;
    QStandardItemModel *m_model;
};

} // namespace huiyin
