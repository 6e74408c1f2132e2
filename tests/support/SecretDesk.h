// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/SecretOffice.h"
#include "support/WindowDesk.h"
#include "tickets/TicketDetail.h"

#include <catch2/catch.hpp>

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QTest>

namespace huiyin::test {

// The window on an office full of secrets, as somebody logs in at it.
struct SecretDesk : WindowDesk<SecretOffice>
{
    SecretDesk() { openWindow(); }

    void logIn(const QString &name, const QString &password)
    {
        enter(name, password);
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
};

} // namespace huiyin::test
