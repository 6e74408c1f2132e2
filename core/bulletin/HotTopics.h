// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/BulletinFacts.h"
#include "domain/CodeTables.h"
#include "domain/Progress.h"

#include <QList>

namespace huiyin {

class CaseFile;

// What has grown in the period, as HotSpots finds it: a category each, the most narrow one, with the areas in which it has
// grown and what people say there. Titles are masked with what is known of those who called. Can be cancelled.
QList<HotTopic> hotTopics(CaseFile &file, const Question &question, const CodeTables &tables,
                          const Progress &progress = {});

} // namespace huiyin
