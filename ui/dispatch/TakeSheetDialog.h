// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/DepartmentSheetFile.h"
#include "shell/Page.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QStandardItemModel;
class QTreeView;

namespace huiyin {

class NoticeBar;

// A department's sheet that came back, row by row against what the file holds: what is ticked is entered with the times
// that the department wrote, each ticket on its own.
class TakeSheetDialog : public QDialog
{
    Q_OBJECT

public:
    TakeSheetDialog(const PageContext &context, const QString &path, QWidget *parent);

private:
    void reload();
    void fill(const ReturnedSheet &sheet);
    void enter();
    void showState();
    [[nodiscard]] QList<qsizetype> ticked() const; // rows of the sheet
    [[nodiscard]] QString said(const ReturnedRow &row) const;

    PageContext m_context;
    QString m_path;
    ReturnedSheet m_sheet;
    QLabel *m_summary;
    NoticeBar *m_notice;
    NoticeBar *m_missing;
    QStandardItemModel *m_model;
    QTreeView *m_view;
    QPushButton *m_enter;
    bool m_busy = true;
};

} // namespace huiyin
