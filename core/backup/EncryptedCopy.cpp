// SPDX-License-Identifier: GPL-3.0-or-later
#include "backup/EncryptedCopy.h"

#include "domain/Sentences.h"
#include "storage/SafeFile.h"
#include "storage/StorageError.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <sodium.h>

#include <stdexcept>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(EncryptedCopy)
};

const QByteArray magic = "HUIYINBK"_ba;
constexpr quint32 formVersion = 1;
constexpr qsizetype pieceSize = qsizetype{64} * 1024;
constexpr qsizetype numberSize = 4;
constexpr qsizetype checkSize = crypto_secretstream_xchacha20poly1305_ABYTES;
constexpr qsizetype sealedSize = crypto_box_SEALBYTES + crypto_secretstream_xchacha20poly1305_KEYBYTES;
constexpr qsizetype streamSize = crypto_secretstream_xchacha20poly1305_HEADERBYTES;
constexpr qsizetype checksumSize = 16;
constexpr qsizetype unsummedSize =
    8 + 4 * 4 + 8 + BackupKey::publicSize + BackupKey::saltSize + BackupKey::wrappedSize + sealedSize + streamSize;
constexpr qsizetype headerSize = unsummedSize + checksumSize;
static_assert(headerSize == 272);
constexpr quint32 mostManifest = 64 * 1024;

