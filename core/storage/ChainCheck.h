// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/ChainWalk.h"

#include <QDateTime>
#include <QString>

namespace huiyin {

class CaseFile;
class Progress;

// Both chains gone through whole, from the first record to the last.
struct ChainCheck
{
    QDateTime at{};          // when it began
    qint64 milliseconds = 0; // how long it took
    ChainWalk history{};
    ChainWalk access{};

    [[nodiscard]] bool isSound() const { return !history.firstBreak && !access.firstBreak; }
    // As the settings keep it: of a sound one, as a broken chain is gone through again each time.
    [[nodiscard]] QString text() const;
    static std::optional<ChainCheck> fromText(const QString &text);

    bool operator==(const ChainCheck &) const = default;
};

// `at`: now. Takes seconds in a large file. Stops with StorageError of Kind::Cancelled.
ChainCheck checkChains(CaseFile &file, const QDateTime &at, const Progress &progress);

// A computer goes through them once a week, whoever works. A moment that lies ahead, after the clock was put back, is no reason
// to wait for it.
constexpr int daysBetweenChainChecks = 7;
bool isChainCheckDue(const std::optional<ChainCheck> &last, const QDateTime &now);

} // namespace huiyin
