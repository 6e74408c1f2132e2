// SPDX-License-Identifier: GPL-3.0-or-later
#include "Command.h"

#include "domain/Code.h"
#include "review/Review.h"
#include "review/ReviewFile.h"
#include "storage/SafeFile.h"

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

QJsonArray toJson(const QList<Finding> &findings)
{
    QJsonArray array;
    for (const Finding &finding : findings) {
        array.append(QJsonObject{{u"line"_s, finding.line},
                                 {u"column"_s, finding.column},
                                 {u"kind"_s, QString(code(finding.kind))},
                                 {u"text"_s, finding.text},
                                 {u"expected"_s, finding.expected},
                                 {u"message"_s, finding.message},
                                 {u"doubtful"_s, finding.doubtful}});
    }
    return array;
}

// 12:8: percentage: 15.9%: 708件 of 4460件 is 15.8%.
QString toText(const QList<Finding> &findings)
{
    QString text;
    for (const Finding &finding : findings) {
        text += u"%1:%2: %3: %4: %5"_s.arg(finding.line)
                    .arg(finding.column)
                    .arg(displayName(finding.kind), finding.text, finding.message);
        if (finding.doubtful)
            text += u' ' + Cli::tr("(doubtful)");
        text += u'\n';
    }
    const auto doubtful = std::ranges::count_if(findings, &Finding::doubtful);
    if (findings.isEmpty())
        return Cli::tr("Nothing contradicts itself, and no citizen's data were found.") + u'\n';
    return text + Cli::tr("%n finding(s)", nullptr, static_cast<int>(findings.size()))
           + (doubtful > 0 ? Cli::tr(", %n of them doubtful", nullptr, static_cast<int>(doubtful)) : QString()) + u'\n';
}

} // namespace

int runReview(const QStringList &arguments)
{
    Arguments options(u"review"_s, Cli::tr("Checks the figures of a bulletin's text against each other, and looks for "
                                           "citizens' data. Exit code 1: there are findings."));
    options.positional(u"PATH"_s, Cli::tr("The text: .txt, .html or .docx, ours or not."));
    options.value(u"format"_s, Cli::tr("text or json."), u"FORMAT"_s);
    if (!options.parse(arguments))
        return Done;
    const QString format = options.choice(u"format"_s, {u"text"_s, u"json"_s});
    QList<Finding> findings;
    try {
        findings = review(readReviewText(options.argument(0)));
    } catch (const FileError &error) {
        message(u"huiyin-cli: "_s + error.message());
        return Unreadable;
    }
    print(format == u"json" ? QString::fromUtf8(QJsonDocument(toJson(findings)).toJson()) : toText(findings));
    return findings.isEmpty() ? Done : Failed;
}

} // namespace huiyin::cli
