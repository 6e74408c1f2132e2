// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/TableFindings.h"
#include "review/TableReadings.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Review)
};

using Kind = TableColumn::Kind;

// As it would stand in the cell: without the sign of percent where the heading has it, less by the sign that it has.
QString printedInCell(const TableCell &cell, const QString &percentage, bool isLess = false)
{
    static const QRegularExpression percent(u"[%％]"_s);
    QString sign;
    if (cell.text.contains(u'↑') || cell.text.contains(u'↓'))
        sign = isLess ? u"↓"_s : u"↑"_s;
    else if (isLess)
        sign = cell.text.contains(u'−') ? u"−"_s : u"-"_s;
    QString text = sign + percentage;
    return cell.text.contains(percent) ? text : text.remove(percent);
}

class RateCheck
{
public:
    explicit RateCheck(TableFindings &table)
        : m_table(table)
        , m_records(table.records())
    {
    }

    void check()
    {
        for (qsizetype column = 0; column < m_records.columns.size(); ++column) {
            if (m_records.columns[column].kind == Kind::Rate)
                checkRate(column);
            else if (m_records.columns[column].kind == Kind::Change)
                checkChange(column);
        }
    }

private:
    struct RateReading
    {
        TableReading part{};
        TableReading whole{};
    };

    // How many rows a reading fits. Where part and whole are one a row says nothing of which whole it is.
    struct Fitting
    {
        qsizetype rows = 0;
        qsizetype known = 0;
        qsizetype trivial = 0; // that it fits because part and whole are one
        qsizetype alike = 0;   // in which they are
        bool allFull = true;   // 100% in every row
    };

    // What 按时办结率 and 按时办结数 have in common: 按时
    [[nodiscard]] QString stemOf(qsizetype column, bool withClosure = true) const
    {
        static const QRegularExpression measure(u"(总?[数量件]|件数|工单)+$|^已|^实际|率$"_s);
        static const QRegularExpression closure(u"已?(办结|结案)"_s);
        QString stem = QString(m_records.columns[column].heading).remove(measure);
        return withClosure ? stem : stem.remove(closure);
    }

    // 办结率 of the closed, 按时办结率 of those on time, 满意率 of 满意数: of which whole differs.
    [[nodiscard]] QList<RateReading> rateReadings(qsizetype rate) const
    {
        static const QRegularExpression onTime(u"按时|按期|及时|限时|期内"_s);
        static const QRegularExpression closure(u"办结|结案"_s);
        static const QRegularExpression ofDue(u"应办|应结"_s);
        const QString stem = stemOf(rate);
        const auto on = m_records.column(Kind::ClosedOnTime);
        QList<TableReading> parts;
        if (stem.contains(onTime)) {
            if (on >= 0 && stemOf(on, false) == stemOf(rate, false))
                parts.append(readingOf(on));
        } else if (stem.contains(closure)) {
            parts = closedReadings(m_records);
        } else {
            for (qsizetype i = 0; i < rate; ++i) {
                if (m_records.columns[i].kind == Kind::Count && stemOf(i) == stem)
                    parts.append(readingOf(i));
            }
        }
        QList<TableReading> wholes = wholeReadings(m_records);
        if (on >= 0 && m_records.has(Kind::ClosedLate))
            wholes.append(readingOf(on).with(readingOf(m_records.column(Kind::ClosedLate))));
        for (qsizetype i = 0; i < m_records.columns.size(); ++i) {
            const Kind kind = m_records.columns[i].kind;
            if (kind == Kind::Count || kind == Kind::Closed || kind == Kind::Across)
                wholes.append(readingOf(i));
        }
        if (const qsizetype due = m_records.column(Kind::Due); stem.contains(ofDue))
            wholes = due < 0 ? QList<TableReading>() : QList<TableReading>{readingOf(due)};
        QList<RateReading> readings;
        for (const TableReading &part : std::as_const(parts)) {
            for (const TableReading &whole : std::as_const(wholes)) {
                if (whole != part)
                    readings.append(RateReading{part, whole});
            }
        }
        return readings;
    }

    [[nodiscard]] static std::optional<bool> fits(const TableRecord &record, qsizetype rate, const RateReading &reading)
    {
        const auto part = reading.part.of(record);
        const auto whole = reading.whole.of(record);
        if (!record.cells[rate].percentage || !part || !whole || *whole <= 0 || *part < 0 || *part > *whole)
            return std::nullopt;
        return isPercentageOf({*part, *part}, {*whole, *whole}, *record.cells[rate].percentage);
    }

