// SPDX-License-Identifier: GPL-3.0-or-later
// The commands around backups. Making one is no command: it changes nothing in the file.
#include "casework/BackupKey.h"
#include "casework/CaseBook.h"
#include "casework/Recorder.h"
#include "storage/AccessRepository.h"
#include "storage/CaseFile.h"
#include "storage/OfficeRepository.h"
#include "storage/Transaction.h"
#include "storage/UserRepository.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace huiyin {

Outcome<Changes> CaseBook::setBackupKey(const BackupKey &key)
{
    if (auto refusal = checkRight(Command::SetUp))
        return *refusal;
    if (!key.isValid())
        return Refusal{tr("This is no key for backups."), u"password"_s};
    Transaction transaction(m_file.database());
    const auto fingerprint = [](const std::optional<BackupKey> &one) -> QJsonValue {
        return one ? QJsonValue(QString::fromLatin1(one->publicKey.toHex().left(16))) : QJsonValue();
    };
    QJsonObject details;
    noteChange(details, u"key"_s, fingerprint(backupKeyOf(m_file)), fingerprint(key));
    OfficeRepository(m_file.database()).setSetting(backupKeySetting(), key.toJson());
    Recorder(m_file.database(), m_clock.now(), m_user).record(u"backup"_s, 0, u"backup_key_set"_s, details);
    transaction.commit();
    return Changes{.office = true};
}

Outcome<Changes> CaseBook::recordRecoverySheet()
{
    if (auto refusal = checkRight(Command::SetUp))
        return *refusal;
    Transaction transaction(m_file.database());
    AccessRepository(m_file.database())
        .append({.at = m_clock.now(), .user = m_user, .action = u"view"_s, .details = u"recovery sheet"_s});
    transaction.commit();
    return Changes{};
}

Outcome<ApprovedRestore> CaseBook::approveRestore(const QString &what, const Consent &consent)
{
    if (auto refusal = checkRight(Command::Restore))
        return *refusal;
    const ConsentNeed need = consentToRestore(UserRepository(m_file.database()).all(), m_user);
    std::optional<User> second;
    if (auto refusal = checkConsent(m_file, m_clock, need, consent, second))
        return *refusal;
    const ConsentNote note{.what = what, .reason = consent.reason, .second = second ? second->name : QString()};
    Transaction transaction(m_file.database());
    Recorder(m_file.database(), m_clock.now(), m_user)
        .record(u"backup"_s, 0, u"restore_approved"_s, {{u"backup"_s, note.text()}});
    transaction.commit();
    return ApprovedRestore{.note = note};
}

Changes CaseBook::noteRestored(const QString &what, const ConsentNote &agreed)
{
    const ConsentNote note{.what = what, .reason = agreed.reason, .second = agreed.second};
    Transaction transaction(m_file.database());
    Recorder(m_file.database(), m_clock.now(), m_user)
        .record(u"backup"_s, 0, QLatin1StringView(ruleOf(Command::Restore).action), {{u"backup"_s, note.text()}});
    transaction.commit();
    return {};
}

Changes CaseBook::noteDrill(const QString &what, const QStringList &findings)
{
    Transaction transaction(m_file.database());
    Recorder(m_file.database(), m_clock.now(), m_user)
        .record(u"backup"_s, 0, findings.isEmpty() ? u"drill_passed"_s : u"drill_failed"_s,
                {{u"backup"_s, what}, {u"findings"_s, QJsonArray::fromStringList(findings)}});
    transaction.commit();
    return {};
}

} // namespace huiyin
