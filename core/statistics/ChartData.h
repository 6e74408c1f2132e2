// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/Figure.h"
#include "statistics/Ratio.h"
#include "statistics/Statistics.h"

#include <QDate>
#include <QList>
#include <QString>

#include <optional>

namespace huiyin {

// What a chart shows, before it has a look: made from figures, in the order in which it is drawn. The texts are those
// of the document, Chinese whatever the language of the window; a page may put its own title in their place.

// A bar and what is printed behind it.
struct ChartBar
{
    QString label{};
    qint64 value = 0;
    std::optional<qint64> total{}; // drawn behind the value: 128 of 133
    QString note{};                // "17.2%"
    bool muted = false;            // 其他: grey
    std::optional<FigureKey> figure{};
    int level = 0; // 1: a part of the bar above, indented

    // "765", "128/133"
    [[nodiscard]] QString valueText() const;
    bool operator==(const ChartBar &) const = default;
};

struct ChartData
{
    QString title{};
    QString subtitle{}; // 单位：件 · 以4460件为底 · 截至2020年3月1日0时
    QList<ChartBar> bars{};

    bool operator==(const ChartData &) const = default;
};

// A count by day, and if there is one the same of another period, day beside day.
struct LineData
{
    QString title{};
    QString subtitle{};
    QList<QDate> days{};
    QList<qint64> values{};
    std::optional<QList<qint64>> reference{};
    QString name{};                   // 本期
    QString referenceName{};          // 去年同期
    std::optional<Measure> measure{}; // of the day's figure; its row is the day's number from 0

    bool operator==(const LineData &) const = default;
};

// The parts of the categories in `unfolded` stand below them as bars of level 1.
ChartData categoryChart(const Statistics &figures, PercentStyle style, const QList<CategoryId> &unfolded = {});
ChartData departmentChart(const Statistics &figures, PercentStyle style);
ChartData requestTypeChart(const Statistics &figures, PercentStyle style);
ChartData channelChart(const Statistics &figures, PercentStyle style);
ChartData monthChart(const Statistics &figures, PercentStyle style);
LineData dayChart(const Statistics &figures, const Statistics *lastYear = nullptr);

// The first bars, and one grey bar for the rest (其余12个单位) where there are more than `most`.
ChartData shortened(const ChartData &data, qsizetype most, const QString &unit, PercentStyle style);

} // namespace huiyin
