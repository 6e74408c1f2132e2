// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exception>
#include <type_traits>
#include <utility>
#include <variant>

namespace huiyin {

// What work in another thread came to: its value, or the exception caught at that thread's edge.
template <class T>
using TaskValue = std::conditional_t<std::is_void_v<T>, std::monostate, T>;
template <class T>
using TaskResult = std::variant<TaskValue<T>, std::exception_ptr>;

template <class T, class Fn, class... Args>
TaskResult<T> runTask(Fn &fn, Args &...args)
{
    try {
        if constexpr (std::is_void_v<T>) {
            fn(args...);
            return TaskResult<T>(std::in_place_index<0>);
        } else {
            return TaskResult<T>(std::in_place_index<0>, fn(args...));
        }
    } catch (...) {
        return TaskResult<T>(std::in_place_index<1>, std::current_exception());
    }
}

// Calls done(value), or done() when the work returns nothing.
template <class T, class Done>
void deliver(Done &done, TaskResult<T> &result)
{
    if constexpr (std::is_void_v<T>)
        done();
    else
        done(std::move(std::get<0>(result)));
}

} // namespace huiyin
