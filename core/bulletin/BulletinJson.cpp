// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/BulletinJson.h"

#include "domain/Json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr int version = 1;

struct ChartCode
{
    BulletinChart::Kind kind;
    QLatin1StringView code;
};
constexpr std::array<ChartCode, 6> chartCodes = {{{BulletinChart::Kind::Categories, "categories"_L1},
                                                  {BulletinChart::Kind::Departments, "departments"_L1},
                                                  {BulletinChart::Kind::RequestTypes, "types"_L1},
                                                  {BulletinChart::Kind::Channels, "channels"_L1},
                                                  {BulletinChart::Kind::Days, "days"_L1},
                                                  {BulletinChart::Kind::Months, "months"_L1}}};

void putText(QJsonObject &object, QLatin1StringView name, const QString &text)
{
    if (!text.isEmpty())
        object.insert(name, text);
}

// Plain words are a text, a figure is an object.
QJsonValue spanJson(const BulletinSpan &span)
{
    if (!span.figure && span.form.isEmpty() && !span.overtyped)
        return span.text;
    QJsonObject object{{u"text"_s, span.text}};
    if (span.figure)
        object.insert(u"figure"_s, figureCode(*span.figure));
    putText(object, "form"_L1, span.form);
    if (span.overtyped)
        object.insert(u"overtyped"_s, true);
    return object;
}

BulletinSpan spanOf(const QJsonValue &value)
{
    if (value.isString())
        return {.text = value.toString()};
    const QJsonObject object = value.toObject();
    return {.text = object[u"text"].toString(),
            .figure = object.contains(u"figure") ? figureFromCode(object[u"figure"].toString()) : std::nullopt,
            .form = object[u"form"].toString(),
            .overtyped = object[u"overtyped"].toBool()};
}

QJsonArray spansJson(const QList<BulletinSpan> &spans)
{
    QJsonArray array;
    for (const BulletinSpan &span : spans)
        array.append(spanJson(span));
    return array;
}

QList<BulletinSpan> spansOf(const QJsonValue &value)
{
    QList<BulletinSpan> spans;
    const QJsonArray array = value.toArray();
    for (const auto &entry : array)
        spans.append(spanOf(entry));
    return spans;
}

QJsonObject barsJson(const ChartData &data)
{
    QJsonArray bars;
    for (const ChartBar &bar : data.bars) {
        QJsonObject object{{u"label"_s, bar.label}, {u"value"_s, bar.value}};
        if (bar.total)
            object.insert(u"total"_s, *bar.total);
        putText(object, "note"_L1, bar.note);
        if (bar.muted)
            object.insert(u"muted"_s, true);
        if (bar.figure)
            object.insert(u"figure"_s, figureCode(*bar.figure));
        if (bar.level != 0)
            object.insert(u"level"_s, bar.level);
        bars.append(object);
    }
    return {{u"title"_s, data.title}, {u"subtitle"_s, data.subtitle}, {u"bars"_s, bars}};
}

ChartData barsOf(const QJsonObject &object)
{
    ChartData data{.title = object[u"title"].toString(), .subtitle = object[u"subtitle"].toString()};
    const QJsonArray bars = object[u"bars"].toArray();
    for (const auto &entry : bars) {
        const QJsonObject bar = entry.toObject();
        data.bars.append({.label = bar[u"label"].toString(),
                          .value = bar[u"value"].toInteger(),
                          .total = bar.contains(u"total") ? std::optional(bar[u"total"].toInteger()) : std::nullopt,
                          .note = bar[u"note"].toString(),
                          .muted = bar[u"muted"].toBool(),
                          .figure = bar.contains(u"figure") ? figureFromCode(bar[u"figure"].toString()) : std::nullopt,
                          .level = bar[u"level"].toInt()});
    }
    return data;
}

QJsonArray numbersJson(const QList<qint64> &numbers)
{
    QJsonArray array;
    for (const qint64 number : numbers)
        array.append(number);
    return array;
}

