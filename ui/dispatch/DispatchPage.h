// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Duty.h"
#include "shell/Page.h"

class QPushButton;

namespace huiyin {

class SegmentedButtons;
class TicketDetail;
class TicketList;

// 派单: what waits for a department, for a ruling, for a review, and what presses; one queue at a time, the chosen
// ticket and its next steps beside it.
class DispatchPage : public Page
{
    Q_OBJECT

public:
    explicit DispatchPage(const PageContext &context, QWidget *parent = nullptr);

    void activated() override;
    [[nodiscard]] bool wouldLose() const override;
    void leave(const std::function<void(bool)> &answer) override;
    [[nodiscard]] QList<QAction *> menuActions() const override;
    void showPart(const QString &part) override; // dutyCode() of a queue

    // Shows what a department's sheet that came back says, to be entered.
    void takeSheet(const QString &path);

private:
    void showQueue();
    void showCounts();
    void step(int direction);
    void addSheetActions();
    void chooseSheet();
    void showRights();

    SegmentedButtons *m_queue;
    bool m_begun = false; // a queue was chosen, by counts or by hand
    TicketList *m_list;
    TicketDetail *m_detail;
    QList<QAction *> m_actions;
    QAction *m_giveSheets = nullptr;
    QAction *m_takeSheet = nullptr;
    QPushButton *m_sheets = nullptr;
};

} // namespace huiyin
