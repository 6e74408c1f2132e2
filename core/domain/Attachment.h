// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Code.h"
#include "domain/Id.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <optional>

namespace huiyin {

// What an attachment is, by its first bytes and by the end of its name. Dangerous: it could run, or its name says
// something else than its content. Other: nothing that the program knows.
enum class AttachmentKind { Picture, Pdf, Text, Office, Audio, Video, Archive, Dangerous, Other };

// What somebody has done with one.
enum class AttachmentUse { Seen, Saved };

// 附件: a file that belongs to a ticket, without its content. A removed one stays as a line that says who removed it.
struct Attachment
{
    std::optional<AttachmentId> id{};
    TicketId ticket{0};
    QString name{}; // as it came, a text and never a path; see safeFileName()
    AttachmentKind kind = AttachmentKind::Other;
    qint64 size = 0;     // bytes
    QByteArray sha256{}; // of the content
    QDateTime addedAt{};
    QString addedBy{};
    QString note{};
    std::optional<QDateTime> removedAt{};
    QString removedBy{};
    QString ground{};

    bool operator==(const Attachment &) const = default;
};

// The kind of a file. Only an exact match of name and content is anything that mayBeOpened().
AttachmentKind attachmentKind(const QString &name, const QByteArray &content);

// The kinds that are shown here or handed to another program to be opened; all others are only saved, after a warning.
bool mayBeOpened(AttachmentKind kind);

QByteArray contentHash(const QByteArray &content); // SHA-256

// "3.5 MB", in the language of the window.
QString sizeText(qint64 bytes);

} // namespace huiyin
