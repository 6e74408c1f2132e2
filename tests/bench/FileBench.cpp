// SPDX-License-Identifier: GPL-3.0-or-later
#include "FileBench.h"

#include "BackupBench.h"
#include "CalcBench.h"
#include "KnowledgeBench.h"
#include "SimilarBench.h"

#include "casework/CaseBook.h"
#include "exchange/DemoOffice.h"
#include "exchange/Export.h"
#include "exchange/Import.h"
#include "exchange/Random.h"
#include "statistics/HotSpots.h"
#include "statistics/StatisticsBuilder.h"
#include "storage/Backup.h"
#include "storage/CaseFile.h"
#include "storage/CodeTableRepository.h"
#include "storage/Database.h"
#include "storage/FigureSource.h"
#include "storage/SearchGrams.h"
#include "storage/TicketRepository.h"
#include "storage/Transaction.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <algorithm>
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
        table.add(
            {.task = task,
             .floor = arrayPass(file, period),
             .ours = ours,
             .goal = goal,
             .remark = u"%L1 tickets, %2 µs each; with the figures of two periods to compare with"_s.arg(accepted).arg(
                 ours.cpu * 1e6 / static_cast<double>(std::max<qint64>(accepted, 1)), 0, 'f', 2)});
    };
    {
        const CodeTables tables = CodeTableRepository(file.database()).load();
        HotSpots found;
        const Cost cost = costOf([&] { found = findHotSpots(file, {.period = Period::month(lastYear, 11)}, tables); });
        table.add({.task = u"hot spots of a month, in the background"_s,
                   .ours = cost,
                   .remark = u"%L1 pairs and %L2 places tested, %3 named"_s.arg(found.subjectsTested)
                                 .arg(found.placesTested)
                                 .arg(found.subjects.size() + found.clusters.size())});
    }
    {
        qint64 accepted = 0;
        const Period year = Period::year(lastYear);
        const Cost ours =
            medianCost(3, [&] { accepted = buildStatistics(file, {.period = year, .withChange = false}).accepted; });
        table.add({.task = u"figures of a year alone"_s,
                   .floor = arrayPass(file, year),
                   .ours = ours,
                   .goal = u"≤ 2 ×, or ≤ 0.3 s kept"_s,
                   .remark = u"%L1 tickets"_s.arg(accepted)});
    }
    figures(u"figures of a month"_s, Period::month(lastYear, 12), 3, u"≤ 0.8 s CPU"_s);
    figures(u"figures of a year"_s, Period::year(lastYear), 1, u"≤ 2 ×, or ≤ 0.3 s kept"_s);
}

// Words as people type them: cut out of titles, the same ones for every run.
QStringList words(Database &database, int length, int count)
{
    QStringList found;
    Random random(static_cast<quint64>(length));
    const qint64 last = database.value<qint64>(u"SELECT max(id) FROM ticket"_s).value_or(1);
    while (found.size() < count) {
        const auto title =
            database.value<QString>(u"SELECT title FROM ticket_text WHERE ticket = ?"_s, random.between(1, last));
        if (title && title->size() > length)
            found.append(title->mid(random.below(title->size() - length), length));
    }
    return found;
}

// The median over several questions, each asked once before: a clerk's PC has the file in its memory after a while.
template <class Question>
Cost medianOver(const QStringList &questions, const Question &ask)
{
    for (const QString &question : questions)
        ask(question);
    int next = 0;
    return medianCost(static_cast<int>(questions.size()), [&] { ask(questions[next++]); });
}

