// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/PersonalNames.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace huiyin {

// Names of persons in the texts of one document: those that are known, and those that one of the texts gives away.
class NameSearch
{
public:
    // `known` as they were typed into the field; `offices`: names that no person's name is looked for in.
    NameSearch(const QStringList &known, const QStringList &doubtful, const QStringList &offices);

    // Takes in the names that a text gives away.
    void learn(const QString &text);

    // Where they stand, blanks between their characters or not, the longest first; places may lie over each other.
    [[nodiscard]] QList<FoundName> placesIn(const QString &text);

private:
    struct Word
    {
        QString name{};
        bool certain = true;
    };
    void add(const QString &name, bool certain);

    QStringList m_offices;
    QHash<QString, bool> m_certain; // by name
    QList<Word> m_words;            // in the order in which they are looked for; empty: to be made
};

} // namespace huiyin
