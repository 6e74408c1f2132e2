// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/BestCases.h"
#include "controls/TickDialog.h"
#include "shell/CaseSession.h"

#include <functional>
#include <optional>

class QComboBox;
class QPushButton;

namespace huiyin {

class SegmentedButtons;

// 十佳案例 of a year: who nominated which case and why, what else may be worth it, the ballot and its result.
class BestCasesDialog : public TickDialog
{
    Q_OBJECT

public:
    BestCasesDialog(CaseSession &session, int year, QWidget *parent);

    [[nodiscard]] bool isShown() const { return m_shown.has_value() && !isBusy(); }
    void reject() override; // asks about ticks that are not saved

Q_SIGNALS:
    void ticketRequested(huiyin::TicketId ticket); // the dialog has gone
    void noticeRequested(int year);                // to be composed as a bulletin; the dialog has gone
    void shown();                                  // what the file holds stands in the table

private:
    enum Part { Shortlist, Suggestions };
    struct Shown
    {
        BestCases cases;
        QList<NominationHint> suggested;
    };

    void addControls(int year);
    void read(bool deciding = false);
    void showPart();
    void showShortlist();
    void showSuggestions();
    void showState() override;
    [[nodiscard]] QString summary() const;
    [[nodiscard]] bool ticksVotes() const;
    [[nodiscard]] QList<NominationId> votes() const; // as ticked now, also while the suggestions are shown
    [[nodiscard]] bool isVoteUnsaved() const;
    [[nodiscard]] BallotState state() const;
    [[nodiscard]] std::optional<TicketId> currentTicket() const;
    [[nodiscard]] std::optional<NominationId> currentNomination() const;
    [[nodiscard]] QList<NominationId> tickedCases() const;
    void act();
    void give(std::function<Outcome<Changes>(CaseBook &)> command, const QString &done);
    void nominate();
    void withdraw();
    void askToClose();
    void decideTie(const QString &reason);
    void openTicket();
    void leave(const std::function<void()> &go);

    CaseSession &m_session;
    QComboBox *m_year = nullptr;
    SegmentedButtons *m_part = nullptr;
    QPushButton *m_open = nullptr;
    QPushButton *m_withdraw = nullptr;
    QPushButton *m_takeBack = nullptr;
    QPushButton *m_closeVote = nullptr;
    std::optional<Shown> m_shown;
    std::optional<QList<NominationId>> m_ticked; // since it was read; not saved
    bool m_deciding = false;                     // the ticks say which of equal votes are among the ten
    PendingRead m_pending;
};

} // namespace huiyin
