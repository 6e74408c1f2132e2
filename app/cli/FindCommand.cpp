// SPDX-License-Identifier: GPL-3.0-or-later
#include "Command.h"
#include "Identity.h"

#include "domain/FormulaGuard.h"
#include "storage/CodeTableRepository.h"
#include "storage/TicketRepository.h"

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

QString csvLine(const QStringList &cells)
{
    QStringList quoted;
    for (const QString &cell : cells)
        quoted.append(csvCell(cell));
    return quoted.join(u',') + u"\r\n"_s;
}

} // namespace

int runFind(const QStringList &arguments)
{
    Arguments options(u"find"_s,
                      Cli::tr("Finds tickets whose texts hold all the words, newest first. “-word” leaves out, "
                              "\"a phrase\" stays together."));
    options.positional(u"FILE"_s, Cli::tr("The case file."));
    options.positional(u"TEXT"_s, Cli::tr("The words."));
    options.value(u"from"_s, Cli::tr("Received on or after this day."), u"YYYY-MM-DD"_s);
    options.value(u"to"_s, Cli::tr("Received on or before this day."), u"YYYY-MM-DD"_s);
    options.value(u"state"_s,
                  Cli::tr("One of: draft accepted in_progress to_review to_follow_up closed archived void."),
                  u"STATE"_s);
    options.value(u"department"_s, Cli::tr("Dispatched to this department."), u"NAME"_s);
    options.value(u"limit"_s, Cli::tr("At most so many (100)."), u"N"_s);
    options.value(u"format"_s, Cli::tr("text, json or csv."), u"FORMAT"_s);
    addUserOption(options);
    if (!options.parse(arguments))
        return Done;
    const QString format = options.choice(u"format"_s, {u"text"_s, u"json"_s, u"csv"_s});
    const qint64 limit = options.number(u"limit"_s, 1, 10'000'000).value_or(100);
    TicketFilter filter{.text = options.argument(1)};
    if (options.isSet(u"state"_s)) {
        filter.state = fromCodeOrName<TicketState>(options.value(u"state"_s));
        if (!filter.state)
            throw UsageError{Cli::tr("There is no state “%1”.").arg(options.value(u"state"_s))};
    }
    const auto from = options.date(u"from"_s);
    const auto to = options.date(u"to"_s);

    const OpenedFile opened = openFor(options, CaseFile::Mode::Read, huiyin::Command::ReadCases, u"view"_s, u"find"_s);
    CaseFile &file = *opened.file;
    if (from)
        filter.receivedFrom = file.zone().toUtcTime(*from);
    if (to)
        filter.receivedBefore = file.zone().toUtcTime(to->addDays(1));
    const CodeTables tables = CodeTableRepository(file.database()).load();
    if (options.isSet(u"department"_s)) {
        const QString name = options.value(u"department"_s);
        for (const Department &department : tables.departments) {
            if (department.name == name || department.shortName == name || department.aliases.contains(name))
                filter.department = department.id;
        }
        if (!filter.department)
            throw CommandError{Cli::tr("There is no department “%1” in this case file.").arg(name)};
    }
    const TicketRepository tickets(file.database());
    QList<TicketId> ids = tickets.matching(filter, {}, limit + 1);
    const bool more = ids.size() > limit;
    if (more)
        ids.removeLast();
    const QList<TicketRow> rows = tickets.rows(ids);

    QJsonArray json;
    QString text;
    if (format == u"csv")
        text = csvLine({u"number"_s, u"received_at"_s, u"title"_s, u"state"_s, u"department"_s});
    for (const TicketRow &row : rows) {
        const QString department = nameOf(tables.departments, row.lead);
        if (format == u"json") {
            json.append(QJsonObject{{u"number"_s, row.number},
                                    {u"received_at"_s, file.zone().isoText(row.receivedAt)},
                                    {u"title"_s, row.title},
                                    {u"state"_s, QString(code(row.state))},
                                    {u"department"_s, department}});
        } else if (format == u"csv") {
            text += csvLine(
                {row.number, file.zone().text(row.receivedAt), row.title, QString(code(row.state)), department});
        } else {
            text += u"%1  %2  %3  %4  %5\n"_s.arg(row.number, file.zone().text(row.receivedAt), chineseName(row.state),
                                                  row.title, department);
        }
    }
    if (format == u"json")
        text = QString::fromUtf8(
            QJsonDocument(QJsonObject{{u"count"_s, rows.size()}, {u"more"_s, more}, {u"rows"_s, json}}).toJson());
    print(text);
    if (more && format == u"text")
        message(Cli::tr("There are more; --limit shows them."));
    return Done;
}

} // namespace huiyin::cli
