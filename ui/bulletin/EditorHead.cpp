// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/EditorHead.h"

#include "bulletin/EditorFormat.h"
#include "domain/Period.h"
#include "paper/PaperText.h"
#include "shell/Theme.h"

#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr qreal above = 30;
constexpr qreal line = 28;
constexpr qreal largest = 34;
constexpr qreal smallest = 13;
constexpr qreal spacing = 0.18; // of the masthead's letters

TextStyle mastheadStyle(qreal pixels)
{
    return {.role = FontRole::XiaoBiaoSong, .pixels = pixels, .letterSpacing = pixels * spacing};
}

} // namespace

void EditorHead::set(const BulletinDocument &document)
{
    m_masthead = document.masthead;
    m_issueLine = document.issueLine;
    m_office = document.office;
    m_date = document.date.isValid() ? chineseDate(document.date) : QString();
    m_pixels = largest;
    if (!m_masthead.isEmpty()) {
        const qreal width = textWidth(m_masthead, mastheadStyle(largest));
        if (width > editorColumn)
            m_pixels = std::max(smallest, largest * editorColumn / width);
    }
    m_height = above;
    if (!m_masthead.isEmpty())
        m_height += m_pixels * 1.7;
    if (!m_issueLine.isEmpty())
        m_height += line;
    if (!m_office.isEmpty() || !m_date.isEmpty())
        m_height += line;
    m_height += m_masthead.isEmpty() ? 10 : 30;
}

QString EditorHead::text() const
{
    QStringList parts{m_masthead, m_issueLine, m_office, m_date};
    parts.removeAll(QString());
    return parts.join(u"，"_s);
}

void EditorHead::paint(QPainter *painter, qreal width) const
{
    // The red of paper is too dark on a dark ground.
    const QColor red = Theme::instance().isDark() ? QColor(0xf0, 0x5a, 0x5a) : QColor(0xc8, 0x16, 0x1d);
    const QColor ink = colour(ColourRole::Text);
    qreal y = above;
    const auto row = [&](const QString &text, int alignment, const QFont &font, const QColor &pen, qreal left,
                         qreal right, qreal height) {
        painter->setFont(font);
        painter->setPen(pen);
        const QRectF place(left, y, std::max(0.0, right - left), height);
        painter->drawText(place, alignment | static_cast<int>(Qt::AlignVCenter) | static_cast<int>(Qt::TextSingleLine),
                          QFontMetricsF(font).elidedText(text, Qt::ElideRight, place.width()));
    };
    if (!m_masthead.isEmpty()) {
        TextStyle style = mastheadStyle(m_pixels);
        const qreal wide = textWidth(m_masthead, style);
        if (wide > width) {
            style.pixels *= width / wide;
            style.letterSpacing *= width / wide;
        }
        row(m_masthead, Qt::AlignHCenter, style.font(), red, -editorSide, width + editorSide, m_pixels * 1.7);
        y += m_pixels * 1.7;
    }
    const QFont small = paperFont(FontRole::FangSong, 15);
    if (!m_issueLine.isEmpty()) {
        row(m_issueLine, Qt::AlignHCenter, small, ink, 0, width, line);
        y += line;
    }
    if (!m_office.isEmpty() || !m_date.isEmpty()) {
        const qreal date = QFontMetricsF(small).horizontalAdvance(m_date) + 1;
        row(m_office, Qt::AlignLeft, small, ink, 0, width - date - 12, line);
        row(m_date, Qt::AlignRight, small, ink, width - date, width, line);
        y += line;
    }
    if (!m_masthead.isEmpty()) {
        painter->setPen(QPen(red, 1.8));
        painter->drawLine(QPointF(0, y + 4), QPointF(width, y + 4));
    }
}

} // namespace huiyin
