// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/CaseSession.h"
#include "statistics/Figure.h"
#include "statistics/Question.h"
#include "storage/TicketFilter.h"

#include <QObject>

namespace huiyin {

// Finds the tickets behind a figure in the background. A newer wish makes the older one void.
class FigureOpener : public QObject
{
    Q_OBJECT

public:
    explicit FigureOpener(CaseSession &session, QObject *parent = nullptr);

    // A figure of calls gives the tickets that these calls led to.
    void open(const Question &question, FigureKey figure);

Q_SIGNALS:
    void found(const huiyin::TicketFilter &filter, const QString &title);
    void busyChanged(bool busy);

private:
    CaseSession &m_session;
    PendingRead m_pending;
    int m_token = 0;
};

} // namespace huiyin
