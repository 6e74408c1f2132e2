// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/ReviewText.h"

namespace huiyin {

// The text of a bulletin's file, ours or not: .docx, .html or .htm by their names, anything else as plain text in UTF-8,
// UTF-16 or GB18030. Of a web page and a .docx, rows of tables are rows; what is deleted or a script is left
// out. Throws FileError, with a sentence for the user.
ReviewText readReviewText(const QString &path);

// The same as one text: a plain file as it is, of others a line a paragraph or row.
QString readPlainText(const QString &path);

// The text of a web page.
ReviewText reviewTextOfHtml(const QString &html);

} // namespace huiyin
