// SPDX-License-Identifier: GPL-3.0-or-later
#include "Drawing.h"

#include "bulletin/BulletinText.h"
#include "paper/ChartExport.h"
#include "paper/PdfFile.h"

#include <QApplication>
#include <QMap>

#include <cstring>
#include <string_view>

namespace huiyin::cli {

namespace {

constexpr qreal htmlChartWidth = 640;
constexpr qreal htmlChartHeight = 1600;

} // namespace

std::unique_ptr<QCoreApplication> makeApplication(int &argc, char **argv)
{
    bool draws = false;
    for (int i = 2; i < argc; ++i) {
        const std::string_view argument(argv[i]);
        draws = draws || argument.ends_with(".pdf") || argument.ends_with(".html") || argument.ends_with(".PDF")
                || argument.ends_with(".HTML");
    }
    if (argc < 2 || !draws || std::strcmp(argv[1], "bulletin") != 0)
        return std::make_unique<QCoreApplication>(argc, argv);
    qputenv("QT_QPA_PLATFORM", "offscreen"); // no display is asked for, and none is needed
    return std::make_unique<QApplication>(argc, argv);
}

void writeBulletinPdf(const BulletinDocument &document, const QString &path, bool overwrite)
{
    writePdf(document, path, overwrite);
}

QString bulletinHtml(const BulletinDocument &document)
{
    QMap<qsizetype, QByteArray> pictures;
    for (qsizetype i = 0; i < document.blocks.size(); ++i) {
        if (const auto *chart = std::get_if<BulletinChart>(&document.blocks[i])) {
            pictures.insert(
                i, paperChart(*chart, document.figures, document.percentStyle, htmlChartWidth, htmlChartHeight).svg());
        }
    }
    return toHtml(document, pictures);
}

} // namespace huiyin::cli
