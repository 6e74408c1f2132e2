// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Attachment.h"
#include "domain/Id.h"

#include <QList>
#include <QObject>

#include <functional>

class QWidget;

namespace huiyin {

class CaseSession;
class NoticeBar;
struct SavedCopies;

// Copies of attachments outside of the case file: asks where, warns of what could do harm, has the access recorded and
// writes. Tells on the notice bar what came of it.
class AttachmentSaving : public QObject
{
    Q_OBJECT

public:
    // `name`: its dialogs are called name.saveDialog, name.saveAllDialog; they open over `list`.
    AttachmentSaving(CaseSession &session, const QString &name, NoticeBar *notice, QWidget *list);

    void choose(const Attachment &attachment, const QString &shownName); // the name as the user may see it
    void chooseFolder(const QList<Attachment> &attachments);             // for all of these, none of them removed
    void save(AttachmentId attachment, const QString &path);             // asks before it replaces a file
    void saveAll(const QString &folder, const QList<AttachmentId> &attachments);

private:
    void warnFirst(const QString &what, bool needed, const std::function<void()> &go);
    void write(AttachmentId attachment, const QString &path, bool overwrite);
    void tellSaved(const SavedCopies &saved, const QString &folder, qsizetype wanted);

    CaseSession &m_session;
    QString m_name;
    NoticeBar *m_notice;
    QWidget *m_list;
};

// The folder that was kept under this key of the settings, or one that there is.
QString attachmentFolder(const char *key);

} // namespace huiyin
