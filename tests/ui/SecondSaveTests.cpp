// SPDX-License-Identifier: GPL-3.0-or-later
// Two save one thing: the second sees what differs and decides field by field.
#include "support/HandlingOffice.h"
#include "support/PageAudit.h"
#include "support/Print.h"
#include "support/QuietMessages.h"
#include "support/Waiting.h"

#include "casework/SecondSave.h"
#include "controls/CompareDialog.h"
#include "handling/CommandDialog.h"
#include "handling/CorrectionDialog.h"
#include "intake/IntakeDraft.h"
#include "knowledge/ArticleDialog.h"
#include "storage/AccessRepository.h"
#include "storage/HistoryRepository.h"
#include "storage/KnowledgeRepository.h"
#include "storage/UserRepository.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTest>

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;
using namespace huiyin;
using namespace huiyin::test;

namespace {

// An office with a ticket and an article, and a window over it; others save through the same session.
struct SharedDesk
{
    SharedDesk()
        : ticket(office.accepted())
    {
        const auto saved = office.book->saveArticle({.question = u"什么时候供暖？"_s, .answer = u"10月25日。"_s});
        REQUIRE(saved);
        article = saved->ids.first();
        before = office.ticket(ticket);
        stored = *KnowledgeRepository(office.file->database()).byId(article);
        office.close();
        session = std::make_unique<CaseSession>(messages, office.clock);
        session->open(office.path(), CaseFile::Mode::Write);
        REQUIRE(waitFor([this] { return session->isOpen(); }));
        window.resize(1200, 700);
        window.show();
        REQUIRE(QTest::qWaitForWindowExposed(&window));
    }

    // What somebody else does meanwhile.
    template <class Act>
    void elsewhere(Act act)
    {
        bool done = false;
        session->command(
            &window,
            [act](CaseBook &book) -> Outcome<Changes> {
                CaseBook other(book.file(), book.clock(), u"王芳"_s);
                return act(other);
            },
            [&done](const Changes &) { done = true; },
            [](const Refusal &refusal) { FAIL(refusal.reason.toStdString()); });
        REQUIRE(waitFor([&] { return done; }));
    }
    void correctElsewhere(const std::function<void(CorrectionRequest &)> &change)
    {
        elsewhere([change, id = ticket](CaseBook &book) {
            CorrectionRequest request = correctionOf(*TicketRepository(book.file().database()).byId(id));
            change(request);
            return book.correct(request);
        });
    }

    CommandDialog *openCorrection()
    {
        askCorrection(*session, before, &window);
        auto *dialog = window.findChild<CommandDialog *>();
        REQUIRE(dialog);
        return dialog;
    }
    CompareDialog *compare()
    {
        CompareDialog *found = nullptr;
        REQUIRE(waitFor([&] {
            found = nullptr;
            for (CompareDialog *one : window.findChildren<CompareDialog *>()) {
                if (one->isVisible())
                    found = one;
            }
            return found != nullptr;
        }));
        return found;
    }
    // The file as the test reads it, when the window has let go.
    CaseFile &file()
    {
        session.reset();
        office.open();
        return *office.file;
    }

    HandlingOffice office;
    QuietMessages messages;
    TicketId ticket;
    ArticleId article{0};
    Ticket before{};
    KnowledgeArticle stored{};
    std::unique_ptr<CaseSession> session;
    QWidget window;
};

template <class T>
T *part(QDialog *dialog, const QString &name)
{
    T *found = dialog->findChild<T *>(dialog->objectName() + u'.' + name);
    INFO(name.toStdString());
    REQUIRE(found);
    return found;
}

void setText(QDialog *dialog, const QString &field, const QString &text)
{
    part<QLineEdit>(dialog, field)->setText(text);
}

void click(QDialog *dialog, const QString &button)
{
    part<QAbstractButton>(dialog, button)->click();
}

QStringList shownTexts(const QWidget *dialog)
{
    QStringList texts;
    for (const QLabel *label : dialog->findChildren<QLabel *>())
        texts.append(label->text());
    return texts;
}

} // namespace

