// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/FileSafety.h"

#include "backup/Restore.h"
#include "domain/Sentences.h"
#include "shell/BackupKeeper.h"
#include "shell/ChainWatch.h"
#include "shell/FileNotices.h"
#include "shell/RestoreDialog.h"
#include "shell/Settings.h"
#include "shell/StatusLine.h"
#include "shell/StructureWatch.h"
#include "storage/StorageError.h"

#include <QDir>
#include <QFileInfo>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

// In the folders that this computer knows of, as far as they bear the name of the file.
bool hasBackups(const QString &caseFile)
{
    const QStringList folders = knownBackupFolders(caseFile);
    const QString base = QFileInfo(caseFile).completeBaseName() + u'-';
    return std::ranges::any_of(folders, [&base](const QString &folder) {
        const QList<KeptBackup> found = backupsIn(folder);
        return std::ranges::any_of(found, [&base](const KeptBackup &backup) {
            return backup.counts() && QFileInfo(backup.path).fileName().startsWith(base);
        });
    });
}

} // namespace

FileSafety::FileSafety(const Clock &clock, Messages &messages, StatusLine &statusLine, FileNotices &notices,
                       QWidget *window)
    : QObject(window)
    , m_clock(clock)
    , m_messages(messages)
    , m_statusLine(statusLine)
    , m_notices(notices)
    , m_window(window)
{
}

void FileSafety::keep(CaseSession &session)
{
    m_session = &session;
    m_told.clear();
    m_notices.tellDamage({});
    m_notices.tellBackups(Tone::Info, {});
    if (!m_restored.isEmpty() && QFileInfo(m_restored) == QFileInfo(session.path())) {
        // By two persons, or in their office of one. Where who works may not say so, an auditor is asked.
        connect(&session.chains(), &ChainWatch::changed, this, [now = &session, said = std::make_shared<bool>(false)] {
            if (!*said && now->chains().verdict() != ChainVerdict::Sound && now->chains().mayAccept() == true) {
                *said = true;
                now->chains().accept();
            }
        });
    }
    m_restored.clear();
    auto *keeper = new BackupKeeper(session);
    connect(keeper, &BackupKeeper::changed, this, &FileSafety::showStand);
    connect(keeper, &BackupKeeper::drillFailed, this, [this](const QString &problem) {
        m_messages.show({.what = tr("The newest backup could not be restored in a trial."),
                         .state = problem,
                         .todo = tr("Make another backup now, under Set-up, Backups, and keep the earlier ones.")});
    });
    keeper->start();
    if (!session.isReadOnly()) {
        auto *structure = new StructureWatch(session);
        connect(structure, &StructureWatch::changed, this, &FileSafety::showStand);
        structure->begin();
    }
}

void FileSafety::tell()
{
    showStand();
}

void FileSafety::showStand()
{
    const BackupKeeper *keeper = m_session ? BackupKeeper::of(*m_session) : nullptr;
    if (!keeper)
        return;
    const BackupStand &stand = keeper->stand();
    m_statusLine.showBackups(stand);
    if (stand.isBackup && m_session->isLoggedIn() && !m_session->isReadOnly()) {
        tellOpenBackup();
        return;
    }
    if (const auto *structure = m_session->findChild<StructureWatch *>(); structure && m_session->isLoggedIn()) {
        m_notices.tellDamage(structure->damageText());
    }
    if (!stand.isOn || !m_session->isLoggedIn() || stand.isRunning)
        return;
    QString text;
    Tone tone = Tone::Warn;
    if (!stand.drillProblem.isEmpty()) {
        tone = Tone::Bad;
        text = tr("The newest backup could not be restored in a trial: %1").arg(stand.drillProblem);
    } else if (!stand.problem.isEmpty()) {
        tone = Tone::Bad;
        text = tr("No backup could be made: %1").arg(stand.problem);
    } else if (!stand.mediumProblem.isEmpty()) {
        tone = Tone::Bad;
        text = tr("The backup was made, but not copied to the second medium: %1").arg(stand.mediumProblem);
    } else if (stand.hasMedium && stand.isMediumDue(m_clock.now())) {
        text = stand.onMedium
                   ? tr("The second medium has had no copy for more than %1 days.").arg(BackupStand::patience)
                   : tr("There is no copy on the second medium yet.");
        text = joinedSentences({text, stand.hasKey ? tr("Plug it in: the next backup is copied to it.")
                                                   : tr("It takes a passphrase first.")});
    } else if (!stand.hasMedium && m_session->may(Command::SetUp)) {
        // Told once a week, to whom can change it.
        const QString key = u"backups/"_s + keeper->fileKey() + u"/toldOfMedium";
        const QDateTime told = QDateTime::fromString(settings().value(key).toString(), Qt::ISODateWithMs);
        const bool isNew = m_told.isEmpty();
        if (isNew && told.isValid() && told <= m_clock.now() && told.daysTo(m_clock.now()) < BackupStand::patience)
            return;
        tone = Tone::Info;
        text = tr("Backups lie on this computer only. A second medium, a stick or a share, keeps them when its disk "
                  "dies.");
        if (isNew)
            settings().setValue(key, m_clock.now().toString(Qt::ISODateWithMs));
    }
    if (text == m_told)
        return;
    m_told = text;
    m_notices.tellBackups(tone, text, text.isEmpty() ? QString() : tr("Show the backups"),
                          [this] { Q_EMIT partRequested(u"setup"_s, u"backups"_s); });
}

