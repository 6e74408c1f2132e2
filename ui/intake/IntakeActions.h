// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Call.h"

#include <QList>
#include <QObject>

class QAction;
class QKeySequence;
class QLabel;
class QMenu;
class QPushButton;
class QWidget;

namespace huiyin {

class ActionButton;
class CaseSession;

// What can be done with the call in front, as keys and in the menu, and the row of buttons below its form. Knows no
// call: it says what is wanted, and is told what can be.
class IntakeActions : public QObject
{
    Q_OBJECT

public:
    struct State
    {
        bool isFinishing = false;
        bool isCall = false;
        bool hasTicketOfCaller = false;
        QList<bool> similar{}; // whether there is a first, a second … similar ticket
        bool hasCategory = false;
        bool hasArticle = false;
        bool isAnswerShown = false;
        bool canBeDiscarded = false;
    };
    static constexpr int similarWithKeys = 3;

    // The keys work in the page and in its tabs, which stand outside of it.
    IntakeActions(CaseSession &session, QWidget *page, QWidget *tabs);

    [[nodiscard]] const QList<QAction *> &all() const { return m_all; } // as the menu has them
    [[nodiscard]] QAction *repeat() const { return m_repeat; }
    [[nodiscard]] QAction *dispatch() const { return m_dispatch; }
    [[nodiscard]] QAction *takeCategory() const { return m_takeCategory; }
    [[nodiscard]] QAction *takeArticle() const { return m_takeArticle; }
    [[nodiscard]] QWidget *buildRow(); // of buttons; once, before anything is shown

    void show(const State &state);
    void tellSaved(const QString &text); // of the draft, beside the buttons

Q_SIGNALS:
    void answerWanted();
    void acceptWanted(bool startNext);
    void dispatchWanted();
    void notAcceptWanted();
    void endWanted(huiyin::CallOutcome outcome);
    void repeatWanted();          // of the caller's ticket that is chosen
    void sameWanted(int similar); // as the first, second, third similar ticket
    void takeCategoryWanted();
    void readArticleWanted();
    void takeArticleWanted();
    void discardWanted();
    void letterWanted();
    void stepWanted(int direction);
    void historyWanted();
    void similarWanted();

private:
    template <class Act>
    QAction *add(const QString &name, const QString &text, const QList<QKeySequence> &keys, Act act);
    void buildMenu();

    CaseSession &m_session;
    QWidget *m_page;
    QWidget *m_tabs;
    QList<QAction *> m_all;
    QAction *m_answer = nullptr;
    QAction *m_dispatch = nullptr;
    QAction *m_notAccept = nullptr;
    QAction *m_accept = nullptr;
    QAction *m_acceptNext = nullptr;
    QAction *m_end = nullptr;
    QAction *m_repeat = nullptr;
    QList<QAction *> m_same;
    QAction *m_takeCategory = nullptr;
    QAction *m_readArticle = nullptr;
    QAction *m_takeArticle = nullptr;
    QAction *m_discard = nullptr;
    QAction *m_letter = nullptr;
    QMenu *m_endMenu = nullptr;
    QLabel *m_saved = nullptr;
    ActionButton *m_answerButton = nullptr;
    ActionButton *m_dispatchButton = nullptr;
    ActionButton *m_acceptButton = nullptr;
    ActionButton *m_endButton = nullptr;
    QPushButton *m_discardButton = nullptr;
};

} // namespace huiyin
