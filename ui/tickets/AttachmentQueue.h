// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/CaseSession.h"

#include <QImage>
#include <QObject>
#include <QStringList>

#include <deque>

namespace huiyin {

struct IncomingFile;

// A file, or a picture without one, on its way to a ticket.
struct IncomingAttachment
{
    TicketId ticket{0};
    QString path{}; // "" for a picture
    QString name{};
    QImage picture{};
    QString note{};
    QString user{}; // who adds it; the queue's own
};

// Puts files to tickets, one after another: each is read in another thread, within the limits of the office, and given
// to the case book, in the name of who added it and nobody else's. One that is refused doesn't stop the others.
class AttachmentQueue : public QObject
{
    Q_OBJECT

public:
    AttachmentQueue(CaseSession &session, QObject *parent);

    void add(const QList<IncomingAttachment> &files);
    [[nodiscard]] bool isRunning() const { return m_running; }

Q_SIGNALS:
    void progressed(int number, int total, const QString &name);
    // Everything that waited for this ticket is done; `refused` holds a sentence for each that was not taken.
    void finished(huiyin::TicketId ticket, int added, const QStringList &refused);

private:
    void next();
    void give(const IncomingAttachment &incoming, const IncomingFile &file);
    void leaveOut(const QString &why);

    CaseSession &m_session;
    std::deque<IncomingAttachment> m_waiting;
    bool m_running = false;
    TicketId m_last{0};
    int m_total = 0;
    int m_added = 0;
    QStringList m_refused;
};

} // namespace huiyin
