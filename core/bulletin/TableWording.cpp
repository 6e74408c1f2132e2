// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/TableWording.h"

#include "bulletin/Composer.h"
#include "bulletin/GradeRule.h"
#include "domain/Json.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

// A column without a title has the name of the rate that stands in it.
QString columnTitle(const QJsonObject &column, const QList<RateDefinition> &rates)
{
    if (column.contains(u"title"))
        return column[u"title"].toString();
    QString value = column[u"value"].toString();
    value = value.startsWith(u'{') && value.endsWith(u'}') ? value.sliced(1, value.size() - 2).section(u':', 0, 0)
                                                           : QString();
    const auto rate = std::ranges::find(rates, value, &RateDefinition::key);
    return rate == rates.end() ? usualRateName(value) : rate->name;
}

// What a row tells of, whatever it is called: names are changed. What has no number goes by its name.
QString keyOf(const BulletinRow &row)
{
    return row.id != 0 ? QString::number(row.id) : row.name;
}

// Does it speak of what none of the scopes knows, but the office would?
bool lacksFigure(const QString &sentence, const WordingScopes &scopes, const WordingScope &office)
{
    static const QRegularExpression placeholder(u"\\{([^:}]*)"_s);
    for (auto matches = placeholder.globalMatch(sentence); matches.hasNext();) {
        const QString name = matches.next().captured(1);
        const auto knows = [&name](const WordingScope *scope) { return scope->contains(name); };
        if (office.contains(name) && std::ranges::none_of(scopes, knows))
            return true;
    }
    return false;
}

void append(BulletinTable &table, const QList<BulletinSpan> &row, const QString &key)
{
    table.rows.append(row);
    table.cellKeys.append(QStringList(row.size(), key));
}

} // namespace

QList<BulletinRow> callRows(const QList<CallTraffic> &traffic)
{
    QList<BulletinRow> rows;
    for (const CallTraffic &one : traffic) {
        const bool in = one.direction == CallDirection::In;
        const auto key = in ? std::optional(FigureKey{.measure = Measure::Calls}) : std::nullopt;
        // Where no call says when it was answered, the telephone system has not told it.
        const Ratio answered{.numerator = one.answered, .denominator = one.answered > 0 ? one.calls : 0};
        rows.append({.id = static_cast<qint64>(one.direction) + 1,
                     .name = in ? u"接听"_s : u"呼出"_s,
                     .words = {{u"name"_s, word(in ? u"接听"_s : u"呼出"_s)},
                               {u"count"_s, word(one.calls, key)},
                               {u"calls"_s, word(one.calls, key)},
                               {u"answered"_s, word(one.answered)},
                               {u"answer_rate"_s, word(answered)},
                               {u"mean_wait"_s, word(quotient(one.waitSeconds, one.answered, 0))},
                               {u"mean_talk"_s, word(quotient(one.talkSeconds, one.talks, 0))}}});
    }
    return rows;
}

WordingScope TableWording::callTotal() const
{
    CallTraffic sum;
    for (const CallTraffic &one : m_traffic) {
        sum.calls += one.calls;
        sum.answered += one.answered;
        sum.waitSeconds += one.waitSeconds;
        sum.talks += one.talks;
        sum.talkSeconds += one.talkSeconds;
    }
    WordingScope words = callRows({sum}).first().words;
    for (WordingValue &value : words)
        value.figure = std::nullopt; // of both directions
    words.insert(ratesOf(m_source.all().rates, {&words}));
    return words;
}

WordingScope TableWording::unitOf(const Wording &wording)
{
    return {{u"unit"_s, word(wording.block().unit)}};
}

QString TableWording::titleOf(const QJsonObject &section, const Wording &wording) const
{
    const WordingScope unit = unitOf(wording);
    const auto spans = wording.expand(section[u"title"].toString(), {&unit, &m_source.all().facts.words});
    return BulletinParagraph{.spans = spans}.text();
}

