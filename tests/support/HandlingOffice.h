// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/Office.h"

namespace huiyin::test {

// An office with departments, and tickets brought to where a test begins.
class HandlingOffice : public TestOffice
{
public:
    explicit HandlingOffice(const char *now = "2020-02-10 09:00")
        : TestOffice(now)
        , water(add(QStringLiteral("供水公司")))
        , housing(add(QStringLiteral("住建局")))
        , police(add(QStringLiteral("公安局")))
    {
    }

    TicketId accepted()
    {
        const auto saved = book->accept({.channel = phone(),
                                         .requestType = tables().requestTypes.at(1).id,
                                         .address = QStringLiteral("平东小区5号楼"),
                                         .title = QStringLiteral("单元停水"),
                                         .content = QStringLiteral("反映人来电，单元停水。"),
                                         .requester = QStringLiteral("王建国"),
                                         .phone = QStringLiteral("13800001111")});
        if (!saved)
            qFatal("%s", qUtf8Printable(saved.error().reason));
        return saved->id;
    }
    TicketId dispatched()
    {
        const TicketId ticket = accepted();
        must(book->dispatch({.ticket = ticket, .lead = water}));
        return ticket;
    }
    // Its reply is accepted; it is to be followed up.
    TicketId replied()
    {
        const TicketId ticket = dispatched();
        must(book->reply({.dispatch = *lead(ticket).id, .text = QStringLiteral("已更换水管。")}));
        must(book->acceptReply(*lead(ticket).id));
        return ticket;
    }

    Ticket ticket(TicketId id) { return *TicketRepository(file->database()).byId(id); }
    QList<Dispatch> dispatches(TicketId id) { return DispatchRepository(file->database()).ofTicket(id); }
    Dispatch lead(TicketId id)
    {
        const auto all = dispatches(id);
        return *leadOf(all);
    }
    DispatchState stateOfLead(TicketId id) { return stateOf(lead(id)); }

    static void must(const Outcome<Changes> &outcome)
    {
        if (!outcome)
            qFatal("%s", qUtf8Printable(outcome.error().reason));
    }

    DepartmentId water;
    DepartmentId housing;
    DepartmentId police;

private:
    DepartmentId add(const QString &name)
    {
        must(book->saveDepartment({.name = name}));
        for (const Department &department : tables().departments) {
            if (department.name == name)
                return *department.id;
        }
        qFatal("no department");
    }
};

} // namespace huiyin::test
