// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/FileCommands.h"

#include "casework/CaseBook.h"
#include "exchange/DemoOffice.h"
#include "shell/FileSaver.h"
#include "shell/Leaving.h"
#include "shell/NewOfficeDialog.h"
#include "shell/Settings.h"
#include "storage/Backup.h"
#include "storage/Medium.h"
#include "storage/Rescue.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

QString caseFileFilter()
{
    return FileCommands::tr("Case files (*.huiyin)");
}

} // namespace

FileCommands::FileCommands(const Clock &clock, Messages &messages, QWidget *window)
    : QObject(window)
    , m_clock(clock)
    , m_messages(messages)
    , m_window(window)
{
}

FileCommands::~FileCommands()
{
    if (const auto progress = m_background.lock())
        progress->cancel();
}

template <class Fn, class Done>
void FileCommands::runInBackground(const QString &title, Fn fn, Done done)
{
    using T = std::invoke_result_t<Fn &, Progress &>;
    auto progress = std::make_shared<TaskProgress>();
    m_background = progress;
    auto *dialog = new ProgressDialog(title, progress, m_window);
    dialog->setWindowModality(Qt::WindowModal);
    m_window->setCursor(Qt::BusyCursor);
    auto *watcher = new QFutureWatcher<TaskResult<T>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, dialog, done]() mutable {
        watcher->deleteLater();
        dialog->end();
        m_window->unsetCursor();
        TaskResult<T> result = watcher->future().takeResult();
        if (const auto *error = std::get_if<1>(&result))
            m_messages.failed(*error);
        else
            deliver<T>(done, result);
    });
    watcher->setFuture(QtConcurrent::run([fn, progress]() mutable {
        Progress &told = *progress;
        return runTask<T>(fn, told);
    }));
}

void FileCommands::newOffice()
{
    auto *dialog = new NewOfficeDialog(m_window);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const QString path = dialog->path();
        runInBackground(
            tr("Making the case file"),
            [path, office = dialog->office(), at = m_clock.now()](Progress &) {
                CaseFile::create(path, office, [&at](Database &database) { fillDefaults(database, at); });
            },
            [this, path] { Q_EMIT fileChosen(path); });
    });
    dialog->open();
}

void FileCommands::openSample(const QString &name)
{
    const QList<DemoInfo> demos = demoOffices();
    const auto demo = std::ranges::find(demos, name, &DemoInfo::name);
    if (demo == demos.end()) {
        m_messages.show({.what = tr("There is no sample office “%1”.").arg(name)});
        return;
    }
    QTemporaryDir folder(QDir::temp().filePath(u"huiyin-sample-XXXXXX"_s));
    if (!folder.isValid()) {
        m_messages.show(
            {.what = tr("No file can be made in the folder for temporary files."), .details = folder.errorString()});
        return;
    }
    folder.setAutoRemove(false);
    const QString path = folder.filePath(fileNameOf(demo->office) + u".huiyin");
    runInBackground(
        tr("Making the sample office"),
        [path, name, &clock = m_clock](Progress &progress) { createDemo(path, name, clock, progress); },
        [this, path] { Q_EMIT fileChosen(path); });
}

void FileCommands::chooseFile()
{
    const QStringList recent = recentFiles();
    const QString folder = recent.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)
                                            : QFileInfo(recent.first()).absolutePath();
    auto *dialog = new QFileDialog(m_window, tr("Open a case file"), folder, caseFileFilter());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) { Q_EMIT fileChosen(path); });
    dialog->open();
}

void FileCommands::saveElsewhere(CaseSession &session)
{
    const QString name = u"%1-%2.huiyin"_s.arg(QFileInfo(session.path()).completeBaseName(),
                                               QDateTime::currentDateTime().toString(u"yyyyMMdd-HHmm"_s));
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    auto *dialog =
        new QFileDialog(m_window, tr("Save what is open elsewhere"), folder.filePath(name), caseFileFilter());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(caseFileSuffix);
    connect(dialog, &QFileDialog::fileSelected, this, [this, session = QPointer(&session)](const QString &target) {
        if (!session)
            return;
        // By the connection that writes: it has the file open that was there. No record can be left of it.
        session->longTask(
            m_window, tr("Saving what is open"),
            [target](CaseBook &book, Progress &progress) {
                return copyDatabase(book.file().database(), target, true, progress);
            },
            [this, target](bool) {
                offerToOpen({.level = Message::Level::Information,
                             .what = tr("What was open has been saved and checked. Open this file to go on."),
                             .state = QDir::toNativeSeparators(target)},
                            target);
            });
    });
    dialog->open();
}

void FileCommands::chooseDamaged(const QString &present)
{
    const QStringList recent = recentFiles();
    const QString first = present.isEmpty() && !recent.isEmpty() ? recent.first() : present;
    const QString folder = first.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)
                                           : QFileInfo(first).absolutePath();
    auto *dialog = new QFileDialog(m_window, tr("Which case file is damaged?"), folder, caseFileFilter());
    dialog->setObjectName(u"shell.rescue.file"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    if (!present.isEmpty())
        dialog->selectFile(present);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) { Q_EMIT damagedChosen(path); });
    dialog->open();
}

