// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "intake/IntakeDraft.h"
#include "shell/Page.h"

namespace huiyin {

class IntakeActions;
class IntakeEnding;
class IntakeForm;
class IntakeHelp;
class IntakeNotice;
class IntakeTabs;
class OpenCalls;

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
    void connectActions();
    void connectHelp();
    [[nodiscard]] IntakeDraft *current() const;
    void watch(IntakeDraft *draft);
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
    void askToLeave(IntakeDraft *lost);

    void showTabs();
    void showState();

    IntakeTabs *m_tabs;
    IntakeNotice *m_notice;
    IntakeForm *m_form;
    IntakeHelp *m_help = nullptr;
    IntakeEnding *m_ending;
    IntakeActions *m_actions;
    OpenCalls *m_calls;
};

} // namespace huiyin
