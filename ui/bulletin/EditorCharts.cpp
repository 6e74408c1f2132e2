// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/EditorCharts.h"

#include "bulletin/EditorFormat.h"
#include "paper/ChartExport.h"
#include "shell/Theme.h"

#include <QPaintDevice>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

// The column of the paper that charts are laid out for.
constexpr qreal paperWidth = 28 * 21;
constexpr qreal mostHeight = 720;
constexpr int mostPixels = 24'000'000; // in memory at a time, some ten charts

} // namespace

EditorCharts::EditorCharts(Source source, QObject *parent)
    : QObject(parent)
    , m_source(std::move(source))
    , m_drawn(mostPixels)
{
}

void EditorCharts::forget()
{
    m_sizes.clear();
    m_drawn.clear();
}

QSizeF EditorCharts::intrinsicSize(QTextDocument *, int, const QTextFormat &format)
{
    const int part = format.intProperty(PartProperty);
    QSizeF &size = m_sizes[part];
    if (size.isEmpty()) {
        const BulletinChart *chart = m_source.chart(part);
        if (!chart)
            return {};
        size = paperChart(*chart, m_source.style(), paperWidth, mostHeight).size;
    }
    return size * (m_source.width() / paperWidth);
}

void EditorCharts::drawObject(QPainter *painter, const QRectF &rect, QTextDocument *, int position,
                              const QTextFormat &format)
{
    const int part = format.intProperty(PartProperty);
    const qreal ratio = painter->device()->devicePixelRatioF();
    const QSize pixels = (rect.size() * ratio).toSize();
    const QString key = u"%1 %2x%3"_s.arg(part).arg(pixels.width()).arg(pixels.height());
    const QPixmap *drawn = m_drawn.object(key);
    QPixmap picture;
    if (drawn) {
        picture = *drawn;
    } else if (const BulletinChart *chart = m_source.chart(part); chart && !pixels.isEmpty()) {
        picture = QPixmap(pixels);
        picture.fill(Qt::white);
        QPainter inside(&picture);
        paperChart(*chart, m_source.style(), paperWidth, mostHeight).draw().paint(&inside, QRectF(picture.rect()));
        inside.end();
        m_drawn.insert(key, new QPixmap(picture), pixels.width() * pixels.height());
    }
    painter->drawPixmap(rect, picture, QRectF(picture.rect()));
    if (m_source.isSelected(position)) {
        QColor veil = colour(ColourRole::Accent);
        veil.setAlpha(60);
        painter->fillRect(rect, veil);
        painter->setPen(QPen(colour(ColourRole::Accent), 2));
        painter->drawRect(rect.adjusted(1, 1, -1, -1));
    }
}

} // namespace huiyin
