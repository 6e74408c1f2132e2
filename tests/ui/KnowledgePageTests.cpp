// SPDX-License-Identifier: GPL-3.0-or-later
// The knowledge base as the editor keeps it and as a clerk uses it in a call.
#include "support/HandlingOffice.h"
#include "support/Print.h"
#include "support/QuietMessages.h"
#include "support/Waiting.h"

#include "controls/CodePicker.h"
#include "controls/NoticeBar.h"
#include "controls/SegmentedButtons.h"
#include "controls/Tag.h"
#include "controls/TwoLineList.h"
#include "handling/TicketCommands.h"
#include "intake/ArticlePanel.h"
#include "intake/ArticleReader.h"
#include "intake/IntakePage.h"
#include "knowledge/ArticleDialog.h"
#include "knowledge/KnowledgePage.h"
#include "shell/DutyWatch.h"
#include "storage/KnowledgeRepository.h"
#include "storage/UserRepository.h"
#include "tickets/TicketDetail.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QTreeView>

#include <catch2/catch.hpp>

#include <optional>

using namespace Qt::StringLiterals;
using namespace huiyin;
using namespace huiyin::test;

namespace {

// An office with four articles, open in a session.
struct KnowledgeDesk
{
    explicit KnowledgeDesk(bool filled = true)
    {
        office.clock.set(at("2020-02-26 10:50"));
        if (filled) {
            add({.question = u"每年什么时候开始供暖？"_s,
                 .answer = u"10月25日开始，\n到次年4月5日。"_s,
                 .keywords = u"暖气"_s});
            add({.question = u"采暖费怎么缴纳？"_s, .answer = u"到营业厅或银行缴。"_s, .validTo = QDate(2020, 3, 1)});
            add({.question = u"春节可以燃放烟花爆竹吗？"_s,
                 .answer = u"禁放区外可以。"_s,
                 .validTo = QDate(2020, 2, 20)});
            add({.question = u"暂住证怎么办？"_s, .answer = u"已改为居住证。"_s});
            REQUIRE(office.book->retireArticle(ArticleId(4)));
        }
        office.close();
        session = std::make_unique<CaseSession>(messages, office.clock);
        session->open(office.path(), CaseFile::Mode::Write);
        REQUIRE(waitFor([this] { return session->isOpen(); }));
        duties = std::make_unique<DutyWatch>(*session);
    }
    void add(const KnowledgeArticle &article)
    {
        office.clock.advance(60);
        REQUIRE(office.book->saveArticle(article));
    }
    [[nodiscard]] PageContext context() { return {.session = *session, .messages = messages, .duties = *duties}; }
    // The file as the test reads it, when the window has let go.
    CaseFile &file()
    {
        duties.reset();
        session.reset();
        office.open();
        return *office.file;
    }

    TestOffice office;
    QuietMessages messages;
    std::unique_ptr<CaseSession> session;
    std::unique_ptr<DutyWatch> duties;
};

template <class P>
struct Shown
{
    explicit Shown(KnowledgeDesk &desk)
        : page(std::make_unique<P>(desk.context()))
    {
        page->resize(1180, 690);
        page->show();
        page->activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(page.get()));
        page->activated();
    }
    template <class T>
    T *child(const char *name)
    {
        T *found = page->template findChild<T *>(QLatin1StringView(name));
        INFO(name);
        REQUIRE(found);
        return found;
    }
    // As the window lets a page go: what was typed is in the file before another one looks for it there.
    void leave()
    {
        std::optional<bool> left;
        page->leave([&left](bool goes) { left = goes; });
        REQUIRE(waitFor([&] { return left.has_value(); }));
        REQUIRE(*left);
    }
    QStringList questions()
    {
        auto *model = child<QTreeView>("knowledge.table")->model();
        QStringList list;
        for (int row = 0; row < model->rowCount(); ++row)
            list.append(model->index(row, 0).data().toString());
        return list;
    }
    void waitForRows(int rows)
    {
        REQUIRE(waitFor([&] { return questions().size() == rows; }));
    }
    void waitForArticle(const QString &question)
    {
        INFO(question.toStdString());
        REQUIRE(waitFor([&] { return child<QLabel>("knowledge.view.question")->text() == question; }));
        REQUIRE(waitFor([&] { return child<QAction>("knowledge.copyAction")->isEnabled(); }));
    }
    ArticleDialog *dialog()
    {
        ArticleDialog *found = nullptr;
        REQUIRE(waitFor([&] {
            found = page->template findChild<ArticleDialog *>();
            return found && found->isVisible();
        }));
        return found;
    }
    bool noDialog()
    {
        return waitFor([&] { return !page->template findChild<ArticleDialog *>(); });
    }

