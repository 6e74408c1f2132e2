// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/FileCheck.h"

#include "storage/AccessRepository.h"
#include "storage/AttachmentRepository.h"
#include "storage/BulletinRepository.h"
#include "storage/CaseFile.h"
#include "storage/Database.h"
#include "storage/HistoryRepository.h"
#include "storage/KeptFigures.h"
#include "storage/NumberSeries.h"
#include "storage/Schema.h"
#include "storage/SealRepository.h"
#include "storage/SearchIndex.h"
#include "storage/Transaction.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(FileCheck)
};

struct WrongCounter
{
    QString series;
    QString span;
    qint64 last = 0;
    qint64 highest = 0;
};

// Of our own make: "20200209-0031". Another office's longer numbers stay out of the number givers.
QString isOwnCount(const QString &count)
{
    return count + u" NOT GLOB '*[^0-9]*' AND length("_s + count + u") BETWEEN 1 AND 6"_s;
}

// Number givers that stand below a number in use: they would give it again.
QList<WrongCounter> wrongCounters(Database &database)
{
    const auto map = [](const Row &row) {
        return WrongCounter{.series = row.get<QString>(0),
                            .span = row.get<QString>(1),
                            .last = row.get<qint64>(2),
                            .highest = row.get<qint64>(3)};
    };
    QList<WrongCounter> wrong = database.all(
        u"SELECT s.series, s.span, s.last, max(CAST(substr(t.number, 10) AS INTEGER)) AS highest FROM number_series s "
        "JOIN ticket t ON t.number >= s.span || '-' AND t.number < s.span || '.' WHERE s.series = 'ticket' AND "_s
            + isOwnCount(u"substr(t.number, 10)"_s) + u" GROUP BY s.span HAVING highest > s.last"_s,
        map);
    wrong += database.all(
        u"SELECT s.series, s.span, s.last, max(CAST(substr(c.reference, 11) AS INTEGER)) AS highest FROM number_series "
        u"s "
        "JOIN call c ON c.reference >= s.span || '-C' AND c.reference < s.span || '-D' WHERE s.series = 'call' AND "_s
            + isOwnCount(u"substr(c.reference, 11)"_s) + u" GROUP BY s.span HAVING highest > s.last"_s,
        map);
    return wrong;
}

void addRows(QList<CheckFinding> &findings, Database &database, const QString &kind, const QString &sql,
             const QString &message)
{
    database.each(sql, [&](const Row &row) {
        findings.append({.kind = kind, .object = row.get<QString>(0), .message = message});
    });
}

CheckFinding missingGuard(const QString &trigger)
{
    if (trigger.startsWith(u"search_"))
        return {.kind = u"search"_s,
                .object = trigger,
                .message = Text::tr("The guard that keeps the search index up to date is missing.")};
    if (trigger.startsWith(u"figure_"))
        return {.kind = u"counter"_s,
                .object = trigger,
                .message = Text::tr("The guard that keeps the kept figures up to date is missing.")};
    if (trigger.startsWith(u"identity_"))
        return {.kind = u"reference"_s,
                .object = trigger,
                .message = Text::tr("The guard that keeps records what they are is missing.")};
    if (trigger.startsWith(u"clock_"))
        return {.kind = u"clock"_s,
                .object = trigger,
                .message = Text::tr("The guard that notes the newest moment of the records is missing.")};
    return {.kind = u"history"_s,
            .object = trigger,
            .message = Text::tr("The guard that keeps the history from being changed is missing.")};
}

// Of the auditor who found the seal broken and has begun new ones since; nullopt: nobody has.
std::optional<HistoryEvent> acknowledgementOf(Database &database, const Seal &seal)
{
    const auto user = SealRepository(database).userOf(seal.key);
    if (!user)
        return std::nullopt;
    const QList<HistoryEvent> events = HistoryRepository(database).of(u"user"_s, user->value());
    const auto found = std::ranges::find_if(events, [&seal](const HistoryEvent &event) {
        return event.action == u"sealed_anew" && event.details[u"key"].toInteger() == seal.key
               && event.details[u"number"].toInteger() <= seal.number;
    });
    return found == events.end() ? std::nullopt : std::optional(*found);
}

