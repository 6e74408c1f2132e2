// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Attachment.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QImage>
#include <QList>
#include <QString>

namespace huiyin {

class CaseFile;

// An attachment as it can be shown: a picture, a text, or a file for another program.
struct ShownAttachment
{
    QString name{};
    QImage picture{};
    QSize fullSize{}; // of the picture; it is read smaller when it is very large
    QString text{};
    bool isTextCut = false; // only its beginning is there
    QString path{};         // of a copy that is gone when the program ends
    QString fault{};        // why it can't be shown
};

// What is done with attachments as files. All of it is work of a reading thread, but privateFolder().
class AttachmentFiles
{
    Q_DECLARE_TR_FUNCTIONS(huiyin::AttachmentFiles)

public:
    // A folder of this program's own that nobody else can look into, removed with all that is in it at the program's
    // end; what an interrupted one has left is removed too. "" when the system gives none.
    static QString privateFolder();

    // What programs that came to a bad end have left below `place`; those that run keep a lock in theirs.
    static void removeLeftFolders(const QString &place);

    // Reads an attachment. Pictures and texts are shown here; others that may be opened are written below `folder`.
    static ShownAttachment shown(CaseFile &file, AttachmentId id, const QString &folder);

    // Writes copies into a folder, each under a safe name of its own; gives their paths.
    static QStringList saveAll(CaseFile &file, const QList<AttachmentId> &ids, const QString &folder);
    static void save(CaseFile &file, AttachmentId id, const QString &path, bool overwrite);

    static QByteArray pngOf(const QImage &picture);
    // UTF-8, UTF-16 with its mark, else GB18030.
    static QString decoded(const QByteArray &bytes);

private:
    static void showPicture(ShownAttachment &shown, QByteArray &content);
};

} // namespace huiyin
