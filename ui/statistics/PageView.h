// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractScrollArea>
#include <QHash>
#include <QPixmap>

#include <memory>

namespace huiyin {

class PrintedPages;

// Pages one below the other, as they will be printed. Each is painted when it comes in sight, one at a time, and
// forgotten when it is far away: a thousand pages open as quickly as one.
class PageView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit PageView(std::shared_ptr<const PrintedPages> pages, QWidget *parent = nullptr);
    ~PageView() override;

    void showPage(int page);
    void zoom(qreal factor); // 1 in all: as wide as the room allows
    [[nodiscard]] qsizetype paintedPages() const { return m_pictures.size(); }

Q_SIGNALS:
    void pageReached(int page); // has come in sight by scrolling

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    [[nodiscard]] QSize pageSize() const;         // pixels of the window
    [[nodiscard]] QRect pageRect(int page) const; // in the viewport
    [[nodiscard]] int pageAt(int y) const;        // in the viewport
    [[nodiscard]] bool isPainted(int page) const;
    const QPixmap &picture(int page);
    void place();
    void forgetFar();

    std::shared_ptr<const PrintedPages> m_pages;
    QHash<int, QPixmap> m_pictures;
    qreal m_zoom = 1;
};

} // namespace huiyin
