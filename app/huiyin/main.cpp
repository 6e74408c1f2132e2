// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/FileInstance.h"
#include "shell/Icon.h"
#include "shell/MainWindow.h"
#include "shell/Theme.h"
#include "storage/Discretion.h"
#include "tickets/AttachmentFiles.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <QThreadPool>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace huiyin;

namespace {

// The language is needed before the first text, so it is looked for before the command line is parsed.
QString askedLanguage(const QStringList &arguments)
{
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        if (arguments[i] == u"--language" && i + 1 < arguments.size())
            return arguments[i + 1];
        if (arguments[i].startsWith(u"--language="))
            return arguments[i].section(u'=', 1);
    }
    return {};
}

// Chinese unless the system speaks another language: most offices never set one.
bool wantsChinese(const QString &asked)
{
    if (!asked.isEmpty())
        return asked.startsWith(u"zh", Qt::CaseInsensitive);
    const QLocale::Language language = QLocale::system().language();
    return language == QLocale::Chinese || language == QLocale::C || language == QLocale::AnyLanguage;
}

void installTranslators(QApplication &application, bool chinese)
{
    if (!chinese) {
        QLocale::setDefault(QLocale(QLocale::English));
        auto *own = new QTranslator(&application);
        if (own->load(u":/i18n/huiyin_en.qm"_s)) // plural forms
            QCoreApplication::installTranslator(own);
        return;
    }
    QLocale::setDefault(QLocale(QLocale::Chinese, QLocale::China));
    const QStringList places{QLibraryInfo::path(QLibraryInfo::TranslationsPath),
                             QCoreApplication::applicationDirPath() + u"/translations"_s,
                             QCoreApplication::applicationDirPath(),
                             QCoreApplication::applicationDirPath() + u"/../share/huiyin/translations"_s};
    const QStringList names{u"qtbase_zh_CN"_s, u"qt_zh_CN"_s}; // windeployqt merges all catalogues into the second
    bool found = false;
    for (const QString &name : names) {
        for (const QString &place : places) {
            auto *toolkit = new QTranslator(&application);
            if (!found && toolkit->load(name, place)) {
                QCoreApplication::installTranslator(toolkit);
                found = true;
            }
        }
    }
    auto *own = new QTranslator(&application);
    if (own->load(u":/i18n/huiyin_zh_CN.qm"_s))
        QCoreApplication::installTranslator(own);
}

QString text(const char *source)
{
    return QCoreApplication::translate("main", source);
}

} // namespace

int main(int argc, char *argv[])
{
    beDiscreet();
    QCoreApplication::setApplicationName(u"huiyin"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(HUIYIN_VERSION));
    QGuiApplication::setDesktopFileName(u"org.huiyin.Huiyin"_s);
    QApplication application(argc, argv);
    installTranslators(application, wantsChinese(askedLanguage(QCoreApplication::arguments())));
    QGuiApplication::setApplicationDisplayName(QCoreApplication::translate("main", "Huiyin", "name of the program"));
    QGuiApplication::setWindowIcon(applicationIcon());

    QCommandLineParser parser;
    parser.setApplicationDescription(text(QT_TRANSLATE_NOOP("main", "The case book of a government hotline office.")));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption language(
        u"language"_s, text(QT_TRANSLATE_NOOP("main", "Language of the window: zh_CN or en.")), u"language"_s);
    const QCommandLineOption demo(
        u"demo"_s, text(QT_TRANSLATE_NOOP("main", "Open a fresh sample office, such as siping-2020-02.")), u"name"_s);
    parser.addOptions({language, demo});
    parser.addPositionalArgument(u"file"_s, text(QT_TRANSLATE_NOOP("main", "The case file to open.")), u"[FILE]"_s);
    parser.process(application);
    const QStringList files = parser.positionalArguments();

    if (!files.isEmpty() && FileInstance::activateOther(files.first()))
        return 0;

    Theme::instance().apply();
    // Copies for other programs that an interrupted run has left; how many nobody knows.
    QThreadPool::globalInstance()->start([] { AttachmentFiles::removeLeftFolders(QDir::tempPath()); });
    const SystemClock clock;
    MainWindow window(clock);
    window.show();
    if (parser.isSet(demo))
        window.openSample(parser.value(demo));
    else if (!files.isEmpty())
        window.openFile(files.first());
    return QApplication::exec();
}
