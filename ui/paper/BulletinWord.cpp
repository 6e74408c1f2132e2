// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/BulletinWord.h"

#include "paper/ChartExport.h"

namespace huiyin {

namespace {

// Pixels of 1/96 inch: as wide as the text, and with its caption no higher than most of a page.
constexpr qreal chartWidth = 588;
constexpr qreal mostChartHeight = 680;

// The title is a caption of the text, where it can be edited and found.
PaperChart untitled(PaperChart chart)
{
    std::visit([](auto &data) { data.title.clear(); }, chart.data);
    return chart;
}

} // namespace

QMap<qsizetype, QByteArray> wordPictures(const BulletinDocument &document)
{
    QMap<qsizetype, QByteArray> pictures;
    for (qsizetype i = 0; i < document.blocks.size(); ++i) {
        if (const auto *chart = std::get_if<BulletinChart>(&document.blocks[i])) {
            pictures.insert(
                i, untitled(paperChart(*chart, document.percentStyle, chartWidth, mostChartHeight)).draw().png());
        }
    }
    return pictures;
}

} // namespace huiyin