QList<qint64> numbersOf(const QJsonValue &value)
{
    QList<qint64> numbers;
    const QJsonArray array = value.toArray();
    for (const auto &entry : array)
        numbers.append(entry.toInteger());
    return numbers;
}

// The days of a line follow one another: the first says them all.
QJsonObject lineJson(const LineData &data)
{
    QJsonObject object{{u"title"_s, data.title},
                       {u"subtitle"_s, data.subtitle},
                       {u"values"_s, numbersJson(data.values)},
                       {u"name"_s, data.name},
                       {u"reference_name"_s, data.referenceName}};
    if (!data.days.isEmpty())
        object.insert(u"from"_s, data.days.first().toString(Qt::ISODate));
    if (data.reference)
        object.insert(u"reference"_s, numbersJson(*data.reference));
    if (data.measure)
        object.insert(u"measure"_s, figureCode({.measure = *data.measure}));
    return object;
}

LineData lineOf(const QJsonObject &object)
{
    LineData data{.title = object[u"title"].toString(),
                  .subtitle = object[u"subtitle"].toString(),
                  .values = numbersOf(object[u"values"]),
                  .name = object[u"name"].toString(),
                  .referenceName = object[u"reference_name"].toString()};
    const QDate from = QDate::fromString(object[u"from"].toString(), Qt::ISODate);
    for (qsizetype i = 0; from.isValid() && i < data.values.size(); ++i)
        data.days.append(from.addDays(i));
    if (object.contains(u"reference"))
        data.reference = numbersOf(object[u"reference"]);
    if (const auto figure = figureFromCode(object[u"measure"].toString()))
        data.measure = figure->measure;
    return data;
}

QJsonObject contentJson(const BulletinHeading &heading)
{
    QJsonObject object{{u"heading"_s, heading.text}, {u"level"_s, heading.level}};
    if (heading.onNewPage)
        object.insert(u"new_page"_s, true);
    return object;
}

QJsonObject contentJson(const BulletinParagraph &paragraph)
{
    return {{u"paragraph"_s, spansJson(paragraph.spans)}};
}

// A row tells of one thing, unless tables stand side by side.
QJsonArray cellKeysJson(const QList<QStringList> &keys)
{
    QJsonArray rows;
    for (const QStringList &row : keys) {
        const bool isOne = !row.isEmpty() && row.count(row.first()) == row.size();
        rows.append(isOne ? QJsonValue(row.first()) : QJsonValue(QJsonArray::fromStringList(row)));
    }
    return rows;
}

QList<QStringList> cellKeysOf(const QJsonValue &value, qsizetype columns)
{
    QList<QStringList> keys;
    const QJsonArray rows = value.toArray();
    for (const auto &entry : rows) {
        QStringList row = entry.isArray() ? stringList(entry) : QStringList(columns, entry.toString());
        row.resize(columns);
        keys.append(row);
    }
    return keys;
}

QJsonObject contentJson(const BulletinTable &table)
{
    QJsonArray rows;
    for (const auto &row : table.rows)
        rows.append(spansJson(row));
    QJsonObject object{{u"table"_s, table.title},
                       {u"header"_s, QJsonArray::fromStringList(table.header)},
                       {u"rows"_s, rows},
                       {u"groups"_s, table.columnGroups},
                       {u"total"_s, table.hasTotal}};
    if (table.onNewPage)
        object.insert(u"new_page"_s, true);
    if (!table.cellKeys.isEmpty())
        object.insert(u"keys"_s, cellKeysJson(table.cellKeys));
    return object;
}

QJsonObject contentJson(const BulletinChart &chart)
{
    const auto *const known = std::ranges::find(chartCodes, chart.kind, &ChartCode::kind);
    QJsonObject object{{u"chart"_s, known->code}, {u"title"_s, chart.title}};
    if (chart.isLine())
        object.insert(u"line"_s, lineJson(chart.line));
    else
        object.insert(u"data"_s, barsJson(chart.bars));
    return object;
}

