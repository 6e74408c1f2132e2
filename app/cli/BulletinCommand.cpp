// SPDX-License-Identifier: GPL-3.0-or-later
#include "Command.h"
#include "Drawing.h"
#include "Identity.h"

#include "bulletin/BulletinText.h"
#include "bulletin/Composer.h"
#include "bulletin/DocumentMask.h"
#include "domain/Clock.h"
#include "exchange/BulletinBook.h"
#include "storage/SafeFile.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace huiyin::cli {

namespace {

struct Cli
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

} // namespace

int runBulletin(const QStringList &arguments)
{
    Arguments options(u"bulletin"_s, Cli::tr("Writes the bulletin of a period."));
    options.positional(u"FILE"_s, Cli::tr("The case file."));
    addQuestionOptions(options);
    QStringList names;
    const auto all = layouts();
    for (const LayoutInfo &layout : all)
        names.append(layout.name);
    options.value(u"layout"_s, Cli::tr("One of: %1.").arg(names.join(u", "_s)), u"NAME"_s);
    options.value(u"issue"_s, Cli::tr("The issue's number in its year: 第N期."), u"N"_s);
    options.value(u"running"_s, Cli::tr("The issue's running number: 总第M期."), u"M"_s);
    options.value(u"o"_s,
                  Cli::tr("The file to write; its suffix tells the form: .txt .html .pdf .docx, or .xlsx for "
                          "its tables."),
                  u"OUT"_s);
    options.flag(u"force"_s, Cli::tr("Overwrites a file that exists."));
    addUserOption(options);
    if (!options.parse(arguments))
        return Done;
    if (!options.isSet(u"layout"_s))
        throw UsageError{Cli::tr("Give --layout.")};
    if (!names.contains(options.value(u"layout"_s)))
        throw UsageError{
            Cli::tr("There is no layout “%1”; there are: %2.").arg(options.value(u"layout"_s), names.join(u", "_s))};
    const QString out = options.value(u"o"_s);
    const QString suffix = QFileInfo(out).suffix().toLower();
    if (out.isEmpty())
        throw UsageError{Cli::tr("Give -o OUT.")};
    if (!QStringList{u"txt"_s, u"html"_s, u"pdf"_s, u"docx"_s, u"xlsx"_s}.contains(suffix))
        throw UsageError{Cli::tr("-o takes a file that ends in .txt, .html, .pdf, .docx or .xlsx.")};
    BulletinRequest request{.layout = options.value(u"layout"_s), .period = options.requiredPeriod()};
    if (const auto issue = options.number(u"issue"_s, 1, 99'999))
        request.issue = static_cast<int>(*issue);
    if (const auto running = options.number(u"running"_s, 1, 999'999))
        request.runningIssue = static_cast<int>(*running);
    if (request.runningIssue && !request.issue)
        throw UsageError{Cli::tr("--running goes with --issue.")};
    (void)options.cutOff();

    const bool overwrite = options.isSet(u"force"_s);
    const OpenedFile opened =
        openFor(options, CaseFile::Mode::Read, huiyin::Command::ComposeBulletin, u"export"_s, u"bulletin"_s);
    CaseFile &file = *opened.file;
    leaveWith(opened, u"bulletin"_s, [&] {
        const Question question = questionOf(options, file);
        request.cutOff = question.cutOff;
        if (options.isSet(u"exclude-topic"_s))
            request.excludedTopics = question.excludedTopics;
        request.date = file.zone().day(SystemClock().now());
        const BulletinDocument composed = composeBulletin(file, request);
        // What leaves the house names nobody.
        const BulletinDocument document = published(composed, citizensOfCases(file, casesIn(composed)));
        if (suffix == u"pdf") {
            writeBulletinPdf(document, out, overwrite);
            return;
        }
        if (suffix == u"xlsx") {
            writeBulletinBook(out, overwrite, document);
            return;
        }
        if (suffix == u"docx") {
            writeBulletinDocx(document, out, overwrite);
            return;
        }
        SafeFile output(out, overwrite);
        output.write((suffix == u"txt" ? toText(document) : bulletinHtml(document)).toUtf8());
        output.commit();
    });
    return Done;
}

} // namespace huiyin::cli
