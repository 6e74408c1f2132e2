// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/Panel.h"
#include "domain/Call.h"
#include "domain/FollowUp.h"
#include "shell/CaseSession.h"
#include "storage/TicketFilter.h"

#include <QTimer>

#include <optional>

class QStackedWidget;

namespace huiyin {

class ShortTicketList;

// What is known of a telephone number: its earlier tickets, and the calls that became none. One of the tickets can be
// chosen as the one that the caller asks about again.
class CallerHistory : public Panel
{
    Q_OBJECT

public:
    explicit CallerHistory(CaseSession &session, QWidget *parent = nullptr);

    // Looks a moment after the last change, so that a number can be typed.
    void showPhone(const QString &phone);
    [[nodiscard]] std::optional<TicketId> chosen() const;
    [[nodiscard]] QString chosenNumber() const;
    [[nodiscard]] int ticketCount() const;
    void focusList();

Q_SIGNALS:
    void ticketRequested(huiyin::TicketId ticket);
    void chosenChanged();

private:
    struct Known
    {
        QList<TicketRow> tickets{};
        QHash<TicketId, Satisfaction> satisfaction{};
        QList<Call> calls{};
    };

    void look();
    void fill(const Known &known);
    void showKeys();

    CaseSession &m_session;
    QString m_phone;
    QString m_shown;
    QTimer m_pause;
    PendingRead m_pending;
    QStackedWidget *m_stack;
    QLabel *m_hint;
    ShortTicketList *m_list;
};

} // namespace huiyin
