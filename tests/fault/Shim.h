// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

// What Shim.cpp, loaded before all other libraries, does for the tests of one process.

// Which call is to fail.
struct FaultPlan
{
    int nth = 0;              // counted from 1; 0: none, only count
    int error = 0;            // errno
    bool sticks = false;      // all later ones fail too
    bool isShort = false;     // a write takes half of its bytes first; with `sticks`
    char operations[16] = ""; // o open, r read, w write, t truncate, s sync, u unlink, n rename, l lock, f stat, m map
};

// In a trace: this, the path (of 'a', a note: its text), the bytes written (of 'n': the new path).
struct TraceHead
{
    char operation = 0; // as above, and c create, a note
    uint32_t pathLength = 0;
    uint32_t count = 0;
    int64_t offset = 0; // in bytes; of 't': the new size
};

extern "C" {
void fault_watch(const char *folder); // calls on files whose path begins with it count
void fault_arm(const FaultPlan *plan);
int fault_disarm(int *calls); // how many calls have failed; how many were counted
void fault_trace(int file);   // -1: no more
void fault_note(const char *text);

void memory_arm(int nth);   // the n-th request for memory from now on is refused; 0: none, only count
void memory_hold(int held); // 1: what is asked for now neither counts nor is refused; 0: it does again
int memory_disarm();        // how many were counted
}
