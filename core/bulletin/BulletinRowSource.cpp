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

// All of them, of whatever level.
QList<BulletinRow> flat(const QList<BulletinRow> &rows)
{
    QList<BulletinRow> all;
    for (const BulletinRow &row : rows)
        all += QList<BulletinRow>{row} + flat(row.children);
    return all;
}

// The hot topics of this period, in another: categories of any level, each as it was then.
QList<BulletinRow> sameThen(const QList<BulletinRow> &topics, const QList<BulletinRow> &categoriesThen)
{
    QList<BulletinRow> then;
    for (const BulletinRow &topic : topics) {
        if (const BulletinRow *found = find(categoriesThen, topic.id))
            then.append(*found);
    }
    return then;
}

} // namespace

QList<BulletinRow> BulletinRowSource::rows(const QString &kind, const QJsonObject &block) const
{
    QList<BulletinRow> rows = plainRows(kind, block, m_all.figures);
    const auto compare = [&](const Statistics *then, const QString &suffix) {
        if (then && kind == u"hot_topics")
            addChanges(rows, flat(plainRows(u"categories"_s, {}, *then)), suffix);
        else if (then)
            addChanges(rows, plainRows(kind, block, *then), suffix);
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
        addShares(rows);
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
        rows = hotTopics();
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

// Its figures are those of the category, so that the bulletin says one number of one thing.
QList<BulletinRow> BulletinRowSource::hotTopics() const
{
    const QList<BulletinRow> categories = categoryRows(m_all.figures.byCategory, m_all.tables);
    QList<BulletinRow> rows;
    for (const HotTopic &topic : m_all.facts.hotTopics) {
        const BulletinRow *found = find(categories, topic.category.value());
        if (!found)
            continue;
        BulletinRow row = *found;
        const WordingValue count = row.words.value(u"count"_s);
        row.words.insert(u"share"_s, word(Ratio{.numerator = *count.count, .denominator = m_all.figures.categoryBase},
                                          count.figure));
        row.words.insert(u"areas"_s, word(topic.areas.join(u'、')));
        row.words.insert(u"area_count"_s, word(topic.areas.size()));
        row.words.insert(u"matter_count"_s, word(topic.matters.size()));
        row.words.insert(u"matters"_s, word(topic.matters.join(u'、')));
        rows.append(row);
    }
    return rows;
}

WordingScope BulletinRowSource::totalOf(const QString &kind, const QList<BulletinRow> &rows,
                                        const Statistics &figures) const
{
    if (kind == u"months")
        return monthTotal(rows, figures);
    return kind == u"departments" ? departmentTotal(rows, figures) : sumOf(rows);
}

WordingScope BulletinRowSource::total(const QString &kind, const QJsonObject &block, const QList<BulletinRow> &rows,
                                      bool whole) const
{
    WordingScope total = totalOf(kind, rows, m_all.figures);
    total.insert(ratesOf(m_all.rates, {&total, &m_all.facts.words}));
    const auto compare = [&](const Statistics *then, const QString &suffix) {
        if (!then || !whole)
            return;
        const QList<BulletinRow> rowsThen = kind == u"hot_topics"
                                                ? sameThen(rows, plainRows(u"categories"_s, {}, *then))
                                                : plainRows(kind, block, *then);
        WordingScope before = totalOf(kind, rowsThen, *then);
        const WordingScope office = officeWords(*then);
        before.insert(ratesOf(m_all.rates, {&before, &office}));
        addChanges(total, before, suffix);
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
