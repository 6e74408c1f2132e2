// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/HotTopics.h"

#include "domain/CodeTree.h"
#include "domain/PersonalText.h"
#include "domain/Ticket.h"
#include "statistics/HotSpots.h"
#include "storage/CaseFile.h"
#include "storage/TicketRepository.h"

#include <algorithm>

namespace huiyin {

namespace {

constexpr qsizetype mostMatters = 3;

QString maskedTitle(CaseFile &file, const MatterCluster &cluster)
{
    QString title = cluster.title;
    const TicketRepository tickets(file.database());
    for (const TicketId id : cluster.behind) {
        if (const auto ticket = tickets.byId(id))
            title = maskedText(title, citizenOf(*ticket));
    }
    return maskedText(title);
}

} // namespace

QList<HotTopic> hotTopics(CaseFile &file, const Question &question, const CodeTables &tables, const Progress &progress)
{
    const HotSpots found = findHotSpots(file, question, tables, progress);
    const CodeTree tree(tables.categories);
    QList<HotTopic> topics;
    for (const GrowingSubject &subject : found.subjects) {
        auto topic = std::ranges::find(topics, subject.category, &HotTopic::category);
        if (topic == topics.end())
            topic = topics.insert(topics.end(), HotTopic{.category = subject.category});
        if (subject.area)
            topic->areas.append(nameOf(tables.areas, subject.area));
    }
    // What has grown because something below it has is not said twice.
    const QList<HotTopic> all = topics;
    topics.removeIf([&](const HotTopic &topic) {
        return std::ranges::any_of(all, [&](const HotTopic &other) {
            return other.category != topic.category && tree.isBelow(other.category.value(), topic.category.value());
        });
    });
    for (HotTopic &topic : topics) {
        for (const MatterCluster &cluster : found.clusters) {
            if (topic.matters.size() < mostMatters && cluster.category
                && tree.isBelow(cluster.category->value(), topic.category.value()))
                topic.matters.append(maskedTitle(file, cluster));
        }
        topic.matters.removeDuplicates();
    }
    return topics;
}

} // namespace huiyin
