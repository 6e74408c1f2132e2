// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/TableReadings.h"

using namespace Qt::StringLiterals;

namespace huiyin {

using Kind = TableColumn::Kind;

std::optional<qint64> TableReading::of(const TableRecord &record) const
{
    qint64 sum = 0;
    for (const Term &term : terms) {
        const auto count = record.count(term.column);
        if (!count)
            return std::nullopt;
        sum += term.sign * *count;
    }
    return sum;
}

std::optional<qint64> TableReading::firstFor(const TableRecord &record, qint64 sum) const
{
    const auto now = of(record);
    const auto first = record.count(column());
    return now && first ? std::optional(*first + sum - *now) : std::nullopt;
}

QString TableReading::formula(const TableRecord &record) const
{
    QString text;
    for (const Term &term : terms) {
        if (!text.isEmpty())
            text += term.sign < 0 ? u" − "_s : u" + "_s;
        text += QString::number(record.count(term.column).value_or(0));
    }
    return text;
}

TableReading TableReading::with(const TableReading &other, int sign) const
{
    TableReading sum = *this;
    for (Term term : other.terms) {
        term.sign *= sign;
        sum.terms.append(term);
    }
    return sum;
}

TableReading readingOf(qsizetype column)
{
    return {.terms = {{.column = column}}};
}

QList<TableReading> closedReadings(const TableRecords &table)
{
    const auto of = [&table](Kind kind) { return readingOf(table.column(kind)); };
    QList<TableReading> readings;
    if (table.has(Kind::Closed))
        readings.append(of(Kind::Closed));
    if (table.has(Kind::ClosedOnTime) && table.has(Kind::ClosedLate))
        readings.append(of(Kind::ClosedOnTime).with(of(Kind::ClosedLate)));
    else if (readings.isEmpty() && table.has(Kind::ClosedOnTime) && table.has(Kind::OverdueOpen))
        readings.append(of(Kind::ClosedOnTime).with(of(Kind::OverdueOpen))); // 按时 超时 未办结
    if (table.has(Kind::Direct) && !readings.isEmpty())
        readings.append(readings.first().with(of(Kind::Direct)));
    return readings;
}

QList<TableReading> wholeReadings(const TableRecords &table)
{
    const auto of = [&table](Kind kind) { return readingOf(table.column(kind)); };
    QList<TableReading> readings;
    for (const Kind kind : {Kind::Received, Kind::Due, Kind::Across}) {
        if (!table.has(kind))
            continue;
        readings.append(of(kind));
        if (table.has(Kind::Returned))
            readings.append(of(kind).with(of(Kind::Returned), -1));
        if (table.has(Kind::CarriedOver))
            readings.append(of(kind).with(of(Kind::CarriedOver)));
    }
    return readings;
}

} // namespace huiyin
