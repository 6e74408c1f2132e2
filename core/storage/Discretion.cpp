// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/Discretion.h"

#include "domain/PersonalText.h"

#include <QRegularExpression>

#include <algorithm>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#include <sys/stat.h>
#endif
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif
#ifdef Q_OS_WIN
#include <windows.h>
#endif

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

QtMessageHandler s_written = nullptr; // set once, before the first thread

void write(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    s_written(type, context, discreet(message));
}

} // namespace

QString discreet(const QString &message)
{
    static const QRegularExpression quoted(u"“[^“”]*”|‘[^‘’]*’|\"[^\"\\n]*\"|'[^'\\n]*'"_s);
    // Names of columns and signals are quoted too: what is of ASCII without a longer number says nothing of anybody.
    const auto isCode = [](QStringView value) {
        int digits = 0;
        return std::ranges::all_of(value, [&digits](QChar c) {
            digits = c.isDigit() ? digits + 1 : 0;
            constexpr int mostOfAnId = 5;
            return (c.unicode() < 0x80 || u"“”‘’"_s.contains(c)) && digits <= mostOfAnId;
        });
    };
    QString result;
    qsizetype at = 0;
    auto found = quoted.globalMatch(message);
    while (found.hasNext()) {
        const auto match = found.next();
        result += QStringView(message).mid(at, match.capturedStart() - at);
        const QStringView value = match.capturedView();
        result += isCode(value) ? value : QStringView(u"“…”");
        at = match.capturedEnd();
    }
    result += QStringView(message).mid(at);
    return maskedText(result);
}

void beDiscreet()
{
#ifdef Q_OS_UNIX
    umask(077); // whatever this program or Qt writes is nobody else's
    const rlimit none{.rlim_cur = 0, .rlim_max = 0};
    setrlimit(RLIMIT_CORE, &none);
#endif
// The sanitizers' search for leaks looks at its own process as a debugger does.
#if defined(Q_OS_LINUX) && !defined(__SANITIZE_ADDRESS__)
    prctl(PR_SET_DUMPABLE, 0); // nor for a service that collects crashes by a pipe
#endif
#ifdef Q_OS_WIN
    SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX);
#endif
    if (!s_written)
        s_written = qInstallMessageHandler(write);
}

} // namespace huiyin
