// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/BackupTable.h"

#include "controls/TableLook.h"
#include "controls/Tag.h"

#include <QDir>
#include <QHeaderView>
#include <QLocale>
#include <QStandardItemModel>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

enum Column { Made, Why, Tickets, Calls, Place, StateOf, Size };

QString reasonText(BackupReason reason)
{
    switch (reason) {
    case BackupReason::Change:
        return BackupTable::tr("changes");
    case BackupReason::Closing:
        return BackupTable::tr("at closing");
    case BackupReason::ByHand:
        return BackupTable::tr("by hand");
    case BackupReason::BeforeImport:
        return BackupTable::tr("before an import");
    case BackupReason::BeforeRestore:
        return BackupTable::tr("before a restore");
    case BackupReason::BeforeUpdate:
        return BackupTable::tr("before an update");
    }
    return {};
}

std::pair<QString, Tone> stateText(const KeptBackup &backup)
{
    switch (backup.state) {
    case KeptBackup::State::Whole:
        return backup.manifest->sound ? std::pair(BackupTable::tr("Verified"), Tone::Ok)
                                      : std::pair(BackupTable::tr("With faults"), Tone::Warn);
    case KeptBackup::State::Unattested:
        return {BackupTable::tr("No manifest"), Tone::Warn};
    case KeptBackup::State::Altered:
        return {BackupTable::tr("Altered"), Tone::Bad};
    }
    return {};
}

} // namespace

BackupTable::BackupTable(QWidget *parent)
    : QTableView(parent)
    , m_model(new QStandardItemModel(0, Size + 1, this))
{
    setAccessibleName(tr("Backups"));
    m_model->setHorizontalHeaderLabels(
        {tr("Made"), tr("Why"), tr("Tickets"), tr("Calls"), tr("Place"), tr("State"), tr("Size")});
    setModel(m_model);
    setUpTable(this);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setItemDelegateForColumn(StateOf, new TagDelegate(this));
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, &BackupTable::chosen);
}

void BackupTable::setBackups(const QList<PlacedBackup> &backups, const OfficeZone &zone)
{
    const QString before = current() ? current()->path : QString();
    m_backups = backups;
    std::ranges::stable_sort(
        m_backups, [](const PlacedBackup &a, const PlacedBackup &b) { return a.backup.number > b.backup.number; });
    m_model->setRowCount(0);
    const QLocale locale;
    for (const auto &[backup, onMedium, folder] : std::as_const(m_backups)) {
        const auto &manifest = backup.manifest;
        const auto [state, tone] = stateText(backup);
        const QStringList cells{manifest ? zone.toLocal(manifest->made).toString(u"yyyy-MM-dd HH:mm"_s)
                                         : QFileInfo(backup.path).fileName(),
                                manifest ? reasonText(manifest->reason) : QString(),
                                manifest ? locale.toString(manifest->facts.tickets) : QString(),
                                manifest ? locale.toString(manifest->facts.calls) : QString(),
                                !folder.isEmpty() ? QDir::toNativeSeparators(folder)
                                : onMedium        ? tr("second medium")
                                                  : tr("this computer"),
                                state,
                                locale.formattedDataSize(backup.size, 1, QLocale::DataSizeTraditionalFormat)};
        QList<QStandardItem *> items;
        for (const QString &cell : cells) {
            items.append(new QStandardItem(cell));
            items.last()->setToolTip(QDir::toNativeSeparators(backup.path));
        }
        items[StateOf]->setData(static_cast<int>(tone), TagDelegate::ToneRole);
        m_model->appendRow(items);
    }
    fitColumns(this, horizontalHeader(), Place);
    if (!before.isEmpty())
        choose(before);
}

const KeptBackup *BackupTable::current() const
{
    const QModelIndexList rows = selectionModel()->selectedRows();
    return rows.isEmpty() ? nullptr : &m_backups[rows.first().row()].backup;
}

void BackupTable::choose(const QString &path)
{
    for (int row = 0; row < m_backups.size(); ++row) {
        if (m_backups[row].backup.path == path)
            selectRow(row);
    }
}

} // namespace huiyin
