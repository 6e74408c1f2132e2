// SPDX-License-Identifier: GPL-3.0-or-later
// Attachments beside a ticket, as a clerk adds, sees, saves and removes them.
#include "support/HandlingOffice.h"
#include "support/PageAudit.h"
#include "support/Patience.h"
#include "support/Print.h"
#include "support/QuietMessages.h"

#include "casework/HandlingRules.h"
#include "controls/NoticeBar.h"
#include "controls/SegmentedButtons.h"
#include "handling/CommandDialog.h"
#include "setup/CalendarDialogs.h"
#include "setup/RecordsSection.h"
#include "shell/DutyWatch.h"
#include "storage/AccessRepository.h"
#include "storage/AttachmentRepository.h"
#include "storage/HistoryRepository.h"
#include "storage/UserRepository.h"
#include "tickets/AttachmentCopies.h"
#include "tickets/AttachmentFiles.h"
#include "tickets/AttachmentList.h"
#include "tickets/AttachmentQueue.h"
#include "tickets/AttachmentViewer.h"
#include "tickets/TicketDetail.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QDir>
#include <QDropEvent>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLockFile>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <catch2/catch.hpp>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <functional>

using namespace Qt::StringLiterals;
using namespace huiyin;
using namespace huiyin::test;

namespace {

constexpr int attachmentsPart = 4;
const auto chiefs = u"zhu-ren-2020"_s;
const auto clerks = u"hua-wu-2020"_s;

QByteArray picture(int width = 60, int height = 40)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(Qt::darkGreen);
    return AttachmentFiles::pngOf(image);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

// The detail of one ticket in a window of its own, its attachments chosen.
class Desk
{
public:
    explicit Desk(const std::function<TicketId(HandlingOffice &)> &prepare, CaseFile::Mode mode = CaseFile::Mode::Write)
        : ticket(prepare(office))
    {
        office.close();
        session = std::make_unique<CaseSession>(messages, office.clock);
        session->open(office.path(), mode);
        REQUIRE(QTest::qWaitFor([this] { return session->isOpen(); }, patience));
        if (!session->isLoggedIn())
            logIn(builtInUser(), chiefs);
        detail = std::make_unique<TicketDetail>(*session, u"tickets"_s);
        detail->resize(380, 640);
        detail->show();
        REQUIRE(QTest::qWaitForWindowExposed(detail.get()));
        detail->showTicket(ticket);
        parts = child<SegmentedButtons>(u"tickets.detail.parts"_s);
        REQUIRE(QTest::qWaitFor([this] { return !caption().isEmpty(); }, patience));
        child<QAbstractButton>(u"tickets.detail.parts.4"_s)->click();
        REQUIRE(parts->value() == attachmentsPart);
        list = child<QListWidget>(u"tickets.attachments.list"_s);
    }

