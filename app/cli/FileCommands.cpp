// SPDX-License-Identifier: GPL-3.0-or-later
// create, check, backup, generate
#include "Command.h"
#include "Identity.h"
#include "RestoreCommand.h"

#include "casework/CaseBook.h"
#include "casework/ClockDoubt.h"
#include "casework/Login.h"
#include "casework/RoleSeparation.h"
#include "casework/Seals.h"
#include "domain/Text.h"
#include "exchange/DemoOffice.h"
#include "storage/Backup.h"
#include "storage/FileCheck.h"
#include "storage/SearchIndex.h"
#include "storage/StorageError.h"
#include "storage/UserRepository.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace huiyin::cli {

namespace {

struct Cli
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

// Whose seals are to be tried. Guesses are counted in the file, where it can be written.
struct SealAuditor
{
    User user;
    Password password;
};

SealAuditor auditorOf(const QString &path, const QString &name)
{
    const SystemClock clock;
    const Password password = passwordFromInput();
    std::optional<CaseFile> file;
    try {
        file.emplace(path, CaseFile::Mode::Write);
        attestCopyOf(*file);
    } catch (const StorageError &) {
        file.emplace(path, CaseFile::Mode::Read);
    }
    const Outcome<User> user = logIn(*file, clock, name, password);
    if (!user)
        throw CommandError{user.error().reason};
    return {.user = *user, .password = password};
}

// What his seals tell.
QList<CheckFinding> sealFindings(CaseFile &file, const SealAuditor &auditor)
{
    const SystemClock clock;
    const auto seals = Seals::open(file, clock, auditor.user, auditor.password);
    if (seals && seals->report().state != SealReport::State::Changed)
        return {};
    const qint64 number = seals ? seals->report().number : 0;
    return {{.kind = u"history"_s,
             .object = u"seal %1 of %2"_s.arg(QString::number(number), auditor.user.name),
             .message = seals ? Cli::tr("What was sealed is not as it was: records were changed or taken out, and the "
                                        "chain was made anew.")
                              : Cli::tr("“%1” has no seals that this password opens.").arg(auditor.user.name)}};
}

// A clock that stands before the records: what is entered now would be dated wrong.
QList<CheckFinding> clockFindings(CaseFile &file)
{
    const auto doubt = clockDoubt(file.database(), SystemClock().now());
    if (!doubt || doubt->kind != ClockDoubt::Kind::Behind)
        return {}; // a file may rest for years
    return {{.kind = u"clock"_s, .object = u"computer"_s, .message = sentenceOf(*doubt, file.zone())}};
}

} // namespace

int runCreate(const QStringList &arguments)
{
    Arguments options(u"create"_s,
                      Cli::tr("Makes a new case file, with the default request types, calendar and deadline rules."));
    options.positional(u"FILE"_s, Cli::tr("The case file to make; nothing may stand there."));
    options.value(u"office"_s, Cli::tr("The office's name, as bulletins print it."), u"NAME"_s);
    QStringList names;
    const auto offices = demoOffices();
    for (const DemoInfo &office : offices)
        names.append(office.name);
    options.value(u"demo"_s, Cli::tr("Fills it with a sample office: %1.").arg(names.join(u", "_s)), u"NAME"_s);
    if (!options.parse(arguments))
        return Done;

    const SystemClock clock;
    const QString path = options.argument(0);
    if (options.isSet(u"demo"_s)) {
        if (options.isSet(u"office"_s))
            throw UsageError{Cli::tr("A sample office has its own name: leave out --office.")};
        if (!names.contains(options.value(u"demo"_s)))
            throw UsageError{Cli::tr("There is no sample office “%1”; there are: %2.")
                                 .arg(options.value(u"demo"_s), names.join(u", "_s))};
        TerminalProgress progress;
        createDemo(path, options.value(u"demo"_s), clock, progress);
        return Done;
    }
    const CleanText cleaned =
        cleanText(options.isSet(u"office"_s) ? options.value(u"office"_s) : u"市长公开电话办公室"_s);
    if (cleaned.fault != CleanText::Fault::None)
        throw UsageError{Cli::tr("The office's name holds characters that can't be stored.")};
    const QString name = cleaned.text.simplified();
    if (name.isEmpty())
        throw UsageError{Cli::tr("The office's name is empty.")};
    CaseFile::create(path, {.name = name}, [&clock](Database &database) { fillDefaults(database, clock.now()); });
    return Done;
}

