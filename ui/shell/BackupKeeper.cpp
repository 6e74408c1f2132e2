// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/BackupKeeper.h"

#include "domain/Sentences.h"
#include "shell/SavingDialog.h"
#include "shell/Settings.h"
#include "storage/SafeFile.h"
#include "storage/StorageError.h"

#include <QDir>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

bool isTemporary(const QString &path)
{
    return path.startsWith(QString(QFileInfo(QDir::tempPath()).canonicalFilePath() + u'/'))
           || path.startsWith(QString(QDir::tempPath() + u'/'));
}

QString sentenceOf(const std::exception &error)
{
    if (const auto *storage = dynamic_cast<const StorageError *>(&error))
        return storage->message();
    return QString::fromUtf8(error.what());
}

} // namespace

// All that the thread needs; the window may go meanwhile.
struct BackupKeeper::Job
{
    QString path;
    QString folder;
    QString medium;
    BackupReason reason = BackupReason::Change;
    QDateTime now;
    qint64 after = 0;
    FilePlace place;
    bool wantsBackup = true;
    bool wantsDrill = false;
};

struct BackupKeeper::Done
{
    std::optional<KeptBackup> made{};
    QString problem{}; // why none was made
    bool cancelled = false;
    bool hasKey = false;
    bool mediumIsThere = false;
    std::optional<QDateTime> onMedium{};
    QString mediumProblem{};
    std::optional<DrillReport> drill{};
};

struct BackupKeeper::Found
{
    QString fileKey{};
    QString folder{};
    QString medium{};
    QStringList earlier{};
    bool hasKey = false;
    bool mediumIsThere = false;
    bool changed = true;
    qint64 lastNumber = 0;
    std::optional<QDateTime> last{};
    std::optional<QDateTime> onMedium{};
    std::optional<QDateTime> drilled{};
    QString drillProblem{};
};

BackupKeeper::BackupKeeper(CaseSession &session)
    : QObject(&session)
    , m_session(session)
    , m_path(session.path())
    , m_place(m_path)
{
    constexpr int minute = 60'000;
    m_minute.setInterval(minute);
    connect(&m_minute, &QTimer::timeout, this, &BackupKeeper::consider);
    connect(&session, &CaseSession::saved, this, [this] { m_changed = true; });
}

BackupKeeper::~BackupKeeper()
{
    if (m_progress)
        m_progress->cancel(); // it ends by itself, and leaves nothing
}

BackupKeeper *BackupKeeper::of(const CaseSession &session)
{
    return session.findChild<BackupKeeper *>(QString(), Qt::FindDirectChildrenOnly);
}

QString BackupKeeper::key(QLatin1StringView name) const
{
    return u"backups/"_s + m_fileKey + u'/' + name;
}

void BackupKeeper::start()
{
    m_session.read(
        this,
        [path = m_path, copy = m_session.keptCopy(), now = m_session.clock().now()](CaseFile &file) {
            if (!copy.isEmpty() && !QFileInfo::exists(copy + manifestSuffix)) {
                try {
                    attestKeptCopy(copy, file, FixedClock(now));
                } catch (const std::exception &error) {
                    qWarning("backups: %s", error.what()); // it can be restored all the same
                }
            }
            Found found{.fileKey = fileKeyOf(file)};
            const auto kept = [&found](const QString &name) {
                return settings().value(u"backups/"_s + found.fileKey + u'/' + name);
            };
            const auto time = [&kept](const QString &name) {
                const QDateTime at = QDateTime::fromString(kept(name).toString(), Qt::ISODateWithMs);
                return at.isValid() ? std::optional(at) : std::nullopt;
            };
            found.folder = kept(u"folder"_s).toString();
            found.medium = kept(u"medium"_s).toString();
            found.earlier = kept(u"earlier"_s).toStringList();
            found.hasKey = backupKeyOf(file).has_value();
            found.mediumIsThere = !found.medium.isEmpty() && QFileInfo(found.medium).isDir();
            const QString folder = found.folder.isEmpty() ? defaultBackupFolder(path) : found.folder;
            if (const auto newest = newestBackup(backupsIn(folder, found.fileKey))) {
                found.last = newest->manifest->made;
                found.changed = hasChangedSince(file, *newest->manifest);
            }
            found.lastNumber = kept(u"number"_s).toLongLong();
            found.onMedium = time(u"onMedium"_s);
            found.drilled = time(u"drilled"_s);
            found.drillProblem = kept(u"drillProblem"_s).toString();
            return found;
        },
        [this](const Found &found) { take(found); },
        [](const std::exception_ptr &error) {
            qWarning("backups: %s", qUtf8Printable(Messages::messageOf(error).what)); // nobody asked
        });
}

