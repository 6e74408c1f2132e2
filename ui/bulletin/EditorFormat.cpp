// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/EditorFormat.h"

#include <QTextDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

EditorKind kindOf(const QTextBlock &block)
{
    return static_cast<EditorKind>(block.blockFormat().intProperty(KindProperty));
}

int levelOf(const QTextBlock &block)
{
    return kindOf(block) == EditorKind::Heading ? std::max(1, block.blockFormat().intProperty(LevelProperty)) : 0;
}

int partOf(const QTextBlock &block)
{
    return block.blockFormat().intProperty(PartProperty);
}

QTextBlockFormat paragraphFormat(const QTextDocument *document, EditorKind kind, int level, int part)
{
    QTextBlockFormat format;
    format.setProperty(KindProperty, static_cast<int>(kind));
    if (kind == EditorKind::Heading)
        format.setProperty(LevelProperty, level);
    if (part != 0)
        format.setProperty(PartProperty, part);
    const auto pitch = [&format](qreal pixels) { format.setLineHeight(pixels, QTextBlockFormat::FixedHeight); };
    switch (kind) {
    case EditorKind::Text:
    case EditorKind::Heading:
        format.setTextIndent(document->indentWidth()); // the one length that Qt doesn't scale
        pitch(editorPitch);
        break;
    case EditorKind::Title:
        format.setAlignment(Qt::AlignHCenter);
        format.setBottomMargin(editorPitch * 0.7);
        pitch(editorPitch * 1.2);
        break;
    case EditorKind::TableTitle:
        format.setAlignment(Qt::AlignHCenter);
        format.setTopMargin(editorPitch * 0.4);
        format.setBottomMargin(18); // with room for a remark below it
        pitch(editorPitch);
        break;
    case EditorKind::Chart:
        format.setTopMargin(8);
        format.setBottomMargin(8);
        break;
    case EditorKind::HeaderCell:
    case EditorKind::Cell:
        format.setAlignment(Qt::AlignHCenter);
        pitch(20);
        break;
    }
    return format;
}

QList<PlacedSpan> placedSpans(const QTextBlock &block)
{
    QList<PlacedSpan> spans;
    for (auto at = block.begin(); !at.atEnd(); ++at) {
        const QTextFragment fragment = at.fragment();
        const QTextCharFormat format = fragment.charFormat();
        if (format.objectType() == chartObject)
            continue;
        const int number = format.intProperty(SpanProperty);
        const int start = fragment.position() - block.position();
        if (!spans.isEmpty() && spans.last().number == number && spans.last().end() == start) {
            spans.last().length += fragment.length();
            spans.last().span.text += fragment.text();
            continue;
        }
        PlacedSpan placed{.start = start, .length = fragment.length(), .number = number};
        placed.span.text = fragment.text();
        placed.format = format;
        if (number != 0) {
            if (format.hasProperty(FigureProperty))
                placed.span.figure = figureFromCode(format.stringProperty(FigureProperty));
            placed.span.form = format.stringProperty(FormProperty);
            if (format.hasProperty(PrintedProperty))
                placed.printed = format.stringProperty(PrintedProperty);
        }
        spans.append(placed);
    }
    for (PlacedSpan &placed : spans) {
        placed.span.overtyped = placed.number != 0 && placed.printed != placed.span.text;
        placed.span.text = outOfEditor(placed.span.text);
    }
    return spans;
}

std::optional<PlacedSpan> figureSpanAt(const QTextBlock &block, int position)
{
    const int at = position - block.position();
    std::optional<PlacedSpan> touched;
    const auto spans = placedSpans(block);
    for (const PlacedSpan &placed : spans) {
        if (placed.number == 0 || at < placed.start || at > placed.end())
            continue;
        if (at > placed.start && at < placed.end())
            return placed;
        touched = placed;
    }
    return touched;
}

QString inEditor(const QString &text)
{
    QString kept;
    kept.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == u'\r' && i + 1 < text.size() && text[i + 1] == u'\n')
            continue;
        if (c == u'\n' || c == u'\r' || c == QChar::ParagraphSeparator)
            kept += QChar(QChar::LineSeparator);
        else if (c != QChar::ObjectReplacementCharacter && c != QChar::Null && c != QChar(0xfdd0) && c != QChar(0xfdd1))
            kept += c;
    }
    return kept;
}

QString outOfEditor(const QString &text)
{
    QString given = text;
    given.replace(QChar(QChar::LineSeparator), u'\n');
    return given;
}

QList<BulletinSpan> joinedSpans(const QList<BulletinSpan> &spans)
{
    QList<BulletinSpan> joined;
    for (const BulletinSpan &span : spans) {
        BulletinSpan one = span;
        one.text = outOfEditor(inEditor(span.text));
        const auto isPlain = [](const BulletinSpan &any) {
            return !any.figure && any.form.isEmpty() && !any.overtyped;
        };
        if (one.text.isEmpty())
            continue;
        if (isPlain(one) && !joined.isEmpty() && isPlain(joined.last()))
            joined.last().text += one.text;
        else
            joined.append(one);
    }
    return joined;
}

bool isSame(const BulletinBlock &one, const BulletinBlock &other)
{
    if (one == other)
        return true;
    if (one.index() != other.index() || originOf(one) != originOf(other))
        return false;
    const auto plain = [](const QString &text) { return outOfEditor(inEditor(text)); };
    if (const auto *heading = std::get_if<BulletinHeading>(&one)) {
        const auto &second = std::get<BulletinHeading>(other);
        return heading->level == second.level && plain(heading->text) == plain(second.text);
    }
    if (const auto *paragraph = std::get_if<BulletinParagraph>(&one))
        return joinedSpans(paragraph->spans) == joinedSpans(std::get<BulletinParagraph>(other).spans);
    return false;
}

} // namespace huiyin
