// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/HistoryEvent.h"

#include <QCryptographicHash>
#include <QJsonDocument>

namespace huiyin {

QByteArray detailsText(const HistoryEvent &event)
{
    return QJsonDocument(event.details).toJson(QJsonDocument::Compact);
}

QByteArray chainHash(const QByteArray &previousHash, const HistoryEvent &event, const QByteArray &storedDetails)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(previousHash);
    const auto add = [&hash](const QByteArray &field) {
        // The length goes first, so that ("ab", "c") and ("a", "bc") differ.
        hash.addData(QByteArray(QByteArray::number(field.size()) + ':'));
        hash.addData(field);
    };
    add(QByteArray::number(event.sequence));
    add(QByteArray::number(event.at.toMSecsSinceEpoch()));
    add(event.user.toUtf8());
    add(event.operation.toUtf8());
    add(event.object.toUtf8());
    add(QByteArray::number(event.objectId));
    add(event.action.toUtf8());
    add(storedDetails);
    return hash.result();
}

} // namespace huiyin
