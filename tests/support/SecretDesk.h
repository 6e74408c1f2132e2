// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/LoginPage.h"
#include "shell/MainWindow.h"
#include "support/QuietMessages.h"
#include "support/SecretOffice.h"
#include "tickets/TicketDetail.h"

#include <catch2/catch.hpp>

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>

namespace huiyin::test {

// The window on an office full of secrets, as somebody logs in at it.
struct SecretDesk
{
    static constexpr int patience = 20'000; // ms

    SecretDesk()
    {
        auto quiet = std::make_unique<QuietMessages>();
        messages = quiet.get();
        window = std::make_unique<MainWindow>(office.clock, std::move(quiet));
        window->setWindowState(Qt::WindowNoState);
        window->resize(1366, 768);
        window->show();
        window->activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(window.get()));
        window->openFile(office.path());
        REQUIRE(QTest::qWaitFor([this] { return child<LoginPage>("login")->isVisible(); }, patience));
        REQUIRE(QTest::qWaitFor([this] { return child<QComboBox>("login.user")->count() == 2; }, patience));
    }

    template <class T>
    T *child(const QString &name)
    {
        T *found = window->findChild<T *>(name);
        INFO(name.toStdString());
        REQUIRE(found);
        return found;
    }
    template <class T>
    T *child(const char *name)
    {
        return child<T>(QString::fromLatin1(name));
    }

    void logIn(const QString &name, const QString &password)
    {
        child<QComboBox>("login.user")->setCurrentText(name);
        auto *field = child<QLineEdit>("login.password");
        field->setText(password);
        QTest::keyClick(field, Qt::Key_Return);
        REQUIRE(QTest::qWaitFor([this] { return !window->currentPage().isEmpty(); }, patience));
    }
    void logInAsChief() { logIn(office.chief, office.chiefs); }
    void logInAsEditor() { logIn(office.editor, office.editors); }

    // Until what was asked for has come.
    void settle(int least = 60) const
    {
        QTest::qWait(least);
        (void)QTest::qWaitFor([this] { return !window->session() || !window->session()->isWriting(); }, patience);
    }
    void show(const QString &page)
    {
        REQUIRE(window->showPage(page));
        settle(150);
    }
    // The tickets in a list of a page.
    QTableView *table(const QString &page, int rows)
    {
        auto *table = child<QTableView>(page + QStringLiteral(".table"));
        REQUIRE(QTest::qWaitFor([&] { return table->model()->rowCount() >= rows; }, patience));
        REQUIRE(QTest::qWaitFor([&] { return !table->model()->index(0, 0).data().toString().isEmpty(); }, patience));
        return table;
    }
    void choose(const QString &page, QTableView *table, int row)
    {
        table->setCurrentIndex(table->model()->index(row, 0));
        const auto *number = child<QLabel>(page + QStringLiteral(".detail.number"));
        const auto wanted = [&] { return table->model()->index(row, 0).data().toString(); };
        REQUIRE(QTest::qWaitFor([&] { return !wanted().isEmpty() && number->text() == wanted(); }, patience));
    }
    TicketDetail *reveal(const QString &page)
    {
        auto *detail = child<TicketDetail>(page + QStringLiteral(".detail"));
        detail->revealAction()->trigger();
        REQUIRE(QTest::qWaitFor([&] { return detail->isRevealed(); }, patience));
        return detail;
    }

    SecretOffice office;
    QuietMessages *messages = nullptr;
    std::unique_ptr<MainWindow> window;
};

} // namespace huiyin::test
