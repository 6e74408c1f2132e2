// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/Recomputing.h"
#include "shell/Page.h"

#include <QDialog>
#include <QHash>

#include <utility>

class QLabel;
class QPushButton;
class QStandardItemModel;
class QTreeView;

namespace huiyin {

class NoticeBar;

// Which open tickets would have another due time by the calendar and the rules as they are now; moves those that are
// ticked, after that was confirmed.
class DueMovesDialog : public QDialog
{
    Q_OBJECT

public:
    DueMovesDialog(const PageContext &context, QWidget *parent);

private:
    void reload();
    void fill(const QList<DueMove> &moves);
    void tick(bool all);
    void move();
    void showState();
    [[nodiscard]] QList<DueMove> ticked() const;

    PageContext m_context;
    QList<DueMove> m_moves;
    QHash<std::pair<qint64, qint64>, bool> m_decided; // what the user has ticked or not, also after another look
    QLabel *m_summary;
    NoticeBar *m_notice;
    QStandardItemModel *m_model;
    QTreeView *m_view;
    QPushButton *m_all;
    QPushButton *m_none;
    QPushButton *m_move;
    bool m_busy = true;
    bool m_filling = false;
};

} // namespace huiyin
