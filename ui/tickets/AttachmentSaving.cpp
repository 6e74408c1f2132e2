// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/AttachmentSaving.h"

#include "controls/NoticeBar.h"
#include "domain/FileName.h"
#include "domain/Sentences.h"
#include "shell/CaseSession.h"
#include "shell/Settings.h"
#include "tickets/AttachmentFiles.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>
#include <QUrl>
#include <QWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {
constexpr auto saveFolderKey = "attachments/saveFolder";
}

QString attachmentFolder(const char *key)
{
    const QString folder = settings().value(QLatin1StringView(key)).toString();
    if (!folder.isEmpty() && QDir(folder).exists())
        return folder;
    // A file dialog takes the last part of a folder that is not there for the name of a file.
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QDir(documents).exists() ? documents : QDir::homePath();
}

AttachmentSaving::AttachmentSaving(CaseSession &session, const QString &name, NoticeBar *notice, QWidget *list)
    : QObject(list)
    , m_session(session)
    , m_name(name)
    , m_notice(notice)
    , m_list(list)
{
}

void AttachmentSaving::warnFirst(const QString &what, bool needed, const std::function<void()> &go)
{
    if (!needed) {
        go();
        return;
    }
    m_session.messages().ask(
        this,
        {.message = {.level = Message::Level::Warning,
                     .what = what,
                     .state = tr("It may be a program, or hold one, or its name may say something else than its "
                                 "content. Opened on this computer it could do harm."),
                     .todo = tr("Save it only when you know where it comes from.")},
         .answers = {tr("Save it all the same"), tr("Don't save it")},
         .standard = 0,
         .destructive = true},
        [go](int answer) {
            if (answer == 0)
                go();
        });
}

void AttachmentSaving::choose(const Attachment &attachment, const QString &shownName)
{
    const AttachmentId id = *attachment.id;
    const QString name = attachment.name;
    warnFirst(tr("“%1” is not safe to open.").arg(shownName), !mayBeOpened(attachment.kind), [this, id, name] {
        auto *dialog = new QFileDialog(m_list, tr("Save the attachment"),
                                       QDir(attachmentFolder(saveFolderKey)).filePath(safeFileName(name)));
        dialog->setObjectName(m_name + u".saveDialog"_s);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setOption(QFileDialog::DontConfirmOverwrite); // save() asks
        connect(dialog, &QFileDialog::fileSelected, this, [this, id](const QString &path) {
            settings().setValue(QLatin1StringView(saveFolderKey), QFileInfo(path).absolutePath());
            save(id, path);
        });
        dialog->open();
    });
}

void AttachmentSaving::save(AttachmentId attachment, const QString &path)
{
    m_notice->clear();
    if (!QFileInfo::exists(path)) {
        write(attachment, path, false);
        return;
    }
    m_session.messages().ask(
        this,
        {.message = {.level = Message::Level::Warning,
                     .what = tr("There is already a file “%1”.").arg(QDir::toNativeSeparators(path)),
                     .state = tr("Nothing has been written yet.")},
         .answers = {tr("Replace it"), tr("Keep it")},
         .standard = 0,
         .destructive = true},
        [this, attachment, path](int answer) {
            if (answer == 0)
                write(attachment, path, true);
        });
}

// The record of it first: what leaves the file is known before it leaves.
void AttachmentSaving::write(AttachmentId attachment, const QString &path, bool overwrite)
{
    m_session.command(
        this, [attachment](CaseBook &book) { return book.recordAttachmentUse(attachment, AttachmentUse::Saved); },
        [this, attachment, path, overwrite](const Changes &) {
            m_session.read(
                this,
                [attachment, path, overwrite](CaseFile &file) {
                    AttachmentFiles::save(file, attachment, path, overwrite);
                },
                [this, path] {
                    m_notice->showNotice(Tone::Ok, tr("Saved as “%1”.").arg(QDir::toNativeSeparators(path)));
                });
        },
        [this](const Refusal &refusal) { m_notice->showNotice(Tone::Warn, refusal.reason); });
}

void AttachmentSaving::chooseFolder(const QList<Attachment> &attachments)
{
    const auto harmful =
        std::ranges::count_if(attachments, [](const Attachment &attachment) { return !mayBeOpened(attachment.kind); });
    QList<AttachmentId> present;
    for (const Attachment &attachment : attachments)
        present.append(*attachment.id);
    warnFirst(tr("%n attachment(s) are not safe to open.", nullptr, static_cast<int>(harmful)), harmful > 0,
              [this, ids = present] {
                  auto *dialog = new QFileDialog(m_list, tr("Save all attachments in this folder"),
                                                 attachmentFolder(saveFolderKey));
                  dialog->setObjectName(m_name + u".saveAllDialog"_s);
                  dialog->setAttribute(Qt::WA_DeleteOnClose);
                  dialog->setFileMode(QFileDialog::Directory);
                  dialog->setOption(QFileDialog::ShowDirsOnly);
                  connect(dialog, &QFileDialog::fileSelected, this, [this, ids](const QString &folder) {
                      settings().setValue(QLatin1StringView(saveFolderKey), folder);
                      saveAll(folder, ids);
                  });
                  dialog->open();
              });
}

void AttachmentSaving::saveAll(const QString &folder, const QList<AttachmentId> &attachments)
{
    m_notice->clear();
    m_session.command(
        this, [attachments](CaseBook &book) { return book.recordAttachmentUse(attachments, AttachmentUse::Saved); },
        [this, attachments, folder](const Changes &) {
            m_session.longRead(
                this, tr("Saving the attachments"),
                [attachments, folder](CaseFile &file, Progress &progress) {
                    return AttachmentFiles::saveAll(file, attachments, folder, progress);
                },
                [this, folder, wanted = attachments.size()](const SavedCopies &saved) {
                    tellSaved(saved, folder, wanted);
                });
        },
        [this](const Refusal &refusal) { m_notice->showNotice(Tone::Warn, refusal.reason); });
}

void AttachmentSaving::tellSaved(const SavedCopies &saved, const QString &folder, qsizetype wanted)
{
    QString words = tr("%n attachment(s) saved.", nullptr, static_cast<int>(saved.paths.size()));
    const bool isAll = saved.paths.size() == wanted;
    if (!isAll) {
        QStringList names;
        for (const QString &path : saved.paths)
            names.append(QFileInfo(path).fileName());
        words = tr("Only %1 of %2 attachments were saved.").arg(saved.paths.size()).arg(wanted);
        if (!names.isEmpty())
            words = joinedSentences({words, tr("They are in the folder: %1.").arg(names.join(u" · "_s))});
        if (!saved.fault.isEmpty())
            words += u'\n' + saved.fault;
    }
    m_notice->showNotice(isAll ? Tone::Ok : Tone::Warn, words, tr("Show the folder"),
                         [folder] { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); });
}

} // namespace huiyin
