// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <memory>

class QWidget;

namespace huiyin {

class BulletinPages;

// Shows how pages will be printed, and prints them from there.
void showPrintPreview(QWidget *parent, std::shared_ptr<const BulletinPages> pages, const QString &title);

} // namespace huiyin
