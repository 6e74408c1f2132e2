// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/TableFindings.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <optional>

using namespace Qt::StringLiterals;

namespace huiyin {

Finding &TableFindings::tell(const TableCell &cell, Finding::Kind kind, const QString &message, const QString &expected)
{
    const QString &line = m_text.lines[cell.line];
    const qsizetype start = std::max<qsizetype>(line.indexOf(cell.text, cell.column), 0);
    m_findings.append({.line = cell.line + 1,
                       .column = static_cast<int>(start) + 1,
                       .length = static_cast<int>(cell.text.size()),
                       .kind = kind,
                       .text = cell.text,
                       .expected = expected,
                       .message = message});
    return m_findings.last();
}

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Review)
};

using Kind = TableColumn::Kind;

// What may be made of the counts of a row; nullopt where one is missing.
using Reading = std::function<std::optional<qint64>(const TableRecord &)>;

Reading countOf(qsizetype column)
{
    return [column](const TableRecord &record) { return record.count(column); };
}

Reading sumOf(const Reading &a, const Reading &b, qint64 sign = 1)
{
    return [=](const TableRecord &record) -> std::optional<qint64> {
        const auto one = a(record);
        const auto other = b(record);
        return one && other ? std::optional(*one + sign * *other) : std::nullopt;
    };
}

class RowCheck
{
public:
    explicit RowCheck(TableFindings &table)
        : m_table(table)
        , m_records(table.records())
    {
    }

    void check()
    {
        checkBalance();
        for (qsizetype column = 0; column < m_records.columns.size(); ++column) {
            if (m_records.columns[column].kind == Kind::Rate)
                checkRate(column);
            else if (m_records.columns[column].kind == Kind::Change)
                checkChange(column);
        }
    }

private:
    [[nodiscard]] qsizetype column(Kind kind) const { return m_records.column(kind); }
    [[nodiscard]] bool has(Kind kind) const { return column(kind) >= 0; }
    [[nodiscard]] Reading of(Kind kind) const { return countOf(column(kind)); }

    // What was closed, as the table's columns tell it, the plainest first.
    [[nodiscard]] QList<Reading> closedReadings() const
    {
        QList<Reading> readings;
        if (has(Kind::Closed))
            readings.append(of(Kind::Closed));
        if (has(Kind::ClosedOnTime) && has(Kind::ClosedLate))
            readings.append(sumOf(of(Kind::ClosedOnTime), of(Kind::ClosedLate)));
        if (has(Kind::Direct) && !readings.isEmpty())
            readings.append(sumOf(readings.first(), of(Kind::Direct)));
        return readings;
    }

    // What it may be of: 受理, 应办结, without those returned, with those carried over.
    [[nodiscard]] QList<Reading> wholeReadings() const
    {
        QList<Reading> readings;
        for (const Kind kind : {Kind::Received, Kind::Due}) {
            if (!has(kind))
                continue;
            readings.append(of(kind));
            if (has(Kind::Returned))
                readings.append(sumOf(of(kind), of(Kind::Returned), -1));
            if (has(Kind::CarriedOver))
                readings.append(sumOf(of(kind), of(Kind::CarriedOver)));
        }
        return readings;
    }

