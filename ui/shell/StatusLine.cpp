// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/StatusLine.h"

#include "controls/Panel.h"
#include "shell/BackupKeeper.h"
#include "shell/ClipboardGuard.h"
#include "storage/CallRepository.h"
#include "storage/TicketRepository.h"

#include <QAccessible>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QTimer>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace huiyin {

StatusLine::StatusLine(QWidget *parent)
    : QFrame(parent)
    , m_file(new QLabel(this))
    , m_saving(new QLabel(this))
    , m_backup(new QLabel(this))
    , m_figures(new QLabel(this))
    , m_upkeep(new QLabel(this))
    , m_clipboard(new QLabel(this))
    , m_told(new QLabel(this))
    , m_refresh(new QTimer(this))
    , m_clock(new QTimer(this))
    , m_toldEnd(new QTimer(this))
    , m_patience(new QTimer(this))
{
    setObjectName(u"statusLine"_s);
    setFixedHeight(std::max(26, fontMetrics().height() + 8));
    m_file->setObjectName(u"shell.file"_s);
    m_saving->setObjectName(u"shell.saved"_s);
    m_backup->setObjectName(u"shell.backup"_s);
    m_figures->setObjectName(u"shell.figures"_s);
    m_upkeep->setObjectName(u"shell.upkeep"_s);
    m_clipboard->setObjectName(u"shell.clipboard"_s);
    m_told->setObjectName(u"shell.told"_s);
    setLook(m_told, "done");
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 0, 16, 0);
    layout->setSpacing(20);
    for (QLabel *label : {m_file, m_saving, m_backup, m_figures, m_upkeep, m_clipboard}) {
        label->setTextFormat(Qt::PlainText);
        layout->addWidget(label);
    }
    layout->addStretch();
    m_told->setTextFormat(Qt::PlainText);
    m_told->hide();
    layout->addWidget(m_told);
    m_backup->hide();
    m_upkeep->hide();
    m_clipboard->setText(tr("Copied; taken out of the clipboard after %1 s").arg(ClipboardGuard::keptFor.count()));
    m_clipboard->hide();

    // A burst of changes asks once.
    m_refresh->setSingleShot(true);
    m_refresh->setInterval(400);
    connect(m_refresh, &QTimer::timeout, this, &StatusLine::readFigures);
    constexpr std::chrono::seconds toldFor{8};
    m_toldEnd->setSingleShot(true);
    m_toldEnd->setInterval(toldFor);
    connect(m_toldEnd, &QTimer::timeout, m_told, &QLabel::hide);
    constexpr std::chrono::seconds patience{1};
    m_patience->setSingleShot(true);
    m_patience->setInterval(patience);
    connect(m_patience, &QTimer::timeout, this, &StatusLine::showWaiting);
    m_clock->setInterval(60'000); // midnight comes without a change
    connect(m_clock, &QTimer::timeout, this, &StatusLine::readFigures);
}

void StatusLine::setSession(CaseSession *session)
{
    m_pending.cancel();
    if (m_session) {
        disconnect(m_session, nullptr, this, nullptr);
        disconnect(m_session, nullptr, m_refresh, nullptr);
    }
    m_session = session;
    m_patience->stop();
    m_figures->clear();
    m_backup->hide(); // it was of another file
    setLook(m_backup, "");
    m_told->hide();
    if (!session) {
        m_file->clear();
        m_saving->clear();
        m_upkeep->clear();
        m_clock->stop();
        return;
    }
    const QFileInfo info(session->path());
    m_file->setText(info.fileName());
    m_file->setToolTip(info.absoluteFilePath());
    connect(session, &CaseSession::writingChanged, this, &StatusLine::beginSaving);
    connect(session, &CaseSession::placeChanged, this, &StatusLine::showSaving);
    connect(session, &CaseSession::told, this, &StatusLine::tell);
    connect(session, &CaseSession::upkeepChanged, this, &StatusLine::showUpkeep);
    showUpkeep();
    connect(session, &CaseSession::changed, m_refresh, qOverload<>(&QTimer::start));
    showSaving();
    readFigures();
    m_clock->start();
}

void StatusLine::setBackupTime(const QString &text)
{
    m_backup->setText(tr("Backup %1").arg(text));
    m_backup->setVisible(!text.isEmpty());
}

