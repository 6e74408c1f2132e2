// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/DamagedPages.h"

#include "domain/Progress.h"
#include "storage/StorageError.h"
#include "storage/TreePage.h"

#include <QCoreApplication>
#include <QDir>
#include <QSet>
#include <QtEndian>

#include <algorithm>

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Storage)
};

constexpr int frameHeader = 24; // bytes, before each page in the log

bool isPageSize(qint64 size)
{
    return size >= 512 && size <= 65536 && (size & (size - 1)) == 0;
}

// The checksum of the log goes over all that stands before, eight bytes at a time.
struct LogSum
{
    quint32 first = 0;
    quint32 second = 0;

    void add(const QByteArray &bytes, bool bigEndian)
    {
        for (qsizetype at = 0; at + 8 <= bytes.size(); at += 8) {
            const char *data = bytes.constData() + at;
            const quint32 one = bigEndian ? qFromBigEndian<quint32>(data) : qFromLittleEndian<quint32>(data);
            const quint32 two = bigEndian ? qFromBigEndian<quint32>(data + 4) : qFromLittleEndian<quint32>(data + 4);
            first += one + second;
            second += two + first;
        }
    }
    [[nodiscard]] bool is(const QByteArray &bytes, qsizetype at) const
    {
        return bigEndian32(bytes, at) == first && bigEndian32(bytes, at + 4) == second;
    }
};

} // namespace

DamagedPages::DamagedPages(const QString &path, const Progress &progress)
    : m_file(std::make_unique<QFile>(path))
    , m_log(std::make_unique<QFile>(path + QStringLiteral("-wal")))
{
    if (!m_file->exists()) {
        throw StorageError(StorageError::Kind::Missing,
                           Text::tr("There is no file “%1”.").arg(QDir::toNativeSeparators(path)));
    }
    if (!m_file->open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        throw StorageError(StorageError::Kind::Other,
                           Text::tr("“%1” can't be read.").arg(QDir::toNativeSeparators(path)), m_file->errorString());
    }
    readLog();
    readHeader();
    findFree(progress);
}

void DamagedPages::readLog()
{
    constexpr int headerSize = 32;
    if (!m_log->exists() || m_log->size() == 0)
        return;
    m_isLogLost = true;
    if (!m_log->open(QIODevice::ReadOnly))
        return;
    const QByteArray header = m_log->read(headerSize);
    const quint32 magic = bigEndian32(header, 0);
    const qint64 size = bigEndian32(header, 8);
    constexpr quint32 littleMagic = 0x377f0682;
    constexpr quint32 bigMagic = 0x377f0683;
    if (header.size() < headerSize || (magic != littleMagic && magic != bigMagic) || !isPageSize(size))
        return;
    const bool bigEndian = magic == bigMagic;
    LogSum sum;
    sum.add(header.left(24), bigEndian);
    if (!sum.is(header, 24))
        return;
    m_isLogLost = false;
    m_pageSize = static_cast<int>(size);
    const QByteArray salts = header.mid(16, 8);
    QHash<quint32, qint64> waiting; // of a transaction whose end hasn't come yet
    for (;;) {
        const QByteArray frame = m_log->read(frameHeader);
        const qint64 at = m_log->pos();
        const QByteArray page = m_log->read(size);
        // What stands behind an earlier end has other salts.
        if (page.size() < size || frame.mid(8, 8) != salts)
            break;
        sum.add(frame.left(8), bigEndian);
        sum.add(page, bigEndian);
        const quint32 number = bigEndian32(frame, 0);
        if (!sum.is(frame, 16) || number == 0)
            break;
        waiting.insert(number, at);
        if (const quint32 pages = bigEndian32(frame, 4); pages > 0) {
            m_logged.insert(waiting);
            waiting.clear();
            m_loggedCount = pages;
        }
    }
    m_isLogLost = goesOn(salts);
}

// Whether behind a damaged record another transaction of the same log ends. Where none does it was the one that was
// being written when the computer stopped.
bool DamagedPages::goesOn(const QByteArray &salts)
{
    for (;;) {
        const QByteArray frame = m_log->read(frameHeader);
        if (frame.size() < frameHeader)
            return false;
        if (frame.mid(8, 8) == salts && bigEndian32(frame, 4) > 0)
            return true;
        if (!m_log->seek(m_log->pos() + m_pageSize))
            return false;
    }
}

