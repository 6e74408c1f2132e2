// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/OfficeRepository.h"

#include "storage/Database.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace huiyin {

std::optional<Office> OfficeRepository::load() const
{
    return m_database.first(u"SELECT name, hotline, zone FROM office WHERE id = 1"_s, [](const Row &row) {
        return Office{
            .name = row.get<QString>(0), .hotline = row.get<QString>(1), .zone = row.get<QString>(2).toUtf8()};
    });
}

void OfficeRepository::insert(const Office &office) const
{
    m_database.exec(u"INSERT INTO office(id, name, hotline, zone, file_key) VALUES(1, ?, ?, ?, ?)"_s, office.name,
                    office.hotline, QString::fromUtf8(office.zone), QUuid::createUuid().toString(QUuid::WithoutBraces));
}

void OfficeRepository::update(const Office &office) const
{
    m_database.exec(u"UPDATE office SET name = ?, hotline = ?, zone = ? WHERE id = 1"_s, office.name, office.hotline,
                    QString::fromUtf8(office.zone));
}

void OfficeRepository::insertUser(const QString &login, const QString &name, const QString &roles) const
{
    m_database.exec(u"INSERT INTO user(login, name, roles) VALUES(?, ?, ?)"_s, login, name, roles);
}

QJsonValue OfficeRepository::setting(const QString &key) const
{
    const auto text = m_database.value<QString>(u"SELECT value FROM setting WHERE key = ?"_s, key);
    if (!text)
        return QJsonValue(QJsonValue::Undefined);
    // A JSON document is an array or an object; a value is kept as the one element of an array.
    return QJsonDocument::fromJson(text->toUtf8()).array().at(0);
}

void OfficeRepository::setSetting(const QString &key, const QJsonValue &value) const
{
    m_database.exec(
        u"INSERT INTO setting(key, value) VALUES(?, ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value"_s, key,
        QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact)));
}

} // namespace huiyin