unsigned char *raw(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

const unsigned char *raw(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

template <class Number>
QByteArray littleEndian(Number number)
{
    QByteArray bytes(sizeof(Number), '\0');
    qToLittleEndian(number, bytes.data());
    return bytes;
}

QByteArray checksumOf(const QByteArray &bytes)
{
    QByteArray sum(checksumSize, '\0');
    crypto_generichash(raw(sum), checksumSize, raw(bytes), static_cast<size_t>(bytes.size()), nullptr, 0);
    return sum;
}

qint64 piecesOf(qint64 plain)
{
    return (plain + pieceSize - 1) / pieceSize;
}

QString shownName(const QString &path)
{
    return QFileInfo(path).fileName();
}

StorageError damaged(const QString &message)
{
    return StorageError(StorageError::Kind::Damaged,
                        joinedSentences({message, Text::tr("Nothing was restored from it.")}));
}

StorageError altered(const QString &path)
{
    return damaged(
        Text::tr("“%1” was altered or damaged: its bytes are not as they were written.").arg(shownName(path)));
}

StorageError cutShort(const QString &path)
{
    return damaged(Text::tr("“%1” was cut short: its end is missing.").arg(shownName(path)));
}

struct Header
{
    BackupKey key{};
    quint32 manifestSize = 0;
    quint64 copySize = 0;
    QByteArray sealed{};
    QByteArray stream{};

    [[nodiscard]] QByteArray bytes() const
    {
        const QByteArray all = magic + littleEndian(formVersion) + littleEndian(key.cost.passes)
                               + littleEndian(key.cost.memory) + littleEndian(manifestSize) + littleEndian(copySize)
                               + key.publicKey + key.salt + key.wrapped + sealed + stream;
        Q_ASSERT(all.size() == unsummedSize);
        return all + checksumOf(all);
    }
    [[nodiscard]] qint64 plainSize() const { return static_cast<qint64>(manifestSize + copySize); }
    [[nodiscard]] qint64 fileSize() const
    {
        return headerSize + plainSize() + piecesOf(plainSize()) * (numberSize + checkSize);
    }
};

void openForReading(QFile &file)
{
    if (!file.open(QIODevice::ReadOnly)) {
        throw StorageError(
            StorageError::Kind::Missing,
            Text::tr("“%1” can't be read: %2").arg(QDir::toNativeSeparators(file.fileName()), file.errorString()));
    }
}

// Checks whatever can be told without the passphrase; the file then stands behind its header.
Header readHeader(QFile &file, QByteArray &bytes)
{
    if (sodium_init() < 0)
        throw std::runtime_error("libsodium could not be started");
    const QString path = file.fileName();
    bytes = file.read(headerSize);
    if (!bytes.startsWith(magic)) {
        if (!bytes.isEmpty() && magic.startsWith(bytes))
            throw cutShort(path);
        throw StorageError(StorageError::Kind::NotCaseFile,
                           Text::tr("“%1” is no encrypted backup of this program.").arg(shownName(path)));
    }
    if (bytes.size() < headerSize)
        throw cutShort(path);
    const auto number = [&bytes](qsizetype at) { return qFromLittleEndian<quint32>(bytes.constData() + at); };
    const bool isWhole = checksumOf(bytes.first(unsummedSize)) == bytes.mid(unsummedSize);
    if (isWhole && number(8) != formVersion) {
        throw StorageError(
            StorageError::Kind::Newer,
            Text::tr("“%1” was written by a newer program. Install that to restore it.").arg(shownName(path)));
    }
    if (!isWhole)
        throw altered(path);
    Header header;
    header.key.cost = {.passes = number(12), .memory = number(16)};
    header.manifestSize = number(20);
    header.copySize = qFromLittleEndian<quint64>(bytes.constData() + 24);
    qsizetype at = 32;
    const auto take = [&bytes, &at](qsizetype size) {
        const QByteArray part = bytes.mid(at, size);
        at += size;
        return part;
    };
    header.key.publicKey = take(BackupKey::publicSize);
    header.key.salt = take(BackupKey::saltSize);
    header.key.wrapped = take(BackupKey::wrappedSize);
    header.sealed = take(sealedSize);
    header.stream = take(streamSize);
    constexpr quint64 mostCopy = quint64{1} << 50;
    if (header.manifestSize == 0 || header.manifestSize > mostManifest || header.copySize == 0
        || header.copySize > mostCopy)
        throw altered(path);
    if (file.size() < header.fileSize())
        throw cutShort(path);
    if (file.size() > header.fileSize()) {
        throw damaged(
            Text::tr("Something was appended to “%1”: it is longer than it was written.").arg(shownName(path)));
    }
    return header;
}

struct StreamKey
{
    StreamKey() = default;
    ~StreamKey() { sodium_memzero(bytes.data(), bytes.size()); }
    Q_DISABLE_COPY_MOVE(StreamKey)
    std::array<unsigned char, crypto_secretstream_xchacha20poly1305_KEYBYTES> bytes{};
};

struct Stream
{
    Stream() = default;
    ~Stream() { sodium_memzero(&state, sizeof(state)); }
    Q_DISABLE_COPY_MOVE(Stream)
    crypto_secretstream_xchacha20poly1305_state state{};
};

} // namespace

QByteArray encryptCopy(const QString &source, const BackupManifest &manifest, const BackupKey &key,
                       const QString &target, bool overwrite, const Progress &progress)
{
    if (sodium_init() < 0)
        throw std::runtime_error("libsodium could not be started");
    QFile file(source);
    openForReading(file);
    const QByteArray slip = manifest.toJson();
    StreamKey streamKey;
    crypto_secretstream_xchacha20poly1305_keygen(streamKey.bytes.data());
    Header header{.key = key,
                  .manifestSize = static_cast<quint32>(slip.size()),
                  .copySize = static_cast<quint64>(manifest.size),
                  .sealed = QByteArray(sealedSize, '\0'),
                  .stream = QByteArray(streamSize, '\0')};
    if (!key.isValid()
        || crypto_box_seal(raw(header.sealed), streamKey.bytes.data(), streamKey.bytes.size(), raw(key.publicKey)) != 0)
        throw FileError(Text::tr("The key for backups can't be used. Set the passphrase anew."));
    Stream stream;
    crypto_secretstream_xchacha20poly1305_init_push(&stream.state, raw(header.stream), streamKey.bytes.data());
    const QByteArray head = header.bytes();

    SafeFile out(target, overwrite);
    QCryptographicHash written(QCryptographicHash::Sha256);
    const auto put = [&out, &written](const QByteArray &bytes) {
        out.write(bytes);
        written.addData(bytes);
    };
    put(head);
    QByteArray plain = slip;
    qint64 done = 0;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const qint64 pieces = piecesOf(header.plainSize());
    for (qint64 piece = 0; piece < pieces; ++piece) {
        stopIfCancelled(progress);
        const QByteArray read = file.read(pieceSize - plain.size());
        hash.addData(read);
        plain += read;
        const bool isLast = piece + 1 == pieces;
        if (plain.size() != (isLast ? header.plainSize() - done : pieceSize))
            throw FileError(Text::tr("“%1” can't be read to its end.").arg(QDir::toNativeSeparators(source)));
        const QByteArray number = littleEndian(static_cast<quint32>(piece));
        const QByteArray along = head + number;
        QByteArray closed(plain.size() + checkSize, '\0');
        crypto_secretstream_xchacha20poly1305_push(&stream.state, raw(closed), nullptr, raw(std::as_const(plain)),
                                                   static_cast<unsigned long long>(plain.size()), raw(along),
                                                   static_cast<unsigned long long>(along.size()),
                                                   isLast ? crypto_secretstream_xchacha20poly1305_TAG_FINAL
                                                          : crypto_secretstream_xchacha20poly1305_TAG_MESSAGE);
        put(number);
        put(closed);
        done += plain.size();
        plain.clear();
    }
    if (!file.atEnd() || hash.result() != manifest.sha256)
        throw FileError(Text::tr("“%1” is not as it was when it was verified. It was not encrypted.")
                            .arg(QDir::toNativeSeparators(source)));
    out.commit();
    return written.result();
}

BackupKey keyOfEncrypted(const QString &source)
{
    QFile file(source);
    openForReading(file);
    QByteArray bytes;
    return readHeader(file, bytes).key;
}

bool isEncryptedCopy(const QString &path)
{
    // A case file that is open here must not be opened by other means: only what bears the suffix is looked at.
    if (!path.endsWith(encryptedSuffix))
        return false;
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.read(magic.size()) == magic;
}

BackupManifest decryptCopy(const QString &source, const Password &passphrase, const QString &target,
                           const Progress &progress)
{
    QFile file(source);
    openForReading(file);
    QByteArray head;
    const Header header = readHeader(file, head);
    const auto secret = openBackupKey(header.key, passphrase);
    if (!secret) {
        const int group = faultyGroup(passphrase);
        throw StorageError(
            StorageError::Kind::Other,
            group > 0
                ? Text::tr("The recovery code has a slip in group %1. Compare it with the sheet.").arg(group)
                : Text::tr("The passphrase doesn't open “%1”. Nothing was restored. Mind capitals and spaces; the code "
                           "on the recovery sheet opens it too.")
                      .arg(shownName(source)));
    }
    StreamKey streamKey;
    if (crypto_box_seal_open(streamKey.bytes.data(), raw(header.sealed), static_cast<size_t>(header.sealed.size()),
                             raw(header.key.publicKey), secret->data())
        != 0)
        throw altered(source);
    Stream stream;
    if (crypto_secretstream_xchacha20poly1305_init_pull(&stream.state, raw(header.stream), streamKey.bytes.data()) != 0)
        throw altered(source);

    QFile out(target);
    if (!out.open(QIODevice::WriteOnly | QIODevice::ExistingOnly))
        throw StorageError(
            StorageError::Kind::ReadOnly,
            Text::tr("“%1” can't be written: %2").arg(QDir::toNativeSeparators(target), out.errorString()));
    QByteArray slip;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    qint64 left = header.plainSize();
    for (qint64 piece = 0; left > 0; ++piece) {
        stopIfCancelled(progress);
        const qsizetype size = std::min<qint64>(pieceSize, left);
        const QByteArray number = file.read(numberSize);
        const QByteArray closed = file.read(size + checkSize);
        if (number.size() != numberSize || closed.size() != size + checkSize)
            throw cutShort(source);
        if (number != littleEndian(static_cast<quint32>(piece)))
            throw damaged(Text::tr("The pieces of “%1” don't stand in their order any more.").arg(shownName(source)));
        const QByteArray along = head + number;
        QByteArray plain(size, '\0');
        unsigned char tag = 0;
        if (crypto_secretstream_xchacha20poly1305_pull(&stream.state, raw(plain), nullptr, &tag, raw(closed),
                                                       static_cast<unsigned long long>(closed.size()), raw(along),
                                                       static_cast<unsigned long long>(along.size()))
            != 0)
            throw altered(source);
        left -= size;
        if ((tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL) != (left == 0))
            throw cutShort(source);
        if (slip.size() < header.manifestSize) {
            const qsizetype part = std::min<qsizetype>(header.manifestSize - slip.size(), plain.size());
            slip += plain.first(part);
            plain.remove(0, part);
        }
        hash.addData(plain);
        if (out.write(plain) != plain.size()) {
            throw StorageError(StorageError::Kind::DiskFull,
                               Text::tr("“%1” could not be written to its end; the disk may be full.")
                                   .arg(QDir::toNativeSeparators(target)));
        }
    }
    if (!out.flush())
        throw StorageError(StorageError::Kind::DiskFull,
                           Text::tr("“%1” could not be written to its end; the disk may be full.")
                               .arg(QDir::toNativeSeparators(target)));
    const auto manifest = BackupManifest::fromJson(slip);
    if (!manifest || manifest->sha256 != hash.result())
        throw altered(source);
    return *manifest;
}

} // namespace huiyin
