// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/UserRepository.h"
#include "support/HandlingOffice.h"
#include "support/Print.h"
#include "support/WindowDesk.h"

#include <catch2/catch.hpp>

#include <QAction>
#include <QPushButton>
#include <QTest>

namespace huiyin::test {

// The window on an office of two, as somebody logs in at it: its chief, and 王芳, who has been given a password.
struct LoginDesk : WindowDesk<HandlingOffice>
{
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
    void logIn(const QString &name, const QString &password)
    {
        enter(name, password);
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

    QString chief;
};

} // namespace huiyin::test