void StatusLine::showBackups(const BackupStand &stand)
{
    if (!m_session || !stand.isOn)
        return;
    QString text = tr("No backup yet");
    if (stand.last) {
        const QDateTime made = m_session->zone().toLocal(*stand.last);
        const bool today = made.date() == m_session->today();
        text = tr("Backup %1").arg(made.toString(today ? u"HH:mm"_s : u"yyyy-MM-dd HH:mm"_s));
    }
    const char *look = "";
    QString more;
    if (stand.isRunning) {
        text = tr("Making a backup…");
    } else if (!stand.drillProblem.isEmpty()) {
        look = "error";
        text += u" · "_s + tr("the trial restore failed");
        more = stand.drillProblem;
    } else if (!stand.problem.isEmpty()) {
        look = "error";
        text += u" · "_s + tr("the last attempt failed");
        more = stand.problem;
    } else if (!stand.mediumProblem.isEmpty()) {
        look = "error";
        text += u" · "_s + tr("no copy on the second medium");
        more = stand.mediumProblem;
    } else if (stand.hasMedium && stand.isMediumDue(m_session->clock().now())) {
        look = "late";
        text +=
            u" · "_s + (stand.mediumIsThere ? tr("no recent copy on the second medium") : tr("second medium missing"));
        more = stand.hasKey ? tr("Plug in the second medium: the next backup is copied to it.")
                            : tr("Set a passphrase for the copies on the second medium, under Set-up, Backups.");
    }
    m_backup->setText(text);
    m_backup->setToolTip(more);
    m_backup->setAccessibleDescription(more);
    setLook(m_backup, look);
    m_backup->show();
}

void StatusLine::setClipboardHeld(bool held)
{
    m_clipboard->setVisible(held);
}

void StatusLine::tell(const QString &text)
{
    m_told->setText(fontMetrics().elidedText(text, Qt::ElideRight, width() / 2));
    m_told->setToolTip(text);
    m_told->setAccessibleName(text);
    m_told->show();
    m_toldEnd->start();
    QAccessibleEvent alert(m_told, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void StatusLine::showSaving()
{
    if (!m_session)
        return;
    // What isn't at its place takes nothing any more, whatever was saved before.
    const bool isStopped = !m_session->isReadOnly() && m_session->place() != FilePlace::State::There;
    setLook(m_saving, isStopped ? "error" : "");
    if (isStopped)
        m_saving->setText(tr("Saving has stopped"));
    else
        m_saving->setText(m_session->isReadOnly()  ? tr("Read only")
                          : m_session->isWriting() ? tr("Saving…")
                                                   : tr("Saved"));
}

void StatusLine::beginSaving(bool writing)
{
    if (writing)
        m_patience->start();
    else
        m_patience->stop();
    showSaving();
}

// A command takes a few hundredths of a second: whoever waits longer waits for another program that has the file, or
// for a disk that doesn't answer. Long work shows its progress in a dialog of its own.
void StatusLine::showWaiting()
{
    const auto dialogs = window()->findChildren<ProgressDialog *>();
    const bool isLong = std::ranges::any_of(
        dialogs, [](const ProgressDialog *dialog) { return dialog->isVisible() && dialog->isModal(); });
    if (m_session && m_session->isWriting() && !isLong && m_session->place() == FilePlace::State::There)
        m_saving->setText(tr("Waiting for the case file…"));
}

void StatusLine::showUpkeep()
{
    const QString text = m_session ? m_session->upkeep() : QString();
    m_upkeep->setText(text);
    m_upkeep->setVisible(!text.isEmpty());
}

void StatusLine::readFigures()
{
    if (!m_session)
        return;
    struct Figures
    {
        qint64 calls = 0;
        qint64 accepted = 0;
    };
    const QDate today = m_session->today();
    const QDateTime from = m_session->zone().toUtcTime(today);
    const QDateTime before = m_session->zone().toUtcTime(today.addDays(1));
    m_pending.cancel();
    m_pending = m_session->read(
        this,
        [from, before](CaseFile &file) {
            return Figures{
                .calls = CallRepository(file.database()).countStarted(from, before),
                .accepted = TicketRepository(file.database()).count({.receivedFrom = from, .receivedBefore = before})};
        },
        [this](const Figures &figures) {
            const QLocale locale;
            m_figures->setText(tr("Today: calls %1 · accepted %2")
                                   .arg(locale.toString(figures.calls), locale.toString(figures.accepted)));
        },
        [this](const std::exception_ptr &error) {
            // Whoever asks for something is told; a clock that ticks opens no dialog.
            m_figures->setText(Messages::messageOf(error).what);
        });
}

} // namespace huiyin
