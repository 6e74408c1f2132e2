// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace huiyin {

class CaseFile;

// What the office has laid down about handling beside its deadlines; a setting of the case file.
struct HandlingRules
{
    int extensions = 1;                 // of one dispatch, at most; 0: none is granted
    int extensionDays = 7;              // working days, at most, behind the due time in force
    bool followUp = true;               // every ticket that was dispatched is called
    int followUpTries = 3;              // after so many tries that reach nobody it may be closed
    bool followUpNeedsSatisfied = true; // a dissatisfied citizen: redo or 一单一报, not just closing

    int attachmentMegabytes = 20; // the largest attachment
    int ticketMegabytes = 100;    // the attachments of one ticket together, without those removed

    static constexpr int mostAttachmentMegabytes = 100; // it is held in memory while it is stored and shown
    static constexpr int mostTicketMegabytes = 2000;

    bool operator==(const HandlingRules &) const = default;

    static HandlingRules of(CaseFile &file);
    void save(CaseFile &file) const; // inside the caller's transaction
};

} // namespace huiyin