// Who goes on in it works without backups, and in a copy that is not what was verified any more.
void FileSafety::tellOpenBackup()
{
    m_told =
        tr("You have opened a backup itself. No backups are made of it, and what you enter here is not in the case "
           "file of the office. To go on from it, close it and restore it.");
    m_notices.tellBackups(Tone::Bad, m_told, tr("Close it and restore it…"), [this] {
        if (!m_session)
            return;
        const QString path = m_session->path();
        Q_EMIT closeRequested([this, path] { restore(nullptr, {}, path); }, [] {});
    });
}

void FileSafety::finish(CaseSession *session, const std::function<void()> &go, const std::function<void()> &stay)
{
    BackupKeeper *keeper = session ? BackupKeeper::of(*session) : nullptr;
    if (!keeper) {
        go();
        return;
    }
    keeper->finish(m_window, go, [stay] {
        if (stay)
            stay();
    });
}

void FileSafety::restore(CaseSession *session, const QString &caseFile, const QString &backup)
{
    auto *dialog = new RestoreDialog(session, caseFile, m_clock, m_messages, m_window);
    connect(dialog, &RestoreDialog::stagedFor, this, &FileSafety::putInPlace);
    connect(dialog, &RestoreDialog::restoredAs, this, [this, open = session != nullptr](const QString &path) {
        if (!open) {
            m_restored = path;
            Q_EMIT openRequested(path);
            return;
        }
        // The present one is closed on the way, as whenever another is opened.
        m_messages.ask(this,
                       {.message = {.level = Message::Level::Information,
                                    .what = tr("The backup was restored as a file of its own."),
                                    .state = QDir::toNativeSeparators(path)},
                        .answers = {tr("Open it"), tr("Not now")}},
                       [this, path](int answer) {
                           if (answer != 0)
                               return;
                           m_restored = path;
                           Q_EMIT openRequested(path);
                       });
    });
    if (!backup.isEmpty())
        dialog->choose(backup);
    dialog->open();
}

bool FileSafety::offerRestore(const QString &caseFile, const std::exception_ptr &error)
{
    bool isDamaged = false;
    try {
        std::rethrow_exception(error);
    } catch (const StorageError &e) {
        using Kind = StorageError::Kind;
        isDamaged = e.kind() == Kind::Damaged || e.kind() == Kind::NotCaseFile; // the latter by its first page
        const bool isLost = e.kind() == Kind::Missing || e.kind() == Kind::Damaged || e.kind() == Kind::NotCaseFile;
        if (!isLost || !hasBackups(caseFile))
            return false;
    } catch (...) {
        return false;
    }
    Message message = Messages::messageOf(error);
    message.todo = tr("There are backups of it. What is there now is moved aside, and nothing is deleted.");
    // What a backup doesn't hold yet may still be read in the damaged file.
    QStringList answers{tr("Restore from a backup…")};
    if (isDamaged)
        answers.append(tr("Rescue what can be read…"));
    answers.append(tr("Cancel"));
    m_messages.ask(this, {.message = message, .answers = answers}, [this, caseFile, isDamaged](int answer) {
        if (answer == 0)
            restore(nullptr, caseFile);
        else if (answer == 1 && isDamaged)
            Q_EMIT rescueRequested(caseFile);
    });
    return true;
}

void FileSafety::putInPlace(const QString &caseFile, const QString &staged)
{
    const auto stays = [this, staged] {
        m_messages.show({.level = Message::Level::Information,
                         .what = tr("The present file stays. The restored one lies beside it."),
                         .state = QDir::toNativeSeparators(staged)});
    };
    if (!m_session || QFileInfo(m_session->path()) != QFileInfo(caseFile)) {
        exchange(caseFile, staged);
        return;
    }
    const auto close = [this, caseFile, staged, stays] {
        Q_EMIT closeRequested([this, caseFile, staged] { exchange(caseFile, staged); }, stays);
    };
    BackupKeeper *keeper = BackupKeeper::of(*m_session);
    if (keeper && keeper->isDue()) {
        // Whether it works or not: the file itself is moved aside.
        keeper->backUp(BackupReason::BeforeRestore, [this, close](bool) { QTimer::singleShot(0, this, close); });
        return;
    }
    close();
}

void FileSafety::exchange(const QString &caseFile, const QString &staged)
{
    try {
        const QString aside = exchangeCaseFile(caseFile, staged, m_clock.now());
        m_restored = caseFile;
        if (!aside.isEmpty()) {
            m_messages.show({.level = Message::Level::Information,
                             .what = tr("The backup has taken the place of the case file."),
                             .state = tr("What stood there is kept as “%1”.").arg(QDir::toNativeSeparators(aside))});
        }
    } catch (...) {
        m_messages.failed(std::current_exception());
    }
    Q_EMIT openRequested(caseFile);
}

} // namespace huiyin
