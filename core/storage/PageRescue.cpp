// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/PageRescue.h"

#include "domain/Progress.h"
#include "storage/DamagedPages.h"
#include "storage/Database.h"
#include "storage/PageOwners.h"
#include "storage/RescueLosses.h"
#include "storage/StorageError.h"
#include "storage/Transaction.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

using Kind = TreePage::Kind;

QVariant variantOf(const StoredValue &value)
{
    switch (value.kind) {
    case StoredValue::Kind::Integer:
        return value.integer;
    case StoredValue::Kind::Text:
        return value.bytes.isEmpty() ? u""_s : QString::fromUtf8(value.bytes);
    case StoredValue::Kind::Blob:
        return value.bytes.isEmpty() ? QByteArray("") : value.bytes.toByteArray();
    case StoredValue::Kind::Null:
    case StoredValue::Kind::Real: // no column of ours holds any
        break;
    }
    return {};
}

// "20200209-0001"
bool isTicketNumber(QByteArrayView text)
{
    constexpr qsizetype day = 8;
    if (text.size() < day + 5 || text.size() > day + 7 || text.at(day) != '-')
        return false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (i != day && (text.at(i) < '0' || text.at(i) > '9'))
            return false;
    }
    return true;
}

// "2020-02-14"
bool isDay(QByteArrayView text)
{
    constexpr QByteArrayView form = "dddd-dd-dd";
    if (text.size() != form.size())
        return false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (form.at(i) == '-' ? text.at(i) != '-' : text.at(i) < '0' || text.at(i) > '9')
            return false;
    }
    return true;
}

// A column of telephone numbers has nothing but those.
bool looksLikePhone(QByteArrayView text)
{
    return std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == ' '; });
}

class Bringing
{
public:
    Bringing(Database &database, const DamagedPages &pages, const std::vector<TableShape> &shapes, bool tellLosses,
             RescueLosses &losses, const Progress &progress)
        : m_database(database)
        , m_pages(pages)
        , m_shapes(shapes)
        , m_losses(losses)
        , m_progress(progress)
        , m_tellsLosses(tellLosses)
        , m_owners(pages, shapes, progress)
    {
    }

    PageRescue run()
    {
        bringOwned(false);
        if (decideOthers())
            bringOwned(true);
        if (m_tellsLosses)
            tellLostChildren();
        m_result.pages = m_pages.count();
        m_result.lostPages = m_owners.lostPages();
        return m_result;
    }

private:
    // `late`: what was decided after the rest.
    void bringOwned(bool late)
    {
        constexpr quint32 together = 1000; // pages in one transaction
        for (quint32 from = 1; from <= m_pages.count(); from += together) {
            stopIfCancelled(m_progress);
            const quint32 to = std::min(m_pages.count(), from + together - 1);
            Transaction transaction(m_database);
            for (quint32 page = from; page <= to; ++page) {
                const Kind kind = m_owners.kind(page);
                if (kind == Kind::Other || kind == Kind::TableInterior
                    || (late && !m_late.contains(m_owners.topOf(page))))
                    continue;
                if (const TableShape *shape = m_owners.ownerOf(page); shape && shape->isKept)
                    bring(page, *shape);
                else if (!late && (kind == Kind::IndexLeaf || kind == Kind::IndexInterior))
                    noteNumbers(page);
            }
            transaction.commit();
        }
    }

    // What rows leave open: where the numbers of the rows have room, and what stands in a column that only one of two
    // tables has. True: something was decided.
    bool decideOthers()
    {
        std::vector<std::pair<quint32, quint32>> open; // pages, top
        for (const auto &[top, tree] : m_owners.trees()) {
            if (tree.shapes.count() > 1 && tree.shapes.count() < m_shapes.size() / 2)
                open.emplace_back(tree.pages, top);
        }
        std::ranges::sort(open, std::greater());
        QHash<quint32, std::vector<quint32>> pagesOf;
        for (const auto &[pages, top] : open)
            pagesOf.insert(top, {});
        for (quint32 page = 1; page <= m_pages.count(); ++page) {
            const Kind kind = m_owners.kind(page);
            if (kind == Kind::Other || kind == Kind::TableInterior)
                continue;
            if (const auto found = pagesOf.find(m_owners.topOf(page)); found != pagesOf.end())
                found->push_back(page);
        }
        for (const auto &[pages, top] : open) {
            stopIfCancelled(m_progress);
            decide(top, pagesOf.value(top));
        }
        return !m_late.isEmpty();
    }

