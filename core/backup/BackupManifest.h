// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/FileFacts.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <optional>

namespace huiyin {

enum class BackupReason { Change, Closing, ByHand, BeforeImport, BeforeRestore, BeforeUpdate };
QLatin1StringView code(BackupReason reason); // "change", written to the manifest
std::optional<BackupReason> backupReasonFromCode(QStringView code);

// The slip beside a copy: what it is a copy of, what was counted in it when it was verified, and its SHA-256. A copy
// without one that agrees doesn't count as a backup. Holds nothing of citizens.
struct BackupManifest
{
    qint64 number =
        0; // 1, 2, … in one folder; tells the order whatever the clock did. 0: before an update, beside the file
    QDateTime made{}; // UTC, milliseconds
    BackupReason reason = BackupReason::Change;
    QString program{}; // its version
    FileFacts facts{};
    bool sound = true;    // the records were as they were written; false: the case file itself had faults
    QString month{};      // "2026-10": the last closed month when it was made
    QByteArray figures{}; // SHA-256 of that month's figures, counted from the copy
    qint64 size = 0;      // bytes of the copy
    QByteArray sha256{};
    bool encrypted = false; // size and sha256 are then those of the encrypted copy

    [[nodiscard]] QByteArray toJson() const;
    static std::optional<BackupManifest> fromJson(const QByteArray &json); // nullopt: none, or of a newer form

    // "四平-000017-20261123-021500.huiyin", for a case file of that base name; the time is that of this computer.
    [[nodiscard]] QString fileName(const QString &base) const;
    // "number 17 of 2026-11-23T02:15:00.000Z", as records tell it; "before the update of …".
    [[nodiscard]] QString name() const;

    bool operator==(const BackupManifest &) const = default;
};

inline constexpr QLatin1StringView manifestSuffix(".json");
inline constexpr QLatin1StringView encryptedSuffix(".enc");

// The number in the name of a backup or of its manifest; nullopt: the name is none of ours.
std::optional<qint64> numberOfBackup(const QString &fileName);
// The case file's base name in the name of a backup; "": the name is none of ours.
QString baseOfBackup(const QString &fileName);

} // namespace huiyin
