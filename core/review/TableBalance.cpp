// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/TableFindings.h"
#include "review/TableReadings.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <optional>
#include <utility>

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Review)
};

using Kind = TableColumn::Kind;

// 承办 = 办结 + 在办. What is overdue may be counted among the open ones in one row, and beside them in another.
struct Balance
{
    TableReading whole{};
    TableReading closed{};
    QList<TableReading> open{};

    [[nodiscard]] std::optional<bool> holds(const TableRecord &record) const // nullopt: a count is missing
    {
        const auto all = whole.of(record);
        const auto some = closed.of(record);
        if (!all || !some || !open.first().of(record))
            return std::nullopt;
        return std::ranges::any_of(open, [&](const TableReading &one) {
            const auto others = one.of(record);
            return others && *some + *others == *all;
        });
    }
};

class BalanceCheck
{
public:
    explicit BalanceCheck(TableFindings &table)
        : m_table(table)
        , m_records(table.records())
    {
    }

    void check()
    {
        for (qsizetype column = 0; column < m_records.columns.size(); ++column) {
            if (m_records.columns[column].kind == Kind::Across)
                checkAcross(column);
        }
        if (closedReadings(m_records).isEmpty())
            return;
        if (m_records.has(Kind::Open))
            checkBalance();
        else
            checkTooMany();
    }

private:
    struct Kept
    {
        Balance balance{};
        qsizetype rows = 0; // that keep it
        qsizetype known = 0;
    };

    // The balance that most rows keep; where none is told apart, the plainest.
    [[nodiscard]] std::optional<Kept> bestOf(const QList<TableReading> &wholes,
                                             const QList<TableReading> &besides) const
    {
        const TableReading open = readingOf(m_records.column(Kind::Open));
        QList<QList<TableReading>> opens;
        const auto append = [&](const TableReading &one) {
            opens.append(QList<TableReading>{one});
            if (m_records.has(Kind::OverdueOpen))
                opens.last().append(one.with(readingOf(m_records.column(Kind::OverdueOpen))));
        };
        append(open);
        for (const TableReading &beside : besides)
            append(open.with(beside));
        const QList<TableReading> closed = closedReadings(m_records);
        std::optional<Kept> best;
        for (const QList<TableReading> &others : std::as_const(opens)) {
            for (const TableReading &some : closed) {
                for (const TableReading &all : wholes) {
                    Kept one{.balance = {.whole = all, .closed = some, .open = others}};
                    for (const TableRecord &record : m_records.records) {
                        const auto holds = one.balance.holds(record);
                        one.known += holds ? 1 : 0;
                        one.rows += holds.value_or(false) ? 1 : 0;
                    }
                    if (!best || one.rows > best->rows)
                        best = one;
                }
            }
        }
        if (best)
            sortOpen(best->balance);
        return best;
    }

    // What is open is told as most rows have it.
    void sortOpen(Balance &balance) const
    {
        std::ranges::stable_sort(balance.open, std::greater(), [&](const TableReading &open) {
            const Balance one{.whole = balance.whole, .closed = balance.closed, .open = {open}};
            return std::ranges::count_if(
                m_records.records, [&one](const TableRecord &record) { return one.holds(record).value_or(false); });
        });
    }

    // Columns that count something else, the nearest to another: 延期 and 待回访 are neither closed nor open, and 转办 may
    // be the whole.
    [[nodiscard]] QList<TableReading> countsNear(qsizetype column) const
    {
        constexpr qsizetype enough = 4;
        QList<qsizetype> nearest;
        for (qsizetype i = 0; i < m_records.columns.size(); ++i) {
            if (m_records.columns[i].kind == Kind::Count)
                nearest.append(i);
        }
        std::ranges::stable_sort(nearest, {}, [column](qsizetype i) { return std::abs(i - column); });
        QList<TableReading> readings;
        for (const qsizetype i : nearest.first(std::min(enough, nearest.size())))
            readings.append(readingOf(i));
        return readings;
    }

    void checkBalance()
    {
        const QList<TableReading> wholes = wholeReadings(m_records);
        const QList<TableReading> closed = closedReadings(m_records);
        const auto plain = bestOf(wholes, {});
        if (!plain)
            return;
        const QList<TableReading> others = countsNear(closed.first().column());
        const bool oneReading = wholes.size() == 1 && closed.size() == 1;
        if (plain->rows < plain->known && !others.isEmpty()) {
            const auto besides = bestOf(wholes + others, countsNear(m_records.column(Kind::Open)));
            if (besides && besides->rows > plain->rows && besides->rows >= 2 && besides->rows * 2 > besides->known) {
                tell(*besides, false);
                return;
            }
            // A state that isn't known may make up the rest.
            if (plain->rows * 2 <= plain->known)
                return;
        }
        if (oneReading || plain->rows >= 2)
            tell(*plain, plain->rows * 2 < plain->known);
    }