TEST_CASE("a correction that comes second shows what differs, and is saved as it was decided", "[ui][second]")
{
    SharedDesk desk;
    CommandDialog *form = desk.openCorrection();
    setText(form, u"title"_s, u"单元楼停水"_s);
    setText(form, u"phone"_s, u"13900002222"_s);
    desk.correctElsewhere([](CorrectionRequest &request) {
        request.title = u"三单元停水"_s;
        request.address = u"平东小区6号楼"_s;
    });
    click(form, u"save"_s);
    CompareDialog *compare = desk.compare();

    // One side alone has changed the address and the phone; both the title.
    CHECK(part<QRadioButton>(compare, u"address.theirs"_s)->isChecked());
    CHECK(part<QRadioButton>(compare, u"phone.mine"_s)->isChecked());
    CHECK_FALSE(part<QRadioButton>(compare, u"title.theirs"_s)->isChecked());
    CHECK_FALSE(part<QRadioButton>(compare, u"title.mine"_s)->isChecked());
    CHECK_FALSE(compare->findChild<QRadioButton *>(compare->objectName() + u".content.mine"));
    auto *save = part<QPushButton>(compare, u"save"_s);
    CHECK_FALSE(save->isEnabled());
    CHECK(part<QLabel>(compare, u"open"_s)->text().startsWith(u"1 field"_s));
    const QStringList texts = shownTexts(compare);
    CHECK(texts.contains(u"单元停水"_s)); // when it was begun
    CHECK(texts.contains(u"王芳 · 2020-02-10 09:00"_s));
    CHECK(namelessControls(compare) == QStringList());
    CHECK(cutTexts(compare) == QStringList());

    click(compare, u"title.mine"_s);
    CHECK(save->isEnabled());
    save->click();
    REQUIRE(waitFor([&] { return !desk.window.findChild<CommandDialog *>(); }));
    CHECK_FALSE(desk.window.findChild<CompareDialog *>());

    CaseFile &file = desk.file();
    const Ticket now = desk.office.ticket(desk.ticket);
    CHECK(now.title == u"单元楼停水"_s);
    CHECK(now.phone == u"13900002222"_s);
    CHECK(now.address == u"平东小区6号楼"_s);
    // What was shown of the citizen left a record.
    CHECK(AccessRepository(file.database()).ofTicket(desk.ticket).size() == 1);
}

TEST_CASE("going back from the comparison loses nothing of what was typed", "[ui][second]")
{
    SharedDesk desk;
    CommandDialog *form = desk.openCorrection();
    setText(form, u"title"_s, u"单元楼停水"_s);
    part<QPlainTextEdit>(form, u"content"_s)->setPlainText(u"重写的内容"_s);
    desk.correctElsewhere([](CorrectionRequest &request) { request.title = u"三单元停水"_s; });
    click(form, u"save"_s);
    CompareDialog *compare = desk.compare();
    QTest::keyClick(compare, Qt::Key_Escape);
    REQUIRE(waitFor([&] { return !desk.window.findChild<CompareDialog *>(); }));
    REQUIRE(form->isVisible());
    CHECK(part<QLineEdit>(form, u"title"_s)->text() == u"单元楼停水"_s);
    CHECK(part<QPlainTextEdit>(form, u"content"_s)->toPlainText() == u"重写的内容"_s);
    CHECK(part<QPushButton>(form, u"save"_s)->isEnabled());
    // Saved once more, it is compared once more: still nothing is overwritten.
    click(form, u"save"_s);
    compare = desk.compare();
    CHECK_FALSE(part<QPushButton>(compare, u"save"_s)->isEnabled());
    click(compare, u"title.theirs"_s);
    click(compare, u"save"_s);
    REQUIRE(waitFor([&] { return !desk.window.findChild<CommandDialog *>(); }));
    desk.file();
    CHECK(desk.office.ticket(desk.ticket).title == u"三单元停水"_s);
    CHECK(desk.office.ticket(desk.ticket).content == u"重写的内容"_s);
}

