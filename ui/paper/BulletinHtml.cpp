// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/BulletinHtml.h"

#include "bulletin/BulletinText.h"
#include "paper/ChartExport.h"

#include <QMap>

namespace huiyin {

namespace {

// Pixels; a page on a screen may be as long as it needs.
constexpr qreal chartWidth = 640;
constexpr qreal mostChartHeight = 2000;

} // namespace

QString htmlWithCharts(const BulletinDocument &document)
{
    QMap<qsizetype, QByteArray> pictures;
    for (qsizetype i = 0; i < document.blocks.size(); ++i) {
        if (const auto *chart = std::get_if<BulletinChart>(&document.blocks[i])) {
            const ChartPicture picture = paperChart(*chart, document.percentStyle, chartWidth, mostChartHeight).draw();
            pictures.insert(i, picture.svg());
        }
    }
    return toHtml(document, pictures);
}

} // namespace huiyin
