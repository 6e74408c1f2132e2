// SPDX-License-Identifier: GPL-3.0-or-later
// A citizen's data do not stay where somebody else finds them: in the clipboard, on a locked screen, on a photograph or
// a sheet of paper that nobody answers for.
#include "controls/NoticeBar.h"
#include "controls/UserMark.h"
#include "shell/ClipboardGuard.h"
#include "shell/Theme.h"
#include "support/Print.h"
#include "support/SecretDesk.h"
#include "tickets/TicketPaper.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QCompleter>
#include <QDialog>
#include <QListWidget>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStringListModel>
#include <QTabWidget>
#include <QToolTip>

#include <algorithm>
#include <cmath>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

namespace {

QClipboard *clipboard()
{
    return QApplication::clipboard();
}

// What another program has copied, as the toolkit shows it: through a class of its own.
class OthersData final : public QMimeData
{
public:
    explicit OthersData(const QString &text) { setText(text); }
    [[nodiscard]] const QMetaObject *metaObject() const override { return &QObject::staticMetaObject; }
};

bool emptied()
{
    return QTest::qWaitFor([] { return clipboard()->text().isEmpty(); }, 2'000);
}

// A colour as it looks with another over it.
QColor blended(const QColor &below, const QColor &above)
{
    const auto mixed = [a = above.alphaF()](float under, float over) { return under * (1 - a) + over * a; };
    return QColor::fromRgbF(mixed(below.redF(), above.redF()), mixed(below.greenF(), above.greenF()),
                            mixed(below.blueF(), above.blueF()));
}

double luminance(const QColor &colour)
{
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const auto [low, high] = std::minmax({luminance(a), luminance(b)});
    return (high + 0.05) / (low + 0.05);
}

} // namespace

TEST_CASE("what was copied goes out of the clipboard after a while", "[privacy][clipboard]")
{
    clipboard()->clear();
    ClipboardGuard guard(nullptr, std::chrono::milliseconds(150));
    QLineEdit edit(u"13800001111"_s);
    edit.show();
    edit.activateWindow();
    edit.setFocus();
    REQUIRE(QTest::qWaitForWindowActive(&edit));
    edit.selectAll();
    QTest::keyClick(&edit, Qt::Key_C, Qt::ControlModifier);
    REQUIRE(clipboard()->text() == u"13800001111"_s);
    CHECK(guard.isHolding());

    SECTION("by itself") {}
    SECTION("counted from the last copy")
    {
        QTest::qWait(100);
        copyPersonal(u"王建国\t13800001111"_s);
        QTest::qWait(100);
        CHECK_FALSE(clipboard()->text().isEmpty());
    }
    CHECK(emptied());
    CHECK_FALSE(guard.isHolding());
}

TEST_CASE("what may stay in the clipboard stays", "[privacy][clipboard]")
{
    clipboard()->clear();
    ClipboardGuard guard(nullptr, std::chrono::milliseconds(50));
    QString kept = u"受理 6610 件"_s;
    SECTION("figures")
    {
        copyLasting(kept);
    }
    SECTION("figures that are copied after somebody's data")
    {
        copyPersonal(u"13800001111"_s);
        copyLasting(kept);
    }
    SECTION("what another program copied, before or after")
    {
        copyPersonal(u"13800001111"_s);
        clipboard()->setMimeData(new OthersData(kept));
    }
    SECTION("texts of a page that shows nobody's data")
    {
        QWidget page;
        setCopiesLasting(&page);
        QLineEdit edit(kept, &page);
        page.show();
        page.activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(&page));
        edit.setFocus();
        edit.selectAll();
        QTest::keyClick(&edit, Qt::Key_C, Qt::ControlModifier);
    }
    CHECK_FALSE(guard.isHolding());
    QTest::qWait(150);
    CHECK(clipboard()->text() == kept);
    guard.clearNow();
    CHECK(clipboard()->text() == kept);
}

TEST_CASE("a part of such a page may show somebody's data all the same", "[privacy][clipboard]")
{
    clipboard()->clear();
    ClipboardGuard guard(nullptr, std::chrono::milliseconds(50));
    QWidget page;
    setCopiesLasting(&page);
    QLineEdit edit(u"13800001111"_s, &page);
    setCopiesLasting(&edit, false);
    page.show();
    page.activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(&page));
    edit.setFocus();
    edit.selectAll();
    QTest::keyClick(&edit, Qt::Key_C, Qt::ControlModifier);
    CHECK(guard.isHolding());
    CHECK(emptied());
}

