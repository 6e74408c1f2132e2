// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/Ratio.h"

#include <QCache>
#include <QObject>
#include <QPixmap>
#include <QTextObjectInterface>

#include <functional>

namespace huiyin {

struct BulletinChart;

// Draws the charts of a bulletin that is being written, each a character of the text: as they come onto paper, and on
// white like there, whatever the theme.
class EditorCharts : public QObject, public QTextObjectInterface
{
    Q_OBJECT
    Q_INTERFACES(QTextObjectInterface)

public:
    struct Source
    {
        std::function<const BulletinChart *(int part)> chart{};
        std::function<PercentStyle()> style{};
        std::function<qreal()> width{}; // of the column, in pixels
        std::function<bool(int position)> isSelected{};
    };
    explicit EditorCharts(Source source, QObject *parent = nullptr);

    void forget(); // another bulletin

    QSizeF intrinsicSize(QTextDocument *document, int position, const QTextFormat &format) override;
    void drawObject(QPainter *painter, const QRectF &rect, QTextDocument *document, int position,
                    const QTextFormat &format) override;

private:
    Source m_source;
    QHash<int, QSizeF> m_sizes; // by part, on paper
    QCache<QString, QPixmap> m_drawn;
};

} // namespace huiyin
