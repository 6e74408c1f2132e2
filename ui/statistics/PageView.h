// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/PageScroll.h"

namespace huiyin {

// The pages of a print preview, which can be shown larger and smaller.
class PageView : public PageScroll
{
    Q_OBJECT

public:
    explicit PageView(std::shared_ptr<const PrintedPages> pages, QWidget *parent = nullptr);

    void showPage(int page) { scrollToPage(page); }
    void zoom(qreal factor);

Q_SIGNALS:
    void pageReached(int page); // has come in sight by scrolling

protected:
    void paintEvent(QPaintEvent *event) override;
    void scrolled() override;
};

} // namespace huiyin
