// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/Figure.h"
#include "statistics/Statistics.h"
#include "statistics/TileRow.h"

#include <array>
#include <optional>

namespace huiyin {

class FigureTile;

// The headline figures of a period as tiles, with what has changed against the period before and last year.
class StatisticsTiles : public TileRow
{
    Q_OBJECT

public:
    explicit StatisticsTiles(QWidget *parent = nullptr);

    // The figures to compare with come later, or there are none: then the changes of rates are —.
    void showFigures(const Statistics &figures, const std::optional<Statistics> &previous,
                     const std::optional<Statistics> &lastYear);

Q_SIGNALS:
    void figureRequested(const huiyin::FigureKey &figure);

private:
    static void showTimes(FigureTile *tile, const std::array<DurationFigure, 3> &times,
                          const DurationFigure &dispatched);

    FigureTile *m_calls = nullptr;
    FigureTile *m_accepted = nullptr;
    FigureTile *m_closed = nullptr;
    FigureTile *m_closureRate = nullptr;
    FigureTile *m_directRate = nullptr;
    FigureTile *m_onTimeRate = nullptr;
    FigureTile *m_satisfaction = nullptr;
    FigureTile *m_followUpRate = nullptr;
    FigureTile *m_solvedRate = nullptr;
    FigureTile *m_redoRate = nullptr;
    FigureTile *m_returnRate = nullptr;
    FigureTile *m_extensionRate = nullptr;
    FigureTile *m_handlingTime = nullptr;
    FigureTile *m_workingTime = nullptr;
};

} // namespace huiyin
