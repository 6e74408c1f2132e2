// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>
#include <memory>

class QWidget;

namespace huiyin {

class PrintedPages;

// Shows how pages will be printed, and prints them from there. With `savePdf` they can be written as a PDF too: it gets
// the path that was chosen.
void showPrintPreview(QWidget *parent, std::shared_ptr<const PrintedPages> pages, const QString &title,
                      std::function<void(const QString &path)> savePdf = {});

} // namespace huiyin
