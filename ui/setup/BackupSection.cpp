// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/BackupSection.h"

#include "controls/NoticeBar.h"
#include "controls/Panel.h"
#include "setup/ChangeLogDialog.h"
#include "setup/RecoverySheet.h"
#include "shell/BackupKeeper.h"
#include "shell/BackupTable.h"
#include "shell/Leaving.h"
#include "shell/RestoreDialog.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

QPushButton *plainButton(const QString &text, const QString &name, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setObjectName(u"setup.backups."_s + name);
    button->setAutoDefault(false);
    return button;
}

} // namespace

BackupSection::BackupSection(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_folder(textLabel(QString(), "", this))
    , m_medium(textLabel(QString(), "", this))
    , m_key(textLabel(QString(), "", this))
    , m_drilled(textLabel(QString(), "", this))
    , m_changeFolder(plainButton(tr("Fo&lder…"), u"folder"_s, this))
    , m_changeMedium(plainButton(tr("&Second medium…"), u"medium"_s, this))
    , m_setKey(plainButton(tr("Set a &passphrase…"), u"passphrase"_s, this))
    , m_sheet(plainButton(tr("&Recovery sheet…"), u"sheet"_s, this))
    , m_now(plainButton(tr("&Back up now"), u"now"_s, this))
    , m_drill(plainButton(tr("&Try a restore"), u"drill"_s, this))
    , m_log(plainButton(tr("Histor&y…"), u"log"_s, this))
    , m_restore(plainButton(tr("Restor&e…"), u"restore"_s, this))
    , m_table(new BackupTable(this))
    , m_notice(new NoticeBar(this))
{
    setObjectName(u"setup.backups"_s);
    m_table->setObjectName(u"setup.backups.table"_s);
    m_notice->setObjectName(u"setup.backups.notice"_s);
    setLook(m_now, "primary");
    auto *grid = new QGridLayout;
    grid->setContentsMargins(15, 0, 15, 8);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(6);
    const auto row = [&](int at, const QString &text, QLabel *value, const QString &name,
                         const QList<QPushButton *> &buttons) {
        value->setObjectName(u"setup.backups."_s + name);
        value->setTextFormat(Qt::PlainText);
        value->setWordWrap(true);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        grid->addWidget(textLabel(text, "soft", this), at, 0);
        grid->addWidget(value, at, 1);
        auto *side = new QHBoxLayout;
        side->setSpacing(8);
        for (QPushButton *button : buttons)
            side->addWidget(button);
        grid->addLayout(side, at, 2);
    };
    row(0, tr("On this computer"), m_folder, u"folderText"_s, {m_changeFolder});
    row(1, tr("Second medium"), m_medium, u"mediumText"_s, {m_changeMedium});
    row(2, tr("Passphrase"), m_key, u"keyText"_s, {m_setKey, m_sheet});
    row(3, tr("Trial restore"), m_drilled, u"drillText"_s, {m_drill});
    grid->setColumnStretch(1, 1);
    auto *notice = new QVBoxLayout;
    notice->setContentsMargins(12, 8, 12, 0);
    notice->addWidget(m_notice);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(12, 8, 12, 8);
    buttons->setSpacing(8);
    buttons->addWidget(m_now);
    buttons->addWidget(m_log);
    buttons->addStretch();
    buttons->addWidget(m_restore);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(grid);
    layout->addWidget(m_table, 1);
    layout->addLayout(notice);
    layout->addLayout(buttons);

    QList<QWidget *> chain{m_changeFolder, m_changeMedium, m_setKey, m_sheet, m_drill, m_table};
    for (QAbstractButton *button : m_notice->findChildren<QAbstractButton *>())
        chain.append(button);
    setTabChain(chain << m_now << m_log << m_restore);

    connect(m_changeFolder, &QPushButton::clicked, this, [this] { chooseFolder(false); });
    connect(m_changeMedium, &QPushButton::clicked, this, [this] { chooseFolder(true); });
    connect(m_setKey, &QPushButton::clicked, this, &BackupSection::setPassphrase);
    connect(m_sheet, &QPushButton::clicked, this, &BackupSection::printSheet);
    connect(m_now, &QPushButton::clicked, this, &BackupSection::backUpNow);
    connect(m_drill, &QPushButton::clicked, this, &BackupSection::drill);
    connect(m_log, &QPushButton::clicked, this, [this] { showChangeLog(m_context, this, ChangeLog::Backups); });
    connect(m_restore, &QPushButton::clicked, this, [this] {
        const KeptBackup *chosen = m_table->current();
        Q_EMIT restoreRequested(chosen ? chosen->path : QString());
    });
    if (BackupKeeper *kept = keeper()) {
        connect(kept, &BackupKeeper::changed, this, [this] {
            showStand();
            if (isVisible())
                readList();
        });
    }
    connect(&context.session, &CaseSession::userChanged, this, &BackupSection::showStand);
    showStand();
}

BackupKeeper *BackupSection::keeper() const
{
    return BackupKeeper::of(m_context.session);
}

void BackupSection::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    showStand();
    readList();
}

