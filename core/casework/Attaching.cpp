// SPDX-License-Identifier: GPL-3.0-or-later
// The commands around the attachments of a ticket.
#include "casework/CaseBook.h"
#include "casework/TicketWork.h"
#include "domain/FileName.h"
#include "domain/PersonalText.h"
#include "storage/AccessRepository.h"
#include "storage/AttachmentRepository.h"
#include "storage/CaseFile.h"
#include "storage/TicketRepository.h"

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr qint64 megabyte = qint64{1024} * 1024;

// Not by its name: a stranger chose it, it may tell who asked, and the history keeps everything for ever.
QJsonObject describe(const Attachment &attachment)
{
    return {{u"id"_s, attachment.id->value()},
            {u"size"_s, attachment.size},
            {u"sha256"_s, QString::fromLatin1(attachment.sha256.toHex())}};
}

} // namespace

Outcome<Changes> CaseBook::attach(const AttachRequest &request)
{
    TicketWork work(*this, Command::Attach);
    if (auto refusal = work.begin(request.ticket))
        return *refusal;
    Attachment next{.ticket = request.ticket,
                    .name = keptFileName(request.name),
                    .kind = attachmentKind(request.name, request.content),
                    .size = request.content.size(),
                    .sha256 = contentHash(request.content),
                    .addedAt = work.now(),
                    .addedBy = work.user()};
    if (auto refusal = work.take(next.note, request.note, u"note"_s))
        return *refusal;
    const HandlingRules rules = work.rules();
    if (next.size == 0)
        return Refusal{tr("“%1” is empty.").arg(next.name), u"content"_s};
    if (next.size > rules.attachmentMegabytes * megabyte) {
        return Refusal{tr("“%1” is too large: it has %2, and an attachment at most %3 MB.")
                           .arg(next.name, sizeText(next.size), QString::number(rules.attachmentMegabytes)),
                       u"content"_s};
    }
    const AttachmentRepository attachments(work.database());
    const QList<Attachment> there = attachments.ofTicket(request.ticket);
    qint64 total = 0;
    for (const Attachment &other : there) {
        if (other.removedAt)
            continue;
        if (other.sha256 == next.sha256)
            return Refusal{
                tr("“%1” is here already, as “%2”.").arg(next.name, maskedText(other.name, citizenOf(work.ticket))),
                u"content"_s};
        total += other.size;
    }
    if (total + next.size > rules.ticketMegabytes * megabyte) {
        return Refusal{
            tr("“%1” has no room any more: the attachments of the ticket have %2, this one has %3, and %4 MB "
               "are the limit.")
                .arg(next.name, sizeText(total), sizeText(next.size), QString::number(rules.ticketMegabytes)),
            u"content"_s};
    }
    next.id = attachments.insert(next, request.content);
    work.note(u"attachment"_s, describe(next));
    return work.finish();
}

Outcome<Changes> CaseBook::removeAttachment(AttachmentId attachment, const QString &ground)
{
    TicketWork work(*this, Command::RemoveAttachment);
    if (auto refusal = checkRight(Command::RemoveAttachment))
        return *refusal;
    const AttachmentRepository attachments(work.database());
    auto stored = attachments.byId(attachment);
    if (!stored)
        return Refusal{tr("The attachment is not in this case file.")};
    if (auto refusal = work.begin(stored->ticket, ground))
        return *refusal;
    if (stored->removedAt)
        return Refusal{tr("“%1” was removed already.").arg(maskedText(stored->name, citizenOf(work.ticket)))};
    stored->removedAt = work.now();
    stored->removedBy = work.user();
    stored->ground = work.ground();
    attachments.remove(*stored);
    work.note(u"attachment"_s, describe(*stored));
    return work.finish();
}

Outcome<Changes> CaseBook::recordAttachmentUse(AttachmentId attachment, AttachmentUse use)
{
    return recordAttachmentUse(QList<AttachmentId>{attachment}, use);
}

Outcome<Changes> CaseBook::recordAttachmentUse(const QList<AttachmentId> &attachments, AttachmentUse use)
{
    if (auto refusal = checkRight(Command::RevealCitizen))
        return *refusal;
    Database &database = m_file.database();
    Transaction transaction(database);
    for (const AttachmentId attachment : attachments) {
        const auto stored = AttachmentRepository(database).byId(attachment);
        if (!stored)
            return Refusal{tr("The attachment is not in this case file.")};
        if (stored->removedAt) {
            const auto ticket = TicketRepository(database).byId(stored->ticket);
            return Refusal{tr("“%1” was removed and is not shown any more.")
                               .arg(maskedText(stored->name, ticket ? citizenOf(*ticket) : Citizen{}))};
        }
        AccessRepository(database).append({.at = m_clock.now(),
                                           .user = m_user,
                                           .action = use == AttachmentUse::Seen ? u"view"_s : u"export"_s,
                                           .ticket = stored->ticket,
                                           .details = u"attachment %1"_s.arg(attachment.value())});
    }
    transaction.commit();
    return Changes{};
}

} // namespace huiyin
