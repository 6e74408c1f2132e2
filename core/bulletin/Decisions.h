// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/DocumentMask.h"
#include "bulletin/DocumentReview.h"

#include <QByteArray>
#include <QDateTime>

#include <optional>

namespace huiyin {

// Why a finding may stand as it is.
struct FindingExplanation
{
    QString fingerprint{}; // of the finding
    QString text{};        // what is printed there
    QString reason{};
    QString by{};
    QDateTime at{};

    bool operator==(const FindingExplanation &) const = default;
};

// What an editor has decided about a draft: kept with it, and with what was published.
struct BulletinDecisions
{
    QList<FindingExplanation> explained{};
    QList<MaskDecision> masks{};
    // The tickets whose cases were in the text at some time since it was begun: their words may stand in it still, joined to
    // others or moved, when no part of it says so any more. Their citizens are not published either.
    QList<TicketId> told{};

    [[nodiscard]] const FindingExplanation *of(const DocumentFinding &finding) const; // nullptr: not explained
    [[nodiscard]] const MaskDecision *on(const PersonalPlace &place) const;           // nullptr: none
    void explain(const FindingExplanation &explanation);                              // in place of an earlier one
    void withdraw(const QString &fingerprint);
    void decide(const MaskDecision &decision); // in place of an earlier one on the same text
    void undecide(const QString &text, PersonalPlace::Kind kind);
    void remember(const QList<TicketId> &tickets); // as told

    bool operator==(const BulletinDecisions &) const = default;
};

QByteArray toJson(const BulletinDecisions &decisions);
std::optional<BulletinDecisions> decisionsFromJson(const QByteArray &json); // nullopt: can't be read

// The findings that stop publication: certain, and not explained.
QList<DocumentFinding> stopping(const DocumentReview &review, const BulletinDecisions &decisions);

} // namespace huiyin
