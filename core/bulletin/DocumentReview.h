// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/DocumentText.h"
#include "bulletin/Merging.h"
#include "review/Finding.h"

namespace huiyin {

struct DocumentFinding
{
    Finding finding{}; // its line and column are of reviewTextOf()
    DocumentPlace place{};
    // The same as long as its sentence says the same, whatever is edited elsewhere: explanations are kept by it. That of
    // Kind::CaseFile is another one when the case file comes to count anew.
    QString fingerprint{};
};

struct DocumentPassed
{
    QString text{};
    DocumentPlace place{};
};

struct DocumentReview
{
    QList<DocumentFinding> findings{}; // in the order of the document
    QList<DocumentPassed> passed{};    // what was checked and holds
};

// What in a bulletin of ours can't be right, or may not be: its figures against each other as review() has it, those that
// the case file counts otherwise or (doubtful) that `printedNow` doesn't know any more, and what is wrong in its
// arrangement. Citizens' data are not among it: see DocumentMask. A number that is no figure of the case file is no
// finding. `printedNow` is asked once for each figure; without it the case file isn't asked.
DocumentReview reviewDocument(const BulletinDocument &document, const FigurePrinter &printedNow = {});

} // namespace huiyin
