// SPDX-License-Identifier: GPL-3.0-or-later
// What gives way where there is little room.
#include "support/HandlingOffice.h"
#include "support/QuietMessages.h"
#include "support/Waiting.h"

#include "controls/SegmentedButtons.h"
#include "controls/Tag.h"
#include "domain/Sentences.h"
#include "shell/CaseSession.h"
#include "support/Print.h"
#include "tickets/ColumnRoom.h"
#include "tickets/RuleText.h"
#include "tickets/TicketDetail.h"

#include <catch2/catch.hpp>

#include <QAbstractButton>
#include <QLabel>
#include <QSet>
#include <QTest>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

TEST_CASE("in a narrow list the title keeps its room, and the category, the type and the department go", "[tickets]")
{
    using F = TicketField;
    const QList<ColumnNeed> columns{{F::Number, 116}, {F::Type, 50},  {F::Category, 90},
                                    {F::Title, 160},  {F::State, 80}, {F::Department, 104}};
    const QList<F> all{F::Number, F::Type, F::Category, F::Title, F::State, F::Department};
    CHECK(columnsWithRoom(columns, 570, 130) == all); // 440 beside the title
    CHECK(columnsWithRoom(columns, 569, 130) == QList<F>{F::Number, F::Type, F::Title, F::State, F::Department});
    CHECK(columnsWithRoom(columns, 480, 130) == QList<F>{F::Number, F::Type, F::Title, F::State, F::Department});
    CHECK(columnsWithRoom(columns, 479, 130) == QList<F>{F::Number, F::Title, F::State, F::Department});
    CHECK(columnsWithRoom(columns, 430, 130) == QList<F>{F::Number, F::Title, F::State, F::Department});
    CHECK(columnsWithRoom(columns, 429, 130) == QList<F>{F::Number, F::Title, F::State});
    CHECK(columnsWithRoom(columns, 10, 130) == QList<F>{F::Number, F::Title, F::State});
}

TEST_CASE("sentences are parted by a space, but not behind a Chinese stop", "[tickets]")
{
    CHECK(joinedSentences({u"Read."_s, u"Saved."_s}) == u"Read. Saved.");
    CHECK(joinedSentences({u"已读。"_s, u"已存。"_s}) == u"已读。已存。");
    CHECK(joinedSentences({u"“您好。”"_s, u"请问？"_s}) == u"“您好。”请问？");
    CHECK(joinedSentences({}).isEmpty());
    CHECK(joinedSentences({u""_s, u"Saved."_s, u""_s}) == u"Saved.");
}

TEST_CASE("a rule stands in the window as its other numbers do", "[tickets]")
{
    CHECK(ruleInWindow(u"一般事项 5个工作日"_s) == u"一般事项 5 个工作日");
    CHECK(ruleInWindow(u"12345热线 24小时"_s) == u"12345热线 24 小时"); // the rule's name is the office's
    CHECK(ruleInWindow(u"咨询"_s) == u"咨询");
}

TEST_CASE("queues stand in several rows where one would cut their names off", "[dispatch]")
{
    SegmentedButtons queues;
    queues.setObjectName(u"queues"_s);
    queues.setDense(true);
    queues.setBreaks();
    const QStringList names{u"To dispatch 12"_s, u"Not signed 15"_s, u"Returns 0"_s, u"Suspended 3"_s, u"Red 40"_s};
    for (int i = 0; i < names.size(); ++i)
        queues.addOption(names[i], i);
    const int needed = queues.sizeHint().width();
    const auto rows = [&queues](int width) {
        queues.resize(width, queues.height());
        queues.show();
        QSet<int> tops;
        int bottom = 0;
        const auto buttons = queues.findChildren<QAbstractButton *>();
        for (const QAbstractButton *button : buttons) {
            CHECK(button->width() >= button->sizeHint().width());
            CHECK(button->geometry().right() < width);
            tops.insert(button->y());
            bottom = std::max(bottom, button->geometry().bottom());
        }
        CHECK(queues.height() == bottom + 1);
        return tops.size();
    };
    CHECK(rows(needed) == 1);
    CHECK(rows(needed - 1) == 2);
    CHECK(rows(needed + 50) == 1);
}

TEST_CASE("beside a ticket's number its time is shortened, never the number", "[tickets]")
{
    HandlingOffice office;
    const TicketId ticket = office.dispatched();
    office.close();
    office.clock.advance(400LL * 24 * 3600); // overdue by many days
    QuietMessages messages;
    CaseSession session(messages, office.clock);
    session.open(office.path(), CaseFile::Mode::Write);
    REQUIRE(waitFor([&] { return session.isOpen(); }));
    TicketDetail detail(session, u"tickets"_s);
    detail.setMinimumSize(1, 1); // as a splitter squeezes it
    detail.resize(362, 400);     // as on 911 × 512
    detail.show();
    detail.showTicket(ticket);
    auto *number = detail.findChild<QLabel *>(u"tickets.detail.number"_s);
    REQUIRE(number);
    REQUIRE(waitFor([&] { return !number->text().isEmpty() && number->isVisible(); }));
    QTest::qWait(0);
    int shortened = 0;
    const auto tags = detail.findChildren<Tag *>();
    for (const Tag *tag : tags)
        shortened += tag->isVisible() && tag->width() < tag->sizeHint().width() ? 1 : 0;
    CHECK(number->width() >= number->sizeHint().width());
    CHECK(shortened == 1);
}
