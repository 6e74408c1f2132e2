// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/TableWording.h"

#include "bulletin/Composer.h"
#include "bulletin/GradeRule.h"
#include "domain/Json.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

// A column without a title has the name of the rate that stands in it.
QString titleOf(const QJsonObject &column, const QList<RateDefinition> &rates)
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

QString TableWording::text(const QJsonObject &section, const QString &key) const
{
    const auto spans =
        Wording(m_above).expand(section[key].toString(), {&m_source.all().facts.words}, Wording::Place::Sentence);
    return BulletinParagraph{.spans = spans}.text();
}

std::optional<BulletinTable> TableWording::table(const QJsonObject &section) const
{
    return section[u"table"].toString() == u"beside" ? beside(section) : plain(section);
}

// The shorter one is filled up with blanks; totals stand in one row.
std::optional<BulletinTable> TableWording::beside(const QJsonObject &section) const
{
    BulletinTable whole{.title = text(section, u"title"_s)};
    QList<BulletinTable> parts;
    const QJsonArray tables = section[u"tables"].toArray();
    qsizetype height = 0;
    for (const auto &entry : tables) {
        if (!m_source.all().facts.holds(entry[u"when"_s].toString()))
            continue;
        const auto part = plain(entry.toObject());
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
        GradeRule(grade, all.rates).rank(rows, section[u"rank"].toString());
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
    const QJsonArray columns = section[u"columns"].toArray();
    for (const auto &column : columns) {
        // One span a cell: all its words, and the tickets behind its figure.
        const auto spans =
            wording.expand(column[u"value"_s].toString(), {&words, &m_source.all().facts.words}, Wording::Place::Table);
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
    BulletinTable table{.title = text(section, u"title"_s),
                        .columnGroups = qMax(1, section[u"groups"].toInt(1)),
                        .hasTotal = section[u"total"].toBool()};
    const QJsonArray columns = section[u"columns"].toArray();
    for (const auto &column : columns)
        table.header.append(titleOf(column.toObject(), m_source.all().rates));
    std::optional<BulletinRow> rest;
    if (section.contains(u"rest"))
        rest = othersTogether(section, choice, m_source);
    QList<BulletinRow *> printed;
    for (BulletinRow &row : choice.listed)
        printed.append(&row);
    if (rest)
        printed.append(&*rest);
    balanceShares(printed, wording.block());
    QList<BulletinRow> plainRows = choice.listed;
    if (rest && choice.others.size() == 1)
        plainRows.append(*rest);
    addRows(table, section, wording, plainRows);
    if (rest && choice.others.size() > 1)
        append(table, row(section, wording, summed(rest->words, text(section, u"rest"_s))), u"rest"_s);
    if (table.hasTotal) {
        QList<BulletinRow> all = choice.listed;
        if (rest)
            all += choice.others;
        const bool whole = !section.contains(u"only") && (rest || choice.others.isEmpty());
        const WordingScope total = kind == u"calls" ? callTotal() : m_source.total(kind, section, all, whole);
        append(table, row(section, wording, summed(total, section[u"total_name"].toString(u"合计"_s))), u"total"_s);
    }
    return table;
}

} // namespace huiyin