// The one that is open is closed on the way, as whenever another is opened: what is not saved is asked about.
void FileCommands::offerToOpen(const Message &message, const QString &path)
{
    m_messages.ask(this, {.message = message, .answers = {tr("Open it"), tr("Not now")}}, [this, path](int answer) {
        if (answer == 0)
            Q_EMIT fileChosen(path);
    });
}

void FileCommands::rescueFile(const QString &damaged, const QString &user, const Leave &leave)
{
    const QFileInfo info(damaged);
    const QString name = tr("%1 rescued").arg(info.completeBaseName()) + u".huiyin";
    auto *dialog =
        new QFileDialog(m_window, tr("Rescue into a new file"), info.absoluteDir().filePath(name), caseFileFilter());
    dialog->setObjectName(u"shell.rescue.target"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(caseFileSuffix);
    const auto run = [this, damaged,
                      stamp = RescueStamp{.user = user.isEmpty() ? builtInUser() : user, .at = m_clock.now()}](
                         const QString &target) {
        runInBackground(
            tr("Rescuing what can be read"),
            [damaged, target, stamp](Progress &progress) { return rescue(damaged, target, stamp, progress); },
            [this, target](const RescueReport &report) {
                m_messages.show(
                    {.level = Message::Level::Information,
                     .what = tr("Tickets brought over whole: %1. Missing: %2. To be looked into: %3.")
                                 .arg(report.tickets)
                                 .arg(report.missing.size())
                                 .arg(report.doubts.size()),
                     .state = tr("What is missing stands in “%1”.").arg(QDir::toNativeSeparators(rescueListOf(target))),
                     .todo = tr("Keep the damaged file as it is until the list has been gone through.")});
                Q_EMIT fileChosen(target);
            });
    };
    // Queued: leaving the file takes its dialogs with it, and this one would be gone before it has closed itself.
    connect(
        dialog, &QFileDialog::fileSelected, this,
        [leave, run](const QString &target) { leave([run, target] { run(target); }); }, Qt::QueuedConnection);
    dialog->open();
}

void FileCommands::copyHere(const QString &farFile)
{
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    auto *dialog = new QFileDialog(m_window, tr("Copy to a disk of this computer"),
                                   folder.filePath(QFileInfo(farFile).fileName()), caseFileFilter());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(caseFileSuffix);
    dialog->setOption(QFileDialog::DontConfirmOverwrite); // it would be refused anyway
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, farFile](const QString &target) { copyTo(farFile, target); });
    dialog->open();
}

void FileCommands::copyTo(const QString &farFile, const QString &target)
{
    if (Medium::of(target).isNetwork()) {
        m_messages.show({.what = tr("This folder lies on a network drive too. Nothing was copied."),
                         .todo = tr("Choose a folder on a disk of this computer.")});
        return;
    }
    runInBackground(
        tr("Copying the case file"),
        [farFile, target](Progress &progress) { return backUp(farFile, target, false, progress); },
        [this, farFile, target](bool sound) {
            m_messages.show(
                {.level = sound ? Message::Level::Information : Message::Level::Warning,
                 .what = sound ? tr("The copy is complete and has been checked. It is opened now.")
                               : tr("The copy is complete, but some records of the case file are not as they were "
                                    "written."),
                 .state = QDir::toNativeSeparators(target),
                 .todo = tr("Work in this copy alone from now on. What others still enter in “%1” is not in it.")
                             .arg(QDir::toNativeSeparators(farFile))});
            Q_EMIT fileChosen(target);
        });
}

void FileCommands::backUpCopy(CaseSession &session)
{
    const QFileInfo info(session.path());
    const QString name =
        u"%1-%2.huiyin"_s.arg(info.completeBaseName(), QDateTime::currentDateTime().toString(u"yyyyMMdd-HHmm"_s));
    auto *dialog = new QFileDialog(m_window, tr("Back up a copy"), info.absoluteDir().filePath(name), caseFileFilter());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(caseFileSuffix);
    connect(dialog, &QFileDialog::fileSelected, this, [this, session = QPointer(&session)](const QString &target) {
        if (session)
            recordLeaving(*session, m_window, Command::BackUp, u"backup"_s, [this, session, target] {
                if (session)
                    writeCopy(*session, target);
            });
    });
    dialog->open();
}

void FileCommands::writeCopy(CaseSession &session, const QString &target)
{
    session.longRead(
        m_window, tr("Copying the case file"),
        // The file dialog has asked before overwriting.
        [target](CaseFile &file, Progress &progress) { return backUp(file, target, true, progress); },
        [this, target, session = QPointer(&session)](bool sound) {
            if (session)
                Q_EMIT backedUp(session->zone().toLocal(m_clock.now()).toString(u"HH:mm"_s));
            if (sound) {
                m_messages.show({.level = Message::Level::Information,
                                 .what = tr("The copy is complete and has been checked."),
                                 .state = QDir::toNativeSeparators(target)});
            } else {
                m_messages.show({.level = Message::Level::Warning,
                                 .what = tr("The copy is complete, but some records of the case file are not as "
                                            "they were written."),
                                 .state = QDir::toNativeSeparators(target),
                                 .todo = tr("Keep this copy and the earlier ones, and have the file checked.")});
            }
        },
        nothingLeft(session, u"backup"_s));
}

} // namespace huiyin
