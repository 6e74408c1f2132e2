// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/AttachmentRepository.h"

#include "domain/PersonalText.h"
#include "domain/Progress.h"
#include "storage/Database.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Storage)
};

// A content that is missing leaves its attachment in the list, without a size.
const auto selectAttachment =
    u"SELECT a.id, a.ticket, a.name, a.kind, ifnull(c.size, 0), ifnull(c.sha256, x''), a.added_at, a.added_by, a.note, "
    "a.removed_at, a.removed_by, a.ground FROM attachment a LEFT JOIN attachment_content c ON c.id = a.content "_s;

Attachment toAttachment(const Row &row)
{
    return {.id = row.get<AttachmentId>(0),
            .ticket = row.get<TicketId>(1),
            .name = row.get<QString>(2),
            .kind = row.get<AttachmentKind>(3),
            .size = row.get<qint64>(4),
            .sha256 = row.get<QByteArray>(5),
            .addedAt = row.get<QDateTime>(6),
            .addedBy = row.get<QString>(7),
            .note = row.get<QString>(8),
            .removedAt = row.get<std::optional<QDateTime>>(9),
            .removedBy = row.get<QString>(10),
            .ground = row.get<QString>(11)};
}

} // namespace

AttachmentId AttachmentRepository::insert(const Attachment &attachment, const QByteArray &content) const
{
    auto kept = m_database.value<qint64>(u"SELECT id FROM attachment_content WHERE sha256 = ?"_s, attachment.sha256);
    if (!kept) {
        kept = m_database.insert(u"INSERT INTO attachment_content(sha256, size, data) VALUES(?, ?, ?)"_s,
                                 attachment.sha256, content.size(), content);
    }
    return AttachmentId(m_database.insert(
        u"INSERT INTO attachment(ticket, name, kind, content, added_at, added_by, note) VALUES(?, ?, ?, ?, ?, ?, ?)"_s,
        attachment.ticket, attachment.name, attachment.kind, *kept, attachment.addedAt, attachment.addedBy,
        attachment.note));
}

void AttachmentRepository::remove(const Attachment &removed) const
{
    m_database.exec(u"UPDATE attachment SET removed_at = ?, removed_by = ?, ground = ? WHERE id = ?"_s,
                    removed.removedAt, removed.removedBy, removed.ground, removed.id);
}

QList<Attachment> AttachmentRepository::ofTicket(TicketId ticket) const
{
    return m_database.all(selectAttachment + u"WHERE a.ticket = ? ORDER BY a.id"_s, toAttachment, ticket);
}

std::optional<Attachment> AttachmentRepository::byId(AttachmentId id) const
{
    return m_database.first(selectAttachment + u"WHERE a.id = ?"_s, toAttachment, id);
}

QByteArray AttachmentRepository::content(AttachmentId id) const
{
    struct Kept
    {
        QString name;
        QByteArray sha256;
        QByteArray data;
    };
    const auto found = m_database.all(
        u"SELECT a.name, ifnull(c.sha256, x''), ifnull(c.data, x'') FROM attachment a "
        "LEFT JOIN attachment_content c ON c.id = a.content WHERE a.id = ?"_s,
        [](const Row &row) {
            return Kept{.name = row.get<QString>(0), .sha256 = row.get<QByteArray>(1), .data = row.get<QByteArray>(2)};
        },
        id);
    if (found.isEmpty() || found.first().data.isEmpty() || contentHash(found.first().data) != found.first().sha256) {
        throw StorageError(StorageError::Kind::Damaged,
                           Text::tr("The attachment “%1” is damaged: it is not what was stored. Look for it in a copy "
                                    "of the case file.")
                               .arg(found.isEmpty() ? QString::number(id.value()) : maskedText(found.first().name)),
                           u"attachment %1"_s.arg(id.value()));
    }
    return found.first().data;
}

QList<AttachmentFault> AttachmentRepository::faults(const Progress &progress) const
{
    // Who has a content, in words: the first of its tickets.
    const auto owner = [this](qint64 content) {
        return m_database.first(
            u"SELECT 'ticket ' || ifnull(t.number, t.id), a.name FROM attachment a JOIN ticket t ON t.id = a.ticket "
            "WHERE a.content = ? ORDER BY a.id LIMIT 1"_s,
            [](const Row &row) { return std::pair(row.get<QString>(0), row.get<QString>(1)); }, content);
    };
    QList<AttachmentFault> faults;
    m_database.each(u"SELECT id, sha256, size, data FROM attachment_content ORDER BY id"_s, [&](const Row &row) {
        stopIfCancelled(progress);
        const auto id = row.get<qint64>(0);
        const auto data = row.get<QByteArray>(3);
        const auto who = owner(id);
        if (!who) {
            faults.append({.object = u"attachment_content %1"_s.arg(id),
                           .message = Text::tr("This content of an attachment belongs to no ticket.")});
        }
        if (data.size() != row.get<qint64>(2) || contentHash(data) != row.get<QByteArray>(1)) {
            faults.append({.object = who ? who->first : u"attachment_content %1"_s.arg(id),
                           .message = Text::tr("Its attachment “%1” is damaged: it is not what was stored.")
                                          .arg(who ? maskedText(who->second) : QString::number(id))});
        }
    });
    m_database.each(
        u"SELECT 'ticket ' || ifnull(t.number, t.id), a.name FROM attachment a JOIN ticket t ON t.id = a.ticket "
        "WHERE NOT EXISTS (SELECT 1 FROM attachment_content c WHERE c.id = a.content) ORDER BY a.id"_s,
        [&](const Row &row) {
            faults.append(
                {.object = row.get<QString>(0),
                 .message =
                     Text::tr("The content of its attachment “%1” is missing.").arg(maskedText(row.get<QString>(1)))});
        });
    return faults;
}

} // namespace huiyin
