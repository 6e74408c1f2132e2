// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/Wording.h"
#include "statistics/Statistics.h"

#include <QHash>
#include <QList>
#include <QString>

namespace huiyin {

struct BulletinRequest;
class CaseFile;

// What every sentence of a bulletin can speak of: the figures and words of the whole period, and the conditions that
// the parts of a layout depend on. resources/layouts/README.md lists their names.
struct BulletinFacts
{
    WordingScope words{};
    QHash<QString, bool> conditions{};
    QList<TopicFigures> carvedTopics{}; // their tickets are not in the category shares
};

// The handling times of a period or of a department: mean_days, working_mean_days …
// They open the closed tickets, and those of enterprises.
WordingScope handlingWords(const HandlingFigures &figures, FigureKey closed, FigureKey fromEnterprises);

// `monthOfStretch`: a stretch within one month is called by its month, as in a bulletin that says the days elsewhere.
BulletinFacts bulletinFacts(const CaseFile &file, const Statistics &figures, const BulletinRequest &request,
                            PercentStyle style, bool monthOfStretch);

} // namespace huiyin