    std::unique_ptr<P> page;
};

using OpenKnowledge = Shown<KnowledgePage>;
using OpenIntake = Shown<IntakePage>;

template <class T>
T *field(QDialog *dialog, const char *name)
{
    T *found = dialog->findChild<T *>(u"knowledge.article."_s + QLatin1StringView(name));
    REQUIRE(found);
    return found;
}

void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    REQUIRE(QApplication::focusWidget());
    QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    QApplication::processEvents();
}

} // namespace

TEST_CASE("the knowledge page finds, filters and shows articles", "[ui][knowledge]")
{
    KnowledgeDesk desk;
    OpenKnowledge open(desk);
    open.waitForRows(3);
    CHECK(open.questions().first() == u"春节可以燃放烟花爆竹吗？"_s); // the newest
    auto *state = open.child<SegmentedButtons>("knowledge.state");
    const auto option = [&](const char *name) { return open.child<QAbstractButton>(name)->text(); };
    CHECK(option("knowledge.state.all") == u"All 3"_s);
    CHECK(option("knowledge.state.expiring") == u"Expires soon 1"_s);
    CHECK(option("knowledge.state.expired") == u"Expired 1"_s);
    CHECK(option("knowledge.state.retired") == u"Retired 1"_s);
    open.waitForArticle(u"春节可以燃放烟花爆竹吗？"_s);
    CHECK(open.child<Tag>("knowledge.view.state")->text() == u"Expired"_s);
    CHECK(open.child<Tag>("knowledge.view.state")->tone() == Tone::Bad);

    auto *words = open.child<QLineEdit>("knowledge.search");
    CHECK(words->hasFocus());
    words->insert(u"暖"_s);
    open.waitForRows(2);
    words->insert(u"气"_s); // of the keywords
    open.waitForRows(1);
    open.waitForArticle(u"每年什么时候开始供暖？"_s);
    words->setText(u"没有这样的"_s);
    REQUIRE(waitFor([&] { return open.questions().isEmpty(); }));
    CHECK_FALSE(open.child<QAction>("knowledge.copyAction")->isEnabled());
    words->clear();
    open.child<QAbstractButton>("knowledge.state.retired")->click();
    REQUIRE(waitFor([&] { return open.questions() == QStringList{u"暂住证怎么办？"_s}; }));
    CHECK(state->value() == static_cast<int>(ArticleState::Retired));
    open.waitForArticle(u"暂住证怎么办？"_s);
    CHECK(open.child<QPushButton>("knowledge.retire")->text() == u"Restore"_s);

    open.child<QAbstractButton>("knowledge.state.expiring")->click();
    open.waitForArticle(u"采暖费怎么缴纳？"_s);
    CHECK(open.child<Tag>("knowledge.view.state")->text().startsWith(u"Expires in 4 day"_s));
    open.child<QAction>("knowledge.copyAction")->trigger();
    CHECK(QGuiApplication::clipboard()->text() == u"到营业厅或银行缴。"_s);
}

