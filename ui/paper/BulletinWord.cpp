// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/BulletinWord.h"

#include "paper/ChartExport.h"

namespace huiyin {

namespace {

// Pixels of 1/96 inch: as wide as the text, and with its caption no higher than most of a page.
constexpr qreal chartWidth = 588;
constexpr qreal mostChartHeight = 680;

// The title is a caption of the text, where it can be edited and found.
BulletinChart untitled(BulletinChart chart)
{
    chart.bars.title.clear();
    chart.line.title.clear();
    return chart;
}

} // namespace

QMap<qsizetype, QByteArray> wordPictures(const BulletinDocument &document)
{
    QMap<qsizetype, QByteArray> pictures;
    for (qsizetype i = 0; i < document.blocks.size(); ++i) {
        if (const auto *chart = std::get_if<BulletinChart>(&document.blocks[i])) {
            const PaperChart plan = paperChart(untitled(*chart), document.percentStyle, chartWidth, mostChartHeight);
            pictures.insert(i, plan.draw().png());
        }
    }
    return pictures;
}

} // namespace huiyin
