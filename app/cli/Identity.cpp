// SPDX-License-Identifier: GPL-3.0-or-later
#include "Identity.h"

#include "casework/CaseBook.h"
#include "casework/Login.h"
#include "domain/Clock.h"
#include "storage/AccessRepository.h"
#include "storage/Transaction.h"
#include "storage/UserRepository.h"

#include <QFile>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace huiyin::cli {

namespace {

struct Cli
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

} // namespace

QString passwordFromInput()
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly | QIODevice::Text))
        return {};
    QByteArray line = input.readLine(1024);
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    return QString::fromUtf8(line);
}

void addUserOption(Arguments &arguments)
{
    arguments.value(u"user"_s,
                    Cli::tr("Who asks, where accounts have passwords; the password is read from standard input."),
                    u"NAME"_s);
}

OpenedFile openFor(const Arguments &arguments, CaseFile::Mode mode, huiyin::Command command, const QString &action,
                   const QString &details)
{
    const QString path = arguments.argument(0);
    auto file = std::make_unique<CaseFile>(path, mode);
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
    Transaction transaction(file->database());
    AccessRepository(file->database())
        .append({.at = clock.now(), .user = user->name, .action = action, .details = details});
    transaction.commit();
    return {.file = std::move(file), .user = *user};
}

} // namespace huiyin::cli
