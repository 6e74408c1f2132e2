// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

namespace huiyin::test {

// A process of its own for work that is to be hurt, made by forking: no case file may be open then.
class Child
{
public:
    static constexpr unsigned patience = 60; // seconds; then it is taken for hung, and killed

    // `work` tells what it has done, a line at a time, before it goes on.
    using Tell = std::function<void(const QString &line)>;
    explicit Child(const std::function<void(const Tell &)> &work);
    ~Child();
    Child(const Child &) = delete;
    Child &operator=(const Child &) = delete;

    void kill() const; // without a warning, as a power switch does
    // Waits for its end; everything that it told.
    QStringList finish();

    [[nodiscard]] bool hasEndedWell() const { return m_status == 0; }
    [[nodiscard]] bool wasKilled() const;
    [[nodiscard]] int status() const { return m_status; } // as wait() tells it
    [[nodiscard]] int output() const { return m_output; } // for poll()

private:
    int m_process = -1;
    int m_output = -1;
    int m_status = -1;
    bool m_finished = false;
};

} // namespace huiyin::test
