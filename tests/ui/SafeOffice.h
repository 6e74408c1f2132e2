// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/BackupKeeper.h"
#include "shell/MainWindow.h"
#include "shell/Settings.h"
#include "support/HandlingOffice.h"
#include "support/Patience.h"
#include "ui/FigurePages.h"

#include <catch2/catch.hpp>

#include <QSignalSpy>
#include <QTest>

namespace huiyin::test {

// An office whose backups go to a folder of its own, open in a window.
class SafeOffice
{
public:
    SafeOffice()
        : messages(new KeptMessages)
        , window(std::make_unique<MainWindow>(office.clock, std::unique_ptr<Messages>(messages)))
    {
        (void)office.dispatched();
        fileKey = fileKeyOf(*office.file);
        office.close();
        settings().setValue(QStringLiteral("backups/") + fileKey + u"/folder", backups);
        window->resize(1200, 700);
        window->show();
        REQUIRE(QTest::qWaitForWindowExposed(window.get()));
    }
    void open()
    {
        QSignalSpy opened(window.get(), &MainWindow::fileOpened);
        window->openFile(office.path());
        REQUIRE((!opened.isEmpty() || opened.wait(patience)));
        REQUIRE(QTest::qWaitFor([this] { return keeper() && keeper()->stand().isOn; }, patience));
    }
    [[nodiscard]] BackupKeeper *keeper() const
    {
        return window->session() ? BackupKeeper::of(*window->session()) : nullptr;
    }
    [[nodiscard]] QList<KeptBackup> kept() const { return backupsIn(backups, fileKey); }
    void waitForBackups(qsizetype count) const
    {
        REQUIRE(QTest::qWaitFor([&] { return kept().size() == count && (!keeper() || !keeper()->stand().isRunning); },
                                patience));
    }
    // A clerk writes something.
    void work()
    {
        QSignalSpy saved(window->session(), &CaseSession::saved);
        window->session()->command(
            window.get(),
            [phone = phone](CaseBook &book) {
                return book.accept(
                    {.channel = phone, .title = QStringLiteral("停水"), .content = QStringLiteral("停水")});
            },
            [this](const SavedTicket &ticket) { number = ticket.number; }, [](const Refusal &) {});
        REQUIRE((!saved.isEmpty() || saved.wait(patience)));
    }
    template <class T>
    T *child(const QString &name) const
    {
        T *found = window->findChild<T *>(name);
        INFO(name.toStdString());
        REQUIRE(found);
        return found;
    }

    HandlingOffice office{"2020-02-10 09:00"};
    ChannelId phone = office.phone();
    QString backups = office.folder.filePath(QStringLiteral("备份"));
    QString fileKey;
    QString number; // of the ticket that was accepted last
    KeptMessages *messages;
    std::unique_ptr<MainWindow> window;
};

} // namespace huiyin::test
