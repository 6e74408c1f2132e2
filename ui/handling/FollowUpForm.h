// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/HandlingRequests.h"
#include "domain/Outcome.h"

#include <QWidget>

#include <optional>

class QButtonGroup;
class QComboBox;
class QLabel;
class QPlainTextEdit;

namespace huiyin {

class SegmentedButtons;

// What a call back comes to: whether somebody was reached, what the citizen says, and what follows from it. What can't
// be known when nobody was reached can't be chosen; the usual next step follows from the answer until another is chosen.
class FollowUpForm : public QWidget
{
    Q_OBJECT

public:
    // `name`: its fields are called name.reached, name.solved ….
    FollowUpForm(const QString &name, QWidget *parent);

    void clear();
    // What was typed before; `isAnswered` as it was then.
    void setRequest(const FollowUpRequest &request, bool isAnswered);
    [[nodiscard]] FollowUpRequest request(TicketId ticket) const;
    void setReached(bool reached);
    void setSatisfaction(std::optional<Satisfaction> satisfaction); // reached, then
    [[nodiscard]] bool isAnswered() const;                          // whether somebody was reached has been said
    void showRefusal(const Refusal &refusal);
    void focusFirst();

Q_SIGNALS:
    void edited();
    void grown(QWidget *field); // which has come to be seen

private:
    QWidget *addChoices(QButtonGroup *group, const QList<std::pair<QString, int>> &choices, int columns,
                        const QString &code);
    void suit();
    void suggestNext();
    [[nodiscard]] bool isReached() const;

    QString m_name;
    QComboBox *m_method;
    SegmentedButtons *m_reached;
    SegmentedButtons *m_solved;
    QButtonGroup *m_satisfaction;
    QWidget *m_satisfactionBox;
    QPlainTextEdit *m_comment;
    QButtonGroup *m_next;
    QWidget *m_nextBox;
    QPlainTextEdit *m_redo;
    QLabel *m_fault;
    bool m_nextChosen = false; // by the user
};

} // namespace huiyin