    [[nodiscard]] Fitting fittingOf(qsizetype rate, const RateReading &reading) const
    {
        Fitting fitting;
        for (const TableRecord &record : m_records.records) {
            const auto holds = fits(record, rate, reading);
            if (!holds)
                continue;
            const bool isTrivial = reading.part.of(record) == reading.whole.of(record);
            const Decimal &printed = *record.cells[rate].percentage;
            fitting.allFull = fitting.allFull && printed.mantissa == 100 * power10(printed.decimals);
            fitting.trivial += isTrivial && *holds ? 1 : 0;
            fitting.alike += isTrivial ? 1 : 0;
            fitting.known += isTrivial ? 0 : 1;
            fitting.rows += !isTrivial && *holds ? 1 : 0;
        }
        return fitting;
    }

    void checkRate(qsizetype rate)
    {
        const QList<RateReading> readings = rateReadings(rate);
        if (readings.isEmpty())
            return;
        const RateReading *best = nullptr;
        Fitting fitting;
        for (const RateReading &reading : readings) {
            const Fitting one = fittingOf(rate, reading);
            if (!best || one.rows > fitting.rows) {
                fitting = one;
                best = &reading;
            }
        }
        const qsizetype holding = fitting.rows + fitting.trivial;
        const qsizetype rows = fitting.known + fitting.alike;
        const bool toldApart = fitting.rows > 0 || fitting.known == 0;
        // No row says which whole it is of: where the table has but one, it may be that.
        const bool mayBe =
            readings.size() == 1
            && std::max(fitting.trivial, fitting.allFull ? fitting.known : 0) >= std::max<qsizetype>(fitting.known, 2);
        // One row alone may fit by chance; where most don't, the rate is of something else.
        if (toldApart ? holding * 2 < rows || (holding < 2 && rows > 2) : !mayBe)
            return;
        const bool doubtful = !toldApart || holding < 2;
        tellRates(rate, *best, doubtful);
        if (holding > 0) {
            m_table.pass(Text::tr("In %n row(s) of the table the rate agrees with its counts", nullptr,
                                  static_cast<int>(holding)));
        }
    }

    void tellRates(qsizetype rate, const RateReading &reading, bool doubtful)
    {
        for (const TableRecord &record : m_records.records) {
            if (fits(record, rate, reading).value_or(true))
                continue;
            const qint64 part = *reading.part.of(record);
            const qint64 whole = *reading.whole.of(record);
            const TableCell &cell = record.cells[rate];
            const QString right = percentageLike({part, part}, {whole, whole}, *cell.percentage);
            m_table
                .tell(cell, Finding::Kind::Percentage,
                      Text::tr("%1: %2 of %3 is %4.").arg(record.name).arg(part).arg(whole).arg(right),
                      printedInCell(cell, right))
                .doubtful = doubtful;
        }
    }

    [[nodiscard]] static std::optional<bool> agrees(const TableRecord &record, qsizetype change, qsizetype now,
                                                    qsizetype before)
    {
        const auto current = record.count(now);
        const auto reference = record.count(before);
        if (!record.cells[change].percentage || !current || !reference || *reference <= 0)
            return std::nullopt;
        const Decimal printed = *record.cells[change].percentage;
        const qint64 moved = *current - *reference;
        const bool sameWay = moved == 0 || printed.mantissa == 0 || (moved > 0) == (printed.mantissa > 0);
        return sameWay
               && isPercentageOf({std::abs(moved), std::abs(moved)}, {*reference, *reference},
                                 {.mantissa = std::abs(printed.mantissa), .decimals = printed.decimals});
    }

    // 环比 of two columns of counts near it: those that most rows agree with.
    void checkChange(qsizetype change)
    {
        constexpr qsizetype enough = 12;
        QList<qsizetype> counted;
        for (qsizetype i = change - 1; i >= 0 && counted.size() < enough; --i) {
            if (m_records.columns[i].isCounted())
                counted.prepend(i);
        }
        qsizetype most = 0;
        qsizetype rows = 0;
        std::pair<qsizetype, qsizetype> best{-1, -1};
        for (const qsizetype now : std::as_const(counted)) {
            for (const qsizetype before : std::as_const(counted)) {
                if (now == before)
                    continue;
                qsizetype fitting = 0;
                qsizetype known = 0;
                for (const TableRecord &record : m_records.records) {
                    const auto fits = agrees(record, change, now, before);
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
            if (agrees(record, change, best.first, best.second).value_or(true))
                continue;
            const qint64 current = *record.count(best.first);
            const qint64 reference = *record.count(best.second);
            const qint64 moved = std::abs(current - reference);
            const TableCell &cell = record.cells[change];
            const QString size = percentageLike({moved, moved}, {reference, reference}, *cell.percentage);
            const QString right = current < reference ? QString(u'-' + size) : size;
            m_table.tell(
                cell, Finding::Kind::Change,
                Text::tr("%1: from %2 to %3 it is %4.").arg(record.name).arg(reference).arg(current).arg(right),
                printedInCell(cell, size, current < reference));
        }
    }

    TableFindings &m_table;
    const TableRecords &m_records;
};

} // namespace

void checkTableRates(TableFindings &table)
{
    RateCheck(table).check();
}

} // namespace huiyin
