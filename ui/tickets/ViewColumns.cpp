// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/ViewColumns.h"

#include <array>

namespace huiyin {

namespace {

// Written to the case file: never change one.
constexpr std::array<const char *, ticketFieldCount> ticketFields{
    "number", "urgency", "type", "category", "title", "department", "state", "deadline", "received"};
constexpr std::array<const char *, callFieldCount> callFields{"started", "phone",  "caller", "outcome",
                                                              "topic",   "ticket", "note",   "operator"};

} // namespace

QString viewField(TicketField field)
{
    return QString::fromLatin1(ticketFields[static_cast<size_t>(field)]);
}

QString viewField(CallField field)
{
    return QString::fromLatin1(callFields[static_cast<size_t>(field)]);
}

} // namespace huiyin
