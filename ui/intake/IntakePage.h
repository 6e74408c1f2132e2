// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "intake/IntakeDraft.h"
#include "shell/Page.h"

#include <QPointer>

class QLabel;
class QPushButton;

namespace huiyin {

class ActionButton;
class IntakeEnding;
class IntakeForm;
class IntakeHelp;
class IntakeTabs;
class NoticeBar;

// 受理: what is said in a call, or stands in a letter, becomes a ticket. Several can be open at once; each saves itself
// as a draft, and drafts that were left are offered again.
class IntakePage : public Page
{
    Q_OBJECT

public:
    explicit IntakePage(const PageContext &context, QWidget *parent = nullptr);
    ~IntakePage() override;

    QWidget *topBarWidget() override;
    void activated() override;
    void leave(const std::function<void(bool)> &answer) override;
    bool keep() override;
    [[nodiscard]] bool wouldLose() const override;
    [[nodiscard]] QList<QAction *> menuActions() const override;
    void startCall() override;

private:
    void buildActions();
    [[nodiscard]] QWidget *buildFinish();
    void connectHelp();
    [[nodiscard]] IntakeDraft *current() const { return m_open.value(m_current); }
    [[nodiscard]] IntakeRequest blankRequest(bool letter) const;
    IntakeDraft *open(IntakeDraft *draft);
    IntakeDraft *openBlank(bool letter);
    void bringToFront(qsizetype index);
    void step(int direction);
    void letGo(IntakeDraft *draft, bool startNext);

    void takeForm();
    void takeAnswerOf(const KnowledgeArticle &article);
    void finish(const std::function<void(IntakeDraft *)> &how);
    void answer();
    void dispatch(std::optional<DepartmentId> department);
    void repeat(std::optional<TicketId> of);
    void discard();
    void startLetter();
    void offerDrafts();
    void openWaiting();
    void refused(IntakeDraft *draft, const Refusal &refusal);
    void showTrouble(IntakeDraft *draft);
    bool offerComparison(IntakeDraft *draft, const Refusal &refusal); // false: there is nothing to compare
    void goOnLeaving();
    void stay();

    void showTabs();
    void showState();

    QList<IntakeDraft *> m_open;
    qsizetype m_current = -1;
    int m_lastNumber = 0;
    QList<IntakeDraft::Kept> m_waiting; // drafts of this clerk that nobody has taken up yet
    std::function<void(bool)> m_leave;  // the window waits for it
    bool m_asking = false;              // whether to close without what can't be saved
    bool m_noticeIsOfLast = false;      // it speaks of a call that has ended
    QPointer<IntakeDraft> m_troubled;   // that the notice says of that it could not be saved

    IntakeTabs *m_tabs;
    NoticeBar *m_notice;
    IntakeForm *m_form;
    IntakeHelp *m_help = nullptr;
    QLabel *m_saved;
    ActionButton *m_answerButton = nullptr;
    ActionButton *m_dispatchButton = nullptr;
    ActionButton *m_acceptButton = nullptr;
    QPushButton *m_discardButton;
    IntakeEnding *m_ending;
    QAction *m_answer = nullptr;
    QAction *m_dispatch = nullptr;
    QAction *m_notAccept = nullptr;
    QAction *m_accept = nullptr;
    QAction *m_acceptNext = nullptr;
    QAction *m_end = nullptr;
    QAction *m_repeat = nullptr;
    QList<QAction *> m_same; // as the first, second, third similar ticket
    QAction *m_takeCategory = nullptr;
    QAction *m_readArticle = nullptr;
    QAction *m_takeArticle = nullptr;
    QAction *m_discard = nullptr;
    QAction *m_letter = nullptr;
    QList<QAction *> m_actions;
    QMenu *m_endMenu = nullptr;
    ActionButton *m_endButton = nullptr;
};

} // namespace huiyin
