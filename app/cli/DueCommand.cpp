// SPDX-License-Identifier: GPL-3.0-or-later
#include "Command.h"

#include "casework/Deadlines.h"
#include "storage/CodeTableRepository.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace huiyin::cli {

namespace {

struct Cli
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

template <class T>
auto idByName(const QList<T> &list, const QString &name, const QString &what)
{
    for (const T &entry : list) {
        if (entry.name == name)
            return entry.id;
    }
    throw CommandError{Cli::tr("There is no %1 “%2” in this case file.").arg(what, name)};
}

} // namespace

int runDue(const QStringList &arguments)
{
    Arguments options(u"due"_s,
                      Cli::tr("Tells the due time under the file's calendar and rules, and the rule that gives it."));
    options.positional(u"FILE"_s, Cli::tr("The case file."));
    options.value(u"received"_s, Cli::tr("When the matter was received."), u"TIME"_s);
    options.value(u"limit"_s, Cli::tr("A limit of its own: 5wd working days, 24h hours, 7d calendar days."),
                  u"LIMIT"_s);
    options.value(u"type"_s, Cli::tr("The request type."), u"NAME"_s);
    options.value(u"urgency"_s, Cli::tr("normal, urgent or critical."), u"CODE"_s);
    options.value(u"channel"_s, Cli::tr("The channel."), u"NAME"_s);
    options.value(u"format"_s, Cli::tr("text or json."), u"FORMAT"_s);
    if (!options.parse(arguments))
        return Done;
    const QString format = options.choice(u"format"_s, {u"text"_s, u"json"_s});
    if (!options.isSet(u"received"_s))
        throw UsageError{Cli::tr("Give --received.")};
    if (!parseWallTime(options.value(u"received"_s)))
        throw UsageError{Cli::tr("--received: “%1” is not a time.").arg(options.value(u"received"_s))};
    std::optional<Limit> limit;
    if (options.isSet(u"limit"_s)) {
        limit = Limit::parse(options.value(u"limit"_s));
        if (!limit)
            throw UsageError{Cli::tr("--limit takes 5wd, 24h or 7d.")};
    }
    DeadlineCase deadlineCase;
    if (options.isSet(u"urgency"_s)) {
        const auto urgency = fromCodeOrName<Urgency>(options.value(u"urgency"_s));
        if (!urgency)
            throw UsageError{Cli::tr("--urgency takes normal, urgent or critical.")};
        deadlineCase.urgency = *urgency;
    }

    CaseFile file(options.argument(0), CaseFile::Mode::Read);
    const CodeTables tables = CodeTableRepository(file.database()).load();
    if (options.isSet(u"type"_s))
        deadlineCase.requestType = idByName(tables.requestTypes, options.value(u"type"_s), Cli::tr("request type"));
    if (options.isSet(u"channel"_s))
        deadlineCase.channel = idByName(tables.channels, options.value(u"channel"_s), Cli::tr("channel"));
    const QDateTime receivedAt = *file.zone().parse(options.value(u"received"_s));
    const Deadlines deadlines = Deadlines::of(file);
    const std::optional<DueTime> due =
        limit ? dueAt(*limit, LimitStart::NextDay, deadlines.calendar(), deadlines.zone(), receivedAt)
              : deadlines.due(deadlineCase, receivedAt);
    if (!due)
        throw CommandError{limit ? Cli::tr("The calendar has no working day that far ahead.")
                                 : Cli::tr("No deadline rule of this case file applies.")};

    if (format == u"json") {
        print(QString::fromUtf8(QJsonDocument(QJsonObject{{u"due_at"_s, file.zone().isoText(due->at)},
                                                          {u"rule"_s, due->rule},
                                                          {u"provisional"_s, due->provisional}})
                                    .toJson()));
    } else {
        print(u"%1  %2\n"_s.arg(file.zone().text(due->at), due->rule));
        if (due->provisional)
            message(Cli::tr("Provisional: the holidays of a year in between are not known."));
    }
    return Done;
}

} // namespace huiyin::cli
