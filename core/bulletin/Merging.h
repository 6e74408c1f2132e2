// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/BulletinDocument.h"

#include <functional>

namespace huiyin {

// How figures are printed now. nullopt: it can't be said, as for the row of a department that has nothing any more.
using FigurePrinter = std::function<std::optional<QString>(const BulletinSpan &)>;

// The figures as a document prints them, and what it was composed from but doesn't print: the counts and shares of
// categories.
FigurePrinter printerOf(const BulletinDocument &document);

// A draft after the figures have changed.
struct MergedBulletin
{
    BulletinDocument document{};
    // Of parts that the editor changed and that the layout would now write in another order or with other parts: where
    // they came from. Their linked figures are those of now as far as `now` prints them too: a row that it leaves out, and
    // a sum of the rest, keep their text and must be looked at. Told once: of what it was composed from last time.
    QStringList diverged{};
    qsizetype changedFigures = 0; // that are printed otherwise than before
};

// What nobody has edited is composed anew; what the editor wrote, moved or deleted stays so, with its linked figures
// printed as they are now; a figure that was overtyped keeps the editor's text. `edited` was made from `before`.
MergedBulletin merged(const BulletinDocument &edited, const BulletinDocument &before, const BulletinDocument &now,
                      const FigurePrinter &printer);

} // namespace huiyin
