// SPDX-License-Identifier: GPL-3.0-or-later
#include "Command.h"

#include "bulletin/HotSpotWording.h"
#include "statistics/HotSpots.h"
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

QJsonArray numbersOf(const TicketRepository &tickets, const QList<TicketId> &ids)
{
    QJsonArray numbers;
    const QList<TicketRow> rows = tickets.rows(ids);
    for (const TicketRow &row : rows)
        numbers.append(row.number);
    return numbers;
}

QJsonValue toJson(const std::optional<GrowingSubject::Reference> &reference)
{
    if (!reference)
        return {};
    return QJsonObject{{u"count"_s, reference->tickets},
                       {u"expected"_s, reference->expected},
                       {u"probability"_s, reference->probability}};
}

QJsonObject toJson(const HotSpots &found, const CodeTables &tables, const TicketRepository &tickets)
{
    QJsonArray subjects;
    for (const GrowingSubject &subject : found.subjects) {
        subjects.append(QJsonObject{{u"category"_s, pathOf(tables.categories, std::optional(subject.category))},
                                    {u"area"_s, pathOf(tables.areas, subject.area)},
                                    {u"count"_s, subject.tickets},
                                    {u"previous_period"_s, toJson(subject.previous)},
                                    {u"same_period_last_year"_s, toJson(subject.lastYear)},
                                    {u"probability"_s, subject.probability},
                                    {u"tickets"_s, numbersOf(tickets, subject.behind)}});
    }
    QJsonArray places;
    for (const MatterCluster &cluster : found.clusters) {
        places.append(
            QJsonObject{{u"place"_s, cluster.place},
                        {u"area"_s, pathOf(tables.areas, cluster.area)},
                        {u"category"_s, pathOf(tables.categories, cluster.category)},
                        {u"title"_s, cluster.title},
                        {u"count"_s, cluster.tickets},
                        {u"numbers"_s, cluster.numbers},
                        {u"year_before"_s, cluster.isCompared ? QJsonValue(cluster.yearBefore) : QJsonValue()},
                        {u"probability"_s, cluster.isCompared ? QJsonValue(cluster.probability) : QJsonValue()},
                        {u"tickets"_s, numbersOf(tickets, cluster.behind)}});
    }
    return {{u"label"_s, found.question.period.label()},
            {u"method"_s, methodOf(found)},
            {u"subjects_tested"_s, found.subjectsTested},
            {u"places_tested"_s, found.placesTested},
            {u"subjects"_s, subjects},
            {u"places"_s, places}};
}

QString toText(const HotSpots &found, const CodeTables &tables)
{
    QString text = found.question.period.label() + u'\n';
    const auto append = [&text](const HotSpotLine &line) { text += line.title + u"  " + line.remark + u'\n'; };
    for (const GrowingSubject &subject : found.subjects)
        append(lineOf(subject, tables));
    for (const MatterCluster &cluster : found.clusters)
        append(lineOf(cluster, tables));
    if (found.subjects.isEmpty() && found.clusters.isEmpty())
        text += Cli::tr("No hot spots.") + u'\n';
    return text + methodOf(found) + u'\n';
}

} // namespace

int runHotSpots(const QStringList &arguments)
{
    Arguments options(u"hotspots"_s,
                      Cli::tr("Suggests what a bulletin may write about: subjects that grew in an area, and places "
                              "where several tell of one matter."));
    options.positional(u"FILE"_s, Cli::tr("The case file."));
    addQuestionOptions(options);
    options.value(u"format"_s, Cli::tr("text or json."), u"FORMAT"_s);
    if (!options.parse(arguments))
        return Done;
    const QString format = options.choice(u"format"_s, {u"text"_s, u"json"_s});
    (void)options.requiredPeriod(); // wrong usage is told before the file is touched
    (void)options.cutOff();

    CaseFile file(options.argument(0), CaseFile::Mode::Read);
    const CodeTables tables = CodeTableRepository(file.database()).load();
    const HotSpots found = findHotSpots(file, questionOf(options, file), tables);
    if (format == u"json")
        print(QString::fromUtf8(QJsonDocument(toJson(found, tables, TicketRepository(file.database()))).toJson()));
    else
        print(toText(found, tables));
    return Done;
}

} // namespace huiyin::cli
