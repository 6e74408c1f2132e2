// SPDX-License-Identifier: GPL-3.0-or-later
// The tests of storage faults run below a library that lets the system's calls fail (Shim.cpp).
#define CATCH_CONFIG_RUNNER
#include <catch2/catch.hpp>

#include <QCoreApplication>

#include <cstdio>
#include <cstdlib>
#include <cstring>

#include <unistd.h>

int main(int argc, char **argv)
{
    const char *loaded = std::getenv("LD_PRELOAD");
    if (!loaded || !std::strstr(loaded, HUIYIN_FAULT_SHIM)) {
        setenv("LD_PRELOAD", HUIYIN_FAULT_SHIM, 1);
        execv("/proc/self/exe", argv);
        std::perror("fault_tests");
        return 1;
    }
    unsetenv("LD_PRELOAD"); // not for what is started from here
    // Where nothing is ever slow: what is tested doesn't depend on a real disk.
    if (access("/dev/shm", W_OK) == 0)
        setenv("TMPDIR", "/dev/shm", 1);
    const QCoreApplication application(argc, argv);
    return Catch::Session().run(argc, argv);
}
