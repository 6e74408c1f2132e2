// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/AttachmentAdding.h"

#include "controls/EntryDialog.h"
#include "controls/NoticeBar.h"
#include "domain/FileName.h"
#include "shell/CaseSession.h"
#include "shell/Settings.h"
#include "tickets/AttachmentQueue.h"
#include "tickets/AttachmentSaving.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QMimeData>
#include <QUrl>
#include <QWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr auto openFolderKey = "attachments/openFolder";

QStringList filesIn(const QMimeData *mime)
{
    QStringList paths;
    for (const QUrl &url : mime->urls()) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    return paths;
}

} // namespace

AttachmentAdding::AttachmentAdding(CaseSession &session, const QString &name, NoticeBar *notice, QWidget *list)
    : QObject(list)
    , m_session(session)
    , m_name(name)
    , m_notice(notice)
    , m_list(list)
    , m_queue(new AttachmentQueue(session, this))
{
    connect(m_queue, &AttachmentQueue::progressed, this, [this](int number, int total, const QString &file) {
        m_going =
            total == 1 ? tr("Adding “%1”…").arg(file) : tr("Adding %1 of %2: “%3”…").arg(number).arg(total).arg(file);
        Q_EMIT wentOn();
    });
    connect(m_queue, &AttachmentQueue::finished, this, [this](TicketId ticket, int added, const QStringList &refused) {
        m_going.clear();
        Q_EMIT wentOn();
        Q_EMIT finished(ticket, added, refused);
    });
}

void AttachmentAdding::chooseFiles(const AddingTo &to)
{
    auto *dialog = new QFileDialog(m_list, tr("Add attachments"), attachmentFolder(openFolderKey));
    dialog->setObjectName(m_name + u".addDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, [this, to](const QStringList &paths) {
        settings().setValue(QLatin1StringView(openFolderKey), QFileInfo(paths.first()).absolutePath());
        QList<IncomingAttachment> files;
        for (const QString &path : paths)
            files.append({.ticket = to.ticket, .path = path, .name = QFileInfo(path).fileName()});
        ask(to.about, files);
    });
    dialog->open();
}

bool AttachmentAdding::canTake(const QMimeData *mime)
{
    const QStringList paths = filesIn(mime);
    if (paths.size() == 1 && paths.first().endsWith(u".huiyin"))
        return false;
    return !paths.isEmpty() || mime->hasImage();
}

void AttachmentAdding::take(const QMimeData *mime, const AddingTo &to)
{
    if (!canTake(mime))
        return;
    QList<IncomingAttachment> files;
    for (const QString &path : filesIn(mime))
        files.append({.ticket = to.ticket, .path = path, .name = QFileInfo(path).fileName()});
    if (files.isEmpty()) {
        const auto picture = qvariant_cast<QImage>(mime->imageData());
        if (picture.isNull())
            return;
        const QString time = m_session.zone().toLocal(m_session.clock().now()).toString(u"yyyyMMdd-HHmmss"_s);
        files.append({.ticket = to.ticket, .name = tr("Picture %1").arg(time) + u".png", .picture = picture});
    }
    Q_EMIT wanted();
    ask(to.about, files);
}

// What is about to be added, with a note for all of it. `about`: the ticket that it was chosen for, which need not be
// the one in front any more.
void AttachmentAdding::ask(const QString &about, QList<IncomingAttachment> files)
{
    constexpr qsizetype most = 8;
    m_notice->clear();
    QStringList names;
    for (const IncomingAttachment &file : std::as_const(files).first(std::min(files.size(), most)))
        names.append(keptFileName(file.name));
    if (files.size() > most)
        names.append(tr("and %n more", nullptr, static_cast<int>(files.size() - most)));
    auto *dialog = new EntryDialog(m_name + u".adding"_s, tr("Add attachments"), m_list->window());
    dialog->addRemark(about);
    dialog->addRemark(names.join(u'\n'));
    auto *note = new QLineEdit(dialog);
    note->setPlaceholderText(tr("What it shows, or where it comes from; may stay empty"));
    dialog->addField(u"note"_s, tr("&Note"), note);
    dialog->setSubmitText(tr("Add %n file(s)", nullptr, static_cast<int>(files.size())));
    connect(dialog, &EntryDialog::submitted, this, [this, dialog, note, files]() mutable {
        for (IncomingAttachment &file : files)
            file.note = note->text();
        dialog->accept();
        m_queue->add(files);
    });
    dialog->open();
}

bool AttachmentAdding::isAdding() const
{
    return m_queue->isRunning();
}

void AttachmentAdding::leave(const std::function<void(bool)> &answer)
{
    if (!isAdding()) {
        answer(true);
        return;
    }
    m_session.messages().ask(this,
                             {.message = {.level = Message::Level::Warning,
                                          .what = tr("Files are still being added to a ticket."),
                                          .state = tr("Those that are not in the case file yet would not be added.")},
                              .answers = {tr("Leave without the rest"), tr("Wait for them")},
                              .standard = 0,
                              .destructive = true},
                             [answer](int chosen) { answer(chosen == 0); });
}

} // namespace huiyin
