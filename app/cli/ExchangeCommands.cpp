// SPDX-License-Identifier: GPL-3.0-or-later
// import, export
#include "Command.h"
#include "Identity.h"

#include "casework/CaseBook.h"
#include "exchange/Export.h"
#include "exchange/Import.h"
#include "storage/KeptFigures.h"
#include "storage/StorageError.h"

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

} // namespace

int runImport(const QStringList &arguments)
{
    Arguments options(u"import"_s, Cli::tr("Takes in tables, CSV or .xlsx, all or nothing. Every error is reported as "
                                           "file:line: column: why, of a workbook as file:sheet!row: column: why."));
    options.positional(u"FILE"_s, Cli::tr("The case file."));
    options.positional(u"PATH"_s, Cli::tr("A CSV file, an .xlsx file, or a folder of them."));
    options.flag(u"create-missing"_s, Cli::tr("Adds names that are not in the office's lists yet."));
    options.flag(u"update"_s, Cli::tr("Replaces rows whose key exists already."));
    options.flag(u"check"_s, Cli::tr("Only reports; nothing is stored."));
    addUserOption(options);
    if (!options.parse(arguments))
        return Done;

    const OpenedFile opened =
        openFor(options, CaseFile::Mode::Write, huiyin::Command::ImportTables, u"view"_s, u"import"_s);
    CaseFile &file = *opened.file;
    const SystemClock clock;
    CaseBook book(file, clock, opened.user.name, opened.user.roles);
    ImportReport report;
    {
        TerminalProgress progress;
        report = importTables(book, options.argument(1),
                              {.createMissing = options.isSet(u"create-missing"_s),
                               .update = options.isSet(u"update"_s),
                               .checkOnly = options.isSet(u"check"_s)},
                              progress);
    }
    if (report.stored)
        keepFigures(file);
    for (const QString &notice : std::as_const(report.notices))
        message(notice);
    for (const ImportIssue &error : std::as_const(report.errors))
        print(error.text() + u'\n');
    if (!report.errors.isEmpty()) {
        message(u"huiyin-cli: "_s
                + Cli::tr("%n error(s). Nothing was stored.", nullptr, static_cast<int>(report.errors.size())));
        return Failed;
    }
    const QString counts = options.isSet(u"check"_s) ? Cli::tr("%1: %2 would be added, %3 replaced, %4 are the same")
                                                     : Cli::tr("%1: %2 added, %3 replaced, %4 the same");
    for (auto table = report.tables.cbegin(); table != report.tables.cend(); ++table)
        message(counts.arg(table.key()).arg(table->added).arg(table->replaced).arg(table->same));
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
    addUserOption(options);
    addConsentOptions(options);
    if (!options.parse(arguments))
        return Done;
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
