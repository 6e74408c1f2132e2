// SPDX-License-Identifier: GPL-3.0-or-later
#include "BackupBench.h"

#include "backup/BackupFolder.h"
#include "backup/Drill.h"
#include "backup/Restore.h"
#include "casework/CaseBook.h"
#include "storage/CaseFile.h"
#include "storage/CodeTableRepository.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QThread>

#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;

namespace huiyin::bench {

namespace {

// A clerk who accepts a ticket every so often, in a thread of his own; tells the longest that one took.
class Clerk
{
public:
    explicit Clerk(const QString &path)
        : m_thread([this, path] { work(path); })
    {
    }
    ~Clerk()
    {
        m_done = true;
        m_thread.join();
    }
    Q_DISABLE_COPY_MOVE(Clerk)
    // Since it was asked before; ms.
    double longest() { return static_cast<double>(m_longest.exchange(0)) / 1e6; }

private:
    void work(const QString &path)
    {
        CaseFile file(path, CaseFile::Mode::Write);
        const SystemClock clock;
        CaseBook book(file, clock, u"话务员01"_s);
        const ChannelId phone = *CodeTableRepository(file.database()).load().channels.first().id;
        while (!m_done) {
            QElapsedTimer timer;
            timer.start();
            if (!book.accept({.channel = phone, .title = u"停水"_s, .content = u"家中停水已有两天。"_s}))
                qFatal("the ticket was refused");
            if (const qint64 took = timer.nsecsElapsed(); took > m_longest)
                m_longest = took;
            QThread::msleep(10);
        }
    }

    std::atomic<bool> m_done = false;
    std::atomic<qint64> m_longest = 0;
    std::thread m_thread;
};

} // namespace

void benchSafety(const QString &path, Table &table)
{
    const QTemporaryDir place(QFileInfo(path).absolutePath() + u"/bench-XXXXXX");
    const QString folder = place.filePath(u"backups"_s);
    const QString medium = place.filePath(u"medium"_s);
    const SystemClock clock;
    KeptBackup made;
    double calm = 0;
    double longest = 0;
    Cost backup;
    {
        Clerk clerk(path);
        QThread::sleep(2);
        (void)clerk.longest();
        QThread::sleep(2);
        calm = clerk.longest();
        backup = costOf([&] { made = backUpInto(folder, path, BackupReason::Change, clock); });
        longest = clerk.longest();
    }
    table.add({.task = u"verified backup while tickets are accepted"_s,
               .ours = backup,
               .goal = u"≤ 10 s (100,000 tickets); a save ≤ 250 ms"_s,
               .remark = u"%1 s; longest save %2 ms, without it %3 ms"_s.arg(backup.wall, 0, 'f', 2)
                             .arg(longest, 0, 'f', 0)
                             .arg(calm, 0, 'f', 0)});
    const NewBackupKey key = makeBackupKey(u"春风十里不如你的回音2020"_s);
    KeptBackup there;
    const Cost encrypting = costOf([&] { there = copyToMedium(made, medium, key.key); });
    table.add({.task = u"its encrypted copy"_s,
               .ours = encrypting,
               .goal = u"–"_s,
               .remark = u"%1 s for %2 MB"_s.arg(encrypting.wall, 0, 'f', 2).arg(there.size / 1'000'000)});
    const QString restored = place.filePath(u"restored.huiyin"_s);
    const Cost restoring = costOf([&] {
        RestoredFile file(there.path, recoveryCode(key.secret), restored);
        file.finish();
    });
    DrillReport report;
    const Cost drilling = costOf([&] {
        CaseFile file(path, CaseFile::Mode::Read);
        report = drillBackup(made, file);
    });
    if (!report.passed())
        qFatal("the drill failed: %s", qUtf8Printable(report.findings.join(u' ')));
    table.add({.task = u"restore from it"_s,
               .ours = restoring,
               .goal = u"≤ 5 min a GB"_s,
               .remark = u"%1 s; the drill %2 s"_s.arg(restoring.wall, 0, 'f', 2).arg(drilling.wall, 0, 'f', 2)});
}

} // namespace huiyin::bench
