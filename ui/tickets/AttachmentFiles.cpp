// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/AttachmentFiles.h"

#include "domain/FileName.h"
#include "domain/Progress.h"
#include "domain/Text.h"
#include "storage/AttachmentRepository.h"
#include "storage/CaseFile.h"
#include "storage/IncomingFile.h"
#include "storage/SafeFile.h"
#include "storage/StorageError.h"

#include <QBuffer>
#include <QDir>
#include <QImageReader>
#include <QLockFile>
#include <QStringDecoder>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr qint64 mostPoints = qint64{24} * 1000 * 1000; // of a picture that is shown: 96 MB
constexpr int mostMegabytes = 256;                      // that a picture may take while it is read
constexpr qsizetype mostText = qsizetype{2} * 1024 * 1024;

constexpr qsizetype longestLine = 4'000; // characters; one line of a megabyte takes the window minutes

// Takes the names of one saving: none twice, and none that stands in the folder already.
class FreeNames
{
public:
    explicit FreeNames(const QString &folder)
        : m_folder(folder)
    {
    }
    QString pathFor(const QString &name) const
    {
        const QString free = freeFileName(name, [this](const QString &one) {
            const QFileInfo info(m_folder.filePath(one));
            return info.exists() || info.isSymLink();
        });
        const QString path = m_folder.filePath(free);
        // The name is a stranger's: whatever becomes of safeFileName(), nothing is written elsewhere.
        if (QFileInfo(path).dir().canonicalPath() != m_folder.canonicalPath())
            throw FileError(AttachmentFiles::tr("“%1” has no name that is safe in a folder.").arg(name));
        return path;
    }

private:
    QDir m_folder;
};

void write(const QString &path, const QByteArray &content, bool overwrite)
{
    SafeFile file(path, overwrite);
    file.write(content);
    file.commit();
}

} // namespace

QString AttachmentFiles::folderStem()
{
    return u"huiyin-attachments-"_s;
}

QString AttachmentFiles::lockName()
{
    return u"in-use.lock"_s;
}

void AttachmentFiles::removeLeftFolders(const QString &place)
{
    const auto left = QDir(place).entryInfoList({folderStem() + u'*'}, QDir::Dirs | QDir::NoSymLinks);
    for (const QFileInfo &info : left) {
        if (info.lastModified().secsTo(QDateTime::currentDateTime()) < 60)
            continue; // it may be about to be locked
        QDir folder(info.absoluteFilePath());
        QLockFile lock(folder.filePath(lockName()));
        lock.setStaleLockTime(0); // however long its program runs
        if (!lock.tryLock(0))
            continue;
        lock.unlock();
        folder.removeRecursively();
    }
}

ShownAttachment AttachmentFiles::shown(CaseFile &file, AttachmentId id, const QString &folder)
{
    const AttachmentRepository attachments(file.database());
    const auto stored = attachments.byId(id);
    if (!stored)
        return {.fault = tr("The attachment is not in this case file.")};
    ShownAttachment shown{.name = stored->name};
    QByteArray content = attachments.content(id);
    // Asked of the bytes themselves, whatever the list says.
    const AttachmentKind kind = attachmentKind(stored->name, content);
    if (!mayBeOpened(kind)) {
        shown.fault = tr("“%1” is not opened here: %2.").arg(stored->name, displayName(kind));
    } else if (kind == AttachmentKind::Picture) {
        showPicture(shown, content);
    } else if (kind == AttachmentKind::Text) {
        shown.isTextCut = content.size() > mostText;
        content.truncate(mostText);
        const QString text = forceClean(decoded(content));
        shown.text = withBrokenLines(text);
        shown.isTextBroken = shown.text.size() != text.size();
    } else if (folder.isEmpty()) {
        shown.fault = tr("There is no room for a copy of “%1” that another program could open. Save it instead.")
                          .arg(stored->name);
    } else {
        shown.path = FreeNames(folder).pathFor(stored->name);
        write(shown.path, content, false);
        QFile::setPermissions(shown.path, QFile::ReadOwner); // what is written there would be lost
    }
    return shown;
}

void AttachmentFiles::showPicture(ShownAttachment &shown, QByteArray &content)
{
    QImageReader::setAllocationLimit(mostMegabytes);
    QBuffer buffer(&content);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true); // as the telephone was held
    shown.fullSize = reader.size();
    const qint64 points = qint64{shown.fullSize.width()} * shown.fullSize.height();
    if (points > mostPoints) {
        const double scale = std::sqrt(static_cast<double>(mostPoints) / static_cast<double>(points));
        reader.setScaledSize((QSizeF(shown.fullSize) * scale).toSize().expandedTo(QSize(1, 1)));
    }
    shown.picture = reader.read();
    if (shown.picture.isNull()) {
        shown.fault = tr("The picture “%1” can't be shown here: it is damaged, too large, or of a kind that is not "
                         "known. Save it to look at it with another program.")
                          .arg(shown.name);
        return;
    }
    if (points <= mostPoints)
        shown.fullSize = shown.picture.size();
}

SavedCopies AttachmentFiles::saveAll(CaseFile &file, const QList<AttachmentId> &ids, const QString &folder,
                                     Progress &progress)
{
    const AttachmentRepository attachments(file.database());
    SavedCopies saved;
    try {
        for (qsizetype i = 0; i < ids.size() && !progress.cancelled(); ++i) {
            const auto stored = attachments.byId(ids[i]);
            if (!stored || stored->removedAt)
                continue;
            progress.report(i, ids.size(), QString());
            const QString path = FreeNames(folder).pathFor(stored->name);
            write(path, attachments.content(ids[i]), false);
            saved.paths.append(path);
        }
    } catch (const FileError &error) {
        saved.fault = error.message();
    } catch (const StorageError &error) { // a content that is damaged
        saved.fault = error.message();
    }
    return saved;
}

void AttachmentFiles::save(CaseFile &file, AttachmentId id, const QString &path, bool overwrite)
{
    if (belongsToCaseFile(path, file.path()))
        throw FileError(tr("That is the open case file itself. Nothing was written; choose another name."));
    write(path, AttachmentRepository(file.database()).content(id), overwrite);
}

QByteArray AttachmentFiles::pngOf(const QImage &picture)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    picture.save(&buffer, "PNG");
    return bytes;
}

QString AttachmentFiles::withBrokenLines(const QString &text)
{
    QString lines;
    lines.reserve(text.size() + text.size() / longestLine);
    qsizetype length = 0;
    for (const QChar c : text) {
        if (length >= longestLine && !c.isLowSurrogate()) {
            if (c != u'\n' && c != u'\r')
                lines += u'\n';
            length = 0;
        }
        lines += c;
        length = c == u'\n' || c == u'\r' || c == QChar::ParagraphSeparator ? 0 : length + 1;
    }
    return lines;
}

QString AttachmentFiles::decoded(const QByteArray &bytes)
{
    const auto marked = QStringConverter::encodingForData(bytes);
    QStringDecoder decoder(marked.value_or(QStringConverter::Utf8));
    const QString text = decoder(bytes);
    // Chinese takes three bytes a character in UTF-8; with none such, it is GB18030 that passes for it by chance: 停水.
    const bool isAscii = std::ranges::all_of(text, [](QChar c) { return c.unicode() < 0x80; });
    const bool isLong = std::ranges::any_of(text, [](QChar c) { return c.unicode() >= 0x800; });
    if (!decoder.hasError() && (marked || isAscii || isLong))
        return text;
    QStringDecoder chinese("GB18030");
    return chinese.isValid() ? QString(chinese(bytes)) : text;
}

} // namespace huiyin
