// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/SampleOffice.h"

#include "casework/CaseBook.h"
#include "domain/Json.h"
#include "storage/CodeTableRepository.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <stdexcept>

using namespace Qt::StringLiterals;

namespace huiyin {

QJsonObject sampleSpecification(const QString &name)
{
    QFile file(u":/huiyin/demo/%1.json"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly))
        throw std::invalid_argument("no sample office " + name.toStdString());
    return QJsonDocument::fromJson(file.readAll()).object();
}

Period samplePeriod(const QJsonObject &specification)
{
    const QJsonObject period = specification[u"period"].toObject();
    const QDate from = QDate::fromString(period[u"from"].toString(), Qt::ISODate);
    const QDate to = QDate::fromString(period[u"to"].toString(), Qt::ISODate);
    const QString kind = period[u"kind"].toString();
    if (kind == u"month")
        return Period::month(from.year(), from.month());
    if (kind == u"quarter")
        return Period::quarter(from.year(), (from.month() - 1) / 3 + 1);
    return Period::days(from, to);
}

namespace {

void writeChannels(SampleOffice &office, const CodeTableRepository &tables, const QJsonArray &channels)
{
    QHash<QString, ChannelId> ids;
    for (const auto &entry : channels) {
        Channel channel{.name = entry[u"name"_s].toString(),
                        .unitWord = entry[u"unit"_s].toString(u"件"_s),
                        .isPhone = entry[u"phone"_s].toBool(),
                        .inTotal = entry[u"in_total"_s].toBool(true)};
        if (const QString parent = entry[u"parent"_s].toString(); !parent.isEmpty())
            channel.parent = ids.value(parent, ChannelId(0));
        const ChannelId id = tables.save(channel);
        ids.insert(channel.name, id);
        office.channels.append({.id = id,
                                .isPhone = channel.isPhone,
                                .inTotal = channel.inTotal,
                                .count = entry[u"count"_s].toInteger(),
                                .late = entry[u"late"_s].toInteger(-1),
                                .open = entry[u"open"_s].toInteger(),
                                .subjects = stringList(entry[u"subjects"_s])});
    }
}

void writeAreas(SampleOffice &office, const CodeTableRepository &tables, const QJsonArray &areas)
{
    for (const auto &entry : areas) {
        const QString path = entry.toString();
        const QString top = path.section(u'/', 0, 0);
        if (!office.areas.contains(top))
            office.areas.insert(top, tables.save(Area{.name = top}));
        if (path != top) {
            const AreaId above = office.areas.value(top, AreaId(0));
            office.areas.insert(path, tables.save(Area{.parent = above, .name = path.section(u'/', 1)}));
        }
        office.areaPaths.append(path);
    }
}

} // namespace

SampleOffice SampleOffice::write(Database &database, const QJsonObject &specification, const QDateTime &at)
{
    fillDefaults(database, at, {.requestTypes = stringList(specification[u"request_types"]), .channels = {}});
    SampleOffice office;
    const CodeTableRepository tables(database);
    const auto requestTypes = tables.load().requestTypes;
    for (const RequestType &type : requestTypes)
        office.types.insert(type.name, *type.id);
    writeChannels(office, tables, specification[u"channels"].toArray());
    QHash<QString, CategoryId> categoryIds;
    const QJsonArray categories = specification[u"categories"].toArray();
    for (const auto &entry : categories) {
        const QStringList path = entry[u"path"_s].toString().split(u'/');
        Category category{.name = path.last()};
        if (path.size() > 1)
            category.parent = categoryIds.value(path.first(), CategoryId(0));
        const CategoryId id = tables.save(category);
        categoryIds.insert(path.last(), id);
        office.categories.append({.id = id,
                                  .name = path.last(),
                                  .count = entry[u"count"_s].toInteger(),
                                  .subjects = stringList(entry[u"subjects"_s])});
    }
    writeAreas(office, tables, specification[u"areas"].toArray());
    const QJsonArray departments = specification[u"departments"].toArray();
    for (const auto &entry : departments) {
        const Department department{.name = entry[u"name"_s].toString(), .group = entry[u"group"_s].toString()};
        office.departments.append({.id = tables.save(department),
                                   .name = department.name,
                                   .area = entry[u"area"_s].toString(),
                                   .dispatched = entry[u"dispatched"_s].toInteger(),
                                   .closed = entry[u"closed"_s].toInteger(),
                                   .subjects = stringList(entry[u"subjects"_s])});
    }
    return office;
}

qsizetype SampleOffice::categoryNamed(const QString &name) const
{
    const auto found = std::ranges::find(categories, name, &CategoryPlan::name);
    return found == categories.end() ? categories.size() - 1 : found - categories.begin();
}

qsizetype SampleOffice::categoryOf(const QString &subject) const
{
    const auto found =
        std::ranges::find_if(categories, [&](const CategoryPlan &plan) { return plan.subjects.contains(subject); });
    return found == categories.end() ? categories.size() - 1 : found - categories.begin();
}

} // namespace huiyin
