// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/Panel.h"
#include "controls/TwoLineList.h"
#include "shell/CaseSession.h"
#include "statistics/HotSpots.h"
#include "storage/TicketFilter.h"

#include <QElapsedTimer>

#include <optional>

class QLabel;
class QStackedWidget;

namespace huiyin {

class SegmentedButtons;

// The cases that were picked for a bulletin, a group a list, for MaterialPanel::setCases(). In any thread.
QList<TwoLineGroup> pickedCaseGroups(CaseFile &file, const Question &question, const QList<Department> &departments);

// 素材: what an editor writes a bulletin from: the cases that were picked for it, and what is suggested: subjects that
// grew and places where several told of one matter. All open their tickets.
class MaterialPanel : public Panel
{
    Q_OBJECT

public:
    // `prefix`: the first part of its object names, as partName() takes it.
    MaterialPanel(CaseSession &session, const QString &prefix, QWidget *parent = nullptr);

    // The keys are tickets.
    void setCases(const QList<TwoLineGroup> &groups);
    // Looks for hot spots in the background, unless that has just been done for the same question.
    void lookForHotSpots(const Question &question);
    [[nodiscard]] const std::optional<HotSpots> &hotSpots() const { return m_found; }
    [[nodiscard]] QList<QWidget *> tabChain() const;

Q_SIGNALS:
    void ticketRequested(huiyin::TicketId ticket);
    void ticketsRequested(const huiyin::TicketFilter &filter, const QString &title);
    void hotSpotsShown();

private:
    enum Part { Cases, Spots };

    void showParts();
    void showHotSpots();
    void openHotSpot(qint64 key);

    CaseSession &m_session;
    SegmentedButtons *m_parts;
    QStackedWidget *m_stack;
    TwoLineList *m_cases;
    TwoLineList *m_spots;
    QLabel *m_note;
    qsizetype m_caseCount = 0;
    std::optional<Question> m_question; // that is looked for or was found
    std::optional<HotSpots> m_found;
    bool m_failed = false;
    QElapsedTimer m_age;
    PendingRead m_pending;
};

} // namespace huiyin
