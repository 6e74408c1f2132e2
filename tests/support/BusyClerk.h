// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/CaseBook.h"
#include "storage/CaseFile.h"
#include "storage/CodeTableRepository.h"

#include <QElapsedTimer>
#include <QThread>

#include <atomic>
#include <thread>

namespace huiyin::test {

// A clerk who accepts a ticket every few milliseconds in a thread of his own.
class BusyClerk
{
public:
    explicit BusyClerk(const QString &path)
        : m_thread([this, path] { work(path); })
    {
    }
    ~BusyClerk()
    {
        m_done = true;
        m_thread.join();
    }
    Q_DISABLE_COPY_MOVE(BusyClerk)

    // The longest that one took while nothing else is going on, ms. Takes four seconds: the first tickets are slower.
    double longestInCalm()
    {
        QThread::sleep(2);
        (void)longest();
        QThread::sleep(2);
        return longest();
    }
    // Since it was asked before; ms.
    double longest() { return static_cast<double>(m_longest.exchange(0)) / 1e6; }
    [[nodiscard]] int accepted() const { return m_accepted; }

private:
    void work(const QString &path)
    {
        CaseFile file(path, CaseFile::Mode::Write);
        const SystemClock clock;
        CaseBook book(file, clock, QStringLiteral("话务员01"));
        const ChannelId phone = *CodeTableRepository(file.database()).load().channels.first().id;
        while (!m_done) {
            QElapsedTimer watch;
            watch.start();
            if (!book.accept({.channel = phone,
                              .title = QStringLiteral("停水"),
                              .content = QStringLiteral("家中停水已有两天。")}))
                qFatal("the ticket was refused");
            if (const qint64 took = watch.nsecsElapsed(); took > m_longest)
                m_longest = took;
            ++m_accepted;
            QThread::msleep(10);
        }
    }

    std::atomic<bool> m_done = false;
    std::atomic<qint64> m_longest = 0; // ns
    std::atomic<int> m_accepted = 0;
    std::thread m_thread;
};

} // namespace huiyin::test
