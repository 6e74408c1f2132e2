// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/TableRules.h"

#include "domain/PersonalText.h"

#include <QCoreApplication>
#include <QMap>
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

enum class Column { Name, Received, Closed, Open, OverdueOpen, ClosureRate, Share, Count, Other };

Column columnOf(const QString &heading)
{
    static const QList<std::pair<QRegularExpression, Column>> forms{
        {QRegularExpression(u"同比|环比|序号|名次|排名|满意|回访|得分|分值|平均|时长|接通"_s), Column::Other},
        {QRegularExpression(u"^占比|比例|比重|百分比"_s), Column::Share},
        {QRegularExpression(u"按时|按期|及时|限时"_s), Column::Other},
        {QRegularExpression(u"(办结|结案)率"_s), Column::ClosureRate},
        {QRegularExpression(u"率"_s), Column::Other},
        {QRegularExpression(u"(超时|超期|逾期)"_s), Column::OverdueOpen},
        {QRegularExpression(u"应办|应办结"_s), Column::Count},
        {QRegularExpression(u"未办|在办|办理中|待办|正在"_s), Column::Open},
        {QRegularExpression(u"办结|结案"_s), Column::Closed},
        {QRegularExpression(u"承办|交办|转办|派单|派遣|受理|总件数|件数|数量|总量|总数|收件"_s), Column::Received},
        {QRegularExpression(u"部门|单位|县|区|类别|类型|名称|渠道|来源|项目|乡镇|问题|月份"_s), Column::Name}};
    const QString bare = QString(heading).remove(QRegularExpression(u"[\\s　]"_s));
    for (const auto &[form, column] : forms) {
        if (bare.contains(form))
            return column;
    }
    return Column::Other;
}

struct Cell
{
    int line = 0;
    int column = 0;
    QString text{};
    std::optional<qint64> count{};
    std::optional<Decimal> percentage{};
};

// One group of columns of a row.
struct Record
{
    QString name{};
    QMap<Column, Cell> cells{};
    bool isTotal = false;    // 合计, 总计
    bool isSubtotal = false; // 小计

    [[nodiscard]] std::optional<qint64> count(Column column) const
    {
        const auto cell = cells.constFind(column);
        return cell == cells.cend() ? std::nullopt : cell->count;
    }
};

Cell cellOf(const ReviewRow &row, qsizetype i)
{
    static const QRegularExpression number(u"^(\\d{1,10})(件次|件|个|宗|条)?$"_s);
    static const QRegularExpression percentage(u"^(\\d{1,4})(?:\\.(\\d{1,4}))?[%％]$"_s);
    Cell cell{.line = row.line, .column = row.columns[i], .text = row.cells[i]};
    const QString plain = asPlain(row.cells[i]).remove(u' ').remove(u',');
    if (const auto match = number.match(plain); match.hasMatch())
        cell.count = match.captured(1).toLongLong();
    else if (const auto rate = percentage.match(plain); rate.hasMatch())
        cell.percentage = Decimal{.mantissa = QString(rate.captured(1) + rate.captured(2)).toLongLong(),
                                  .decimals = static_cast<int>(rate.capturedLength(2))};
    return cell;
}

