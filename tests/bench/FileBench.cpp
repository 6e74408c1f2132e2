// SPDX-License-Identifier: GPL-3.0-or-later
#include "FileBench.h"

#include "casework/CaseBook.h"
#include "exchange/DemoOffice.h"
#include "exchange/Export.h"
#include "exchange/Import.h"
#include "statistics/StatisticsBuilder.h"
#include "storage/Backup.h"
#include "storage/CaseFile.h"
#include "storage/CodeTableRepository.h"
#include "storage/Database.h"
#include "storage/FigureSource.h"
#include "storage/TicketRepository.h"
#include "storage/Transaction.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <array>
#include <vector>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace huiyin::bench {

namespace {

constexpr int lastYear = 2023; // of a generated file

void flush(QFile &file)
{
    file.flush();
#ifdef Q_OS_UNIX
    fdatasync(file.handle());
#endif
}

// The figures of a period as plainly as they can be counted: the rows lie in an array, and each is looked at once.
Cost arrayPass(CaseFile &file, const Period &period)
{
    std::vector<TicketFacts> rows;
    FigureSource(file.database())
        .eachTicket(file.zone().toUtc(period.from), file.zone().toUtc(period.to.addDays(1)),
                    [&rows](const TicketFacts &ticket, const QList<DispatchFacts> &, const QList<FollowUpFacts> &) {
                        rows.push_back(ticket);
                    });
    return medianCost(5, [&rows] {
        std::array<std::vector<qint64>, 4> counts;
        for (auto &one : counts)
            one.assign(4096, 0);
        qint64 closed = 0;
        for (const TicketFacts &ticket : rows) {
            if (!ticket.counts)
                continue;
            ++counts[0][static_cast<size_t>(ticket.channel) & 4095];
            ++counts[1][static_cast<size_t>(ticket.requestType) & 4095];
            ++counts[2][static_cast<size_t>(ticket.category) & 4095];
            ++counts[3][static_cast<size_t>(ticket.receivedAt / 86'400'000) & 4095];
            closed += ticket.closedAt != never ? 1 : 0;
        }
        if (closed < 0)
            qFatal("the pass was not made");
    });
}

void benchFigures(const QString &path, Table &table)
{
    CaseFile file(path, CaseFile::Mode::Read);
    const auto figures = [&](const QString &task, const Period &period, int runs, const QString &goal) {
        qint64 accepted = 0;
        const Cost ours = medianCost(runs, [&] { accepted = buildStatistics(file, {.period = period}).accepted; });
        table.add({.task = task,
                   .floor = arrayPass(file, period),
                   .ours = ours,
                   .goal = goal,
                   .remark = u"%L1 tickets; with the figures of two periods to compare with"_s.arg(accepted)});
    };
    figures(u"figures of a month"_s, Period::month(lastYear, 12), 3, u"≤ 0.8 s CPU"_s);
    figures(u"figures of a year"_s, Period::year(lastYear), 1, u"≤ 2 ×, or ≤ 0.3 s kept"_s);
}

void benchLists(const QString &path, Table &table)
{
    CaseFile file(path, CaseFile::Mode::Read);
    const TicketRepository tickets(file.database());
    QList<TicketId> ids;
    table.add({.task = u"ids of the whole list, newest first"_s,
               .ours = medianCost(3, [&] { ids = tickets.matching({}); }),
               .goal = u"page ≤ 1 ms"_s,
               .remark = u"%L1 ids"_s.arg(ids.size())});
    table.add({.task = u"rows of one page of 100"_s,
               .ours = medianCost(20, [&] { (void)tickets.rows(ids.mid(ids.size() / 2, 100)); }),
               .goal = u"≤ 1 ms"_s});
    for (const QString &word : {u"停水"_s, u"噪声扰民"_s, u"不存在的词"_s}) {
        qsizetype hits = 0;
        table.add({.task = u"search for “%1”"_s.arg(word),
                   .ours = costOf([&] { hits = tickets.matching({.text = word}).size(); }),
                   .goal = u"≤ 1 ms"_s});
    }
}

void benchOpening(const QString &path, Table &table)
{
    table.add({.task = u"open and read the first page"_s,
               .floor = medianCost(9,
                                   [&path] {
                                       Database database(path, Database::Access::Read);
                                       (void)database.value<qint64>(u"SELECT max(id) FROM ticket"_s);
                                   }),
               .ours = medianCost(9,
                                  [&path] {
                                      CaseFile file(path, CaseFile::Mode::Read);
                                      (void)CodeTableRepository(file.database()).load();
                                      const auto last =
                                          file.database().value<qint64>(u"SELECT max(id) FROM ticket"_s).value_or(0);
                                      QList<TicketId> page;
                                      for (qint64 id = last; id > 0 && page.size() < 100; --id)
                                          page.append(TicketId(id));
                                      (void)TicketRepository(file.database()).rows(page);
                                  }),
               .goal = u"≤ 50 ms"_s});
}

void benchIntake(const QString &path, Table &table)
{
    const QTemporaryDir folder(QFileInfo(path).absolutePath() + u"/bench-XXXXXX");
    const QString copy = folder.filePath(u"copy.huiyin"_s);
    const Progress quiet;
    const Cost backup = costOf([&] { backUp(path, copy, false, quiet); });
    const Cost plain = costOf([&] {
        QFile from(path);
        QFile to(folder.filePath(u"plain"_s));
        if (!from.open(QIODevice::ReadOnly) || !to.open(QIODevice::WriteOnly))
            qFatal("no room for a copy");
        while (!from.atEnd())
            to.write(from.read(1 << 20));
        flush(to);
    });
    table.add({.task = u"backup"_s, .floor = plain, .ours = backup, .goal = u"≤ 4 × (wall)"_s});

    QFile file(folder.filePath(u"written"_s));
    if (!file.open(QIODevice::WriteOnly))
        qFatal("no room for a file");
    const QByteArray part(40 * 1024, 'x');
    const Cost floor = medianCost(51, [&] {
        file.write(part);
        flush(file);
    });
    CaseFile caseFile(copy, CaseFile::Mode::Write);
    FixedClock clock(caseFile.zone().toUtcTime(QDate(lastYear + 1, 1, 2), QTime(9, 0)));
    CaseBook book(caseFile, clock, u"话务员01"_s);
    const auto channels = CodeTableRepository(caseFile.database()).load().channels;
    const Cost ours = medianCost(51, [&] {
        const auto saved = book.accept({.call = CallFacts{.startedAt = clock.now(), .phone = u"13843452207"_s},
                                        .channel = *channels.first().id,
                                        .address = u"铁东区平东小区5号楼"_s,
                                        .title = u"单元自来水管冻裂停水"_s,
                                        .content = u"反映人来电反映，家中自来水管冻裂，停水已有两天，请尽快修复。"_s,
                                        .requester = u"肖建国"_s,
                                        .phone = u"13843452207"_s});
        if (!saved)
            qFatal("the ticket was refused: %s", qUtf8Printable(saved.error().reason));
    });
    table.add({.task = u"durable intake of a call"_s,
               .floor = floor,
               .ours = ours,
               .goal = u"≤ 1 ms CPU; wall ≤ 2 × + 1 ms"_s,
               .remark = u"floor %1 ms wall"_s.arg(floor.wall * 1e3, 0, 'f', 2)});
}

// Import of a tenth of the file's last year, at most 200,000 tickets.
void benchImport(const QString &path, Table &table)
{
    const QTemporaryDir folder(QFileInfo(path).absolutePath() + u"/bench-XXXXXX");
    const QString tables = folder.filePath(u"tables"_s);
    Progress quiet;
    qint64 rows = 0;
    {
        CaseFile file(path, CaseFile::Mode::Read);
        table.add({.task = u"export of a quarter"_s,
                   .ours = costOf([&] {
                       rows = exportTables(file, tables, {.period = Period::quarter(lastYear, 4)}, quiet)
                                  .rows.value(u"tickets"_s);
                   }),
                   .remark = u"%L1 tickets"_s.arg(rows)});
    }
    const QString target = folder.filePath(u"target.huiyin"_s);
    CaseFile::create(target, {.name = u"办公室"_s}, [](Database &) {});
    CaseFile file(target, CaseFile::Mode::Write);
    const SystemClock clock;
    CaseBook book(file, clock, u"话务员01"_s);
    qsizetype errors = 0;
    const Cost ours = costOf([&] { errors = importTables(book, tables, {}, quiet).errors.size(); });
    table.add({.task = u"import of that quarter"_s,
               .ours = ours,
               .goal = u"≥ 5,000 tickets/s"_s,
               .remark = errors > 0 ? u"%1 errors"_s.arg(errors)
                                    : u"%L1 tickets/s"_s.arg(static_cast<double>(rows) / ours.cpu, 0, 'f', 0)});
}

} // namespace

void benchFile(const QString &path, qint64 tickets, Table &table)
{
    if (!QFile::exists(path)) {
        Progress quiet;
        const Cost cost = costOf([&] { generateCaseFile(path, {.tickets = tickets}, SystemClock(), quiet); });
        table.add({.task = u"generate"_s,
                   .ours = cost,
                   .goal = u"10 million ≤ 30 min"_s,
                   .remark = u"%L1 tickets/s"_s.arg(static_cast<double>(tickets) / cost.cpu, 0, 'f', 0)});
    }
    const double size = static_cast<double>(QFileInfo(path).size()) / static_cast<double>(tickets) * 1e6 / 1e9;
    benchOpening(path, table);
    benchLists(path, table);
    benchFigures(path, table);
    benchIntake(path, table);
    benchImport(path, table);
    table.add({.task = u"size and memory"_s,
               .goal = u"≤ 0.8 GB a million; ≤ 250 MB"_s,
               .remark = u"%1 GB a million tickets; peak %2 MB"_s.arg(size, 0, 'f', 2).arg(peakMemory() / 1'000'000)});
}

} // namespace huiyin::bench