TEST_CASE("the editor writes, changes, retires and restores an article", "[ui][knowledge]")
{
    KnowledgeDesk desk(false);
    {
        OpenKnowledge open(desk);
        REQUIRE(waitFor([&] {
            const auto labels = open.page->findChildren<QLabel *>();
            return std::ranges::any_of(labels, [](const QLabel *label) {
                return label->isVisible() && label->text() == u"No articles yet"_s;
            });
        }));
        press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        ArticleDialog *dialog = open.dialog();
        field<QLineEdit>(dialog, "question")->setText(u"停水了找谁？"_s);
        field<QPushButton>(dialog, "save")->click();
        REQUIRE(waitFor([&] { return field<QLabel>(dialog, "answer.fault")->isVisible(); }));
        field<QPlainTextEdit>(dialog, "answer")->setPlainText(u"打供水公司电话。"_s);
        field<QLineEdit>(dialog, "validTo")->setText(u"明年"_s);
        field<QPushButton>(dialog, "save")->click();
        CHECK(field<QLabel>(dialog, "validTo.fault")->isVisible());
        field<QLineEdit>(dialog, "validTo")->setText(u"２０２０-１２-３１"_s); // an input method left it wide
        field<QPushButton>(dialog, "save")->click();
        REQUIRE(open.noDialog());
        open.waitForArticle(u"停水了找谁？"_s);
        CHECK(open.child<Tag>("knowledge.view.state")->text() == u"Valid"_s);

        open.child<QPushButton>("knowledge.edit")->click();
        dialog = open.dialog();
        CHECK(field<QLineEdit>(dialog, "validTo")->text() == u"2020-12-31"_s);
        field<QLineEdit>(dialog, "question")->setText(u"停水了打什么电话？"_s);
        field<QPushButton>(dialog, "save")->click();
        REQUIRE(open.noDialog());
        open.waitForArticle(u"停水了打什么电话？"_s);

        open.child<QPushButton>("knowledge.retire")->click();
        REQUIRE(waitFor([&] { return open.questions().isEmpty(); }));
        open.child<NoticeBar>("knowledge.notice")->findChild<QPushButton *>()->click();
        open.waitForRows(1);
        open.waitForArticle(u"停水了打什么电话？"_s);
    }
    const auto articles = KnowledgeRepository(desk.file().database()).all();
    REQUIRE(articles.size() == 1);
    CHECK(articles[0].version == 4);
    CHECK(articles[0].validTo == QDate(2020, 12, 31));
    CHECK_FALSE(articles[0].retired);
}

TEST_CASE("what is written of an article and not saved is kept for later, or thrown away", "[ui][knowledge]")
{
    KnowledgeDesk desk;
    OpenKnowledge open(desk);
    open.waitForRows(3);
    const auto writeSomething = [&] {
        open.child<QAction>("knowledge.newAction")->trigger();
        ArticleDialog *dialog = open.dialog();
        QLineEdit *question = field<QLineEdit>(dialog, "question");
        const QString before = question->text();
        question->setText(before + u"写了一半"_s);
        dialog->reject();
        REQUIRE(open.noDialog());
        return before;
    };
    const auto leaves = [&] {
        std::optional<bool> answer;
        open.page->leave([&answer](bool may) { answer = may; });
        REQUIRE(answer);
        return *answer;
    };
    desk.messages.reply = 0; // keep
    CHECK(writeSomething().isEmpty());
    CHECK_FALSE(open.page->wouldLose()); // it is in the file
    const auto asked = desk.messages.shown.size();
    CHECK(leaves());
    CHECK(desk.messages.shown.size() == asked);
    desk.messages.reply = 1; // throw away
    CHECK(writeSomething() == u"写了一半"_s);
    CHECK(writeSomething().isEmpty());
    // The screen is locked over what is being written.
    open.child<QAction>("knowledge.newAction")->trigger();
    ArticleDialog *locked = open.dialog();
    field<QLineEdit>(locked, "question")->setText(u"锁屏之前"_s);
    open.page->keep();
    delete locked;
    CHECK(writeSomething() == u"锁屏之前"_s);
    // Nothing written: nothing is asked.
    const auto before = desk.messages.shown.size();
    open.child<QAction>("knowledge.newAction")->trigger();
    open.dialog()->reject();
    REQUIRE(open.noDialog());
    CHECK(desk.messages.shown.size() == before);
}