    void checkBalance()
    {
        const QList<Reading> wholes = wholeReadings();
        const QList<Reading> closed = closedReadings();
        if (wholes.isEmpty() || closed.isEmpty())
            return;
        if (!has(Kind::Open)) {
            if (wholes.size() == 1 && closed.size() == 1)
                checkTooMany(wholes.first(), closed.first());
            return;
        }
        QList<Reading> open{of(Kind::Open)};
        if (has(Kind::OverdueOpen))
            open.append(sumOf(of(Kind::Open), of(Kind::OverdueOpen)));
        const auto holds = [](const TableRecord &record, const Reading &whole, const Reading &done,
                              const Reading &rest) {
            const auto all = whole(record);
            const auto some = done(record);
            const auto others = rest(record);
            return all && some && others && *some + *others == *all;
        };
        // The reading that most rows keep; where none is told apart, the plainest.
        qsizetype best = -1;
        Reading whole;
        Reading done;
        Reading rest;
        for (const Reading &others : std::as_const(open)) {
            for (const Reading &some : closed) {
                for (const Reading &all : wholes) {
                    const qsizetype kept = std::ranges::count_if(
                        m_records.records, [&](const TableRecord &record) { return holds(record, all, some, others); });
                    if (kept > best) {
                        best = kept;
                        whole = all;
                        done = some;
                        rest = others;
                    }
                }
            }
        }
        const bool oneReading = wholes.size() == 1 && closed.size() == 1;
        if (!oneReading && best < 2)
            return;
        int balanced = 0;
        for (const TableRecord &record : m_records.records) {
            const auto all = whole(record);
            const auto some = done(record);
            const auto others = rest(record);
            if (!all || !some || !others)
                continue;
            // What is overdue may be counted among the open ones in one row, and beside them in another.
            if (std::ranges::any_of(open, [&](const Reading &one) { return holds(record, whole, done, one); })) {
                ++balanced;
                continue;
            }
            m_table.tell(cellOf(record, Kind::Received, Kind::Due), Finding::Kind::Balance,
                         Text::tr("%1: %2 closed and %3 open make %4, not %5.")
                             .arg(record.name)
                             .arg(*some)
                             .arg(*others)
                             .arg(*some + *others)
                             .arg(*all),
                         QString::number(*some + *others));
        }
        if (balanced > 0)
            m_table.pass(Text::tr("In %n row(s) of the table received = closed + open", nullptr, balanced));
    }

    [[nodiscard]] const TableCell &cellOf(const TableRecord &record, Kind kind, Kind other) const
    {
        return record.cells[has(kind) ? column(kind) : column(other)];
    }

    void checkTooMany(const Reading &whole, const Reading &closed)
    {
        for (const TableRecord &record : m_records.records) {
            const auto all = whole(record);
            const auto some = closed(record);
            if (!all || !some || *some <= *all)
                continue;
            m_table
                .tell(cellOf(record, Kind::Closed, Kind::ClosedLate), Finding::Kind::Balance,
                      Text::tr("%1: more closed than received.").arg(record.name), {})
                .doubtful = true;
        }
    }

    struct RateReading
    {
        Reading part;
        Reading whole;
    };

    // 办结率 of the closed, 按时办结率 of those on time, 满意率 of 满意数: of which whole differs.
    [[nodiscard]] QList<RateReading> rateReadings(qsizetype rate) const
    {
        static const QRegularExpression measure(u"(总?[数量件]|件数|工单)+$|^已|^实际|率$"_s);
        static const QRegularExpression onTime(u"按时|按期|及时|限时|期内"_s);
        static const QRegularExpression closure(u"办结|结案"_s);
        const QString stem = QString(m_records.columns[rate].heading).remove(measure);
        QList<Reading> parts;
        if (stem.contains(onTime)) {
            if (has(Kind::ClosedOnTime)
                && QString(m_records.columns[column(Kind::ClosedOnTime)].heading).remove(measure) == stem)
                parts.append(of(Kind::ClosedOnTime));
        } else if (stem.contains(closure)) {
            parts = closedReadings();
        } else {
            for (qsizetype i = 0; i < rate; ++i) {
                if (m_records.columns[i].kind == Kind::Count
                    && QString(m_records.columns[i].heading).remove(measure) == stem)
                    parts.append(countOf(i));
            }
        }
        QList<Reading> wholes = wholeReadings();
        if (has(Kind::ClosedOnTime) && has(Kind::ClosedLate))
            wholes.append(sumOf(of(Kind::ClosedOnTime), of(Kind::ClosedLate)));
        for (qsizetype i = 0; i < m_records.columns.size(); ++i) {
            const Kind kind = m_records.columns[i].kind;
            if (kind == Kind::Count || kind == Kind::Closed)
                wholes.append(countOf(i));
        }
        QList<RateReading> readings;
        for (const Reading &part : std::as_const(parts)) {
            for (const Reading &whole : std::as_const(wholes))
                readings.append({part, whole});
        }
        return readings;
    }

