// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/TileRow.h"

#include "shell/Theme.h"
#include "statistics/FigureTile.h"

#include <algorithm>

namespace huiyin {

namespace {
constexpr int gap = 8;
}

TileRow::TileRow(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

FigureTile *TileRow::addTile(const QString &name, const QString &objectName)
{
    auto *tile = new FigureTile(name, this);
    tile->setObjectName(objectName);
    m_tiles.append(tile);
    return tile;
}

void TileRow::placeTiles()
{
    if (m_tiles.isEmpty() || width() < 10)
        return;
    const auto count = static_cast<int>(m_tiles.size());
    int least = 10 * Theme::instance().pixels(Theme::Text::Body) + 12; // a tile's remarks in two lines
    for (const FigureTile *tile : std::as_const(m_tiles))
        least = std::max(least, tile->leastWidth());
    int rows = 1;
    int columns = count;
    while (columns > 1 && (width() - (columns - 1) * gap) / columns < least) {
        ++rows;
        columns = (count + rows - 1) / rows;
    }
    const auto left = [&](int column) { return column * (width() + gap) / columns; };
    int height = 0;
    for (int i = 0; i < count; ++i) {
        const int column = i % columns;
        height = std::max(height, m_tiles[i]->heightForWidth(left(column + 1) - gap - left(column)));
    }
    for (int i = 0; i < count; ++i) {
        const int column = i % columns;
        m_tiles[i]->setGeometry(left(column), i / columns * (height + gap), left(column + 1) - gap - left(column),
                                height);
    }
    setFixedHeight((count + columns - 1) / columns * (height + gap) - gap);
}

void TileRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeTiles();
}

} // namespace huiyin
