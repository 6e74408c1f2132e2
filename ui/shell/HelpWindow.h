// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QTextBrowser;

namespace huiyin {

// The help, offline, in the language of the window.
class HelpWindow : public QWidget
{
    Q_OBJECT

public:
    explicit HelpWindow(QWidget *parent = nullptr);

    // Shows the part that belongs to a page ("tickets"); "" for the beginning.
    void showPart(const QString &part);

private:
    QTextBrowser *m_browser;
};

} // namespace huiyin
