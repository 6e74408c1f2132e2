// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>

namespace huiyin {

// A question that is under way. Cancel it when a newer one makes its answer void; it is dropped by itself when the
// receiver goes.
class PendingRead
{
public:
    PendingRead() = default;
    explicit PendingRead(QFuture<void> future)
        : m_future(std::move(future))
    {
    }
    void cancel() { m_future.cancel(); }
    [[nodiscard]] bool isRunning() const { return m_future.isValid() && !m_future.isFinished(); }

private:
    QFuture<void> m_future;
};

} // namespace huiyin
