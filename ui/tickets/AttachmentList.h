// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/CaseSession.h"
#include "tickets/WholeTicket.h"

#include <QWidget>

#include <functional>
#include <optional>

class QAction;
class QLabel;
class QListWidget;
class QMimeData;
class QPushButton;
class QToolButton;

namespace huiyin {

class AttachmentAdding;
class AttachmentSaving;
class NoticeBar;

// The attachments of one ticket, as a part of its detail: what there is, and what can be done with it. Names are masked
// as other texts are until the citizen's data are revealed; looking at one, or saving it, is recorded first.
class AttachmentList : public QWidget
{
    Q_OBJECT

public:
    // `name`: of its page; its parts are called name.attachments.list, name.attachments.add ….
    AttachmentList(CaseSession &session, const QString &name, QWidget *parent = nullptr);

    void showTicket(const WholeTicket &facts, bool revealed);
    void clear();
    [[nodiscard]] QAction *pasteAction() const { return m_paste; } // of the whole detail

    // Files that are dropped, or a picture or files of the clipboard. A case file is the window's.
    [[nodiscard]] bool canTake(const QMimeData *mime) const;
    void take(const QMimeData *mime);

    void seeAttachment(AttachmentId attachment);
    void saveAttachment(AttachmentId attachment, const QString &path);
    void saveAllInto(const QString &folder, const QList<AttachmentId> &attachments);

    // Files are on their way to a ticket; they are lost when this goes.
    [[nodiscard]] bool isAdding() const;
    // See Page::leave().
    void leave(const std::function<void(bool)> &answer);

Q_SIGNALS:
    void wanted(); // something is about to be shown here

private:
    QAction *action(const QString &thing, const QString &text, void (AttachmentList::*act)());
    QPushButton *button(QAction *action, const QString &thing);
    void build();
    void fill();
    void showState();
    [[nodiscard]] const Attachment *current() const;
    [[nodiscard]] QList<Attachment> present() const; // those that are not removed
    [[nodiscard]] QString shownName(const Attachment &attachment) const;
    [[nodiscard]] QString whyNotAdd() const;
    [[nodiscard]] QString whyNotRead() const; // any of them
    [[nodiscard]] QString whyNotChosen() const;
    [[nodiscard]] QString whyNotRemove() const;

    void chooseFiles();
    void paste();
    [[nodiscard]] QString about() const; // the ticket, in a line
    void tellFinished(TicketId ticket, int added, const QStringList &refused);
    void see();
    void chooseSaving();
    void chooseSavingAll();
    void remove();
    void openMore();
    void tell(const Refusal &refusal);

    CaseSession &m_session;
    QString m_name;
    std::optional<WholeTicket> m_facts;
    bool m_revealed = false;
    QAction *m_add;
    QAction *m_paste;
    QAction *m_see;
    QAction *m_save;
    QAction *m_saveAll;
    QAction *m_remove;
    NoticeBar *m_notice;
    AttachmentAdding *m_adding;
    AttachmentSaving *m_saving;
    QListWidget *m_list;
    QLabel *m_remark; // empty, or why nothing can be added, or what goes on
    QToolButton *m_more = nullptr;
};

} // namespace huiyin
