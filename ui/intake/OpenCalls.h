// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "intake/IntakeDraft.h"

#include <QList>

#include <functional>

namespace huiyin {

// The calls and letters that are open at once, one of them in front, and the drafts of this clerk that nobody has taken
// up yet. When it is destroyed, each open one keeps what it has not saved.
class OpenCalls : public QObject
{
    Q_OBJECT

public:
    explicit OpenCalls(CaseSession &session, QObject *parent = nullptr);
    ~OpenCalls() override;

    [[nodiscard]] const QList<IntakeDraft *> &all() const { return m_open; }
    [[nodiscard]] qsizetype place() const { return m_current; } // of the one in front; -1: none is
    [[nodiscard]] IntakeDraft *current() const { return m_open.value(m_current); }
    [[nodiscard]] bool contains(const IntakeDraft *draft) const;
    [[nodiscard]] qsizetype placeOf(const IntakeDraft *draft) const; // -1: not open
    void setPlace(qsizetype place) { m_current = place; }

    qsizetype openBlank(bool letter); // behind the others; its place
    // One that nobody has written on, for a call that has come in: its place.
    qsizetype blankCall();
    // It is gone from the list, and goes itself. True: it was in front, and none is now. There is always one left.
    bool letGo(IntakeDraft *draft);

    // For the page, see Page: saves them, also where it failed before; true when any holds words.
    bool keep();
    [[nodiscard]] bool wouldLose() const;
    // Answers once all are saved; cantBeSaved() comes where one is not, and decideLeaving() is to follow.
    void leave(const std::function<void(bool)> &answer);
    void decideLeaving(bool leave);
    void stay(); // whoever wants to leave is told so

    void lookForWaiting(); // waitingFound() will come
    [[nodiscard]] qsizetype waiting() const { return m_waiting.size(); }
    qsizetype openWaiting(); // some of them; the place of the first

Q_SIGNALS:
    void opened(huiyin::IntakeDraft *draft);
    void waitingFound();
    void cantBeSaved(huiyin::IntakeDraft *draft);

private:
    [[nodiscard]] IntakeRequest blankRequest(bool letter) const;
    void open(IntakeDraft *draft);
    void goOnLeaving();

    CaseSession &m_session;
    QList<IntakeDraft *> m_open;
    qsizetype m_current = -1;
    int m_lastNumber = 0;
    QList<IntakeDraft::Kept> m_waiting;
    std::function<void(bool)> m_leave; // the window waits for it
    bool m_asking = false;             // whether to close without what can't be saved
};

} // namespace huiyin
