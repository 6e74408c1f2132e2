// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/LayoutVocabulary.h"

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <memory>

namespace huiyin {

// A placeholder that can stand in a text of a layout.
struct LayoutWord
{
    enum class Kind { Text, Count, Rate, Change };

    QString name{};
    Kind kind = Kind::Text;
    bool isOfRow = false;  // of the row of a list or table; else of the whole office
    bool isOfRate = false; // a change: in percentage points

    bool operator==(const LayoutWord &) const = default;
};

// What can be said at each place of a layout, for menus to choose from: the counterpart of what LayoutCheck complains of.
class LayoutScope
{
public:
    explicit LayoutScope(const QJsonObject &layout);

    // In the text at "sections/3/paragraph/0/item"; those of the row first, each kind by its name.
    [[nodiscard]] QList<LayoutWord> wordsAt(const QString &path) const;
    // Counts and rates of a row that the list or table at `path` can be ordered, chosen and ranked by.
    [[nodiscard]] QList<LayoutWord> figuresAt(const QString &path) const;
    // Names for "when" of the object at `path`; in the texts added to a list those of its rows.
    [[nodiscard]] QStringList conditionsAt(const QString &path) const;
    // What both sides of a rate can be made of: counts of the office, and of rows alone.
    [[nodiscard]] QStringList counts() const;

private:
    struct Scopes
    {
        WordingScope row{};   // of the list or table
        WordingScope outer{}; // of the list around it
    };
    [[nodiscard]] QString listKind(const QString &path, bool &below) const;
    [[nodiscard]] Scopes scopesAt(const QString &path) const;
    [[nodiscard]] WordingScope rowOfList(const QString &path, bool forText) const;
    [[nodiscard]] WordingScope rowOfTable(const QString &path, bool forText) const;

    QJsonObject m_layout;
    QList<RateDefinition> m_rates;
    std::shared_ptr<const LayoutVocabulary> m_words;
};

} // namespace huiyin
