// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Attachment.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QImage>
#include <QList>
#include <QString>
#include <QStringList>

namespace huiyin {

class CaseFile;
class Progress;

// An attachment as it can be shown: a picture, a text, or a file for another program.
struct ShownAttachment
{
    QString name{};
    QImage picture{};
    QSize fullSize{}; // of the picture; it is read smaller when it is very large
    QString text{};
    bool isTextCut = false;    // only its beginning is there
    bool isTextBroken = false; // lines that are too long go on in the next
    QString path{};            // of a copy that goes with the user or the case file; see AttachmentCopies
    QString fault{};           // why it can't be shown
};

// What became of copies that were to be written.
struct SavedCopies
{
    QStringList paths{}; // of those that were written
    QString fault{};     // why the others were not; "" when all were, or the user stopped it
};

// What is done with attachments as files: work for a reading thread.
class AttachmentFiles
{
    Q_DECLARE_TR_FUNCTIONS(huiyin::AttachmentFiles)

public:
    // A folder for copies is called so, and holds this lock as long as it is used.
    static QString folderStem();
    static QString lockName();

    // Removes what programs that came to a bad end have left below `place`.
    static void removeLeftFolders(const QString &place);

    // Reads an attachment. Pictures and texts are shown here; others that may be opened are written below `folder`.
    static ShownAttachment shown(CaseFile &file, AttachmentId id, const QString &folder);

    // Writes copies into a folder, each under a safe name of its own. Stops at the first that can't be written, and
    // between two when `progress` says so; what was written until then stays.
    static SavedCopies saveAll(CaseFile &file, const QList<AttachmentId> &ids, const QString &folder,
                               Progress &progress);
    static void save(CaseFile &file, AttachmentId id, const QString &path, bool overwrite);

    static QByteArray pngOf(const QImage &picture);
    // UTF-8, UTF-16 with its mark, else GB18030.
    static QString decoded(const QByteArray &bytes);
    // Without lines that no window could lay out: a longer one goes on in the next.
    static QString withBrokenLines(const QString &text);

private:
    static void showPicture(ShownAttachment &shown, QByteArray &content);
};

} // namespace huiyin