void benchSearch(CaseFile &file, Table &table)
{
    constexpr qint64 page = 100;
    Database &database = file.database();
    const TicketRepository tickets(database);
    const auto firstPage = [&](const QString &text) {
        const TicketIds ids = tickets.list({.text = text}, {}, page);
        (void)tickets.rows(ids.mid(0, page));
    };
    for (const int length : {2, 4}) {
        const QStringList asked = words(database, length, 41);
        const Cost floor = medianOver(asked, [&](const QString &word) {
            const auto terms = searchTerms(SearchQuery(word));
            qint64 sum = 0;
            if (terms) {
                database.each(
                    u"SELECT rowid FROM ticket_search WHERE ticket_search MATCH ? ORDER BY rowid DESC LIMIT 100"_s,
                    [&sum](const Row &row) { sum += row.get<qint64>(0); }, terms->match);
            }
        });
        table.add({.task = u"search for %1 characters, the newest 100 with titles"_s.arg(length),
                   .floor = floor,
                   .ours = medianOver(asked, firstPage),
                   .goal = u"p50 ≤ 1 ms"_s,
                   .remark = u"ids alone %1 ms"_s.arg(
                       medianOver(asked, [&](const QString &word) { (void)tickets.list({.text = word}, {}, page); }).cpu
                           * 1e3,
                       0, 'f', 2)});
    }
    for (const QString &word : {u"水"_s, u"𠮷"_s, u"不存在的词"_s, u"停水 -通知"_s, u"2207"_s, u"13843452207"_s}) {
        table.add({.task = u"search for “%1”"_s.arg(word),
                   .ours = medianOver(QStringList(9, word), firstPage),
                   .goal = u"≤ 1 ms"_s});
    }
    for (const QString &word : {u"停水"_s, u"噪声扰民"_s, u"反映人"_s}) {
        qsizetype hits = 0;
        table.add({.task = u"all hits of “%1”"_s.arg(word),
                   .ours = costOf([&] { hits = tickets.list({.text = word}).size(); }),
                   .goal = u"count ≤ 50 ms"_s,
                   .remark = hits >= mostHits ? u"more than %L1"_s.arg(mostHits) : u"%L1 hits"_s.arg(hits)});
    }
    // A rare word, as the index finds it and as SQLite finds it without.
    const QString rare =
        database.value<QString>(u"SELECT requester FROM ticket_text WHERE ticket = 100"_s).value_or(u"肖"_s);
    const QString pattern = u'%' + rare + u'%';
    table.add({.task = u"a rare word against LIKE"_s,
               .floor = costOf([&] {
                   (void)database.value<qint64>(
                       u"SELECT count(*) FROM ticket_text WHERE title LIKE ? OR content LIKE ? "
                       "OR answer LIKE ? OR address LIKE ? OR requester LIKE ?"_s,
                       pattern, pattern, pattern, pattern, pattern);
               }),
               .ours = medianOver(QStringList(5, rare), firstPage),
               .goal = u"≥ 500 × faster"_s});
}

