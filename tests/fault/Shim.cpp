// SPDX-License-Identifier: GPL-3.0-or-later
// Stands between a program and the system's calls for files (LD_PRELOAD, Linux): lets the n-th call on the files of one
// folder fail, and writes down what was done to them. It keeps to plain C: it may allocate nothing.
#include "fault/Shim.h"

#include <cerrno>
#include <cstdarg>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace {

constexpr int manyFiles = 1024;
constexpr size_t longPath = 512;
char folder[longPath];
char paths[manyFiles][longPath]; // of what is open below the folder, by descriptor
int traceTo = -1;
FaultPlan plan{};
bool isArmed = false;
int calls = 0;
int hits = 0;

template <class Fn>
Fn real(const char *name)
{
    return reinterpret_cast<Fn>(dlsym(RTLD_NEXT, name));
}
#define REAL(name) static const auto system_call = real<decltype(&::name)>(#name)

bool isBelow(const char *path)
{
    const size_t length = std::strlen(folder);
    return length > 0 && path && std::strncmp(path, folder, length) == 0;
}

const char *pathOf(int file)
{
    return file >= 0 && file < manyFiles && paths[file][0] != 0 ? paths[file] : nullptr;
}

// Whether this call is to fail; errno is set then.
bool fails(char operation)
{
    if (!isArmed || (plan.operations[0] != 0 && !std::strchr(plan.operations, operation)))
        return false;
    ++calls;
    if (plan.nth == 0 || calls < plan.nth || (calls > plan.nth && !plan.sticks))
        return false;
    ++hits;
    errno = plan.error;
    return true;
}

void put(const void *bytes, size_t count)
{
    static const auto write_out = real<decltype(&::write)>("write");
    const char *from = static_cast<const char *>(bytes);
    while (count > 0) {
        const ssize_t written = write_out(traceTo, from, count);
        if (written <= 0)
            return;
        from += written;
        count -= static_cast<size_t>(written);
    }
}

void trace(char operation, const char *path, int64_t offset = 0, const void *bytes = nullptr, size_t count = 0)
{
    if (traceTo < 0 || !path)
        return;
    const int before = errno;
    const TraceHead head{.operation = operation,
                         .pathLength = static_cast<uint32_t>(std::strlen(path)),
                         .count = static_cast<uint32_t>(count),
                         .offset = offset};
    put(&head, sizeof head);
    put(path, head.pathLength);
    put(bytes, count);
    errno = before;
}

template <class Call>
int openBelow(const char *path, int flags, Call call)
{
    if (!isBelow(path))
        return call();
    if (fails('o'))
        return -1;
    const bool isNew = (flags & O_CREAT) != 0 && access(path, F_OK) != 0;
    const int file = call();
    if (file >= 0 && file < manyFiles) {
        std::strncpy(paths[file], path, longPath - 1);
        if ((flags & O_TMPFILE) == O_TMPFILE) { // gets its name by linkat()
            static int unnamed = 0;
            (void)std::snprintf(paths[file], longPath, "%s/unnamed-%d", folder, ++unnamed);
            trace('c', paths[file]);
            return file;
        }
        if (isNew)
            trace('c', path);
        if ((flags & O_TRUNC) != 0 && !isNew)
            trace('t', path, 0);
    }
    return file;
}

template <class Call>
ssize_t writeBelow(int file, const void *bytes, size_t count, int64_t offset, Call call)
{
    const char *path = pathOf(file);
    if (!path)
        return call(count);
    size_t taken = count;
    if (fails('w')) {
        if (!plan.isShort || calls != plan.nth || count < 2)
            return -1;
        taken = count / 2; // the disk takes a part of it; the next one fails
    }
    const ssize_t written = call(taken);
    if (written > 0)
        trace('w', path, offset, bytes, static_cast<size_t>(written));
    return written;
}

template <class Call>
int onFile(char operation, int file, int64_t offset, Call call)
{
    const char *path = pathOf(file);
    if (path && fails(operation))
        return -1;
    const int result = call();
    if (result == 0)
        trace(operation, path, offset);
    return result;
}

int modeOf(int flags, va_list list)
{
    return (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(list, int) : 0;
}

} // namespace

