// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/BulletinFacts.h"
#include "bulletin/Wording.h"
#include "domain/CodeTables.h"
#include "statistics/Statistics.h"

#include <QJsonObject>

namespace huiyin {

// Puts the lists of a bulletin into words: categories, channels, types and topics with their figures, as the parts of
// a layout with "each" say. What it is given outlives it.
class ListWording
{
public:
    ListWording(const Wording &wording, const BulletinFacts &facts, const CodeTables &tables, const Statistics &figures)
        : m_wording(wording)
        , m_facts(facts)
        , m_tables(tables)
        , m_figures(figures)
    {
    }

    // Nothing at all when the list has no item. Throws LayoutError for what no layout may hold.
    [[nodiscard]] QList<BulletinSpan> list(const QJsonObject &part) const;

private:
    using Scopes = QList<const WordingScope *>;

    [[nodiscard]] QList<BulletinSpan> expand(const QString &sentence, const Scopes &scopes) const;
    [[nodiscard]] QList<BulletinSpan> join(const QJsonObject &part, const QList<QList<BulletinSpan>> &items,
                                           const Scopes &scopes) const;
    [[nodiscard]] QList<BulletinSpan> typeList(const QJsonObject &part, QList<TypeFigures> types, Measure measure,
                                               qint64 row, const Scopes &scopes) const;
    [[nodiscard]] QList<BulletinSpan> topicList(const QJsonObject &part) const;
    [[nodiscard]] QList<BulletinSpan> categoryList(const QJsonObject &part, const QList<CategoryFigures> &rows,
                                                   const Scopes &scopes) const;
    [[nodiscard]] QList<BulletinSpan> childCategories(const QJsonObject &part, const QList<CategoryFigures> &rows,
                                                      const WordingScope &parent) const;
    [[nodiscard]] WordingScope channelScope(const ChannelFigures &row) const;
    [[nodiscard]] QList<BulletinSpan> statusOf(const QJsonObject &status, const WordingScope &scope, qint64 received,
                                               qint64 open, qsizetype names) const;
    [[nodiscard]] QList<BulletinSpan> channelList(const QJsonObject &part) const;
    [[nodiscard]] QList<BulletinSpan> channelGroup(const QJsonObject &part, const QJsonObject &group,
                                                   QList<ChannelFigures> &channels) const;
    [[nodiscard]] QList<BulletinSpan> channelItem(const QJsonObject &part, const ChannelFigures &channel,
                                                  bool first) const;

    const Wording &m_wording;
    const BulletinFacts &m_facts;
    const CodeTables &m_tables;
    const Statistics &m_figures;
};

} // namespace huiyin
