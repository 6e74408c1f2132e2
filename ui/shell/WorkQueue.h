// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMutex>
#include <QWaitCondition>

#include <deque>
#include <functional>
#include <memory>
#include <vector>

class QThread;

namespace huiyin {

class CaseBook;
class Seals;
class CaseFile;

// What a thread of the queue keeps between jobs: its own connection, and in the writing thread the case book on it.
// Made, used and destroyed in that thread.
struct Workplace
{
    Workplace();
    ~Workplace();
    Workplace(const Workplace &) = delete;
    Workplace &operator=(const Workplace &) = delete;

    std::unique_ptr<CaseFile> file;
    std::unique_ptr<CaseBook> book; // after the file: gone before it
    std::unique_ptr<Seals> seals;   // of the auditor who works
    int officeVersion = 0;          // of the office that the file has read
};

// Threads that take jobs from one queue, in the order they came.
class WorkQueue
{
public:
    using Job = std::function<void(Workplace &)>;

    explicit WorkQueue(int threads, const char *name);
    ~WorkQueue(); // as finish()

    void post(Job job);
    // Does what is queued, or drops it, and ends the threads. Nothing can be posted afterwards.
    void finish();
    void abandon();

private:
    void run();
    void join();

    QMutex m_mutex;
    QWaitCondition m_wake;
    std::deque<Job> m_jobs;
    bool m_ending = false;
    std::vector<std::unique_ptr<QThread>> m_threads;
};

} // namespace huiyin
