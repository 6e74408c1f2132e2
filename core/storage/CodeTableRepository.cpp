// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/CodeTableRepository.h"

#include "storage/Database.h"
#include "storage/StorageError.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Storage)
};

template <class T>
void requireNumbers(const QList<T> &entries, const Database &database)
{
    const bool areSound = std::ranges::all_of(entries, [](const T &entry) {
        return entry.id->value() > 0 && entry.id->value() <= CodeTableRepository::largestId;
    });
    if (!areSound) {
        throw StorageError(StorageError::Kind::Damaged,
                           Text::tr("“%1” is damaged: an entry of the office's lists has a number that can't be. Have "
                                    "the file rescued, or use the newest backup.")
                               .arg(QFileInfo(database.path()).fileName()));
    }
}

Channel toChannel(const Row &row)
{
    return {.id = row.get<ChannelId>(0),
            .name = row.get<QString>(1),
            .parent = row.get<std::optional<ChannelId>>(2),
            .unitWord = row.get<QString>(3),
            .isPhone = row.get<bool>(4),
            .inTotal = row.get<bool>(5),
            .retired = row.get<bool>(6)};
}

RequestType toRequestType(const Row &row)
{
    return {.id = row.get<RequestTypeId>(0), .name = row.get<QString>(1), .retired = row.get<bool>(2)};
}

Category toCategory(const Row &row)
{
    return {.id = row.get<CategoryId>(0),
            .parent = row.get<std::optional<CategoryId>>(1),
            .name = row.get<QString>(2),
            .code = row.get<QString>(3),
            .retired = row.get<bool>(4)};
}

Topic toTopic(const Row &row)
{
    return {.id = row.get<TopicId>(0),
            .name = row.get<QString>(1),
            .from = row.get<std::optional<QDate>>(2),
            .to = row.get<std::optional<QDate>>(3),
            .retired = row.get<bool>(4)};
}

Area toArea(const Row &row)
{
    return {.id = row.get<AreaId>(0),
            .parent = row.get<std::optional<AreaId>>(1),
            .name = row.get<QString>(2),
            .retired = row.get<bool>(3)};
}

Department toDepartment(const Row &row)
{
    return {.id = row.get<DepartmentId>(0),
            .name = row.get<QString>(1),
            .shortName = row.get<QString>(2),
            .group = row.get<QString>(3),
            .parent = row.get<std::optional<DepartmentId>>(4),
            .aliases = row.get<QString>(5).split(u';', Qt::SkipEmptyParts),
            .phone = row.get<QString>(6),
            .retired = row.get<bool>(7)};
}

template <class IdType>
void applyOrder(Database &database, const QString &sql, const QList<IdType> &order)
{
    qint64 position = 0;
    for (const IdType &id : order)
        database.exec(sql, ++position, id);
}

} // namespace

CodeTables CodeTableRepository::load() const
{
    CodeTables tables;
    tables.channels = m_database.all(
        u"SELECT id, name, parent, unit_word, is_phone, in_total, retired FROM channel ORDER BY position, id"_s,
        toChannel);
    tables.requestTypes =
        m_database.all(u"SELECT id, name, retired FROM request_type ORDER BY position, id"_s, toRequestType);
    tables.categories =
        m_database.all(u"SELECT id, parent, name, code, retired FROM category ORDER BY position, id"_s, toCategory);
    tables.topics =
        m_database.all(u"SELECT id, name, valid_from, valid_to, retired FROM topic ORDER BY position, id"_s, toTopic);
    tables.areas = m_database.all(u"SELECT id, parent, name, retired FROM area ORDER BY position, id"_s, toArea);
    tables.departments =
        m_database.all(u"SELECT id, name, short_name, unit_group, parent, aliases, phone, retired FROM department "
                       "ORDER BY position, id"_s,
                       toDepartment);
    requireNumbers(tables.channels, m_database);
    requireNumbers(tables.requestTypes, m_database);
    requireNumbers(tables.categories, m_database);
    requireNumbers(tables.topics, m_database);
    requireNumbers(tables.areas, m_database);
    requireNumbers(tables.departments, m_database);
    return tables;
}

ChannelId CodeTableRepository::save(const Channel &channel) const
{
    if (channel.id) {
        m_database.exec(
            u"UPDATE channel SET name = ?, parent = ?, unit_word = ?, is_phone = ?, in_total = ?, retired = ? "
            "WHERE id = ?"_s,
            channel.name, channel.parent, channel.unitWord, channel.isPhone, channel.inTotal, channel.retired,
            channel.id);
        return *channel.id;
    }
    return ChannelId(m_database.insert(
        u"INSERT INTO channel(name, parent, unit_word, is_phone, in_total, retired, position) "
        "VALUES(?, ?, ?, ?, ?, ?, (SELECT ifnull(max(position), 0) + 1 FROM channel))"_s,
        channel.name, channel.parent, channel.unitWord, channel.isPhone, channel.inTotal, channel.retired));
}

