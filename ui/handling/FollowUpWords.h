// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/HandlingRequests.h"
#include "domain/TypedWords.h"

namespace huiyin {

// What was noted of a call back and isn't saved yet.
struct NotedCall
{
    FollowUpRequest request{};
    bool isAnswered = false; // a comment may come first
};

// As it is kept, and back; of the page and of the dialog alike.
TypedWords wordsOf(const NotedCall &noted);
NotedCall notedIn(const TypedWords &words, TicketId ticket);
bool isBlank(const NotedCall &noted); // nothing was said or chosen

} // namespace huiyin