void BackupKeeper::take(const Found &found)
{
    m_fileKey = found.fileKey;
    m_medium = found.medium;
    m_earlier = found.earlier;
    m_folder = found.folder.isEmpty() ? defaultBackupFolder(m_path) : found.folder;
    m_lastNumber = std::max(m_lastNumber, found.lastNumber);
    m_changed = m_changed || found.changed;
    // A backup that was opened itself is looked at, not worked with; its folder is that of the office.
    const bool isBackup = numberOfBackup(QFileInfo(m_path).fileName()).has_value();
    m_stand = {.isOn = !m_session.isReadOnly() && !isBackup && (!found.folder.isEmpty() || !isTemporary(m_path)),
               .isRunning = m_stand.isRunning,
               .last = found.last,
               .isBackup = isBackup,
               .hasKey = found.hasKey,
               .hasMedium = !found.medium.isEmpty(),
               .mediumIsThere = found.mediumIsThere,
               .onMedium = found.onMedium,
               .drillProblem = found.drillProblem,
               .drilled = found.drilled};
    m_isStarted = true;
    if (m_stand.isOn)
        m_minute.start();
    Q_EMIT changed();
}

void BackupKeeper::setFolder(const QString &folder)
{
    constexpr qsizetype remembered = 5;
    if (!m_folder.isEmpty())
        m_earlier.prepend(m_folder);
    m_earlier.removeIf([&folder](const QString &one) { return isSameFolder(one, folder); });
    m_earlier.removeDuplicates();
    m_earlier = m_earlier.first(std::min(m_earlier.size(), remembered));
    settings().setValue(key("earlier"_L1), m_earlier);
    m_folder = folder;
    settings().setValue(key("folder"_L1), folder);
    m_changed = true; // nothing lies there yet
    start();
}

void BackupKeeper::setMedium(const QString &folder)
{
    m_medium = folder;
    settings().setValue(key("medium"_L1), folder);
    settings().remove(key("onMedium"_L1));
    m_changed = true; // the first copy goes there with the next backup
    start();
}

void BackupKeeper::consider()
{
    // Without a change there may still be a medium that was plugged in later.
    const bool lacksCopy = m_stand.hasMedium && m_stand.hasKey && m_stand.last
                           && (!m_stand.onMedium || *m_stand.onMedium < *m_stand.last)
                           && m_place.state() == FilePlace::State::There;
    if (!m_isStarted || !m_stand.isOn || m_stand.isRunning || (!m_changed && !lacksCopy))
        return;
    const QDateTime now = m_session.clock().now();
    // A clock that was set back begins anew. After a failure it is tried again sooner.
    constexpr qint64 again = 300; // s
    const bool isWell = m_stand.problem.isEmpty() && m_stand.mediumProblem.isEmpty();
    const qint64 pause = isWell ? std::chrono::seconds(between).count() : again;
    const std::optional<QDateTime> &before = isWell && !m_tried ? m_stand.last : m_tried;
    if (before && *before <= now && before->secsTo(now) < pause)
        return;
    const QDate today = m_session.today();
    const auto drilled = m_stand.drilled ? m_session.zone().day(*m_stand.drilled) : QDate();
    const bool isDrillDue =
        m_session.isLoggedIn()
        && (!drilled.isValid() || drilled.year() != today.year() || drilled.month() != today.month());
    m_byHand = false;
    run(BackupReason::Change, m_changed, m_changed && isDrillDue);
}

void BackupKeeper::backUp(BackupReason reason, std::function<void(bool)> done)
{
    if (m_stand.isRunning) {
        m_waiting.append([this, reason, done = std::move(done)](bool) { backUp(reason, done); });
        return;
    }
    if (done)
        m_waiting.append(std::move(done));
    m_byHand = reason != BackupReason::Closing; // there the question tells
    run(reason, true, false);
}

