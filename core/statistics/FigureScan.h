// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/CodeTree.h"
#include "statistics/Figure.h"
#include "statistics/Question.h"
#include "storage/FigureSource.h"

#include <QSet>

#include <vector>

namespace huiyin {

// A closed counted ticket, for its handling time.
struct HandledTicket
{
    static constexpr qint64 outsideBase = -1; // a category: of an excluded topic
    qint64 receivedAt = 0;
    qint64 closedAt = 0;
    qint64 department = 0; // of the lead dispatch; 0: not dispatched
    qint64 category = 0;   // 0: 未分类
    bool enterprise = false;
};

// Decides, for each ticket and each call, which figures it counts in. The rules are those of "What the figures count"
// in the contract. A sink gets them one by one: to count them, or to keep the ids behind one of them; so a figure and
// its list can't differ.
class FigureSink
{
public:
    virtual ~FigureSink() = default;
    // `id` is a call's for the measures of calls, a ticket's for all others.
    virtual void add(Measure measure, qint64 id, qint64 row = 0, qint64 sub = 0) = 0;
    virtual void handled([[maybe_unused]] const HandledTicket &ticket) {}
};

class FigureScan
{
public:
    FigureScan(const CodeTables &tables, const Question &question, const OfficeZone &zone);

    void ticket(const TicketFacts &ticket, const QList<DispatchFacts> &dispatches,
                const QList<FollowUpFacts> &followUps, FigureSink &sink) const;
    void merged(const MergedFacts &merged, FigureSink &sink) const;
    void call(const CallFigureFacts &call, FigureSink &sink) const;
    void carriedOver(const CaseloadFacts &ticket, FigureSink &sink) const;
    void supervised(const CaseloadFacts &ticket, FigureSink &sink) const;
    void notAccepted(const CaseloadFacts &ticket, FigureSink &sink) const;

    [[nodiscard]] const QuestionSpan &span() const { return m_span; }
    [[nodiscard]] const CodeTree &categories() const { return m_categories; }
    // Whether a channel's tickets count into the office's total.
    [[nodiscard]] bool inTotal(qint64 channel) const;
    // The largest id in use in each table that rows are indexed by.
    [[nodiscard]] qint64 largestId() const { return m_largestId; }
    [[nodiscard]] qint64 largestTypeId() const { return m_largestTypeId; }
    [[nodiscard]] qint64 dayCount() const { return qint64(m_dayStarts.size()); }
    [[nodiscard]] const QList<Period> &months() const { return m_months; }

private:
    [[nodiscard]] bool happened(qint64 at) const { return at < m_span.cutOff; }
    [[nodiscard]] qint64 dueInForce(const DispatchFacts &dispatch) const;
    enum class Timeliness { OnTime, Late, NotJudged };
    [[nodiscard]] Timeliness timeliness(const DispatchFacts &dispatch) const;
    [[nodiscard]] qint64 dayOf(qint64 at) const;
    void channelFigures(const TicketFacts &ticket, const DispatchFacts *lead, const QList<FollowUpFacts> &followUps,
                        bool timely, FigureSink &sink) const;
    [[nodiscard]] const FollowUpFacts *lastReached(const QList<FollowUpFacts> &followUps) const;
    void departmentFigures(qint64 ticket, const QList<DispatchFacts> &dispatches, FigureSink &sink) const;
    void closedFigures(const TicketFacts &ticket, const DispatchFacts *lead, FigureSink &sink) const;
    void followUpFigures(const TicketFacts &ticket, const DispatchFacts &lead, const QList<FollowUpFacts> &followUps,
                         FigureSink &sink) const;

    QuestionSpan m_span;
    QSet<qint64> m_excludedTopics;
    CodeTree m_channels;
    CodeTree m_categories;
    std::vector<char> m_inTotal;
    std::vector<qint64> m_dayStarts;
    std::vector<int> m_monthOfDay;
    QList<Period> m_months;
    qint64 m_largestId = 0;
    qint64 m_largestTypeId = 0;
};

} // namespace huiyin
