// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/CaseBook.h"
#include "domain/BestCase.h"
#include "storage/BestCaseRepository.h"

namespace huiyin {

// 十佳案例, from proposal to result. Each of these is a command as those of the case book are.

struct NominationRequest
{
    TicketId ticket{0}; // closed; its year is the one in which it was received
    QString reason{};   // 推荐理由; goes out with the result
};

// Until the year is voted on.
Outcome<Changes> nominateCase(CaseBook &book, const NominationRequest &request);
// By whoever nominated it, or whoever holds the ballot.
Outcome<Changes> withdrawNomination(CaseBook &book, NominationId nomination);

Outcome<Changes> openBallot(CaseBook &book, int year);
// Cases may be nominated again; the votes are gone.
Outcome<Changes> takeBackBallot(CaseBook &book, int year);
// Of whoever works, in place of those that he gave before: as many as he has votes at most; none takes them back.
Outcome<Changes> castBallot(CaseBook &book, int year, const QList<NominationId> &votes);
// Fixes the result. Refused with the field "tied" when equal votes leave open who is among the ten and `decided` doesn't
// say it (countedBallot). A case whose ticket isn't closed any more is passed over.
Outcome<Changes> closeBallot(CaseBook &book, int year, const QList<NominationId> &decided = {});

// A case on the shortlist, to be shown: citizens' data masked.
struct ShortlistedCase
{
    Nomination nomination{};
    QString number{};
    QString title{};
    QString departments{};   // that handled it; the office itself where none did
    bool isInRunning = true; // its ticket is closed
    bool isMine = false;     // has the user's vote
};

struct BestCases
{
    int year = 0;
    BallotState state = BallotState::Nominating;
    std::optional<Ballot> ballot{};
    QList<ShortlistedCase> shortlist{};
    int voters = 0;             // who have voted so far
    QList<NominationId> tied{}; // as the votes stand; for whoever closes the ballot
    qsizetype room = 0;
};
BestCases bestCasesOf(CaseFile &file, int year, const QString &user);

// What may be worth a nomination.
struct NominationHint
{
    BestCaseHint hint{};
    QString number{};
    QString title{}; // masked
    QString departments{};
};
QList<NominationHint> suggestedCases(CaseFile &file, int year, int most = 50);

// Whether a ticket of this state may be chosen: it is closed, and stands for itself.
bool mayBeBestCase(const Ticket &ticket);

// The departments that handle a ticket, the lead first: 区住建局、区水务局.
QString handlingDepartments(CaseFile &file, TicketId ticket, const CodeTables &tables);

} // namespace huiyin
