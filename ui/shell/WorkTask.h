// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/Task.h"
#include "shell/WorkQueue.h"

#include <QFutureWatcher>
#include <QPromise>

#include <memory>

namespace huiyin {

// Does fn(Workplace &) -> T in the queue, then done(TaskResult<T> &) in the owner's thread. When the owner goes
// meanwhile, the work is done all the same.
template <class Fn, class Done>
void postTask(WorkQueue &queue, QObject *owner, Fn fn, Done done)
{
    using T = std::invoke_result_t<Fn &, Workplace &>;
    auto promise = std::make_shared<QPromise<TaskResult<T>>>();
    auto *watcher = new QFutureWatcher<TaskResult<T>>(owner);
    QObject::connect(watcher, &QFutureWatcherBase::finished, owner, [watcher, done = std::move(done)]() mutable {
        watcher->deleteLater();
        if (watcher->future().resultCount() == 0)
            return;
        TaskResult<T> result = watcher->future().takeResult();
        done(result);
    });
    promise->start();
    watcher->setFuture(promise->future());
    queue.post([promise, fn = std::make_shared<Fn>(std::move(fn))](Workplace &workplace) {
        auto work = [&]() -> T { return (*fn)(workplace); };
        promise->addResult(runTask<T>(work));
        promise->finish();
    });
}

} // namespace huiyin