TEST_CASE("whoever leaves the desk leaves nothing in the clipboard", "[privacy][clipboard][login]")
{
    clipboard()->clear();
    SecretDesk desk;
    desk.logInAsChief();
    desk.show(u"tickets"_s);
    auto *table = desk.table(u"tickets"_s, SecretOffice::people);
    table->setFocus();
    table->selectAll();
    desk.child<QAction>("tickets.copy")->trigger();
    REQUIRE(QTest::qWaitFor([] { return clipboard()->text().count(u'\n') == SecretOffice::people; }, patience));
    const auto *told = desk.child<QLabel>("shell.clipboard");
    CHECK(told->isVisible());
    CHECK(told->text().contains(QString::number(ClipboardGuard::keptFor.count())));
    SECTION("when the screen is locked")
    {
        desk.child<QAction>("shell.lock")->trigger();
    }
    SECTION("when another user comes")
    {
        desk.child<QAction>("shell.switchUser")->trigger();
    }
    SECTION("when the window is closed")
    {
        desk.window->close();
    }
    CHECK(clipboard()->text().isEmpty());
    CHECK_FALSE(told->isVisible());
}

TEST_CASE("a locked screen tells nothing of anybody", "[privacy][login]")
{
    SecretDesk desk;
    desk.logInAsChief();
    SecretHunt hunt(desk.office.secrets());
    const SecretPerson &known = desk.office.persons.first();

    // Every page with what it shows of people, and what lies over the pages.
    desk.show(u"intake"_s);
    desk.child<QPlainTextEdit>("intake.content")->insertPlainText(known.name + u"来电"_s);
    auto *phone = desk.child<QLineEdit>("intake.phone");
    phone->setText(known.phone);
    desk.settle(300);
    for (const QString &page : {u"dispatch"_s, u"followup"_s, u"today"_s, u"statistics"_s, u"bulletin"_s,
                                u"knowledge"_s, u"setup"_s, u"tickets"_s})
        desk.show(page);
    auto *table = desk.table(u"tickets"_s, SecretOffice::people);
    desk.choose(u"tickets"_s, table, 3);
    const auto *detail = desk.reveal(u"tickets"_s);
    desk.child<QAction>("handling.correctedAction")->trigger();
    REQUIRE(QTest::qWaitFor([&] { return desk.window->findChild<QDialog *>(u"handling.corrected"_s) != nullptr; },
                            patience));
    QDialog viewer(desk.window.get());
    viewer.setWindowTitle(known.name);
    (new QPlainTextEdit(&viewer))->setPlainText(known.card);
    viewer.show();
    QMessageBox box(QMessageBox::Information, known.name, known.address, QMessageBox::Ok, desk.window.get());
    box.open();
    QToolTip::showText(QPoint(10, 10), known.phone, table);
    QCompleter completer(QStringList{known.name});
    auto *words = desk.child<QLineEdit>("tickets.words");
    completer.setWidget(words);
    completer.setCompletionPrefix(known.name.left(1));
    completer.complete();
    QMenu menu(desk.window.get());
    menu.addAction(known.plate);
    menu.popup(QPoint(20, 20));
    hunt.lookAtWindows(SecretHunt::Of::Visible, u"at work"_s);
    const auto before = hunt.found().size();
    INFO(hunt.found().join(u'\n').toStdString());
    REQUIRE(before > 10); // it would be seen

    desk.child<QAction>("shell.lock")->trigger();
    REQUIRE(QTest::qWaitFor([&] { return desk.child<LoginPage>("login")->isVisible(); }, patience));
    SecretHunt locked(desk.office.secrets());
    locked.lookAtWindows(SecretHunt::Of::Visible, u"locked"_s);
    CHECK(locked.found() == QStringList());
    CHECK(locked.texts() > 10);
    CHECK_FALSE(detail->isRevealed());

    // What comes up meanwhile is not shown either.
    QMessageBox late(QMessageBox::Information, known.name, known.address, QMessageBox::Ok, desk.window.get());
    late.open();
    desk.settle();
    locked.lookAtWindows(SecretHunt::Of::Visible, u"locked"_s);
    CHECK(locked.found() == QStringList());

    desk.child<QLineEdit>("login.password")->setText(desk.office.chiefs);
    QTest::keyClick(desk.child<QLineEdit>("login.password"), Qt::Key_Return);
    REQUIRE(QTest::qWaitFor([&] { return table->isVisible(); }, patience));
    CHECK(viewer.isVisible()); // and all is there again, but not what had been revealed
    CHECK_FALSE(detail->isRevealed());
}