    void decide(quint32 top, const std::vector<quint32> &pages)
    {
        PageOwners::Shapes left = m_owners.trees().at(top).shapes;
        bool mayBeTicket = true;
        bool mayBeDispatch = true;
        bool mayBeDays = true;   // of a calendar
        bool mayBeSeries = true; // of numbers
        qint64 rows = 0;
        for (const quint32 page : pages) {
            qint64 lowest = std::numeric_limits<qint64>::max();
            qint64 highest = std::numeric_limits<qint64>::min();
            m_owners.eachRow(page, [&](const StoredRow &row) {
                ++rows;
                lowest = std::min(lowest, row.rowId);
                highest = std::max(highest, row.rowId);
                const bool beginsWithDay = !row.values.empty() && isDay(row.values[0].bytes);
                mayBeDays = mayBeDays && beginsWithDay;
                mayBeSeries = mayBeSeries && !beginsWithDay;
                constexpr size_t phone = 5; // of a ticket's texts; of a dispatch's, the unit below the department
                if (row.values.size() > phone) {
                    const QByteArrayView text = row.values[phone].bytes;
                    mayBeTicket = mayBeTicket && looksLikePhone(text) && !row.values[1].bytes.isEmpty();
                    mayBeDispatch = mayBeDispatch && (text.isEmpty() || !looksLikePhone(text));
                }
            });
            if (m_owners.kind(page) != Kind::TableLeaf || highest < lowest)
                continue;
            for (size_t i = 0; i < m_shapes.size(); ++i) {
                // The rows of a page lie together: no other of the same table can be among them.
                if (left.test(i) && m_shapes[i].isKept && m_shapes[i].isTree
                    && m_database.value<qint64>(
                        u"SELECT 1 FROM main.%1 WHERE rowid BETWEEN ? AND ? LIMIT 1"_s.arg(m_shapes[i].name), lowest,
                        highest)) {
                    left.reset(i);
                }
            }
        }
        for (size_t i = 0; i < m_shapes.size(); ++i) {
            if (left.count() > 1
                && ((m_shapes[i].name == u"ticket_text" && !mayBeTicket)
                    || (m_shapes[i].name == u"dispatch_text" && !mayBeDispatch)
                    || (m_shapes[i].name == u"calendar_local" && !mayBeDays)
                    || (m_shapes[i].name == u"number_series" && !mayBeSeries))) {
                left.reset(i);
            }
        }
        bool isWanted = false;
        for (size_t i = 0; i < m_shapes.size(); ++i) {
            if (!left.test(i) || !m_shapes[i].isKept)
                continue;
            isWanted = true;
            if (left.count() == 1) {
                m_owners.decide(top, i);
                m_late.insert(top);
                return;
            }
        }
        if (!isWanted)
            return;
        for (size_t i = 0; i < m_shapes.size(); ++i) {
            if (left.test(i) && isIndex(m_shapes[i], pages))
                return; // made anew
        }
        m_result.undecided += rows;
    }

    // Whether most entries say what the rows say whose numbers they bear: no rows of another table do.
    bool isIndex(const TableShape &shape, const std::vector<quint32> &pages)
    {
        if (shape.indexed.isEmpty())
            return false;
        QString sql = u"SELECT 1 FROM main.%1 WHERE rowid = ?"_s.arg(shape.indexed);
        for (const TableShape::Column &column : shape.columns)
            sql += column.name.isEmpty() ? QString() : QString(u" AND \""_s + column.name + u"\" IS ?");
        constexpr qint64 enough = 200;
        qint64 rows = 0;
        qint64 same = 0;
        for (const quint32 page : pages) {
            if (rows > enough)
                break;
            m_owners.eachRow(page, [&](const StoredRow &row) {
                ++rows;
                if (row.values.size() != shape.columns.size())
                    return;
                QVariantList values{row.values.back().integer};
                for (size_t i = 0; i < shape.columns.size(); ++i) {
                    if (!shape.columns[i].name.isEmpty())
                        values.append(variantOf(row.values[i]));
                }
                Database::Statement statement(m_database, sql, values);
                same += statement.next() ? 1 : 0;
            });
        }
        return same * 2 > rows;
    }

    void bring(quint32 page, const TableShape &shape)
    {
        if (shape.isTree) {
            qint64 lowest = std::numeric_limits<qint64>::max();
            qint64 highest = std::numeric_limits<qint64>::min();
            qint64 rows = 0;
            const auto count = [&](qint64 rowId) {
                ++rows;
                lowest = std::min(lowest, rowId);
                highest = std::max(highest, rowId);
            };
            if (!m_tellsLosses) { // most are there already
                m_owners.eachRow(
                    page, [&count](const StoredRow &row) { count(row.rowId); }, count);
                if (rows == 0
                    || m_database.value<qint64>(
                           u"SELECT count(*) FROM main.%1 WHERE rowid BETWEEN ? AND ?"_s.arg(shape.name), lowest,
                           highest)
                           == rows) {
                    return;
                }
            }
        }
        m_owners.eachRow(
            page,
            [&](const StoredRow &row) {
                if (shape.fits(row) && shape.isIntact(row) && insert(row, shape))
                    return;
                if (shape.isTree)
                    m_losses.lose(shape.name, row.rowId, row.rowId);
                else
                    m_losses.loseMiddle(shape.name);
            },
            [&](qint64 rowId) { m_losses.lose(shape.name, rowId, rowId); });
    }

