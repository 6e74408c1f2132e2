// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/WorkQueue.h"

#include "casework/CaseBook.h"
#include "casework/Seals.h"
#include "storage/CaseFile.h"

#include <QMutexLocker>
#include <QThread>

namespace huiyin {

Workplace::Workplace() = default;
Workplace::~Workplace() = default;

WorkQueue::WorkQueue(int threads, const char *name)
{
    for (int i = 0; i < threads; ++i) {
        m_threads.emplace_back(QThread::create([this] { run(); }));
        m_threads.back()->setObjectName(QLatin1StringView(name));
        m_threads.back()->start();
    }
}

WorkQueue::~WorkQueue()
{
    finish();
}

void WorkQueue::post(Job job)
{
    const QMutexLocker locker(&m_mutex);
    if (m_ending)
        return;
    m_jobs.push_back(std::move(job));
    m_wake.wakeOne();
}

void WorkQueue::finish()
{
    {
        const QMutexLocker locker(&m_mutex);
        m_ending = true;
        m_wake.wakeAll();
    }
    join();
}

void WorkQueue::abandon()
{
    std::deque<Job> dropped; // destroyed without the lock: a job holds what its caller gave it
    {
        const QMutexLocker locker(&m_mutex);
        m_ending = true;
        dropped.swap(m_jobs);
        m_wake.wakeAll();
    }
    dropped.clear();
    join();
}

void WorkQueue::join()
{
    for (const auto &thread : m_threads)
        thread->wait();
}

void WorkQueue::run()
{
    Workplace workplace;
    for (;;) {
        Job job;
        {
            QMutexLocker locker(&m_mutex);
            while (m_jobs.empty() && !m_ending)
                m_wake.wait(&m_mutex);
            if (m_jobs.empty())
                return;
            job = std::move(m_jobs.front());
            m_jobs.pop_front();
        }
        job(workplace);
    }
}

} // namespace huiyin
