// SPDX-License-Identifier: GPL-3.0-or-later
#include "backup/BackupManifest.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr int manifestVersion = 1;
const auto manifestFormat = u"huiyin-backup"_s;

constexpr std::pair<BackupReason, const char *> reasons[] = {
    {BackupReason::Change, "change"},
    {BackupReason::Closing, "closing"},
    {BackupReason::ByHand, "by_hand"},
    {BackupReason::BeforeImport, "before_import"},
    {BackupReason::BeforeRestore, "before_restore"},
    {BackupReason::BeforeUpdate, "before_update"},
};

QString hex(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

} // namespace

QLatin1StringView code(BackupReason reason)
{
    return QLatin1StringView(std::ranges::find(reasons, reason, &std::pair<BackupReason, const char *>::first)->second);
}

std::optional<BackupReason> backupReasonFromCode(QStringView code)
{
    for (const auto &[reason, word] : reasons) {
        if (code == QLatin1StringView(word))
            return reason;
    }
    return std::nullopt;
}

QByteArray BackupManifest::toJson() const
{
    const QJsonObject object{
        {u"format"_s, manifestFormat},
        {u"version"_s, manifestVersion},
        {u"number"_s, number},
        {u"made"_s, made.toUTC().toString(Qt::ISODateWithMs)},
        {u"reason"_s, QString(code(reason))},
        {u"program"_s, program},
        {u"file"_s, facts.fileKey},
        {u"file_version"_s, facts.version},
        {u"tickets"_s, facts.tickets},
        {u"calls"_s, facts.calls},
        {u"history"_s, facts.history},
        {u"access_records"_s, facts.access},
        {u"chain_end"_s, facts.end.text()},
        {u"sound"_s, sound},
        {u"month"_s, month},
        {u"figures"_s, hex(figures)},
        {u"size"_s, size},
        {u"sha256"_s, hex(sha256)},
        {u"encrypted"_s, encrypted},
    };
    return QJsonDocument(object).toJson();
}

std::optional<BackupManifest> BackupManifest::fromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    if (object[u"format"].toString() != manifestFormat || object[u"version"].toInt() != manifestVersion)
        return std::nullopt;
    const auto bytes = [&object](const QString &name) {
        return QByteArray::fromHex(object[name].toString().toLatin1());
    };
    const auto reason = backupReasonFromCode(object[u"reason"].toString());
    const auto end = ChainEnd::fromText(object[u"chain_end"].toString());
    BackupManifest manifest{
        .number = object[u"number"].toInteger(),
        .made = QDateTime::fromString(object[u"made"].toString(), Qt::ISODateWithMs),
        .reason = reason.value_or(BackupReason::ByHand),
        .program = object[u"program"].toString(),
        .facts = {.fileKey = object[u"file"].toString(),
                  .version = object[u"file_version"].toInt(),
                  .tickets = object[u"tickets"].toInteger(),
                  .calls = object[u"calls"].toInteger(),
                  .history = object[u"history"].toInteger(),
                  .access = object[u"access_records"].toInteger(),
                  .end = end.value_or(ChainEnd{})},
        .sound = object[u"sound"].toBool(),
        .month = object[u"month"].toString(),
        .figures = bytes(u"figures"_s),
        .size = object[u"size"].toInteger(),
        .sha256 = bytes(u"sha256"_s),
        .encrypted = object[u"encrypted"].toBool(),
    };
    constexpr int shaSize = 32;
    const qint64 least = reason == BackupReason::BeforeUpdate ? 0 : 1;
    if (!reason || !end || manifest.number < least || !manifest.made.isValid() || manifest.facts.fileKey.isEmpty()
        || manifest.size < 1 || manifest.sha256.size() != shaSize)
        return std::nullopt;
    return manifest;
}

QString BackupManifest::fileName(const QString &base) const
{
    QString name = u"%1-%2-%3.huiyin"_s.arg(base)
                       .arg(number, 6, 10, QChar(u'0'))
                       .arg(made.toLocalTime().toString(u"yyyyMMdd-HHmmss"_s));
    return encrypted ? name + encryptedSuffix : name;
}

QString BackupManifest::name() const
{
    if (number == 0)
        return u"before the update of "_s + made.toUTC().toString(Qt::ISODateWithMs);
    return u"number %1 of %2"_s.arg(QString::number(number), made.toUTC().toString(Qt::ISODateWithMs));
}

namespace {

QRegularExpressionMatch matchName(const QString &fileName)
{
    static const QRegularExpression form(u"-(\\d{6,12})-\\d{8}-\\d{6}\\.huiyin(\\.enc)?(\\.json)?$"_s);
    return form.match(fileName);
}

} // namespace

std::optional<qint64> numberOfBackup(const QString &fileName)
{
    const QRegularExpressionMatch match = matchName(fileName);
    return match.hasMatch() ? std::optional(match.captured(1).toLongLong()) : std::nullopt;
}

QString baseOfBackup(const QString &fileName)
{
    const QRegularExpressionMatch match = matchName(fileName);
    return match.hasMatch() ? fileName.first(match.capturedStart()) : QString();
}

} // namespace huiyin
