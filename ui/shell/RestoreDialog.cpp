// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/RestoreDialog.h"

#include "backup/EncryptedCopy.h"
#include "controls/Panel.h"
#include "controls/PasswordField.h"
#include "domain/ItemList.h"
#include "shell/BackupKeeper.h"
#include "shell/ConsentDialog.h"
#include "storage/SafeFile.h"
#include "storage/StorageError.h"
#include "storage/UserRepository.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

enum Where { InPlace, AsNew };

QString newerText(const NewerRecords &newer)
{
    if (newer.verdict != ChainVerdict::Sound)
        return RestoreDialog::tr("The present file doesn't go on from this backup: its history is another.");
    if (newer.events == 0)
        return RestoreDialog::tr("The present file holds nothing newer.");
    QString text = RestoreDialog::tr("%n event(s) of the present file are newer than this backup", nullptr,
                                     static_cast<int>(newer.events));
    text += RestoreDialog::tr(", of %n ticket(s)", "follows the number of events", static_cast<int>(newer.tickets));
    if (newer.firstTickets.isEmpty())
        return text + RestoreDialog::tr(".", "end of a sentence");
    const bool more = newer.tickets > newer.firstTickets.size();
    return text + RestoreDialog::tr(": ", "before a list of tickets") + joinedItems(newer.firstTickets)
           + (more ? u" …"_s : QString());
}

} // namespace

RestoreDialog::RestoreDialog(CaseSession *session, const QString &caseFile, const Clock &clock, Messages &messages,
                             QWidget *parent)
    : EntryDialog(u"shell.restore"_s, tr("Restore from a backup"), parent)
    , m_session(session)
    , m_caseFile(caseFile)
    , m_clock(clock)
    , m_messages(messages)
    , m_zone(session ? session->zone() : OfficeZone())
    , m_table(new BackupTable(this))
    , m_preview(nullptr)
    , m_passphrase(new PasswordField(this))
    , m_where(new QComboBox(this))
{
    setMessages(messages);
    setKeepsNothing();
    setMinimumWidth(760);
    setSubmitText(tr("Restore"));
    m_table->setMinimumHeight(190);
    addField(u"backup"_s, tr("&Backup"), m_table);
    m_preview = addRemark(tr("Choose a backup: what the present file holds beyond it is told here."));
    m_preview->setObjectName(u"shell.restore.preview"_s);
    m_preview->setWordWrap(true);
    auto *other = new QPushButton(tr("&Another file…"), this);
    other->setAutoDefault(false);
    addField(u"other"_s, tr("Elsewhere"), other);
    other->setAccessibleName(tr("Another file…"));
    m_passphrase->setPlaceholderText(tr("Of an encrypted backup; or its recovery code"));
    addField(u"passphrase"_s, tr("&Passphrase"), m_passphrase);
    m_passphrase->setEnabled(false);
    if (!caseFile.isEmpty()) {
        m_where->addItem(tr("In place of “%1”, which is moved aside").arg(QFileInfo(caseFile).fileName()), InPlace);
    }
    m_where->addItem(tr("As a new file…"), AsNew);
    addField(u"where"_s, tr("&Where to"), m_where);
    if (!session) {
        m_user = new QLineEdit(this);
        m_password = new PasswordField(this);
        m_reason = new QLineEdit(this);
        m_second = new QLineEdit(this);
        m_secondPassword = new PasswordField(this);
        m_reason->setPlaceholderText(tr("What has happened"));
        addField(u"reason"_s, tr("&Reason"), m_reason);
        addField(u"user"_s, tr("&User"), m_user);
        addField(u"password"_s, tr("Passwor&d"), m_password);
        addField(u"second"_s, tr("&Second person"), m_second);
        addField(u"secondPassword"_s, tr("His or her password"), m_secondPassword);
        addRemark(tr("Users are asked for only where the accounts of the backup have passwords."));
    }
    QList<QWidget *> chain{m_table, other, m_passphrase, m_where};
    if (!session)
        chain << m_reason << m_user << m_password << m_second << m_secondPassword;
    setTabChain(chain);
    connect(other, &QPushButton::clicked, this, &RestoreDialog::addOther);
    connect(m_table, &BackupTable::chosen, this, &RestoreDialog::showChosen);
    connect(this, &EntryDialog::submitted, this, &RestoreDialog::submitChosen);
    readBackups();
}

void RestoreDialog::choose(const QString &backup)
{
    m_wanted = backup;
    m_table->choose(backup);
}

