// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/CodeTables.h"
#include "domain/KnowledgeArticle.h"
#include "domain/Outcome.h"

#include <optional>

namespace huiyin {

// What every text and every choice of a request is asked, whichever command it belongs to. `field` is the member of the
// request: it tells how long the text may be.
std::optional<Refusal> textFault(const QString &text, const QString &field);
std::optional<Refusal> textFault(const QString &text, const QString &field, int longest); // characters

// Of an article as it was typed, before it is cleaned.
std::optional<Refusal> articleFault(const KnowledgeArticle &article, const CodeTables &tables);

// An entry that is not in the office's lists any more. Request is IntakeRequest or CorrectionRequest.
std::optional<Refusal> goneEntry();
template <class Request>
std::optional<Refusal> listFault(const Request &request, const CodeTables &tables)
{
    const bool gone = (request.requestType && !findById(tables.requestTypes, request.requestType))
                      || (request.category && !findById(tables.categories, request.category))
                      || (request.topic && !findById(tables.topics, request.topic))
                      || (request.area && !findById(tables.areas, request.area));
    return gone ? goneEntry() : std::nullopt;
}

} // namespace huiyin
