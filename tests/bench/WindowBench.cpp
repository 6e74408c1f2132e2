// SPDX-License-Identifier: GPL-3.0-or-later
// huiyin-window-bench --file PATH: how long the real window takes over each event while a clerk works in a case file
// (which gets a ticket more), as Markdown on stdout.
#include "Measure.h"

#include "shell/MainWindow.h"
#include "shell/Theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QFont>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace Qt::StringLiterals;

namespace huiyin::bench {

namespace {

// Measures every event from its delivery to its end; what it sends meanwhile is part of it.
class MeasuredApplication final : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (m_depth > 0)
            return QApplication::notify(receiver, event);
        const QByteArray what =
            QByteArray(receiver->metaObject()->className()) + ' ' + QByteArray::number(event->type());
        QElapsedTimer time;
        time.start();
        ++m_depth;
        const bool accepted = QApplication::notify(receiver, event);
        --m_depth;
        const double taken = static_cast<double>(time.nsecsElapsed()) / 1e6;
        constexpr double nothing = 0.05; // ms: timers that find nothing to do and the like would flatter the figures
        if (taken > m_most) {
            m_most = taken;
            m_slowest = what;
        }
        if (taken > nothing)
            m_taken.push_back(taken);
        return accepted;
    }

    // What was measured since the last time, in ms.
    std::vector<double> take()
    {
        std::ranges::sort(m_taken);
        m_most = 0;
        return std::exchange(m_taken, {});
    }
    [[nodiscard]] QByteArray slowest() const { return m_slowest; }

private:
    int m_depth = 0;
    std::vector<double> m_taken;
    double m_most = 0;
    QByteArray m_slowest;
};

MeasuredApplication &application()
{
    return *static_cast<MeasuredApplication *>(QCoreApplication::instance());
}

