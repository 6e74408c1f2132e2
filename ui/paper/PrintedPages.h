// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>

class QPainter;

namespace huiyin {

// Pages of A4 that can be previewed, printed and written as a PDF.
class PrintedPages
{
public:
    virtual ~PrintedPages() = default;

    [[nodiscard]] virtual int count() const = 0;
    // Paints a page (from 0), without the paper's own white, as large as fits into the target.
    virtual void paint(int page, QPainter *painter, const QRectF &target) const = 0;
    [[nodiscard]] virtual bool isLandscape() const { return false; }
    // Never printed on the back of another page.
    [[nodiscard]] virtual bool beginsLeaf([[maybe_unused]] int page) const { return false; }

protected:
    PrintedPages() = default;
    PrintedPages(const PrintedPages &) = default;
    PrintedPages(PrintedPages &&) = default;
    PrintedPages &operator=(const PrintedPages &) = default;
    PrintedPages &operator=(PrintedPages &&) = default;
};

} // namespace huiyin