void DamagedPages::readHeader()
{
    constexpr int headerSize = 100;
    constexpr int reservedAt = 20;
    const auto first = m_logged.constFind(1);
    QByteArray header;
    if (first != m_logged.constEnd()) {
        m_log->seek(*first);
        header = m_log->read(headerSize);
    } else {
        header = m_file->read(headerSize);
    }
    m_usable = m_pageSize;
    std::optional<quint32> told;
    const bool isWhole = header.size() == headerSize && header.startsWith(QByteArrayView("SQLite format 3\0", 16));
    if (isWhole) {
        int size = qFromBigEndian<quint16>(header.constData() + 16);
        if (size == 1)
            size = 65536;
        const int reserved = static_cast<quint8>(header.at(reservedAt));
        // A log with checksums is believed before a header that has none.
        const bool isOfLog = m_logged.isEmpty() || size == m_pageSize;
        if (isPageSize(size) && size - reserved >= 480 && isOfLog) {
            m_pageSize = size;
            m_usable = size - reserved;
            m_userVersion = static_cast<int>(bigEndian32(header, 60));
            m_applicationId = static_cast<qint32>(bigEndian32(header, 68));
            if (bigEndian32(header, 24) == bigEndian32(header, 92))
                told = bigEndian32(header, 28);
        }
    }
    if (!m_userVersion && m_logged.isEmpty())
        guessPageSize();
    // The last page of a file that was cut off isn't whole, and counts: its number may be asked for.
    constexpr qint64 most = 0xFFFFFFFE;
    const qint64 pages = std::min(most, (m_file->size() + m_pageSize - 1) / m_pageSize);
    m_count = static_cast<quint32>(pages);
    if (m_loggedCount) {
        // Nobody can have lost more pages than there are: a log that tells of more is not believed.
        quint32 highest = m_count;
        for (auto page = m_logged.cbegin(); page != m_logged.cend(); ++page)
            highest = std::max(highest, page.key());
        m_count = std::min({*m_loggedCount, highest, static_cast<quint32>(most)});
    } else if (told && *told > 0 && *told < m_count) {
        m_count = *told;
    }
}

// Without a header: the size in which most places look like pages of trees.
void DamagedPages::guessPageSize()
{
    constexpr int enough = 400;
    int best = 0;
    for (const int size : {4096, 512, 1024, 2048, 8192, 16384, 32768, 65536}) {
        const qint64 pages = m_file->size() / size;
        const qint64 step = std::max<qint64>(1, pages / enough);
        qint64 found = 0;
        qint64 looked = 0;
        for (qint64 at = 1; at < pages; at += step) {
            if (!m_file->seek(at * size))
                break;
            const auto tree = TreePage::read(m_file->read(size), 2, size);
            ++looked;
            // Cells fill a page from its end: in the first quarter of a page taken too large, none lies behind.
            found += tree && !tree->cells.empty() && std::ranges::max(tree->cells) >= size / 2 ? 1 : 0;
        }
        if (const auto share = static_cast<int>(found * 1000 / std::max<qint64>(1, looked)); share > best) {
            best = share;
            m_pageSize = size;
        }
    }
    m_usable = m_pageSize;
}

QByteArray DamagedPages::page(quint32 number) const
{
    if (number == 0 || number > m_count)
        return {};
    const auto logged = m_logged.constFind(number);
    QFile &file = logged == m_logged.constEnd() ? *m_file : *m_log;
    const qint64 at = logged == m_logged.constEnd() ? (qint64{number} - 1) * m_pageSize : *logged;
    if (!file.seek(at))
        return {};
    QByteArray page = file.read(m_pageSize);
    return page.size() == m_pageSize ? page : QByteArray();
}

void DamagedPages::takeTrunk(const QByteArray &trunk)
{
    const quint32 leaves = bigEndian32(trunk, 4);
    for (quint32 i = 0; i < leaves && 8 + 4 * qint64{i} + 4 <= m_usable; ++i) {
        const quint32 leaf = bigEndian32(trunk, 8 + 4 * qsizetype{i});
        if (leaf > 1 && leaf <= m_count)
            m_free[leaf] = true;
    }
}

// A list of free pages whose place in the chain of such lists is lost.
bool DamagedPages::looksLikeTrunk(const QByteArray &page, quint32 number) const
{
    const quint32 next = bigEndian32(page, 0);
    const quint32 leaves = bigEndian32(page, 4);
    if (page.size() < m_usable || next > m_count || next == number || leaves == 0
        || 8 + 4 * qint64{leaves} > m_usable) {
        return false;
    }
    QSet<quint32> seen;
    for (quint32 i = 0; i < leaves; ++i) {
        const quint32 leaf = bigEndian32(page, 8 + 4 * qsizetype{i});
        if (leaf < 2 || leaf > m_count || leaf == number || seen.contains(leaf))
            return false;
        seen.insert(leaf);
    }
    return true;
}

void DamagedPages::findFree(const Progress &progress)
{
    m_free.assign(size_t{m_count} + 1, false);
    constexpr quint32 lockByte = 0x40000000; // SQLite takes its locks there, and never writes the page
    if (const quint32 lockPage = lockByte / static_cast<quint32>(m_pageSize) + 1; lockPage <= m_count)
        m_free[lockPage] = true;
    const QByteArray first = page(1);
    const quint32 told = m_userVersion ? bigEndian32(first, 36) : 0;
    quint32 found = 0;
    for (quint32 trunk = m_userVersion ? bigEndian32(first, 32) : 0; trunk != 0;) {
        const QByteArray list = page(trunk);
        const bool isEmpty = bigEndian32(list, 4) == 0; // it lists none, or it became zeros
        if (list.isEmpty() || m_free[trunk]
            || !(isEmpty ? bigEndian32(list, 0) <= m_count : looksLikeTrunk(list, trunk)))
            break;
        m_free[trunk] = true;
        found += 1 + bigEndian32(list, 4);
        takeTrunk(list);
        trunk = bigEndian32(list, 0);
    }
    if (m_userVersion && found == told)
        return;
    constexpr quint32 often = 4096;
    for (quint32 number = 2; number <= m_count; ++number) {
        if (number % often == 0)
            stopIfCancelled(progress);
        if (m_free[number])
            continue;
        const QByteArray list = page(number);
        if (!looksLikeTrunk(list, number))
            continue;
        m_free[number] = true;
        takeTrunk(list);
    }
}

} // namespace huiyin
