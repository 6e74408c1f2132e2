// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/CaseSession.h"
#include "storage/StorageError.h"

namespace huiyin {

// CaseSession::trial(), for those who try something.

template <class Fn, class Done>
void CaseSession::trial(QObject *receiver, const QString &title, Fn fn, Done done, OnFailure failed)
{
    using T = typename std::invoke_result_t<Fn &, CaseBook &, Progress &>::value_type;
    if (isReadOnly()) {
        QTimer::singleShot(0, receiver,
                           [this, failed = std::move(failed)] { failed.tell(m_messages, readOnlyError(), true); });
        return;
    }
    auto promise = std::make_shared<QPromise<TaskResult<T>>>();
    auto [progress, dialog] = beginTask(title, windowOf(receiver));
    dialog->setWindowModality(Qt::WindowModal);
    watchTask<T>(receiver, promise,
                 [this, dialog = dialog, done = std::move(done),
                  failed = std::move(failed)](const QPointer<QObject> &alive, TaskResult<T> &result) mutable {
                     if (dialog)
                         dialog->end();
                     if (const auto *error = std::get_if<1>(&result))
                         failed.tell(m_messages, *error, alive);
                     else if (alive)
                         deliver<T>(done, result);
                 });
    postTrial<T>(promise, progress, std::make_shared<Fn>(std::move(fn)));
}

// One call, behind the commands that are waiting.
template <class T, class Fn>
void CaseSession::postTrial(const std::shared_ptr<QPromise<TaskResult<T>>> &promise,
                            const std::shared_ptr<TaskProgress> &progress, const std::shared_ptr<Fn> &fn)
{
    m_writer->post([this, promise, progress, fn](Workplace &workplace) {
        const auto work = [&]() -> std::optional<T> {
            Progress &told = *progress;
            stopIfCancelled(told);
            return (*fn)(*workplace.book, told);
        };
        auto result = runTask<std::optional<T>>(work);
        if (const auto *value = std::get_if<0>(&result); value && !*value) {
            postTrial<T>(promise, progress, fn);
            return;
        }
        if (auto *value = std::get_if<0>(&result))
            promise->addResult(TaskResult<T>(std::in_place_index<0>, std::move(**value)));
        else
            promise->addResult(TaskResult<T>(std::in_place_index<1>, std::get<1>(result)));
        promise->finish();
    });
}

} // namespace huiyin
