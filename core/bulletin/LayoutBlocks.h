// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/LayoutDraft.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace huiyin {

// Ready-made sections of a bulletin, with the rates that they speak of: resources/layout-blocks. Each is sound in any layout.
struct LayoutBlock
{
    QString key{};
    QString group{}; // sentences, cases, tables, charts, plain
    QJsonArray sections{};
    QJsonObject rates{};

    // The parts of its paragraph, to go into another; empty where it is more, or something else.
    [[nodiscard]] QJsonArray parts() const;
};
QList<LayoutBlock> layoutBlocks();
QString displayName(const LayoutBlock &block); // 总量句, in the user's language
QString blockGroupName(const QString &group);

// Where something new comes in beside or below what stands at `place` (of partAt()); the step is the draft's. Where it
// stands then; nullopt where it has no place.
std::optional<QString> insertBlock(LayoutDraft &draft, const QString &place, const LayoutBlock &block);
std::optional<QString> insertParts(LayoutDraft &draft, const QString &place, const LayoutBlock &block);

// What can be added to the object at `place` or beside it: names of layoutAdditions(). "column" takes the word it shows.
QStringList additionsAt(const QJsonObject &layout, const QString &place);
QString additionName(const QString &addition);
std::optional<QString> insertAddition(LayoutDraft &draft, const QString &place, const QString &addition);
std::optional<QString> insertColumn(LayoutDraft &draft, const QString &place, const QString &word);
// A rate under a name that no other has.
std::optional<QString> insertRate(LayoutDraft &draft);

} // namespace huiyin
