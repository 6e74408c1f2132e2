// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/EditorLook.h"

#include "bulletin/EditorFormat.h"
#include "paper/PaperFonts.h"
#include "shell/Theme.h"

#include <QAbstractTextDocumentLayout>
#include <QGuiApplication>
#include <QScreen>
#include <QTextDocument>

#include <algorithm>

namespace huiyin {

EditorLook::EditorLook(QTextDocument *document)
    : QSyntaxHighlighter(document)
    , m_device(1, 1, QImage::Format_ARGB32_Premultiplied)
    , m_usual(qRound(QGuiApplication::primaryScreen()->logicalDotsPerInchY()))
{
    setZoom(1);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        m_formats.clear();
        rehighlight();
    });
}

void EditorLook::setZoom(qreal zoom)
{
    // Indents, margins and pitches follow the resolution of the device.
    const int dots = qRound(qRound(m_usual * std::clamp(zoom, 0.5, 3.0)) / 0.0254);
    m_device.setDotsPerMeterX(dots);
    m_device.setDotsPerMeterY(dots);
    m_formats.clear();
    document()->setDefaultFont(bodyFont());
    document()->setIndentWidth(2 * editorPixels * this->zoom());
    document()->documentLayout()->setPaintDevice(&m_device);
    document()->markContentsDirty(0, document()->characterCount());
    rehighlight();
}

qreal EditorLook::zoom() const
{
    return static_cast<qreal>(m_device.logicalDpiY()) / m_usual;
}

QFont EditorLook::bodyFont() const
{
    return paperFont(FontRole::FangSong, editorPixels * zoom());
}

QTextCharFormat EditorLook::formatOf(int kind, int level)
{
    QTextCharFormat &format = m_formats[kind * 16 + level];
    if (!format.isEmpty())
        return format;
    QFont font = bodyFont();
    switch (static_cast<EditorKind>(kind)) {
    case EditorKind::Title:
        font = paperFont(FontRole::XiaoBiaoSong, 22 * zoom());
        break;
    case EditorKind::Heading:
        if (level <= 2)
            font = paperFont(level <= 1 ? FontRole::Hei : FontRole::Kai, editorPixels * zoom());
        break;
    case EditorKind::TableTitle:
        font = paperFont(FontRole::Hei, 15 * zoom());
        break;
    case EditorKind::HeaderCell:
        font = paperFont(FontRole::Hei, 13 * zoom());
        break;
    case EditorKind::Cell:
        font = paperFont(FontRole::Song, 13 * zoom());
        break;
    case EditorKind::Text:
    case EditorKind::Chart:
        break;
    }
    format.setFont(font);
    format.setForeground(colour(ColourRole::Text));
    return format;
}

void EditorLook::highlightBlock(const QString &text)
{
    const QTextBlock block = currentBlock();
    const EditorKind kind = kindOf(block);
    const QTextCharFormat usual = formatOf(static_cast<int>(kind), levelOf(block));
    setFormat(0, static_cast<int>(text.size()), usual);
    if (kind != EditorKind::Text && kind != EditorKind::Cell)
        return;
    const auto spans = placedSpans(block);
    for (const PlacedSpan &placed : spans) {
        if (!placed.span.figure)
            continue;
        QTextCharFormat format = usual;
        if (placed.span.overtyped) {
            format.setBackground(colour(ColourRole::WarnGround));
            format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
            format.setUnderlineColor(colour(ColourRole::WarnText));
        } else {
            format.setUnderlineStyle(QTextCharFormat::DotLine);
            format.setUnderlineColor(colour(ColourRole::AccentText));
        }
        setFormat(placed.start, placed.length, format);
    }
}

} // namespace huiyin
