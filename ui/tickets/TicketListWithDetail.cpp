// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/TicketListWithDetail.h"

#include "shell/Settings.h"
#include "tickets/TicketDetail.h"
#include "tickets/TicketList.h"

#include <QSplitter>

using namespace Qt::StringLiterals;

namespace huiyin {

QWidget *listWithDetail(TicketList *list, TicketDetail *detail, const QString &name, const QList<int> &widths)
{
    auto *splitter = new QSplitter(Qt::Horizontal);
    splitter->setObjectName(name + u".splitter"_s);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(12);
    splitter->addWidget(list);
    splitter->addWidget(detail);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes(widths);
    rememberSplitter(splitter, name + u".splitter"_s);

    QObject::connect(list, &TicketList::reading, detail, &TicketDetail::setQuery);
    QObject::connect(list, &TicketList::currentChanged, detail, [list, detail] {
        if (list->current() != detail->ticket())
            detail->expectOther();
    });
    QObject::connect(list, &TicketList::settled, detail, [list, detail](TicketId ticket) {
        const auto before = detail->ticket();
        if (before && list->model()->rowOf(*before) < 0)
            detail->goOnTo(ticket);
        else
            detail->showTicket(ticket); // somebody has chosen it
    });
    QObject::connect(list, &TicketList::opened, detail, [detail](TicketId ticket) {
        detail->showTicket(ticket);
        detail->focusText();
    });
    QObject::connect(list, &TicketList::emptied, detail, &TicketDetail::clear);
    QObject::connect(detail, &TicketDetail::left, list, &TicketList::focusTable);
    return splitter;
}

} // namespace huiyin
