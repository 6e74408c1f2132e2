// SPDX-License-Identifier: GPL-3.0-or-later
#include "Command.h"

#include "domain/Code.h"
#include "review/PublicationMask.h"
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

// Counted in Unicode code points, as other programs count.
QJsonArray toJson(const QString &text, const QList<PersonalPlace> &places)
{
    const auto points = [&text](qsizetype from, qsizetype count) {
        return QStringView(text).mid(from, count).toUcs4().size();
    };
    QJsonArray array;
    qsizetype at = 0;
    qsizetype pointsBefore = 0;
    for (const PersonalPlace &place : places) {
        pointsBefore += points(at, place.start - at);
        at = place.start;
        array.append(QJsonObject{{u"start"_s, pointsBefore},
                                 {u"length"_s, points(place.start, place.length)},
                                 {u"kind"_s, QString(code(place.kind))},
                                 {u"certain"_s, place.certain},
                                 {u"text"_s, place.text},
                                 {u"replacement"_s, place.replacement}});
    }
    return array;
}

} // namespace

int runMask(const QStringList &arguments)
{
    Arguments options(u"mask"_s, Cli::tr("Masks names, numbers and doors in a text for publication. With --format "
                                         "json it tells every place instead; those that are not certain "
                                         "are masked too, and want a look."));
    options.positional(u"PATH"_s, Cli::tr("The text: .txt, .html or .docx, ours or not."));
    options.value(u"o"_s, Cli::tr("Where the text goes; without it, to standard output."), u"OUT"_s);
    options.flag(u"force"_s, Cli::tr("Overwrites a file that exists."));
    options.value(u"format"_s, Cli::tr("text or json."), u"FORMAT"_s);
    if (!options.parse(arguments))
        return Done;
    const QString format = options.choice(u"format"_s, {u"text"_s, u"json"_s});
    QString text;
    try {
        text = readPlainText(options.argument(0));
    } catch (const FileError &error) {
        message(u"huiyin-cli: "_s + error.message());
        return Unreadable;
    }
    const QList<PersonalPlace> places = personalPlaces(text);
    const QString result = format == u"json" ? QString::fromUtf8(QJsonDocument(toJson(text, places)).toJson())
                                             : withReplaced(text, places);
    if (options.isSet(u"o"_s)) {
        SafeFile output(options.value(u"o"_s), options.isSet(u"force"_s));
        output.write(result.toUtf8());
        output.commit();
    } else {
        print(result);
    }
    const auto doubtful = std::ranges::count_if(places, [](const PersonalPlace &place) { return !place.certain; });
    if (doubtful > 0 && format == u"text")
        message(Cli::tr("%n place(s) want a look: --format json tells which.", nullptr, static_cast<int>(doubtful)));
    return Done;
}

} // namespace huiyin::cli
