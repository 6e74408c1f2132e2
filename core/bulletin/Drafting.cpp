// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/Drafting.h"

#include "bulletin/BulletinJson.h"
#include "bulletin/OfficeLayouts.h"
#include "casework/FieldChecks.h"
#include "casework/Recorder.h"
#include "storage/BulletinRepository.h"
#include "storage/CaseFile.h"
#include "storage/Database.h"
#include "storage/StorageError.h"
#include "storage/Transaction.h"

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr qsizetype mostKept = 16'000'000; // bytes; far beyond what a bulletin has

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Bulletin)
};

const auto object = u"bulletin"_s;

StorageError damaged()
{
    return {StorageError::Kind::Damaged,
            Text::tr("The text of this bulletin is damaged, or was written by a newer program.")};
}

BulletinDocument readDocument(const QByteArray &json)
{
    auto document = bulletinFromJson(json);
    if (!document)
        throw damaged();
    return *std::move(document);
}

// What the record says of the document, and the document as it is kept.
Bulletin packed(const BulletinDraft &draft)
{
    Bulletin record = draft.record;
    record.title = draft.document.title;
    record.document = toJson(draft.document);
    record.composed = toJson(draft.composed);
    record.decisions = toJson(draft.decisions);
    return record;
}

std::optional<Refusal> fault(const Bulletin &record)
{
    if (record.document.size() + record.composed.size() > mostKept)
        return Refusal{Text::tr("This is too much text for one bulletin. Shorten it.")};
    if (!record.period.isValid())
        return Refusal{Text::tr("Choose the period of the bulletin."), u"period"_s};
    if (!record.date.isValid())
        return Refusal{Text::tr("Give the day of issue."), u"date"_s};
    return std::nullopt;
}

QJsonObject details(const Bulletin &record)
{
    QJsonObject details{{u"layout"_s, record.layout}, {u"period"_s, record.period.label()}};
    if (record.issue)
        details.insert(u"issue"_s, *record.issue);
    if (record.isExtra)
        details.insert(u"extra"_s, true);
    return details;
}

Refusal changedMeanwhile()
{
    return {.reason =
                Text::tr("Somebody has changed this bulletin since you opened it. Nothing was saved: copy what you "
                         "have written, open the bulletin again and put it in."),
            .kind = Refusal::Kind::Outdated};
}

} // namespace

NextNumbers nextNumbers(CaseFile &file, const QString &series, int year, bool extra)
{
    const BulletinRepository bulletins(file.database());
    const auto next = [](std::optional<int> last) { return last ? std::optional(*last + 1) : std::nullopt; };
    NextNumbers numbers{.issue = next(bulletins.lastIssue(series, year, extra)),
                        .runningIssue = next(bulletins.lastRunningIssue(series, extra))};
    // The first issue of a year begins with 1 once the series is known.
    if (!numbers.issue && (numbers.runningIssue || extra))
        numbers.issue = 1;
    return numbers;
}

BulletinRequest requestOf(const Bulletin &bulletin)
{
    return {.layout = bulletin.layout,
            .layoutText = bulletin.layoutText,
            .period = bulletin.period,
            .cutOff = bulletin.cutOff,
            .excludedTopics = bulletin.excludedTopics,
            .issue = bulletin.issue,
            .runningIssue = bulletin.runningIssue,
            .isExtra = bulletin.isExtra,
            .date = bulletin.date};
}

QList<Bulletin> bulletinsOf(CaseFile &file)
{
    return BulletinRepository(file.database()).list();
}

std::optional<BulletinDraft> bulletinOf(CaseFile &file, BulletinId id)
{
    auto record = BulletinRepository(file.database()).byId(id);
    if (!record)
        return std::nullopt;
    BulletinDraft draft{
        .record = *record, .document = readDocument(record->document), .composed = readDocument(record->composed)};
    auto decisions = decisionsFromJson(record->decisions);
    if (!decisions)
        throw damaged();
    draft.decisions = *std::move(decisions);
    draft.record.document.clear();
    draft.record.composed.clear();
    draft.record.decisions.clear();
    return draft;
}

Recomposed recomposed(CaseFile &file, const BulletinDraft &draft, const Progress &progress)
{
    const BulletinDocument now = composeBulletin(file, requestOf(draft.record), progress);
    const MergedBulletin result = merged(draft.document, draft.composed, now, printerOf(now));
    return {
        .draft = {.record = draft.record, .document = result.document, .composed = now, .decisions = draft.decisions},
        .diverged = result.diverged,
        .changedFigures = result.changedFigures};
}

