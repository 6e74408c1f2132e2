// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace huiyin {

// What somebody has typed into a form and not saved yet.
struct TypedWords
{
    QDateTime at{};        // when it was kept last
    QJsonObject words{};   // texts, by the names of their fields
    QJsonObject choices{}; // what was chosen and set beside them

    [[nodiscard]] QString text() const; // its texts one below the other, without empty ones
    [[nodiscard]] bool saysTheSame(const TypedWords &other) const
    {
        return words == other.words && choices == other.choices;
    }
};

// Typed words in the case file: of one user, for one form.
struct KeptDraft
{
    QString user{};
    QString kind{};   // the command that they are typed for, as the history calls it
    QString object{}; // what that is about: "ticket 12"
    QList<TypedWords>
        words{}; // the newest first; those behind it are of earlier times, and nobody has said what is to become of them
    QDateTime savedAt{};
};

// As they are stored. What can't be read is no words.
QByteArray contentOf(const QList<TypedWords> &words);
QList<TypedWords> typedWordsOf(const QByteArray &content);

} // namespace huiyin
