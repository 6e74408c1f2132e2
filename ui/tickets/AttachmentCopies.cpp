// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/AttachmentCopies.h"

#include "tickets/AttachmentFiles.h"

#include <QDir>
#include <QLockFile>
#include <QTemporaryDir>

namespace huiyin {

struct PrivateFolder
{
    PrivateFolder()
        : folder(QDir::temp().filePath(AttachmentFiles::folderStem() + u"XXXXXX"))
        , lock(folder.filePath(AttachmentFiles::lockName()))
    {
        lock.setStaleLockTime(0);
        if (folder.isValid())
            lock.tryLock(0);
    }

    QTemporaryDir folder;
    QLockFile lock; // gone before the folder
};

AttachmentCopies::AttachmentCopies(CaseSession &session)
    : QObject(&session)
    , m_user(session.user())
{
    connect(&session, &CaseSession::userChanged, this, [this, &session] {
        if (session.user() != std::exchange(m_user, session.user()))
            m_folder.reset(); // the next one gets another
    });
}

AttachmentCopies::~AttachmentCopies() = default;

AttachmentCopies &AttachmentCopies::of(CaseSession &session)
{
    auto *copies = session.findChild<AttachmentCopies *>({}, Qt::FindDirectChildrenOnly);
    return copies ? *copies : *new AttachmentCopies(session);
}

QString AttachmentCopies::folder()
{
    if (!m_folder)
        m_folder = std::make_unique<PrivateFolder>();
    return m_folder->folder.isValid() ? m_folder->folder.path() : QString();
}

} // namespace huiyin
