// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace huiyin {

// How long work tells how far it is, and is told to stop. Called in the thread of the work.
class Progress
{
public:
    virtual ~Progress() = default;
    // `total` is 0 when it isn't known.
    virtual void report([[maybe_unused]] qint64 done, [[maybe_unused]] qint64 total,
                        [[maybe_unused]] const QString &what)
    {
    }
    // True: stop at the next safe point, by StorageError of Kind::Cancelled; nothing is stored then.
    [[nodiscard]] virtual bool cancelled() const { return false; }
};

} // namespace huiyin