TEST_CASE("a third who comes in between is noticed too", "[ui][second]")
{
    SharedDesk desk;
    CommandDialog *form = desk.openCorrection();
    setText(form, u"title"_s, u"单元楼停水"_s);
    desk.correctElsewhere([](CorrectionRequest &request) { request.title = u"三单元停水"_s; });
    click(form, u"save"_s);
    CompareDialog *first = desk.compare();
    click(first, u"title.mine"_s);
    desk.correctElsewhere([](CorrectionRequest &request) { request.title = u"全楼停水"_s; });
    click(first, u"save"_s);
    REQUIRE(
        waitFor([&] { return desk.window.findChildren<CompareDialog *>().size() == 1 && desk.compare() != first; }));
    CompareDialog *second = desk.compare();
    const QStringList texts = shownTexts(second);
    CHECK(texts.contains(u"三单元停水"_s)); // what was seen before
    CHECK_FALSE(part<QPushButton>(second, u"save"_s)->isEnabled());
    click(second, u"title.mine"_s);
    click(second, u"save"_s);
    REQUIRE(waitFor([&] { return !desk.window.findChild<CommandDialog *>(); }));
    desk.file();
    CHECK(desk.office.ticket(desk.ticket).title == u"单元楼停水"_s);
}

TEST_CASE("what others did elsewhere in the ticket asks nothing of a correction", "[ui][second]")
{
    SharedDesk desk;
    CommandDialog *form = desk.openCorrection();
    setText(form, u"title"_s, u"单元楼停水"_s);
    desk.elsewhere([id = desk.ticket](CaseBook &book) { return book.changeUrgency(id, Urgency::Urgent); });
    click(form, u"save"_s);
    REQUIRE(waitFor([&] { return !desk.window.findChild<CommandDialog *>(); }));
    desk.file();
    CHECK(desk.office.ticket(desk.ticket).title == u"单元楼停水"_s);
    CHECK(desk.office.ticket(desk.ticket).urgency == Urgency::Urgent);
}

TEST_CASE("a refusal of what was decided is told in the comparison", "[ui][second]")
{
    SharedDesk desk;
    CommandDialog *form = desk.openCorrection();
    setText(form, u"title"_s, QString(300, u'长'));
    desk.correctElsewhere([](CorrectionRequest &request) { request.title = u"三单元停水"_s; });
    click(form, u"save"_s);
    CompareDialog *compare = desk.compare();
    click(compare, u"title.mine"_s);
    click(compare, u"save"_s);
    auto *fault = part<QLabel>(compare, u"fault"_s);
    REQUIRE(waitFor([&] { return fault->isVisible(); }));
    CHECK(fault->text().startsWith(u"Title: "_s));
    click(compare, u"title.theirs"_s);
    click(compare, u"save"_s);
    REQUIRE(waitFor([&] { return !desk.window.findChild<CommandDialog *>(); }));
}

TEST_CASE("whoever may not see a citizen's data compares what is masked", "[ui][second]")
{
    SharedDesk desk;
    CommandDialog *form = desk.openCorrection();
    setText(form, u"title"_s, u"单元楼停水"_s);
    desk.correctElsewhere([](CorrectionRequest &request) {
        request.title = u"三单元停水"_s;
        request.phone = u"13911112222"_s;
        request.requester = u"李小明"_s;
        request.content = u"李小明反映停水，电话13911112222。"_s;
    });
    click(form, u"save"_s);
    CompareDialog *compare = desk.compare();
    CHECK(shownTexts(compare).join(u' ').contains(u"13911112222"_s)); // he may
    compare->reject();
    REQUIRE(waitFor([&] { return !desk.window.findChild<CompareDialog *>(); }));

    // Who has no right to it compares the same without what tells the citizen.
    const CorrectionRequest request{.address = u"铁东区平东小区5号楼"_s,
                                    .title = u"电话13911112222"_s,
                                    .content = u"李小明反映停水，电话13911112222。"_s,
                                    .requester = u"李小明"_s,
                                    .phone = u"13911112222"_s};
    QString masked;
    for (const auto &one : correctionFields())
        masked += comparedText(request, one.name, CodeTables(), false) + u'\n';
    CHECK_FALSE(masked.contains(u"13911112222"_s));
    CHECK_FALSE(masked.contains(u"李小明"_s));
    CHECK_FALSE(masked.contains(u"5号楼"_s));
}

