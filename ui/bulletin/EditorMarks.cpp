// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/EditorMarks.h"

#include "shell/Theme.h"

#include <QTextTable>

#include <algorithm>

namespace huiyin {

namespace {

QTextBlock blockOf(const EditorText &text, const QList<EditorText::Place> &places, const TextMark &mark)
{
    if (mark.block < 0)
        return text.titleBlock();
    if (mark.block >= places.size())
        return {};
    const EditorText::Place &place = places[mark.block];
    if (!place.table || (mark.row < 0 && mark.column < 0))
        return place.block; // its title
    const int headers = place.table->format().headerRowCount();
    const int row = mark.row < 0 ? 0 : mark.row + headers; // a place in the heading has no row
    const QTextTableCell cell = place.table->cellAt(row, std::max(0, mark.column));
    return cell.isValid() ? cell.firstCursorPosition().block() : QTextBlock();
}

} // namespace

void EditorMarks::set(const EditorText &text, const QList<TextMark> &marks)
{
    m_placed.clear();
    const auto places = text.places();
    for (const TextMark &mark : marks) {
        Placed placed{.mark = mark, .place = QTextCursor(text.document())};
        if (const QTextBlock block = blockOf(text, places, mark); block.isValid()) {
            const int end = block.position() + block.length() - 1;
            const int start = std::clamp(block.position() + mark.start, block.position(), end);
            placed.place.setPosition(start);
            placed.place.setPosition(std::clamp(start + mark.length, start, end), QTextCursor::KeepAnchor);
            // What is written behind it isn't marked.
            placed.place.setKeepPositionOnInsert(true);
        }
        m_placed.append(placed);
    }
}

std::optional<qsizetype> EditorMarks::at(int position) const
{
    std::optional<qsizetype> found;
    for (qsizetype i = 0; i < m_placed.size(); ++i) {
        const QTextCursor &place = m_placed[i].place;
        if (!place.hasSelection() || position < place.selectionStart() || position >= place.selectionEnd())
            continue;
        // The worst of those that stand there.
        if (!found || m_placed[i].mark.tone < m_placed[*found].mark.tone)
            found = i;
    }
    return found;
}

bool EditorMarks::hasPrivacyIn(const QTextCursor &selection) const
{
    return std::ranges::any_of(m_placed, [&](const Placed &one) {
        return one.mark.tone == TextMark::Tone::Privacy && one.place.selectionStart() < selection.selectionEnd()
               && selection.selectionStart() < one.place.selectionEnd();
    });
}

QList<QTextEdit::ExtraSelection> EditorMarks::selections() const
{
    QList<QTextEdit::ExtraSelection> selections;
    // The worst last, on top.
    for (const auto tone : {TextMark::Tone::Privacy, TextMark::Tone::Doubtful, TextMark::Tone::Error}) {
        for (const Placed &placed : m_placed) {
            if (placed.mark.tone != tone || !placed.place.hasSelection())
                continue;
            QTextCharFormat format;
            // Told apart by their lines too: waves, dashes, a plain line.
            switch (tone) {
            case TextMark::Tone::Error:
                format.setBackground(colour(ColourRole::BadGround));
                format.setUnderlineColor(colour(ColourRole::BadText));
                format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
                break;
            case TextMark::Tone::Doubtful:
                format.setBackground(colour(ColourRole::WarnGround));
                format.setUnderlineColor(colour(ColourRole::WarnText));
                format.setUnderlineStyle(QTextCharFormat::DashUnderline);
                break;
            case TextMark::Tone::Privacy:
                format.setBackground(colour(ColourRole::InfoGround));
                format.setUnderlineColor(colour(ColourRole::InfoText));
                format.setUnderlineStyle(QTextCharFormat::SingleUnderline);
                break;
            }
            selections.append({.cursor = placed.place, .format = format});
        }
    }
    return selections;
}

} // namespace huiyin
