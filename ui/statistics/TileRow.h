// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

namespace huiyin {

class FigureTile;

// Tiles of one width and height in a row; in a narrow window in two rows or more.
class TileRow : public QWidget
{
    Q_OBJECT

public:
    explicit TileRow(QWidget *parent = nullptr);

    FigureTile *addTile(const QString &name, const QString &objectName);
    void placeTiles(); // after their contents have changed

    [[nodiscard]] QSize minimumSizeHint() const override { return {320, 0}; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QList<FigureTile *> m_tiles;
};

} // namespace huiyin