// The table as records, however many groups of columns stand side by side.
QList<Record> recordsOf(const ReviewTable &table, QList<Column> &known)
{
    const ReviewRow &head = table.rows.first();
    QList<Column> columns;
    qsizetype width = head.cells.size();
    for (qsizetype i = 0; i < head.cells.size(); ++i) {
        if (i > 0 && head.cells[i] == head.cells.first()) {
            width = i;
            break;
        }
        const Column column = columnOf(head.cells[i]);
        // Of two columns that may be one thing neither is known to be it.
        columns.append(columns.contains(column) && column != Column::Name ? Column::Other : column);
    }
    known = columns;
    const qsizetype name = columns.indexOf(Column::Name);
    QList<Record> records;
    if (name < 0 || head.cells.size() % width != 0)
        return records;
    for (qsizetype group = 0; group * width < head.cells.size(); ++group) {
        for (const ReviewRow &row : table.rows.sliced(1)) {
            Record record;
            for (qsizetype i = 0; i < width && group * width + i < row.cells.size(); ++i)
                record.cells.insert(columns[i], cellOf(row, group * width + i));
            record.name = record.cells.value(Column::Name).text;
            static const QRegularExpression spaces(u"[\\s　]"_s);
            const QString bare = QString(record.name).remove(spaces);
            record.isTotal = bare == u"合计" || bare == u"总计" || bare == u"总数" || bare == u"共计";
            record.isSubtotal = bare.endsWith(u"小计"_s);
            if (!record.name.isEmpty())
                records.append(record);
        }
    }
    return records;
}

class TableCheck
{
public:
    TableCheck(const ReviewText &text, const ReviewTable &table, QList<Passed> *passed)
        : m_text(text)
        , m_records(recordsOf(table, m_known))
        , m_line(table.rows.first().line + 1)
        , m_passed(passed)
    {
    }

    QList<Finding> findings(const QList<ReviewLine> &lines)
    {
        for (const Record &record : m_records)
            checkRow(record);
        if (m_balancedRows > 0)
            pass(Text::tr("In %n row(s) of the table received = closed + open", nullptr, m_balancedRows));
        if (m_givenRates > 0)
            pass(Text::tr("In %n row(s) of the table the rate agrees with its counts", nullptr, m_givenRates));
        for (const Column column : {Column::Received, Column::Closed, Column::Open, Column::OverdueOpen, Column::Count})
            checkTotal(column);
        checkShares();
        checkPopulation(lines);
        return m_findings;
    }

private:
    void pass(const QString &what)
    {
        if (m_passed)
            m_passed->append({.line = m_line, .text = what});
    }

    Finding &tell(const Cell &cell, Finding::Kind kind, const QString &message, const QString &expected)
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

    void checkRow(const Record &record)
    {
        const auto received = record.count(Column::Received);
        const auto closed = record.count(Column::Closed);
        const auto open = record.count(Column::Open);
        const qint64 overdue = record.count(Column::OverdueOpen).value_or(0);
        if (received && closed && open && *closed + *open != *received && *closed + *open + overdue != *received) {
            tell(record.cells[Column::Received], Finding::Kind::Balance,
                 Text::tr("%1: %2 closed and %3 open make %4, not %5.")
                     .arg(record.name)
                     .arg(*closed)
                     .arg(*open)
                     .arg(*closed + *open)
                     .arg(*received),
                 QString::number(*closed + *open));
        } else if (received && closed && open) {
            ++m_balancedRows;
        } else if (received && closed && *closed > *received) {
            tell(record.cells[Column::Closed], Finding::Kind::Balance,
                 Text::tr("%1: more closed than received.").arg(record.name), {})
                .doubtful = true;
        }
        const auto rate = record.cells.constFind(Column::ClosureRate);
        if (!received || !closed || rate == record.cells.cend() || !rate->percentage || *received <= 0)
            return;
        if (isPercentageOf({*closed, *closed}, {*received, *received}, *rate->percentage)) {
            ++m_givenRates;
        } else {
            const QString right = percentageLike({*closed, *closed}, {*received, *received}, *rate->percentage);
            tell(*rate, Finding::Kind::Percentage,
                 Text::tr("%1: %2 of %3 is %4.").arg(record.name).arg(*closed).arg(*received).arg(right), right);
        }
    }

    // What the rows make of a column, without totals; nullopt when a cell is no number.
    [[nodiscard]] std::optional<qint64> sumOf(Column column) const
    {
        qint64 sum = 0;
        for (const Record &record : m_records) {
            if (record.isTotal || record.isSubtotal)
                continue;
            const auto count = record.count(column);
            if (!count)
                return std::nullopt;
            sum += *count;
        }
        return sum;
    }

