// SPDX-License-Identifier: GPL-3.0-or-later
// The system gives no memory once: the n-th time that it is asked for some. Of the C library's own functions, by which
// C++, Qt and SQLite all ask (glibc).
#include "fault/Shim.h"

#include <cerrno>
#include <cstddef>

extern "C" {
// The library's own, by the names that it keeps for those that stand before it.
void *__libc_malloc(size_t size);               // NOLINT(bugprone-reserved-identifier)
void *__libc_calloc(size_t count, size_t size); // NOLINT(bugprone-reserved-identifier)
void *__libc_realloc(void *old, size_t size);   // NOLINT(bugprone-reserved-identifier)
}

namespace {

bool isCounting = false;
int wanted = 0;
int asked = 0;

bool refuses()
{
    if (!isCounting || ++asked != wanted)
        return false;
    errno = ENOMEM;
    return true;
}

} // namespace

extern "C" {

void memory_arm(int nth)
{
    wanted = nth;
    asked = 0;
    isCounting = true;
}

void memory_hold(int held)
{
    isCounting = held == 0;
}

int memory_disarm()
{
    isCounting = false;
    return asked;
}

void *malloc(size_t size) noexcept
{
    return refuses() ? nullptr : __libc_malloc(size);
}

void *calloc(size_t count, size_t size) noexcept
{
    return refuses() ? nullptr : __libc_calloc(count, size);
}

void *realloc(void *old, size_t size) noexcept
{
    return refuses() ? nullptr : __libc_realloc(old, size);
}

} // extern "C"
