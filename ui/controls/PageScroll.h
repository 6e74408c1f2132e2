// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractScrollArea>
#include <QHash>
#include <QPixmap>

#include <memory>

namespace huiyin {

class PrintedPages;

// Printed pages one below the other, as wide as the room allows. Each is painted when it comes in sight, one at a time,
// and forgotten when it is far away: a thousand pages open as quickly as one.
class PageScroll : public QAbstractScrollArea
{
public:
    ~PageScroll() override;

    [[nodiscard]] qsizetype paintedPages() const { return m_pictures.size(); }

protected:
    explicit PageScroll(QWidget *parent);

    void setPrintedPages(std::shared_ptr<const PrintedPages> pages); // stays where it is scrolled to
    [[nodiscard]] int pageCount() const;
    [[nodiscard]] QSize pageSize() const;         // pixels of the window
    [[nodiscard]] QRect pageRect(int page) const; // in the viewport
    [[nodiscard]] int pageAt(int y) const;        // in the viewport; the first or the last when there is none
    [[nodiscard]] qreal zoomFactor() const { return m_zoom; }
    void setZoomFactor(qreal zoom); // 1: as wide as the room allows; the same place stays in sight
    void scrollToPage(int page);
    void paintPages(QPainter *painter, const QRect &exposed);

    // For what a subclass tells of where it has come to; the pages are painted again already.
    virtual void scrolled() = 0;

    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    [[nodiscard]] bool isPainted(int page) const;
    const QPixmap &picture(int page);
    void place();
    void forgetFar();

    std::shared_ptr<const PrintedPages> m_pages;
    QHash<int, QPixmap> m_pictures;
    qreal m_zoom = 1;
};

} // namespace huiyin
