// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

namespace huiyin {

// Names of files that come from outside are an attacker's input: they are kept as text, and a name for writing a file
// is made anew of them.

constexpr int longestFileName = 120;      // characters of a name that safeFileName() gives
constexpr int longestFileNameBytes = 200; // in UTF-8: most systems take 255, and a file that is written needs some more
constexpr int longestKeptName = 200;      // characters of a name that is kept as text

// "jpg" of "a.b.jpg"; "" when there is none, or when what stands after the last dot is too long for one.
QString fileSuffix(const QString &name);

// The name as it is kept and shown: on one line, without controls and overrides of direction, cut in front of its
// suffix when it is too long. Never empty.
QString keptFileName(const QString &raw);

// A name that means one plain file in whatever folder it is put, on every system: no separator, drive, stream or
// wildcard, no device of Windows, nothing that is not seen, no dot or blank at its ends, at most longestFileName
// characters with its suffix kept. Never empty; a safe name stays as it is.
QString safeFileName(const QString &name);

// The safe name, or "name (2).jpg" and so on when `isTaken` says that there is such a file already.
QString freeFileName(const QString &name, const std::function<bool(const QString &)> &isTaken);

} // namespace huiyin
