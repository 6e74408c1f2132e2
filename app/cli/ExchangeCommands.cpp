// SPDX-License-Identifier: GPL-3.0-or-later
// import, profiles, export
#include "Command.h"
#include "Identity.h"

#include "casework/CaseBook.h"
#include "exchange/Export.h"
#include "exchange/Import.h"
#include "exchange/Imports.h"
#include "exchange/KnowledgeTable.h"
#include "storage/KeptFigures.h"
#include "storage/StorageError.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin::cli {

namespace {

struct Cli
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

// What was imported is stored by now, and figures are right without: what goes wrong here is no failure of the import.
void keepFigures(CaseFile &file)
{
    try {
        TerminalProgress progress;
        KeptFigures(file.database()).keepAll(progress);
    } catch (const StorageError &error) {
        qWarning("kept figures: %s", error.what());
    }
}

QStringList tablesOf(const SheetProfile &profile)
{
    QStringList names;
    for (const TableMatch &match : profile.tables)
        names.append(tableOf(match.kind).nameText());
    return names;
}

// One that the case file keeps, by its name; else a file with the definition that “profiles --format json” gives.
SheetProfile profileOf(CaseFile &file, const QString &wanted)
{
    QStringList names;
    const QList<SheetProfile> kept = sheetProfiles(file);
    for (const SheetProfile &profile : kept) {
        if (profile.name == wanted)
            return profile;
        names.append(profile.name);
    }
    if (!QFileInfo(wanted).isFile()) {
        throw CommandError{
            names.isEmpty()
                ? Cli::tr("There is neither a kept profile nor a file “%1”: this case file keeps none.").arg(wanted)
                : Cli::tr("There is neither a kept profile nor a file “%1”. Kept are: %2.")
                      .arg(wanted, names.join(u", "_s))};
    }
    QFile source(wanted);
    if (!source.open(QIODevice::ReadOnly))
        throw CommandError{
            Cli::tr("“%1” can't be read: %2").arg(QDir::toNativeSeparators(wanted), source.errorString())};
    constexpr qint64 most = qint64{1} << 20;
    const QByteArray json = source.read(most + 1);
    const auto profile = json.size() > most ? std::nullopt : sheetProfileFromJson(json);
    if (!profile)
        throw CommandError{
            Cli::tr("“%1” holds no profile that this program knows.").arg(QDir::toNativeSeparators(wanted))};
    return *profile;
}

void usedAlone(const Arguments &options, const QStringList &others)
{
    for (const QString &other : others) {
        if (options.isSet(other))
            throw UsageError{Cli::tr("--knowledge and --%1 don't go together.").arg(other)};
    }
}

const QString knowledgeRecord = u"knowledge base"_s; // in the access records

int tellErrors(const QList<ImportIssue> &errors)
{
    for (const ImportIssue &error : errors)
        print(error.text() + u'\n');
    message(u"huiyin-cli: "_s + Cli::tr("%n error(s). Nothing was stored.", nullptr, static_cast<int>(errors.size())));
    return Failed;
}

void tellCounts(bool isChecked, const QString &table, const ImportCounts &counts)
{
    const QString text = isChecked ? Cli::tr("%1: %2 would be added, %3 replaced, %4 are the same")
                                   : Cli::tr("%1: %2 added, %3 replaced, %4 the same");
    message(text.arg(table).arg(counts.added).arg(counts.replaced).arg(counts.same));
}

// As with the office's lists, what has changed in the table is taken; an article that isn't in it stays.
int importKnowledge(const Arguments &options)
{
    usedAlone(options, {u"create-missing"_s, u"update"_s, u"profile"_s, u"sheet"_s});
    const OpenedFile opened =
        openFor(options, CaseFile::Mode::Write, huiyin::Command::ManageKnowledge, u"view"_s, knowledgeRecord);
    const SystemClock clock;
    CaseBook book(*opened.file, clock, opened.user.name, opened.user.roles);
    KnowledgeReading reading;
    {
        TerminalProgress progress;
        reading = readKnowledge(book, options.argument(1), progress);
    }
    for (const QString &notice : std::as_const(reading.notices))
        message(notice);
    if (!reading.errors.isEmpty())
        return tellErrors(reading.errors);
    const bool isChecked = options.isSet(u"check"_s);
    if (!isChecked) {
        if (const auto saved = book.saveArticles(reading.all()); !saved)
            throw CommandError{saved.error().reason};
    }
    tellCounts(isChecked, u"knowledge"_s,
               {.added = reading.added.size(), .replaced = reading.changed.size(), .same = reading.same});
    return Done;
}

int exportKnowledge(const Arguments &options)
{
    usedAlone(options,
              {u"month"_s, u"quarter"_s, u"year"_s, u"from"_s, u"to"_s, u"masked"_s, u"reason"_s, u"second"_s});
    const OpenedFile opened =
        openFor(options, CaseFile::Mode::Read, huiyin::Command::ManageKnowledge, u"export"_s, knowledgeRecord);
    leaveWith(opened, knowledgeRecord, [&] {
        (void)writeKnowledge(
            *opened.file, options.argument(1),
            {.overwrite = options.isSet(u"force"_s), .by = opened.user.name, .at = SystemClock().now()});
    });
    return Done;
}

} // namespace

