// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/PageScroll.h"
#include "paper/BulletinPages.h"

#include <memory>

namespace huiyin {

// The pages of a bulletin as they will be printed. The figures in the text open their tickets: by a click, or on the keyboard by Left, Right and Enter.
class BulletinPreview : public PageScroll
{
    Q_OBJECT

public:
    explicit BulletinPreview(QWidget *parent = nullptr);

    void setPages(std::shared_ptr<const BulletinPages> pages); // stays where it is scrolled to
    void showBlock(qsizetype block);                           // -1: the head of the first page

    // Where a figure stands now, in the viewport; for tests and screen readers.
    [[nodiscard]] qsizetype figureCount() const { return m_figures.size(); }
    [[nodiscard]] QRectF figureRect(qsizetype index) const;
    [[nodiscard]] FigureKey figure(qsizetype index) const { return m_figures[index].area.figure; }

Q_SIGNALS:
    void figureRequested(const huiyin::FigureKey &figure);
    void blockReached(qsizetype block); // has come to the top by scrolling; -1: the head

protected:
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void scrolled() override;

private:
    struct Placed
    {
        int page = 0;
        BulletinPages::FigureArea area;
    };

    [[nodiscard]] qreal scale() const; // pixels in a millimetre
    [[nodiscard]] std::optional<qsizetype> figureAt(QPoint place) const;
    [[nodiscard]] std::optional<qreal> topOf(qsizetype block) const; // in the document's pixels
    void tellBlock();
    void step(int direction);

    std::shared_ptr<const BulletinPages> m_pages;
    QList<Placed> m_figures;
    std::optional<qsizetype> m_hovered;
    std::optional<qsizetype> m_pressed;
    std::optional<qsizetype> m_current; // by the keyboard
    int m_hoveredPage = -1;
    bool m_showing = false;
};

} // namespace huiyin
