// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Id.h"

#include <QList>
#include <QObject>
#include <QStringList>

#include <functional>

class QMimeData;
class QWidget;

namespace huiyin {

class AttachmentQueue;
class CaseSession;
class NoticeBar;
struct IncomingAttachment;

// The ticket that files are chosen for, which need not be the one in front any more when they are added.
struct AddingTo
{
    TicketId ticket{0};
    QString about{}; // it, in a line
};

// How files and pictures come to a ticket: chosen, dropped or pasted; with a note for all of them, one after another.
class AttachmentAdding : public QObject
{
    Q_OBJECT

public:
    // `name`: its dialogs are called name.addDialog, name.adding; they open over `list`.
    AttachmentAdding(CaseSession &session, const QString &name, NoticeBar *notice, QWidget *list);

    void chooseFiles(const AddingTo &to);
    // Files, or a picture. A case file is the window's.
    [[nodiscard]] static bool canTake(const QMimeData *mime);
    void take(const QMimeData *mime, const AddingTo &to);

    [[nodiscard]] bool isAdding() const;
    [[nodiscard]] QString goingOn() const { return m_going; } // "" when nothing does
    // See Page::leave().
    void leave(const std::function<void(bool)> &answer);

Q_SIGNALS:
    void wanted();                                                                 // something is about to be told
    void wentOn();                                                                 // goingOn() is new
    void finished(huiyin::TicketId ticket, int added, const QStringList &refused); // as of AttachmentQueue

private:
    void ask(const QString &about, QList<IncomingAttachment> files);

    CaseSession &m_session;
    QString m_name;
    NoticeBar *m_notice;
    QWidget *m_list;
    AttachmentQueue *m_queue;
    QString m_going;
};

} // namespace huiyin