    void checkTotal(Column column)
    {
        qint64 part = 0;
        bool complete = true;
        for (const Record &record : m_records) {
            const auto count = record.count(column);
            if (record.isSubtotal) {
                if (count && complete && *count != part)
                    tellSum(record.cells[column], part);
                part = 0;
                complete = true;
            } else if (!record.isTotal) {
                complete = complete && count;
                part += count.value_or(0);
            }
        }
        const auto sum = sumOf(column);
        for (const Record &record : m_records) {
            const auto count = record.count(column);
            if (!record.isTotal || !sum || !count)
                continue;
            if (*count == *sum)
                pass(Text::tr("The rows of the table add up to %1").arg(*sum));
            else
                tellSum(record.cells[column], *sum);
        }
    }

    void tellSum(const Cell &cell, qint64 sum)
    {
        tell(cell, Finding::Kind::Sum, Text::tr("The rows add up to %1, not to %2.").arg(sum).arg(cell.text),
             QString::number(sum));
    }

    void checkShares()
    {
        if (!m_known.contains(Column::Share) || !m_known.contains(Column::Received))
            return;
        const auto sum = sumOf(Column::Received);
        if (!sum || *sum == 0)
            return;
        QList<const Record *> wrong;
        qsizetype shares = 0;
        for (const Record &record : m_records) {
            const auto cell = record.cells.constFind(Column::Share);
            const auto count = record.count(Column::Received);
            if (record.isTotal || record.isSubtotal || cell == record.cells.cend() || !cell->percentage || !count)
                continue;
            ++shares;
            if (!isBalancedPercentageOf({*count, *count}, {*sum, *sum}, *cell->percentage))
                wrong.append(&record);
        }
        // Most wrong: the shares are of something else.
        if (wrong.size() * 2 >= shares)
            return;
        pass(Text::tr("In %n row(s) of the table the share agrees with its count", nullptr,
                      static_cast<int>(shares - wrong.size())));
        for (const Record *record : std::as_const(wrong)) {
            const qint64 count = *record->count(Column::Received);
            const Cell &cell = record->cells[Column::Share];
            const QString right = percentageLike({count, count}, {*sum, *sum}, *cell.percentage);
            tell(cell, Finding::Kind::Percentage,
                 Text::tr("%1: %2 of %3 is %4.").arg(record->name).arg(count).arg(*sum).arg(right), right);
        }
    }

    // 共转办各单位560件, and a table of 557.
    void checkPopulation(const QList<ReviewLine> &lines)
    {
        const auto sum = sumOf(Column::Received);
        if (!sum || m_records.size() < 3)
            return;
        static const QRegularExpression dispatched(
            u"(转办|交办|派发|派单|转派)[^，。；\\d《》]{0,12}(单位|部门|县|区|乡镇)[^，。；\\d《》]{0,6}$"_s);
        const Mention *stated = nullptr;
        const ReviewLine *where = nullptr;
        for (const ReviewLine &line : lines) {
            for (const Mention &mention : line.mentions) {
                if (!mention.isCount())
                    continue;
                if (mayBeSame(mention.count, {*sum, *sum})) { // 4.37万件 is 43651件
                    pass(Text::tr("The table adds up to %1, as the text says").arg(mention.text));
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
        m_findings.append(finding);
    }

    const ReviewText &m_text;
    QList<Column> m_known;
    QList<Record> m_records;
    QList<Finding> m_findings;
    int m_line; // of the heading, from 1
    QList<Passed> *m_passed;
    int m_balancedRows = 0;
    int m_givenRates = 0;
};

} // namespace

QList<Finding> checkTable(const ReviewText &text, const ReviewTable &table, const QList<ReviewLine> &lines,
                          QList<Passed> *passed)
{
    return TableCheck(text, table, passed).findings(lines);
}

} // namespace huiyin
