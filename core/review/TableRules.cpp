// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/TableRules.h"

#include "review/CountNames.h"
#include "review/TableFindings.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Review)
};

using Row = TableRecord::Kind;

class TableCheck
{
public:
    TableCheck(const ReviewText &text, const TableRecords &records, int line, const QList<ReviewLine> &lines,
               QList<Passed> *passed)
        : m_text(text)
        , m_lines(lines)
        , m_table(text, records, line, passed)
        , m_records(records)
    {
    }

    QList<Finding> findings()
    {
        checkTableRows(m_table);
        for (qsizetype column = 0; column < m_records.columns.size(); ++column) {
            if (m_records.columns[column].isCounted())
                checkTotal(column);
        }
        for (qsizetype column = 1; column < m_records.columns.size(); ++column) {
            if (m_records.columns[column].kind == TableColumn::Kind::Share)
                checkShares(column);
        }
        checkPopulation();
        return m_table.findings();
    }

private:
    [[nodiscard]] static bool isNone(const TableRecord &record, qsizetype column)
    {
        static const QRegularExpression none(u"^[-—–/]+$"_s);
        return column < record.cells.size() && record.cells[column].text.contains(none);
    }

    // What the rows make of a column, without totals; nullopt when a cell is no number.
    [[nodiscard]] std::optional<qint64> sumOf(qsizetype column) const
    {
        qint64 sum = 0;
        for (const TableRecord &record : m_records.records) {
            if (record.kind != Row::Row || isNone(record, column))
                continue;
            const auto count = record.count(column);
            if (!count)
                return std::nullopt;
            sum += *count;
        }
        return sum;
    }

    // The same where the rows behind 其中 are parts of the row above too, as many of them as one can't tell.
    [[nodiscard]] bool mayAddUpTo(qsizetype column, qint64 total) const
    {
        QList<qint64> sums{0};
        QList<qint64> within{}; // readings in which the last row was a part
        constexpr qsizetype mostReadings = 256;
        for (const TableRecord &record : m_records.records) {
            const qint64 count = record.count(column).value_or(0);
            if (record.kind == Row::Part) {
                within += sums;
                sums.clear();
            } else if (record.kind == Row::Row) {
                QList<qint64> counted = sums + within;
                for (qint64 &sum : counted)
                    sum += count;
                sums = counted;
            }
            if (sums.size() + within.size() > mostReadings)
                return true;
        }
        return sums.contains(total) || within.contains(total);
    }

    void checkTotal(qsizetype column)
    {
        qint64 part = 0;
        bool complete = true;
        for (const TableRecord &record : m_records.records) {
            const auto count = record.count(column);
            if (record.kind == Row::Subtotal) {
                if (count && complete && *count != part)
                    tellSum(record.cells[column], part);
                part = 0;
                complete = true;
            } else if (record.kind == Row::Row && !isNone(record, column)) {
                complete = complete && count;
                part += count.value_or(0);
            }
        }
        const auto sum = sumOf(column);
        const bool hasParts =
            std::ranges::any_of(m_records.records, [](const TableRecord &record) { return record.kind == Row::Part; });
        for (const TableRecord &record : m_records.records) {
            const auto count = record.count(column);
            if ((record.kind != Row::Total && record.kind != Row::Whole) || !sum || !count)
                continue;
            if (*count == *sum || (hasParts && mayAddUpTo(column, *count)))
                m_table.pass(Text::tr("The rows of the table add up to %1").arg(*count));
            else
                tellSum(record.cells[column], *sum).doubtful = hasParts || record.kind == Row::Whole;
        }
    }

    Finding &tellSum(const TableCell &cell, qint64 sum)
    {
        return m_table.tell(cell, Finding::Kind::Sum,
                            Text::tr("The rows add up to %1, not to %2.").arg(sum).arg(cell.text),
                            QString::number(sum));
    }