// A published issue is as it went out: the chained history keeps its digest.
void checkBulletins(QList<CheckFinding> &findings, Database &database)
{
    addRows(findings, database, u"state"_s,
            u"SELECT 'bulletin ' || id FROM bulletin WHERE NOT json_valid(document) OR NOT json_valid(composed) "
            "OR NOT json_valid(layout_text) OR NOT json_valid(decisions)"_s,
            Text::tr("The text of this bulletin can't be read."));
    addRows(findings, database, u"state"_s,
            u"SELECT 'bulletin ' || id FROM bulletin b WHERE state = 'published' AND NOT EXISTS (SELECT 1 FROM history "
            "WHERE object = 'bulletin' AND object_id = b.id AND action = 'published')"_s,
            Text::tr("It is published, but its history doesn't tell it."));
    const auto published =
        database.all(u"SELECT b.id, (SELECT json_extract(details, '$.digest') FROM history WHERE object = 'bulletin' "
                     "AND object_id = b.id AND action = 'published') FROM bulletin b WHERE state = 'published'"_s,
                     [](const Row &row) { return std::pair(row.get<BulletinId>(0), row.get<QString>(1)); });
    for (const auto &[id, digest] : published) {
        if (!digest.isEmpty() && !BulletinRepository(database).hasDigest(id, digest)) {
            findings.append({.kind = u"state"_s,
                             .object = u"bulletin %1"_s.arg(id.value()),
                             .message = Text::tr("It is not as it was published: its text or its figures were "
                                                 "changed.")});
        }
    }
}

// The votes of a closed ballot give its result.
void checkBestCases(QList<CheckFinding> &findings, Database &database)
{
    addRows(findings, database, u"state"_s,
            u"SELECT 'best_case_nomination ' || n.id FROM best_case_nomination n JOIN best_case_ballot b "
            "ON b.year = n.year WHERE b.state = 'closed' AND n.votes IS NOT "
            "(SELECT count(*) FROM best_case_vote v WHERE v.nomination = n.id)"_s,
            Text::tr("The result of the ballot is not what the votes give."));
    addRows(findings, database, u"state"_s,
            u"SELECT 'best_case_ballot ' || n.year FROM best_case_nomination n JOIN best_case_vote v "
            "ON v.nomination = n.id GROUP BY n.year, v.voter HAVING count(*) > 10"_s,
            Text::tr("Somebody has given more than ten votes."));
    addRows(findings, database, u"state"_s,
            u"SELECT 'best_case_ballot ' || year FROM best_case_nomination WHERE chosen = 1 GROUP BY year "
            "HAVING count(*) > 10"_s,
            Text::tr("More than ten cases are chosen."));
}

} // namespace

bool hasFaults(const QList<CheckFinding> &findings)
{
    return !std::ranges::all_of(findings, &CheckFinding::acknowledged);
}

