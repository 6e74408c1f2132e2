// SPDX-License-Identifier: GPL-3.0-or-later
#include "RecordBench.h"

#include "casework/Passwords.h"
#include "storage/AccessRepository.h"
#include "storage/CaseFile.h"
#include "storage/HistoryRepository.h"
#include "storage/Transaction.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace huiyin::bench {

void benchRecords(Table &table)
{
    constexpr int acts = 250'000; // of each of the two chains
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"records.huiyin"_s);
    CaseFile::create(path, {.name = u"办公室"_s}, [](Database &database) {
        Transaction transaction(database);
        const HistoryRepository history(database);
        const AccessRepository access(database);
        for (int i = 0; i < acts; ++i) {
            const QDateTime at = QDateTime::fromMSecsSinceEpoch(qint64{i} * 60'000, Qt::UTC);
            history.append({.at = at,
                            .user = u"话务员03"_s,
                            .operation = u"9f0c1c52-6f0a-4a43-b4a6-%1"_s.arg(i, 12, 10, QLatin1Char('0')),
                            .object = u"ticket"_s,
                            .objectId = i / 9 + 1,
                            .action = u"dispatched"_s,
                            .details = {{u"state"_s, u"accepted → in_progress"_s}, {u"department"_s, u"住建局"_s}}});
            access.append({.at = at, .user = u"话务员03"_s, .action = u"view"_s, .details = u"requester,phone"_s});
        }
        transaction.commit();
    });
    CaseFile file(path, CaseFile::Mode::Read);
    bool sound = false;
    const Cost verified = costOf([&] {
        sound = !HistoryRepository(file.database()).firstBreak() && !AccessRepository(file.database()).firstBreak();
    });
    table.add({.task = u"verify the chains of %L1 acts"_s.arg(acts * 2),
               .ours = verified,
               .goal = u"≤ 10 s"_s,
               .remark = sound ? u"sound"_s : u"BROKEN"_s});
    const QString hash = passwordHashOf(u"回音之夜2020"_s);
    table.add({.task = u"check a password"_s,
               .ours = medianCost(5, [&] { (void)isPassword(u"回音之夜2020"_s, hash); }),
               .goal = u"250–1,000 ms"_s});
    table.add({.task = u"refuse a name that nobody has"_s,
               .ours = medianCost(5, [] { (void)isPassword(u"回音之夜2020"_s, {}); }),
               .goal = u"as long"_s});
}

} // namespace huiyin::bench
