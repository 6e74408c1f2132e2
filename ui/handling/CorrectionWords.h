// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/HandlingRequests.h"
#include "domain/TypedWords.h"

#include <optional>

namespace huiyin {

// A correction that isn't saved yet, and the ticket as it was when it was begun: what others have corrected since is
// compared with both when it is saved.
struct BegunCorrection
{
    CorrectionRequest base{};
    CorrectionRequest mine{};
};

// As it is kept, the texts that were changed as words, and back; nullopt: this is none.
TypedWords wordsOf(const BegunCorrection &begun);
std::optional<BegunCorrection> correctionIn(const TypedWords &words, TicketId ticket);

} // namespace huiyin
