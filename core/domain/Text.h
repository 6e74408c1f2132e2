// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace huiyin {

// The gate that every text passes on its way in (form, clipboard, file): valid UTF-16, no NUL, no byte order mark, no
// control characters but tab and line feed. What is kept is kept as typed; names are never normalised.
struct CleanText
{
    enum class Fault { None, LoneSurrogate, Nul, BidiOverride };

    QString text;              // without U+FEFF, CR LF as LF, other controls dropped
    Fault fault = Fault::None; // not None: the text must be refused
};
CleanText cleanText(const QString &raw);

// Clean, and with what must be refused dropped too: for text that can't be sent back to whoever typed it.
QString forceClean(const QString &raw);

// Full-width digits, letters, plus and hyphen of a phone or a number as plain ones, without spaces. Input methods often
// leave them full-width; they are converted, not refused.
QString halfWidth(QStringView text);

// The first characters of a text, at most `count` by grapheme, with "…" when something was left out.
QString shortened(const QString &text, int count);

// Columns that a text takes in a fixed-width table: two for East Asian wide characters.
int displayWidth(QStringView text);

} // namespace huiyin
