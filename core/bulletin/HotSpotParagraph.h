// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/BulletinDocument.h"
#include "bulletin/Merging.h"
#include "domain/CodeTables.h"
#include "domain/Progress.h"
#include "statistics/HotSpots.h"

namespace huiyin {

class CaseFile;

// What a bulletin needs to tell of a hot spot besides what was found.
struct HotSpotTelling
{
    const CodeTables &tables;
    const Statistics &figures;    // of the bulletin
    const FigurePrinter &printer; // its figures as they are printed
    QStringList matters{};        // what people say most, citizens' data masked
    int number = 1;               // （一）, （二） …
};

// （二）停水问题。1549件，占水电气问题17.7%。其中铁东区35件次，上期10件次，去年同期12件次。主要反映小区频繁停水、水压低等问题。
// The count and the share are the bulletin's own and linked; a category that the bulletin doesn't count, and an area of it,
// are told in times that people told of it 件次, which is what was compared.
BulletinParagraph hotSpotParagraph(const GrowingSubject &subject, const HotSpotTelling &telling);
// （二）阳光花园停水问题。共反映5件次。主要反映小区频繁停水等问题。
BulletinParagraph hotSpotParagraph(const MatterCluster &cluster, const HotSpotTelling &telling);

// What some tickets say most, at most three matters, with the citizens' data of all of them masked. Can be cancelled.
QStringList usualMatters(CaseFile &file, const QList<TicketId> &tickets, const Progress &progress = {});

// The number that comes next behind a block: one more than its own （n）, else 1.
int numberBehind(const QList<BulletinBlock> &blocks, qsizetype block);

} // namespace huiyin
