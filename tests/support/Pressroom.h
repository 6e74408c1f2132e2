// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/BulletinText.h"
#include "bulletin/Composer.h"
#include "support/Office.h"
#include "support/Print.h"

#include <QJsonDocument>

namespace huiyin::test {

// An office of February 2020, with what a test puts into it; the layout is the test's own.
class Pressroom : public TestOffice
{
public:
    template <class T>
    auto entry(const T &value)
    {
        Transaction transaction(file->database());
        const auto id = CodeTableRepository(file->database()).save(value);
        transaction.commit();
        return id;
    }

    TicketId ticket(Ticket ticket)
    {
        ticket.number = QStringLiteral("T%1").arg(++m_number);
        if (ticket.channel == ChannelId(0))
            ticket.channel = phone();
        if (!ticket.receivedAt.isValid())
            ticket.receivedAt = at("2020-02-03 09:00");
        if (ticket.state == TicketState::Accepted && ticket.closedAt)
            ticket.state = TicketState::Closed;
        Transaction transaction(file->database());
        const TicketId id = TicketRepository(file->database()).insert(ticket);
        transaction.commit();
        return id;
    }
    void ofCategory(CategoryId category, int count, const char *received = "2020-02-03 09:00")
    {
        for (int i = 0; i < count; ++i)
            ticket({.receivedAt = at(received), .category = category});
    }
    CategoryId category(const QString &name, int count, const char *received = "2020-02-03 09:00")
    {
        const CategoryId id = entry(Category{.name = name});
        ofCategory(id, count, received);
        return id;
    }
    // Tickets that were dispatched: some closed on time, some closed late, some open and overdue.
    void dispatched(DepartmentId department, int onTime, int late, int overdue)
    {
        const auto add = [&](const char *closed) {
            const std::optional<QDateTime> closedAt = closed ? std::optional(at(closed)) : std::nullopt;
            const TicketId id = ticket({.closedAt = closedAt});
            Transaction transaction(file->database());
            (void)DispatchRepository(file->database())
                .insert({.ticket = id,
                         .department = department,
                         .dispatchedAt = at("2020-02-03 10:00"),
                         .dueAt = at("2020-02-10 17:00"),
                         .repliedAt = closedAt,
                         .closedAt = closedAt});
            transaction.commit();
        };
        for (int i = 0; i < onTime; ++i)
            add("2020-02-05 09:00");
        for (int i = 0; i < late; ++i)
            add("2020-02-12 09:00");
        for (int i = 0; i < overdue; ++i)
            add(nullptr);
    }

    BulletinDocument compose(const QByteArray &layout)
    {
        REQUIRE(QJsonDocument::fromJson(layout).isObject());
        return composeBulletin(*file,
                               {.layoutText = layout, .period = Period::month(2020, 2), .date = QDate(2020, 3, 2)});
    }
    // What a layout prints whose only paragraph has these parts; `more` are further keys of the layout.
    QString sentence(const QByteArray &parts, const QByteArray &more = {})
    {
        const auto document = compose(R"({"title": "x", )" + more + R"("sections": [{"paragraph": [)" + parts + "]}]}");
        return document.blocks.isEmpty() ? QString() : std::get<BulletinParagraph>(document.blocks.first()).text();
    }
    // A table's cells, each row joined by |, the header first.
    QStringList table(const QByteArray &section, const QByteArray &more = {})
    {
        const auto document = compose(R"({"title": "x", )" + more + R"("sections": [)" + section + "]}");
        REQUIRE(document.blocks.size() == 1);
        const auto &table = std::get<BulletinTable>(document.blocks.first());
        QStringList lines{table.foldedHeader().join(QLatin1Char('|'))};
        const auto rows = table.foldedRows();
        for (const auto &row : rows) {
            QStringList cells;
            for (const BulletinSpan &cell : row)
                cells.append(cell.text);
            lines.append(cells.join(QLatin1Char('|')));
        }
        return lines;
    }

private:
    int m_number = 0;
};

} // namespace huiyin::test