void benchLists(const QString &path, Table &table)
{
    CaseFile file(path, CaseFile::Mode::Read);
    const TicketRepository tickets(file.database());
    const CodeTables tables = CodeTableRepository(file.database()).load();
    constexpr qint64 piece = 100;
    TicketIds ids;
    table.add({.task = u"ids of the whole list, in the background"_s,
               .ours = costOf([&] { ids = tickets.list({}); }),
               .remark = u"%L1 ids"_s.arg(ids.size())});
    table.add({.task = u"first page of the whole list"_s,
               .ours = medianCost(21, [&] { (void)tickets.rows(tickets.list({}, {}, piece).mid(0, piece)); }),
               .goal = u"p50 ≤ 1 ms"_s});
    table.add({.task = u"page of 100 in the middle"_s,
               .ours = medianCost(21, [&] { (void)tickets.rows(ids.mid(ids.size() / 2, piece)); }),
               .goal = u"≤ 2 × the first"_s});
    table.add(
        {.task = u"first page by number"_s,
         .ours = medianCost(
             21, [&] { (void)tickets.rows(tickets.list({}, {.by = TicketOrder::By::Number}, piece).mid(0, piece)); }),
         .goal = u"p50 ≤ 1 ms"_s});
    const QList<std::pair<QString, TicketFilter>> filters{
        {u"open ones"_s, {.openOnly = true}},
        {u"in progress, of a month"_s,
         {.receivedFrom = file.zone().toUtcTime(QDate(lastYear, 12, 1)), .state = TicketState::InProgress}},
        {u"of the rarest category"_s, {.category = tables.categories.last().id}},
        {u"of a department"_s, {.department = tables.departments.last().id}},
        {u"of a channel and type"_s,
         {.channel = tables.channels.last().id, .requestType = tables.requestTypes.last().id}},
        {u"of an area, of a word"_s, {.area = tables.areas.last().id, .text = u"停水"_s}},
    };
    for (const auto &[name, filter] : filters) {
        qsizetype all = 0;
        const Cost whole = costOf([&] { all = tickets.list(filter).size(); });
        table.add({.task = u"first page of the list: "_s + name,
                   .ours = medianCost(11, [&] { (void)tickets.rows(tickets.list(filter, {}, piece).mid(0, piece)); }),
                   .goal = u"p50 ≤ 1 ms"_s,
                   .remark = u"all %L1 ids: %2 ms"_s.arg(all).arg(whole.cpu * 1e3, 0, 'f', 0)});
    }
    benchSearch(file, table);
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

// Copies the file to `copy`, as the program does and as plainly as can be.
void benchBackup(const QString &path, const QString &copy, Table &table)
{
    const Progress quiet;
    const Cost backup = costOf([&] { backUp(path, copy, false, quiet); });
    const QString plainCopy = copy + u".plain";
    const Cost plain = costOf([&] {
        QFile from(path);
        QFile to(plainCopy);
        if (!from.open(QIODevice::ReadOnly) || !to.open(QIODevice::WriteOnly))
            qFatal("no room for a copy");
        while (!from.atEnd())
            to.write(from.read(1 << 20));
        flush(to);
    });
    QFile::remove(plainCopy);
    table.add({.task = u"backup"_s,
               .floor = plain,
               .ours = backup,
               .goal = u"≤ 4 × (wall)"_s,
               .remark = u"%1 × by wall time"_s.arg(backup.wall / plain.wall, 0, 'f', 1)});
}

// Into the file itself: it gets some tickets more.
void benchIntake(const QString &path, Table &table)
{
    const QTemporaryDir folder(QFileInfo(path).absolutePath() + u"/bench-XXXXXX");
    QFile file(folder.filePath(u"written"_s));
    if (!file.open(QIODevice::WriteOnly))
        qFatal("no room for a file");
    const QByteArray part(40 * 1024, 'x');
    const Cost floor = medianCost(51, [&] {
        file.write(part);
        flush(file);
    });
    CaseFile caseFile(path, CaseFile::Mode::Write);
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

void benchFile(const QString &path, qint64 tickets, bool inPlace, Table &table)
{
    if (!QFile::exists(path)) {
        Progress quiet;
        const Cost cost = costOf([&] { generateCaseFile(path, {.tickets = tickets}, SystemClock(), quiet); });
        table.add({.task = u"generate"_s,
                   .ours = cost,
                   .goal = u"10 million ≤ 30 min"_s,
                   .remark = u"%L1 tickets/s"_s.arg(static_cast<double>(tickets) / cost.cpu, 0, 'f', 0)});
    }
    const qint64 held = CaseFile(path, CaseFile::Mode::Read)
                            .database()
                            .value<qint64>(u"SELECT count(*) FROM ticket"_s)
                            .value_or(tickets);
    const double size = static_cast<double>(QFileInfo(path).size()) / static_cast<double>(held) * 1e6 / 1e9;
    benchOpening(path, table);
    benchLists(path, table);
    benchFigures(path, table);
    benchSimilar(path, table);
    benchKnowledge(table);
    if (inPlace) {
        benchIntake(path, table);
    } else {
        const QTemporaryDir folder(QFileInfo(path).absolutePath() + u"/bench-XXXXXX");
        const QString copy = folder.filePath(u"copy.huiyin"_s);
        benchBackup(path, copy, table);
        benchSafety(copy, table);
        benchIntake(copy, table);
        benchImport(path, table);
        benchAgainstCalc(table);
    }
    table.add({.task = u"size and memory"_s,
               .goal = u"≤ 0.8 GB a million; ≤ 250 MB"_s,
               .remark = u"%1 GB a million tickets; peak %2 MB"_s.arg(size, 0, 'f', 2).arg(peakMemory() / 1'000'000)});
}

} // namespace huiyin::bench
