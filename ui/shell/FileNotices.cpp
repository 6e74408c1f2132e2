// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/FileNotices.h"

#include "casework/RoleSeparation.h"
#include "controls/NoticeBar.h"
#include "domain/Sentences.h"
#include "shell/CaseSession.h"
#include "shell/ChainText.h"
#include "shell/ChainWatch.h"
#include "shell/Settings.h"
#include "storage/Medium.h"
#include "storage/OwnFiles.h"
#include "storage/OwnerLock.h"
#include "storage/UserRepository.h"

#include <QDir>
#include <QLocale>
#include <QTimer>

#include <utility>

using namespace Qt::StringLiterals;

namespace huiyin {

FileNotices::FileNotices(NoticeBar *bar, QObject *parent)
    : QObject(parent)
    , m_bar(bar)
{
    connect(bar, &NoticeBar::visibilityChanged, this, [this](bool visible) {
        if (visible || m_isShowing)
            return;
        m_remarks.clear();
        if (m_showsTrouble)
            m_trouble.clear();
        else
            m_dismissed = true;
        // What it stood before; not within the signal.
        QTimer::singleShot(0, this, [this] {
            if (m_session)
                m_session->chains().setSeen();
            show();
        });
    });
}

void FileNotices::begin(CaseSession &session)
{
    if (m_session != &session) {
        connect(&session.chains(), &ChainWatch::changed, this, &FileNotices::chainsChanged);
        connect(&session.chains(), &ChainWatch::refused, this, [this](const QString &reason) {
            m_trouble = reason;
            show();
        });
        connect(&session, &CaseSession::placeChanged, this, [this] {
            m_dismissed = false;
            show();
        });
    }
    m_session = &session;
    m_failure.clear();
    m_remarks.clear();
    m_sound.clear();
    m_roles.reset();
    if (const auto seals = session.chains().sealReport(); seals && seals->state == SealReport::State::None) {
        m_remarks.append(
            tr("This file had no seals of yours; they begin with this login. If you have sealed it before, "
               "they were taken out."));
    }
    m_dismissed = false;
    m_trouble.clear();
    hearOfRecords(); // a new password takes long to think of: they may have been gone through meanwhile
    askRoles();
    if (!m_asking.isRunning())
        show();
}

void FileNotices::goOn()
{
    m_dismissed = false;
    m_trouble.clear();
    m_remarks.clear();
    m_roles.reset();
    m_session->chains().setSeen();
    show();
}

void FileNotices::tellBackups(Tone tone, const QString &text, const QString &action, const std::function<void()> &act)
{
    if (text == (m_backups ? m_backups->text : QString()))
        return; // and stays away where it was dismissed
    m_backups.reset();
    if (!text.isEmpty()) {
        m_backups = Notice{.tone = tone, .text = text, .action = action, .act = act};
        m_dismissed = false;
    }
    if (!m_asking.isRunning())
        show();
}

void FileNotices::tellDamage(const QString &text)
{
    if (text == m_damage)
        return;
    m_damage = text;
    m_dismissed = m_dismissed && text.isEmpty();
    if (!m_asking.isRunning())
        show();
}

void FileNotices::show()
{
    if (!m_session)
        return;
    std::optional<Notice> notice;
    m_showsTrouble = false;
    if (!m_dismissed && m_session->place() != FilePlace::State::There) {
        notice = ofPlace(); // whatever else went wrong
    } else if (!m_trouble.isEmpty()) {
        m_showsTrouble = true;
        notice = Notice{.tone = Tone::Bad, .text = m_trouble};
    } else if (!m_dismissed) {
        notice = mostUrgent();
    }
    if (!notice && !(m_remarks.isEmpty() && m_sound.isEmpty()))
        notice = Notice{};
    if (notice && notice->action.isEmpty() && !m_sound.isEmpty()) {
        notice->action = tr("Show the records");
        notice->act = [this] { Q_EMIT recordsRequested(); };
    }
    m_isShowing = true;
    if (notice) {
        QStringList texts = m_remarks;
        if (!m_sound.isEmpty())
            texts.append(m_sound);
        if (!notice->text.isEmpty())
            texts.prepend(notice->text);
        m_bar->showNotice(notice->tone, joinedSentences(texts), notice->action, notice->act);
        if (!notice->second.isEmpty())
            m_bar->addAction(notice->second, notice->actSecond);
    } else {
        m_bar->clear();
    }
    m_isShowing = false;
}

// What tells that the file is another, or that its records are not as they were written.
QString FileNotices::chainText() const
{
    const ChainWatch &chains = m_session->chains();
    QStringList texts;
    if (chains.check() && !chains.check()->isSound())
        texts.append(brokenText(*chains.check(), m_session->roles().testFlag(Role::Auditor)));
    if (chains.verdict() == ChainVerdict::Shorter)
        texts.append(tr("The last records that this computer saw in the history of this file are missing: it is an "
                        "older copy, or its end was cut off."));
    else if (chains.verdict() != ChainVerdict::Sound)
        texts.append(tr("The records of this file are not those that this computer saw last time: somebody has gone on "
                        "elsewhere in an older copy, or records were replaced."));
    if (chains.mayAccept() == true)
        texts.append(
            tr("If you know why, as after a backup was put back, accept the file: from then on it counts as it "
               "is now, and the history keeps that you have accepted it. If you don't, find out first."));
    else if (chains.mayAccept() == false && !m_session->isReadOnly())
        texts.append(tr("Tell the auditor: only an auditor, or an administrator where there is none, can accept the "
                        "file as it is."));
    return joinedSentences(texts);
}

std::optional<FileNotices::Notice> FileNotices::ofSeals()
{
    const auto seals = m_session->chains().sealReport();
    if (!seals)
        return std::nullopt;
    switch (seals->state) {
    case SealReport::State::Changed:
        return Notice{.tone = Tone::Warn,
                      .text =
                          seals->number == 0
                              ? tr("The key of your seals is not the one that you sealed with, though your password "
                                   "was not given anew: somebody has exchanged it in the file. Have the file "
                                   "checked and compare it with an older backup. Nothing is sealed until you "
                                   "begin new seals, which the history keeps.")
                              : tr("What you sealed is not as it was, from your seal number %1 on: somebody has "
                                   "changed records or taken some out. Have the file checked and compare it with "
                                   "an older backup. Nothing is sealed until you begin new seals, which the "
                                   "history keeps.")
                                    .arg(seals->number),
                      .action = tr("Begin new seals"),
                      .act = [this] {
                          m_session->chains().sealAnew();
                          show();
                      }};
    case SealReport::State::KeyLost:
        return Notice{.tone = Tone::Warn,
                      .text =
                          tr("Somebody else has given you a new password. Whether what you sealed before is as it was "
                             "can't be told any more; new seals begin with this login.")};
    case SealReport::State::Failed:
        return Notice{.tone = Tone::Bad,
                      .text = tr("Nothing could be sealed at your login. A check of the file tells more.")};
    case SealReport::State::None:
    case SealReport::State::Sound:
        break;
    }
    return std::nullopt;
}

FileNotices::Notice FileNotices::ofOthers()
{
    return {.tone = Tone::Warn,
            .text = tr("Other users of this computer can read this file, with the citizens' data in it."),
            .action = tr("Close it to them"),
            .act = [this] {
                if (!closeToOthers(m_session->path()))
                    m_trouble = tr("The system doesn't allow it: the file belongs to another user.");
                show();
            }};
}

FileNotices::Notice FileNotices::ofPlace()
{
    const bool isGone = m_session->place() == FilePlace::State::Gone;
    Notice notice{.tone = Tone::Bad,
                  .text = isGone ? tr("The case file isn't at its place any more: it was moved, renamed or deleted, or "
                                      "its drive has gone. Nothing can be saved now; what you have typed stays. Put it "
                                      "back, or save what is open elsewhere.")
                                 : tr("Another file was put in the place of the case file. Nothing can be saved now; "
                                      "what you have typed stays. Save what is open elsewhere before you open the "
                                      "other one.")};
    if (!m_session->isReadOnly()) {
        notice.action = tr("Save what is open elsewhere…");
        notice.act = [this] { Q_EMIT rescueRequested(); };
    }
    if (!isGone) {
        notice.second = tr("Open it again");
        notice.actSecond = [this] { Q_EMIT openingRequested(); };
    }
    return notice;
}

// What can be done about a damaged file, by whom may: a backup first, as what is rescued has gaps.
void FileNotices::offerWaysOut(Notice &notice)
{
    if (!m_session->may(Command::Restore))
        return;
    const std::function<void()> restore = [this] { Q_EMIT restoringRequested(); };
    if (!notice.action.isEmpty()) {
        notice.second = tr("Restore a backup…");
        notice.actSecond = restore;
        return;
    }
    notice.action = tr("Restore a backup…");
    notice.act = restore;
    notice.second = tr("Rescue what can be read…");
    notice.actSecond = [this] { Q_EMIT salvageRequested(); };
}

FileNotices::Notice FileNotices::ofDamage()
{
    Notice notice{.tone = Tone::Bad, .text = m_damage};
    if (!m_session->may(Command::Restore))
        notice.text = joinedSentences({notice.text, tr("Tell your supervisor or administrator.")});
    offerWaysOut(notice);
    return notice;
}

std::optional<FileNotices::Notice> FileNotices::mostUrgent()
{
    const CaseSession &session = *m_session;
    if (session.place() != FilePlace::State::There)
        return ofPlace();
    if (!m_damage.isEmpty())
        return ofDamage();
    const QString chain = chainText();
    if (session.isReadOnly()) {
        const QString holder = OwnerLock::holder(session.path());
        const QString text = holder.isEmpty()
                                 ? tr("This file is open for reading only. Nothing can be changed.")
                                 : tr("This file is open for reading only: it is held for writing by %1.").arg(holder);
        return Notice{.tone = Tone::Warn,
                      .text = chain.isEmpty() ? text : joinedSentences({chain, text}),
                      .action = tr("Open for writing"),
                      .act = [this] { Q_EMIT writingRequested(); }};
    }
    const bool isBroken = session.chains().check() && !session.chains().check()->isSound();
    if (auto seals = ofSeals()) {
        if (isBroken)
            seals->text = joinedSentences({brokenText(*session.chains().check(), true), seals->text});
        return seals;
    }
    if (!chain.isEmpty()) {
        const bool mayAccept = session.chains().mayAccept() == true;
        Notice notice{.tone = isBroken ? Tone::Bad : Tone::Warn,
                      .text = chain,
                      .action = mayAccept ? tr("Accept the file as it is") : QString(),
                      .act = [this] { m_session->chains().accept(); }};
        if (isBroken) // records are not as they were written: an older copy may have them
            offerWaysOut(notice);
        return notice;
    }
    if (isOpenToOthers(session.path()))
        return ofOthers();
    if (const Medium medium = Medium::of(session.path()); medium.isScarce()) {
        return Notice{.tone = Tone::Warn,
                      .text =
                          tr("Only %1 are left on the disk that holds the case file. Free some space before tickets "
                             "can't be saved any more.")
                              .arg(QLocale().formattedDataSize(medium.available))};
    }
    if (FilePlace::names(session.path()) > 1) {
        return Notice{.tone = Tone::Warn,
                      .text = tr("This file has a second name in some folder (a hard link). A program that copies or "
                                 "replaces one of the two parts them unnoticed: delete the other name.")};
    }
    if (m_backups)
        return m_backups;
    if (!session.keptCopy().isEmpty()) {
        return Notice{.tone = Tone::Info,
                      .text = tr("The file was brought up to date. A copy of it as it was lies in “%1”.")
                                  .arg(QDir::toNativeSeparators(session.keptCopy()))};
    }
    return m_roles;
}

void FileNotices::hearOfRecords()
{
    const ChainWatch &chains = m_session->chains();
    const bool isNews = chains.isForAuditor() && chains.wasChecked() && !chains.isSeen() && !chains.isChecking();
    m_sound =
        isNews && chains.check()->isSound() && chains.failure().isEmpty() ? wholeText(*chains.check()) : QString();
    if (const QString failure = chains.failure(); std::exchange(m_failure, failure) != failure && !failure.isEmpty())
        m_trouble = tr("The records could not be gone through: %1").arg(failure);
}

void FileNotices::chainsChanged()
{
    if (!m_session || !m_session->isLoggedIn())
        return;
    const ChainWatch &chains = m_session->chains();
    hearOfRecords();
    if (chains.check() && !chains.check()->isSound() && !chains.isSeen())
        m_dismissed = false; // that is news
    if (!m_asking.isRunning())
        show();
}

// The administrator is told once that roles are to be parted; the set-up goes on telling it.
void FileNotices::askRoles()
{
    m_asking.cancel();
    m_asking = {};
    if (!m_session->may(Command::ManageUsers) || mostUrgent())
        return;
    struct Combined
    {
        QStringList ids{};
        QString key{}; // of the setting that says about whom it was told
    };
    m_asking = m_session->read(
        this,
        [](CaseFile &file) {
            Combined combined{.key = u"parting/"_s + fileKeyOf(file)};
            const QList<User> users = toBeParted(UserRepository(file.database()).all());
            for (const User &user : users)
                combined.ids.append(QString::number(user.id->value()));
            return combined;
        },
        [this, who = m_session->user()](const Combined &combined) {
            m_asking = {};
            if (m_session && m_session->user() == who)
                tellRoles(combined.ids.join(u' '), combined.key);
            show();
        },
        [this](const std::exception_ptr &) { // nobody asked for it
            m_asking = {};
            show();
        });
}

void FileNotices::tellRoles(const QString &ids, const QString &key)
{
    if (ids.isEmpty() || settings().value(key).toString() == ids || mostUrgent())
        return;
    settings().setValue(key, ids);
    m_roles = Notice{.tone = Tone::Info,
                     .text = tr("Three or more work here now: supervisor, administrator and auditor should be three "
                                "persons."),
                     .action = tr("Show the users"),
                     .act = [this] {
                         m_roles.reset();
                         show();
                         Q_EMIT usersRequested();
                     }};
}

} // namespace huiyin
