// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/BulletinFacts.h"
#include "bulletin/BulletinRows.h"
#include "bulletin/RateDefinition.h"

#include <QJsonObject>

namespace huiyin {

// What a bulletin's lists and tables are made from. All outlives it.
struct BulletinFigures
{
    const CodeTables &tables;
    const Statistics &figures;
    const BulletinFacts &facts;
    const QList<RateDefinition> &rates;
    const QJsonObject &grade;             // the layout's rule for units, empty where it has none
    const Statistics *previous = nullptr; // of the period before, where the layout compares
    const Statistics *lastYear = nullptr;
};

// The rows of one kind, as a list or a table of the layout asks for them: with the rates that the layout defines and the
// changes against the other periods.
class BulletinRowSource
{
public:
    explicit BulletinRowSource(const BulletinFigures &figures)
        : m_all(figures)
    {
    }

    // `kind`: departments, channels, categories, types, topics, hot_topics, months, grades; `block` says which of them by `filter`,
    // `names` and `of_groups`. Throws LayoutError for another kind.
    [[nodiscard]] QList<BulletinRow> rows(const QString &kind, const QJsonObject &block) const;
    // Of these rows together; with `whole` they are all that the block asks for, and what had rows before counts too.
    [[nodiscard]] WordingScope total(const QString &kind, const QJsonObject &block, const QList<BulletinRow> &rows,
                                     bool whole) const;
    // Of some of them: 其他单位.
    [[nodiscard]] BulletinRow together(const QList<BulletinRow> &rows) const;

    [[nodiscard]] const BulletinFigures &all() const { return m_all; }

private:
    [[nodiscard]] QList<BulletinRow> plainRows(const QString &kind, const QJsonObject &block,
                                               const Statistics &figures) const;
    [[nodiscard]] QList<BulletinRow> hotTopics(const Statistics &figures) const;
    // `ofAll`: there are no other rows of this kind.
    [[nodiscard]] WordingScope totalOf(const QString &kind, const QList<BulletinRow> &rows, const Statistics &figures,
                                       bool ofAll) const;

    const BulletinFigures &m_all;
};

} // namespace huiyin
