// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/HistoryEvent.h"

#include <QJsonObject>
#include <QString>

namespace huiyin {

class Database;

// Writes the history events of one command: one user, one time, one operation.
class Recorder
{
public:
    Recorder(Database &database, const QDateTime &at, const QString &user);

    void record(const QString &object, qint64 objectId, const QString &action, const QJsonObject &details = {});
    [[nodiscard]] QString operation() const { return m_operation; }

private:
    Database &m_database;
    QDateTime m_at;
    QString m_user;
    QString m_operation;
};

// {"field": {"from": a, "to": b}} for a field that differs; nothing when it doesn't.
void noteChange(QJsonObject &details, const QString &field, const QJsonValue &from, const QJsonValue &to);

} // namespace huiyin