    // The counts that the shares are of: those of the nearest column before them.
    void checkShares(qsizetype share)
    {
        qsizetype column = share - 1;
        while (column >= 0 && !m_records.columns[column].isCounted())
            --column;
        const auto sum = column < 0 ? std::nullopt : sumOf(column);
        if (!sum || *sum == 0)
            return;
        const auto wrongOf = [&](PrintedCount base, qsizetype &shares) {
            QList<const TableRecord *> wrong;
            shares = 0;
            for (const TableRecord &record : m_records.records) {
                const auto count = record.count(column);
                if ((record.kind != Row::Row && record.kind != Row::Part) || share >= record.cells.size()
                    || !record.cells[share].percentage || !count)
                    continue;
                ++shares;
                if (!isBalancedPercentageOf({*count, *count}, base, *record.cells[share].percentage))
                    wrong.append(&record);
            }
            return wrong;
        };
        qint64 base = *sum;
        qsizetype shares = 0;
        QList<const TableRecord *> wrong = wrongOf({base, base}, shares);
        // A number that the text names, when it is what more of them are of.
        const Mention *stated = nullptr;
        const ReviewLine *where = nullptr;
        for (const ReviewLine &line : m_lines) {
            for (const Mention &mention : line.mentions) {
                if (mention.role != Mention::Role::Received || !mention.isCount() || !mention.count.isExact())
                    continue;
                if (const auto others = wrongOf(mention.count, shares); others.size() < wrong.size()) {
                    wrong = others;
                    base = mention.count.least;
                    stated = &mention;
                    where = &line;
                }
            }
        }
        // Most wrong: the shares are of something else.
        if (wrong.size() * 2 >= shares)
            return;
        m_table.pass(Text::tr("In %n row(s) of the table the share agrees with its count", nullptr,
                              static_cast<int>(shares - wrong.size())));
        for (const TableRecord *record : std::as_const(wrong)) {
            const qint64 count = *record->count(column);
            const TableCell &cell = record->cells[share];
            const QString right = percentageLike({count, count}, {base, base}, *cell.percentage);
            m_table.tell(cell, Finding::Kind::Percentage,
                         Text::tr("%1: %2 of %3 is %4.").arg(record->name).arg(count).arg(base).arg(right), right);
        }
        // A list that names all, whose shares are of another number than its rows make.
        const auto last = std::ranges::find_if(m_records.records.crbegin(), m_records.records.crend(),
                                               [](const TableRecord &record) { return record.kind == Row::Row; });
        if (stated && wrong.isEmpty() && last != m_records.records.crend() && isRest(last->name)) {
            Finding finding =
                where->finding(*stated, Finding::Kind::Population,
                               Text::tr("The table adds up to %1, the text says %2.").arg(*sum).arg(stated->text));
            finding.expected = QString::number(*sum);
            m_table.add(finding);
        }
    }

    // 交办各乡镇210件、县直部门50件, and a table of both.
    [[nodiscard]] static bool namesParts(const ReviewLine &line, qint64 total)
    {
        for (qsizetype i = 0; i < line.mentions.size(); ++i) {
            qint64 sum = 0;
            for (qsizetype j = i; j < line.mentions.size() && line.mentions[j].isCount() && sum < total; ++j) {
                sum += line.mentions[j].count.least;
                if (j > i && sum == total)
                    return true;
            }
        }
        return false;
    }

    // 共转办各单位560件, and a table of 557.
    void checkPopulation()
    {
        const qsizetype received = m_records.column(TableColumn::Kind::Received);
        const auto sum = received < 0 ? std::nullopt : sumOf(received);
        if (!sum || m_records.records.size() < 3)
            return;
        static const QRegularExpression dispatched(
            u"(转办|交办|派发|派单|转派)[^，。；\\d《》]{0,12}(单位|部门|县|区|乡镇)[^，。；\\d《》]{0,6}$"_s);
        const Mention *stated = nullptr;
        const ReviewLine *where = nullptr;
        for (const ReviewLine &line : m_lines) {
            if (namesParts(line, *sum))
                return;
            for (const Mention &mention : line.mentions) {
                if (!mention.isCount())
                    continue;
                if (mayBeSame(mention.count, {*sum, *sum})) { // 4.37万件 is 43651件
                    m_table.pass(Text::tr("The table adds up to %1, as the text says").arg(mention.text));
                    return;
                }
                if (!stated && mention.depth == 0 && !mention.opensParts && mention.label.contains(dispatched)) {
                    stated = &mention;
                    where = &line;
                }
            }
        }
        static const QRegularExpression units(u"部门|单位|县|区|乡镇"_s);
        if (!stated || !std::ranges::any_of(m_text.lines, [&](const QString &line) { return line.contains(units); }))
            return;
        Finding finding =
            where->finding(*stated, Finding::Kind::Population,
                           Text::tr("The table adds up to %1, the text says %2.").arg(*sum).arg(stated->text));
        finding.expected = QString::number(*sum);
        finding.doubtful = true; // it may list a part of the departments
        m_table.add(finding);
    }

    const ReviewText &m_text;
    const QList<ReviewLine> &m_lines;
    TableFindings m_table;
    const TableRecords &m_records;
};

} // namespace

QList<Finding> checkTable(const ReviewText &text, const ReviewTable &table, const QList<ReviewLine> &lines,
                          QList<Passed> *passed)
{
    QList<Finding> findings;
    const QList<TableRecords> all = tableRecordsOf(table);
    for (const TableRecords &records : all)
        findings += TableCheck(text, records, table.rows.first().line, lines, passed).findings();
    return findings;
}

} // namespace huiyin
