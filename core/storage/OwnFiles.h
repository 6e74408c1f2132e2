// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace huiyin {

// Whether other users of this computer can read a case file: it, or what SQLite keeps beside it. Windows keeps that by
// the folder.
bool isOpenToOthers(const QString &caseFile);

// From now on only its owner can. False: the system didn't allow it.
bool closeToOthers(const QString &caseFile);

} // namespace huiyin