TEST_CASE("an article that two editors change is compared field by field", "[ui][second][knowledge]")
{
    SharedDesk desk;
    auto *form = new ArticleDialog(*desk.session, desk.stored, desk.stored, &desk.window);
    form->open();
    part<QPlainTextEdit>(form, u"answer"_s)->setPlainText(u"10月20日。"_s);
    setText(form, u"keywords"_s, u"暖气"_s);
    desk.elsewhere([stored = desk.stored](CaseBook &book) -> Outcome<Changes> {
        KnowledgeArticle article = stored;
        article.answer = u"11月1日。"_s;
        const auto saved = book.saveArticle(article);
        if (!saved)
            return saved.error();
        return book.retireArticle(*stored.id);
    });
    click(form, u"save"_s);
    CompareDialog *compare = desk.compare();
    CHECK(shownTexts(compare).join(u' ').contains(u"retired meanwhile"_s));
    CHECK(part<QRadioButton>(compare, u"keywords.mine"_s)->isChecked());
    CHECK_FALSE(part<QPushButton>(compare, u"save"_s)->isEnabled());
    click(compare, u"answer.theirs"_s);
    click(compare, u"save"_s);
    REQUIRE(waitFor([&] { return !desk.window.findChild<ArticleDialog *>(); }));
    CaseFile &file = desk.file();
    const auto now = *KnowledgeRepository(file.database()).byId(desk.article);
    CHECK(now.answer == u"11月1日。"_s);
    CHECK(now.keywords == u"暖气"_s);
    CHECK(now.retired);
}

TEST_CASE("a draft that was changed elsewhere is compared when it suits the clerk", "[ui][second][intake]")
{
    SharedDesk desk;
    const ChannelId phone = desk.before.channel;
    IntakeDraft draft(*desk.session, 1, {.call = CallFacts{}, .channel = phone}, &desk.window);
    IntakeRequest request = draft.request();
    request.content = u"停水。"_s;
    draft.edit(request);
    draft.save();
    REQUIRE(waitFor([&] { return !draft.isBusy() && !draft.isUnsaved(); }));
    desk.elsewhere([](CaseBook &book) -> Outcome<Changes> {
        const TicketRepository tickets(book.file().database());
        const auto ids = tickets.draftsOf(u"话务员"_s);
        if (ids.size() != 1)
            return Refusal{u"no draft"_s};
        IntakeRequest theirs = draftOf(*tickets.byId(ids.first()), {});
        theirs.content = u"停水三天。"_s;
        theirs.address = u"平东小区"_s;
        const auto saved = book.saveDraft(theirs);
        return saved ? Outcome<Changes>(saved->changes) : Outcome<Changes>(saved.error());
    });
    request = draft.request();
    request.content = u"停水五天。"_s;
    request.requester = u"王建国"_s;
    draft.edit(request);
    std::optional<Refusal> refused;
    QObject::connect(&draft, &IntakeDraft::saveRefused, &desk.window, [&](const Refusal &why) { refused = why; });
    draft.save();
    REQUIRE(waitFor([&] { return refused.has_value(); }));
    CHECK(refused->kind == Refusal::Kind::Outdated);
    CHECK(draft.request().content == u"停水五天。"); // nothing of it is lost

    draft.compare(&desk.window);
    CompareDialog *compare = desk.compare();
    CHECK(part<QRadioButton>(compare, u"address.theirs"_s)->isChecked());
    CHECK(part<QRadioButton>(compare, u"requester.mine"_s)->isChecked());
    CHECK_FALSE(compare->findChild<QRadioButton *>(u"intake.compare.receivedAt.mine"_s)); // the call is the clerk's
    compare->reject();
    REQUIRE(waitFor([&] { return !desk.window.findChild<CompareDialog *>(); }));
    CHECK(draft.request().content == u"停水五天。");
    CHECK_FALSE(draft.isFinishing());

    draft.compare(&desk.window);
    compare = desk.compare();
    click(compare, u"content.mine"_s);
    bool rewritten = false;
    QObject::connect(&draft, &IntakeDraft::rewritten, &desk.window, [&] { rewritten = true; });
    click(compare, u"save"_s);
    REQUIRE(waitFor([&] { return rewritten; }));
    CHECK(draft.request().address == u"平东小区");
    CHECK(draft.request().content == u"停水五天。");
    CHECK(draft.request().call->startedAt.isValid());
    CHECK_FALSE(draft.isUnsaved());
    // And goes on from there.
    request = draft.request();
    request.content += u"请尽快处理。"_s;
    draft.edit(request);
    draft.save();
    REQUIRE(waitFor([&] { return !draft.isBusy() && !draft.isUnsaved(); }));
    CHECK_FALSE(draft.saveTrouble());
}
