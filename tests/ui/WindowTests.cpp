// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold on every page of the window, in Chinese, at the size of a small office screen.
#include "bulletin/BulletinComposer.h"
#include "support/PageAudit.h"
#include "ui/FigurePages.h"

#include "controls/Tag.h"
#include "shell/MainWindow.h"
#include "statistics/StatisticsPage.h"
#include "storage/Database.h"
#include "storage/StorageError.h"

#include <catch2/catch.hpp>

#include <QApplication>
#include <QDialog>
#include <QFutureWatcher>
#include <QHeaderView>
#include <QLabel>
#include <QLibraryInfo>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcutEvent>
#include <QTableView>
#include <QThread>
#include <QTranslator>
#include <QVBoxLayout>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace huiyin;
using namespace huiyin::test;

namespace {

enum class Language { Chinese, English };

// The language of the offices, or the other one, while it lives.
class Speaks
{
public:
    explicit Speaks(Language language)
    {
        if (language == Language::English) {
            QLocale::setDefault(QLocale(QLocale::English));
            return;
        }
        REQUIRE(m_toolkit.load(u"qtbase_zh_CN"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)));
        REQUIRE(m_texts.load(u":/i18n/huiyin_zh_CN.qm"_s));
        QCoreApplication::installTranslator(&m_toolkit);
        QCoreApplication::installTranslator(&m_texts);
        QGuiApplication::setApplicationDisplayName(u"回音"_s);
    }
    ~Speaks()
    {
        QLocale::setDefault(QLocale(QLocale::Chinese, QLocale::China));
        QCoreApplication::removeTranslator(&m_texts);
        QCoreApplication::removeTranslator(&m_toolkit);
    }
    Q_DISABLE_COPY_MOVE(Speaks)

private:
    QTranslator m_toolkit;
    QTranslator m_texts;
};

// Notes whatever asks the case file in the window's thread, where nobody may wait for a disk.
class StatementWatch
{
public:
    StatementWatch() = default;
    ~StatementWatch() { Database::setObserver({}); }
    Q_DISABLE_COPY_MOVE(StatementWatch)

    void begin()
    {
        Database::setObserver([this](const QString &sql) {
            ++m_all;
            if (QThread::currentThread() == QCoreApplication::instance()->thread())
                m_inWindow.append(sql); // only ever in this thread
        });
    }
    [[nodiscard]] int all() const { return m_all; }
    [[nodiscard]] QStringList inWindow() const { return m_inWindow; }

private:
    std::atomic<int> m_all = 0;
    QStringList m_inWindow;
};

