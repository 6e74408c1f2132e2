// SPDX-License-Identifier: GPL-3.0-or-later
#include "Command.h"

#include "statistics/StatisticsBuilder.h"
#include "statistics/StatisticsReport.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace huiyin::cli {

namespace {

struct Cli
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

} // namespace

int runStats(const QStringList &arguments)
{
    Arguments options(u"stats"_s, Cli::tr("Prints the figures of a period."));
    options.positional(u"FILE"_s, Cli::tr("The case file."));
    addQuestionOptions(options);
    options.value(u"decimals"_s, Cli::tr("Decimals of percentages, 0 to 2 (1)."), u"N"_s);
    options.flag(u"drop-zeros"_s, Cli::tr("Prints 6% for 6.0%."));
    options.value(u"format"_s, Cli::tr("text, json or csv."), u"FORMAT"_s);
    if (!options.parse(arguments))
        return Done;
    const QString format = options.choice(u"format"_s, {u"text"_s, u"json"_s, u"csv"_s});
    const PercentStyle style{.decimals = static_cast<int>(options.number(u"decimals"_s, 0, 2).value_or(1)),
                             .dropZeros = options.isSet(u"drop-zeros"_s)};
    (void)options.requiredPeriod(); // wrong usage is told before the file is touched
    (void)options.cutOff();

    CaseFile file(options.argument(0), CaseFile::Mode::Read);
    const Statistics figures = buildStatistics(file, questionOf(options, file));
    if (format == u"json")
        print(QString::fromUtf8(QJsonDocument(toJson(figures, file.zone(), style)).toJson()));
    else
        print(format == u"csv" ? toCsv(figures, file.zone(), style) : toText(figures, file.zone(), style));
    return Done;
}

} // namespace huiyin::cli