    // True: it is there now, or something is under its number.
    bool insert(const StoredRow &row, const TableShape &shape)
    {
        QVariantList values;
        for (size_t i = 0; i < row.values.size(); ++i)
            values.append(shape.columns[i].isRowId ? QVariant(row.rowId) : variantOf(row.values[i]));
        try {
            const Database::Statement statement(m_database, statementFor(shape, row.values.size()), values);
            m_result.rows += statement.changed();
            return true; // of what has keys nothing is done to what is there already
        } catch (const StorageError &error) {
            if (error.kind() != StorageError::Kind::Constraint)
                throw;
            return shape.isTree
                   && m_database.value<qint64>(u"SELECT 1 FROM main.%1 WHERE rowid = ?"_s.arg(shape.name), row.rowId);
        }
    }

    const QString &statementFor(const TableShape &shape, size_t width)
    {
        QString &sql = m_statements[{shape.name, width}];
        if (sql.isEmpty()) {
            QStringList names;
            QStringList marks;
            for (size_t i = 0; i < width; ++i) {
                names.append(u'"' + shape.columns[i].name + u'"');
                marks.append(u"?"_s);
            }
            // Not OR IGNORE: it would pass in silence over a row that breaks a rule of the table.
            sql =
                u"INSERT INTO main.%1(%2) VALUES(%3)%4"_s.arg(shape.name, names.join(u", "_s), marks.join(u", "_s),
                                                              shape.isTree ? QString() : u" ON CONFLICT DO NOTHING"_s);
        }
        return sql;
    }

    // The index of the numbers tells which tickets there were, though their rows are lost.
    void noteNumbers(quint32 page)
    {
        m_owners.eachRow(page, [this](const StoredRow &row) {
            if (row.values.size() == 2 && row.values[0].kind == StoredValue::Kind::Text
                && row.values[1].kind == StoredValue::Kind::Integer && isTicketNumber(row.values[0].bytes)) {
                m_result.numbers.insert(QString::fromLatin1(row.values[0].bytes));
            }
        });
    }

    // An interior page tells which rows lay in a page that is lost.
    void tellLostChildren()
    {
        for (quint32 number = 1; number <= m_pages.count(); ++number) {
            if (m_owners.kind(number) != Kind::TableInterior)
                continue;
            const TableShape *shape = m_owners.ownerOf(number);
            if (!shape || !shape->isKept)
                continue;
            const QByteArray bytes = m_pages.page(number);
            const auto tree = TreePage::read(bytes, number, m_pages.usable());
            if (!tree)
                continue;
            for (size_t i = 0; i < tree->children.size(); ++i) {
                const Kind kind = m_owners.kind(tree->children[i]);
                if (kind == Kind::TableLeaf || kind == Kind::TableInterior)
                    continue;
                const bool isLast = i == tree->cells.size();
                const auto key = rowIdAt(bytes, tree->kind, tree->cells[isLast ? i - 1 : i], m_pages.usable());
                if (!key)
                    continue;
                if (isLast && *key < RescueLosses::end) {
                    const auto next = m_database.value<qint64>(
                        u"SELECT min(rowid) FROM main.%1 WHERE rowid > ?"_s.arg(shape->name), *key);
                    m_losses.lose(shape->name, *key + 1, next ? *next - 1 : RescueLosses::end);
                } else if (!isLast) {
                    const auto before = m_database.value<qint64>(
                        u"SELECT max(rowid) FROM main.%1 WHERE rowid <= ?"_s.arg(shape->name), *key);
                    if (before.value_or(0) < *key)
                        m_losses.lose(shape->name, before.value_or(0) + 1, *key);
                }
            }
        }
    }

    Database &m_database;
    const DamagedPages &m_pages;
    const std::vector<TableShape> &m_shapes;
    RescueLosses &m_losses;
    const Progress &m_progress;
    bool m_tellsLosses;
    PageOwners m_owners;
    QSet<quint32> m_late;
    QMap<std::pair<QString, size_t>, QString> m_statements;
    PageRescue m_result;
};

} // namespace

PageRescue rescuePages(Database &database, const DamagedPages &pages, const std::vector<TableShape> &shapes,
                       bool tellLosses, RescueLosses &losses, const Progress &progress)
{
    return Bringing(database, pages, shapes, tellLosses, losses, progress).run();
}

} // namespace huiyin
