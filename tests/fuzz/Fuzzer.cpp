// SPDX-License-Identifier: GPL-3.0-or-later
// libFuzzer's two ends. HUIYIN_FUZZ_TARGET is the target of this program.
#include "FuzzTarget.h"

#include <QCoreApplication>

#include <cstdint>

namespace {

huiyin::fuzz::FuzzTarget *target = nullptr; // until the program ends

} // namespace

// libxlsxwriter 1.1.4 forgets a text of each list of choices that it writes.
extern "C" const char *__lsan_default_suppressions();
extern "C" const char *__lsan_default_suppressions()
{
    return "leak:libxlsxwriter";
}

extern "C" int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &) {});
    static const QCoreApplication application(*argc, *argv);
    target = huiyin::fuzz::fuzzTarget(HUIYIN_FUZZ_TARGET).release();
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    target->run(QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)));
    return 0;
}
