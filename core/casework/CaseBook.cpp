// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/CaseBook.h"

#include "storage/CaseFile.h"

namespace huiyin {

CaseBook::CaseBook(CaseFile &file, const Clock &clock, const QString &user)
    : m_file(file)
    , m_clock(clock)
    , m_user(user)
{
    Q_ASSERT(file.mode() == CaseFile::Mode::Write);
}

QString builtInUser()
{
    return QStringLiteral("话务员");
}

} // namespace huiyin
