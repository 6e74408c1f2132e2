// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/HitText.h"

#include "shell/Theme.h"

#include <QApplication>
#include <QLabel>
#include <QPainter>
#include <QTextLayout>

using namespace Qt::StringLiterals;

namespace huiyin {

void setHitText(QLabel *label, const QString &text, const SearchQuery &query)
{
    const QList<TextRange> hits = query.hits(text);
    if (hits.isEmpty()) {
        label->setTextFormat(Qt::PlainText);
        label->setText(text);
        return;
    }
    QString html;
    qsizetype at = 0;
    const auto addPlain = [&](qsizetype end) { html += text.mid(at, end - at).toHtmlEscaped(); };
    for (const TextRange &hit : hits) {
        addPlain(hit.start);
        html += u"<span style=\"background-color:%1\">%2</span>"_s.arg(colour(ColourRole::HitGround).name(),
                                                                       text.mid(hit.start, hit.length).toHtmlEscaped());
        at = hit.start + hit.length;
    }
    addPlain(text.size());
    html.replace(u'\n', u"<br>"_s);
    label->setTextFormat(Qt::RichText);
    label->setText(html);
}

void HitDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QList<TextRange> hits = m_query.hits(item.text);
    if (hits.isEmpty()) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    const QStyle *style = item.widget ? item.widget->style() : QApplication::style();
    const int margin = style->pixelMetric(QStyle::PM_FocusFrameHMargin, &item, item.widget) + 1;
    const QRect place =
        style->subElementRect(QStyle::SE_ItemViewItemText, &item, item.widget).adjusted(margin, 0, -margin, 0);
    const QString shown = item.fontMetrics.elidedText(item.text, Qt::ElideRight, place.width());
    item.text.clear();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    // Of a shortened text only what is left of it.
    const qsizetype whole = shown == index.data(Qt::DisplayRole).toString() ? shown.size() : shown.size() - 1;
    QTextLayout layout(shown, item.font);
    QList<QTextLayout::FormatRange> formats;
    for (const TextRange &hit : hits) {
        if (hit.start >= whole)
            break;
        QTextLayout::FormatRange range;
        range.start = static_cast<int>(hit.start);
        range.length = static_cast<int>(std::min(hit.length, whole - hit.start));
        range.format.setBackground(colour(ColourRole::HitGround));
        formats.append(range);
    }
    layout.setFormats(formats);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(place.width() + 1);
    layout.endLayout();
    painter->save();
    painter->setClipRect(place);
    painter->setPen(item.palette.color(QPalette::Text));
    layout.draw(painter, QPointF(place.left(), place.top() + (place.height() - line.height()) / 2));
    painter->restore();
}

} // namespace huiyin