QString TableWording::restName(const QJsonObject &section, const Wording &wording, const WordingScope &rest) const
{
    const WordingScope unit = unitOf(wording);
    const WordingScopes scopes{&rest, &unit, &m_plain};
    const QString name = section[u"rest"].toString();
    if (lacksFigure(name, scopes, m_source.all().facts.words))
        return {};
    return BulletinParagraph{.spans = wording.expand(name, scopes)}.text();
}

std::optional<BulletinTable> TableWording::table(const QJsonObject &section) const
{
    return section[u"table"].toString() == u"beside" ? beside(section) : plain(section);
}

// The shorter one is filled up with blanks; totals stand in one row.
std::optional<BulletinTable> TableWording::beside(const QJsonObject &section) const
{
    const Wording wording(styleOf(section, m_above));
    const TableWording below(wording.block(), m_source, m_traffic);
    BulletinTable whole{.title = titleOf(section, wording)};
    QList<BulletinTable> parts;
    const QJsonArray tables = section[u"tables"].toArray();
    qsizetype height = 0;
    for (const auto &entry : tables) {
        if (!m_source.all().facts.holds(entry[u"when"_s].toString()))
            continue;
        const auto part = below.plain(entry.toObject());
        if (!part)
            continue;
        parts.append(*part);
        height = qMax(height, part->rows.size() - (part->hasTotal ? 1 : 0));
        whole.hasTotal = whole.hasTotal || part->hasTotal;
    }
    if (parts.isEmpty())
        return std::nullopt;
    whole.rows.resize(height + (whole.hasTotal ? 1 : 0));
    whole.cellKeys.resize(whole.rows.size());
    for (qsizetype side = 0; side < parts.size(); ++side) {
        BulletinTable &part = parts[side];
        const QList<BulletinSpan> blank(part.header.size());
        const QList<BulletinSpan> total = part.hasTotal ? part.rows.takeLast() : blank;
        const QStringList totalKeys = part.hasTotal ? part.cellKeys.takeLast() : QStringList(blank.size(), u"total"_s);
        for (qsizetype i = part.rows.size(); i < height; ++i)
            append(part, blank, u"blank %1"_s.arg(i));
        if (whole.hasTotal) {
            part.rows.append(total);
            part.cellKeys.append(totalKeys);
        }
        whole.header += part.header;
        for (qsizetype i = 0; i < whole.rows.size(); ++i) {
            whole.rows[i] += part.rows[i];
            for (const QString &key : std::as_const(part.cellKeys[i]))
                whole.cellKeys[i].append(u"%1/%2"_s.arg(QString::number(side), key));
        }
    }
    return whole;
}

RowChoice TableWording::choose(const QJsonObject &section, const Wording &wording) const
{
    const QString kind = section[u"table"].toString();
    QList<BulletinRow> rows = kind == u"calls" ? callRows(m_traffic) : m_source.rows(kind, section);
    if (kind == u"calls") {
        for (BulletinRow &row : rows)
            row.words.insert(ratesOf(m_source.all().rates, {&row.words}));
    }
    const BulletinFigures &all = m_source.all();
    if (section.contains(u"rank")) {
        const QJsonObject grade = section.contains(u"grade") ? section[u"grade"].toObject() : all.grade;
        const QString rate = section[u"rank"].toString();
        const bool leastFirst = section[u"ascending"].toBool() && section[u"by"].toString() == rate;
        GradeRule(grade, all.rates).rank(rows, rate, leastFirst);
    }
    if (kind == u"departments" || section.contains(u"grade"))
        gradeRows(rows, section, all.grade, all.rates, wording);
    return chosenRows(section, rows);
}

// A row that sums others up stands in no order and has no grade.
WordingScope TableWording::summed(const WordingScope &words, const QString &name) const
{
    WordingScope row = words;
    row.insert(u"name"_s, word(name));
    for (const QString &own : {u"n"_s, u"group"_s, u"rank"_s, u"grade"_s, u"grade_reason"_s})
        row.insert(own, word(QString()));
    return row;
}

