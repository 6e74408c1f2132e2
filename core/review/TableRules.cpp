// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/TableRules.h"

#include "review/CountNames.h"
#include "review/TableFindings.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>
#include <QSet>

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

// A number that the text names.
struct Stated
{
    const ReviewLine *line = nullptr;
    const Mention *mention = nullptr;
};

// What the text says beside its tables, looked for once.
struct StatedCounts
{
    explicit StatedCounts(const QList<ReviewLine> &textLines)
        : lines(textLines)
    {
        constexpr qsizetype enough = 256; // more totals than a bulletin tells
        static const QRegularExpression toUnits(
            u"(转办|交办|派发|派单|转派)[^，。；\\d《》]{0,12}(单位|部门|县|区|乡镇)[^，。；\\d《》]{0,6}$"_s);
        QSet<qint64> known;
        for (const ReviewLine &line : lines) {
            for (const Mention &mention : line.mentions) {
                if (!mention.isCount())
                    continue;
                if (!mention.count.isExact())
                    rounded.append(&mention);
                else if (!exact.contains(mention.count.least))
                    exact.insert(mention.count.least, &mention);
                if (mention.role == Mention::Role::Received && mention.count.isExact() && received.size() < enough
                    && !known.contains(mention.count.least)) {
                    received.append(Stated{&line, &mention});
                    known.insert(mention.count.least);
                }
                if (!dispatched && mention.depth == 0 && !mention.opensParts && mention.label.contains(toUnits))
                    dispatched = Stated{&line, &mention};
            }
        }
    }

    // What is said to be so much; nullptr: nothing.
    [[nodiscard]] const Mention *saying(qint64 count) const
    {
        if (const auto found = exact.constFind(count); found != exact.cend())
            return *found;
        const auto about = std::ranges::find_if(rounded, [count](const Mention *mention) {
            return mayBeSame(mention->count, {count, count});
        });
        return about == rounded.cend() ? nullptr : *about; // 4.37万件 is 43651件
    }

    const QList<ReviewLine> &lines;
    QHash<qint64, const Mention *> exact{};
    QList<const Mention *> rounded{};
    QList<Stated> received{};           // each number once
    std::optional<Stated> dispatched{}; // 共转办各单位560件
};

class TableCheck
{
public:
    TableCheck(const ReviewText &text, const TableRecords &records, int line, const StatedCounts &stated,
               QList<Passed> *passed)
        : m_stated(stated)
        , m_table(text, records, line, passed)
        , m_records(records)
    {
        // What a row may be a part of: 物业 behind 其中 of the row above it, and what follows it too.
        const TableRecord *nearest = nullptr;
        const TableRecord *whole = nullptr;
        for (const TableRecord &record : records.records) {
            if (record.kind == Row::Part)
                whole = nearest;
            m_wholes.append(whole);
            if (record.kind == Row::Row)
                nearest = &record;
        }
    }

    QList<Finding> findings()
    {
        checkTableBalance(m_table);
        checkTableRates(m_table);
        checkTableSums(m_table);
        for (qsizetype column = 1; column < m_records.columns.size(); ++column) {
            if (m_records.columns[column].kind == TableColumn::Kind::Share)
                checkShares(column);
        }
        checkPopulation();
        return m_table.findings();
    }

private:
    // The shares of a column, as parts of one number.
    struct Shares
    {
        qsizetype share = -1;
        qsizetype column = -1; // of the counts
        qint64 sum = 0;        // of its rows
        qint64 base = 0;
        const Stated *stated = nullptr; // the base, where the text names it
        QList<qsizetype> wrong{};       // which of the records
        qsizetype known = 0;

        [[nodiscard]] qsizetype right() const { return known - wrong.size(); }
    };

    void count(Shares &shares) const
    {
        shares.wrong.clear();
        shares.known = 0;
        for (qsizetype i = 0; i < m_records.records.size(); ++i) {
            const TableRecord &record = m_records.records[i];
            const auto count = record.count(shares.column);
            const auto &printed = record.cells[shares.share].percentage;
            if (!printed || !count)
                continue;
            if (record.kind == Row::Total && *count == shares.base
                && isBalancedPercentageOf({*count, *count}, {*count, *count}, *printed))
                ++shares.known; // 合计 200 100%
            if (record.kind != Row::Row && record.kind != Row::Part)
                continue;
            ++shares.known;
            const auto whole = m_wholes[i] ? m_wholes[i]->count(shares.column) : std::nullopt;
            const bool isOfWhole =
                whole && *whole >= *count && isBalancedPercentageOf({*count, *count}, {*whole, *whole}, *printed);
            if (!isOfWhole && !isBalancedPercentageOf({*count, *count}, {shares.base, shares.base}, *printed))
                shares.wrong.append(i);
        }
    }

