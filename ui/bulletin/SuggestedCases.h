// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/CaseSuggestions.h"
#include "controls/TwoLineList.h"
#include "shell/CaseSession.h"

#include <QElapsedTimer>

#include <optional>

namespace huiyin {

// The cases that were picked for a bulletin, a group a list, for MaterialPanel::setCases(). In any thread.
QList<TwoLineGroup> pickedCaseGroups(CaseFile &file, const Question &question, const QList<Department> &departments);

// Which cases a bulletin is offered, looked for in the background, and what has become of them since: picked for a list,
// put into the text.
class SuggestedCases : public QObject
{
    Q_OBJECT

public:
    explicit SuggestedCases(CaseSession &session, QObject *parent = nullptr);

    // Unless that has just been done for the same question.
    void look(const Question &question);
    void setTold(const QList<TicketId> &tickets); // in the text beside them
    [[nodiscard]] const std::optional<CaseSuggestions> &found() const { return m_found; }
    [[nodiscard]] bool hasFailed() const { return m_failed; }
    // A group a kind; the keys are tickets.
    [[nodiscard]] QList<TwoLineGroup> groups() const;

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] QString remarkOf(const SuggestedCase &one) const;
    void readMarks();

    CaseSession &m_session;
    std::optional<Question> m_question; // that is looked for or was found
    std::optional<CaseSuggestions> m_found;
    QList<TicketId> m_told;
    bool m_failed = false;
    QElapsedTimer m_age;
    PendingRead m_pending;
    PendingRead m_marks;
};

} // namespace huiyin
