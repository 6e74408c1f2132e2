// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Ticket.h"

#include <QList>
#include <QObject>

class QAction;
class QMenu;
class QPoint;

namespace huiyin {

class CaseSession;
class TwoLineList;

// What can be done with the entries of a list of material, by its menu and by keys: open one, put those that are chosen
// into the text, pick the current case for a list of the bulletin.
class MaterialMenu : public QObject
{
    Q_OBJECT

public:
    enum class Entries { Cases, HotSpots }; // the keys of cases are tickets

    // The list owns it.
    MaterialMenu(CaseSession &session, Entries entries, TwoLineList *list);

    void setPuts(bool puts); // there is a text beside it that may be written in
    [[nodiscard]] QAction *putAction() const { return m_put; }

Q_SIGNALS:
    void openRequested(qint64 key);
    void putRequested(const QList<qint64> &keys);
    void shown(QMenu *menu);

private:
    void open(QPoint place);
    void popUp(QPoint place, qint64 key, Marks marks);
    void pick(TicketId ticket, Mark mark, bool on);

    CaseSession &m_session;
    Entries m_entries;
    TwoLineList *m_list;
    QAction *m_put;
};

} // namespace huiyin
