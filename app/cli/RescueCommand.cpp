// SPDX-License-Identifier: GPL-3.0-or-later
#include "Command.h"

#include "casework/CaseBook.h"
#include "domain/Clock.h"
#include "storage/Rescue.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace huiyin::cli {

namespace {

struct Cli
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

// Nobody can log in to a file that can't be opened: the history names the computer's account.
QString accountName()
{
    for (const char *name : {"USER", "USERNAME"}) {
        if (const QString account = qEnvironmentVariable(name); !account.isEmpty())
            return account;
    }
    return builtInUser();
}

} // namespace

int runRescue(const QStringList &arguments)
{
    Arguments options(
        u"rescue"_s,
        Cli::tr(
            "Reads what can still be read of a damaged case file into a new one, and writes a list of "
            "what is missing beside it. The damaged file is left as it is, and has to be closed. Try "
            "the newest backup first. Exit 0: all was brought over; 1: something is missing or to be looked into."));
    options.positional(u"FILE"_s, Cli::tr("The damaged case file."));
    options.positional(u"OUT"_s, Cli::tr("The case file to make; nothing may stand there. The list is OUT.txt."));
    if (!options.parse(arguments))
        return Done;
    const QString target = options.argument(1);
    const TerminalProgress progress;
    const RescueReport report =
        rescue(options.argument(0), target, {.user = accountName(), .at = SystemClock().now()}, progress);
    message(Cli::tr("Tickets brought over whole: %1. Missing: %2. To be looked into: %3. The list is “%4”.")
                .arg(report.tickets)
                .arg(report.missing.size())
                .arg(report.doubts.size())
                .arg(QDir::toNativeSeparators(rescueListOf(target))));
    return report.missing.isEmpty() && report.doubts.isEmpty() ? Done : Failed;
}

} // namespace huiyin::cli