TEST_CASE("who may only read the knowledge base sees no way to change it", "[ui][knowledge]")
{
    KnowledgeDesk desk;
    desk.duties.reset();
    desk.session.reset();
    desk.office.open();
    {
        const UserRepository users(desk.office.file->database());
        const User first = users.all().first();
        CaseBook book(*desk.office.file, desk.office.clock, first.name);
        REQUIRE(book.setPassword(*first.id, u"zhu-ren-2020"_s));
        REQUIRE(book.saveUser({.login = u"wang"_s, .name = u"王芳"_s, .roles = Role::Operator}));
        REQUIRE(book.setPassword(*users.byName(u"王芳"_s)->id, u"hua-wu-2020"_s));
    }
    desk.office.close();
    desk.session = std::make_unique<CaseSession>(desk.messages, desk.office.clock);
    desk.session->open(desk.office.path(), CaseFile::Mode::Write);
    REQUIRE(waitFor([&] { return desk.session->isOpen(); }));
    REQUIRE_FALSE(desk.session->isLoggedIn());
    QString user;
    desk.session->logIn(
        desk.session.get(), u"wang"_s, u"hua-wu-2020"_s, [&user](const User &who) { user = who.name; },
        [](const Refusal &) {});
    REQUIRE(waitFor([&] { return !user.isEmpty(); }));
    REQUIRE_FALSE(desk.session->isReadOnly());
    desk.duties = std::make_unique<DutyWatch>(*desk.session);
    OpenKnowledge open(desk);
    open.waitForRows(3);
    open.waitForArticle(open.questions().first());
    CHECK(open.child<QPushButton>("knowledge.edit")->isHidden());
    CHECK(open.child<QPushButton>("knowledge.retire")->isHidden());
    CHECK_FALSE(open.child<QAction>("knowledge.newAction")->isEnabled());
    CHECK_FALSE(open.child<QAction>("knowledge.importAction")->isEnabled());
    CHECK(open.child<QAction>("knowledge.copyAction")->isEnabled());
    CHECK(open.child<QAction>("knowledge.exportAction")->isEnabled());
}

TEST_CASE("a table of articles is imported when the user has seen what it does", "[ui][knowledge]")
{
    KnowledgeDesk desk;
    OpenKnowledge open(desk);
    open.waitForRows(3);
    const QString path = desk.office.folder.filePath(u"知识.csv"_s);
    const auto put = [&path](const char *rows) {
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(rows);
    };
    put("问题,答案,有效期至\n采暖费怎么缴纳？,到营业厅缴。,2020-03-01\n新的问题,新的答案,\n"
        "每年什么时候开始供暖？,\"10月25日开始，\n到次年4月5日。\",\n");
    desk.messages.reply = 1; // don't
    open.page->importFrom(path);
    REQUIRE(waitFor([&] { return !desk.messages.shown.isEmpty(); }));
    CHECK(desk.messages.shown.last().contains(u"New: 1. Changed: 1. Equal and left as they are: 1."_s));
    QTest::qWait(50);
    CHECK(open.questions().size() == 3);
    desk.messages.reply = 0;
    open.page->importFrom(path);
    open.waitForRows(4);
    CHECK(open.child<NoticeBar>("knowledge.notice")->text().startsWith(u"2 article"_s));

    // One that is retired stays so, and that is said before.
    put("问题,答案\n暂住证怎么办？,已改为居住证。\n采暖费怎么缴纳？,到银行缴。\n");
    desk.messages.reply = 1;
    desk.messages.shown.clear();
    open.page->importFrom(path);
    REQUIRE(waitFor([&] { return !desk.messages.shown.isEmpty(); }));
    CHECK(desk.messages.shown.last().contains(u"Retired, and left so: 1."_s));

    put("问题,答案\n,没有问题\n没有答案,\n");
    desk.messages.shown.clear();
    open.page->importFrom(path);
    REQUIRE(waitFor([&] { return !desk.messages.shown.isEmpty(); }));
    CHECK(desk.messages.shown.last().startsWith(u"2 place"_s));
    CHECK(open.questions().size() == 4);
}

