// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/BlockStyle.h"
#include "bulletin/BulletinDocument.h"
#include "statistics/Ratio.h"

#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace huiyin {

// A count or a rate now and at another time. Counts have a denominator of 1.
struct WordingChange
{
    Ratio now{};
    Ratio before{};
    bool ofRate = false;
};

// What stands for a placeholder of a layout's sentence.
struct WordingValue
{
    QString text{};
    std::optional<qint64> count{};
    std::optional<Ratio> ratio{};
    std::optional<qint64> shareUnits{}; // of a ratio in a balanced list: what is printed for it
    std::optional<WordingChange> change{};
    std::optional<FigureKey> figure{};
    QList<BulletinSpan> spans{}; // a list already put into words
    bool isList = false;
    QString missing{}; // why it can't be printed here
};

WordingValue word(const QString &text);
WordingValue word(qint64 count, std::optional<FigureKey> figure = std::nullopt);
WordingValue word(Ratio ratio, std::optional<FigureKey> figure = std::nullopt);
WordingValue word(const WordingChange &change, std::optional<FigureKey> figure = std::nullopt);
WordingValue word(const QList<BulletinSpan> &spans);

using WordingScope = QHash<QString, WordingValue>;
using WordingScopes = QList<const WordingScope *>;

// Puts values into the sentences of a layout: "受理{accepted}件" with
//   {name}; {name:2} for a percentage with two decimals; {name:wan} for a count in 万: 4.37万, below ten thousand 9999;
//   of a change 增长8.0%, of a rate's 上升0.2个百分点; {name:signed} +8.0%, +0.2; {name:count} 增加4件;
//   {name:signed_count} +4. A change from nothing is "/".
class Wording
{
public:
    explicit Wording(const BlockStyle &style)
        : m_style(style)
    {
    }

    enum class Place { Sentence, Table };

    // Looks a placeholder up in the scopes from first to last. Throws LayoutError for one that none knows. In a sentence
    // 100% is printed bare, in a table with the decimals of its column.
    [[nodiscard]] QList<BulletinSpan> expand(const QString &sentence, const WordingScopes &scopes,
                                             Place place = Place::Sentence) const;

    // Does one of its placeholders stand for nothing? 抄送：{…}。 without anybody to send it to.
    [[nodiscard]] bool printsNothingOf(const QString &sentence, const WordingScopes &scopes) const;

    [[nodiscard]] PercentStyle style() const { return m_style.percent; }
    [[nodiscard]] const BlockStyle &block() const { return m_style; }

private:
    [[nodiscard]] QString format(const WordingValue &value, const QString &how, Place place) const;
    [[nodiscard]] QString format(Ratio ratio, std::optional<qint64> shareUnits, const QString &how, Place place) const;
    [[nodiscard]] QString format(const WordingChange &change, const QString &how) const;
    [[nodiscard]] QString inTenThousands(qint64 count) const;

    BlockStyle m_style;
};

} // namespace huiyin