QList<BulletinSpan> TableWording::row(const QJsonObject &section, const Wording &wording,
                                      const WordingScope &words) const
{
    QList<BulletinSpan> row;
    const WordingScope unit = unitOf(wording);
    const WordingScopes scopes{&words, &unit, &m_plain};
    const QJsonArray columns = section[u"columns"].toArray();
    for (const auto &column : columns) {
        const QString value = column[u"value"_s].toString();
        if (lacksFigure(value, scopes, m_source.all().facts.words)) {
            row.append(BulletinSpan()); // the office's number would stand for the row's
            continue;
        }
        // One span a cell: all its words, and the tickets behind its figure.
        const auto spans = wording.expand(value, scopes, Wording::Place::Table);
        BulletinSpan cell{.text = BulletinParagraph{.spans = spans}.text()};
        for (const BulletinSpan &span : spans) {
            if (!cell.figure)
                cell.figure = span.figure;
        }
        if (spans.size() == 1)
            cell.form = spans.first().form;
        row.append(cell);
    }
    return row;
}

void TableWording::addRows(BulletinTable &table, const QJsonObject &section, const Wording &wording,
                           const QList<BulletinRow> &rows) const
{
    const QString kind = section[u"table"].toString();
    const QString subtotal = section[u"subtotal"].toString();
    QList<BulletinRow> group;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        WordingScope words = rows[i].words;
        words.insert(u"n"_s, word(QString::number(i + 1)));
        append(table, row(section, wording, words), keyOf(rows[i]));
        for (const BulletinRow &child : rows[i].children) {
            if (!section[u"children"].toBool())
                break;
            WordingScope below = child.words;
            below.removeIf([](WordingScope::iterator one) { return !one->missing.isEmpty(); });
            below.insert(u"name"_s, word(u"其中："_s + child.name));
            below.insert(u"n"_s, word(QString()));
            append(table, row(section, wording, below), u"%1/%2"_s.arg(keyOf(rows[i]), keyOf(child)));
        }
        group.append(rows[i]);
        const bool isParted = kind != u"months" || !rows[i].group.isEmpty(); // of one quarter there is the total
        if (!subtotal.isEmpty() && isParted && (i + 1 == rows.size() || rows[i + 1].group != rows[i].group)) {
            const WordingScope sum = m_source.together(group).words;
            const QString name = QString(subtotal).replace(u"{group}"_s, rows[i].group);
            append(table, row(section, wording, summed(sum, name)), QString(u"subtotal "_s + rows[i].group));
            group.clear();
        }
    }
}

std::optional<BulletinTable> TableWording::plain(const QJsonObject &section) const
{
    const QString kind = section[u"table"].toString();
    const Wording wording(styleOf(section, m_above));
    RowChoice choice = choose(section, wording);
    if (choice.listed.isEmpty())
        return std::nullopt;
    BulletinTable table{.title = titleOf(section, wording),
                        .columnGroups = qMax(1, section[u"groups"].toInt(1)),
                        .hasTotal = section[u"total"].toBool()};
    const QJsonArray columns = section[u"columns"].toArray();
    for (const auto &column : columns)
        table.header.append(columnTitle(column.toObject(), m_source.all().rates));
    std::optional<BulletinRow> rest;
    if (section.contains(u"rest"))
        rest = othersTogether(section, choice, m_source);
    QList<BulletinRow *> printed;
    for (BulletinRow &row : choice.listed)
        printed.append(&row);
    if (rest)
        printed.append(&*rest);
    balanceShares(printed, wording.block());
    addRows(table, section, wording, choice.listed);
    if (rest) {
        const QString name = restName(section, wording, rest->words);
        append(table, row(section, wording, summed(rest->words, name)), u"rest"_s);
    }
    if (table.hasTotal) {
        QList<BulletinRow> all = choice.listed;
        if (rest)
            all += choice.others;
        const bool isParted = section.contains(u"only") || section.contains(u"of_grades");
        const bool whole = !isParted && (rest || choice.others.isEmpty());
        const WordingScope total = kind == u"calls" ? callTotal() : m_source.total(kind, section, all, whole);
        append(table, row(section, wording, summed(total, section[u"total_name"].toString(u"合计"_s))), u"total"_s);
    }
    return table;
}

} // namespace huiyin