qint64 residentMemory()
{
    QFile status(u"/proc/self/statm"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    return status.readAll().split(' ').value(1).toLongLong() * 4096;
}

class WindowBench
{
public:
    explicit WindowBench(const QString &path)
        : m_path(path)
    {
    }

    void run()
    {
        std::puts("| what the clerk does | events | median | p99 | slowest | memory |\n| --- | --- | --- | --- | --- | "
                  "--- |");
        start();
        list();
        type();
        intake();
        figures();
        list2();
    }

private:
    template <class T>
    T *child(const char *name)
    {
        T *found = m_window.findChild<T *>(QLatin1StringView(name));
        if (!found)
            qFatal("the window has no %s", name);
        return found;
    }

    void report(const char *what)
    {
        const std::vector<double> taken = application().take();
        if (taken.empty())
            return;
        std::printf("| %s | %zu | %.2f ms | %.1f ms | %.1f ms (%s) | %lld MB |\n", what, taken.size(),
                    taken[taken.size() / 2], taken[taken.size() * 99 / 100], taken.back(),
                    application().slowest().constData(), static_cast<long long>(residentMemory() / 1'000'000));
        std::fflush(stdout);
    }

    static void wait(int ms) { QTest::qWait(ms); }

    void start()
    {
        QElapsedTimer time;
        time.start();
        m_window.resize(1366, 768);
        m_window.show();
        QSignalSpy opened(&m_window, &MainWindow::fileOpened);
        m_window.openFile(m_path);
        if (opened.isEmpty() && !opened.wait(60'000))
            qFatal("the file can't be opened");
        m_window.showPage(u"tickets"_s);
        m_table = child<QTableView>("tickets.table");
        if (!QTest::qWaitFor([this] { return m_table->model()->rowCount() > 0; }, 60'000))
            qFatal("the list stays empty");
        m_table->repaint();
        const qint64 shown = time.elapsed();
        report("the window opens with its first list");
        std::fprintf(stderr, "first list on screen after %lld ms\n", static_cast<long long>(shown));
    }

    void list()
    {
        const auto *label = child<QLabel>("tickets.count");
        if (!QTest::qWaitFor([label] { return !label->text().contains(u'…'); }, 120'000))
            qFatal("the whole list never comes");
        wait(500);
        report("the whole list arrives");
        std::fprintf(stderr, "%d rows\n", m_table->model()->rowCount());
        scroll();
    }

    void scroll()
    {
        QScrollBar *bar = m_table->verticalScrollBar();
        m_table->setFocus();
        for (int i = 0; i < 100; ++i) {
            QTest::keyClick(m_table, Qt::Key_PageDown);
            wait(10);
        }
        report("page down, 100 times");
        for (int i = 1; i <= 100; ++i) {
            bar->setValue(static_cast<int>(qint64{bar->maximum()} * i / 100));
            wait(15);
        }
        bar->setValue(bar->maximum() / 2);
        wait(300);
        report("the scroll bar is drawn to the end, and to the middle");
        for (int i = 0; i < 40; ++i) {
            m_window.resize(1366 - 8 * (i % 20), 768 - 4 * (i % 20));
            wait(15);
        }
        report("the window is resized, 40 times");
    }

    void type()
    {
        auto *words = child<QLineEdit>("tickets.words");
        words->setFocus();
        for (const QString &word : {u"停"_s, u"水"_s, u" "_s, u"小"_s, u"区"_s}) {
            words->insert(word);
            wait(400);
        }
        wait(4000);
        report("a search is typed, its hits come");
        QTest::keyClick(words, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(words, Qt::Key_Delete);
        wait(6000);
        report("the search is emptied, the whole list comes back");
    }

    void intake()
    {
        m_window.showPage(u"intake"_s);
        wait(300);
        report("to the page of intake");
        QTest::keyClick(&m_window, Qt::Key_F2);
        wait(200);
        auto *phone = child<QLineEdit>("intake.phone");
        for (const QChar digit : u"13843452207"_s) {
            QTest::keyClick(phone, digit.toLatin1());
            wait(60);
        }
        const auto write = [](auto *field, const QString &text) {
            field->setFocus();
            for (const QChar c : text) {
                if constexpr (std::is_same_v<decltype(field), QLineEdit *>)
                    field->insert(QString(c));
                else
                    field->insertPlainText(QString(c));
                wait(60);
            }
        };
        write(child<QLineEdit>("intake.address"), u"铁东区平东小区5号楼4单元"_s);
        write(child<QPlainTextEdit>("intake.content"),
              u"反映人来电反映，单元自来水管昨夜冻裂，整个单元停水，物业称应由水务公司维修，要求尽快修复。"_s);
        wait(1000);
        report("a call is written down, with similar tickets");
        QTest::keyClick(child<QPlainTextEdit>("intake.content"), Qt::Key_F7);
        wait(1500);
        report("it is saved, and a new sheet comes");
    }

    void figures()
    {
        m_window.showPage(u"statistics"_s);
        wait(8000);
        report("the figures of the last month are shown");
        m_window.showPage(u"bulletin"_s);
        wait(12'000);
        report("the bulletin of the last month is composed");
    }

    void list2()
    {
        m_window.showPage(u"tickets"_s);
        wait(6000);
        report("back to the list");
    }

    QString m_path;
    SystemClock m_clock;
    MainWindow m_window{m_clock};
    QTableView *m_table = nullptr;
};

} // namespace

} // namespace huiyin::bench

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QLocale::setDefault(QLocale(QLocale::Chinese, QLocale::China));
    const QTemporaryDir kept; // not the settings of whoever runs this
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, kept.path());
    const huiyin::bench::MeasuredApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    const QCommandLineOption file(u"file"_s, u"The case file; it gets a ticket more."_s, u"PATH"_s);
    parser.addOption(file);
    parser.process(application);
    if (!parser.isSet(file))
        parser.showHelp(2);
    QFont font; // the offscreen platform's own has no Chinese
    font.setFamilies({u"Noto Sans CJK SC"_s, u"Microsoft YaHei"_s});
    font.setPixelSize(13);
    QApplication::setFont(font);
    huiyin::Theme::instance().apply();
    huiyin::bench::WindowBench(parser.value(file)).run();
    return 0;
}
