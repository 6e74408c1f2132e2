// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/FileNotices.h"

#include "casework/RoleSeparation.h"
#include "controls/NoticeBar.h"
#include "shell/CaseSession.h"
#include "shell/ChainWatch.h"
#include "shell/Settings.h"
#include "storage/OwnFiles.h"
#include "storage/OwnerLock.h"
#include "storage/UserRepository.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace huiyin {

FileNotices::FileNotices(NoticeBar *bar, QObject *parent)
    : QObject(parent)
    , m_bar(bar)
{
}

void FileNotices::begin(CaseSession &session)
{
    m_session = &session;
    show();
    showRoles();
}

void FileNotices::show()
{
    m_bar->clear();
    const CaseSession &session = *m_session;
    const auto seals = session.chains().sealReport();
    QString chain;
    if (session.chains().verdict() == ChainVerdict::Shorter)
        chain = tr("The last records that this computer saw in the history of this file are missing: it is an older "
                   "copy, or its end was cut off.");
    else if (session.chains().verdict() != ChainVerdict::Sound)
        chain = tr("The history of this file is another than this computer saw before: the file was gone on with "
                   "elsewhere from an older copy, or its records were replaced.");
    if (session.isReadOnly()) {
        const QString holder = OwnerLock::holder(session.path());
        QString text = holder.isEmpty()
                           ? tr("This file is open for reading only. Nothing can be changed.")
                           : tr("This file is open for reading only: it is held for writing by %1.").arg(holder);
        if (!chain.isEmpty())
            text = chain + u' ' + text;
        m_bar->showNotice(Tone::Warn, text, tr("Open for writing"), [this] { Q_EMIT writingRequested(); });
    } else if (seals && seals->state == SealReport::State::Changed) {
        m_bar->showNotice(Tone::Warn,
                          seals->number == 0
                              ? tr("The key of your seals was exchanged, though your password was not. A check of "
                                   "the file and an older copy tell more. Nothing is sealed meanwhile.")
                              : tr("What you sealed is not as it was, from your seal number %1 on: records were "
                                   "changed or taken out, and the chain was made anew. A check of the file and an "
                                   "older copy tell more. Nothing is sealed meanwhile.")
                                    .arg(seals->number),
                          tr("Begin new seals"), [this] {
                              m_session->chains().sealAnew();
                              show();
                          });
    } else if (seals && seals->state == SealReport::State::KeyLost) {
        m_bar->showNotice(Tone::Warn,
                          tr("Your password was given anew by somebody else. Your earlier seals can't be tried any "
                             "more; new ones begin now."));
    } else if (seals && seals->state == SealReport::State::Failed) {
        m_bar->showNotice(Tone::Bad, tr("Nothing could be sealed at your login. A check of the file tells more."));
    } else if (!chain.isEmpty()) {
        m_bar->showNotice(Tone::Warn, chain, tr("It is meant so"), [this] {
            m_session->chains().accept();
            show(); // there may be more to tell
        });
    } else if (isOpenToOthers(session.path())) {
        m_bar->showNotice(
            Tone::Warn, tr("Other users of this computer can read this file, with the citizens' data in it."),
            tr("Close it to them"), [this] {
                if (closeToOthers(m_session->path()))
                    show();
                else
                    m_bar->showNotice(Tone::Bad, tr("The system doesn't allow it: the file belongs to another user."));
            });
    } else if (!session.keptCopy().isEmpty()) {
        m_bar->showNotice(Tone::Info, tr("The file was brought up to date. A copy of it as it was lies in “%1”.")
                                          .arg(QDir::toNativeSeparators(session.keptCopy())));
    }
}

// The administrator is told once that roles are to be parted; the set-up goes on telling it.
void FileNotices::showRoles()
{
    if (!m_session->may(Command::ManageUsers) || !m_bar->text().isEmpty())
        return;
    struct Combined
    {
        QStringList ids{};
        QString key{}; // of the setting that says about whom it was told
    };
    m_session->read(
        this,
        [](CaseFile &file) {
            Combined combined{.key = u"parting/"_s + fileKeyOf(file)};
            const QList<User> users = toBeParted(UserRepository(file.database()).all());
            for (const User &user : users)
                combined.ids.append(QString::number(user.id->value()));
            return combined;
        },
        [this, who = m_session->user()](const Combined &combined) {
            const QString ids = combined.ids.join(u' ');
            if (ids.isEmpty() || settings().value(combined.key).toString() == ids)
                return;
            if (m_session->user() != who || !m_bar->text().isEmpty())
                return;
            settings().setValue(combined.key, ids);
            m_bar->showNotice(
                Tone::Info,
                tr("Three or more work here now: supervisor, administrator and auditor should be three persons."),
                tr("Show the users"), [this] {
                    m_bar->clear();
                    Q_EMIT usersRequested();
                });
        },
        [](const std::exception_ptr &) {}); // nobody asked for it
}

} // namespace huiyin