    void logIn(const QString &login, const QString &password) const
    {
        bool isIn = false;
        session->logIn(
            session.get(), login, password, [&isIn](const User &) { isIn = true; }, [](const Refusal &) {});
        REQUIRE(QTest::qWaitFor([&isIn] { return isIn; }, patience));
    }
    template <class T>
    T *child(const QString &name) const
    {
        T *found = detail->findChild<T *>(name);
        REQUIRE(found);
        return found;
    }
    [[nodiscard]] QString caption() const { return child<QAbstractButton>(u"tickets.detail.parts.4"_s)->text(); }
    [[nodiscard]] QAction *action(const QString &name) const
    {
        return child<QAction>(u"tickets.attachments."_s + name + u"Action");
    }
    void waitForRows(int count) const
    {
        REQUIRE(QTest::qWaitFor([&] { return list->count() == count; }, patience));
    }
    [[nodiscard]] QString row(int i) const { return list->item(i)->data(Qt::AccessibleTextRole).toString(); }
    [[nodiscard]] QString notice() const
    {
        const auto *bar = child<NoticeBar>(u"tickets.attachments.notice"_s);
        REQUIRE(QTest::qWaitFor([bar] { return bar->isVisible(); }, patience));
        return bar->text();
    }
    // The dialog that asks before files are added.
    [[nodiscard]] EntryDialog *asked() const
    {
        const auto find = [this]() -> EntryDialog * {
            for (EntryDialog *dialog : detail->findChildren<EntryDialog *>(u"tickets.attachments.adding"_s)) {
                if (dialog->isVisible())
                    return dialog;
            }
            return nullptr;
        };
        REQUIRE(QTest::qWaitFor([&] { return find() != nullptr; }, patience));
        return find();
    }
    void confirm(const QString &note = {}) const
    {
        EntryDialog *dialog = asked();
        dialog->findChild<QLineEdit *>(u"tickets.attachments.adding.note"_s)->insert(note);
        QTest::mouseClick(dialog->findChild<QPushButton *>(u"tickets.attachments.adding.save"_s), Qt::LeftButton);
    }
    QString make(const QString &name, const QByteArray &content) const
    {
        const QString path = office.folder.filePath(name);
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(content);
        return path;
    }
    // False: nobody takes it.
    bool drop(const QStringList &paths) const
    {
        QMimeData mime;
        QList<QUrl> urls;
        for (const QString &path : paths)
            urls.append(QUrl::fromLocalFile(path));
        mime.setUrls(urls);
        QDragEnterEvent enter(QPoint(20, 20), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(detail.get(), &enter);
        if (!enter.isAccepted())
            return false;
        QDropEvent dropped(QPointF(20, 20), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(detail.get(), &dropped);
        return dropped.isAccepted();
    }
    // Ends the window and looks into the file.
    CaseFile &file()
    {
        detail.reset();
        session.reset();
        office.open();
        return *office.file;
    }
    QStringList records()
    {
        QStringList found;
        for (const AccessRecord &record : AccessRepository(file().database()).ofTicket(ticket))
            found.append(record.action + u' ' + record.details);
        return found;
    }

    QuietMessages messages;
    HandlingOffice office;
    TicketId ticket;
    std::unique_ptr<CaseSession> session;
    std::unique_ptr<TicketDetail> detail;
    SegmentedButtons *parts = nullptr;
    QListWidget *list = nullptr;
};

// Two who have to log in: the built-in user and 王芳.
void addUsers(HandlingOffice &office)
{
    const UserRepository users(office.file->database());
    const User first = users.all().first();
    CaseBook book(*office.file, office.clock, first.name);
    HandlingOffice::must(book.setPassword(*first.id, chiefs));
    HandlingOffice::must(book.saveUser({.login = u"wang"_s, .name = u"王芳"_s, .roles = Role::Operator}));
    HandlingOffice::must(book.setPassword(*users.byName(u"王芳"_s)->id, clerks));
}

TicketId withAttachments(HandlingOffice &office, const QList<std::pair<QString, QByteArray>> &files)
{
    const TicketId ticket = office.accepted();
    for (const auto &[name, content] : files)
        HandlingOffice::must(office.book->attach({.ticket = ticket, .name = name, .content = content}));
    return ticket;
}

// What would be handed to another program.
class Opener : public QObject
{
    Q_OBJECT

public:
    Opener() { QDesktopServices::setUrlHandler(u"file"_s, this, "open"); }
    ~Opener() override { QDesktopServices::unsetUrlHandler(u"file"_s); }
    Q_INVOKABLE void open(const QUrl &url) { opened.append(url.toLocalFile()); }
    QStringList opened;
};

AttachmentViewer *viewerOf(const Desk &desk)
{
    const auto find = [&desk]() -> AttachmentViewer * {
        for (auto *viewer : desk.detail->findChildren<AttachmentViewer *>()) {
            if (viewer->isVisible())
                return viewer;
        }
        return nullptr;
    };
    REQUIRE(QTest::qWaitFor([&] { return find() != nullptr; }, patience));
    return find();
}

} // namespace

TEST_CASE("files that are dropped on a ticket become its attachments", "[attachments]")
{
    Desk desk([](HandlingOffice &office) { return office.accepted(); });
    CHECK(desk.caption() == u"Files 0");
    CHECK(desk.child<QLabel>(u"tickets.attachments.remark"_s)->text().contains(u"No attachments yet"));
    const QString photo = desk.make(u"坑洼.png"_s, picture());
    const QString letter = desk.make(u"信 13800001111.txt"_s, "反映人来信");
    desk.parts->setValue(0);
    REQUIRE(desk.drop({photo, letter, desk.office.folder.path(), desk.office.folder.filePath(u"gone.pdf"_s)}));
    CHECK(desk.parts->value() == attachmentsPart); // what is about to be shown comes into sight
    desk.confirm(u"市民微信"_s);
    desk.waitForRows(2);
    REQUIRE(QTest::qWaitFor([&] { return desk.caption() == u"Files 2"; }, patience));
    CHECK(desk.list->currentRow() == 1); // the newest
    CHECK(desk.row(0).startsWith(u"坑洼.png, Picture, "_s));
    CHECK(desk.row(0).endsWith(u"市民微信"));
    CHECK(desk.row(1).startsWith(u"信 138****1111.txt, Text file"_s)); // masked until it is revealed
    const QString told = desk.notice();
    CHECK(told.contains(u"folder"));
    CHECK(told.contains(u"gone.pdf"));
    CHECK(desk.messages.shown.isEmpty());

    CHECK_FALSE(desk.drop({desk.office.path()})); // a case file is the window's
    AttachmentRepository attachments(desk.file().database());
    const auto stored = attachments.ofTicket(desk.ticket);
    REQUIRE(stored.size() == 2);
    CHECK(attachments.content(*stored[0].id) == contentOf(photo));
    CHECK(stored[1].name == u"信 13800001111.txt");
}

TEST_CASE("a picture of the clipboard is stored as PNG under the time", "[attachments]")
{
    Desk desk([](HandlingOffice &office) { return office.accepted(); });
    QApplication::clipboard()->clear();
    desk.detail->setFocus();
    desk.action(u"paste"_s)->trigger();
    CHECK(desk.notice().contains(u"clipboard"));
    QImage image(30, 20, QImage::Format_RGB32);
    image.fill(Qt::red);
    QApplication::clipboard()->setImage(image);
    desk.action(u"paste"_s)->trigger();
    desk.confirm();
    desk.waitForRows(1);
    CHECK(desk.row(0).startsWith(u"Picture 20200210-090000.png, Picture"_s));
    const AttachmentRepository attachments(desk.file().database());
    const QImage stored = QImage::fromData(attachments.content(*attachments.ofTicket(desk.ticket).first().id), "PNG");
    CHECK(stored.size() == image.size());
    CHECK(stored.pixelColor(3, 3) == QColor(Qt::red));
    QApplication::clipboard()->clear();
}

TEST_CASE("one that is refused leaves the others, and says why", "[attachments]")
{
    Desk desk([](HandlingOffice &office) {
        HandlingRules rules = HandlingRules::of(*office.file);
        rules.attachmentMegabytes = rules.ticketMegabytes = 1;
        HandlingOffice::must(office.book->changeHandlingRules(rules));
        return office.accepted();
    });
    const QString large = desk.make(u"大.txt"_s, QByteArray(1024 * 1024 + 1, 'x'));
    const QString first = desk.make(u"甲.txt"_s, "same");
    const QString second = desk.make(u"乙.txt"_s, "same");
    REQUIRE(desk.drop({large, first, second}));
    desk.confirm();
    REQUIRE(
        QTest::qWaitFor([&] { return desk.child<NoticeBar>(u"tickets.attachments.notice"_s)->isVisible(); }, patience));
    CHECK(desk.notice().contains(u"大.txt"));
    CHECK(desk.notice().contains(u"1 MB"));
    CHECK(desk.notice().contains(u"“乙.txt” is here already, as “甲.txt”"));
    CHECK(desk.list->count() == 1);
}

TEST_CASE("a picture and a text are seen here, and that is recorded", "[attachments]")
{
    Desk desk([](HandlingOffice &office) {
        return withAttachments(office, {{u"坑洼.png"_s, picture(3000, 2000)}, {u"信.txt"_s, "反映人来信\n第二行"}});
    });
    desk.waitForRows(2);
    CHECK(desk.list->currentRow() == 1); // the newest
    desk.list->setFocus();
    QTest::keyClick(desk.list, Qt::Key_Return);
    AttachmentViewer *text = viewerOf(desk);
    CHECK(text->findChild<QPlainTextEdit *>()->toPlainText() == u"反映人来信\n第二行");
    CHECK(text->windowTitle() == u"信.txt");
    QTest::keyClick(text, Qt::Key_Escape);
    REQUIRE(QTest::qWaitFor([&] { return desk.detail->findChildren<AttachmentViewer *>().isEmpty(); }, patience));

    desk.list->setCurrentRow(0);
    desk.action(u"see"_s)->trigger();
    AttachmentViewer *shown = viewerOf(desk);
    REQUIRE(QTest::qWaitForWindowExposed(shown));
    CHECK(shown->findChild<QLabel *>(u"attachmentViewer.remark"_s)->text().contains(u"3000 × 2000"));
    const auto *scroll = shown->findChild<QScrollArea *>();
    CHECK(scroll->widget()->width() <= scroll->viewport()->width()); // it fits
    QTest::mouseClick(shown->findChild<QAbstractButton *>(u"attachmentViewer.size.0"_s), Qt::LeftButton);
    REQUIRE(QTest::qWaitFor([&] { return scroll->widget()->width() == 3000; }, patience));
    CHECK(namelessControls(shown) == QStringList());
    CHECK(cutTexts(shown) == QStringList());
    CHECK(desk.records() == QStringList{u"view attachment 2"_s, u"view attachment 1"_s});
}

TEST_CASE("a very large picture is read smaller, a damaged one is said to be", "[attachments]")
{
    HandlingOffice office;
    withAttachments(office, {{u"大.png"_s, picture(7000, 5000)}, {u"坏.png"_s, picture().first(40)}});
    const ShownAttachment large = AttachmentFiles::shown(*office.file, AttachmentId(1), {});
    CHECK(large.fullSize == QSize(7000, 5000));
    CHECK(large.picture.width() < 7000);
    CHECK(qint64{large.picture.width()} * large.picture.height() <= 24'100'000);
    CHECK(AttachmentFiles::shown(*office.file, AttachmentId(2), {}).fault.contains(u"坏.png"));
}

TEST_CASE("texts are read in the encodings of Chinese offices", "[attachments]")
{
    CHECK(AttachmentFiles::decoded("停水") == u"停水");
    CHECK(AttachmentFiles::decoded(QByteArray("\xCD\xA3\xCB\xAE", 4)) == u"停水");         // GB18030
    CHECK(AttachmentFiles::decoded(QByteArray("\xFF\xFE\x5C\x50\x34\x6C", 6)) == u"停水"); // UTF-16
}

TEST_CASE("a document is handed to another program as a copy that nobody else can read", "[attachments]")
{
    Desk desk([](HandlingOffice &office) { return withAttachments(office, {{u"..\\回复.pdf"_s, "%PDF-1.4 first"}}); });
    Opener opener;
    desk.waitForRows(1);
    desk.action(u"see"_s)->trigger();
    REQUIRE(QTest::qWaitFor([&] { return opener.opened.size() == 1; }, patience));
    const QFileInfo copy(opener.opened.first());
    CHECK(contentOf(copy.filePath()) == "%PDF-1.4 first");
    const QString folder = AttachmentCopies::of(*desk.session).folder();
    CHECK(copy.absolutePath() == folder);
    CHECK(copy.fileName() == u"_回复.pdf");
    const auto others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    CHECK_FALSE(QFile::permissions(folder) & others);
    CHECK_FALSE(copy.permissions() & (others | QFile::WriteOwner));
    desk.action(u"see"_s)->trigger();
    REQUIRE(QTest::qWaitFor([&] { return opener.opened.size() == 2; }, patience));
    CHECK(opener.opened[1] != opener.opened[0]);
    CHECK(desk.records() == QStringList{u"view attachment 1"_s, u"view attachment 1"_s});
}

TEST_CASE("copies for other programs go with the user and with the case file", "[attachments]")
{
    Desk desk([](HandlingOffice &office) {
        addUsers(office);
        return withAttachments(office, {{u"回复.pdf"_s, "%PDF-1.4 first"}});
    });
    Opener opener;
    desk.waitForRows(1);
    const auto seeCopy = [&] {
        const auto before = opener.opened.size();
        desk.action(u"see"_s)->trigger();
        REQUIRE(QTest::qWaitFor([&] { return opener.opened.size() == before + 1; }, patience));
        return opener.opened.last();
    };
    const QString first = seeCopy();
    REQUIRE(QFileInfo::exists(first));
    desk.logIn(builtInUser(), chiefs); // the same one, after a locked screen
    CHECK(QFileInfo::exists(first));
    desk.logIn(u"王芳"_s, clerks);
    CHECK_FALSE(QFileInfo::exists(first));
    CHECK_FALSE(QFileInfo::exists(QFileInfo(first).absolutePath()));
    const QString second = seeCopy();
    CHECK(QFileInfo::exists(second));
    desk.detail.reset();
    desk.session.reset();
    CHECK_FALSE(QFileInfo::exists(QFileInfo(second).absolutePath()));
}

TEST_CASE("what one user adds is never added in another's name", "[attachments]")
{
    Desk desk([](HandlingOffice &office) {
        addUsers(office);
        return office.accepted();
    });
    AttachmentQueue queue(*desk.session, nullptr);
    QStringList refused;
    int added = -1;
    QObject::connect(&queue, &AttachmentQueue::finished, [&](TicketId, int count, const QStringList &why) {
        added = count;
        refused = why;
    });
    const auto file = [&](const QString &name) {
        return IncomingAttachment{.ticket = desk.ticket, .path = desk.make(name, name.toUtf8()), .name = name};
    };
    queue.add({file(u"一.txt"_s), file(u"二.txt"_s)});
    desk.logIn(u"王芳"_s, clerks); // while the first is read
    REQUIRE(QTest::qWaitFor([&] { return added >= 0; }, patience));
    CHECK(added == 0);
    REQUIRE(refused.size() == 2);
    CHECK(refused[0].contains(u"一.txt"));
    CHECK(refused[1].contains(u"话务员"));
    added = -1;
    queue.add({file(u"三.txt"_s)});
    REQUIRE(QTest::qWaitFor([&] { return added >= 0; }, patience));
    CHECK(added == 1);
    const auto stored = AttachmentRepository(desk.file().database()).ofTicket(desk.ticket);
    REQUIRE(stored.size() == 1);
    CHECK(stored[0].addedBy == u"王芳");
}

TEST_CASE("nobody leaves by accident while files are being added", "[attachments]")
{
    Desk desk([](HandlingOffice &office) { return office.accepted(); });
    const auto leaves = [&] {
        std::optional<bool> answer;
        desk.detail->leave([&answer](bool may) { answer = may; });
        REQUIRE(answer);
        return *answer;
    };
    CHECK_FALSE(desk.detail->wouldLose());
    CHECK(leaves());
    CHECK(desk.messages.shown.isEmpty());
    REQUIRE(desk.drop({desk.make(u"大.txt"_s, QByteArray(10'000'000, 'a')), desk.make(u"小.txt"_s, "b")}));
    desk.confirm();
    REQUIRE(desk.detail->wouldLose());
    desk.messages.reply = 1; // wait for them
    CHECK_FALSE(leaves());
    desk.messages.reply = 0; // without the rest
    CHECK(leaves());
    CHECK(desk.messages.shown.size() == 2);
    desk.waitForRows(2);
    REQUIRE(QTest::qWaitFor([&] { return !desk.detail->wouldLose(); }, patience));
    CHECK(leaves());
    CHECK(desk.messages.shown.size() == 2);
}

TEST_CASE("a dialog acts on the ticket that it was opened for", "[attachments]")
{
    TicketId other{0};
    Desk desk([&other](HandlingOffice &office) {
        other = office.accepted();
        return withAttachments(office, {{u"一.txt"_s, "1"}, {u"二.txt"_s, "2"}});
    });
    desk.waitForRows(2);
    const QString number = desk.child<QLabel>(u"tickets.detail.number"_s)->text();
    desk.action(u"saveAll"_s)->trigger();
    desk.action(u"add"_s)->trigger();
    auto *saving = desk.child<QFileDialog>(u"tickets.attachments.saveAllDialog"_s);
    auto *adding = desk.child<QFileDialog>(u"tickets.attachments.addDialog"_s);
    desk.detail->showTicket(other);
    desk.waitForRows(0);
    const QString folder = desk.office.folder.filePath(u"out"_s);
    REQUIRE(QDir().mkpath(folder));
    Q_EMIT saving->fileSelected(folder);
    REQUIRE(QTest::qWaitFor([&] { return QDir(folder).entryList(QDir::Files).size() == 2; }, patience));
    Q_EMIT adding->filesSelected({desk.make(u"三.txt"_s, "3")});
    const auto remarks = desk.asked()->findChildren<QLabel *>();
    CHECK(std::ranges::any_of(remarks, [&](const QLabel *label) { return label->text().startsWith(number); }));
    desk.confirm();
    const auto *queue = desk.detail.get();
    REQUIRE(QTest::qWaitFor([queue] { return !queue->wouldLose(); }, patience));
    CHECK(desk.list->count() == 0);
    const AttachmentRepository attachments(desk.file().database());
    CHECK(attachments.ofTicket(desk.ticket).size() == 3);
    CHECK(attachments.ofTicket(other).isEmpty());
}

TEST_CASE("where copies can't all be written it is said which were", "[attachments]")
{
    // Does something before a copy is written, and may stop the work then.
    class Before final : public Progress
    {
    public:
        explicit Before(const std::function<bool(qint64 number)> &stops)
            : m_stops(stops)
        {
        }
        void report(qint64 done, [[maybe_unused]] qint64 total, [[maybe_unused]] const QString &what) override
        {
            m_stopped = m_stops(done);
        }
        [[nodiscard]] bool cancelled() const override { return m_stopped; }

    private:
        std::function<bool(qint64)> m_stops;
        bool m_stopped = false;
    };
    HandlingOffice office;
    withAttachments(office, {{u"一.txt"_s, "1"}, {u"二.txt"_s, "2"}, {u"三.txt"_s, "3"}});
    const QList<AttachmentId> all{AttachmentId(1), AttachmentId(2), AttachmentId(3)};
    const QString folder = office.folder.filePath(u"out"_s);
    REQUIRE(QDir().mkpath(folder));

    Before gone([&folder](qint64 number) {
        if (number == 1)
            QDir(folder).removeRecursively(); // as a medium that is pulled out
        return false;
    });
    const SavedCopies broken = AttachmentFiles::saveAll(*office.file, all, folder, gone);
    CHECK(broken.paths == QStringList{QDir(folder).filePath(u"一.txt"_s)});
    CHECK_FALSE(broken.fault.isEmpty());

    REQUIRE(QDir().mkpath(folder));
    Before stopped([](qint64 number) { return number == 1; }); // the second is under way and is finished
    const SavedCopies some = AttachmentFiles::saveAll(*office.file, all, folder, stopped);
    CHECK(some.paths.size() == 2);
    CHECK(some.fault.isEmpty());
    CHECK(QDir(folder).entryList(QDir::Files).size() == 2);
}

TEST_CASE("the requester's name is masked in the names, notes and history of attachments", "[attachments]")
{
    Desk desk([](HandlingOffice &office) {
        const TicketId ticket = office.accepted();
        HandlingOffice::must(office.book->attach(
            {.ticket = ticket, .name = u"王建国来信.txt"_s, .content = "a", .note = u"王建国之妻送来"_s}));
        return ticket;
    });
    desk.waitForRows(1);
    CHECK(desk.row(0).startsWith(u"王*国来信.txt"));
    CHECK(desk.row(0).endsWith(u"王*国之妻送来"));
    CHECK_FALSE(desk.list->item(0)->toolTip().contains(u"王建国"));
    const auto history = [&desk] {
        desk.child<QAbstractButton>(u"tickets.detail.parts.2"_s)->click();
        QStringList lines;
        for (const QLabel *label : desk.detail->findChildren<QLabel *>())
            lines.append(label->text());
        return lines;
    };
    CHECK(history().contains(u"Attachment added · 王*国来信.txt"_s));
    desk.detail->revealAction()->trigger();
    REQUIRE(QTest::qWaitFor([&desk] { return desk.detail->isRevealed(); }, patience));
    CHECK(history().contains(u"Attachment added · 王建国来信.txt"_s));
    CHECK(desk.row(0).startsWith(u"王建国来信.txt"));
}

TEST_CASE("a name that looks like markup is shown as it is", "[attachments]")
{
    Desk desk([](HandlingOffice &office) { return withAttachments(office, {{u"<img src=x>甲.txt"_s, "a"}}); });
    desk.waitForRows(1);
    const QString tip = desk.list->item(0)->toolTip();
    CHECK(tip.contains(u"&lt;img src=x&gt;甲.txt"));
    CHECK_FALSE(tip.contains(u"<img"));
}

TEST_CASE("a text of one very long line is shown in broken lines", "[attachments]")
{
    CHECK(AttachmentFiles::withBrokenLines(u"短\n行"_s) == u"短\n行");
    const QString full(4'000, u'a');
    CHECK(AttachmentFiles::withBrokenLines(full + u'\n' + full) == QString(full + u'\n' + full));
    CHECK(AttachmentFiles::withBrokenLines(full + u'b') == QString(full + u"\nb"));
    const QString faces = QString(3'999, u'a') + u"😀😀";
    CHECK(AttachmentFiles::withBrokenLines(faces) == QString(QString(3'999, u'a') + u"😀\n😀")); // none is cut apart

    HandlingOffice office;
    withAttachments(office, {{u"长.txt"_s, QByteArray(1'000'000, 'a')}, {u"短.txt"_s, "a"}});
    const ShownAttachment shown = AttachmentFiles::shown(*office.file, AttachmentId(1), {});
    CHECK(shown.isTextBroken);
    const QStringList lines = shown.text.split(u'\n');
    CHECK(std::ranges::all_of(lines, [](const QString &line) { return line.size() <= 4'000; }));
    CHECK(lines.join(QString()).size() == 1'000'000);
    const AttachmentViewer viewer(shown, nullptr);
    CHECK(viewer.findChild<QLabel *>(u"attachmentViewer.remark"_s)->text().contains(u"broken"));
    CHECK_FALSE(AttachmentFiles::shown(*office.file, AttachmentId(2), {}).isTextBroken);
}

TEST_CASE("what a program has left behind after a bad end is removed, what one is using is not", "[attachments]")
{
    const QTemporaryDir place;
    const auto make = [&place](const QString &name) {
        const QString path = place.filePath(name);
        REQUIRE(QDir().mkpath(path));
        QFile file(QDir(path).filePath(u"letter.pdf"_s));
        REQUIRE(file.open(QIODevice::WriteOnly));
        return path;
    };
    const auto age = [](const QString &path) {
        const auto yesterday = std::filesystem::file_time_type::clock::now() - std::chrono::hours(24);
        std::filesystem::last_write_time(path.toStdString(), yesterday);
    };
    const QString left = make(u"huiyin-attachments-left"_s);
    const QString used = make(u"huiyin-attachments-used"_s);
    const QString fresh = make(u"huiyin-attachments-fresh"_s);
    const QString other = make(u"another-folder"_s);
    QLockFile lock(QDir(used).filePath(u"in-use.lock"_s));
    REQUIRE(lock.tryLock(0));
    for (const QString &path : {left, used, other})
        age(path);
    AttachmentFiles::removeLeftFolders(place.path());
    CHECK_FALSE(QFileInfo::exists(left));
    CHECK(QFileInfo::exists(QDir(used).filePath(u"letter.pdf"_s)));
    CHECK(QFileInfo::exists(fresh));
    CHECK(QFileInfo::exists(other));
}

TEST_CASE("access records say which attachment was looked at and which was saved", "[attachments]")
{
    Desk desk([](HandlingOffice &office) {
        const TicketId ticket = withAttachments(office, {{u"信 13800001111.txt"_s, "a"}});
        HandlingOffice::must(office.book->recordAttachmentUse(AttachmentId(1), AttachmentUse::Seen));
        HandlingOffice::must(office.book->recordAttachmentUse(AttachmentId(1), AttachmentUse::Saved));
        HandlingOffice::must(office.book->recordView(ticket));
        return ticket;
    });
    DutyWatch duties(*desk.session);
    RecordsSection section({.session = *desk.session, .messages = desk.messages, .duties = duties});
    section.show();
    const auto *table = section.findChild<QTableView *>(u"setup.records.table"_s);
    REQUIRE(QTest::qWaitFor([&] { return table->model()->rowCount() == 3; }, patience));
    const auto cell = [table](int row, int column) { return table->model()->index(row, column).data().toString(); };
    CHECK(cell(0, 2) == u"looked at");
    CHECK(cell(0, 4) == u"name, telephone, address");
    CHECK(cell(1, 2) == u"saved outside");
    CHECK(cell(1, 4) == u"attachment “信 138****1111.txt”");
    CHECK(cell(2, 2) == u"looked at");
    CHECK(cell(2, 4) == u"attachment “信 138****1111.txt”");
}

TEST_CASE("the administrator sets how large attachments may be", "[attachments]")
{
    Desk desk([](HandlingOffice &office) { return office.accepted(); });
    DutyWatch duties(*desk.session);
    QWidget window;
    window.show();
    editHandlingRules({.session = *desk.session, .messages = desk.messages, .duties = duties}, HandlingRules(), &window,
                      [] {});
    auto *dialog = window.findChild<EntryDialog *>(u"setup.handling"_s);
    REQUIRE(dialog);
    CHECK(doubledKeys(dialog) == QStringList());
    CHECK(cutTexts(dialog) == QStringList());
    CHECK(namelessControls(dialog) == QStringList());
    auto *one = dialog->findChild<QSpinBox *>(u"setup.handling.attachment_megabytes"_s);
    auto *together = dialog->findChild<QSpinBox *>(u"setup.handling.ticket_megabytes"_s);
    CHECK(one->text() == u"20 MB");
    one->setValue(50);
    together->setValue(40);
    auto *save = dialog->findChild<QPushButton *>(u"setup.handling.save"_s);
    QTest::mouseClick(save, Qt::LeftButton);
    const auto *fault = dialog->findChild<QLabel *>(u"setup.handling.ticket_megabytes.fault"_s);
    REQUIRE(QTest::qWaitFor([fault] { return fault->isVisible(); }, patience));
    together->setValue(200);
    QTest::mouseClick(save, Qt::LeftButton);
    const QPointer<EntryDialog> open(dialog);
    REQUIRE(QTest::qWaitFor([&open] { return !open || !open->isVisible(); }, patience));
    const HandlingRules rules = HandlingRules::of(desk.file());
    CHECK(rules.attachmentMegabytes == 50);
    CHECK(rules.ticketMegabytes == 200);
}

TEST_CASE("what could do harm is not opened, and saved only after a warning", "[attachments]")
{
    Desk desk([](HandlingOffice &office) {
        return withAttachments(office, {{u"照片.jpg"_s, QByteArray("MZ\x90\0", 4)}, {u"材料.zip"_s, "PK\3\4...."}});
    });
    desk.waitForRows(2);
    desk.list->setCurrentRow(0);
    CHECK(desk.row(0).contains(u"Dangerous file"));
    CHECK_FALSE(desk.action(u"see"_s)->isEnabled());
    CHECK(desk.action(u"see"_s)->toolTip().contains(u"harm"));
    CHECK(desk.action(u"save"_s)->isEnabled());
    desk.messages.reply = 1; // don't save it
    desk.action(u"save"_s)->trigger();
    REQUIRE(desk.messages.shown.size() == 1);
    CHECK(desk.messages.shown.first().contains(u"照片.jpg"));
    CHECK_FALSE(desk.detail->findChild<QWidget *>(u"tickets.attachments.saveDialog"_s));
    desk.action(u"saveAll"_s)->trigger();
    CHECK(desk.messages.shown.size() == 2);
    // Asked of the bytes, whatever the list says.
    Opener opener;
    desk.child<AttachmentList>(u"tickets.attachments"_s)->seeAttachment(AttachmentId(1));
    CHECK(desk.notice().contains(u"照片.jpg"));
    CHECK(opener.opened.isEmpty());
    CHECK(desk.records() == QStringList{u"view attachment 1"_s});
}

TEST_CASE("copies are saved outside of the file, none over another", "[attachments]")
{
    Desk desk([](HandlingOffice &office) {
        return withAttachments(office, {{u"照片.png"_s, picture()}, {u"照片.png"_s, picture(9, 9)}, {u"CON"_s, "x\1"}});
    });
    desk.waitForRows(3);
    auto *list = desk.child<AttachmentList>(u"tickets.attachments"_s);
    const QString folder = desk.office.folder.filePath(u"out"_s);
    REQUIRE(QDir().mkpath(folder));
    const QString path = QDir(folder).filePath(u"照片.png"_s);
    list->saveAttachment(AttachmentId(1), path);
    CHECK(desk.notice().contains(u"Saved as"));
    CHECK(contentOf(path) == picture());

    desk.messages.reply = 1; // keep it
    list->saveAttachment(AttachmentId(2), path);
    CHECK(desk.messages.shown.size() == 1);
    CHECK(contentOf(path) == picture());
    desk.messages.reply = 0; // replace it
    list->saveAttachment(AttachmentId(2), path);
    CHECK(desk.notice().contains(u"Saved as"));
    CHECK(contentOf(path) == picture(9, 9));

    list->saveAttachment(AttachmentId(1), desk.office.path()); // “replace” once more
    REQUIRE(QTest::qWaitFor([&] { return desk.messages.shown.size() == 4; }, patience));
    CHECK(desk.messages.shown.last().contains(u"case file itself"));

    list->saveAllInto(folder, {AttachmentId(1), AttachmentId(2), AttachmentId(3)});
    CHECK(desk.notice().contains(u"3 attachment(s) saved"));
    CHECK(QDir(folder).entryList(QDir::Files, QDir::Name)
          == QStringList{u"_CON"_s, u"照片 (2).png"_s, u"照片 (3).png"_s, u"照片.png"_s});
    const QStringList records = desk.records(); // the case file can still be opened
    CHECK(records.count(u"export attachment 1"_s) == 3);
    CHECK(records.count(u"export attachment 2"_s) == 2);
    CHECK(records.count(u"export attachment 3"_s) == 1);
}

TEST_CASE("a removed attachment stays as a line", "[attachments]")
{
    Desk desk([](HandlingOffice &office) { return withAttachments(office, {{u"无关.png"_s, picture()}}); });
    desk.waitForRows(1);
    desk.list->setFocus();
    desk.action(u"remove"_s)->trigger();
    const auto dialog = [&desk]() -> CommandDialog * {
        for (CommandDialog *open : desk.detail->findChildren<CommandDialog *>()) {
            if (open->isVisible())
                return open;
        }
        return nullptr;
    };
    REQUIRE(QTest::qWaitFor([&] { return dialog() != nullptr; }, patience));
    CHECK(namelessControls(dialog()) == QStringList());
    auto *save = dialog()->findChild<QPushButton *>(u"handling.attachment_removed.save"_s);
    REQUIRE(save);
    QTest::mouseClick(save, Qt::LeftButton);
    auto *fault = dialog()->findChild<QLabel *>(u"handling.attachment_removed.ground.fault"_s);
    REQUIRE(fault);
    REQUIRE(QTest::qWaitFor([&] { return fault->isVisible(); }, patience));
    dialog()->findChild<QPlainTextEdit *>()->insertPlainText(u"传错工单"_s);
    QTest::mouseClick(save, Qt::LeftButton);
    REQUIRE(QTest::qWaitFor([&] { return !dialog(); }, patience));
    REQUIRE(QTest::qWaitFor([&] { return desk.caption() == u"Files 0"; }, patience));
    CHECK(desk.list->count() == 1);
    CHECK(desk.row(0).contains(u"话务员")); // who; the built-in user's name
    CHECK(desk.row(0).endsWith(u"传错工单"));
    for (const QString &thing : {u"see"_s, u"save"_s, u"saveAll"_s, u"remove"_s}) {
        INFO(thing.toStdString());
        CHECK_FALSE(desk.action(thing)->isEnabled());
        CHECK_FALSE(desk.action(thing)->toolTip().isEmpty());
    }
    CHECK(HistoryRepository(desk.file().database()).of(u"ticket"_s, desk.ticket.value()).last().action
          == u"attachment_removed");
}

TEST_CASE("where nothing can be added it is said why", "[attachments]")
{
    Desk desk(
        [](HandlingOffice &office) {
            const TicketId ticket = withAttachments(office, {{u"照片.png"_s, picture()}});
            HandlingOffice::must(office.book->makeVoid(ticket, u"测试"_s));
            return ticket;
        },
        GENERATE(CaseFile::Mode::Write, CaseFile::Mode::Read));
    desk.waitForRows(1);
    const QString why = desk.session->isReadOnly() ? u"reading only"_s : u"void"_s;
    CHECK_FALSE(desk.action(u"add"_s)->isEnabled());
    CHECK_FALSE(desk.action(u"remove"_s)->isEnabled());
    CHECK(desk.action(u"see"_s)->isEnabled() != desk.session->isReadOnly());
    CHECK(desk.action(u"add"_s)->toolTip().contains(why));
    CHECK(desk.child<QLabel>(u"tickets.attachments.remark"_s)->text().contains(why));
    CHECK_FALSE(desk.drop({desk.make(u"a.txt"_s, "a")}));
}

TEST_CASE("attachments are complete for keyboard and screen reader", "[attachments]")
{
    Desk desk([](HandlingOffice &office) {
        return withAttachments(office, {{u"照片.png"_s, picture()}, {u"信.txt"_s, "a"}});
    });
    desk.waitForRows(2);
    CHECK(namelessControls(desk.detail.get()) == QStringList());
    CHECK(cutTexts(desk.detail.get()) == QStringList());
    CHECK(doubledKeys(desk.detail.get()) == QStringList());
    CHECK(tabOrderFaults(desk.detail.get(), desk.detail.get()) == QStringList());
}

#include "AttachmentTests.moc"
