// SPDX-License-Identifier: GPL-3.0-or-later
// Articles of the knowledge base go out of the window as a table, and come back.
#include "controls/NoticeBar.h"
#include "knowledge/KnowledgePage.h"
#include "spreadsheet/SheetReader.h"
#include "storage/UserRepository.h"
#include "support/OpenOffice.h"
#include "support/Print.h"

#include <catch2/catch.hpp>

#include <QAction>
#include <QFile>
#include <QFileDialog>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

TEST_CASE("the knowledge base is exported as a workbook or as CSV, by the name of the file", "[ui][knowledge]")
{
    HandlingOffice office;
    const QString user = UserRepository(office.file->database()).all().first().name;
    REQUIRE(
        CaseBook(*office.file, office.clock, user)
            .saveArticles({{.question = u"停水找谁？"_s, .answer = u"供水公司。"_s, .validTo = QDate(2020, 12, 31)}}));
    OpenWork<KnowledgePage> work(office);
    const bool asBook = GENERATE(true, false);
    const QString path = office.folder.filePath(asBook ? u"articles.xlsx"_s : u"articles.csv"_s);
    const auto exportTo = [&] {
        auto *notice = work.child<NoticeBar>(u"knowledge.notice"_s);
        notice->clear();
        work.child<QAction>(u"knowledge.exportAction"_s)->trigger();
        QFileDialog *dialog = nullptr;
        REQUIRE(QTest::qWaitFor(
            [&] {
                dialog = work.page->findChild<QFileDialog *>(u"knowledge.exportDialog"_s);
                return dialog != nullptr;
            },
            patience));
        CHECK(dialog->nameFilters().size() == 2);
        Q_EMIT dialog->fileSelected(path);
        delete dialog;
        return QTest::qWaitFor([notice] { return !notice->text().isEmpty(); }, 1'000);
    };
    REQUIRE(exportTo());
    if (asBook) {
        Workbook book(path);
        SheetReader rows(book, 1); // behind the notes
        REQUIRE(rows.next());
        REQUIRE(rows.next());
        CHECK(rows.cell(0).text == u"停水找谁？"_s);
        CHECK(rows.cell(6).kind == SheetCell::Kind::Date);
    } else {
        QFile csv(path);
        REQUIRE(csv.open(QIODevice::ReadOnly));
        CHECK(csv.readAll().contains("\"停水找谁？\""));
    }
    // What stands there is replaced only when that was said.
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write("mine");
    file.close();
    work.messages.reply = 1; // keep it
    CHECK_FALSE(exportTo());
    CHECK(file.size() == 4);
    work.messages.reply = 0;
    CHECK(exportTo());
    CHECK(file.size() > 4);
}