std::optional<BulletinBlock> blockOf(const QJsonObject &object)
{
    if (object.contains(u"heading"))
        return BulletinHeading{.level = object[u"level"].toInt(1),
                               .text = object[u"heading"].toString(),
                               .onNewPage = object[u"new_page"].toBool()};
    if (object.contains(u"paragraph"))
        return BulletinParagraph{.spans = spansOf(object[u"paragraph"])};
    if (object.contains(u"table")) {
        BulletinTable table{.title = object[u"table"].toString(),
                            .header = stringList(object[u"header"]),
                            .columnGroups = qMax(1, object[u"groups"].toInt(1)),
                            .hasTotal = object[u"total"].toBool(),
                            .onNewPage = object[u"new_page"].toBool()};
        const QJsonArray rows = object[u"rows"].toArray();
        for (const auto &entry : rows) {
            QList<BulletinSpan> row = spansOf(entry);
            row.resize(table.header.size());
            table.rows.append(row);
        }
        table.cellKeys = cellKeysOf(object[u"keys"], table.header.size());
        return table;
    }
    const QString code = object[u"chart"].toString();
    const auto *const known = std::ranges::find(chartCodes, code, &ChartCode::code);
    if (known == chartCodes.end())
        return std::nullopt;
    return BulletinChart{.kind = known->kind,
                         .title = object[u"title"].toString(),
                         .bars = barsOf(object[u"data"].toObject()),
                         .line = lineOf(object[u"line"].toObject())};
}

} // namespace

QByteArray toJson(const BulletinDocument &document)
{
    QJsonArray blocks;
    for (const BulletinBlock &block : document.blocks) {
        QJsonObject object = std::visit([](const auto &one) { return contentJson(one); }, block);
        putText(object, "origin"_L1, originOf(block));
        blocks.append(object);
    }
    QJsonObject whole{{u"version"_s, version},
                      {u"masthead"_s, document.masthead},
                      {u"issue_line"_s, document.issueLine},
                      {u"office"_s, document.office},
                      {u"date"_s, document.date.toString(Qt::ISODate)},
                      {u"title"_s, document.title},
                      {u"decimals"_s, document.percentStyle.decimals},
                      {u"drop_zeros"_s, document.percentStyle.dropZeros},
                      {u"blocks"_s, blocks}};
    if (!document.imprint.isEmpty())
        whole.insert(u"imprint"_s, QJsonArray::fromStringList(document.imprint));
    if (document.percentStyle.rounding == Rounding::Truncate)
        whole.insert(u"rounding"_s, u"truncate"_s);
    return QJsonDocument(whole).toJson(QJsonDocument::Compact);
}

std::optional<BulletinDocument> bulletinFromJson(const QByteArray &json)
{
    const QJsonDocument parsed = QJsonDocument::fromJson(json);
    const QJsonObject whole = parsed.object();
    const int written = whole[u"version"].toInt();
    if (written < 1 || written > version)
        return std::nullopt;
    BulletinDocument document{.masthead = whole[u"masthead"].toString(),
                              .issueLine = whole[u"issue_line"].toString(),
                              .office = whole[u"office"].toString(),
                              .date = QDate::fromString(whole[u"date"].toString(), Qt::ISODate),
                              .title = whole[u"title"].toString()};
    document.percentStyle = {.decimals = qBound(0, whole[u"decimals"].toInt(1), 2),
                             .dropZeros = whole[u"drop_zeros"].toBool(),
                             .rounding =
                                 whole[u"rounding"].toString() == u"truncate" ? Rounding::Truncate : Rounding::HalfUp};
    document.imprint = stringList(whole[u"imprint"]);
    const QJsonArray blocks = whole[u"blocks"].toArray();
    for (const auto &entry : blocks) {
        auto block = blockOf(entry.toObject());
        if (!block)
            return std::nullopt;
        setOrigin(*block, entry.toObject()[u"origin"].toString());
        document.blocks.append(*std::move(block));
    }
    return document;
}

} // namespace huiyin
