// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/SuggestedCases.h"
#include "controls/Panel.h"
#include "controls/TwoLineList.h"
#include "shell/CaseSession.h"
#include "statistics/HotSpots.h"
#include "storage/TicketFilter.h"

#include <QElapsedTimer>
#include <QTimer>

#include <optional>
#include <variant>

class QLabel;
class QStackedWidget;

namespace huiyin {

class MaterialMenu;
class SegmentedButtons;

using HotSpot = std::variant<GrowingSubject, MatterCluster>;

// 素材: what an editor writes a bulletin from: cases that are suggested, those that were picked for it, subjects that grew
// and places where several told of one matter. All open their tickets; cases are dragged into the text, and by its menu and
// Ctrl+Enter all of it goes there.
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
    void lookForCases(const Question &question); // the same of suggestions
    void setPuts(bool puts);                     // there is a text beside it that may be written in
    void setTold(const QList<TicketId> &tickets) { m_found->setTold(tickets); } // in that text
    [[nodiscard]] const std::optional<HotSpots> &hotSpots() const { return m_spotsFound; }
    [[nodiscard]] std::optional<HotSpot> hotSpot(qint64 key) const; // of an entry of the list, as it is dragged
    [[nodiscard]] const std::optional<CaseSuggestions> &suggestions() const { return m_found->found(); }
    [[nodiscard]] QList<QWidget *> tabChain() const;

Q_SIGNALS:
    void ticketRequested(huiyin::TicketId ticket);
    void ticketsRequested(const huiyin::TicketFilter &filter, const QString &title);
    void hotSpotsShown();
    void suggestionsShown();
    void casesPut(const QList<huiyin::TicketId> &tickets); // into the text, where its cursor stands
    void hotSpotPut(const huiyin::HotSpot &spot);

protected:
    void showEvent(QShowEvent *event) override;

private:
    enum Part { Suggestions, Cases, Spots };

    TwoLineList *caseList(const QString &name, const QString &title);
    void showParts();
    [[nodiscard]] QString noteOf(Part part) const;
    void showSuggestions();
    void showHotSpots();
    void openHotSpot(qint64 key);
    void readCases();

    CaseSession &m_session;
    QString m_prefix;
    SegmentedButtons *m_parts;
    QStackedWidget *m_stack;
    SuggestedCases *m_found;
    QList<MaterialMenu *> m_menus;
    TwoLineList *m_suggested;
    TwoLineList *m_cases;
    TwoLineList *m_spots;
    QLabel *m_note;
    qsizetype m_caseCount = 0;
    bool m_casesStale = false;          // tickets were changed while nobody looked
    std::optional<Question> m_casesOf;  // whose picked cases are shown
    std::optional<Question> m_question; // whose hot spots are looked for or were found
    std::optional<HotSpots> m_spotsFound;
    bool m_failed = false;
    QElapsedTimer m_age;
    QTimer m_casesSoon;
    PendingRead m_pending;
    PendingRead m_readingCases;
};

} // namespace huiyin
