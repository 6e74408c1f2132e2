// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/HandlingRequests.h"
#include "casework/IntakeRequest.h"
#include "domain/FieldMerge.h"
#include "domain/HistoryEvent.h"
#include "domain/KnowledgeArticle.h"

namespace huiyin {

// What of a thing two people can have changed, field by field, for a save that came second (Refusal::Kind::Outdated).
// Names are those of the members, as a Refusal gives them.
const QList<MergeField<CorrectionRequest>> &correctionFields();
const QList<MergeField<KnowledgeArticle>> &articleFields();
const QList<MergeField<IntakeRequest>> &draftFields(); // without the call: that is the one who takes it alone

// The ticket as a correction that changes nothing.
CorrectionRequest correctionOf(const Ticket &ticket);
// The draft as the intake goes on from it.
IntakeRequest draftOf(const Ticket &ticket, const QList<ArticleId> &usedArticles);

// By whom and when a field was last given its value, as far as the history tells. `events`: of the thing, oldest first.
struct FieldOrigin
{
    QString user{};
    QDateTime at{};

    bool operator==(const FieldOrigin &) const = default;
};
std::optional<FieldOrigin> originOf(const QString &field, const QList<HistoryEvent> &events);

} // namespace huiyin
