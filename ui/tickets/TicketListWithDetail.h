// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

class QWidget;

namespace huiyin {

class TicketDetail;
class TicketList;

// A list with the chosen ticket beside it, and the two working together: what the keys rest on is shown, Enter goes to
// its text, Esc back. `name`: of the page.
QWidget *listWithDetail(TicketList *list, TicketDetail *detail, const QString &name,
                        const QList<int> &widths = {806, 356});

} // namespace huiyin
