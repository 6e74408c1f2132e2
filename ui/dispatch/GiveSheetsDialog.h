// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/Page.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QPushButton;
class QStandardItemModel;
class QTreeView;

namespace huiyin {

class NoticeBar;

// 交换表: gives out what departments without a program have in hand, a sheet for each that is ticked, into a folder from
// which they are passed on.
class GiveSheetsDialog : public QDialog
{
    Q_OBJECT

public:
    GiveSheetsDialog(const PageContext &context, QWidget *parent);

    // Into `folder`; as the button does once a folder was chosen.
    void giveInto(const QString &folder);

private:
    void fill(const QHash<DepartmentId, int> &counts);
    void showState();
    void chooseFolder();
    [[nodiscard]] QList<DepartmentId> ticked() const;

    PageContext m_context;
    QLabel *m_summary;
    NoticeBar *m_notice;
    QStandardItemModel *m_model;
    QTreeView *m_view;
    QCheckBox *m_withCitizen;
    QPushButton *m_give;
    bool m_busy = true;
};

} // namespace huiyin
