// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/ColumnMatchView.h"

#include "controls/Panel.h"
#include "controls/TableLook.h"
#include "setup/ImportSection.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QSignalBlocker>
#include <QStandardItemModel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

enum ColumnsShown { OursShown, TheirsShown, FixedShown, ExampleShown };

} // namespace

QString columnLabel(const Table &table, int column)
{
    const Column &one = table.columns[static_cast<size_t>(column)];
    return QLocale().language() == QLocale::Chinese ? QString::fromUtf16(one.label) : table.columnName(column);
}

ColumnMatchView::ColumnMatchView(QWidget *parent)
    : QTreeView(parent)
    , m_model(new QStandardItemModel(this))
{
    setObjectName(u"setup.match.columns"_s);
    setAccessibleName(tr("Columns of the case file, and what fills them"));
    setModel(m_model);
    setSelectionMode(QAbstractItemView::NoSelection);
    setUpTree(this);
}

void ColumnMatchView::setSheet(const SheetGlance &glance, const QList<TableKind> &kinds)
{
    m_glance = glance;
    m_kinds = kinds;
    m_lines.clear();
    m_model->clear();
    m_model->setHorizontalHeaderLabels({tr("In the case file"), tr("Column of the sheet"),
                                        tr("The same in every row, or before it"), tr("For example")});
    m_headings = m_glance.headings;
    m_headings.removeAll(QString());
    for (const TableKind kind : m_kinds) {
        const Table &table = tableOf(kind);
        auto *group = new QStandardItem(tableLabel(table.nameText()));
        QFont bold = group->font();
        bold.setBold(true);
        group->setFont(bold);
        QList<QStandardItem *> groupRow{group};
        for (int i = 1; i < 4; ++i)
            groupRow.append(new QStandardItem(QString()));
        m_model->appendRow(groupRow);
        for (int column = 0; column < static_cast<int>(table.columns.size()); ++column) {
            const Column &one = table.columns[static_cast<size_t>(column)];
            if (one.use == Column::Use::IfAny)
                continue;
            const qsizetype line = m_lines.size();
            const QString label = columnLabel(table, column);
            QList<QStandardItem *> row{
                new QStandardItem(one.use == Column::Use::Required ? QString(label + u" *") : label)};
            for (int i = 1; i < 4; ++i)
                row.append(new QStandardItem(QString()));
            group->appendRow(row);
            const QString name = u"setup.match.%1.%2"_s.arg(table.nameText(), table.columnName(column));
            auto *combo = new QComboBox(this);
            combo->setObjectName(name);
            combo->setAccessibleName(label);
            combo->addItem(u"—"_s, QStringList());
            for (const QString &heading : std::as_const(m_headings))
                combo->addItem(heading, QStringList{heading});
            combo->addItem(tr("Several columns…"));
            auto *fixed = new QLineEdit(this);
            fixed->setObjectName(name + u".fixed"_s);
            fixed->setAccessibleName(tr("The same in every row: %1").arg(label));
            fixed->setFrame(false);
            setIndexWidget(row[TheirsShown]->index(), combo);
            setIndexWidget(row[FixedShown]->index(), fixed);
            m_lines.append(
                {.kind = kind, .column = column, .headings = combo, .fixed = fixed, .example = row[ExampleShown]});
            connect(combo, &QComboBox::activated, this, [this, line](int index) {
                if (index == m_lines[line].headings->count() - 1) {
                    setHeadings(line, m_lines[line].chosen); // until others are chosen
                    chooseSeveral(line);
                    return;
                }
                m_lines[line].chosen = headingsOf(m_lines[line]);
                tellChange();
            });
            connect(fixed, &QLineEdit::textChanged, this, &ColumnMatchView::tellChange);
        }
    }
    expandAll();
    const int widths[] = {180, 240, 230};
    for (int i = 0; i < 3; ++i)
        header()->resizeSection(i, widths[i]);
}

