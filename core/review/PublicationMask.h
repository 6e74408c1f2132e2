// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Code.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace huiyin {

// A place in a text that must not be published as it is.
struct PersonalPlace
{
    enum class Kind { Name, Phone, Identity, Plate, BankCard, Email, Account, Address };

    qsizetype start = 0; // UTF-16 units
    qsizetype length = 0;
    Kind kind = Kind::Name;
    bool certain = true; // false: it may be a word, an official, or a number of an office: somebody must look
    QString text{};
    QString replacement{}; // 王某, ****, 吉C****, *号楼*单元*室

    bool operator==(const PersonalPlace &) const = default;
};

// What is known beforehand of those whose matters a text tells.
struct KnownCitizens
{
    QStringList names{};         // as they were typed into the field: 李红、王建国（业主）
    QStringList doubtfulNames{}; // words that may be names: 业主孙立、村干部 in a ticket
    QStringList phones{};
    QStringList addresses{};
    QStringList offices{}; // names of offices and departments, in which no person's name is looked for: 双辽市政府
};

// One of several texts that belong together: a paragraph, a heading, a cell.
struct TextPart
{
    QString text{};
    QString heading{}; // of a cell, its column's: 联系人 gives away that 王建国 below it is a name
};

// What of a text is masked for publication, in its order, none over another: stricter than what is masked in lists
// (PersonalText), as no digit of a number stays, nor what those have left of one (138****5678). Names are found by the
// words around them (市民王建国反映, 王建国先生) and then wherever else they stand, in however wide a type (王　丽);
// `knownNames` are found wherever they stand. Each line of a text is taken by itself. No secret are short numbers of
// services (12345, 110, 96…), document numbers, dates, counts and sums, names of places, offices and departments, and
// names that are masked already (李某, 赵女士).
QList<PersonalPlace> personalPlaces(const QString &text, const QStringList &knownNames = {});

// The same for texts of one document, each by itself; a name that one of them gives away is found in all.
QList<QList<PersonalPlace>> personalPlacesIn(const QList<TextPart> &parts, const KnownCitizens &known = {});

// What stands for a text of this kind: 王某, 吉C****, *号楼*室.
QString usualReplacement(PersonalPlace::Kind kind, const QString &text);

// The text with the places replaced.
QString withReplaced(const QString &text, const QList<PersonalPlace> &places);

} // namespace huiyin
