// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/Imports.h"

#include "casework/CaseBook.h"
#include "casework/FieldChecks.h"
#include "casework/Recorder.h"
#include "domain/Text.h"
#include "storage/BulkWriting.h"
#include "storage/CaseFile.h"
#include "storage/ImportBatchRepository.h"
#include "storage/SearchIndex.h"
#include "storage/SheetProfileRepository.h"
#include "storage/StorageError.h"
#include "storage/Transaction.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Exchange)
};

constexpr int longestName = 60; // characters
constexpr int numbersTold = 5;

// A few of them, and that there are more.
QString listed(QStringList numbers)
{
    const bool more = numbers.size() > numbersTold;
    numbers = numbers.first(std::min<qsizetype>(numbers.size(), numbersTold));
    return numbers.join(Text::tr(", ", "between numbers of tickets")) + (more ? u" …"_s : QString());
}

qint64 replacedRows(const ImportBatch &batch)
{
    qint64 replaced = 0;
    const QJsonObject tables = QJsonDocument::fromJson(batch.counts).object();
    for (const QJsonValue &table : tables)
        replaced += table.toObject()[u"replaced"].toInteger();
    return replaced;
}

std::optional<Refusal> mayNotUndo(const ImportBatchRepository &batches, const std::optional<ImportBatch> &batch)
{
    if (!batch)
        return Refusal{Text::tr("There is no such import.")};
    if (batch->undoneAt)
        return Refusal{Text::tr("This import was taken back already.")};
    if (const qint64 replaced = replacedRows(*batch); replaced > 0) {
        return Refusal{Text::tr("This import has replaced %n row(s) that were there before; what they said then is not "
                                "kept here. Restore the backup that was made before the import instead.",
                                nullptr, static_cast<int>(replaced))};
    }
    if (const QStringList numbers = batches.workedOn(batch->id, numbersTold + 1); !numbers.isEmpty()) {
        return Refusal{
            Text::tr("The import can't be taken back: tickets that came with it have been worked on since, or "
                     "later ones refer to them (%1).")
                .arg(listed(numbers))};
    }
    if (const QStringList numbers = batches.olderDispatched(batch->id, numbersTold + 1); !numbers.isEmpty()) {
        return Refusal{Text::tr("The import can't be taken back: it dispatched tickets that were there before (%1). "
                                "Restore the backup that was made before the import instead.")
                           .arg(listed(numbers))};
    }
    if (batches.hasChangedCalls(batch->id))
        return Refusal{Text::tr("The import can't be taken back: calls that came with it have been changed since.")};
    return std::nullopt;
}

} // namespace

QList<SheetProfile> sheetProfiles(CaseFile &file)
{
    QList<SheetProfile> profiles;
    for (const KeptSheetProfile &kept : SheetProfileRepository(file.database()).all()) {
        if (auto profile = sheetProfileFromJson(kept.definition)) {
            profile->name = kept.name;
            profiles.append(*profile);
        }
    }
    return profiles;
}

Outcome<Changes> keepSheetProfile(CaseBook &book, const SheetProfile &profile)
{
    if (auto refusal = book.checkRight(Command::ImportTables))
        return *refusal;
    const QString name = forceClean(profile.name).simplified();
    if (auto refusal = textFault(profile.name, u"name"_s, longestName))
        return *refusal;
    if (name.isEmpty())
        return Refusal{Text::tr("Give the matching of columns a name."), u"name"_s};
    if (const QStringList faults = faultsOf(profile); !faults.isEmpty())
        return Refusal{faults.first()};
    Database &database = book.file().database();
    const SheetProfileRepository profiles(database);
    const QDateTime now = book.clock().now();
    Transaction transaction(database);
    const auto all = profiles.all();
    const auto before = std::ranges::find(all, name, &KeptSheetProfile::name);
    const KeptSheetProfile kept{
        .id = 0, .name = name, .definition = toJson(profile), .changedAt = now, .changedBy = book.user()};
    if (before != all.end() && before->definition == kept.definition)
        return Changes{};
    const qint64 id = profiles.keep(kept);
    Recorder(database, now, book.user())
        .record(u"sheet_profile"_s, id, before == all.end() ? u"added"_s : u"changed"_s, {{u"name"_s, name}});
    transaction.commit();
    return Changes{};
}

Outcome<Changes> dropSheetProfile(CaseBook &book, const QString &name)
{
    if (auto refusal = book.checkRight(Command::ImportTables))
        return *refusal;
    Database &database = book.file().database();
    const SheetProfileRepository profiles(database);
    Transaction transaction(database);
    const auto all = profiles.all();
    const auto found = std::ranges::find(all, name, &KeptSheetProfile::name);
    if (found == all.end() || !profiles.remove(found->id))
        return Refusal{Text::tr("There is no matching of columns of this name.")};
    Recorder(database, book.clock().now(), book.user())
        .record(u"sheet_profile"_s, found->id, u"deleted"_s, {{u"name"_s, name}});
    transaction.commit();
    return Changes{};
}

QList<ImportBatch> latestImports(CaseFile &file, int count)
{
    return ImportBatchRepository(file.database()).latest(count);
}

Outcome<UndoneImport> undoImport(CaseBook &book, qint64 batchId, Progress &progress)
{
    if (auto refusal = book.checkRight(Command::ImportTables))
        return *refusal;
    Database &database = book.file().database();
    const ImportBatchRepository batches(database);
    Transaction transaction(database);
    const auto batch = batches.byId(batchId);
    if (auto refusal = mayNotUndo(batches, batch))
        return *refusal;
    stopIfCancelled(progress);
    std::optional<BulkWriting> bulk(std::in_place, database);
    const auto rows = batches.rowsOf(batchId);
    const qint64 emptied = batches.removeRows(batchId);
    stopIfCancelled(progress);
    const QDateTime now = book.clock().now();
    batches.markUndone(batchId, now, book.user());
    const QJsonObject counts{{u"tickets"_s, rows.tickets},
                             {u"calls"_s, rows.calls},
                             {u"dispatches"_s, rows.dispatches},
                             {u"follow_ups"_s, rows.followUps},
                             {u"emptied"_s, emptied}};
    Recorder(database, now, book.user())
        .record(u"import"_s, batchId, u"import_undone"_s, {{u"source"_s, batch->source}, {u"removed"_s, counts}});
    SearchIndex(database).update();
    bulk.reset();
    transaction.commit();
    return UndoneImport{.rows = rows.total(), .changes = {.everything = true}};
}

} // namespace huiyin
