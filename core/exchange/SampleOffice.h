// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Id.h"
#include "domain/Period.h"

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QStringList>

namespace huiyin {

class Database;

// The code tables of a sample office as its specification in resources/demo plans them, with the counts that its
// tickets add up to.
struct SampleOffice
{
    struct ChannelPlan
    {
        ChannelId id{0};
        bool isPhone = false;
        bool inTotal = true;
        qint64 count = 0;
        qint64 late = -1; // how many of it are late, -1: any
        qint64 open = 0;
        QStringList subjects{};
    };
    struct CategoryPlan
    {
        CategoryId id{0};
        QString name{};
        qint64 count = 0;
        QStringList subjects{};
    };
    struct DepartmentPlan
    {
        DepartmentId id{0};
        QString name{};
        QString area{};
        qint64 dispatched = 0;
        qint64 closed = 0;
        QStringList subjects{};
        [[nodiscard]] bool takesAll() const { return subjects.contains(QLatin1StringView("*")); }
    };

    QList<ChannelPlan> channels{};
    QList<CategoryPlan> categories{};
    QList<DepartmentPlan> departments{};
    QHash<QString, RequestTypeId> types{};
    QHash<QString, AreaId> areas{}; // by path
    QStringList areaPaths{};

    // Writes the tables into a new case file. Inside the caller's transaction.
    static SampleOffice write(Database &database, const QJsonObject &specification, const QDateTime &at);

    [[nodiscard]] qsizetype categoryNamed(const QString &name) const;
    [[nodiscard]] qsizetype categoryOf(const QString &subject) const; // the first that holds it, else the last
};

// The specification of a sample office; throws std::invalid_argument when there is none of this name.
QJsonObject sampleSpecification(const QString &name);
Period samplePeriod(const QJsonObject &specification);
QStringList stringList(const QJsonValue &value);

} // namespace huiyin
