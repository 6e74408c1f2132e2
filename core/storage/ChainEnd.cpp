// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/ChainEnd.h"

#include "storage/CaseFile.h"
#include "storage/Database.h"
#include "storage/Transaction.h"

#include <QStringList>

#include <array>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Link
{
    qint64 sequence = 0;
    QByteArray hash{};
};

const auto historyTable = u"history"_s;
const auto accessTable = u"access_record"_s;
const auto sealTable = u"seal"_s;

// Of the chain of a table: the last one, or that with the number.
std::optional<Link> linkOf(Database &database, const QString &table, std::optional<qint64> sequence)
{
    const auto toLink = [](const Row &row) {
        return Link{.sequence = row.get<qint64>(0), .hash = row.isNull(1) ? QByteArray() : row.get<QByteArray>(1)};
    };
    const QString hash = table == sealTable ? u"mac"_s : u"hash"_s;
    const QString columns = u"SELECT sequence, "_s + hash + u" FROM "_s + table;
    if (sequence)
        return database.first(columns + u" WHERE sequence = ?"_s, toLink, *sequence);
    return database.first(columns + u" ORDER BY sequence DESC LIMIT 1"_s, toLink);
}

ChainVerdict compareLink(Database &database, const QString &table, qint64 sequence, const QByteArray &hash)
{
    if (sequence == 0)
        return ChainVerdict::Sound;
    const auto found = linkOf(database, table, sequence);
    if (!found)
        return ChainVerdict::Shorter;
    return found->hash == hash ? ChainVerdict::Sound : ChainVerdict::Different;
}

} // namespace

QString ChainEnd::text() const
{
    const auto link = [](qint64 sequence, const QByteArray &hash) -> QString {
        return QString::number(sequence) + u':' + QString::fromLatin1(hash.toHex());
    };
    return link(history, historyHash) + u' ' + link(access, accessHash) + u' ' + link(seal, sealMac);
}

std::optional<ChainEnd> ChainEnd::fromText(const QString &text)
{
    QStringList parts = text.split(u' ');
    if (parts.size() == 2)
        parts.append(u"0:"_s); // kept before there were seals
    if (parts.size() != 3)
        return std::nullopt;
    std::array<Link, 3> links;
    for (size_t i = 0; i < links.size(); ++i) {
        const QString &part = parts[static_cast<qsizetype>(i)];
        bool isNumber = false;
        links[i] = {.sequence = part.section(u':', 0, 0).toLongLong(&isNumber),
                    .hash = QByteArray::fromHex(part.section(u':', 1).toLatin1())};
        if (!isNumber || links[i].sequence < 0)
            return std::nullopt;
    }
    return ChainEnd{.history = links[0].sequence,
                    .historyHash = links[0].hash,
                    .access = links[1].sequence,
                    .accessHash = links[1].hash,
                    .seal = links[2].sequence,
                    .sealMac = links[2].hash};
}

ChainEnd chainEndOf(CaseFile &file)
{
    return chainEndOf(file.database());
}

ChainEnd chainEndOf(Database &database)
{
    const auto last = [&database](const QString &table) {
        return linkOf(database, table, std::nullopt).value_or(Link{});
    };
    const ReadTransaction view(database);
    const Link history = last(historyTable);
    const Link access = last(accessTable);
    const Link seal = last(sealTable);
    return {.history = history.sequence,
            .historyHash = history.hash,
            .access = access.sequence,
            .accessHash = access.hash,
            .seal = seal.sequence,
            .sealMac = seal.hash};
}

ChainVerdict compareWith(CaseFile &file, const ChainEnd &seen)
{
    return compareWith(file.database(), seen);
}

ChainVerdict compareWith(Database &database, const ChainEnd &seen)
{
    const ReadTransaction view(database);
    for (const ChainVerdict verdict : {compareLink(database, historyTable, seen.history, seen.historyHash),
                                       compareLink(database, accessTable, seen.access, seen.accessHash),
                                       compareLink(database, sealTable, seen.seal, seen.sealMac)}) {
        if (verdict != ChainVerdict::Sound)
            return verdict;
    }
    return ChainVerdict::Sound;
}

QString fileKeyOf(CaseFile &file)
{
    return file.database().value<QString>(u"SELECT file_key FROM office WHERE id = 1"_s).value_or(QString());
}

} // namespace huiyin