void BackupKeeper::drill(std::function<void()> done)
{
    if (m_stand.isRunning) {
        m_waiting.append([this, done = std::move(done)](bool) { drill(done); });
        return;
    }
    m_waiting.append([done = std::move(done)](bool) {
        if (done)
            done();
    });
    m_byHand = true;
    const bool isThere = m_place.state() == FilePlace::State::There; // else the backup tells that it isn't
    run(BackupReason::ByHand, m_changed || !m_stand.last || !isThere, true);
}

void BackupKeeper::run(BackupReason reason, bool wantsBackup, bool wantsDrill)
{
    const Job job{.path = m_path,
                  .folder = m_folder,
                  .medium = m_medium,
                  .reason = reason,
                  .now = m_session.clock().now(),
                  .after = m_lastNumber,
                  .place = m_place,
                  .wantsBackup = wantsBackup,
                  .wantsDrill = wantsDrill};
    m_tried = job.now;
    if (wantsBackup)
        m_changed = false;
    m_stand.isRunning = true;
    m_progress = std::make_shared<TaskProgress>();
    auto *watcher = new QFutureWatcher<Done>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        watcher->deleteLater();
        ended(watcher->result());
    });
    watcher->setFuture(QtConcurrent::run([job, progress = m_progress] { return carryOut(job, *progress); }));
    Q_EMIT changed();
}

// In a thread of its own, with connections of its own.
BackupKeeper::Done BackupKeeper::carryOut(const Job &job, const Progress &progress)
{
    Done done;
    try {
        const FixedClock clock(job.now);
        std::optional<KeptBackup> newest;
        if (job.wantsBackup)
            newest = done.made = backUpInto(job.folder, job.path, job.reason, clock, progress, job.after, job.place);
        CaseFile file(job.path, CaseFile::Mode::Read);
        if (!newest) {
            QList<KeptBackup> there = backupsIn(job.folder, fileKeyOf(file));
            there.removeIf([](const KeptBackup &backup) { return backup.path.endsWith(encryptedSuffix); });
            newest = newestBackup(there);
        }
        const auto backupKey = backupKeyOf(file);
        done.hasKey = backupKey.has_value();
        done.mediumIsThere = !job.medium.isEmpty() && QFileInfo(job.medium).isDir();
        if (newest && backupKey && done.mediumIsThere) {
            try {
                done.onMedium = copyToMedium(*newest, job.medium, *backupKey, progress).manifest->made;
            } catch (const std::exception &error) {
                done.mediumProblem = sentenceOf(error); // the first one is safe all the same
            }
        }
        if (job.wantsDrill && newest && !progress.cancelled())
            done.drill = drillBackup(*newest, file, progress);
        if (done.drill && done.mediumIsThere && done.mediumProblem.isEmpty())
            done.drill->findings += drillMedium(job.medium, file, progress);
    } catch (const std::exception &error) {
        const auto *storage = dynamic_cast<const StorageError *>(&error);
        done.cancelled = storage && storage->kind() == StorageError::Kind::Cancelled;
        if (!done.made)
            done.problem = sentenceOf(error);
    }
    return done;
}

void BackupKeeper::ended(const Done &done)
{
    m_stand.isRunning = false;
    m_progress.reset();
    const bool worked = done.problem.isEmpty();
    if (worked) {
        m_stand.problem.clear();
        m_stand.mediumProblem = done.mediumProblem;
        m_stand.hasKey = done.hasKey;
        m_stand.mediumIsThere = done.mediumIsThere;
    } else {
        m_changed = true;
        if (!done.cancelled)
            m_stand.problem = done.problem;
    }
    if (done.made) {
        m_stand.last = done.made->manifest->made;
        m_lastNumber = std::max(m_lastNumber, done.made->number);
        settings().setValue(key("number"_L1), m_lastNumber);
        if (m_stand.isOn)
            settings().setValue(key("folder"_L1), m_folder); // its name is of the language of the window
    }
    if (done.onMedium) {
        m_stand.onMedium = done.onMedium;
        settings().setValue(key("onMedium"_L1), done.onMedium->toString(Qt::ISODateWithMs));
    }
    if (done.drill)
        tellDrill(*done.drill);
    Q_EMIT changed();
    if (m_byHand && !worked && !done.cancelled)
        m_session.messages().show({.what = tr("No backup could be made."),
                                   .state = done.problem,
                                   .todo = tr("The case file itself is as it was. See to the folder for backups, under "
                                              "Set-up, Backups.")});
    const auto waiting = std::exchange(m_waiting, {});
    const QPointer<BackupKeeper> self(this);
    for (const auto &told : waiting) {
        if (!self)
            return;
        told(worked);
    }
}