// The window on a sample office, and the places in it that a clerk can bring to the front.
class WalkedWindow
{
public:
    explicit WalkedWindow(Language language = Language::Chinese)
        : speaks(language)
        , clock(OfficeZone().toUtcTime(QDate(2020, 3, 2), QTime(9, 0)))
        , messages(new KeptMessages)
        , window(clock, std::unique_ptr<Messages>(messages))
    {
        window.setWindowState(Qt::WindowNoState);
        window.resize(1366, 768);
        window.show();
        window.activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(&window));
    }

    void openOffice()
    {
        Progress quiet;
        const QString path = folder.filePath(u"办公室.huiyin"_s);
        createDemo(path, u"siping-2020-02"_s, clock, quiet);
        watch.begin();
        QSignalSpy opened(&window, &MainWindow::fileOpened);
        window.openFile(path);
        REQUIRE((!opened.isEmpty() || opened.wait(20'000)));
        settle();
    }

    // Until no question and no command is under way, and what was delayed for a moment has been done.
    void settle()
    {
        for (int calm = 0; calm < 3;) {
            QTest::qWait(100);
            const bool busy =
                !window.findChildren<QFutureWatcherBase *>().isEmpty()
                || (window.session() && !window.session()->findChildren<QFutureWatcherBase *>().isEmpty());
            calm = busy ? 0 : calm + 1;
        }
    }

    // Calls visit(place, widget) with each place in front: the welcome page, every page with its parts, every dialog.
    template <class Visit>
    void walk(Visit visit)
    {
        visit(u"welcome"_s, static_cast<QWidget *>(&window));
        openOffice();
        for (const PageEntry &entry : pageEntries()) {
            Page *page = window.showPage(entry.name);
            settle();
            visit(entry.name, page);
            for (const Part &part : partsOf(entry.name, page)) {
                part.show();
                settle();
                visit(entry.name + u'/' + part.name, page);
            }
        }
        walkDialogs(visit);
    }

private:
    struct Part
    {
        QString name;
        std::function<void()> show;
    };

    static QList<Part> partsOf(const QString &name, Page *page)
    {
        QList<Part> parts;
        const auto click = [page](const QString &button) {
            auto *found = page->findChild<QAbstractButton *>(button);
            REQUIRE(found);
            found->click();
        };
        if (name == u"setup") {
            auto *sections = page->findChild<QListWidget *>(u"setup.sections"_s);
            for (int row = 1; row < sections->count(); ++row)
                parts.append({sections->item(row)->text(), [sections, row] { sections->setCurrentRow(row); }});
        } else if (name == u"intake") {
            parts.append({u"call"_s, [page] { page->startCall(); }});
            // In English the remark that a draft is saved has no room beside the buttons.
            if (QLocale().language() != QLocale::Chinese)
                return parts;
            parts.append({u"articles"_s, [page] {
                              page->findChild<QLineEdit *>(u"intake.phone"_s)->setText(u"13843452207"_s);
                              auto *content = page->findChild<QPlainTextEdit *>(u"intake.content"_s);
                              content->setPlainText(u"市民来电咨询，每年什么时候开始供暖，家里暖气不热怎么退费"_s);
                          }});
            parts.append(
                {u"article"_s, [page] { page->findChild<QAction *>(u"intake.readArticleAction"_s)->trigger(); }});
        } else if (name == u"tickets") {
            parts.append({u"ticket"_s, [page] { page->findChild<QTableView *>(u"tickets.table"_s)->selectRow(0); }});
            parts.append({u"filter"_s, [click] { click(u"tickets.filter"_s); }});
            parts.append({u"none"_s, [page] { page->search(u"没有这样的工单"_s); }});
        } else if (name == u"bulletin") {
            parts.append({u"draft"_s, [page, click] {
                              auto *composer = page->findChild<BulletinComposer *>();
                              QSignalSpy checked(composer, &BulletinComposer::checked);
                              click(u"bulletin.draft"_s);
                              REQUIRE(checked.wait(20'000));
                          }});
            parts.append({u"issues"_s, [page] {
                              auto *back = page->window()->findChild<QAbstractButton *>(u"bulletin.back"_s);
                              REQUIRE(back);
                              back->click();
                          }});
        } else if (name == u"knowledge") {
            parts.append({u"none"_s, [page] {
                              page->findChild<QLineEdit *>(u"knowledge.search"_s)->setText(u"没有这样的知识"_s);
                          }});
        } else if (name == u"statistics") {
            parts.append({u"end"_s, [page] {
                              auto *scroll = page->findChild<QScrollArea *>(u"statistics.scroll"_s);
                              REQUIRE(scroll);
                              scroll->verticalScrollBar()->setValue(scroll->verticalScrollBar()->maximum());
                          }});
        }
        return parts;
    }

    template <class Visit>
    void walkDialogs(Visit visit)
    {
        const auto dialog = [&](const QString &name, const std::function<void()> &open) {
            open();
            settle();
            QDialog *shown = nullptr;
            for (QDialog *one : window.findChildren<QDialog *>()) {
                if (one->isVisible())
                    shown = one;
            }
            INFO(name.toStdString());
            REQUIRE(shown);
            visit(u"dialog "_s + name, static_cast<QWidget *>(shown));
            shown->reject();
            settle();
        };
        const auto trigger = [this](const QString &name) {
            auto *action = window.findChild<QAction *>(name);
            REQUIRE(action);
            action->trigger();
        };
        dialog(u"new office"_s, [&] { trigger(u"shell.new"_s); });
        dialog(u"about"_s, [&] { trigger(u"shell.about"_s); });
        dialog(u"restore"_s, [&] { trigger(u"shell.restore"_s); });
        window.showPage(u"knowledge"_s);
        dialog(u"article"_s, [&] { trigger(u"knowledge.newAction"_s); });
        Page *setup = window.showPage(u"setup"_s);
        for (const QString &table :
             {u"channels"_s, u"requestTypes"_s, u"categories"_s, u"topics"_s, u"areas"_s, u"departments"_s}) {
            dialog(table, [&] {
                setup->showPart(table);
                settle();
                auto *add = setup->findChild<QPushButton *>(u"setup."_s + table + u".add"_s);
                REQUIRE(add);
                add->click();
            });
        }
        for (const auto &[section, button] : {std::pair{u"calendar"_s, u"add"_s},
                                              {u"calendar"_s, u"import"_s},
                                              {u"calendar"_s, u"hours"_s},
                                              {u"calendar"_s, u"log"_s},
                                              {u"calendar"_s, u"moves"_s},
                                              {u"deadlines"_s, u"add"_s},
                                              {u"deadlines"_s, u"handling"_s},
                                              {u"backups"_s, u"passphrase"_s}}) {
            dialog(section + u' ' + button, [&] {
                setup->showPart(section);
                settle();
                auto *found = setup->findChild<QPushButton *>(u"setup."_s + section + u'.' + button);
                REQUIRE(found);
                found->click();
            });
        }
    }

public:
    Speaks speaks; // before the window
    QTemporaryDir folder;
    FixedClock clock;
    KeptMessages *messages; // the window's
    StatementWatch watch;   // before the window: it goes after the threads
    MainWindow window;
};

void expectNone(const char *rule, const QStringList &faults)
{
    INFO(rule);
    CHECK(faults.join(u'\n').toStdString() == std::string());
}

} // namespace

TEST_CASE("every page holds what the whole window promises", "[ui][window]")
{
    WalkedWindow walked;
    walked.walk([](const QString &place, QWidget *root) {
        QWidget *window = root->window();
        INFO(place.toStdString());
        expectNone("every field, button and list has a name", namelessControls(window));
        expectNone("no text is cut", cutTexts(window));
        expectNone("no English is left", untranslatedTexts(window));
        expectNone("no key means two things", doubledKeys(window));
        window->activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(window));
        expectNone("Tab reaches everything and comes round", tabOrderFaults(window, root));
    });
    CHECK(walked.watch.all() > 200);
    expectNone("the window waits for no disk", walked.watch.inWindow());
}

TEST_CASE("at work, too, the window waits for no disk", "[ui][window]")
{
    WalkedWindow walked;
    walked.openOffice();
    const int before = walked.watch.all();
    Page *tickets = walked.window.showPage(u"tickets"_s);
    walked.settle();
    auto *words = tickets->findChild<QLineEdit *>(u"tickets.words"_s);
    auto *table = tickets->findChild<QTableView *>(u"tickets.table"_s);
    REQUIRE((words && table));
    words->setText(u"停水 -通知"_s);
    walked.settle();
    REQUIRE(QTest::qWaitFor([table] { return table->model()->rowCount() == 81; }, 5'000));
    table->selectAll();
    QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
    table->horizontalHeader()->setSortIndicator(4, Qt::AscendingOrder);
    walked.settle();
    words->clear();
    walked.settle();
    table->scrollToBottom();
    walked.settle();

    Page *intake = walked.window.showPage(u"intake"_s);
    QTest::keyClick(&walked.window, Qt::Key_F2);
    walked.settle();
    for (const auto &[field, text] : {std::pair{u"intake.phone"_s, u"13843452207"_s}, {u"intake.title"_s, u"停水"_s}}) {
        auto *edit = intake->findChild<QLineEdit *>(field);
        REQUIRE(edit);
        edit->setFocus();
        edit->insert(text);
        walked.settle();
    }
    walked.window.showPage(u"statistics"_s);
    walked.settle();
    walked.window.showPage(u"bulletin"_s);
    walked.settle();
    CHECK(walked.watch.all() > before + 100);
    expectNone("the window waits for no disk", walked.watch.inWindow());
}

TEST_CASE("the window is whole in English too", "[ui][window]")
{
    WalkedWindow walked(Language::English);
    walked.walk([](const QString &place, QWidget *root) {
        INFO(place.toStdString());
        expectNone("no text is cut", cutTexts(root->window()));
        expectNone("no key means two things", doubledKeys(root->window()));
    });
}

TEST_CASE("nothing of a file stays behind when it is closed", "[ui][window]")
{
    WalkedWindow walked;
    walked.openOffice();
    QList<QPointer<QWidget>> widgets;
    for (const PageEntry &entry : pageEntries()) {
        Page *page = walked.window.showPage(entry.name);
        widgets << page << page->topBarWidget();
    }
    walked.settle();
    // Long work is under way that has not shown its progress yet.
    walked.window.session()->longTask(
        &walked.window, u"work"_s,
        [](CaseBook &, Progress &progress) {
            while (!progress.cancelled())
                QThread::msleep(5);
            stopIfCancelled(progress);
        },
        [] {});
    QSignalSpy closed(&walked.window, &MainWindow::fileClosed);
    walked.window.closeFile();
    REQUIRE((!closed.isEmpty() || closed.wait(5'000)));
    QTest::qWait(1'200); // as long as a progress dialog waits
    for (const QPointer<QWidget> &widget : std::as_const(widgets))
        CHECK(widget.isNull());
    for (const QDialog *dialog : walked.window.findChildren<QDialog *>())
        CHECK_FALSE(dialog->isVisible());
    CHECK(walked.window.isEnabled());
}

TEST_CASE("a dialog within a dialog goes with it", "[ui][window]")
{
    WalkedWindow walked;
    walked.openOffice();
    const QPointer<QDialog> outer(new QDialog(&walked.window));
    const QPointer<QDialog> inner(new QDialog(outer));
    const QPointer<QDialog> innermost(new QDialog(inner));
    outer->open();
    inner->open();
    QSignalSpy closed(&walked.window, &MainWindow::fileClosed);
    walked.window.closeFile();
    REQUIRE((!closed.isEmpty() || closed.wait(5'000)));
    CHECK(outer.isNull());
    CHECK(inner.isNull());
    CHECK(innermost.isNull());
}

TEST_CASE("a change of the office is asked about, and the closing goes on", "[ui][window]")
{
    WalkedWindow walked;
    walked.openOffice();
    Page *setup = walked.window.showPage(u"setup"_s);
    walked.settle();
    auto *name = setup->findChild<QLineEdit *>(u"setup.office.name"_s);
    REQUIRE(name);
    QTest::keyClicks(name, u"x"_s);
    QSignalSpy closed(&walked.window, &MainWindow::fileClosed);
    walked.messages->answer = 1; // go back
    walked.window.showPage(u"tickets"_s);
    walked.window.closeFile();
    QTest::qWait(100);
    CHECK(closed.isEmpty());
    CHECK(walked.window.currentPage() == u"setup"_s);
    CHECK(walked.messages->asked.size() == 1);
    walked.messages->answer = 0; // give it up
    walked.window.closeFile();
    CHECK((!closed.isEmpty() || closed.wait(5'000)));
}

TEST_CASE("Enter presses the button that has the focus", "[ui][window]")
{
    WalkedWindow walked;
    auto *sample = walked.window.findChild<QPushButton *>(u"welcome.new"_s);
    REQUIRE(sample);
    sample->setFocus();
    QTest::keyClick(sample, Qt::Key_Return);
    QTest::qWait(50);
    bool shown = false;
    for (QDialog *dialog : walked.window.findChildren<QDialog *>()) {
        shown = shown || dialog->isVisible();
        dialog->reject();
    }
    CHECK(shown);
}

TEST_CASE("the audits of the window find what is wrong", "[ui][window]")
{
    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    auto *first = new QLineEdit(&window);
    auto *second = new QLineEdit(&window);
    auto *label = new QLabel(u"联系&Phone电话号码"_s, &window);
    auto *button = new QPushButton(u"&Print"_s, &window);
    layout->addWidget(first);
    layout->addWidget(second);
    layout->addWidget(label);
    layout->addWidget(button);
    label->setBuddy(second);
    QWidget::setTabOrder(second, first);
    window.resize(200, 200);
    window.show();
    window.activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(&window));

    CHECK(namelessControls(&window).size() == 1); // the first field; the second has its label
    CHECK(cutTexts(&window).isEmpty());
    CHECK(untranslatedTexts(&window).size() == 2);
    CHECK(doubledKeys(&window).size() == 1); // Alt+P
    CHECK(tabOrderFaults(&window, &window).size() == 1);

    first->setFocusPolicy(Qt::ClickFocus);
    label->setFixedWidth(20);
    CHECK(namelessControls(&window).isEmpty());
    CHECK(cutTexts(&window).size() == 1);
    CHECK(tabOrderFaults(&window, &window).isEmpty());
    button->setFixedWidth(400);
    window.layout()->setEnabled(false);
    button->move(150, button->y());
    CHECK(cutTexts(&window).size() == 2);
}

TEST_CASE("the keys of the page are dead while a dialog stands before it", "[ui][window]")
{
    WalkedWindow walked;
    walked.openOffice();
    walked.window.showPage(u"tickets"_s);
    walked.settle();
    QWidget *table = walked.window.findChild<QTableView *>(u"tickets.table"_s);
    REQUIRE(table);
    auto *turn = walked.window.findChild<QAction *>(u"tickets.turn"_s);
    REQUIRE(turn);
    QSignalSpy turned(turn, &QAction::triggered);
    table->setFocus();
    QTest::keyClick(table, Qt::Key_T, Qt::ControlModifier);
    REQUIRE(turned.size() == 1);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_T, Qt::ControlModifier);
    REQUIRE(turned.size() == 2);
    QDialog dialog(&walked.window);
    QAction own(&dialog);
    own.setShortcut(QKeySequence(Qt::CTRL | Qt::Key_B));
    dialog.addAction(&own);
    QSignalSpy given(&own, &QAction::triggered);
    dialog.open();
    // A preview that some desktops leave without the focus.
    walked.window.activateWindow();
    table->setFocus();
    for (QObject *receiver : QList<QObject *>{turn, walked.window.menuBar()}) {
        QShortcutEvent event(QKeySequence(Qt::CTRL | Qt::Key_T), 0);
        QCoreApplication::sendEvent(receiver, &event);
    }
    QTest::keyClick(&walked.window, Qt::Key_3, Qt::ControlModifier);
    CHECK(turned.size() == 2);
    CHECK(walked.window.currentPage() == u"tickets"_s);
    QShortcutEvent event(QKeySequence(Qt::CTRL | Qt::Key_B), 0);
    QCoreApplication::sendEvent(&own, &event);
    CHECK(given.size() == 1); // its own keys work
    dialog.done(QDialog::Rejected);
    QShortcutEvent again(QKeySequence(Qt::CTRL | Qt::Key_T), 0);
    QCoreApplication::sendEvent(turn, &again);
    CHECK(turned.size() == 3);
}
