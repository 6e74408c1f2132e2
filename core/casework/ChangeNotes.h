// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Dispatch.h"
#include "domain/OfficeZone.h"
#include "domain/Ticket.h"

#include <QJsonObject>

namespace huiyin {

// What the history tells of a change: {"state": {"from": "accepted", "to": "in_progress"}, …}, times as local ISO text.
// Of texts only that they changed ("texts": ["phone"]): the history outlives the citizen's right to be forgotten.
QJsonObject changesOf(const Ticket &before, const Ticket &after, const OfficeZone &zone);
QJsonObject changesOf(const Dispatch &before, const Dispatch &after, const OfficeZone &zone);

} // namespace huiyin
