// SPDX-License-Identifier: GPL-3.0-or-later
// Twenty people's data are put into every field and text of a case file, and then looked for wherever they have no
// business to be: in the widgets of somebody who may not see them, and in all that the program writes.
#include "support/Print.h"
#include "support/SecretDesk.h"
#include "tickets/PaperKind.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QListWidget>
#include <QProcess>
#include <QRadioButton>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

namespace {

const QStringList &pages()
{
    static const QStringList names{u"today"_s,      u"intake"_s,   u"tickets"_s,   u"dispatch"_s, u"followup"_s,
                                   u"statistics"_s, u"bulletin"_s, u"knowledge"_s, u"setup"_s};
    return names;
}

// Wherever the program may write is in folders of its own while this lives, and whatever it logs is kept.
class Surroundings
{
public:
    Surroundings()
    {
#ifdef Q_OS_UNIX
        m_mask = umask(077); // as both programs begin
#endif
        for (const char *name : {"TMPDIR", "HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"}) {
            m_before.append({name, qgetenv(name)});
            const QString folder = m_folder.filePath(QString::fromLatin1(name));
            QDir().mkpath(folder);
            qputenv(name, QFile::encodeName(folder));
        }
        s_log.clear();
        m_handler = qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &message) {
            s_log.append(message); // only in the window's thread or by one command at a time
        });
    }
    ~Surroundings()
    {
#ifdef Q_OS_UNIX
        umask(m_mask);
#endif
        qInstallMessageHandler(m_handler);
        for (const auto &[name, value] : m_before) {
            if (value.isEmpty())
                qunsetenv(name);
            else
                qputenv(name, value);
        }
    }
    Q_DISABLE_COPY_MOVE(Surroundings)

    // Of all that was written, the case file too, nothing can be read by others.
    [[nodiscard]] QStringList openToOthers() const
    {
        QStringList open;
#ifdef Q_OS_UNIX
        constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QDirIterator files(m_folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            if (files.fileInfo().permissions() & others)
                open.append(path);
        }
#endif
        return open;
    }

    // Settings, temporary files, what the toolkit keeps, the log.
    void lookAtAll(SecretHunt &hunt) const
    {
        QSettings settings(QSettings::IniFormat, QSettings::UserScope, u"huiyin"_s, u"huiyin"_s);
        settings.sync();
        REQUIRE(QFile::exists(settings.fileName()));
        hunt.lookAtFolder(QFileInfo(settings.fileName()).absolutePath(), {});
        // The case file and what SQLite keeps beside it are where the data belong.
        hunt.lookAtFolder(m_folder.path(), u"office.huiyin"_s);
        hunt.lookAtText(s_log.join(u'\n'), u"log"_s);
    }
    [[nodiscard]] QString path(const QString &name) const
    {
        return m_folder.filePath(name);
    }

private:
    QTemporaryDir m_folder;
#ifdef Q_OS_UNIX
    mode_t m_mask = 0;
#endif
    QList<std::pair<const char *, QByteArray>> m_before;
    QtMessageHandler m_handler = nullptr;
    static inline QStringList s_log;
};

