// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/BlockStyle.h"
#include "bulletin/BulletinRowSource.h"

#include <QJsonObject>

#include <optional>

namespace huiyin {

// Which rows a list or a table names, in which order, and which it sums up.
struct RowChoice
{
    QList<BulletinRow> listed{};
    QList<BulletinRow> others{}; // beyond `limit` or below `least`; never a single one that `rest` would sum up
};

// `order` (catalogue, else by count), `by` and `ascending`, `last`, `group_order`, `only`, `limit`, `least`. What is
// called 其他 comes last whatever its size; two rows at least are summed up, a single small one stands for itself.
RowChoice chosenRows(const QJsonObject &block, QList<BulletinRow> rows);

// The others as one row, with the words of a merged label: names (C、C和C), plain_names (without 问题), kinds.
// nullopt when there is none.
std::optional<BulletinRow> othersTogether(const QJsonObject &block, const RowChoice &choice,
                                          const BulletinRowSource &source);

// Prints the shares of rows that stand in one list as the style balances them.
void balanceShares(QList<BulletinRow *> rows, const BlockStyle &style);

} // namespace huiyin
