// SPDX-License-Identifier: GPL-3.0-or-later
// The command by which somebody answers for a file that is another than this computer saw.
#include "casework/CaseBook.h"
#include "casework/Recorder.h"
#include "casework/RoleSeparation.h"
#include "storage/CaseFile.h"
#include "storage/ChainEnd.h"
#include "storage/Transaction.h"
#include "storage/UserRepository.h"

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

// Numbers and checksums; nothing of any case.
QJsonObject detailsOf(const ChainEnd &end)
{
    const auto link = [](qint64 sequence, const QByteArray &hash) -> QJsonObject {
        return {{u"record"_s, sequence}, {u"checksum"_s, QString::fromLatin1(hash.toHex())}};
    };
    return {{u"history"_s, link(end.history, end.historyHash)},
            {u"access"_s, link(end.access, end.accessHash)},
            {u"seals"_s, link(end.seal, end.sealMac)}};
}

} // namespace

Outcome<Changes> CaseBook::acceptChain(const ChainEnd &seen)
{
    if (auto refusal = checkRight(Command::AcceptChain))
        return *refusal;
    Database &database = m_file.database();
    if (!mayAcceptChain(m_roles, UserRepository(database).all())) {
        recordRefused(Command::AcceptChain, RefusedFor::Right, std::nullopt);
        return Refusal{tr("An auditor works here: only the auditor can accept that the records of this file are others "
                          "than before.")};
    }
    Transaction transaction(database);
    if (compareWith(m_file, seen) == ChainVerdict::Sound)
        return Changes{};
    Recorder(database, m_clock.now(), m_user)
        .record(u"office"_s, 1, u"chain_accepted"_s,
                {{u"from"_s, detailsOf(seen)}, {u"to"_s, detailsOf(chainEndOf(m_file))}});
    transaction.commit();
    return Changes{};
}

} // namespace huiyin