void RestoreDialog::readBackups()
{
    const BackupKeeper *keeper = m_session ? BackupKeeper::of(*m_session) : nullptr;
    using Found = QList<PlacedBackup>;
    auto *watcher = new QFutureWatcher<Found>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        watcher->deleteLater();
        showBackups(watcher->result());
    });
    BackupSearch search{.caseFile = m_caseFile, .others = m_others};
    if (keeper) {
        search.fileKey = keeper->fileKey();
        search.folder = keeper->folder();
        search.medium = keeper->medium();
        search.earlier = keeper->earlierFolders();
    }
    watcher->setFuture(QtConcurrent::run([search] { return backupsToRestore(search); }));
}

void RestoreDialog::showBackups(QList<PlacedBackup> backups)
{
    const auto isWanted = [this](const PlacedBackup &one) { return one.backup.path == m_wanted; };
    if (!m_wanted.isEmpty() && std::ranges::none_of(backups, isWanted))
        backups.append({backupAt(m_wanted), true, {}}); // from a folder that this computer doesn't know of
    m_table->setBackups(backups, m_zone);
    if (!m_wanted.isEmpty())
        m_table->choose(m_wanted);
    else if (const auto newest =
                 std::ranges::find_if(m_table->backups(), [](const PlacedBackup &one) { return one.backup.counts(); });
             newest != m_table->backups().end() && !m_table->current())
        m_table->choose(newest->backup.path);
}

void RestoreDialog::addOther()
{
    auto *dialog = new QFileDialog(this, tr("Choose a backup"), QFileInfo(m_caseFile).absolutePath(),
                                   tr("Backups (*.huiyin *.huiyin.enc)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_others.append(QFileInfo(path).absoluteFilePath());
        m_wanted = m_others.last();
        readBackups();
    });
    dialog->open();
}

void RestoreDialog::showChosen()
{
    const KeptBackup *backup = m_table->current();
    m_passphrase->setEnabled(backup && isEncryptedCopy(backup->path));
    m_pending.cancel();
    if (!backup || !backup->manifest) {
        m_preview->setText(backup
                               ? tr("This copy has no manifest: its records are checked, but nobody can tell whether "
                                    "it is the newest.")
                               : QString());
        return;
    }
    m_preview->setText(tr("Comparing…"));
    if (!m_session) {
        compareClosed(*backup->manifest);
        return;
    }
    m_pending = m_session->read(
        this, [end = backup->manifest->facts.end](CaseFile &file) { return newerThan(file, end); },
        [this](const NewerRecords &newer) { m_preview->setText(newerText(newer)); },
        [this](const std::exception_ptr &error) { m_preview->setText(Messages::messageOf(error).what); });
}

// With the file as it lies there, as far as that can be read.
void RestoreDialog::compareClosed(const BackupManifest &manifest)
{
    using Compared = TaskResult<std::optional<NewerRecords>>;
    auto *watcher = new QFutureWatcher<Compared>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, shown = m_table->current()->path] {
        watcher->deleteLater();
        if (!m_table->current() || m_table->current()->path != shown)
            return; // another one was chosen meanwhile
        const Compared result = watcher->future().result();
        const auto *newer = std::get_if<0>(&result);
        if (!newer)
            m_preview->setText(tr("What the present file holds beyond it can't be told: it can't be read."));
        else if (!*newer)
            m_preview->setText(
                tr("What is newer than this backup can't be told: there is no file to compare it with."));
        else
            m_preview->setText(newerText(**newer));
    });
    watcher->setFuture(
        QtConcurrent::run([path = m_caseFile, key = manifest.facts.fileKey, end = manifest.facts.end]() -> Compared {
            const auto work = [&]() -> std::optional<NewerRecords> {
                if (path.isEmpty() || !QFileInfo::exists(path))
                    return std::nullopt;
                CaseFile file(path, CaseFile::Mode::Read);
                if (fileKeyOf(file) != key)
                    return NewerRecords{.verdict = ChainVerdict::Different};
                return newerThan(file, end);
            };
            return runTask<std::optional<NewerRecords>>(work);
        }));
}

bool RestoreDialog::replaces() const
{
    return m_where->currentData().toInt() == InPlace;
}

