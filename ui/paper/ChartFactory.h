// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/ChartData.h"

#include <QChart>
#include <QColor>
#include <QObject>
#include <QStringList>

#include <memory>
#include <optional>

namespace huiyin {

// The one place that builds charts: screen, print, PDF, PNG and SVG all show what is made here.

// The colours and type of a chart. A page fills it from its theme; paper() is what print and export take.
struct ChartLook
{
    QColor ground{Qt::white}; // Qt::transparent: the panel's own ground shows
    QColor text{0x1a, 0x22, 0x33};
    QColor weakText{0x6b, 0x77, 0x88};
    QColor accent{0x0f, 0x5c, 0xa8};
    QColor accentSoft{0xcf, 0xe0, 0xf3}; // what is left of a total; below the pointer
    QColor muted{0xb8, 0xc2, 0xcc};      // 其他, the reference line
    QColor grid{0xe2, 0xe6, 0xeb};
    QStringList families{}; // empty: the application's font
    int pixelSize = 13;
    int padding = 12;
    bool showTitle = true; // false where a panel carries title and subtitle
    bool forPaper = false; // title centred, reference line dashed, nothing answers the pointer

    static ChartLook light();
    static ChartLook dark();
    // White, with steps that stay apart when they are printed in grey.
    static ChartLook paper();

    bool operator==(const ChartLook &) const = default;
};

// Horizontal bars from the top, with the value printed behind each; for a count by day a line. Nothing is ever cut
// with "…": long labels are wrapped. Resize the chart as a graphics widget, or show it in a QChartView.
std::unique_ptr<QChart> makeBarChart(const ChartData &data, const ChartLook &look);
std::unique_ptr<QChart> makeLineChart(const LineData &data, const ChartLook &look);

// The height at which every bar has its room (about 25 px), for a width.
int recommendedHeight(const ChartData &data, const ChartLook &look = {}, int width = 640);
int recommendedHeight(const LineData &data, const ChartLook &look = {});

// What stands in the row of a bar (its whole width: a short bar is hard to hit), or which day is nearest.
std::optional<FigureKey> figureAt(const QChart &chart, QPointF scenePosition);

// Lives in every chart of the factory and tells which figure was clicked: connect to ChartPointer::of(*chart).
class ChartPointer : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    static ChartPointer *of(const QChart &chart);

Q_SIGNALS:
    void clicked(const huiyin::FigureKey &figure);
};

// The step of an axis from 0 to at least `largest` with about `wanted` steps: 1, 2 or 5 × 10ⁿ, whole.
qint64 niceStep(qint64 largest, int wanted);

// Whether any text of a chart was cut with "…" or "...", or reaches out of the chart; for tests.
bool hasCutText(const QChart &chart);

} // namespace huiyin