    // Of the counts before them those that most of them are of, the nearest first; and of their sum, of a total that
    // counts no part twice, or of a number that the text names, when it is what more of them are of.
    [[nodiscard]] Shares sharesOf(qsizetype share) const
    {
        Shares best;
        for (qsizetype column = share - 1; column >= 0; --column) {
            const auto sum = m_records.columns[column].isCounted() ? rowSum(m_records, column) : std::nullopt;
            if (!sum || *sum == 0)
                continue;
            Shares one{.share = share, .column = column, .sum = *sum};
            const auto tryBase = [&](qint64 base, const Stated *stated) {
                one.base = base;
                one.stated = stated;
                count(one);
                if (best.share < 0 || one.right() > best.right())
                    best = one;
            };
            tryBase(*sum, nullptr);
            for (const TableRecord &record : m_records.records) {
                const auto total = record.count(column);
                if (record.kind == Row::Total && total && *total > 0 && *total < *sum
                    && addsUp(m_records, column, 0, m_records.records.size(), *total) == AddsUp::Yes)
                    tryBase(*total, nullptr);
            }
            for (const Stated &stated : m_stated.received) {
                if (best.wrong.isEmpty() && best.known > 0)
                    break;
                tryBase(stated.mention->count.least, &stated);
            }
        }
        return best;
    }

    void checkShares(qsizetype share)
    {
        const Shares shares = sharesOf(share);
        // Most wrong: the shares are of something else.
        if (shares.share < 0 || shares.wrong.size() * 2 >= shares.known)
            return;
        m_table.pass(Text::tr("In %n row(s) of the table the share agrees with its count", nullptr,
                              static_cast<int>(shares.right())));
        for (const qsizetype i : shares.wrong) {
            const TableRecord &record = m_records.records[i];
            const bool isPart = record.kind == Row::Part && m_wholes[i];
            const auto whole = isPart ? m_wholes[i]->count(shares.column) : std::nullopt;
            tellShare(record, shares, whole.value_or(shares.base));
        }
        checkTotalShare(shares);
        // A list that names all, whose shares are of another number than its rows make.
        const auto last = std::ranges::find_if(m_records.records.crbegin(), m_records.records.crend(),
                                               [](const TableRecord &record) { return record.kind == Row::Row; });
        if (shares.stated && shares.wrong.isEmpty() && last != m_records.records.crend() && isRest(last->name))
            tellPopulation(*shares.stated, shares.sum);
    }

    void tellShare(const TableRecord &record, const Shares &shares, qint64 base)
    {
        const qint64 count = *record.count(shares.column);
        const TableCell &cell = record.cells[shares.share];
        const QString right = percentageLike({count, count}, {base, base}, *cell.percentage);
        m_table.tell(cell, Finding::Kind::Percentage,
                     Text::tr("%1: %2 of %3 is %4.").arg(record.name).arg(count).arg(base).arg(right), right);
    }

    // 合计 200 100%, or what the shares above it add up to.
    void checkTotalShare(const Shares &shares)
    {
        for (const TableRecord &total : m_records.records) {
            const auto &printed = total.cells[shares.share].percentage;
            const auto count = total.count(shares.column);
            if (total.kind != Row::Total || !printed || !count || (*count != shares.base && *count != shares.sum)
                || isBalancedPercentageOf({*count, *count}, {shares.base, shares.base}, *printed))
                continue;
            qint64 sum = 0;
            for (const TableRecord &record : m_records.records) {
                const auto &share = record.cells[shares.share].percentage;
                if (record.kind == Row::Row && share && share->decimals <= printed->decimals)
                    sum += share->mantissa * power10(printed->decimals - share->decimals);
            }
            if (sum != printed->mantissa)
                tellShare(total, shares, shares.base);
        }
    }

    Finding populationOf(const Stated &stated, qint64 sum) const
    {
        Finding finding = stated.line->finding(
            *stated.mention, Finding::Kind::Population,
            Text::tr("The table adds up to %1, the text says %2.").arg(sum).arg(stated.mention->text));
        finding.expected = QString::number(sum);
        return finding;
    }

    void tellPopulation(const Stated &stated, qint64 sum) { m_table.add(populationOf(stated, sum)); }

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
        const auto sum = received < 0 ? std::nullopt : rowSum(m_records, received);
        if (!sum || m_records.records.size() < 3)
            return;
        if (const Mention *same = m_stated.saying(*sum)) {
            m_table.pass(Text::tr("The table adds up to %1, as the text says").arg(same->text));
            return;
        }
        static const QRegularExpression units(u"部门|单位|县|区|乡|镇|街道|机构|局"_s);
        const qsizetype name = m_records.column(TableColumn::Kind::Name);
        if (!m_stated.dispatched || !m_records.columns[name].heading.contains(units)
            || std::ranges::any_of(m_stated.lines, [&](const ReviewLine &line) { return namesParts(line, *sum); }))
            return;
        Finding finding = populationOf(*m_stated.dispatched, *sum);
        finding.doubtful = true; // it may list a part of the departments
        m_table.add(finding);
    }

    const StatedCounts &m_stated;
    TableFindings m_table;
    const TableRecords &m_records;
    QList<const TableRecord *> m_wholes; // of each record; nullptr: none
};

} // namespace

QList<Finding> checkTables(const ReviewText &text, const QList<ReviewLine> &lines, QList<Passed> *passed)
{
    const StatedCounts stated(lines);
    QList<Finding> findings;
    for (const ReviewTable &table : text.tables) {
        const QList<TableRecords> all = tableRecordsOf(table);
        for (const TableRecords &records : all)
            findings += TableCheck(text, records, table.rows.first().line, stated, passed).findings();
    }
    return findings;
}

} // namespace huiyin
