// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/BulletinDocument.h"
#include "paper/PrintedPages.h"

#include <QList>
#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QStringList>

#include <memory>
#include <optional>

namespace huiyin {

// A bulletin laid out on A4 pages by the habits of GB/T 9704: 22 lines of 28 characters of 三号仿宋 on 156 × 225 mm,
// page numbers below. Laid out once, in 1/96 inch, so that preview, printer and PDF break at the same characters.
// Lives in the thread of the window, as its charts are made of graphics items.
class BulletinPages final : public PrintedPages
{
public:
    explicit BulletinPages(const BulletinDocument &document);
    ~BulletinPages() override;
    BulletinPages(BulletinPages &&) noexcept;
    BulletinPages &operator=(BulletinPages &&) noexcept;

    [[nodiscard]] int count() const override;
    static QSizeF pageSize() { return {210, 297}; } // millimetres

    void paint(int page, QPainter *painter, const QRectF &target) const override;

    // Where the figures of a page are printed, in millimetres from its upper left corner: to open the tickets behind
    // one, or to mark it in a draft.
    struct FigureArea
    {
        QRectF millimetres{};
        FigureKey figure{};
        qsizetype block = -1;
    };
    [[nodiscard]] QList<FigureArea> figureAreas(int page) const;
    [[nodiscard]] std::optional<FigureKey> figureAt(int page, QPointF millimetres) const;

    // Which block of the document stands at a point, and on which page a block begins; for an outline beside the pages.
    [[nodiscard]] std::optional<qsizetype> blockAt(int page, QPointF millimetres) const;
    [[nodiscard]] std::optional<int> pageOf(qsizetype block) const;

    // The text of a page line by line, a cell of a table being a line.
    [[nodiscard]] QStringList linesOf(int page) const;

private:
    struct Flow;
    std::unique_ptr<const Flow> m_flow;
};

} // namespace huiyin
