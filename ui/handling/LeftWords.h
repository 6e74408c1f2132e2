// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/TypedWords.h"
#include "shell/CaseSession.h"
#include "tickets/WholeTicket.h"

#include <QObject>

#include <optional>

namespace huiyin {

class NoticeBar;

// What the user typed about a ticket for a command that is not possible any more, as its dispatch has been closed
// meanwhile: a line that offers it to be copied, until he drops it.
class LeftWords : public QObject
{
    Q_OBJECT

public:
    // `bar` is the line, which this one alone writes to.
    LeftWords(CaseSession &session, NoticeBar *bar, QObject *parent);

    void setTicket(const std::optional<WholeTicket> &facts);

private:
    void show(const QList<KeptDraft> &drafts);

    CaseSession &m_session;
    NoticeBar *m_bar;
    std::optional<WholeTicket> m_facts;
    PendingRead m_reading;
};

} // namespace huiyin
