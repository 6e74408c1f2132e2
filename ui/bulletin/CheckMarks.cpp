// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/CheckMarks.h"

namespace huiyin {

namespace {

void add(QList<TextMark> &marks, const DocumentPlace &place, TextMark::Tone tone, const QString &message)
{
    const bool isTitle = place.part == DocumentPlace::Part::Title;
    if (!isTitle && place.part != DocumentPlace::Part::Block)
        return;
    marks.append({.block = isTitle ? -1 : place.block,
                  .row = static_cast<int>(place.row),
                  .column = static_cast<int>(place.column),
                  .start = static_cast<int>(place.start),
                  .length = static_cast<int>(place.length),
                  .tone = tone,
                  .message = message});
}

} // namespace

QList<TextMark> CheckMarks::of(const ChecksPanel::Content &content)
{
    QList<TextMark> marks;
    for (const DocumentFinding &finding : content.review.findings) {
        if (!content.decisions.of(finding))
            add(marks, finding.place, finding.finding.doubtful ? TextMark::Tone::Doubtful : TextMark::Tone::Error,
                finding.finding.message);
    }
    for (const DocumentPersonalPlace &place : content.places) {
        const MaskDecision *decision = content.decisions.on(place.place);
        if (decision && decision->choice != MaskDecision::Choice::Mask)
            continue;
        add(marks, place.at, TextMark::Tone::Privacy,
            place.place.certain || decision ? tr("Masked as %1 when it goes out").arg(place.place.replacement)
                                            : tr("May be a citizen's: decide it"));
    }
    return marks;
}

DocumentPlace CheckMarks::placeOf(const TextMark &mark)
{
    return {.part = mark.block < 0 ? DocumentPlace::Part::Title : DocumentPlace::Part::Block,
            .block = mark.block,
            .row = mark.row,
            .column = mark.column,
            .start = mark.start,
            .length = mark.length};
}

std::optional<qsizetype> CheckMarks::find(const EditorMarks &marks, const DocumentPlace &place)
{
    const bool isTitle = place.part == DocumentPlace::Part::Title;
    for (qsizetype i = 0; i < marks.count(); ++i) {
        const TextMark &mark = marks.mark(i);
        if (mark.block == (isTitle ? -1 : place.block) && mark.row == place.row && mark.column == place.column
            && mark.start == place.start)
            return i;
    }
    return std::nullopt;
}

} // namespace huiyin
