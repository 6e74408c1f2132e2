// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/BulletinDocument.h"
#include "bulletin/Composer.h"
#include "bulletin/Decisions.h"
#include "bulletin/Merging.h"
#include "casework/CaseBook.h"
#include "domain/Bulletin.h"

namespace huiyin {

// 起草: a bulletin from its first composing to its publication, as the editor has it.
struct BulletinDraft
{
    Bulletin record{};           // numbers, period, state, version; its texts are those below
    BulletinDocument document{}; // with what the editor has written
    BulletinDocument composed{}; // as the figures gave it last
    BulletinDecisions decisions{};
};

// The tickets whose citizens are kept out of what goes out: those of its cases now, and of those that it told before.
QList<TicketId> toldIn(const BulletinDraft &draft);

// A bulletin as a command left it.
struct SavedBulletin
{
    BulletinId id{0};
    qint64 version = 0;
    Changes changes{};
};

// The numbers that come next in a series; nullopt: none of it has had one yet, so the editor says where it begins.
struct NextNumbers
{
    std::optional<int> issue{}; // 1 in a new year of a series that has had issues before
    std::optional<int> runningIssue{};
};
NextNumbers nextNumbers(CaseFile &file, const QString &series, int year, bool extra);

// What a bulletin is composed from.
BulletinRequest requestOf(const Bulletin &bulletin);

// All bulletins, the newest first, without their texts.
QList<Bulletin> bulletinsOf(CaseFile &file);
// nullopt: there is none of this id. Throws StorageError when its text is damaged.
std::optional<BulletinDraft> bulletinOf(CaseFile &file, BulletinId id);

// A draft with the figures of now; it isn't saved by it. Its record says what it is composed from: numbers, cut-off and
// topics may have been changed. Can be cancelled.
struct Recomposed
{
    BulletinDraft draft{};
    QStringList diverged{}; // as MergedBulletin has it
    qsizetype changedFigures = 0;
};
Recomposed recomposed(CaseFile &file, const BulletinDraft &draft, const Progress &progress = {});

// Composes a bulletin and keeps it as a draft. Throws LayoutError.
Outcome<SavedBulletin> beginBulletin(CaseBook &book, const BulletinRequest &request, bool extra = false,
                                     const Progress &progress = {});
// Saves a draft if nobody has since the version that it was read at. `automatically`: as it is being written, without an
// event of the history.
Outcome<SavedBulletin> saveBulletin(CaseBook &book, const BulletinDraft &draft, bool automatically = false);
// A draft goes; a published one never does.
Outcome<Changes> discardBulletin(CaseBook &book, BulletinId id, qint64 version);

} // namespace huiyin
