// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/Page.h"

#include <optional>

class QLabel;
class QStandardItemModel;
class QTableView;

namespace huiyin {

// 查阅记录: who has seen citizens' data or was refused a command, the newest first. Nothing here can be changed.
class RecordsSection : public QWidget
{
    Q_OBJECT

public:
    explicit RecordsSection(const PageContext &context, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void read();
    void showRemark();

    PageContext m_context;
    QStandardItemModel *m_model;
    QTableView *m_table;
    QLabel *m_remark;
    std::optional<int> m_newest; // records that are shown
    PendingRead m_pending;
};

} // namespace huiyin
