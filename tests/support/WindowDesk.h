// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/LoginPage.h"
#include "shell/MainWindow.h"
#include "support/Patience.h"
#include "support/QuietMessages.h"

#include <catch2/catch.hpp>

#include <QComboBox>
#include <QLineEdit>
#include <QTest>

#include <memory>

namespace huiyin::test {

// The window on an office of two who have passwords, as somebody logs in at it.
template <class Office>
struct WindowDesk
{
    // `quiet`: what the user is told is kept in `messages`; else it is shown in dialogs.
    void openWindow(bool quiet = true)
    {
        auto kept = quiet ? std::make_unique<QuietMessages>() : nullptr;
        messages = kept.get();
        window = std::make_unique<MainWindow>(office.clock, std::move(kept));
        window->setWindowState(Qt::WindowNoState);
        window->resize(1366, 768);
        window->show();
        window->activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(window.get()));
        window->openFile(office.path());
        waitForLogin();
        // The names that may be chosen.
        REQUIRE(QTest::qWaitFor([this] { return child<QComboBox>("login.user")->count() == 2; }, patience));
    }
    template <class T>
    T *child(const QString &name)
    {
        T *found = window->template findChild<T *>(name);
        INFO(name.toStdString());
        REQUIRE(found);
        return found;
    }
    template <class T>
    T *child(const char *name)
    {
        return child<T>(QString::fromLatin1(name));
    }
    void waitForLogin()
    {
        REQUIRE(QTest::qWaitFor([this] { return child<LoginPage>("login")->isVisible(); }, patience));
    }
    // What comes of it is the test's to wait for.
    void enter(const QString &name, const QString &password)
    {
        child<QComboBox>("login.user")->setCurrentText(name);
        auto *field = child<QLineEdit>("login.password");
        field->setText(password);
        QTest::keyClick(field, Qt::Key_Return);
    }

    Office office;
    QuietMessages *messages = nullptr;
    std::unique_ptr<MainWindow> window;
};

} // namespace huiyin::test
