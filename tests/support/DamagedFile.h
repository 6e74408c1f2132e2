// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/Rescue.h"
#include "storage/TreePage.h"
#include "support/GeneratedOffice.h"
#include "support/Office.h"

#include <catch2/catch.hpp>

#include <QFile>
#include <QMap>

#include <algorithm>

namespace huiyin::test {

inline constexpr qint64 pageSize = 4096; // bytes, as our files have them

inline RescueStamp stamp()
{
    return {.user = QStringLiteral("陈静"), .at = QDateTime(QDate(2020, 2, 11), QTime(9, 0), Qt::UTC)};
}

inline RescueReport rescued(const QString &path, const QString &target)
{
    const Progress quiet;
    return rescue(path, target, stamp(), quiet);
}

inline bool isDoubted(const RescueReport &report, QStringView object, QStringView message = {})
{
    return std::ranges::any_of(report.doubts, [&](const RescueReport::Doubt &doubt) {
        return doubt.object.startsWith(object) && (message.isEmpty() || doubt.message.contains(message));
    });
}

inline QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

inline void put(const QString &path, qint64 place, const QByteArray &bytes)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadWrite));
    REQUIRE(file.seek(place));
    REQUIRE(file.write(bytes) == bytes.size());
}

// Pages, numbered from 1, become zeros.
inline void zero(const QString &path, const QList<quint32> &pages, qint64 size = pageSize)
{
    for (const quint32 page : pages)
        put(path, (qint64{page} - 1) * size, QByteArray(size, 0));
}

inline TreePage treePageOf(const QString &path, quint32 number, qint64 size = pageSize)
{
    const auto tree =
        TreePage::read(bytesOf(path).mid((qint64{number} - 1) * size, size), number, static_cast<int>(size));
    REQUIRE(tree);
    return *tree;
}

inline QList<quint32> childrenOf(const QString &path, quint32 number, qint64 size = pageSize)
{
    const TreePage tree = treePageOf(path, number, size);
    return {tree.children.cbegin(), tree.children.cend()};
}

// The pages of the list of tables below the first one.
inline QList<quint32> listPages(const QString &path, qint64 size = pageSize)
{
    return childrenOf(path, 1, size);
}

inline quint32 rootOf(const QString &path, const QString &table)
{
    CaseFile file(path, CaseFile::Mode::Read);
    const QString root = QStringLiteral("SELECT rootpage FROM sqlite_schema WHERE name = ?");
    return file.database().value<quint32>(root, table).value();
}

// The first page of a table becomes unreadable.
inline void damageTable(const QString &path, const QString &table)
{
    put(path, (qint64{rootOf(path, table)} - 1) * pageSize, QByteArray(pageSize, 'x'));
}

// Those that are there with their texts, by number.
inline QMap<QString, QString> ticketsOf(Database &database)
{
    QMap<QString, QString> tickets;
    database.each(QStringLiteral("SELECT number, received_at, state, title, content, address, requester, phone, answer "
                                 "FROM ticket JOIN ticket_text ON id = ticket_text.ticket "
                                 "WHERE number IS NOT NULL AND title NOT LIKE '【待核对】%'"),
                  [&tickets](const Row &row) {
                      QStringList values;
                      for (int i = 1; i < 9; ++i)
                          values.append(row.get<QString>(i));
                      tickets.insert(row.get<QString>(0), values.join(u'\n'));
                  });
    return tickets;
}

inline QMap<QString, QString> ticketsAt(const QString &path, CaseFile::Mode mode = CaseFile::Mode::Write)
{
    CaseFile file(path, mode);
    return ticketsOf(file.database());
}

// A generated office of a year, closed, to be damaged.
struct HurtOffice
{
    explicit HurtOffice(qint64 tickets)
        : office({.tickets = tickets, .years = 1})
        , path(office.path())
        , target(office.folder.filePath(QStringLiteral("rescued.huiyin")))
    {
        office.file.reset();
        before = ticketsAt(path, CaseFile::Mode::Read);
    }
    RescueReport rescue() const { return rescued(path, target); }
    [[nodiscard]] QMap<QString, QString> after() const { return ticketsAt(target); }

    GeneratedOffice office;
    QString path;
    QString target;
    QMap<QString, QString> before;
};

} // namespace huiyin::test
