// SPDX-License-Identifier: GPL-3.0-or-later
#include "Command.h"
#include "Drawing.h"

#include "storage/Discretion.h"
#include "storage/SafeFile.h"
#include "storage/StorageError.h"

#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace huiyin::cli {

namespace {

struct Cli
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

constexpr CommandEntry commands[] = {
    {"create", QT_TRANSLATE_NOOP("CommandLine", "makes a new case file, empty or with a sample office"), runCreate},
    {"import", QT_TRANSLATE_NOOP("CommandLine", "takes in tables, CSV or .xlsx, all or nothing"), runImport},
    {"profiles", QT_TRANSLATE_NOOP("CommandLine", "lists how sheets of other programs are read"), runProfiles},
    {"stats", QT_TRANSLATE_NOOP("CommandLine", "prints the figures of a period"), runStats},
    {"bulletin", QT_TRANSLATE_NOOP("CommandLine", "writes the bulletin of a period"), runBulletin},
    {"hotspots", QT_TRANSLATE_NOOP("CommandLine", "suggests what grew and where, for the bulletin"), runHotSpots},
    {"find", QT_TRANSLATE_NOOP("CommandLine", "finds tickets by words"), runFind},
    {"export", QT_TRANSLATE_NOOP("CommandLine", "writes all tables as CSV or .xlsx"), runExport},
    {"due", QT_TRANSLATE_NOOP("CommandLine", "tells a due time and the rule that gives it"), runDue},
    {"check", QT_TRANSLATE_NOOP("CommandLine", "goes through a case file and reports what is wrong"), runCheck},
    {"backup", QT_TRANSLATE_NOOP("CommandLine", "makes a verified copy while others work"), runBackup},
    {"review", QT_TRANSLATE_NOOP("CommandLine", "checks the figures of any bulletin's text"), runReview},
    {"mask", QT_TRANSLATE_NOOP("CommandLine", "masks citizens' data in any text"), runMask},
    {"rescue", QT_TRANSLATE_NOOP("CommandLine", "brings over what can be read of a damaged file"), runRescue},
    {"restore", QT_TRANSLATE_NOOP("CommandLine", "makes a case file from a backup"), runRestore},
    {"generate", QT_TRANSLATE_NOOP("CommandLine", "makes a large case file for trials"), runGenerate},
};

QString overview()
{
    QString text =
        Cli::tr("Usage: huiyin-cli COMMAND [arguments]\nThe case book of a hotline office, without a window.\n\n"
                "Commands:\n");
    for (const CommandEntry &command : commands)
        text += u"  %1 %2\n"_s.arg(QLatin1StringView(command.name), -10).arg(Cli::tr(command.summary));
    text += Cli::tr("\n“huiyin-cli COMMAND --help” tells a command's options. A period is one of --month 2020-02,\n"
                    "--quarter 2016Q3, --year 2021, or --from 2020-02-09 --to 2020-02-29.\n");
    return text;
}

int run(const QStringList &arguments)
{
    const QString name = arguments.value(1);
    if (name == u"--help" || name == u"-h" || name == u"help") {
        print(overview());
        return Done;
    }
    if (name == u"--version" || name == u"-v") {
        print(u"huiyin-cli " HUIYIN_VERSION "\n"_s);
        return Done;
    }
    for (const CommandEntry &command : commands) {
        if (name == QLatin1StringView(command.name))
            return command.run(arguments.sliced(2));
    }
    if (name.isEmpty())
        throw UsageError{Cli::tr("Which command? See huiyin-cli --help.")};
    throw UsageError{Cli::tr("There is no command “%1”. See huiyin-cli --help.").arg(name)};
}

} // namespace

} // namespace huiyin::cli

int main(int argc, char **argv)
{
    using namespace huiyin;
    using namespace huiyin::cli;
    beDiscreet();
    const auto application = makeApplication(argc, argv);
    QCoreApplication::setApplicationName(u"huiyin-cli"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(HUIYIN_VERSION));
    QTranslator translator;
    if (translator.load(QLocale(), u"huiyin"_s, u"_"_s, u":/i18n"_s))
        QCoreApplication::installTranslator(&translator);

    try {
        const int code = run(QCoreApplication::arguments());
        finishPrinting();
        return code;
    } catch (const UsageError &error) {
        message(u"huiyin-cli: "_s + error.message);
        return WrongUsage;
    } catch (const CommandError &error) {
        message(u"huiyin-cli: "_s + error.message);
    } catch (const StorageError &error) {
        message(u"huiyin-cli: "_s + error.message());
    } catch (const FileError &error) {
        message(u"huiyin-cli: "_s + error.message());
    } catch (const std::exception &error) {
        message(u"huiyin-cli: "_s + QString::fromUtf8(error.what()));
    }
    return Failed;
}