extern "C" {

void fault_watch(const char *below)
{
    std::strncpy(folder, below, longPath - 1);
}

void fault_arm(const FaultPlan *what)
{
    plan = *what;
    calls = 0;
    hits = 0;
    isArmed = true;
}

int fault_disarm(int *calls_counted)
{
    isArmed = false;
    if (calls_counted)
        *calls_counted = calls;
    return hits;
}

void fault_trace(int file)
{
    traceTo = file;
}

void fault_note(const char *text)
{
    trace('a', text);
}

int open(const char *path, int flags, ...)
{
    REAL(open);
    va_list list;
    va_start(list, flags);
    const int mode = modeOf(flags, list);
    va_end(list);
    return openBelow(path, flags, [&] { return system_call(path, flags, mode); });
}

int open64(const char *path, int flags, ...)
{
    REAL(open64);
    va_list list;
    va_start(list, flags);
    const int mode = modeOf(flags, list);
    va_end(list);
    return openBelow(path, flags, [&] { return system_call(path, flags, mode); });
}

int close(int file)
{
    REAL(close);
    if (file >= 0 && file < manyFiles)
        paths[file][0] = 0;
    return system_call(file);
}

ssize_t read(int file, void *bytes, size_t count)
{
    REAL(read);
    if (pathOf(file) && fails('r'))
        return -1;
    return system_call(file, bytes, count);
}

ssize_t pread64(int file, void *bytes, size_t count, off64_t offset)
{
    REAL(pread64);
    if (pathOf(file) && fails('r'))
        return -1;
    return system_call(file, bytes, count, offset);
}

ssize_t write(int file, const void *bytes, size_t count)
{
    REAL(write);
    const int64_t offset = pathOf(file) ? lseek(file, 0, SEEK_CUR) : 0;
    return writeBelow(file, bytes, count, offset, [&](size_t taken) { return system_call(file, bytes, taken); });
}

ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t offset)
{
    REAL(pwrite64);
    return writeBelow(file, bytes, count, offset,
                      [&](size_t taken) { return system_call(file, bytes, taken, offset); });
}

int ftruncate64(int file, off64_t size) noexcept
{
    REAL(ftruncate64);
    return onFile('t', file, size, [&] { return system_call(file, size); });
}

int fsync(int file)
{
    REAL(fsync);
    return onFile('s', file, 0, [&] { return system_call(file); });
}

int fdatasync(int file)
{
    REAL(fdatasync);
    return onFile('s', file, 0, [&] { return system_call(file); });
}

int unlink(const char *path) noexcept
{
    REAL(unlink);
    if (!isBelow(path))
        return system_call(path);
    if (fails('u'))
        return -1;
    const int result = system_call(path);
    if (result == 0)
        trace('u', path);
    return result;
}

int rename(const char *from, const char *to) noexcept
{
    REAL(rename);
    if (isBelow(from) && fails('n'))
        return -1;
    const int result = system_call(from, to);
    if (result == 0 && isBelow(from))
        trace('n', from, 0, to, std::strlen(to));
    return result;
}

int renameat2(int oldFolder, const char *from, int newFolder, const char *to, unsigned flags) noexcept
{
    REAL(renameat2);
    if (isBelow(from) && fails('n'))
        return -1;
    const int result = system_call(oldFolder, from, newFolder, to, flags);
    if (result == 0 && isBelow(from))
        trace('n', from, 0, to, std::strlen(to));
    return result;
}

int linkat(int oldFolder, const char *from, int newFolder, const char *to, int flags) noexcept
{
    REAL(linkat);
    if (isBelow(to) && fails('n'))
        return -1;
    const int result = system_call(oldFolder, from, newFolder, to, flags);
    constexpr char open_file[] = "/proc/self/fd/";
    if (result != 0 || !isBelow(to) || std::strncmp(from, open_file, sizeof open_file - 1) != 0)
        return result;
    const int file = std::atoi(from + sizeof open_file - 1);
    if (const char *path = pathOf(file)) {
        trace('n', path, 0, to, std::strlen(to));
        std::strncpy(paths[file], to, longPath - 1);
    }
    return result;
}

int fcntl64(int file, int command, ...)
{
    REAL(fcntl64);
    va_list list;
    va_start(list, command);
    void *argument = va_arg(list, void *);
    va_end(list);
    if ((command == F_SETLK || command == F_SETLKW) && pathOf(file) && fails('l'))
        return -1;
    return system_call(file, command, argument);
}

int fstat64(int file, struct stat64 *result) noexcept
{
    REAL(fstat64);
    if (pathOf(file) && fails('f'))
        return -1;
    return system_call(file, result);
}

void *mmap64(void *at, size_t size, int protection, int flags, int file, off64_t offset) noexcept
{
    REAL(mmap64);
    if (pathOf(file) && fails('m'))
        return MAP_FAILED;
    return system_call(at, size, protection, flags, file, offset);
}

} // extern "C"
