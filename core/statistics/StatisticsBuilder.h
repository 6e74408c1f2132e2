// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Progress.h"
#include "statistics/Figure.h"
#include "statistics/Statistics.h"

#include <QHash>

namespace huiyin {

class CaseFile;

// The figures of a period, counted from the tickets themselves in one pass over one state of the file.
// Can be cancelled.
Statistics buildStatistics(CaseFile &file, const Question &question, const Progress &progress = {});

// What a figure counts, in order of time; for a measure of calls the first is empty, for one of tickets the second.
QList<TicketId> ticketsBehind(CaseFile &file, const Question &question, FigureKey figure,
                              const Progress &progress = {});
QList<CallId> callsBehind(CaseFile &file, const Question &question, FigureKey figure, const Progress &progress = {});

// The same of many figures in one pass: ids of tickets, or of calls for a measure of calls, ascending.
QHash<FigureKey, QList<qint64>> idsBehind(CaseFile &file, const Question &question, const QList<FigureKey> &figures,
                                          const Progress &progress = {});

} // namespace huiyin
