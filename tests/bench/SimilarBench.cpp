// SPDX-License-Identifier: GPL-3.0-or-later
#include "SimilarBench.h"

#include "casework/SimilarTickets.h"
#include "exchange/Random.h"
#include "storage/CaseFile.h"
#include "storage/CodeTableRepository.h"
#include "storage/Database.h"
#include "storage/TicketRepository.h"

#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin::bench {

namespace {

// Closed tickets of the newest part of a file, the same ones in every run.
QList<Ticket> tickets(Database &database, double part, int count)
{
    const TicketRepository repository(database);
    const auto last = database.value<qint64>(u"SELECT max(id) FROM ticket"_s).value_or(1);
    const auto first = static_cast<qint64>(static_cast<double>(last) * (1 - part));
    QList<Ticket> found;
    Random random(7);
    for (int tries = 0; found.size() < count && tries < 20 * count; ++tries) {
        const auto ticket = repository.byId(TicketId(random.between(first, last)));
        if (ticket && ticket->closedAt && ticket->category)
            found.append(*ticket);
    }
    return found;
}

MatterAtHand matterOf(const Ticket &ticket)
{
    return {.phone = ticket.phone,
            .address = ticket.address,
            .title = ticket.title,
            .content = ticket.content,
            .area = ticket.area,
            .before = ticket.id};
}

class HitRate
{
public:
    template <class IdType>
    void take(const QList<Suggested<IdType>> &suggestions, const QList<IdType> &right)
    {
        ++m_asked;
        const auto isRight = [&right](const Suggested<IdType> &one) { return right.contains(one.id); };
        m_first += !suggestions.isEmpty() && isRight(suggestions.first()) ? 1 : 0;
        m_amongThree += std::ranges::any_of(suggestions, isRight) ? 1 : 0;
    }
    [[nodiscard]] QString text() const
    {
        const double all = std::max(1, m_asked);
        return u"first %1 %, among three %2 % of %3"_s.arg(100 * m_first / all, 0, 'f', 1)
            .arg(100 * m_amongThree / all, 0, 'f', 1)
            .arg(m_asked);
    }

private:
    int m_asked = 0;
    int m_first = 0;
    int m_amongThree = 0;
};

// The ids of the names, parted by "|", that the office uses.
template <class IdType, class T>
QList<IdType> idsOf(const QList<T> &list, const QString &names)
{
    QList<IdType> ids;
    const QStringList wanted = names.split(u'|', Qt::SkipEmptyParts);
    for (const T &entry : list) {
        if (wanted.contains(entry.name))
            ids.append(*entry.id);
    }
    return ids;
}

// Matters as real offices have published them, with the categories of the sample office that a clerk would accept.
void benchPublished(CaseFile &file, const CodeTables &tables, Table &table)
{
    QFile published(QStringLiteral(HUIYIN_TEST_DATA "/similar/published.csv"));
    if (!published.open(QIODevice::ReadOnly))
        qFatal("the published matters are missing");
    HitRate categories;
    HitRate departments;
    const QStringList lines = QString::fromUtf8(published.readAll()).split(u'\n', Qt::SkipEmptyParts);
    const Cost all = costOf([&] {
        for (const QString &line : lines.mid(1)) {
            const QStringList fields = line.split(u','); // no quotes in it
            const SimilarMatters similar = similarMatters(file, {.content = fields[0]}, tables);
            categories.take(similar.categories, idsOf<CategoryId>(tables.categories, fields[1]));
            if (!fields[2].isEmpty())
                departments.take(similar.departments, idsOf<DepartmentId>(tables.departments, fields[2]));
        }
    });
    table.add({.task = u"what is suggested for matters that real offices have published"_s,
               .ours = all,
               .remark = u"category: "_s + categories.text() + u"; department: "_s + departments.text()});
}

} // namespace

void benchSimilar(const QString &path, Table &table)
{
    CaseFile file(path, CaseFile::Mode::Read);
    const CodeTables tables = CodeTableRepository(file.database()).load();
    const TicketRepository repository(file.database());

    // As it is while a clerk writes: about what goes on at present, after some questions before.
    const QList<Ticket> recent = tickets(file.database(), 0.02, 200);
    std::vector<double> walls;
    qsizetype next = 0;
    const auto ask = [&] {
        MatterAtHand matter = matterOf(recent[next++ % recent.size()]);
        matter.self = std::exchange(matter.before, std::nullopt);
        walls.push_back(costOf([&] { (void)similarMatters(file, matter, tables); }).wall);
    };
    for (int i = 0; i < 20; ++i)
        ask();
    walls.clear();
    const Cost median = medianCost(static_cast<int>(recent.size()), ask);
    std::ranges::sort(walls);
    table.add({.task = u"similar tickets and suggestions"_s,
               .ours = median,
               .goal = u"≤ 50 ms"_s,
               .remark = u"wall: p95 %1 ms, slowest %2 ms"_s.arg(walls[walls.size() * 95 / 100] * 1e3, 0, 'f', 1)
                             .arg(walls.back() * 1e3, 0, 'f', 1)});

    HitRate categories;
    HitRate departments;
    const QList<Ticket> past = tickets(file.database(), 0.2, 400);
    const Cost all = costOf([&] {
        for (const Ticket &ticket : past) {
            const SimilarMatters similar = similarMatters(file, matterOf(ticket), tables);
            categories.take(similar.categories, {*ticket.category});
            const QList<TicketRow> row = repository.rows({*ticket.id});
            if (!row.isEmpty() && row.first().lead)
                departments.take(similar.departments, {*row.first().lead});
        }
    });
    table.add({.task = u"what is suggested for 400 tickets of the past"_s,
               .ours = all,
               .remark = u"category: "_s + categories.text() + u"; department: "_s + departments.text()});
    benchPublished(file, tables, table);
}

} // namespace huiyin::bench
