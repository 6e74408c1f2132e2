// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/CodeTables.h"

#include <QString>
#include <QStringList>
#include <QStringView>

namespace huiyin {

// How near two matters are, as far as their addresses tell.
enum class Nearness { Unknown, Estate, Building, Unit, Flat };

// An address taken apart: 铁西区阳光花园12栋3单元501, or 阳光花园12-3-501, is the estate 阳光花园, building 12, unit 3, flat
// 501. Along a road and in a village the number of the house stands for the building. Everything is folded for search;
// what an address doesn't tell is "", and so is the estate where it says nothing (不详, 二期).
struct Place
{
    QString estate{}; // 小区, road, village
    QString building{};
    QString unit{};
    QString flat{};

    // `areas`: the office's names of districts and towns, as areaNames() gives them; they are left out.
    static Place of(QStringView foldedAddress, const QStringList &areas);

    // Folded, and the longer ones first: 铁西区平西乡 before 铁西区.
    static QStringList areaNames(const QList<Area> &areas);
    // The estate and the building as addresses begin: 阳光花园12, 阳光花园十二.
    [[nodiscard]] QStringList spellings() const;
    // Too little to tell one place from another.
    [[nodiscard]] bool isVague() const { return estate.size() < 2; }
    [[nodiscard]] Nearness to(const Place &other) const;
    // Where an address is missing: whether the text speaks of this place. Flats are not looked for.
    [[nodiscard]] Nearness in(QStringView foldedText) const;

    bool operator==(const Place &) const = default;
};

} // namespace huiyin
