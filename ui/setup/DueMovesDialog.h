// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/Recomputing.h"
#include "controls/TickDialog.h"
#include "shell/Page.h"

#include <QHash>

#include <utility>

namespace huiyin {

// Which open tickets would have another due time by the calendar and the rules as they are now; moves those that are
// ticked, after that was confirmed.
class DueMovesDialog : public TickDialog
{
    Q_OBJECT

public:
    DueMovesDialog(const PageContext &context, QWidget *parent);

private:
    void reload();
    void fill(const QList<DueMove> &moves);
    void tick(bool all);
    void move();
    void showState() override;
    [[nodiscard]] QList<DueMove> ticked() const;

    PageContext m_context;
    QList<DueMove> m_moves;
    QHash<std::pair<qint64, qint64>, bool> m_decided; // what the user has ticked or not, also after another look
    QPushButton *m_all;
    QPushButton *m_none;
    bool m_filling = false;
};

} // namespace huiyin
