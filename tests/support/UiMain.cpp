// SPDX-License-Identifier: GPL-3.0-or-later
#define CATCH_CONFIG_RUNNER
#include <catch2/catch.hpp>

#include "shell/Theme.h"

#include <QApplication>
#include <QFont>
#include <QLocale>
#include <QSettings>
#include <QTemporaryDir>

namespace {

QtMessageHandler usual = nullptr;

/** What the offscreen platform can't do it says thousands of times: a failed test's own words were lost in that. */
void withoutThePlatform(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    if (!text.startsWith(QLatin1String("This plugin does not support")))
        usual(type, context, text);
}

} // namespace

int main(int argc, char **argv)
{
    // `minimal` crashes with some widgets; a developer may set another platform to watch.
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    usual = qInstallMessageHandler(withoutThePlatform);
    qputenv("TZ", "Asia/Shanghai"); // the usual office's; a test of another zone sets its own
    QLocale::setDefault(QLocale(QLocale::Chinese, QLocale::China));
    const QTemporaryDir kept; // not the settings of whoever runs this
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, kept.path());
    const QApplication application(argc, argv);
    // The offscreen platform's own font has no Chinese.
    QFont font;
    font.setFamilies({QStringLiteral("Noto Sans CJK SC"), QStringLiteral("Microsoft YaHei")});
    font.setPixelSize(13);
    QApplication::setFont(font);
    huiyin::Theme::instance().apply();
    return Catch::Session().run(argc, argv);
}
