// SPDX-License-Identifier: GPL-3.0-or-later
#include "Identity.h"

#include "backup/BackupFolder.h"
#include "casework/CaseBook.h"
#include "casework/Login.h"
#include "domain/Clock.h"
#include "storage/AccessRepository.h"
#include "storage/Transaction.h"
#include "storage/UserRepository.h"

#include <QDir>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace huiyin::cli {

namespace {

struct Cli
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

} // namespace

// Sign by sign, as a buffer would keep it.
Password passwordFromInput()
{
    constexpr int longest = 1024;
    std::setvbuf(stdin, nullptr, _IONBF, 0);
    QByteArray line;
    line.reserve(longest);
    for (int sign = std::fgetc(stdin); sign != EOF && sign != '\n' && line.size() < longest; sign = std::fgetc(stdin)) {
        if (sign != '\r')
            line.append(static_cast<char>(sign));
    }
    QString text = QString::fromUtf8(line);
    const Password password(text);
    wipe(text);
    wipe(line);
    return password;
}

void attestCopyOf(CaseFile &file)
{
    const QString copy = file.keptCopy();
    if (copy.isEmpty())
        return;
    message(Cli::tr("The file was brought up to date. A copy of it as it was lies in “%1”.")
                .arg(QDir::toNativeSeparators(copy)));
    try {
        attestKeptCopy(copy, file, SystemClock());
    } catch (const std::exception &error) {
        qWarning("kept copy: %s", error.what()); // it can be restored all the same
    }
}

// Which option answers a refusal.
QString withOption(const Refusal &refusal)
{
    if (refusal.field == u"reason")
        return refusal.reason + u' ' + Cli::tr("Give --reason TEXT.");
    if (refusal.field == u"second")
        return refusal.reason + u' ' + Cli::tr("Give --second NAME, and that password on the second line.");
    return refusal.reason;
}

void addUserOption(Arguments &arguments)
{
    arguments.value(u"user"_s,
                    Cli::tr("Who asks, where accounts have passwords; the password is read from standard input."),
                    u"NAME"_s);
}

void addConsentOptions(Arguments &arguments)
{
    arguments.value(u"reason"_s, Cli::tr("What citizens' data are needed for, where accounts have passwords."),
                    u"TEXT"_s);
    arguments.value(u"second"_s,
                    Cli::tr("Who else agrees, where several have passwords; that password is the second line of "
                            "standard input."),
                    u"NAME"_s);
}

OpenedFile openFor(const Arguments &arguments, CaseFile::Mode mode, huiyin::Command command, const QString &action,
                   const QString &details, TakesConsent takesConsent)
{
    const QString path = arguments.argument(0);
    auto file = std::make_unique<CaseFile>(path, mode);
    attestCopyOf(*file);
    if (!UserRepository(file->database()).havePasswords()) {
        User anybody{.name = builtInUser(), .roles = allRoles()};
        if (const auto sole = soleUser(*file))
            anybody = *sole;
        return {.file = std::move(file), .user = anybody};
    }
    const QString name = arguments.value(u"user"_s);
    if (name.isEmpty())
        throw CommandError{
            Cli::tr("The accounts of this case file have passwords. Give --user NAME, and the password on "
                    "standard input.")};
    if (mode != CaseFile::Mode::Write) {
        file.reset();
        file = std::make_unique<CaseFile>(path, CaseFile::Mode::Write);
        attestCopyOf(*file);
    }
    const SystemClock clock;
    const Outcome<User> user = logIn(*file, clock, name, passwordFromInput());
    if (!user)
        throw CommandError{user.error().reason};
    if (user->mustChange)
        throw CommandError{
            Cli::tr("This password was given by somebody else: log in once in the window and choose your "
                    "own.")};
    CaseBook book(*file, clock, user->name, user->roles);
    if (const auto refusal = book.checkRight(command))
        throw CommandError{refusal->reason};
    if (command == huiyin::Command::ExportTables && takesConsent == TakesConsent::Yes) {
        Consent consent{.reason = arguments.value(u"reason"_s), .second = arguments.value(u"second"_s)};
        if (!consent.second.isEmpty())
            consent.password = passwordFromInput();
        if (const auto outcome = book.recordExport(command, details, consent); !outcome)
            throw CommandError{withOption(outcome.error())};
        return {.file = std::move(file), .user = *user, .isRecorded = true};
    }
    Transaction transaction(file->database());
    AccessRepository(file->database())
        .append({.at = clock.now(), .user = user->name, .action = action, .details = details});
    transaction.commit();
    return {.file = std::move(file), .user = *user, .isRecorded = true};
}

void noteNothingLeft(const OpenedFile &opened, const QString &details, const QString &why)
{
    if (!opened.isRecorded)
        return;
    try {
        const SystemClock clock;
        CaseBook(*opened.file, clock, opened.user.name, opened.user.roles)
            .noteNothingLeft(opened.user.name, details, why);
    } catch (const std::exception &error) {
        qWarning("access record: %s", error.what()); // what failed first is told
    }
}

} // namespace huiyin::cli
