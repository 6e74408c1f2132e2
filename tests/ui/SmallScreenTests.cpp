// SPDX-License-Identifier: GPL-3.0-or-later
// What gives way where there is little room.
#include "domain/Sentences.h"
#include "support/Print.h"
#include "tickets/ColumnRoom.h"

#include <catch2/catch.hpp>

using namespace huiyin;
using namespace Qt::StringLiterals;

TEST_CASE("in a narrow list the title keeps its room, and the category and then the type go", "[tickets]")
{
    using F = TicketField;
    const QList<ColumnNeed> columns{{F::Number, 116}, {F::Type, 50},  {F::Category, 90},
                                    {F::Title, 160},  {F::State, 80}, {F::Department, 104}};
    const QList<F> all{F::Number, F::Type, F::Category, F::Title, F::State, F::Department};
    CHECK(columnsWithRoom(columns, 570, 130) == all); // 440 beside the title
    CHECK(columnsWithRoom(columns, 569, 130) == QList<F>{F::Number, F::Type, F::Title, F::State, F::Department});
    CHECK(columnsWithRoom(columns, 480, 130) == QList<F>{F::Number, F::Type, F::Title, F::State, F::Department});
    CHECK(columnsWithRoom(columns, 479, 130) == QList<F>{F::Number, F::Title, F::State, F::Department});
    CHECK(columnsWithRoom(columns, 10, 130) == QList<F>{F::Number, F::Title, F::State, F::Department});
}

TEST_CASE("sentences are parted by a space, but not behind a Chinese stop", "[tickets]")
{
    CHECK(joinedSentences({u"Read."_s, u"Saved."_s}) == u"Read. Saved.");
    CHECK(joinedSentences({u"已读。"_s, u"已存。"_s}) == u"已读。已存。");
    CHECK(joinedSentences({u"“您好。”"_s, u"请问？"_s}) == u"“您好。”请问？");
    CHECK(joinedSentences({}).isEmpty());
    CHECK(joinedSentences({u""_s, u"Saved."_s, u""_s}) == u"Saved.");
}