TEST_CASE("who looks at a citizen's data stands across them, until they are masked again", "[privacy][watermark]")
{
    SecretDesk desk;
    desk.logInAsChief();
    desk.show(u"tickets"_s);
    auto *table = desk.table(u"tickets"_s, SecretOffice::people);
    desk.choose(u"tickets"_s, table, 2);
    auto *mark = desk.child<TicketDetail>("tickets.detail")->findChild<UserMark *>();
    REQUIRE(mark);
    CHECK_FALSE(mark->isVisible());
    desk.settle(200); // until it has its place
    const QImage plain = mark->parentWidget()->grab().toImage();
    auto *detail = desk.reveal(u"tickets"_s);
    CHECK(mark->isVisible());
    CHECK(mark->size() == mark->parentWidget()->size());
    CHECK(mark->text().startsWith(desk.office.chief));
    CHECK(mark->text().contains(u"2020-02-20"_s));
    CHECK(mark->testAttribute(Qt::WA_TransparentForMouseEvents));

    // It is to be seen: some of the ground is not as it was.
    const QImage marked = mark->parentWidget()->grab().toImage();
    REQUIRE(marked.size() == plain.size());
    int changed = 0;
    const int from = marked.height() * 3 / 4; // below the texts
    for (int y = from; y < marked.height(); ++y) {
        for (int x = 0; x < marked.width(); ++x)
            changed += marked.pixel(x, y) != plain.pixel(x, y);
    }
    CHECK(changed > 100);

    SECTION("by the key")
    {
        detail->revealAction()->trigger();
    }
    SECTION("out of sight")
    {
        desk.show(u"today"_s);
    }
    SECTION("with another ticket")
    {
        desk.choose(u"tickets"_s, table, 5);
    }
    CHECK_FALSE(detail->isRevealed());
    CHECK_FALSE(mark->isVisibleTo(mark->parentWidget()));
}

TEST_CASE("text below the mark stays legible in light and dark", "[privacy][watermark]")
{
    Theme &theme = Theme::instance();
    const auto before = theme.appearance();
    for (const auto appearance : {Theme::Appearance::Light, Theme::Appearance::Dark}) {
        theme.setAppearance(appearance);
        const QColor ink = UserMark::ink();
        const QColor ground = colour(ColourRole::Panel);
        const QColor markedGround = blended(ground, ink);
        for (const ColourRole role : {ColourRole::Text, ColourRole::TextSoft, ColourRole::TextWeak}) {
            const QColor text = colour(role);
            const double least = std::min({contrast(text, markedGround), contrast(blended(text, ink), markedGround),
                                           contrast(blended(text, ink), ground)});
            // As legible as any text must be, or as this one is without the mark.
            INFO(static_cast<int>(appearance)
                 << " role " << static_cast<int>(role) << ": " << least << " of " << contrast(text, ground));
            CHECK(least >= std::min(4.5, 0.85 * contrast(text, ground)));
        }
        INFO(contrast(ground, markedGround));
        CHECK(contrast(ground, markedGround) >= 1.15); // and is to be seen
    }
    theme.setAppearance(before);
}

TEST_CASE("a paper that names the citizen tells which access record it belongs to",
          "[privacy][watermark][ticketprinting]")
{
    const PaperSheet sheet{.head = {}, .flow = {}, .foot = u"打印：2020-02-20 09:00　王芳"_s};
    SheetPages pages({sheet, sheet});
    REQUIRE(pages.count() == 2);
    pages.mark(1, u"查阅记录第12号"_s);
    CHECK_FALSE(pages.linesOf(0).join(u'\n').contains(u"查阅记录"_s));
    CHECK(pages.linesOf(1).contains(u"打印：2020-02-20 09:00　王芳　查阅记录第12号"_s));
    const auto darkness = [&pages](int page) {
        QImage image(794, 1123, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        pages.paint(page, &painter, QRectF(image.rect()));
        painter.end();
        int touched = 0;
        int darkest = 255;
        for (int y = 0; y < image.height() * 3 / 4; ++y) { // above the foot
            for (int x = 0; x < image.width(); ++x) {
                const int grey = qGray(image.pixel(x, y));
                touched += grey < 255;
                darkest = std::min(darkest, grey);
            }
        }
        return std::pair(touched, darkest);
    };
    CHECK(darkness(0).first == 0);
    const auto [touched, darkest] = darkness(1);
    CHECK(touched > 1'000);
    CHECK(darkest > 200); // faint
}

#ifdef Q_OS_UNIX
TEST_CASE("a case file that others can read is told of, and closed to them by one click", "[privacy]")
{
    TestOffice office;
    office.close();
    const auto others = QFile::ReadGroup | QFile::ReadOther;
    REQUIRE(QFile::setPermissions(office.path(), QFile::permissions(office.path()) | others));
    MainWindow window(office.clock, std::make_unique<QuietMessages>());
    window.show();
    window.openFile(office.path());
    REQUIRE(QTest::qWaitFor([&] { return window.currentPage() == u"today"_s; }, patience));
    auto *notice = window.findChild<NoticeBar *>(u"shell.notice"_s);
    REQUIRE(notice);
    CHECK(notice->isVisible());
    const auto buttons = notice->findChildren<QPushButton *>();
    const auto close = std::ranges::find_if(
        buttons, [](const QPushButton *button) { return button->text() == u"Close it to them"_s; });
    REQUIRE(close != buttons.end());
    (*close)->click();
    CHECK_FALSE(QFile::permissions(office.path()) & others);
    CHECK_FALSE(notice->isVisible());
}
#endif
