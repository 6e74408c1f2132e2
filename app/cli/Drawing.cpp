// SPDX-License-Identifier: GPL-3.0-or-later
#include "Drawing.h"

#include "exchange/BulletinDocx.h"
#include "paper/BulletinHtml.h"
#include "paper/BulletinWord.h"
#include "paper/PdfFile.h"

#include <QApplication>

#include <cstring>

namespace huiyin::cli {

std::unique_ptr<QCoreApplication> makeApplication(int &argc, char **argv)
{
    bool draws = false;
    for (int i = 2; i < argc; ++i) {
        const QByteArray argument = QByteArray(argv[i]).toLower();
        draws = draws || argument.endsWith(".pdf") || argument.endsWith(".html") || argument.endsWith(".docx");
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
    return htmlWithCharts(document);
}

void writeBulletinDocx(const BulletinDocument &document, const QString &path, bool overwrite)
{
    huiyin::writeBulletinDocx(path, overwrite, document, wordPictures(document));
}

} // namespace huiyin::cli
