// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/DutyWatch.h"

namespace huiyin {

DutyWatch::DutyWatch(CaseSession &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(200);
    connect(&m_soon, &QTimer::timeout, this, &DutyWatch::count);
    m_minute.setInterval(60'000);
    connect(&m_minute, &QTimer::timeout, this, &DutyWatch::count);
    m_minute.start();
    connect(&session, &CaseSession::changed, this, [this](const Changes &changes) {
        if (!changes.tickets.isEmpty() || changes.office || changes.codeTables || changes.everything)
            m_soon.start();
    });
    count();
}

void DutyWatch::count()
{
    m_pending.cancel();
    m_pending = m_session.read(
        this,
        [moments = m_session.deadlines().moments(m_session.clock().now()), user = m_session.user()](
            CaseFile &file, const Progress &progress) { return worklistOf(file, moments, user, progress); },
        [this](Worklist list) {
            if (m_worklist == list)
                return;
            m_worklist = std::move(list);
            Q_EMIT changed();
        },
        // Nobody has asked: whoever opens a list is told what is wrong with the file.
        [](const std::exception_ptr &) {});
}

} // namespace huiyin
