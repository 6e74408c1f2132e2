// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Code.h"
#include "domain/Id.h"

#include <QDate>
#include <QDateTime>
#include <QList>
#include <QSqlQuery>
#include <QVariant>

#include <optional>
#include <type_traits>

namespace huiyin {

template <class T>
inline constexpr bool isOptional = false;
template <class T>
inline constexpr bool isOptional<std::optional<T>> = true;

// How a value of ours is written: ids and times as integers, texts never as NULL, codes as text.
template <class T>
QVariant toSql(const T &value)
{
    if constexpr (isOptional<T>) {
        return value ? toSql(*value) : QVariant();
    } else if constexpr (isId<T>) {
        return value.value();
    } else if constexpr (std::is_same_v<T, QString>) {
        return value.isNull() ? QStringLiteral("") : value;
    } else if constexpr (std::is_same_v<T, QByteArray>) {
        return value;
    } else if constexpr (std::is_same_v<T, bool>) {
        return value ? 1 : 0;
    } else if constexpr (std::is_same_v<T, QDateTime>) {
        return value.toMSecsSinceEpoch();
    } else if constexpr (std::is_same_v<T, QDate>) {
        return value.toString(Qt::ISODate);
    } else if constexpr (std::is_enum_v<T>) {
        return QString(code(value));
    } else if constexpr (std::is_integral_v<T>) {
        return static_cast<qint64>(value);
    } else {
        static_assert(std::is_same_v<T, QVariant>);
        return value;
    }
}

// Many ids as one value; json_each() takes them apart.
template <class IdType>
QString jsonList(const QList<IdType> &ids)
{
    QString list;
    list.reserve(2 + 8 * ids.size());
    list += u'[';
    for (const IdType id : ids) {
        if (list.size() > 1)
            list += u',';
        list += QString::number(id.value());
    }
    list += u']';
    return list;
}

// The row that a query stands on; columns by position, typed.
class Row
{
public:
    explicit Row(const QSqlQuery &query)
        : m_query(query)
    {
    }

    template <class T>
    [[nodiscard]] T get(int column) const
    {
        if constexpr (isOptional<T>) {
            if (m_query.isNull(column))
                return std::nullopt;
            return get<typename T::value_type>(column);
        } else if constexpr (isId<T>) {
            return T(m_query.value(column).toLongLong());
        } else if constexpr (std::is_same_v<T, QString>) { // NOLINT(bugprone-branch-clone): other types
            return m_query.value(column).toString();
        } else if constexpr (std::is_same_v<T, QByteArray>) {
            return m_query.value(column).toByteArray();
        } else if constexpr (std::is_same_v<T, bool>) {
            return m_query.value(column).toLongLong() != 0;
        } else if constexpr (std::is_same_v<T, QDateTime>) {
            return QDateTime::fromMSecsSinceEpoch(m_query.value(column).toLongLong(), Qt::UTC);
        } else if constexpr (std::is_same_v<T, QDate>) {
            return QDate::fromString(m_query.value(column).toString(), Qt::ISODate);
        } else if constexpr (std::is_enum_v<T>) {
            // The schema's CHECK allows only codes of the table; the first entry stands in for a damaged one.
            return fromCode<T>(m_query.value(column).toString()).value_or(codeTable<T>().front().value);
        } else {
            static_assert(std::is_integral_v<T>);
            return static_cast<T>(m_query.value(column).toLongLong());
        }
    }

    [[nodiscard]] bool isNull(int column) const { return m_query.isNull(column); }

private:
    const QSqlQuery &m_query;
};

} // namespace huiyin
