// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/CaseSession.h"

#include <QObject>
#include <QString>

#include <memory>

namespace huiyin {

struct PrivateFolder;

// The copies of attachments that are handed to other programs. They lie in a folder that nobody else can look into,
// and go when another user logs in and when the case file is closed.
class AttachmentCopies : public QObject
{
    Q_OBJECT

public:
    static AttachmentCopies &of(CaseSession &session);
    ~AttachmentCopies() override;

    QString folder(); // "" when the system gives none

private:
    explicit AttachmentCopies(CaseSession &session);

    QString m_user;
    std::unique_ptr<PrivateFolder> m_folder;
};

} // namespace huiyin
