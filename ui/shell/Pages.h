// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/Page.h"

#include <QList>
#include <QString>

#include <functional>

namespace huiyin {

// A page as the navigation knows it.
struct PageEntry
{
    QString name;  // "tickets": also the first part of its widgets' object names
    QString icon;  // a Lucide name
    QString title; // in the language of the window
    std::function<Page *(const PageContext &)> factory;
};

// The pages of the window in the order of the navigation. A new page adds its line in Pages.cpp.
QList<PageEntry> pageEntries();

} // namespace huiyin