QStringList ColumnMatchView::headingsOf(const Line &line) const
{
    return line.headings->currentData().toStringList();
}

void ColumnMatchView::setHeadings(qsizetype line, const QStringList &headings)
{
    QComboBox *combo = m_lines[line].headings;
    int place = -1;
    for (int i = 0; i < combo->count() - 1; ++i) {
        if (combo->itemData(i).toStringList() == headings)
            place = i;
    }
    if (place < 0) {
        place = combo->count() - 1;
        combo->insertItem(place, headings.join(u" + "_s), headings);
    }
    combo->setCurrentIndex(place);
    m_lines[line].chosen = headings;
}

// Columns that are joined, in the order of the sheet.
void ColumnMatchView::chooseSeveral(qsizetype line)
{
    auto *dialog = new QDialog(this);
    dialog->setObjectName(u"setup.match.several"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Columns that are joined"));
    auto *list = new QListWidget(dialog);
    list->setObjectName(u"setup.match.several.list"_s);
    list->setAccessibleName(dialog->windowTitle());
    for (const QString &heading : std::as_const(m_headings)) {
        auto *item = new QListWidgetItem(heading, list);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(m_lines[line].chosen.contains(heading) ? Qt::Checked : Qt::Unchecked);
    }
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, dialog);
    auto *layout = new QVBoxLayout(dialog);
    layout->addWidget(list);
    layout->addWidget(buttons);
    dialog->resize(360, 420);
    connect(buttons, &QDialogButtonBox::accepted, dialog, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    connect(dialog, &QDialog::accepted, this, [this, list, line] {
        QStringList headings;
        for (int i = 0; i < list->count(); ++i) {
            if (list->item(i)->checkState() == Qt::Checked)
                headings.append(list->item(i)->text());
        }
        setHeadings(line, headings);
        tellChange();
    });
    dialog->open();
}

void ColumnMatchView::showProfile(const SheetProfile &profile)
{
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        const Line &line = m_lines[i];
        const TableMatch *table = profile.of(line.kind);
        const ColumnMatch *match = table ? table->of(line.column) : nullptr;
        QStringList headings = match ? match->headings : QStringList();
        headings.removeIf([this](const QString &heading) { return !m_glance.headings.contains(heading); });
        setHeadings(i, headings);
        const QSignalBlocker blocker(line.fixed);
        line.fixed->setText(match ? match->fixed : QString());
    }
    tellChange();
}

QList<TableMatch> ColumnMatchView::matches() const
{
    QList<TableMatch> tables;
    for (const TableKind kind : m_kinds) {
        TableMatch table{.kind = kind, .columns = {}};
        for (const Line &line : m_lines) {
            const QStringList headings = headingsOf(line);
            if (line.kind != kind || (headings.isEmpty() && line.fixed->text().isEmpty()))
                continue;
            ColumnMatch &match = table.at(line.column);
            match.headings = headings;
            match.fixed = line.fixed->text();
        }
        // Dispatches and follow-ups are there when the sheet tells the one thing that makes them.
        const bool tells = kind == TableKind::Dispatches  ? table.of(DispatchColumn::Department) != nullptr
                           : kind == TableKind::FollowUps ? table.of(FollowUpColumn::At) != nullptr
                                                          : true;
        if (tells)
            tables.append(table);
    }
    return tables;
}

QStringList ColumnMatchView::unusedHeadings() const
{
    QStringList unused = m_headings;
    for (const Line &line : m_lines) {
        for (const QString &heading : headingsOf(line))
            unused.removeAll(heading);
    }
    return unused;
}

void ColumnMatchView::tellChange()
{
    for (const Line &line : std::as_const(m_lines)) {
        QStringList examples;
        for (const QString &heading : headingsOf(line))
            examples.append(m_glance.samplesOf(heading).join(u" · "_s));
        const QString example = examples.join(u" + "_s);
        line.example->setText(example);
        line.example->setToolTip(plainToolTip(example));
    }
    Q_EMIT changed();
}

} // namespace huiyin