    void tell(const Kept &kept, bool doubtful)
    {
        const Balance &balance = kept.balance;
        for (const TableRecord &record : m_records.records) {
            if (balance.holds(record).value_or(true))
                continue;
            const qint64 some = *balance.closed.of(record);
            const qint64 others = *balance.open.first().of(record);
            const qint64 all = *balance.whole.of(record);
            const QString whole = balance.whole.terms.size() == 1
                                      ? QString::number(all)
                                      : Text::tr("%1 (%2)").arg(all).arg(balance.whole.formula(record));
            const qint64 expected = balance.whole.firstFor(record, some + others).value_or(-1);
            m_table
                .tell(record.cells[balance.whole.column()], Finding::Kind::Balance,
                      Text::tr("%1: %2 closed and %3 open make %4, not %5.")
                          .arg(record.name)
                          .arg(some)
                          .arg(others)
                          .arg(some + others)
                          .arg(whole),
                      expected < 0 ? QString() : QString::number(expected))
                .doubtful = doubtful;
        }
        if (kept.rows > 0) {
            m_table.pass(
                Text::tr("In %n row(s) of the table received = closed + open", nullptr, static_cast<int>(kept.rows)));
        }
    }

    void checkTooMany()
    {
        const QList<TableReading> wholes = wholeReadings(m_records);
        const QList<TableReading> closed = closedReadings(m_records);
        for (const TableRecord &record : m_records.records) {
            std::optional<qint64> most;
            for (const TableReading &whole : wholes)
                most = std::max(most, whole.of(record));
            const auto some = closed.first().of(record);
            if (!most || !some || *some <= *most)
                continue;
            const bool isSum = closed.first().terms.size() > 1;
            m_table
                .tell(record.cells[isSum ? closed.first().terms.last().column : closed.first().column()],
                      Finding::Kind::Balance, Text::tr("%1: more closed than received.").arg(record.name), {})
                .doubtful = true;
        }
    }

    // 咨询 求助 投诉 合计: of the columns before it as far as most rows say so, or of those behind.
    void checkAcross(qsizetype column)
    {
        constexpr qsizetype enough = 24;
        TableReading best;
        qsizetype most = 0;
        qsizetype rows = 0;
        const auto sumOf = [](const TableRecord &record, const TableReading &reading) -> std::optional<qint64> {
            qint64 sum = 0;
            for (const TableReading::Term &term : reading.terms) {
                const TableCell &cell = record.cells[term.column];
                if (!cell.count && !cell.isNone)
                    return std::nullopt;
                sum += cell.count.value_or(0);
            }
            return sum;
        };
        for (const qsizetype step : {-1, 1}) {
            TableReading reading;
            for (qsizetype i = column + step; i >= 0 && i < m_records.columns.size() && m_records.columns[i].isCounted()
                                              && reading.terms.size() < enough;
                 i += step) {
                reading.terms.append(TableReading::Term{.column = i});
                if (reading.terms.size() < 2)
                    continue;
                qsizetype fitting = 0;
                qsizetype known = 0;
                for (const TableRecord &record : m_records.records) {
                    const auto sum = sumOf(record, reading);
                    known += sum && record.count(column) ? 1 : 0;
                    fitting += sum && sum == record.count(column) ? 1 : 0;
                }
                if (fitting > most) {
                    best = reading;
                    most = fitting;
                    rows = known;
                }
            }
        }
        if (most < 2 || most * 2 <= rows)
            return;
        for (const TableRecord &record : m_records.records) {
            const auto sum = sumOf(record, best);
            if (!sum || !record.count(column) || *sum == *record.count(column))
                continue;
            m_table.tell(record.cells[column], Finding::Kind::Sum,
                         Text::tr("%1: the columns add up to %2, not to %3.")
                             .arg(record.name)
                             .arg(*sum)
                             .arg(*record.count(column)),
                         QString::number(*sum));
        }
    }

    TableFindings &m_table;
    const TableRecords &m_records;
};

} // namespace

void checkTableBalance(TableFindings &table)
{
    BalanceCheck(table).check();
}

} // namespace huiyin