TEST_CASE("while a question is written down its answer appears, is read and taken by keys", "[ui][knowledge][intake]")
{
    KnowledgeDesk desk;
    {
        OpenIntake open(desk);
        auto *panel = open.child<ArticlePanel>("intake.articles");
        auto *reader = open.child<ArticleReader>("intake.article");
        auto *take = open.child<QAction>("intake.takeArticleAction");
        auto *answer = open.child<QPlainTextEdit>("intake.answer");
        auto *content = open.child<QPlainTextEdit>("intake.content");
        open.page->startCall();
        CHECK(panel->isHidden());
        CHECK_FALSE(take->isEnabled());
        content->setFocus();
        content->insertPlainText(u"问今年什么时候开始供暖"_s);
        REQUIRE(waitFor([&] { return panel->isVisible() && take->isEnabled(); }));
        CHECK(panel->chosen() == ArticleId(1));

        press(Qt::Key_F3);
        REQUIRE(waitFor([&] { return reader->isVisible(); }));
        CHECK(open.child<QLabel>("intake.article.question")->text() == u"每年什么时候开始供暖？"_s);
        CHECK(content->hasFocus()); // the typing goes on
        open.child<QPushButton>("intake.leaveArticle")->setFocus();
        press(Qt::Key_Escape);
        CHECK_FALSE(reader->isVisible());
        CHECK(content->hasFocus());

        answer->setPlainText(u"您好。"_s);
        press(Qt::Key_F4);
        REQUIRE(waitFor([&] { return answer->toPlainText() == u"您好。\n10月25日开始，\n到次年4月5日。"_s; }));
        CHECK(answer->isVisible());
        CHECK(answer->hasFocus());
        // Undone as typing is, and taken again once only.
        press(Qt::Key_Z, Qt::ControlModifier);
        CHECK(answer->toPlainText() == u"您好。"_s);
        press(Qt::Key_F4);
        REQUIRE(waitFor([&] { return answer->toPlainText().contains(u"4月5日"_s); }));
        press(Qt::Key_F4);
        QTest::qWait(100);
        CHECK(answer->toPlainText().count(u"4月5日"_s) == 1);
        press(Qt::Key_F5); // answered directly
        REQUIRE(waitFor([&] { return open.child<NoticeBar>("intake.notice")->text().contains(u"answered"_s); }));
    }
    CaseFile &file = desk.file();
    CHECK(KnowledgeRepository(file.database()).useOf(ArticleId(1)).times == 1);
    CHECK(KnowledgeRepository(file.database()).useOf(ArticleId(2)).times == 0);
}

TEST_CASE("an expired answer is taken only after a question, and an emptied one is no use", "[ui][knowledge][intake]")
{
    KnowledgeDesk desk;
    {
        OpenIntake open(desk);
        auto *answer = open.child<QPlainTextEdit>("intake.answer");
        auto *take = open.child<QAction>("intake.takeArticleAction");
        open.page->startCall();
        open.child<QPlainTextEdit>("intake.content")->setFocus();
        open.child<QPlainTextEdit>("intake.content")->insertPlainText(u"春节可以燃放烟花爆竹吗"_s);
        REQUIRE(waitFor([&] { return take->isEnabled(); }));
        const auto remark = open.child<TwoLineList>("intake.articleList")->item(0)->toolTip();
        CHECK(remark.contains(u"Expired"_s));
        desk.messages.reply = 1;
        take->trigger();
        REQUIRE(waitFor([&] { return desk.messages.shown.size() == 1; }));
        CHECK(answer->toPlainText().isEmpty());
        desk.messages.reply = 0;
        take->trigger();
        REQUIRE(waitFor([&] { return answer->toPlainText() == u"禁放区外可以。"_s; }));
        answer->clear();
        open.child<QAction>("intake.acceptAction")->trigger();
        REQUIRE(waitFor([&] { return !open.child<NoticeBar>("intake.notice")->text().isEmpty(); }));
    }
    CaseFile &file = desk.file();
    CHECK(KnowledgeRepository(file.database()).useOf(ArticleId(3)).times == 0);
    CHECK(TicketRepository(file.database()).matching({.state = TicketState::Accepted}).size() == 1);
}

