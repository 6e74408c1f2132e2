// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Id.h"

#include <QDate>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace huiyin {

// The lists that an office keeps of its own words. A name in use is retired, never rewritten in what was published.

// 来源渠道: how a matter reached the office. A board below a platform has the platform as parent.
struct Channel
{
    std::optional<ChannelId> id{};
    QString name{};
    std::optional<ChannelId> parent{};
    QString unitWord = QStringLiteral("件"); // 量词: 件, 件次, 封, 条
    bool isPhone = false;
    bool inTotal = true; // its tickets count into the office's total
    bool retired = false;

    bool operator==(const Channel &) const = default;
};

// 诉求类型: 咨询 求助 投诉 举报 建议 表扬 其他.
struct RequestType
{
    std::optional<RequestTypeId> id{};
    QString name{};
    bool retired = false;

    bool operator==(const RequestType &) const = default;
};

// 诉求类别: one node of the tree of subjects.
struct Category
{
    std::optional<CategoryId> id{};
    std::optional<CategoryId> parent{};
    QString name{};
    QString code{};
    bool retired = false;

    bool operator==(const Category &) const = default;
};

// 专题: a special subject such as 疫情; its dates limit intake only.
struct Topic
{
    std::optional<TopicId> id{};
    QString name{};
    std::optional<QDate> from{};
    std::optional<QDate> to{};
    bool retired = false;

    bool operator==(const Topic &) const = default;
};

// 区域: county, township, community.
struct Area
{
    std::optional<AreaId> id{};
    std::optional<AreaId> parent{};
    QString name{};
    bool retired = false;

    bool operator==(const Area &) const = default;
};

// 承办单位: a department, a lower government or a public enterprise that tickets are dispatched to.
struct Department
{
    std::optional<DepartmentId> id{};
    QString name{};
    QString shortName{};
    QString group{}; // 分组: 县市区, 市直部门, 公共企业
    std::optional<DepartmentId> parent{};
    QStringList aliases{};
    QString phone{};
    bool retired = false;

    bool operator==(const Department &) const = default;
};

// All code tables of a case file, each in the office's own order (the row order of its table).
struct CodeTables
{
    QList<Channel> channels{};
    QList<RequestType> requestTypes{};
    QList<Category> categories{};
    QList<Topic> topics{};
    QList<Area> areas{};
    QList<Department> departments{};

    bool operator==(const CodeTables &) const = default;
};

// The entry with this id; nullptr when there is none.
template <class T, class IdType>
const T *findById(const QList<T> &list, std::optional<IdType> id)
{
    if (!id)
        return nullptr;
    for (const T &entry : list) {
        if (entry.id == id)
            return &entry;
    }
    return nullptr;
}

// The name of an entry, "" when it is absent.
template <class T, class IdType>
QString nameOf(const QList<T> &list, std::optional<IdType> id)
{
    const T *entry = findById(list, id);
    return entry ? entry->name : QString();
}

// The path of a node of a tree: "水、电、气/停水".
template <class T, class IdType>
QString pathOf(const QList<T> &list, std::optional<IdType> id)
{
    QStringList names;
    // Bounded by the list's length, so that a damaged tree can't hang the program.
    for (qsizetype depth = 0; id && depth < list.size(); ++depth) {
        const T *entry = findById(list, id);
        if (!entry)
            break;
        names.prepend(entry->name);
        id = entry->parent;
    }
    return names.join(u'/');
}

} // namespace huiyin