int runCheck(const QStringList &arguments)
{
    Arguments options(
        u"check"_s,
        Cli::tr("Goes through a case file: structure, references, states, merges, the chain of the "
                "history, number givers, search index, kept figures, attachments. Exit 0: all is well; 1: findings; "
                "3: it can't be read."));
    options.positional(u"FILE"_s, Cli::tr("The case file."));
    options.flag(u"rebuild-search"_s, Cli::tr("Builds the search index anew."));
    options.flag(u"repair-counters"_s, Cli::tr("Sets kept counters to what a recount gives."));
    options.value(u"format"_s, Cli::tr("text or json."), u"FORMAT"_s);
    options.value(u"user"_s, Cli::tr("The auditor whose seals are tried; the password is read from standard input."),
                  u"NAME"_s);
    if (!options.parse(arguments))
        return Done;
    const QString format = options.choice(u"format"_s, {u"text"_s, u"json"_s});

    const QString path = options.argument(0);
    if (options.isSet(u"repair-counters"_s)) {
        CaseFile file(path, CaseFile::Mode::Write);
        attestCopyOf(file);
        TerminalProgress progress;
        const int repaired = repairCounters(file, progress);
        message(Cli::tr("%n kept value(s) repaired.", nullptr, repaired));
    }
    if (options.isSet(u"rebuild-search"_s)) {
        CaseFile file(path, CaseFile::Mode::Write);
        attestCopyOf(file);
        TerminalProgress progress;
        SearchIndex(file.database()).rebuild(progress);
        message(Cli::tr("The search index was built anew."));
    }

    std::optional<SealAuditor> auditor;
    if (options.isSet(u"user"_s))
        auditor = auditorOf(path, options.value(u"user"_s)); // before the long work
    QList<CheckFinding> findings;
    try {
        CaseFile file(path, CaseFile::Mode::Read);
        TerminalProgress progress;
        findings = checkFile(file, progress);
        findings += clockFindings(file);
        if (auditor)
            findings += sealFindings(file, *auditor);
        // No fault of the file: the office may need time for it.
        QStringList names;
        const QList<User> users = toBeParted(UserRepository(file.database()).all());
        for (const User &user : users)
            names.append(user.name);
        if (!names.isEmpty())
            message(Cli::tr("Three or more work in this office: supervisor, administrator and auditor should be three "
                            "persons. Still to be parted: %1.")
                        .arg(names.join(u", "_s)));
    } catch (const StorageError &error) {
        if (error.kind() == StorageError::Kind::Damaged) {
            findings.append({.kind = u"integrity"_s, .object = u"file"_s, .message = error.message()});
        } else {
            message(u"huiyin-cli: "_s + error.message());
            return Unreadable;
        }
    }
    const bool isWell = !hasFaults(findings);
    if (format == u"json") {
        QJsonArray rows;
        QJsonArray settled;
        for (const CheckFinding &finding : std::as_const(findings)) {
            (finding.acknowledged ? settled : rows)
                .append(QJsonObject{
                    {u"kind"_s, finding.kind}, {u"object"_s, finding.object}, {u"message"_s, finding.message}});
        }
        print(QString::fromUtf8(
            QJsonDocument(QJsonObject{{u"ok"_s, isWell}, {u"findings"_s, rows}, {u"acknowledged"_s, settled}})
                .toJson()));
    } else {
        for (const CheckFinding &finding : std::as_const(findings)) {
            print(u"%1: %2: %3\n"_s.arg(finding.acknowledged ? u"acknowledged"_s : finding.kind, finding.object,
                                        finding.message));
        }
        if (isWell)
            print(Cli::tr("All is well.") + u'\n');
    }
    return isWell ? Done : Failed;
}

int runBackup(const QStringList &arguments)
{
    Arguments options(u"backup"_s,
                      Cli::tr("Makes a consistent, verified copy of a case file while others work with it."));
    options.positional(u"FILE"_s, Cli::tr("The case file."));
    options.positional(u"OUT"_s, Cli::tr("The copy."));
    options.flag(u"force"_s, Cli::tr("Overwrites a file that exists."));
    options.flag(u"encrypt"_s, Cli::tr("Encrypts the copy for the passphrase that was set in the window."));
    if (!options.parse(arguments))
        return Done;
    TerminalProgress progress;
    if (options.isSet(u"encrypt"_s)) {
        encryptedBackup(options.argument(0), options.argument(1), options.isSet(u"force"_s), progress);
        return Done;
    }
    if (!backUp(options.argument(0), options.argument(1), options.isSet(u"force"_s), progress))
        message(Cli::tr("The copy is faithful, but the case file has faults: run “check” on it."));
    return Done;
}

int runGenerate(const QStringList &arguments)
{
    Arguments options(u"generate"_s,
                      Cli::tr("Makes a large, realistic case file for trials, the same one for the same options."));
    options.positional(u"FILE"_s, Cli::tr("The case file to make; nothing may stand there."));
    options.value(u"tickets"_s, Cli::tr("How many tickets."), u"N"_s);
    options.value(u"years"_s, Cli::tr("Over how many years (5)."), u"Y"_s);
    options.value(u"seed"_s, Cli::tr("Another number gives another file (1)."), u"S"_s);
    if (!options.parse(arguments))
        return Done;
    const auto tickets = options.number(u"tickets"_s, 1, 100'000'000);
    if (!tickets)
        throw UsageError{Cli::tr("Give --tickets.")};
    TerminalProgress progress;
    generateCaseFile(
        options.argument(0),
        {.tickets = *tickets,
         .years = static_cast<int>(options.number(u"years"_s, 1, 50).value_or(5)),
         .seed = static_cast<quint64>(options.number(u"seed"_s, 0, std::numeric_limits<qint64>::max()).value_or(1))},
        SystemClock(), progress);
    return Done;
}

} // namespace huiyin::cli
