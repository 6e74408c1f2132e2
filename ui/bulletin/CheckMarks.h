// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/ChecksPanel.h"
#include "bulletin/EditorMarks.h"

#include <QCoreApplication>

#include <optional>

namespace huiyin {

// What the checks have found, as marks in the text of the editor.
class CheckMarks
{
    Q_DECLARE_TR_FUNCTIONS(huiyin::CheckMarks)

public:
    // What is not explained, and what will be masked or is still to be decided.
    static QList<TextMark> of(const ChecksPanel::Content &content);
    // Where a mark is in the document; the editor writes in the title and in blocks alone.
    static DocumentPlace placeOf(const TextMark &mark);
    // nullopt: nothing is marked there.
    static std::optional<qsizetype> find(const EditorMarks &marks, const DocumentPlace &place);
};

} // namespace huiyin
