// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QRegularExpression>
#include <QString>

namespace huiyin {

// What a ticket knows about its citizens, found and replaced wherever it stands in running text: names, telephone
// numbers however they are spaced, an address, its end from the house number on, and the doors in it. Other telephone
// and identity numbers are starred too.
class CitizenWords
{
public:
    enum class Show {
        Masked,  // as in lists: 王*国, 138****1111, 平东小区****
        Nothing, // of somebody who asked for confidentiality or gave no name: stars of a fixed length
    };

    explicit CitizenWords(Show show);

    void addName(const QString &name);
    void addPhone(const QString &phone);
    void addAddress(const QString &address);

    [[nodiscard]] QString hidden(const QString &text) const;

private:
    struct Word
    {
        QRegularExpression pattern{};
        QString with{};
        qsizetype size = 0; // of what is looked for: the longest goes first
    };
    void add(const QString &pattern, const QString &with, qsizetype size);

    Show m_show;
    QList<Word> m_words; // the longest first
};

} // namespace huiyin
