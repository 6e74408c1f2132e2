// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Id.h"

#include <QList>
#include <QListWidget>
#include <QString>

namespace huiyin {

// The cases picked for one list of the bulletin, with what each came from.
struct PickedCaseGroup
{
    struct Entry
    {
        TicketId ticket{0};
        QString title{};
        QString remark{}; // number · department · result
    };
    QString title{};
    QList<Entry> entries{};
};

class PickedCaseList : public QListWidget
{
    Q_OBJECT

public:
    explicit PickedCaseList(QWidget *parent = nullptr);

    void setGroups(const QList<PickedCaseGroup> &groups);

Q_SIGNALS:
    void ticketRequested(huiyin::TicketId ticket);

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace huiyin
