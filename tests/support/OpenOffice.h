// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/CaseSession.h"
#include "shell/DutyWatch.h"
#include "shell/Page.h"
#include "support/HandlingOffice.h"
#include "support/Patience.h"
#include "support/QuietMessages.h"

#include <catch2/catch.hpp>

#include <QTableView>
#include <QTest>

#include <memory>

namespace huiyin::test {

// An office that a test has prepared, open in a session.
struct OpenOffice
{
    explicit OpenOffice(HandlingOffice &prepared)
        : office(prepared)
    {
        office.close();
        session = std::make_unique<CaseSession>(messages, office.clock);
        session->open(office.path(), CaseFile::Mode::Write);
        REQUIRE(QTest::qWaitFor([this] { return session->isOpen(); }, patience));
        duties = std::make_unique<DutyWatch>(*session);
    }
    [[nodiscard]] PageContext context() { return {.session = *session, .messages = messages, .duties = *duties}; }
    template <class P>
    std::unique_ptr<P> shown()
    {
        auto made = std::make_unique<P>(context());
        show(made.get());
        made->activated();
        return made;
    }
    static void show(QWidget *widget)
    {
        widget->resize(1218, 680);
        widget->show();
        widget->activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(widget));
    }
    // A command that somebody gives elsewhere in the window.
    template <class Fn>
    void give(Fn fn)
    {
        bool done = false;
        session->command(
            session.get(), fn, [&done](const auto &) { done = true; },
            [](const Refusal &refusal) { qFatal("%s", qUtf8Printable(refusal.reason)); });
        REQUIRE(QTest::qWaitFor([&done] { return done; }, patience));
    }
    // Ends the session: the file, for the test to look into.
    HandlingOffice &close()
    {
        duties.reset();
        session.reset();
        office.open();
        return office;
    }

    HandlingOffice &office;
    QuietMessages messages;
    std::unique_ptr<CaseSession> session;
    std::unique_ptr<DutyWatch> duties;
};

// A page of it, in front.
template <class P>
struct OpenWork : OpenOffice
{
    explicit OpenWork(HandlingOffice &prepared)
        : OpenOffice(prepared)
        , page(shown<P>())
    {
    }
    template <class T>
    T *child(const QString &name)
    {
        T *found = page->template findChild<T *>(name);
        INFO(name.toStdString());
        REQUIRE(found);
        return found;
    }
    bool waitForRows(const QString &table, int count)
    {
        return QTest::qWaitFor([&] { return child<QTableView>(table)->model()->rowCount() == count; }, patience);
    }
    HandlingOffice &close()
    {
        page.reset();
        return OpenOffice::close();
    }

    std::unique_ptr<P> page;
};

} // namespace huiyin::test
