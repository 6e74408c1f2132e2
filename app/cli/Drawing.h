// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/BulletinDocument.h"

#include <memory>

QT_BEGIN_NAMESPACE
class QCoreApplication;
QT_END_NAMESPACE

namespace huiyin::cli {

// The application object of this run: commands that draw start a QApplication without a screen, all others need none.
std::unique_ptr<QCoreApplication> makeApplication(int &argc, char **argv);

void writeBulletinPdf(const BulletinDocument &document, const QString &path, bool overwrite);
void writeBulletinDocx(const BulletinDocument &document, const QString &path, bool overwrite);

// The HTML page with its charts.
QString bulletinHtml(const BulletinDocument &document);

} // namespace huiyin::cli
