// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/Worklist.h"
#include "shell/CaseSession.h"

#include <QObject>
#include <QTimer>

namespace huiyin {

// Keeps what waits for the office up to date: after every change, and as deadlines come nearer.
class DutyWatch : public QObject
{
    Q_OBJECT

public:
    explicit DutyWatch(CaseSession &session, QObject *parent = nullptr);

    [[nodiscard]] const std::optional<Worklist> &worklist() const { return m_worklist; } // nullopt: not counted yet

Q_SIGNALS:
    void changed();

private:
    void count();

    CaseSession &m_session;
    std::optional<Worklist> m_worklist;
    PendingRead m_pending;
    QTimer m_soon;
    QTimer m_minute;
};

} // namespace huiyin
