// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace huiyin {

class CaseFile;
class Database;

// Where the chains of the history, of the access records and of the seals ended when the file was last seen; kept outside of the file.
// A chain proves what stands in it; only its end, known elsewhere, shows that the last events were cut off, that an
// older copy lies in the file's place, or that the chain was made anew.
struct ChainEnd
{
    qint64 history = 0; // sequence numbers; 0: nothing was recorded
    QByteArray historyHash{};
    qint64 access = 0;
    QByteArray accessHash{}; // empty for a record of before there was a chain
    qint64 seal = 0;         // the last of the auditors' seals over both
    QByteArray sealMac{};

    [[nodiscard]] QString text() const;
    static std::optional<ChainEnd> fromText(const QString &text);

    bool operator==(const ChainEnd &) const = default;
};

enum class ChainVerdict {
    Sound,
    Shorter,   // what was last seen is not there (any more, or yet: an older copy)
    Different, // something else stands there
};

ChainEnd chainEndOf(Database &database);
ChainEnd chainEndOf(CaseFile &file);
ChainVerdict compareWith(Database &database, const ChainEnd &seen);
ChainVerdict compareWith(CaseFile &file, const ChainEnd &seen);

// What tells a case file from others; its copies have it too.
QString fileKeyOf(CaseFile &file);

} // namespace huiyin