void BackupSection::showStand()
{
    const BackupKeeper *kept = keeper();
    const CaseSession &session = m_context.session;
    const bool mayBackUp = kept && session.may(Command::BackUp);
    const bool maySetUp = kept && !kept->fileKey().isEmpty() && session.may(Command::SetUp);
    const BackupStand stand = kept ? kept->stand() : BackupStand{};
    m_changeFolder->setEnabled(maySetUp);
    m_changeMedium->setEnabled(maySetUp);
    m_setKey->setEnabled(maySetUp);
    m_sheet->setEnabled(maySetUp && stand.hasKey);
    m_now->setEnabled(mayBackUp && !stand.isRunning && !kept->folder().isEmpty());
    m_drill->setEnabled(m_now->isEnabled());
    m_restore->setEnabled(kept && session.may(Command::Restore));
    m_setKey->setText(stand.hasKey ? tr("Change the &passphrase…") : tr("Set a &passphrase…"));
    if (!kept)
        return;
    const auto time = [&session](const QDateTime &at) {
        return session.zone().toLocal(at).toString(u"yyyy-MM-dd HH:mm"_s);
    };
    m_folder->setText(stand.isOn ? QDir::toNativeSeparators(kept->folder())
                                 : tr("A sample or temporary file: no backups are made until a folder is chosen."));
    if (stand.isBackup)
        m_folder->setText(tr("This file is a backup itself: no backups are made of it. Restore it to go on from it."));
    if (session.isReadOnly())
        m_folder->setText(tr("The file is open for reading only: no backups are made."));
    if (!stand.hasMedium) {
        m_medium->setText(tr("None yet: a stick or a share, so that a lost disk loses no ticket."));
    } else {
        const QString when = stand.onMedium ? tr("last copy of %1").arg(time(*stand.onMedium)) : tr("no copy yet");
        m_medium->setText(QDir::toNativeSeparators(kept->medium()) + u" · "_s
                          + (stand.mediumIsThere ? when : tr("not there") + u" · "_s + when));
    }
    m_key->setText(stand.hasKey
                       ? tr("Set. Copies on the second medium are encrypted; this computer keeps no passphrase.")
                       : tr("None yet: without one nothing is copied to the second medium."));
    QString drilled = tr("Once a month, by itself. None yet.");
    if (stand.drilled) {
        drilled =
            stand.drillProblem.isEmpty()
                ? tr("On %1 the newest backup was restored for trial: all as it should be.").arg(time(*stand.drilled))
                : tr("On %1 the trial failed: %2").arg(time(*stand.drilled), stand.drillProblem);
    }
    m_drilled->setText(drilled);
    if (!stand.problem.isEmpty() && !stand.isRunning)
        m_notice->showNotice(Tone::Bad, tr("The last attempt failed: %1").arg(stand.problem));
    else if (!stand.mediumProblem.isEmpty() && !stand.isRunning)
        m_notice->showNotice(
            Tone::Bad, tr("The backup was made, but not copied to the second medium: %1").arg(stand.mediumProblem));
    else if (stand.isRunning)
        m_notice->showNotice(Tone::Info, tr("A backup is being made and checked."));
    else
        m_notice->clear();
}

void BackupSection::readList()
{
    const BackupKeeper *kept = keeper();
    if (!kept || kept->fileKey().isEmpty())
        return;
    using Found = QList<PlacedBackup>;
    auto *watcher = new QFutureWatcher<Found>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        watcher->deleteLater();
        m_table->setBackups(watcher->result(), m_context.session.zone());
    });
    watcher->setFuture(
        QtConcurrent::run([folder = kept->folder(), medium = kept->medium(), earlier = kept->earlierFolders(),
                           key = kept->fileKey(), base = QFileInfo(m_context.session.path()).completeBaseName()] {
            return backupsOf(folder, medium, earlier, key, base);
        }));
}

void BackupSection::chooseFolder(bool ofMedium)
{
    BackupKeeper *kept = keeper();
    if (!kept)
        return;
    auto *dialog = new QFileDialog(this, ofMedium ? tr("A folder on the second medium") : tr("Where backups lie"),
                                   ofMedium ? kept->medium() : kept->folder());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this, ofMedium](const QString &folder) {
        BackupKeeper *now = keeper();
        if (!now)
            return;
        if (isSameFolder(folder, ofMedium ? now->folder() : now->medium())) {
            m_notice->showNotice(Tone::Warn, tr("The second medium must be another folder than that of the backups. "
                                                "Nothing was changed."));
            return;
        }
        if (ofMedium)
            now->setMedium(folder);
        else
            now->setFolder(folder);
    });
    dialog->open();
}

void BackupSection::setPassphrase()
{
    askForPassphrase(m_context.session, this, [this] {
        if (BackupKeeper *kept = keeper())
            kept->start();
    });
}

void BackupSection::printSheet()
{
    askForRecoverySheet(m_context.session, this);
}

void BackupSection::backUpNow()
{
    recordLeaving(
        m_context.session, this, Command::BackUp, u"backup"_s,
        [this] {
            BackupKeeper *kept = keeper();
            if (!kept)
                return;
            kept->backUp(BackupReason::ByHand,
                         [kept, session = &m_context.session, user = m_context.session.user()](bool worked) {
                             if (!worked)
                                 recordNothingLeft(*session, user, u"backup"_s, kept->stand().problem);
                         });
        },
        [this](const QString &reason) { m_notice->showNotice(Tone::Warn, reason); });
}

void BackupSection::drill()
{
    // Nothing leaves the folder of the backups; the trial is recorded when it is done.
    if (BackupKeeper *kept = keeper())
        kept->drill();
}

} // namespace huiyin
