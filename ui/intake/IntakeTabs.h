// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPointer>
#include <QTimer>
#include <QWidget>

class QHBoxLayout;
class QPushButton;

namespace huiyin {

class CaseSession;
class Chip;
class IntakeDraft;

// The calls and letters that are open at once, for the top bar: the one in front tells how long it has lasted. Beside
// them, how many drafts wait to be taken up.
class IntakeTabs : public QWidget
{
    Q_OBJECT

public:
    explicit IntakeTabs(CaseSession &session, QWidget *parent = nullptr);

    void showDrafts(const QList<IntakeDraft *> &open, qsizetype inFront);
    void showTexts(); // what has been typed changes them, and every second does
    void showWaiting(int drafts);

Q_SIGNALS:
    void chosen(qsizetype index);
    void waitingRequested();

private:
    [[nodiscard]] QString text(const IntakeDraft *draft, bool inFront) const;

    CaseSession &m_session;
    QList<QPointer<IntakeDraft>> m_open;
    qsizetype m_inFront = -1;
    QHBoxLayout *m_layout;
    QList<Chip *> m_chips;
    QPushButton *m_waiting;
    QTimer m_second;
};

} // namespace huiyin
