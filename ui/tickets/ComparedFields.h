// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/CodeTables.h"
#include "domain/Ticket.h"

#include <QString>

namespace huiyin {

// The name of a field of a ticket, as a comparison of two saves shows it.
QString ticketFieldLabel(const QString &field);

// What a field holds that both a draft and a correction have, as words. Request is IntakeRequest or CorrectionRequest.
template <class Request>
QString ticketFieldText(const Request &request, const QString &field, const CodeTables &tables)
{
    if (field == u"title")
        return request.title;
    if (field == u"content")
        return request.content;
    if (field == u"requestType")
        return nameOf(tables.requestTypes, request.requestType);
    if (field == u"category")
        return pathOf(tables.categories, request.category);
    if (field == u"topic")
        return nameOf(tables.topics, request.topic);
    if (field == u"area")
        return pathOf(tables.areas, request.area);
    if (field == u"address")
        return request.address;
    if (field == u"requester")
        return request.requester;
    if (field == u"phone")
        return request.phone;
    if (field == u"requesterKind")
        return displayName(request.requesterKind);
    return displayName(request.confidentiality);
}

} // namespace huiyin
