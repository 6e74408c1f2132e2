// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/CaseFile.h"
#include "storage/Database.h"
#include "storage/Rescue.h"
#include "storage/TreePage.h"

#include <QFile>
#include <QList>
#include <QMap>

#include <catch2/catch.hpp>

namespace huiyin::test {

constexpr qint64 pageSize = 4096; // bytes

inline RescueStamp stamp()
{
    return {.user = QStringLiteral("陈静"), .at = QDateTime(QDate(2020, 2, 11), QTime(9, 0), Qt::UTC)};
}

inline void zero(const QString &path, const QList<quint32> &pages) // numbered from 1
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadWrite));
    for (const quint32 page : pages) {
        REQUIRE(file.seek((qint64{page} - 1) * pageSize));
        REQUIRE(file.write(QByteArray(pageSize, 0)) == pageSize);
    }
}

// The pages of the list of tables below the first one.
inline QList<quint32> listPages(const QString &path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const auto first = TreePage::read(file.read(pageSize), 1, pageSize);
    REQUIRE(first);
    return {first->children.cbegin(), first->children.cend()};
}

inline quint32 rootOf(const QString &path, const QString &table)
{
    CaseFile file(path, CaseFile::Mode::Read);
    return file.database()
        .value<quint32>(QStringLiteral("SELECT rootpage FROM sqlite_schema WHERE name = ?"), table)
        .value();
}

inline QMap<QString, QString> ticketsOf(Database &database)
{
    QMap<QString, QString> tickets;
    database.each(
        QStringLiteral(
            "SELECT number, received_at, state, title, content, address, requester, phone, answer FROM ticket "
            "JOIN ticket_text ON id = ticket_text.ticket WHERE number IS NOT NULL AND title NOT LIKE '【待核对】%'"),
        [&tickets](const Row &row) {
            QStringList values;
            for (int i = 1; i < 9; ++i)
                values.append(row.get<QString>(i));
            tickets.insert(row.get<QString>(0), values.join(u'\n'));
        });
    return tickets;
}

} // namespace huiyin::test
