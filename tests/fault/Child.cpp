// SPDX-License-Identifier: GPL-3.0-or-later
#include "fault/Child.h"

#include <QByteArray>

#include <array>
#include <csignal>
#include <cstdio>
#include <exception>

#include <sys/wait.h>
#include <unistd.h>

namespace huiyin::test {

Child::Child(const std::function<void(const Tell &)> &work)
{
    std::array<int, 2> ends{};
    if (pipe(ends.data()) != 0)
        qFatal("no pipe");
    (void)std::fflush(nullptr);
    m_process = fork();
    if (m_process < 0)
        qFatal("no fork");
    if (m_process > 0) {
        ::close(ends[1]);
        m_output = ends[0];
        return;
    }
    ::close(ends[0]);
    (void)alarm(patience);
    for (const int fatal : {SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTERM})
        (void)std::signal(fatal, SIG_DFL); // the tests' own report of a crash is the parent's
    int code = 0;
    try {
        work([out = ends[1]](const QString &line) {
            const QByteArray bytes = line.toUtf8() + '\n';
            if (write(out, bytes.constData(), static_cast<size_t>(bytes.size())) != bytes.size())
                _exit(3);
        });
    } catch (const std::exception &error) {
        (void)std::fprintf(stderr, "child: %s\n", error.what());
        code = 2;
    }
    _exit(code); // the tests' own end is the parent's
}

Child::~Child()
{
    if (!m_finished) {
        kill();
        finish();
    }
}

void Child::kill() const
{
    ::kill(m_process, SIGKILL);
}

QStringList Child::finish()
{
    QByteArray told;
    std::array<char, 4096> part{};
    for (;;) {
        const ssize_t count = read(m_output, part.data(), part.size());
        if (count <= 0)
            break;
        told.append(part.data(), count);
    }
    ::close(m_output);
    waitpid(m_process, &m_status, 0);
    m_finished = true;
    // A line that was cut off was not told.
    told.truncate(told.lastIndexOf('\n') + 1);
    return QString::fromUtf8(told).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

bool Child::wasKilled() const
{
    return WIFSIGNALED(m_status) && WTERMSIG(m_status) == SIGKILL;
}

} // namespace huiyin::test
