// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Attachment.h"

#include <QList>
#include <QString>

namespace huiyin {

class Database;
class Progress;

// An attachment that is not what was stored.
struct AttachmentFault
{
    QString object; // "ticket 20200209-0001", or the record itself when no ticket has it
    QString message;
};

// Reads and writes attachments 附件, and their contents, which are kept once by their hash. Never begins a transaction.
class AttachmentRepository
{
public:
    explicit AttachmentRepository(Database &database)
        : m_database(database)
    {
    }

    AttachmentId insert(const Attachment &attachment, const QByteArray &content) const;
    void remove(const Attachment &removed) const; // writes who, when and why

    [[nodiscard]] QList<Attachment> ofTicket(TicketId ticket) const; // in the order they came, removed ones too
    [[nodiscard]] std::optional<Attachment> byId(AttachmentId id) const;
    // Throws Damaged when the bytes are not those that were stored.
    [[nodiscard]] QByteArray content(AttachmentId id) const;

    // Goes through all contents: those that are damaged, that nothing refers to, that are missing.
    [[nodiscard]] QList<AttachmentFault> faults(const Progress &progress) const;

private:
    Database &m_database;
};

} // namespace huiyin
