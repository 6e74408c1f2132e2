// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/BulletinRowSource.h"

#include "bulletin/Composer.h"
#include "bulletin/GradeRule.h"
#include "domain/Json.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

const QString previousSuffix = u"_previous"_s;
const QString lastYearSuffix = u"_last_year"_s;

void addRates(QList<BulletinRow> &rows, const QList<RateDefinition> &rates)
{
    if (rates.isEmpty())
        return;
    for (BulletinRow &row : rows) {
        row.words.insert(ratesOf(rates, {&row.words}));
        addRates(row.children, rates);
    }
}

const BulletinRow *find(const QList<BulletinRow> &rows, qint64 id)
{
    for (const BulletinRow &row : rows) {
        if (row.id == id)
            return &row;
        if (const BulletinRow *below = find(row.children, id))
            return below;
    }
    return nullptr;
}

} // namespace

QList<BulletinRow> BulletinRowSource::rows(const QString &kind, const QJsonObject &block) const
{
    QList<BulletinRow> rows = plainRows(kind, block, m_all.figures);
    const auto compare = [&](const Statistics *then, const QString &suffix) {
        if (!then)
            return;
        addChanges(rows, plainRows(kind, block, *then), suffix);
        if (kind != u"months")
            return;
        // What an issue said is compared with the month itself; of other periods nobody asks for issues.
        for (BulletinRow &row : rows)
            row.words.removeIf([&suffix](WordingScope::iterator one) {
                return one.key().startsWith(u"issue") && one.key().endsWith(suffix);
            });
    };
    compare(m_all.previous, previousSuffix);
    compare(m_all.lastYear, lastYearSuffix);
    return rows;
}

QList<BulletinRow> BulletinRowSource::plainRows(const QString &kind, const QJsonObject &block,
                                                const Statistics &figures) const
{
    const CodeTables &tables = m_all.tables;
    QList<BulletinRow> rows;
    if (kind == u"departments") {
        rows = departmentRows(figures, tables);
    } else if (kind == u"channels") {
        rows = channelRows(figures, tables);
        const QString filter = block[u"filter"].toString();
        if (!filter.isEmpty())
            rows.removeIf([&filter](const BulletinRow &row) { return (filter == u"written") == row.inTotal; });
    } else if (kind == u"categories") {
        rows = categoryRows(figures.byCategory, tables);
    } else if (kind == u"types") {
        rows = typeRows(figures.byRequestType, tables, Measure::ByRequestType);
    } else if (kind == u"topics") {
        // Those that are carved out of this period are those to compare with.
        QList<TopicFigures> topics = figures.byTopic;
        topics.removeIf(
            [this](const TopicFigures &topic) { return !m_all.figures.question.excludedTopics.contains(topic.id); });
        rows = topicRows(topics, figures, tables);
    } else if (kind == u"hot_topics") {
        rows = hotTopics(figures);
    } else if (kind == u"grades") {
        if (m_all.grade.isEmpty())
            throw LayoutError(u"each: "_s + kind);
        rows = departmentRows(figures, tables);
        addRates(rows, m_all.rates);
        const GradeRule rule(m_all.grade, m_all.rates);
        rule.judge(rows, Wording(BlockStyle()));
        return rule.bandRows(rows);
    } else if (kind == u"months") {
        const bool own = &figures == &m_all.figures;
        rows = monthRows(figures, own ? m_all.facts.monthIssues : QList<MonthIssue>());
        addShares(rows);
    } else {
        throw LayoutError(u"each: "_s + kind);
    }
    const QStringList names = stringList(block[u"names"]);
    const QStringList groups = stringList(block[u"of_groups"]);
    rows.removeIf([&](const BulletinRow &row) {
        return (!names.isEmpty() && !names.contains(row.name)) || (!groups.isEmpty() && !groups.contains(row.group));
    });
    if (kind == u"channels")
        addShares(rows);
    addRates(rows, m_all.rates);
    return rows;
}

// Those of this period, with the figures of their categories in `figures`, so that the bulletin says one number of one
// thing. Their shares are of all, now and then, on whatever level they stand.
QList<BulletinRow> BulletinRowSource::hotTopics(const Statistics &figures) const
{
    const QList<BulletinRow> categories = categoryRows(figures.byCategory, m_all.tables);
    QList<BulletinRow> rows;
    for (const HotTopic &topic : m_all.facts.hotTopics) {
        const BulletinRow *found = find(categories, topic.category.value());
        if (!found)
            continue;
        BulletinRow row = *found;
        const WordingValue count = row.words.value(u"count"_s);
        row.words.insert(u"share"_s,
                         word(Ratio{.numerator = *count.count, .denominator = figures.categoryBase}, count.figure));
        if (&figures == &m_all.figures) { // of another period nobody has looked for them
            row.words.insert(u"areas"_s, word(topic.areas.join(u'、')));
            row.words.insert(u"area_count"_s, word(topic.areas.size()));
            row.words.insert(u"matter_count"_s, word(topic.matters.size()));
            row.words.insert(u"matters"_s, word(topic.matters.join(u'、')));
        }
        rows.append(row);
    }
    return rows;
}

WordingScope BulletinRowSource::totalOf(const QString &kind, const QList<BulletinRow> &rows, const Statistics &figures,
                                        bool ofAll) const
{
    WordingScope total;
    if (kind == u"months")
        total = monthTotal(rows, figures);
    else
        total = kind == u"departments" && ofAll ? departmentTotal(rows, figures) : sumOf(rows);
    total.insert(ratesOf(m_all.rates, {&total}));
    return total;
}

WordingScope BulletinRowSource::total(const QString &kind, const QJsonObject &block, const QList<BulletinRow> &rows,
                                      bool whole) const
{
    const bool ofAll = whole && !block.contains(u"names") && !block.contains(u"of_groups");
    WordingScope total = totalOf(kind, rows, m_all.figures, ofAll);
    const auto compare = [&](const Statistics *then, const QString &suffix) {
        if (then && whole)
            addChanges(total, totalOf(kind, plainRows(kind, block, *then), *then, ofAll), suffix);
    };
    compare(m_all.previous, previousSuffix);
    compare(m_all.lastYear, lastYearSuffix);
    return total;
}

BulletinRow BulletinRowSource::together(const QList<BulletinRow> &rows) const
{
    BulletinRow row;
    row.words = sumOf(rows);
    row.words.insert(ratesOf(m_all.rates, {&row.words}));
    return row;
}

} // namespace huiyin