std::optional<QString> textOfPdf(const QString &path)
{
    const QString program = QStandardPaths::findExecutable(u"pdftotext"_s);
    if (program.isEmpty())
        return std::nullopt;
    QProcess process;
    process.start(program, {path, u"-"_s});
    if (!process.waitForFinished(30'000))
        return std::nullopt;
    return QString::fromUtf8(process.readAllStandardOutput());
}

// A day of somebody at the window, who opens all that can be opened.
class Wanderer
{
public:
    Wanderer(SecretDesk &desk, SecretHunt &hunt, QString out)
        : m_desk(desk)
        , m_hunt(hunt)
        , m_out(std::move(out))
    {
        QDir().mkpath(m_out);
    }

    void seeEveryPage()
    {
        for (const QString &page : pages()) {
            if (page == u"intake" && !m_desk.window->session()->may(Command::SaveDraft)) {
                CHECK_FALSE(m_desk.window->showPage(page)); // nothing could be saved there
                continue;
            }
            m_desk.show(page);
            m_desk.settle(250);
            m_hunt.lookAtWindows(SecretHunt::Of::All, page);
        }
        auto *sections = m_desk.child<QListWidget>("setup.sections");
        for (int row = 0; row < sections->count(); ++row) {
            sections->setCurrentRow(row);
            m_desk.settle(120);
        }
        m_hunt.lookAtWindows(SecretHunt::Of::All, u"set-up"_s);
        m_desk.show(u"bulletin"_s);
        m_desk.child<QAbstractButton>("bulletin.spotsPart")->click();
        m_desk.settle(400);
        m_hunt.lookAtWindows(SecretHunt::Of::All, u"material of the bulletin"_s);
    }

    void readEveryTicket(const QString &page, int least)
    {
        m_desk.show(page);
        auto *table = m_desk.table(page, least);
        const auto *detail = m_desk.child<TicketDetail>(page + u".detail"_s);
        const auto parts = m_desk.child<QWidget>(page + u".detail.parts"_s)->findChildren<QAbstractButton *>();
        REQUIRE(parts.size() == 5);
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            m_desk.choose(page, table, row);
            for (QAbstractButton *part : parts) {
                part->click();
                m_hunt.lookAtTree(detail, u"%1 ticket %2 part %3"_s.arg(page).arg(row).arg(part->text()));
            }
        }
        m_hunt.lookAtWindows(SecretHunt::Of::All, page + u" read"_s);
    }

    void searchForPeople()
    {
        m_desk.show(u"tickets"_s);
        auto *words = m_desk.child<QLineEdit>("tickets.words");
        // Not the whole of anything: what is typed stands in the field.
        for (const QString &asked : {m_desk.office.persons[3].phone.right(7), m_desk.office.persons[4].name.mid(1),
                                     m_desk.office.persons[5].card.mid(6, 8), u"平东小区"_s, u"停水"_s}) {
            words->setText(asked);
            m_desk.settle(400);
            m_hunt.lookAtWindows(SecretHunt::Of::All, u"searched for "_s + asked);
        }
        words->clear();
        m_desk.settle(300);
    }

    // Rows of tickets and of calls as spreadsheets take them.
    void copyLists()
    {
        QTableView *table = m_desk.table(u"tickets"_s, SecretOffice::people);
        table->setFocus();
        table->selectAll();
        m_desk.child<QAction>("tickets.copy")->trigger();
        REQUIRE(QTest::qWaitFor([] { return QApplication::clipboard()->text().count(u'\n') >= SecretOffice::people; },
                                patience));
        m_hunt.lookAtText(QApplication::clipboard()->text(), u"clipboard of tickets"_s);
        QTest::keyClick(table, Qt::Key_T, Qt::ControlModifier);
        auto *calls = m_desk.child<QTableView>("calls.table");
        REQUIRE(QTest::qWaitFor([&] { return calls->model()->rowCount() > SecretOffice::people; }, patience));
        REQUIRE(QTest::qWaitFor([&] { return !calls->model()->index(0, 0).data().toString().isEmpty(); }, patience));
        m_hunt.lookAtWindows(SecretHunt::Of::All, u"calls"_s);
        calls->setFocus();
        calls->selectAll();
        QApplication::clipboard()->clear();
        m_desk.child<QAction>("calls.copy")->trigger();
        REQUIRE(QTest::qWaitFor([] { return QApplication::clipboard()->text().count(u'\n') >= SecretOffice::people; },
                                patience));
        m_hunt.lookAtText(QApplication::clipboard()->text(), u"clipboard of calls"_s);
        QTest::keyClick(calls, Qt::Key_T, Qt::ControlModifier);
        m_desk.settle(150);
    }

    void exportList()
    {
        m_desk.show(u"tickets"_s);
        m_desk.table(u"tickets"_s, SecretOffice::people)->selectAll();
        m_desk.child<QAction>("tickets.exportChosen")->trigger();
        const QString path = m_out + u"/list.csv"_s;
        Q_EMIT m_desk.child<QFileDialog>("tickets.exportDialog")->fileSelected(path);
        closeDialogs();
        REQUIRE(QTest::qWaitFor([&] { return QFile::exists(path); }, patience));
        QFile file(path);
        REQUIRE(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        CHECK(text.count(u'\n') > SecretOffice::people);
        m_hunt.lookAtText(text, u"exported list"_s);
    }

    // Each paper without the citizens' data, as a PDF.
    void printPapers()
    {
        m_desk.show(u"tickets"_s);
        QList<PaperKind> printed;
        for (const auto &entry : codeTable<PaperKind>()) {
            m_desk.table(u"tickets"_s, SecretOffice::people)->selectAll();
            m_desk.child<QAction>("tickets.printChosen")->trigger();
            auto *kind = m_desk.child<QComboBox>("handling.print.paper");
            kind->setCurrentIndex(kind->findData(static_cast<int>(entry.value)));
            Q_EMIT kind->activated(kind->currentIndex());
            CHECK_FALSE(m_desk.child<QCheckBox>("handling.print.citizen")->isChecked());
            m_desk.child<QPushButton>("handling.print.save")->click();
            const auto *fault = m_desk.child<QLabel>("handling.print.paper.fault");
            const auto preview = [this] { return m_desk.window->findChild<QDialog *>(u"printPreview"_s); };
            REQUIRE(QTest::qWaitFor([&] { return preview() || !fault->text().isEmpty(); }, patience));
            if (!preview()) { // nobody has such a paper
                closeDialogs();
                continue;
            }
            printed.append(entry.value);
            m_hunt.lookAtWindows(SecretHunt::Of::All, u"preview"_s);
            m_desk.child<QPushButton>("printPreview.pdf")->click();
            const QString path = m_out + u"/paper%1.pdf"_s.arg(QLatin1StringView(entry.code));
            Q_EMIT m_desk.child<QFileDialog>("printPreview.pdfDialog")->fileSelected(path);
            lookAtPdf(path);
            closeDialogs();
        }
        for (const PaperKind kind : {PaperKind::DispatchSheets, PaperKind::Notices, PaperKind::Rulings,
                                     PaperKind::FollowUps, PaperKind::WholeTickets, PaperKind::List})
            CHECK(printed.contains(kind));
    }

    void publish()
    {
        m_desk.show(u"bulletin"_s);
        auto *asPdf = m_desk.child<QAction>("bulletin.exportPdf");
        REQUIRE(QTest::qWaitFor([asPdf] { return asPdf->isEnabled(); }, patience));
        for (const QString &format : {u"Pdf"_s, u"Text"_s, u"Html"_s}) {
            m_desk.child<QAction>(u"bulletin.export"_s + format)->trigger();
            const QString path = m_out + u"/bulletin."_s + format.toLower();
            const auto dialogs = m_desk.window->findChildren<QFileDialog *>();
            REQUIRE_FALSE(dialogs.isEmpty());
            Q_EMIT dialogs.last()->fileSelected(path);
            closeDialogs();
            if (format == u"Pdf"_s) {
                lookAtPdf(path);
                continue;
            }
            REQUIRE(QTest::qWaitFor([&] { return QFile::exists(path); }, patience));
            QFile file(path);
            REQUIRE(file.open(QIODevice::ReadOnly));
            m_hunt.lookAtText(QString::fromUtf8(file.readAll()), path);
        }
    }

    // Looks at all that is masked with the right to.
    void revealEveryTicket()
    {
        m_desk.show(u"tickets"_s);
        QTableView *table = m_desk.table(u"tickets"_s, SecretOffice::people);
        for (int row = 0; row < SecretOffice::people; ++row) {
            m_desk.choose(u"tickets"_s, table, row);
            if (m_desk.child<TicketDetail>("tickets.detail")->revealAction()->isEnabled())
                m_desk.reveal(u"tickets"_s);
        }
    }

private:
    void lookAtPdf(const QString &path)
    {
        REQUIRE(QTest::qWaitFor([&] { return QFile::exists(path); }, patience));
        const auto text = textOfPdf(path);
        if (!text) {
            WARN("pdftotext isn't installed: the PDF's text was not read");
            return;
        }
        CHECK(text->size() > 100);
        m_hunt.lookAtText(*text, path);
    }
    void closeDialogs() const
    {
        const auto dialogs = m_desk.window->findChildren<QDialog *>();
        for (QDialog *dialog : dialogs) {
            if (dialog->isVisible())
                dialog->close();
        }
        m_desk.settle();
    }

    SecretDesk &m_desk;
    SecretHunt &m_hunt;
    QString m_out;
};

} // namespace

TEST_CASE("who may not see citizens' data finds them nowhere in the window", "[privacy][leaks]")
{
    const Surroundings around;
    SecretDesk desk;
    desk.logInAsEditor();
    REQUIRE_FALSE(desk.window->session()->may(Command::RevealCitizen));
    SecretHunt hunt(desk.office.secrets());
    Wanderer editor(desk, hunt, around.path(u"out"_s));
    editor.seeEveryPage();
    editor.readEveryTicket(u"tickets"_s, SecretOffice::people);
    editor.readEveryTicket(u"dispatch"_s, 1);
    editor.readEveryTicket(u"followup"_s, 1);
    editor.searchForPeople();
    editor.copyLists();
    editor.exportList();
    editor.printPapers();
    editor.publish();
    desk.window.reset();
    around.lookAtAll(hunt);
    INFO(hunt.found().join(u'\n').toStdString());
    CHECK(hunt.found().isEmpty());
    CHECK(hunt.texts() > 2'000);
    CHECK(around.openToOthers() == QStringList());
}

TEST_CASE("what was shown to whom may see it stays neither in settings, temporary files nor the log",
          "[privacy][leaks]")
{
    const Surroundings around;
    SecretDesk desk;
    desk.logInAsChief();
    SecretHunt onScreen(desk.office.secrets());
    Wanderer chief(desk, onScreen, around.path(u"out"_s));
    chief.seeEveryPage();
    chief.revealEveryTicket();
    onScreen.lookAtWindows(SecretHunt::Of::All, u"revealed"_s);
    CHECK(onScreen.found().size() > 3); // he does see them
    chief.searchForPeople();
    desk.show(u"intake"_s);
    desk.child<QLineEdit>("intake.phone")->setText(desk.office.persons[7].phone);
    desk.child<QLineEdit>("intake.requester")->setText(desk.office.persons[7].name);
    desk.settle(400);
    desk.window.reset();
    SecretHunt written(desk.office.secrets());
    around.lookAtAll(written);
    INFO(written.found().join(u'\n').toStdString());
    CHECK(written.found().isEmpty());
    CHECK(written.texts() > 1);
    CHECK(QApplication::clipboard()->text().isEmpty());
}
