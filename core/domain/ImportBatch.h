// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <optional>

namespace huiyin {

// One import: which file it came from, what became of its rows.
struct ImportBatch
{
    qint64 id = 0;
    QDateTime at{};
    QString user{};
    QString source{};    // the file or folder, without its path
    QByteArray counts{}; // JSON: rows added, replaced and found the same, by table
    std::optional<QDateTime> undoneAt{};
    QString undoneBy{};
};

} // namespace huiyin