TEST_CASE("an answer that was typed over is no use of its article, a shortened one is", "[ui][knowledge][intake]")
{
    KnowledgeDesk desk;
    const auto [typed, undone, times] =
        GENERATE(table<QString, bool, int>({{u"请打供热公司的电话。"_s, false, 0},
                                            {u"请打供热公司的电话。"_s, true, 1},
                                            {u"今年10月25日开始，特此答复"_s, false, 1}}));
    {
        OpenIntake open(desk);
        auto *answer = open.child<QPlainTextEdit>("intake.answer");
        auto *content = open.child<QPlainTextEdit>("intake.content");
        open.page->startCall();
        content->setFocus();
        content->insertPlainText(u"问今年什么时候开始供暖"_s);
        REQUIRE(waitFor([&] { return open.child<QAction>("intake.takeArticleAction")->isEnabled(); }));
        press(Qt::Key_F4);
        REQUIRE(waitFor([&] { return answer->toPlainText().contains(u"10月25日"_s); }));
        answer->selectAll();
        answer->insertPlainText(typed);
        REQUIRE(answer->toPlainText() == typed);
        if (undone) {
            answer->undo();
            REQUIRE(answer->toPlainText().contains(u"4月5日"_s));
        }
        press(Qt::Key_F5);
        REQUIRE(waitFor([&] { return open.child<NoticeBar>("intake.notice")->text().contains(u"answered"_s); }));
    }
    CHECK(KnowledgeRepository(desk.file().database()).useOf(ArticleId(1)).times == times);
}

TEST_CASE("a draft remembers which article it used", "[ui][knowledge][intake]")
{
    KnowledgeDesk desk;
    {
        OpenIntake open(desk);
        open.page->startCall();
        open.child<QPlainTextEdit>("intake.content")->insertPlainText(u"问什么时候开始供暖"_s);
        REQUIRE(waitFor([&] { return open.child<QAction>("intake.takeArticleAction")->isEnabled(); }));
        open.child<QAction>("intake.takeArticleAction")->trigger();
        REQUIRE(waitFor([&] { return !open.child<QPlainTextEdit>("intake.answer")->toPlainText().isEmpty(); }));
        open.leave();
    }
    {
        OpenIntake open(desk);
        auto *notice = open.child<NoticeBar>("intake.notice");
        REQUIRE(waitFor([&] { return !notice->text().isEmpty(); }));
        notice->findChild<QPushButton *>()->click();
        open.child<QAction>("intake.answerAction")->trigger();
        REQUIRE(waitFor([&] { return notice->text().contains(u"answered"_s); }));
    }
    CHECK(KnowledgeRepository(desk.file().database()).useOf(ArticleId(1)).times == 1);
}