Outcome<SavedBulletin> beginBulletin(CaseBook &book, const BulletinRequest &request, bool extra,
                                     const Progress &progress)
{
    if (auto refusal = book.checkRight(Command::ComposeBulletin))
        return *refusal;
    CaseFile &file = book.file();
    const QJsonObject layout = layoutOf(file, request);
    Bulletin record{.layout = request.layout,
                    .layoutText = layoutText(layout),
                    .series = seriesOf(layout, request.layout),
                    .period = request.period,
                    .cutOff = request.cutOff,
                    .excludedTopics = request.excludedTopics,
                    .isExtra = extra,
                    .issue = request.issue,
                    .runningIssue = request.runningIssue,
                    .date = request.date,
                    .createdAt = book.clock().now(),
                    .createdBy = book.user(),
                    .savedAt = book.clock().now(),
                    .savedBy = book.user()};
    if (auto refusal = fault(record))
        return *refusal;
    if (!record.issue && !record.runningIssue) {
        const NextNumbers next = nextNumbers(file, record.series, record.year(), extra);
        record.issue = next.issue;
        record.runningIssue = next.runningIssue;
    }
    const BulletinDocument composed = composeBulletin(file, requestOf(record), progress);
    record = packed({.record = record, .document = composed, .composed = composed});
    Transaction transaction(file.database());
    const BulletinId id = BulletinRepository(file.database()).insert(record);
    Recorder(file.database(), record.createdAt, book.user()).record(object, id.value(), u"begun"_s, details(record));
    transaction.commit();
    return SavedBulletin{.id = id, .version = 1, .changes = {.bulletins = true}};
}

QList<TicketId> toldIn(const BulletinDraft &draft)
{
    BulletinDecisions decisions = draft.decisions;
    decisions.remember(casesIn(draft.document));
    return decisions.told;
}

Outcome<SavedBulletin> saveBulletin(CaseBook &book, const BulletinDraft &draft, bool automatically)
{
    if (auto refusal = book.checkRight(Command::ComposeBulletin))
        return *refusal;
    BulletinDraft kept = draft;
    kept.decisions.remember(casesIn(draft.document));
    Bulletin record = packed(kept);
    if (auto refusal = fault(record))
        return *refusal;
    record.savedAt = book.clock().now();
    record.savedBy = book.user();
    Database &database = book.file().database();
    const BulletinRepository bulletins(database);
    Transaction transaction(database);
    if (!record.id || !bulletins.update(record)) {
        const auto stored = record.id ? bulletins.byId(*record.id) : std::nullopt;
        if (!stored)
            return Refusal{Text::tr("This bulletin is not there any more.")};
        if (stored->state == BulletinState::Published)
            return Refusal{Text::tr("This bulletin has been published; it doesn't change any more.")};
        return changedMeanwhile();
    }
    if (!automatically) {
        Recorder(database, record.savedAt, book.user()).record(object, record.id->value(), u"saved"_s, details(record));
    } else {
        database.setWitness([id = *record.id, version = record.version + 1](Database &asked) {
            const auto stored = BulletinRepository(asked).byId(id);
            return stored && stored->version == version;
        });
    }
    transaction.commit();
    return SavedBulletin{.id = *record.id, .version = record.version + 1, .changes = {.bulletins = true}};
}

Outcome<Changes> discardBulletin(CaseBook &book, BulletinId id, qint64 version)
{
    if (auto refusal = book.checkRight(Command::ComposeBulletin))
        return *refusal;
    Database &database = book.file().database();
    const BulletinRepository bulletins(database);
    Transaction transaction(database);
    const auto stored = bulletins.byId(id);
    if (!stored)
        return Refusal{Text::tr("This bulletin is not there any more.")};
    if (stored->state == BulletinState::Published)
        return Refusal{Text::tr("This bulletin has been published; it doesn't change any more.")};
    if (!bulletins.remove(id, version))
        return changedMeanwhile();
    Recorder(database, book.clock().now(), book.user()).record(object, id.value(), u"discarded"_s, details(*stored));
    transaction.commit();
    return Changes{.bulletins = true};
}

} // namespace huiyin