void RestoreDialog::submitChosen()
{
    const KeptBackup *backup = m_table->current();
    if (!backup) {
        showRefusal({tr("Choose a backup."), u"backup"_s});
        return;
    }
    if (m_passphrase->isEnabled() && m_passphrase->password().isEmpty()) {
        showRefusal({tr("The backup is encrypted: enter its passphrase, or the recovery code."), u"passphrase"_s});
        return;
    }
    RestoreRequest request{.backup = backup->path, .passphrase = m_passphrase->password()};
    if (!m_session) {
        request.user = m_user->text().trimmed();
        request.password = m_password->password();
        request.consent = {
            .reason = m_reason->text(), .second = m_second->text().trimmed(), .password = m_secondPassword->password()};
    }
    const auto go = [this](const RestoreRequest &asked) {
        if (m_session)
            tryOut(asked);
        else
            carryOut(asked);
    };
    if (replaces()) {
        request.target = restoredName(m_caseFile, m_clock.now());
        go(request);
        return;
    }
    auto *dialog = new QFileDialog(this, tr("Where the restored file lies"),
                                   m_caseFile.isEmpty() ? QDir::homePath() : restoredName(m_caseFile, m_clock.now()),
                                   tr("Case files (*.huiyin)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"huiyin"_s);
    dialog->setOption(QFileDialog::DontConfirmOverwrite); // it would be refused anyway
    connect(dialog, &QFileDialog::fileSelected, this, [request, go](const QString &path) mutable {
        request.target = path;
        go(request);
    });
    dialog->open();
}

// In another thread, behind a progress dialog; trouble is told, and `done` not called then.
template <class T, class Work, class Done>
void RestoreDialog::inBackground(const QString &title, Work work, Done done)
{
    using Result = TaskResult<T>;
    setBusy(true);
    m_progress = std::make_shared<TaskProgress>();
    auto *progress = new ProgressDialog(title, m_progress, this);
    progress->setWindowModality(Qt::WindowModal);
    auto *watcher = new QFutureWatcher<Result>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, progress, done] {
        watcher->deleteLater();
        progress->end();
        setBusy(false);
        const Result result = watcher->future().result();
        if (const auto *error = std::get_if<1>(&result))
            m_messages.failed(*error);
        else
            done(std::get<0>(result));
    });
    watcher->setFuture(QtConcurrent::run([work, told = m_progress]() -> Result {
        const auto carry = [&]() -> T { return work(*told); };
        return runTask<T>(carry);
    }));
}

// Whether it opens and is whole, before a second person is asked and a consent recorded for what can't come about. Records
// that are not as they were written keep nobody from it: that is told when it is done.
void RestoreDialog::tryOut(const RestoreRequest &request)
{
    using Tried = std::shared_ptr<RestoredFile>;
    inBackground<Tried>(
        tr("Trying the backup"),
        [request](Progress &told) {
            auto tried = std::make_shared<RestoredFile>(request.backup, request.passphrase, request.target, told);
            tried->rest();
            return tried;
        },
        [this, request](const Tried &tried) {
            if (!m_session)
                return; // nothing stays of it
            RestoreRequest approved = request;
            approved.tried = tried;
            approve(approved);
        });
}

// By those who work in the present file: whether they may, why, and who else agrees.
void RestoreDialog::approve(RestoreRequest request)
{
    const KeptBackup *backup = m_table->current();
    const QString name =
        backup && backup->manifest ? backup->manifest->name() : u"file "_s + QFileInfo(request.backup).fileName();
    m_session->read(
        this, [](CaseFile &file) { return UserRepository(file.database()).all(); },
        [this, request, name](const QList<User> &users) {
            if (!m_session)
                return;
            const QString about =
                replaces() ? tr("The backup takes the place of the present case file. What was saved since then is in "
                                "the file that is moved aside, and no longer in the one that you work with.")
                           : tr("The backup is made a case file of its own. It holds citizens' data as the present one "
                                "does.");
            auto *dialog = new ConsentDialog(*m_session, consentToRestore(users, m_session->user()), about, this);
            auto note = std::make_shared<ConsentNote>();
            dialog->start(
                [name, note](CaseBook &book, const Consent &consent) -> Outcome<Changes> {
                    const auto approved = book.approveRestore(name, consent);
                    if (!approved)
                        return approved.error();
                    *note = approved->note;
                    return approved->changes;
                },
                [this, request, note]() mutable {
                    if (!m_session)
                        return;
                    request.user = m_session->user();
                    request.approved = *note;
                    carryOut(request);
                });
        });
}

void RestoreDialog::carryOut(const RestoreRequest &request)
{
    const auto take = [this, request](const Outcome<RestoreResult> &outcome) {
        if (!outcome) {
            showRefusal(outcome.error());
            return;
        }
        const bool inPlace = replaces();
        if (!outcome->sound) {
            m_messages.show({.level = Message::Level::Warning,
                             .what = tr("The restored file is a faithful copy, but some of its records are not as they "
                                        "were written."),
                             .todo = tr("Have it checked, and keep the earlier backups.")});
        }
        accept();
        if (inPlace)
            Q_EMIT stagedFor(m_caseFile, request.target);
        else
            Q_EMIT restoredAs(request.target);
    };
    inBackground<Outcome<RestoreResult>>(
        tr("Restoring and checking the backup"),
        [request, now = m_clock.now()](Progress &told) { return restoreBackup(request, FixedClock(now), told); }, take);
}

} // namespace huiyin
