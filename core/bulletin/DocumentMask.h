// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/DocumentText.h"
#include "domain/Id.h"
#include "review/PublicationMask.h"

namespace huiyin {

class CaseFile;

// Citizens' data in one text of a document.
struct DocumentPersonalPlace
{
    PersonalPlace place{}; // its start is in the text
    DocumentPlace at{};
};

// What the editor has decided about a text, wherever it stands in the document.
struct MaskDecision
{
    enum class Choice { Mask, Keep };

    QString text{}; // as it is printed; one that was not found by itself is masked all the same
    PersonalPlace::Kind kind = PersonalPlace::Kind::Name;
    Choice choice = Choice::Mask;
    QString replacement{}; // of Mask; "": the usual one

    bool operator==(const MaskDecision &) const = default;
};

// What was decided about a place: of several decisions the last. nullptr: nothing.
const MaskDecision *decisionOn(const PersonalPlace &place, const QList<MaskDecision> &decisions);

// The origin of a paragraph that tells of a case and that an editor has put in himself: no layout composes it, so it
// stays as it is when the bulletin is composed anew.
QString caseOrigin(TicketId ticket);

// The tickets that the document's cases tell, each once, in its order.
QList<TicketId> casesIn(const BulletinDocument &document);

// What the tickets know of their citizens: names, numbers and addresses of requesters and callers, names that the texts
// of the tickets, their replies and follow-ups give away; and the names of the office's departments and areas,
// which are no secret.
KnownCitizens citizensOfCases(CaseFile &file, const QList<TicketId> &tickets);

// All places, in the order of the document. A figure of the case file is none.
QList<DocumentPersonalPlace> personalPlacesOf(const BulletinDocument &document, const KnownCitizens &known,
                                              const QList<MaskDecision> &decisions = {});

// The doubtful ones first, as the editor goes through them.
QList<DocumentPersonalPlace> forEditor(QList<DocumentPersonalPlace> places);

// The doubtful ones that nothing was decided about: as long as there are any, the document must not be published.
QList<DocumentPersonalPlace> undecided(const QList<DocumentPersonalPlace> &places,
                                       const QList<MaskDecision> &decisions);

// What leaves the house: every place is masked, the undecided too, unless it was decided to keep it. Figures keep their
// links. `document` itself, with all its texts, stays with the office.
BulletinDocument published(const BulletinDocument &document, const KnownCitizens &known,
                           const QList<MaskDecision> &decisions = {});

} // namespace huiyin
