// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/BulletinDocument.h"
#include "statistics/Ratio.h"

#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace huiyin {

// What stands for a placeholder of a layout's sentence.
struct WordingValue
{
    QString text{};
    std::optional<qint64> count{};
    std::optional<Ratio> ratio{};
    std::optional<FigureKey> figure{};
    QList<BulletinSpan> spans{}; // a list already put into words
    bool isList = false;
};

WordingValue word(const QString &text);
WordingValue word(qint64 count, std::optional<FigureKey> figure = std::nullopt);
WordingValue word(Ratio ratio, std::optional<FigureKey> figure = std::nullopt);
WordingValue word(const QList<BulletinSpan> &spans);

using WordingScope = QHash<QString, WordingValue>;

// Puts values into the sentences of a layout: "受理{accepted}件" with {name}, {name:2} for a percentage with two
// decimals, {name:wan} for a count in 万 with two decimals (below ten thousand it stays plain).
class Wording
{
public:
    explicit Wording(PercentStyle style)
        : m_style(style)
    {
    }

    enum class Place { Sentence, Table };

    // Looks a placeholder up in the scopes from first to last. Throws LayoutError for one that none knows. In a sentence
    // 100% is printed bare, in a table with the decimals of its column.
    [[nodiscard]] QList<BulletinSpan> expand(const QString &sentence, const QList<const WordingScope *> &scopes,
                                             Place place = Place::Sentence) const;

    [[nodiscard]] PercentStyle style() const { return m_style; }

private:
    [[nodiscard]] QString format(const WordingValue &value, const QString &how, Place place) const;

    PercentStyle m_style;
};

} // namespace huiyin
