// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handling/FollowUpWords.h"
#include "shell/KeptWords.h"
#include "shell/Page.h"
#include "tickets/WholeTicket.h"

#include <QPointer>

#include <optional>

class QLabel;

namespace huiyin {

class ActionButton;
class FollowUpForm;
class NoticeBar;
class Panel;
class TicketDetail;
class TicketList;

// 回访: whom to call next, the ticket, what to ask, and what was answered, by keys. Saved, the next one comes.
class FollowUpPage : public Page
{
    Q_OBJECT

public:
    explicit FollowUpPage(const PageContext &context, QWidget *parent = nullptr);

    void activated() override;
    [[nodiscard]] bool wouldLose() const override;
    [[nodiscard]] bool isKept() const override;
    void leave(const std::function<void(bool)> &answer) override;
    [[nodiscard]] QList<QAction *> menuActions() const override;

private:
    [[nodiscard]] Panel *buildForm();
    void buildActions();
    void showTicket(const WholeTicket &facts);
    void showNone();
    void save();
    void showState();
    void keepWords(bool can);
    void noteForm();
    void giveUp();
    [[nodiscard]] QString script(const WholeTicket &facts) const;

    TicketList *m_list;
    TicketDetail *m_detail;
    Panel *m_panel = nullptr;
    QLabel *m_script = nullptr;
    FollowUpForm *m_form = nullptr;
    ActionButton *m_saveButton = nullptr;
    QAction *m_save = nullptr;
    std::optional<TicketId> m_ticket;
    NoticeBar *m_keptBar = nullptr;
    QHash<TicketId, NotedCall> m_typed; // and not saved yet
    QPointer<KeptWords> m_words;        // of the one in front
    bool m_saving = false;
    bool m_can = false; // the one in front waits for a call, and the user may
    QList<QAction *> m_actions;
};

} // namespace huiyin