int runProfiles(const QStringList &arguments)
{
    Arguments options(u"profiles"_s,
                      Cli::tr("Lists the profiles that the case file keeps: how sheets of other programs "
                              "are read. “import --profile” takes one by its name, or a file with the "
                              "definition that --format json gives for it."));
    options.positional(u"FILE"_s, Cli::tr("The case file."));
    options.value(u"format"_s, Cli::tr("text or json."), u"FORMAT"_s);
    if (!options.parse(arguments))
        return Done;
    const QString format = options.choice(u"format"_s, {u"text"_s, u"json"_s});
    CaseFile file(options.argument(0), CaseFile::Mode::Read);
    QJsonArray json;
    QString text;
    const QList<SheetProfile> kept = sheetProfiles(file);
    for (const SheetProfile &profile : kept) {
        json.append(QJsonObject{{u"name"_s, profile.name},
                                {u"tables"_s, QJsonArray::fromStringList(tablesOf(profile))},
                                {u"needed_headings"_s, QJsonArray::fromStringList(profile.neededHeadings())},
                                {u"definition"_s, QJsonDocument::fromJson(toJson(profile)).object()}});
        text += u"%1  %2  %3\n"_s.arg(profile.name, tablesOf(profile).join(u", "_s),
                                      profile.neededHeadings().join(u"、"_s));
    }
    print(format == u"json" ? QString::fromUtf8(QJsonDocument(QJsonObject{{u"profiles"_s, json}}).toJson()) : text);
    if (kept.isEmpty() && format == u"text")
        message(Cli::tr("This case file keeps no profiles."));
    return Done;
}

