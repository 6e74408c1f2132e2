// SPDX-License-Identifier: GPL-3.0-or-later
#include "calendar/HolidayData.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <stdexcept>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

[[noreturn]] void fail(const QString &what)
{
    throw std::runtime_error("holiday data: " + what.toStdString());
}

} // namespace

HolidayData HolidayData::parse(const QByteArray &json)
{
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (!document.isObject())
        fail(u"offset %1: %2"_s.arg(error.offset).arg(error.errorString()));
    const QJsonObject root = document.object();

    HolidayData data;
    data.source = root[u"source"].toString();
    data.licence = root[u"licence"].toString();
    const QJsonObject years = root[u"years"].toObject();
    for (auto year = years.begin(); year != years.end(); ++year) {
        const int number = year.key().toInt();
        if (number < 1949)
            fail(u"year %1"_s.arg(year.key()));
        auto &days = data.years[number];
        const QJsonArray list = year.value()[u"days"_s].toArray();
        for (const auto &entry : list) {
            const QDate date = QDate::fromString(entry[u"date"_s].toString(), Qt::ISODate);
            if (!date.isValid() || date.year() != number || !entry[u"working"_s].isBool())
                fail(u"year %1, day %2"_s.arg(year.key(), entry[u"date"_s].toString()));
            days.insert(date, {.name = entry[u"name"_s].toString(), .working = entry[u"working"_s].toBool()});
        }
    }
    return data;
}

HolidayData HolidayData::shipped()
{
    QFile file(u":/huiyin/calendar/holidays-cn.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        fail(u"the shipped file is missing"_s);
    return parse(file.readAll());
}

} // namespace huiyin
