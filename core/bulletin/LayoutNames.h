// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QJsonObject>
#include <QString>

namespace huiyin {

// What the words of a layout are called in the office, in the user's language: {accepted} is 受理. A layout is written in
// these names and kept in its own: what is shown can always be read back.
class LayoutNames
{
public:
    LayoutNames() = default;
    explicit LayoutNames(const QJsonObject &layout); // with the names of its own rates

    [[nodiscard]] QString of(const QString &word) const; // the word itself where it has no name
    [[nodiscard]] bool knows(const QString &word) const;
    [[nodiscard]] QString ofCondition(const QString &condition) const;
    [[nodiscard]] QString ofConditions(const QString &when) const; // "accepted,!calls" in words
    [[nodiscard]] QString ofTerms(const QString &terms) const;     // "direct+closed"
    [[nodiscard]] static QString ofForm(const QString &how);       // "wan" of {accepted:wan}

    [[nodiscard]] QString shown(const QString &text) const;
    [[nodiscard]] QString stored(const QString &shown) const;

private:
    QHash<QString, QString> m_names; // by word
    QHash<QString, QString> m_words; // by name
};

} // namespace huiyin
