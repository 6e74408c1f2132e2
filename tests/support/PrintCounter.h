// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/HandlingOffice.h"
#include "support/Patience.h"
#include "support/QuietMessages.h"

#include "handling/TicketPrinting.h"
#include "shell/CaseSession.h"
#include "storage/AccessRepository.h"

#include <catch2/catch.hpp>

#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QPushButton>
#include <QTest>

#include <memory>

namespace huiyin::test {

// A list of tickets in a window of its own.
struct Counter
{
    explicit Counter(HandlingOffice &prepared, CaseFile::Mode mode = CaseFile::Mode::Write)
        : office(prepared)
    {
        office.close();
        session = std::make_unique<CaseSession>(messages, office.clock);
        session->open(office.path(), mode);
        REQUIRE(QTest::qWaitFor([this] { return session->isOpen(); }, patience));
        window = std::make_unique<QWidget>();
        window->resize(900, 600);
        window->show();
        REQUIRE(QTest::qWaitForWindowExposed(window.get()));
    }

    template <class T>
    T *child(const QString &name) const
    {
        T *found = window->findChild<T *>(name);
        INFO(name.toStdString());
        REQUIRE(found);
        return found;
    }
    QDialog *ask(const QList<TicketId> &tickets, PaperKind kind = PaperKind::DispatchSheets) const
    {
        askPrint(*session, window.get(), tickets, {}, kind);
        return child<QDialog>(QStringLiteral("handling.print"));
    }
    void choose(PaperKind kind) const
    {
        auto *paper = child<QComboBox>(QStringLiteral("handling.print.paper"));
        const int row = paper->findData(static_cast<int>(kind));
        REQUIRE(row >= 0);
        paper->setCurrentIndex(row);
    }
    [[nodiscard]] PaperKind chosen() const
    {
        return static_cast<PaperKind>(child<QComboBox>(QStringLiteral("handling.print.paper"))->currentData().toInt());
    }
    // Until the dialog knows which papers there are: no ticket of a test has them all.
    void waitForOffer() const
    {
        auto *paper = child<QComboBox>(QStringLiteral("handling.print.paper"));
        REQUIRE(QTest::qWaitFor(
            [&] {
                for (int row = 0; row < paper->count(); ++row) {
                    if (paper->itemData(row, Qt::ToolTipRole).isValid())
                        return true;
                }
                return false;
            },
            patience));
    }
    void preview() const { child<QPushButton>(QStringLiteral("handling.print.save"))->click(); }
    [[nodiscard]] bool waitForPreview() const
    {
        return QTest::qWaitFor(
            [this] { return window->findChild<QDialog *>(QStringLiteral("printPreview")) != nullptr; }, patience);
    }
    QString waitForRefusal() const
    {
        auto *fault = child<QLabel>(QStringLiteral("handling.print.paper.fault"));
        REQUIRE(QTest::qWaitFor([fault] { return !fault->text().isEmpty(); }, patience));
        return fault->text();
    }
    // The records of the file, the newest first.
    QList<AccessRecord> records()
    {
        window.reset();
        session.reset();
        office.open();
        return AccessRepository(office.file->database()).newest(100);
    }

    HandlingOffice &office;
    QuietMessages messages;
    std::unique_ptr<CaseSession> session;
    std::unique_ptr<QWidget> window;
};

} // namespace huiyin::test
