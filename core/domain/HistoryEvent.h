// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace huiyin {

// 办理记录: one line of the append-only history. `object` and `objectId` say what it happened to ("ticket", 17);
// `details` holds from and to of every field that changed.
struct HistoryEvent
{
    qint64 sequence = 0; // given by the table
    QDateTime at{};
    QString user{};
    QString operation{}; // UUID of the command, the same for all events of one command
    QString object{};
    qint64 objectId = 0;
    QString action{}; // "accepted", "answered_directly", "imported" …
    QJsonObject details{};

    bool operator==(const HistoryEvent &) const = default;
};

// The text of an event's details as it is stored.
QByteArray detailsText(const HistoryEvent &event);

// The hash of an event that follows one with `previousHash`: SHA-256 over the length-prefixed UTF-8 of every field,
// the details as they are stored. A change of any field of any earlier event shows as a break of the chain.
QByteArray chainHash(const QByteArray &previousHash, const HistoryEvent &event, const QByteArray &storedDetails);

} // namespace huiyin