QList<CheckFinding> checkFile(CaseFile &file, Progress &progress)
{
    Database &database = file.database();
    const ReadTransaction oneState(database);
    QList<CheckFinding> findings;
    constexpr qint64 steps = 9;

    progress.report(0, steps, Text::tr("structure"));
    database.each(u"PRAGMA integrity_check"_s, [&findings](const Row &row) {
        const auto line = row.get<QString>(0);
        if (line != u"ok")
            findings.append({.kind = u"integrity"_s, .object = u"file"_s, .message = line});
    });
    progress.report(1, steps, Text::tr("references"));
    database.each(u"PRAGMA foreign_key_check"_s, [&findings](const Row &row) {
        findings.append(
            {.kind = u"reference"_s,
             .object = u"%1 %2"_s.arg(row.get<QString>(0)).arg(row.get<qint64>(1)),
             .message = Text::tr("It refers to a record of “%1” that is missing.").arg(row.get<QString>(2))});
    });
    addRows(findings, database, u"reference"_s,
            u"SELECT 'ticket ' || id FROM ticket WHERE id NOT IN (SELECT ticket FROM ticket_text)"_s,
            Text::tr("Its texts are missing."));
    addRows(findings, database, u"reference"_s,
            u"SELECT 'dispatch ' || id FROM dispatch WHERE id NOT IN (SELECT dispatch FROM dispatch_text)"_s,
            Text::tr("Its texts are missing."));

    progress.report(2, steps, Text::tr("states"));
    addRows(findings, database, u"state"_s,
            u"SELECT 'ticket ' || ifnull(number, id) FROM ticket WHERE closed_at IS NULL "
            "AND state IN ('closed', 'archived') AND resolution IS NOT 'merged'"_s,
            Text::tr("It is closed, but has no closing time."));
    addRows(findings, database, u"state"_s,
            u"SELECT 'ticket ' || ifnull(number, id) FROM ticket WHERE closed_at IS NOT NULL "
            "AND state NOT IN ('closed', 'archived', 'void')"_s,
            Text::tr("It has a closing time, but is not closed."));
    addRows(findings, database, u"state"_s,
            u"SELECT 'ticket ' || ifnull(number, id) FROM ticket WHERE closed_at < received_at"_s,
            Text::tr("It was closed before it was received."));
    addRows(findings, database, u"state"_s,
            u"SELECT 'ticket ' || ifnull(t.number, t.id) FROM ticket t WHERE t.state = 'accepted' "
            "AND EXISTS (SELECT 1 FROM dispatch d WHERE d.ticket = t.id AND d.role = 'lead' AND d.returned_at IS NULL "
            "AND d.round = (SELECT max(round) FROM dispatch WHERE ticket = t.id AND role = 'lead'))"_s,
            Text::tr("It has a dispatch, but is not in progress."));

    addRows(findings, database, u"state"_s,
            u"SELECT 'kept_draft ' || id FROM kept_draft WHERE NOT json_valid(content)"_s,
            Text::tr("What somebody typed and did not save can't be read."));
    addRows(findings, database, u"state"_s,
            u"SELECT 'kept_draft ' || id FROM kept_draft WHERE user IN (SELECT name FROM user WHERE retired) "
            "AND user NOT IN (SELECT name FROM user WHERE NOT retired)"_s,
            Text::tr("It was typed by somebody who works here no longer, and ought to be gone."));

    checkBulletins(findings, database);
    checkBestCases(findings, database);

    progress.report(3, steps, Text::tr("merges"));
    addRows(findings, database, u"merge"_s,
            u"WITH RECURSIVE up(id, top) AS (SELECT id, merged_into FROM ticket WHERE merged_into IS NOT NULL "
            "UNION SELECT up.id, t.merged_into FROM up JOIN ticket t ON t.id = up.top WHERE t.merged_into IS NOT NULL) "
            "SELECT 'ticket ' || t.number FROM up JOIN ticket t ON t.id = up.id WHERE up.id = up.top"_s,
            Text::tr("Its merges lead back to itself."));

    progress.report(4, steps, Text::tr("history"));
    if (const auto broken = HistoryRepository(database).firstBreak()) {
        findings.append(
            {.kind = u"history"_s,
             .object = u"history %1"_s.arg(*broken),
             .message = Text::tr("The chain of the history breaks here: this record or one before it was changed.")});
    }
    if (const auto broken = AccessRepository(database).firstBreak()) {
        findings.append({.kind = u"history"_s,
                         .object = u"access_record %1"_s.arg(*broken),
                         .message = Text::tr("The chain of the access records breaks here: this record or one before "
                                             "it was changed.")});
    }
    if (database.value<qint64>(u"SELECT EXISTS (SELECT 1 FROM ticket) AND NOT EXISTS (SELECT 1 FROM history)"_s) == 1) {
        findings.append(
            {.kind = u"history"_s, .object = u"history"_s, .message = Text::tr("There are tickets, but no history.")});
    }
    const QList<Seal> seals = SealRepository(database).all();
    QSet<qint64> told; // keys: those after the first of one follow from it
    QSet<qint64> settled;
    for (const Seal &seal : seals) {
        // An acknowledgement holds for the seals after it too.
        if (told.contains(seal.key) || settled.contains(seal.key) || compareWith(file, seal.end) == ChainVerdict::Sound)
            continue;
        if (const auto event = acknowledgementOf(database, seal)) {
            settled.insert(seal.key);
            findings.append(
                {.kind = u"history"_s,
                 .object = u"seal %1"_s.arg(seal.sequence),
                 .message = Text::tr("What an auditor sealed on %1 was not as it was. %2 was told so, looked "
                                     "into it and began new seals on %3.")
                                .arg(file.zone().text(seal.at), event->user, file.zone().text(event->at)),
                 .acknowledged = true});
            continue;
        }
        told.insert(seal.key);
        findings.append({.kind = u"history"_s,
                         .object = u"seal %1"_s.arg(seal.sequence),
                         .message = Text::tr("What an auditor sealed on %1 is not as it was: records up to then were "
                                             "changed or taken out, and the chain was made anew.")
                                        .arg(file.zone().text(seal.at))});
    }
    const QStringList guards = Schema::shipped().triggers();
    for (const QString &guard : guards) {
        if (!database.value<qint64>(u"SELECT 1 FROM sqlite_schema WHERE type = 'trigger' AND name = ?"_s, guard)) {
            findings.append(missingGuard(guard));
        }
    }
    progress.report(5, steps, Text::tr("numbers"));
    const auto wrong = wrongCounters(database);
    for (const WrongCounter &counter : wrong) {
        findings.append(
            {.kind = u"counter"_s,
             .object = u"%1 %2"_s.arg(counter.series, counter.span),
             .message =
                 Text::tr("The number giver stands at %1, but %2 is in use.").arg(counter.last).arg(counter.highest)});
    }
    progress.report(6, steps, Text::tr("search index"));
    SearchIndex index(database);
    if (!index.state().complete) {
        findings.append({.kind = u"search"_s,
                         .object = u"ticket_search"_s,
                         .message = Text::tr("The search index is not complete: searching reads every text, slowly. It "
                                             "is built on when the file is opened in the window.")});
    } else if (!index.isTrue(progress)) {
        findings.append({.kind = u"search"_s,
                         .object = u"ticket_search"_s,
                         .message = Text::tr("The search index doesn't hold what the texts say. Build it anew with "
                                             "--rebuild-search.")});
    }
    progress.report(7, steps, Text::tr("kept figures"));
    const auto wrongDays = KeptFigures(database).wrongDays(progress);
    for (const qint64 day : wrongDays) {
        findings.append(
            {.kind = u"counter"_s,
             .object = u"figure_day %1"_s.arg(day),
             .message = Text::tr("The facts that are kept for this day are not those of its tickets. Repair "
                                 "them with --repair-counters.")});
    }
    progress.report(8, steps, Text::tr("attachments"));
    const auto faults = AttachmentRepository(database).faults(progress);
    for (const AttachmentFault &fault : faults)
        findings.append({.kind = u"attachment"_s, .object = fault.object, .message = fault.message});
    progress.report(steps, steps, QString());
    return findings;
}

int repairCounters(CaseFile &file, Progress &progress)
{
    Database &database = file.database();
    Transaction transaction(database);
    const auto wrong = wrongCounters(database);
    for (const WrongCounter &counter : wrong)
        setLastNumber(database, counter.series, counter.span, counter.highest);
    KeptFigures kept(database);
    const auto wrongDays = kept.wrongDays(progress);
    kept.drop(wrongDays);
    transaction.commit();
    kept.keepAll(progress);
    return static_cast<int>(wrong.size() + wrongDays.size());
}

} // namespace huiyin