    void checkRate(qsizetype rate)
    {
        // Rows where part and whole are one say nothing of which whole it is.
        const auto given = [&](const TableRecord &record, const RateReading &reading) -> std::optional<bool> {
            const auto part = reading.part(record);
            const auto whole = reading.whole(record);
            if (rate >= record.cells.size() || !record.cells[rate].percentage || !part || !whole || *whole <= 0
                || *part > *whole)
                return std::nullopt;
            return isPercentageOf({*part, *part}, {*whole, *whole}, *record.cells[rate].percentage);
        };
        const QList<RateReading> readings = rateReadings(rate);
        const RateReading *best = nullptr;
        qsizetype most = 0;
        qsizetype rows = 0;
        for (const RateReading &reading : readings) {
            qsizetype fitting = 0;
            qsizetype known = 0;
            for (const TableRecord &record : m_records.records) {
                const auto fits = given(record, reading);
                known += fits ? 1 : 0;
                fitting += fits.value_or(false) ? 1 : 0;
            }
            if (fitting > most) {
                most = fitting;
                rows = known;
                best = &reading;
            }
        }
        // One row alone may fit by chance; where most don't, the rate is of something else.
        if (!best || most * 2 < rows || (most < 2 && rows > 2))
            return;
        int agreeing = 0;
        for (const TableRecord &record : m_records.records) {
            const auto fits = given(record, *best);
            if (!fits)
                continue;
            if (*fits) {
                ++agreeing;
                continue;
            }
            const qint64 part = *best->part(record);
            const qint64 whole = *best->whole(record);
            QString right = percentageLike({part, part}, {whole, whole}, *record.cells[rate].percentage);
            m_table.tell(record.cells[rate], Finding::Kind::Percentage,
                         Text::tr("%1: %2 of %3 is %4.").arg(record.name).arg(part).arg(whole).arg(right), right);
        }
        if (agreeing > 0)
            m_table.pass(Text::tr("In %n row(s) of the table the rate agrees with its counts", nullptr, agreeing));
    }

    // 环比 of two columns of counts: those that most rows agree with.
    void checkChange(qsizetype change)
    {
        const auto given = [&](const TableRecord &record, qsizetype now, qsizetype before) -> std::optional<bool> {
            const auto current = record.count(now);
            const auto reference = record.count(before);
            if (change >= record.cells.size() || !record.cells[change].percentage || !current || !reference
                || *reference <= 0)
                return std::nullopt;
            const Decimal printed = *record.cells[change].percentage;
            const qint64 moved = *current - *reference;
            const bool sameWay = moved == 0 || printed.mantissa == 0 || (moved > 0) == (printed.mantissa > 0);
            return sameWay
                   && isPercentageOf({std::abs(moved), std::abs(moved)}, {*reference, *reference},
                                     {.mantissa = std::abs(printed.mantissa), .decimals = printed.decimals});
        };
        qsizetype most = 0;
        qsizetype rows = 0;
        std::pair<qsizetype, qsizetype> best{-1, -1};
        for (qsizetype now = 0; now < change; ++now) {
            for (qsizetype before = 0; before < change; ++before) {
                if (now == before || !m_records.columns[now].isCounted() || !m_records.columns[before].isCounted())
                    continue;
                qsizetype fitting = 0;
                qsizetype known = 0;
                for (const TableRecord &record : m_records.records) {
                    const auto fits = given(record, now, before);
                    known += fits ? 1 : 0;
                    fitting += fits.value_or(false) ? 1 : 0;
                }
                if (fitting > most) {
                    most = fitting;
                    rows = known;
                    best = {now, before};
                }
            }
        }
        if (most < 2 || most * 2 <= rows)
            return;
        for (const TableRecord &record : m_records.records) {
            const auto fits = given(record, best.first, best.second);
            if (!fits || *fits)
                continue;
            const qint64 current = *record.count(best.first);
            const qint64 reference = *record.count(best.second);
            const qint64 moved = std::abs(current - reference);
            const QString right =
                (current < reference ? u"-"_s : QString())
                + percentageLike({moved, moved}, {reference, reference}, *record.cells[change].percentage);
            m_table.tell(
                record.cells[change], Finding::Kind::Change,
                Text::tr("%1: from %2 to %3 it is %4.").arg(record.name).arg(reference).arg(current).arg(right), right);
        }
    }

    TableFindings &m_table;
    const TableRecords &m_records;
};

} // namespace

void checkTableRows(TableFindings &table)
{
    RowCheck(table).check();
}

} // namespace huiyin
