// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/FigurePass.h"

namespace huiyin {

void FigurePass::include(Measure measure)
{
    switch (measure) {
    case Measure::Merged:
        merged = true;
        break;
    case Measure::CarriedOver:
    case Measure::CarriedOverClosed:
        carriedOver = true;
        break;
    case Measure::Supervised:
    case Measure::SupervisedClosed:
        supervised = true;
        break;
    case Measure::NotAccepted:
        notAccepted = true;
        break;
    default:
        (countsCalls(measure) ? calls : tickets) = true;
        break;
    }
}

void FigurePass::go(const FigureSource &source, const FigureScan &scan, FigureSink &sink) const
{
    const qint64 from = scan.span().from;
    const qint64 before = scan.span().before();
    if (tickets) {
        source.eachTicket(
            from, before,
            [&](const TicketFacts &ticket, const QList<DispatchFacts> &dispatches,
                const QList<FollowUpFacts> &followUps) { scan.ticket(ticket, dispatches, followUps, sink); });
    }
    if (merged)
        source.eachMerged(from, before, [&](const MergedFacts &facts) { scan.merged(facts, sink); });
    if (calls)
        source.eachCall(from, before, [&](const CallFigureFacts &call) { scan.call(call, sink); });
    if (carriedOver)
        source.eachCarriedOver(from, [&](const CaseloadFacts &ticket) { scan.carriedOver(ticket, sink); });
    if (supervised)
        source.eachSupervised(from, before, [&](const CaseloadFacts &ticket) { scan.supervised(ticket, sink); });
    if (notAccepted)
        source.eachNotAccepted(from, before, [&](const CaseloadFacts &ticket) { scan.notAccepted(ticket, sink); });
}

} // namespace huiyin
