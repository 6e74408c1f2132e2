// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/ChainEnd.h"

#include "storage/CaseFile.h"
#include "storage/Database.h"
#include "storage/Transaction.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Link
{
    qint64 sequence = 0;
    QByteArray hash{};
};

// Of the chain of a table: the last one, or that with the number.
std::optional<Link> linkOf(Database &database, const QString &table, std::optional<qint64> sequence)
{
    const auto toLink = [](const Row &row) {
        return Link{.sequence = row.get<qint64>(0), .hash = row.isNull(1) ? QByteArray() : row.get<QByteArray>(1)};
    };
    const QString columns = u"SELECT sequence, hash FROM "_s + table;
    if (sequence)
        return database.first(columns + u" WHERE sequence = ?"_s, toLink, *sequence);
    return database.first(columns + u" ORDER BY sequence DESC LIMIT 1"_s, toLink);
}

const auto historyTable = u"history"_s;
const auto accessTable = u"access_record"_s;

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
    return u"%1:%2 %3:%4"_s.arg(QString::number(history), QString::fromLatin1(historyHash.toHex()),
                                QString::number(access), QString::fromLatin1(accessHash.toHex()));
}

std::optional<ChainEnd> ChainEnd::fromText(const QString &text)
{
    const QStringList halves = text.split(u' ');
    if (halves.size() != 2)
        return std::nullopt;
    bool isHistory = false;
    bool isAccess = false;
    const ChainEnd end{.history = halves[0].section(u':', 0, 0).toLongLong(&isHistory),
                       .historyHash = QByteArray::fromHex(halves[0].section(u':', 1).toLatin1()),
                       .access = halves[1].section(u':', 0, 0).toLongLong(&isAccess),
                       .accessHash = QByteArray::fromHex(halves[1].section(u':', 1).toLatin1())};
    return isHistory && isAccess && end.history >= 0 && end.access >= 0 ? std::optional(end) : std::nullopt;
}

ChainEnd chainEndOf(CaseFile &file)
{
    const ReadTransaction view(file.database());
    const Link history = linkOf(file.database(), historyTable, std::nullopt).value_or(Link{});
    const Link access = linkOf(file.database(), accessTable, std::nullopt).value_or(Link{});
    return {
        .history = history.sequence, .historyHash = history.hash, .access = access.sequence, .accessHash = access.hash};
}

ChainVerdict compareWith(CaseFile &file, const ChainEnd &seen)
{
    const ReadTransaction view(file.database());
    const ChainVerdict history = compareLink(file.database(), historyTable, seen.history, seen.historyHash);
    return history == ChainVerdict::Sound ? compareLink(file.database(), accessTable, seen.access, seen.accessHash)
                                          : history;
}

QString fileKeyOf(CaseFile &file)
{
    return file.database().value<QString>(u"SELECT file_key FROM office WHERE id = 1"_s).value_or(QString());
}

} // namespace huiyin
