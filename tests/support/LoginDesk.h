// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/LoginPage.h"
#include "shell/MainWindow.h"
#include "storage/UserRepository.h"
#include "support/HandlingOffice.h"
#include "support/Print.h"
#include "support/QuietMessages.h"

#include <catch2/catch.hpp>

#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

namespace huiyin::test {

// The window on an office of two, as somebody logs in at it: its chief, and 王芳, who has been given a password.
struct LoginDesk
{
    static constexpr int patience = 20'000; // ms
    const QString chiefs = QStringLiteral("zhu-ren-2020");
    const QString clerks = QStringLiteral("hua-wu-2020");

    explicit LoginDesk(bool quiet = true)
    {
        const UserRepository users(office.file->database());
        const User first = users.all().first();
        CaseBook book(*office.file, office.clock, first.name);
        HandlingOffice::must(book.setPassword(*first.id, chiefs));
        HandlingOffice::must(
            book.saveUser({.login = QStringLiteral("wang"), .name = QStringLiteral("王芳"), .roles = Role::Operator}));
        HandlingOffice::must(book.setPassword(*users.byName(QStringLiteral("王芳"))->id, clerks));
        chief = first.name;
        office.accepted();
        office.close();
        openWindow(quiet);
    }
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
    T *child(const char *name)
    {
        T *found = window->findChild<T *>(QLatin1StringView(name));
        REQUIRE(found);
        return found;
    }
    void waitForLogin()
    {
        REQUIRE(QTest::qWaitFor([this] { return child<LoginPage>("login")->isVisible(); }, patience));
    }
    void logIn(const QString &name, const QString &password)
    {
        child<QComboBox>("login.user")->setCurrentText(name);
        auto *field = child<QLineEdit>("login.password");
        field->setText(password);
        QTest::keyClick(field, Qt::Key_Return);
        REQUIRE(QTest::qWaitFor([this] { return child<QPushButton>("login.submit")->isEnabled(); }, patience));
    }
    void changePassword(const QString &password)
    {
        for (const char *name : {"login.new", "login.again"})
            child<QLineEdit>(name)->setText(password);
        QTest::keyClick(child<QLineEdit>("login.again"), Qt::Key_Return);
    }
    // 王芳 logs in with the password that she was given, and is to choose another one.
    void logInClerk()
    {
        logIn(QStringLiteral("wang"), clerks);
        REQUIRE(QTest::qWaitFor([this] { return child<QLineEdit>("login.new")->isVisible(); }, patience));
    }
    bool waitForPages()
    {
        return QTest::qWaitFor(
            [this] { return !child<LoginPage>("login")->isVisible() && window->currentPage() == u"today"; }, patience);
    }
    QAction *action(const char *name) { return child<QAction>(name); }

    HandlingOffice office;
    QString chief;
    QuietMessages *messages = nullptr;
    std::unique_ptr<MainWindow> window;
};

} // namespace huiyin::test
