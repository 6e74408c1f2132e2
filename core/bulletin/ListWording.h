// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/BulletinRowSource.h"
#include "bulletin/RowChoice.h"
#include "bulletin/Wording.h"

#include <QJsonObject>

namespace huiyin {

// Puts the lists of a bulletin into words: categories, channels, types, topics and units with their figures, as the parts
// of a layout with "each" say. What it is given outlives it.
class ListWording
{
public:
    // `above`: the style of the section, which a part may change.
    ListWording(const BlockStyle &above, const BulletinRowSource &source)
        : m_above(above)
        , m_source(source)
    {
    }

    // Nothing at all when the list has no item. Throws LayoutError for what no layout may hold.
    [[nodiscard]] QList<BulletinSpan> list(const QJsonObject &part) const;

private:
    // A part with its style, and what its sentences can speak of besides their own.
    struct Frame
    {
        const QJsonObject &part;
        Wording wording;
        WordingScopes outer;
    };

    [[nodiscard]] QList<BulletinSpan> expand(const Frame &frame, const QString &sentence,
                                             const WordingScopes &scopes = {}) const;
    [[nodiscard]] QList<BulletinSpan> join(const Frame &frame, const QList<QList<BulletinSpan>> &items,
                                           const WordingScopes &scopes) const;
    [[nodiscard]] QList<BulletinSpan> nested(const Frame &frame, const QJsonObject &part,
                                             const QList<BulletinRow> &rows, const WordingScopes &scopes) const;
    // The others as one row where the list tells them; the shares of all that are printed are balanced.
    std::optional<BulletinRow> balanced(const Frame &frame, RowChoice &choice) const;
    [[nodiscard]] QList<BulletinSpan> rowList(const Frame &frame, const QList<BulletinRow> &rows) const;
    [[nodiscard]] QList<BulletinSpan> rowItem(const Frame &frame, const BulletinRow &row, qsizetype place) const;
    [[nodiscard]] QList<BulletinSpan> also(const Frame &frame, const WordingScope &row) const;

    [[nodiscard]] QList<BulletinSpan> channelList(const Frame &frame) const;
    [[nodiscard]] QList<BulletinSpan> channelGroup(const Frame &frame, const QJsonObject &group,
                                                   QList<BulletinRow> &rows) const;
    [[nodiscard]] QList<BulletinSpan> channelItem(const Frame &frame, const BulletinRow &row, qsizetype place) const;
    [[nodiscard]] QList<BulletinSpan> statusOf(const Frame &frame, const WordingScope &scope, qsizetype names) const;

    BlockStyle m_above;
    const BulletinRowSource &m_source;
};

// What a list's prefix and suffix can say of it: how many rows it names (items), what these come to (listed,
// listed_share), and all together (all).
WordingScope listSummary(const RowChoice &choice);

} // namespace huiyin
