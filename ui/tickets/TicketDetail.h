// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/Panel.h"
#include "domain/SearchQuery.h"
#include "shell/CaseSession.h"
#include "tickets/PaperKind.h"

#include <QPointer>

#include <functional>
#include <optional>

class QAction;
class QScrollArea;
class QStackedWidget;

namespace huiyin {

class AttachmentList;
class CitizenReveal;
class LeftWords;
class NoticeBar;
class SegmentedButtons;
class Tag;
class TicketFactsPanel;
class TicketFoot;

// One ticket beside the list: what it says, and what has been done about it. The citizen's name, phone and address are
// masked until somebody asks for them; that is recorded, and after a minute, or out of sight, they are masked again.
class TicketDetail : public Panel
{
    Q_OBJECT

public:
    // `name`: of its page; its parts are called name.detail, name.next ….
    TicketDetail(CaseSession &session, const QString &name, QWidget *parent = nullptr);

    void showTime(); // the deadline, as time goes on
    void showTicket(TicketId ticket);
    // The same where the list has gone on by itself, because the ticket before left it: what was done with that one can
    // still be printed.
    void goOnTo(TicketId ticket);
    void expectOther(); // another one is chosen and not shown yet: nothing is to be done with this one any more
    void setQuery(const SearchQuery &query); // whose words are shown in the texts
    void clear();
    [[nodiscard]] std::optional<TicketId> ticket() const { return m_wanted; }
    [[nodiscard]] bool isRevealed() const;
    [[nodiscard]] QAction *revealAction() const;
    [[nodiscard]] QAction *nextAction() const; // what usually comes next in the ticket's handling
    [[nodiscard]] QAction *moreAction() const; // all that can be done with it
    void focusText();
    // For the page: files are on their way to a ticket. See Page::wouldLose() and Page::leave().
    [[nodiscard]] bool wouldLose() const;
    void leave(const std::function<void(bool)> &answer);
    // Without the usual next steps, where the page has them itself.
    void setNextShown(bool shown);

Q_SIGNALS:
    void shown(const huiyin::WholeTicket &facts);
    void ticketRequested(huiyin::TicketId ticket); // another one that this one refers to
    void left();                                   // Esc: back to the list

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    enum Part { Dispatches, FollowUps, History, Calls, Attachments };

    void load();
    void fill(const WholeTicket &facts);
    [[nodiscard]] QWidget *buildPage();
    void showTexts();
    void showPart();
    void bringAttachments();
    void offerPaper(TicketId ticket, PaperKind kind, const QString &done);
    [[nodiscard]] QString maskedUnlessRevealed(const QString &text) const;

    CaseSession &m_session;
    QString m_name;
    std::optional<TicketId> m_wanted;
    std::optional<WholeTicket> m_facts;
    SearchQuery m_query;
    PendingRead m_pending;

    QStackedWidget *m_stack;
    QLabel *m_number;
    Tag *m_state;
    Tag *m_urgency;
    Tag *m_deadline;
    CitizenReveal *m_citizen;
    NoticeBar *m_notice;
    NoticeBar *m_wordsBar;
    LeftWords *m_leftWords;                // typed for what is not possible any more
    NoticeBar *m_paper;                    // what can be printed about what was done last
    std::optional<TicketId> m_paperTicket; // that it is about
    QScrollArea *m_scroll;
    QLabel *m_title;
    QLabel *m_content;
    QWidget *m_answerBox;
    QLabel *m_answer;
    TicketFactsPanel *m_factLines;
    SegmentedButtons *m_parts;
    QVBoxLayout *m_partSlot;
    QPointer<QWidget> m_partContent;
    AttachmentList *m_attachments = nullptr;
    TicketFoot *m_foot = nullptr;
};

} // namespace huiyin
