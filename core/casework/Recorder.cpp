// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/Recorder.h"

#include "storage/HistoryRepository.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace huiyin {

Recorder::Recorder(Database &database, const QDateTime &at, const QString &user)
    : m_database(database)
    , m_at(at)
    , m_user(user)
    , m_operation(QUuid::createUuid().toString(QUuid::WithoutBraces))
{
}

void Recorder::record(const QString &object, qint64 objectId, const QString &action, const QJsonObject &details)
{
    HistoryRepository(m_database)
        .append({.at = m_at,
                 .user = m_user,
                 .operation = m_operation,
                 .object = object,
                 .objectId = objectId,
                 .action = action,
                 .details = details});
}

void noteChange(QJsonObject &details, const QString &field, const QJsonValue &from, const QJsonValue &to)
{
    if (from != to)
        details.insert(field, QJsonObject{{u"from"_s, from}, {u"to"_s, to}});
}

} // namespace huiyin
