// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Period.h"
#include "exchange/Random.h"
#include "exchange/SampleOffice.h"
#include "exchange/SampleWriter.h"

#include <QJsonObject>

#include <optional>
#include <utility>

namespace huiyin {

// One ticket's place in the figures of a sample office.
struct DemoPlace
{
    ChannelId channel{0};
    bool inTotal = true;
    bool byPhone = false;
    qsizetype channelIndex = 0;
    QString type{};
    bool typeFixed = false;
    std::optional<TopicId> topic{};
    qsizetype category = -1; // index into SampleOffice::categories
    QString subject{};
    const SampleTexts::Matter *matter = nullptr;
    qsizetype department = -1; // index into SampleOffice::departments
    Fate fate = Fate::AnsweredDirectly;
    bool tried = false;
    bool reached = false;
    std::optional<Satisfaction> satisfaction{};
    Marks marks{};
    QDateTime receivedAt{};
    qsizetype outbreak = -1; // index into the specification's outbreaks
};

struct DemoDeal
{
    QList<DemoPlace> places{}; // by the time of receipt
    // Calls that a topic has beyond those of its tickets.
    QList<std::pair<std::optional<TopicId>, qint64>> extraCalls{};
};

// Deals out each table of the specification to the last ticket, and makes its topics. The places point into `texts`.
DemoDeal dealDemo(Database &database, const QJsonObject &specification, const SampleOffice &office,
                  const SampleTexts &texts, Random &random);

} // namespace huiyin
