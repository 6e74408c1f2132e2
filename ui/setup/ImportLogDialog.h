// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ImportBatch.h"
#include "shell/Page.h"

#include <QDialog>
#include <QList>

class QPushButton;
class QStandardItemModel;
class QTreeView;

namespace huiyin {

class NoticeBar;

// The imports that were made, the newest first, and how one is taken back (撤销导入).
class ImportLogDialog : public QDialog
{
    Q_OBJECT

public:
    ImportLogDialog(const PageContext &context, QWidget *parent);

private:
    void read();
    void show(const QList<ImportBatch> &batches);
    void askToUndo();
    void undo(const ImportBatch &batch);
    void showState();
    [[nodiscard]] const ImportBatch *chosen() const;

    PageContext m_context;
    QList<ImportBatch> m_batches;
    NoticeBar *m_notice;
    QStandardItemModel *m_model;
    QTreeView *m_view;
    QPushButton *m_undo;
    bool m_running = false;
};

} // namespace huiyin
