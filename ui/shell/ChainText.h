// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace huiyin {

class OfficeZone;
struct ChainCheck;

// What going through both chains came to, in sentences.
QString wholeText(const ChainCheck &check);                        // all is well; for whoever waits for it
QString lastText(const ChainCheck &check, const OfficeZone &zone); // the same, with the time when it was done
// Which records are not as they were written, and what to do; `toAuditor`: whom others would tell.
QString brokenText(const ChainCheck &check, bool toAuditor);

} // namespace huiyin
