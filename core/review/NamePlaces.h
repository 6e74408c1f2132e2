// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/PersonalNames.h"

#include <QHash>
#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>

namespace huiyin {

class Tight;

// Names of persons in the texts of one document: those that are known, and those that one of the texts gives away.
class NameSearch
{
public:
    // `known` as they were typed into the field; `offices`: names that no person's name is looked for in.
    NameSearch(const QStringList &known, const QStringList &doubtful, const QStringList &offices);

    // Takes in the names that a text gives away: before places are asked for.
    void learn(const QString &text);

    // Where they stand, blanks between their characters or not, the longest first; places may lie over each other.
    [[nodiscard]] QList<FoundName> placesIn(const QString &text);

private:
    struct Word
    {
        QString name{};
        bool certain = true;
        bool isWord = false;  // 方圆: elsewhere it is the word, most likely
        bool isShort = false; // of two characters that a text gave away: they stand in other words, too
    };
    void add(const QString &name, bool certain);
    void take(const QString &text, const FoundName &found, const QString &name);
    void makeWords();
    void findWordAt(QList<FoundName> &places, const Tight &text, const Word &word, qsizetype at) const;

    QStringList m_offices;
    QHash<QString, bool> m_certain;           // by name
    QSet<QString> m_learned;                  // names that a text gave away, not the fields
    QSet<QString> m_officials;                // named in public
    QHash<QString, QList<FoundName>> m_found; // by text: where its names stand that it gives away itself
    QList<Word> m_words;                      // the longest first, the certain before the others; empty: to be made
    QHash<quint32, QList<qsizetype>> m_at;    // of m_words, by their first two characters (one, if there is no more)
};

} // namespace huiyin