int runImport(const QStringList &arguments)
{
    Arguments options(u"import"_s, Cli::tr("Takes in tables, CSV or .xlsx, all or nothing. Every error is reported as "
                                           "file:line: column: why, of a workbook as file:sheet!row: column: why."));
    options.positional(u"FILE"_s, Cli::tr("The case file."));
    options.positional(u"PATH"_s, Cli::tr("A CSV file, an .xlsx file, or a folder of them."));
    options.flag(u"create-missing"_s, Cli::tr("Adds names that are not in the office's lists yet."));
    options.flag(u"update"_s, Cli::tr("Replaces rows whose key exists already."));
    options.flag(u"check"_s, Cli::tr("Only reports; nothing is stored."));
    options.flag(u"knowledge"_s, Cli::tr("PATH is a table of articles of the knowledge base, CSV or .xlsx."));
    options.value(u"profile"_s,
                  Cli::tr("PATH is a sheet of another program, read by this profile: one that the case file keeps "
                          "(huiyin-cli profiles), or a file."),
                  u"NAME|FILE"_s);
    options.value(u"sheet"_s,
                  Cli::tr("With --profile, the sheet of the workbook; else the first with the profile's headings."),
                  u"NAME"_s);
    addUserOption(options);
    if (!options.parse(arguments))
        return Done;
    if (options.isSet(u"sheet"_s) && !options.isSet(u"profile"_s))
        throw UsageError{Cli::tr("--sheet goes with --profile.")};
    if (options.isSet(u"knowledge"_s))
        return importKnowledge(options);

    const OpenedFile opened =
        openFor(options, CaseFile::Mode::Write, huiyin::Command::ImportTables, u"view"_s, u"import"_s);
    CaseFile &file = *opened.file;
    const SystemClock clock;
    CaseBook book(file, clock, opened.user.name, opened.user.roles);
    ImportReport report;
    std::optional<ForeignSheet> foreign;
    if (options.isSet(u"profile"_s))
        foreign = {.profile = profileOf(file, options.value(u"profile"_s)), .sheet = options.value(u"sheet"_s)};
    {
        TerminalProgress progress;
        report = importTables(book, options.argument(1),
                              {.createMissing = options.isSet(u"create-missing"_s),
                               .update = options.isSet(u"update"_s),
                               .checkOnly = options.isSet(u"check"_s),
                               .foreign = foreign},
                              progress);
    }
    if (report.stored)
        keepFigures(file);
    for (const QString &notice : std::as_const(report.notices))
        message(notice);
    if (!report.errors.isEmpty())
        return tellErrors(report.errors);
    for (auto table = report.tables.cbegin(); table != report.tables.cend(); ++table)
        tellCounts(options.isSet(u"check"_s), table.key(), *table);
    return Done;
}

int runExport(const QStringList &arguments)
{
    Arguments options(u"export"_s,
                      Cli::tr("Writes all tables as CSV into a folder, or as sheets into an .xlsx file; importing it "
                              "into a new file gives the same figures."));
    options.positional(u"FILE"_s, Cli::tr("The case file."));
    options.positional(u"PATH"_s, Cli::tr("The folder to make, or the file when it ends in .xlsx."));
    options.periodOptions();
    options.flag(u"force"_s, Cli::tr("Overwrites an export that exists."));
    options.flag(u"masked"_s, Cli::tr("Masks names, telephones and addresses; takes no second person."));
    options.flag(u"knowledge"_s, Cli::tr("Writes the knowledge base alone: an .xlsx file when PATH ends so, else a CSV "
                                         "file; without retired articles."));
    addUserOption(options);
    addConsentOptions(options);
    if (!options.parse(arguments))
        return Done;
    if (options.isSet(u"knowledge"_s))
        return exportKnowledge(options);
    const auto period = options.period();
    const bool masked = options.isSet(u"masked"_s);

    const QString details = masked ? u"export masked"_s : u"export"_s;
    const OpenedFile opened = openFor(options, CaseFile::Mode::Read, huiyin::Command::ExportTables, u"export"_s,
                                      details, masked ? TakesConsent::No : TakesConsent::Yes);
    CaseFile &file = *opened.file;
    TerminalProgress progress;
    const ExportOptions chosen{.period = period,
                               .masked = masked,
                               .overwrite = options.isSet(u"force"_s),
                               .by = opened.user.name,
                               .at = SystemClock().now()};
    const QString path = options.argument(1);
    leaveWith(opened, details, [&] {
        if (path.endsWith(u".xlsx", Qt::CaseInsensitive))
            (void)exportWorkbook(file, path, chosen, progress);
        else
            (void)exportTables(file, path, chosen, progress);
    });
    return Done;
}

} // namespace huiyin::cli