RequestTypeId CodeTableRepository::save(const RequestType &type) const
{
    if (type.id) {
        m_database.exec(u"UPDATE request_type SET name = ?, retired = ? WHERE id = ?"_s, type.name, type.retired,
                        type.id);
        return *type.id;
    }
    return RequestTypeId(m_database.insert(u"INSERT INTO request_type(name, retired, position) "
                                           "VALUES(?, ?, (SELECT ifnull(max(position), 0) + 1 FROM request_type))"_s,
                                           type.name, type.retired));
}

CategoryId CodeTableRepository::save(const Category &category) const
{
    if (category.id) {
        m_database.exec(u"UPDATE category SET parent = ?, name = ?, code = ?, retired = ? WHERE id = ?"_s,
                        category.parent, category.name, category.code, category.retired, category.id);
        return *category.id;
    }
    return CategoryId(m_database.insert(u"INSERT INTO category(parent, name, code, retired, position) "
                                        "VALUES(?, ?, ?, ?, (SELECT ifnull(max(position), 0) + 1 FROM category))"_s,
                                        category.parent, category.name, category.code, category.retired));
}

TopicId CodeTableRepository::save(const Topic &topic) const
{
    if (topic.id) {
        m_database.exec(u"UPDATE topic SET name = ?, valid_from = ?, valid_to = ?, retired = ? WHERE id = ?"_s,
                        topic.name, topic.from, topic.to, topic.retired, topic.id);
        return *topic.id;
    }
    return TopicId(m_database.insert(u"INSERT INTO topic(name, valid_from, valid_to, retired, position) "
                                     "VALUES(?, ?, ?, ?, (SELECT ifnull(max(position), 0) + 1 FROM topic))"_s,
                                     topic.name, topic.from, topic.to, topic.retired));
}

AreaId CodeTableRepository::save(const Area &area) const
{
    if (area.id) {
        m_database.exec(u"UPDATE area SET parent = ?, name = ?, retired = ? WHERE id = ?"_s, area.parent, area.name,
                        area.retired, area.id);
        return *area.id;
    }
    return AreaId(m_database.insert(u"INSERT INTO area(parent, name, retired, position) "
                                    "VALUES(?, ?, ?, (SELECT ifnull(max(position), 0) + 1 FROM area))"_s,
                                    area.parent, area.name, area.retired));
}

DepartmentId CodeTableRepository::save(const Department &department) const
{
    const QString aliases = department.aliases.join(u';');
    if (department.id) {
        m_database.exec(u"UPDATE department SET name = ?, short_name = ?, unit_group = ?, parent = ?, aliases = ?, "
                        "phone = ?, retired = ? WHERE id = ?"_s,
                        department.name, department.shortName, department.group, department.parent, aliases,
                        department.phone, department.retired, department.id);
        return *department.id;
    }
    return DepartmentId(m_database.insert(
        u"INSERT INTO department(name, short_name, unit_group, parent, aliases, phone, retired, position) "
        "VALUES(?, ?, ?, ?, ?, ?, ?, (SELECT ifnull(max(position), 0) + 1 FROM department))"_s,
        department.name, department.shortName, department.group, department.parent, aliases, department.phone,
        department.retired));
}

void CodeTableRepository::reorder(const QList<ChannelId> &order) const
{
    applyOrder(m_database, u"UPDATE channel SET position = ? WHERE id = ?"_s, order);
}

void CodeTableRepository::reorder(const QList<RequestTypeId> &order) const
{
    applyOrder(m_database, u"UPDATE request_type SET position = ? WHERE id = ?"_s, order);
}

void CodeTableRepository::reorder(const QList<CategoryId> &order) const
{
    applyOrder(m_database, u"UPDATE category SET position = ? WHERE id = ?"_s, order);
}

void CodeTableRepository::reorder(const QList<TopicId> &order) const
{
    applyOrder(m_database, u"UPDATE topic SET position = ? WHERE id = ?"_s, order);
}

void CodeTableRepository::reorder(const QList<AreaId> &order) const
{
    applyOrder(m_database, u"UPDATE area SET position = ? WHERE id = ?"_s, order);
}

void CodeTableRepository::reorder(const QList<DepartmentId> &order) const
{
    applyOrder(m_database, u"UPDATE department SET position = ? WHERE id = ?"_s, order);
}

} // namespace huiyin
