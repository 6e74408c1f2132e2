// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Outcome.h"
#include "domain/Period.h"
#include "domain/SavedView.h"
#include "storage/CallFilter.h"
#include "storage/TicketFilter.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QStringList>

#include <optional>

namespace huiyin {

struct CodeTables;

// A column in sight, by the stable name that its list gives it.
struct ViewColumn
{
    QString field{};
    int width = 0; // pixels

    bool operator==(const ViewColumn &) const = default;
};

// The list of tickets as a view keeps it. Periods that are told from today stay so.
struct TicketView
{
    TicketFilter given{}; // what the list was opened with from elsewhere, such as a figure
    QString givenTitle{};
    TicketFilter asked{}; // what the fields of the list hold; its period stands below
    std::optional<ListPeriod> period{};
    TicketOrder order{};
    QList<ViewColumn> columns{}; // in sight, from left to right; empty: as the user has them

    bool operator==(const TicketView &) const = default;
};

struct CallView
{
    CallFilter asked{};
    std::optional<ListPeriod> period{};
    Qt::SortOrder order = Qt::DescendingOrder;
    QList<ViewColumn> columns{};

    bool operator==(const CallView &) const = default;
};

// More tickets of a figure than this are not kept by their numbers.
constexpr qsizetype mostKeptTickets = 5'000;

// As it is stored. What today alone tells (TicketFilter::moments) is left out.
QByteArray definitionOf(const TicketView &view);
QByteArray definitionOf(const CallView &view);
// Refused when a newer program wrote something that this one doesn't know: to leave a condition out would show others.
Outcome<TicketView> ticketViewOf(const QByteArray &definition);
Outcome<CallView> callViewOf(const QByteArray &definition);

// Whether two views ask for the same; the widths of columns are a matter of the window.
bool asksTheSame(const TicketView &a, const TicketView &b);
bool asksTheSame(const CallView &a, const CallView &b);

// The entries that a view asks for and that the office has retired since, or has no more ("").
QStringList retiredIn(const TicketView &view, const CodeTables &tables);
QStringList retiredIn(const CallView &view, const CodeTables &tables);

} // namespace huiyin
