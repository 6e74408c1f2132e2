// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/HotSpots.h"
#include "support/Office.h"

#include <catch2/catch.hpp>

#include <algorithm>

namespace huiyin::test {

template <class T>
auto idOf(const QList<T> &list, const QString &name)
{
    const auto found = std::ranges::find(list, name, &T::name);
    REQUIRE(found != list.end());
    return *found->id;
}

// An office with two areas and three categories, whose tickets come on the days of December 2023 and before.
struct HotSpotOffice : TestOffice
{
    HotSpotOffice()
        : TestOffice("2024-01-05 09:00")
    {
        for (const auto &name : {QStringLiteral("铁东区"), QStringLiteral("铁西区")})
            REQUIRE(book->saveArea({.name = name}));
        REQUIRE(book->saveCategory({.name = QStringLiteral("水、电、气")}));
        REQUIRE(book->saveCategory({.parent = tables().categories.first().id, .name = QStringLiteral("停水")}));
        REQUIRE(book->saveCategory({.name = QStringLiteral("交通")}));
        codes = tables();
    }

    TicketId put(QDate day, const QString &category, const QString &area, const QString &address = {},
                 const QString &title = QStringLiteral("事项"), const QString &content = {}, const QString &phone = {},
                 const QString &channel = {})
    {
        Ticket ticket{.number = QStringLiteral("T%1").arg(++m_number, 6, 10, QChar(u'0')),
                      .receivedAt = file->zone().toUtcTime(day, QTime(9, 0)).addSecs(m_number),
                      .channel = channel.isEmpty() ? phoneChannel() : idOf(codes.channels, channel),
                      .category = idOf(codes.categories, category),
                      .area = idOf(codes.areas, area),
                      .address = address,
                      .title = title,
                      .content = content,
                      .phone = phone};
        Transaction transaction(file->database()); // at its end the search index takes the ticket in
        const TicketId id = TicketRepository(file->database()).insert(ticket);
        transaction.commit();
        return id;
    }
    void putMany(int count, QDate day, const QString &category, const QString &area)
    {
        for (int i = 0; i < count; ++i)
            put(day, category, area);
    }

    HotSpots find(const Period &period = Period::month(2023, 12))
    {
        return findHotSpots(*file, {.period = period}, codes);
    }

    ChannelId phoneChannel() const { return *codes.channels.first().id; }

    CodeTables codes;

private:
    int m_number = 0;
};

inline const QDate december(2023, 12, 10);
inline const QDate november(2023, 11, 10);
inline const QDate lastDecember(2022, 12, 10);
} // namespace huiyin::test
