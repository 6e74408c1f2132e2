// SPDX-License-Identifier: GPL-3.0-or-later
#include "BackupBench.h"

#include "backup/BackupFolder.h"
#include "backup/Drill.h"
#include "backup/Restore.h"
#include "storage/CaseFile.h"
#include "support/BusyClerk.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace huiyin::bench {

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
        test::BusyClerk clerk(path);
        calm = clerk.longestInCalm();
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