TEST_CASE("an article is made of a ticket without what tells who asked", "[ui][knowledge]")
{
    TestOffice office;
    QuietMessages messages;
    const auto saved = office.book->answerDirectly({.channel = office.phone(),
                                                    .title = u"李小明问何时供暖"_s,
                                                    .content = u"问供暖"_s,
                                                    .requester = u"李小明"_s,
                                                    .phone = u"13843450001"_s,
                                                    .answer = u"10月25日供暖，已回电13843450001。"_s});
    REQUIRE(saved);
    office.close();
    CaseSession session(messages, office.clock);
    session.open(office.path(), CaseFile::Mode::Write);
    REQUIRE(waitFor([&] { return session.isOpen(); }));
    TicketDetail detail(session, u"tickets"_s);
    detail.show();
    detail.showTicket(saved->id);
    REQUIRE(waitFor([&] { return detail.moreAction()->isEnabled(); }));
    QMenu menu;
    detail.findChild<TicketCommands *>()->fillMenu(&menu);
    const auto actions = menu.actions();
    const auto make = std::ranges::find(actions, u"handling.makeArticleAction"_s, &QAction::objectName);
    REQUIRE(make != actions.end());
    (*make)->trigger();
    ArticleDialog *dialog = nullptr;
    REQUIRE(waitFor([&] {
        dialog = detail.findChild<ArticleDialog *>();
        return dialog && dialog->isVisible();
    }));
    QPlainTextEdit *answer = field<QPlainTextEdit>(dialog, "answer");
    CHECK(answer->toPlainText() == u"10月25日供暖，已回电138****0001。"_s);
    CHECK(field<QLineEdit>(dialog, "question")->text() == u"李*明问何时供暖"_s);
    field<QLineEdit>(dialog, "question")->setText(u"李小明问何时供暖"_s);
    field<QPushButton>(dialog, "save")->click();
    CHECK(field<QLabel>(dialog, "question.fault")->isVisible()); // the name
    field<QLineEdit>(dialog, "question")->setText(u"何时供暖"_s);
    answer->setPlainText(u"10月25日供暖，详询13912345678。"_s);
    field<QPushButton>(dialog, "save")->click();
    CHECK(field<QLabel>(dialog, "answer.fault")->isVisible()); // any number
    answer->setPlainText(u"10月25日供暖。"_s);
    field<QLineEdit>(dialog, "keywords")->setText(u"李小明"_s);
    field<QPushButton>(dialog, "save")->click();
    CHECK(field<QLabel>(dialog, "keywords.fault")->isVisible());
    field<QLineEdit>(dialog, "keywords")->setText(u"暖气"_s);
    field<QLineEdit>(dialog, "ground")->setText(u"13912345678告知"_s);
    field<QPushButton>(dialog, "save")->click();
    CHECK(field<QLabel>(dialog, "ground.fault")->isVisible());
    field<QLineEdit>(dialog, "ground")->setText(u"供热条例"_s);
    field<QPushButton>(dialog, "save")->click();
    REQUIRE(waitFor([&] { return !detail.findChild<ArticleDialog *>(); }));
    int articles = 0;
    session.read(
        &detail, [](CaseFile &file) { return KnowledgeRepository(file.database()).all().size(); },
        [&articles](qsizetype count) { articles = static_cast<int>(count); });
    REQUIRE(waitFor([&] { return articles == 1; }));
}

TEST_CASE("articles that wait to be written on are told of, and gone on with", "[ui][knowledge]")
{
    KnowledgeDesk desk;
    OpenKnowledge open(desk);
    open.waitForRows(3);
    auto *bar = open.child<NoticeBar>("knowledge.kept");
    CHECK(bar->isHidden());
    open.child<QAction>("knowledge.newAction")->trigger();
    field<QLineEdit>(open.dialog(), "question")->setText(u"写了一半"_s);
    desk.messages.reply = 0; // keep for later
    open.dialog()->reject();
    REQUIRE(open.noDialog());
    REQUIRE_FALSE(bar->isHidden());
    bar->findChild<QPushButton *>()->click();
    CHECK(field<QLineEdit>(open.dialog(), "question")->text() == u"写了一半"_s);
    desk.messages.reply = 1; // throw away
    field<QLineEdit>(open.dialog(), "question")->setText(u"不写了"_s);
    open.dialog()->reject();
    REQUIRE(open.noDialog());
    CHECK(bar->isHidden());
}
