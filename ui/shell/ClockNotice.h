// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/ClockDoubt.h"
#include "shell/CaseSession.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QTimer>
#include <QWidget>

namespace huiyin {

class NoticeBar;

// Says above the pages when this computer's clock contradicts the records of the case file (时钟异常), and takes the word
// of who may confirm it; once, when its time zone is another than the office's. Looks when somebody begins to work, when
// a command is refused for the clock's sake, and when the clock is moved.
class ClockNotice : public QWidget
{
    Q_OBJECT

public:
    explicit ClockNotice(QWidget *parent);

    void watch(CaseSession *session); // whose user works now; nullptr: nobody

private:
    // What the file tells, and whether only one person works in it.
    struct Stand
    {
        std::optional<ClockDoubt> doubt{};
        bool alone = false;
    };
    void look();
    void showStand(const Stand &stand);
    void ask(const ClockDoubt &doubt);
    void confirm();
    void showZone();
    void lookAtJump();

    NoticeBar *m_bar;
    QPointer<CaseSession> m_session;
    PendingRead m_pending;
    QTimer m_timer;
    QElapsedTimer m_running; // since m_wall
    QDateTime m_wall;
    bool m_doubted = false;  // what the bar says now
    bool m_zoneTold = false; // once is enough
};

} // namespace huiyin