void BackupKeeper::tellDrill(const DrillReport &report)
{
    m_stand.drilled = m_session.clock().now();
    m_stand.drillProblem = joinedSentences(report.findings);
    settings().setValue(key("drilled"_L1), m_stand.drilled->toString(Qt::ISODateWithMs));
    settings().setValue(key("drillProblem"_L1), m_stand.drillProblem);
    // Its own record needs no backup within the half hour, but it is a change.
    m_session.command(
        this, [report](CaseBook &book) -> Outcome<Changes> { return book.noteDrill(report.name, report.findings); },
        [](const Changes &) {}, [](const Refusal &) {}, [](const std::exception_ptr &) {});
    if (!report.passed())
        Q_EMIT drillFailed(m_stand.drillProblem);
}

void BackupKeeper::finish(QWidget *window, std::function<void()> go, std::function<void()> stay)
{
    if (!m_session.isReadOnly() && m_place.state() != FilePlace::State::There) {
        // What stands at its path, if anything, is another file; what is open is gone with this window.
        m_session.messages().ask(
            window,
            {.message = {.level = Message::Level::Warning,
                         .what = tr("The case file isn't at its place any more, and no last backup can be made."),
                         .state =
                             m_stand.last
                                 ? tr("The newest backup is of %1. What was saved later can be lost when "
                                      "you close.")
                                       .arg(m_session.zone().toLocal(*m_stand.last).toString(u"yyyy-MM-dd HH:mm"_s))
                                 : tr("There is no backup of it. What was saved can be lost when you "
                                      "close."),
                         .todo = tr("Go back and put the file back, or save what is open elsewhere first.")},
             .answers = {tr("Close all the same"), tr("Go back")},
             .destructive = true},
            [window, go = std::move(go), stay = std::move(stay)](int answer) {
                if (answer == 0)
                    QTimer::singleShot(0, window, go);
                else
                    stay();
            });
        return;
    }
    if (!isDue()) {
        go();
        return;
    }
    // The session goes then, and this with it: not while this is at work.
    const auto leave = [window, go = std::move(go)] { QTimer::singleShot(0, window, go); };
    auto let = std::make_shared<bool>(false); // the user has gone without it
    auto *dialog = new SavingDialog(window);
    connect(dialog, &QDialog::accepted, this, [this, dialog, let, leave] {
        *let = true;
        if (m_progress)
            m_progress->cancel();
        dialog->deleteLater();
        leave();
    });
    dialog->open();
    const auto ask = [this, window, leave, stay](bool worked) {
        if (worked) {
            leave();
            return;
        }
        m_session.messages().ask(window,
                                 {.message = {.level = Message::Level::Warning,
                                              .what = tr("No backup could be made."),
                                              .state = m_stand.problem,
                                              .todo = tr("All that was saved is in the case file.")},
                                  .answers = {tr("Close without a backup"), tr("Go back")}},
                                 [leave, stay](int answer) { answer == 0 ? leave() : stay(); });
    };
    const auto last = [this, dialog = QPointer<QDialog>(dialog), let, ask](bool worked) {
        if (*let)
            return;
        delete dialog;
        ask(worked);
    };
    if (m_stand.isRunning) {
        // What runs may not hold the last change.
        m_waiting.append([this, last, let](bool worked) {
            if (*let)
                return;
            if (m_changed)
                backUp(BackupReason::Closing, last);
            else
                last(worked);
        });
        return;
    }
    backUp(BackupReason::Closing, last);
}

} // namespace huiyin
