// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <utility>
#include <variant>

namespace huiyin {

// Why a command was not carried out, as a sentence that the clerk can act on. Nothing was changed.
struct Refusal
{
    // Outdated: what was handed over goes on from an older version than the file holds. Read again, compare (FieldMerge)
    // and given on the newer one, it may pass.
    // Clock: this computer's clock is in doubt (ClockDoubt); given again once that is settled, it may pass.
    enum class Kind { Plain, Outdated, Clock };

    QString reason;
    QString field{}; // the member of the request at fault ("phone"), empty when it is none in particular
    Kind kind = Kind::Plain;
};

// The value of a command, or its refusal. Member names as in std::expected.
template <class T>
class [[nodiscard]] Outcome
{
public:
    Outcome(T value)
        : m_state(std::move(value))
    {
    }
    Outcome(Refusal refusal)
        : m_state(std::move(refusal))
    {
    }

    [[nodiscard]] bool has_value() const { return std::holds_alternative<T>(m_state); }
    explicit operator bool() const { return has_value(); }
    [[nodiscard]] const T &value() const { return std::get<T>(m_state); }
    const T &operator*() const { return value(); }
    const T *operator->() const { return &value(); }
    [[nodiscard]] const Refusal &error() const { return std::get<Refusal>(m_state); }

private:
    std::variant<T, Refusal> m_state;
};

} // namespace huiyin
