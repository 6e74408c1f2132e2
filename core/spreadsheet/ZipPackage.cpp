// SPDX-License-Identifier: GPL-3.0-or-later
#include "spreadsheet/ZipPackage.h"

#include "storage/SafeFile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <algorithm>
#include <cstring>
#include <zip.h>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Spreadsheet)
};

FileError damaged(const QString &why)
{
    return FileError(Text::tr("The file is damaged, or was not copied to its end (%1). Fetch it again, or open it in "
                              "the spreadsheet program and save it under another name.")
                         .arg(why));
}

FileError tooLarge(const QString &why)
{
    return FileError(
        Text::tr("The file unpacks to more than a table can be (%1). It was not read, for it may have been "
                 "made to do harm.")
            .arg(why));
}

QString keyOf(QString name)
{
    name.replace(u'\\', u'/'); // as some writers part folders
    while (name.startsWith(u'/'))
        name = name.sliced(1);
    return name.toLower();
}

// libzip reads through the file that Qt has opened: names of files are Qt's matter on every system.
zip_int64_t serve(void *state, void *data, zip_uint64_t length, zip_source_cmd_t command)
{
    auto *file = static_cast<QFile *>(state);
    switch (command) {
    case ZIP_SOURCE_SUPPORTS:
        return zip_source_make_command_bitmap(ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT,
                                              ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE, ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL, -1);
    case ZIP_SOURCE_OPEN:
        return file->seek(0) ? 0 : -1;
    case ZIP_SOURCE_READ:
        return file->read(static_cast<char *>(data), static_cast<qint64>(length));
    case ZIP_SOURCE_SEEK: {
        const auto *target = ZIP_SOURCE_GET_ARGS(zip_source_args_seek_t, data, length, nullptr);
        if (!target)
            return -1;
        const qint64 base = target->whence == SEEK_SET ? 0 : target->whence == SEEK_CUR ? file->pos() : file->size();
        const qint64 to = base + target->offset;
        return to >= 0 && to <= file->size() && file->seek(to) ? 0 : -1;
    }
    case ZIP_SOURCE_TELL:
        return file->pos();
    case ZIP_SOURCE_STAT: {
        if (length < sizeof(zip_stat_t))
            return -1;
        auto *stat = static_cast<zip_stat_t *>(data);
        zip_stat_init(stat);
        stat->valid = ZIP_STAT_SIZE;
        stat->size = static_cast<zip_uint64_t>(file->size());
        return sizeof(zip_stat_t);
    }
    case ZIP_SOURCE_ERROR: {
        const int codes[] = {ZIP_ER_READ, 0};
        if (length < sizeof codes)
            return -1;
        std::memcpy(data, codes, sizeof codes);
        return sizeof codes;
    }
    default: // ZIP_SOURCE_CLOSE, ZIP_SOURCE_FREE: the file is the package's
        return 0;
    }
}

} // namespace

ZipPackage::ZipPackage(const QString &path, const PackageLimits &limits)
    : m_limits(limits)
{
    auto file = std::make_unique<QFile>(path);
    if (!file->open(QIODevice::ReadOnly))
        throw FileError(Text::tr("“%1” can't be read: %2").arg(QDir::toNativeSeparators(path), file->errorString()));
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *source = zip_source_function_create(serve, file.get(), &error);
    m_archive = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr;
    if (!m_archive) {
        zip_error_fini(&error);
        if (source)
            zip_source_free(source);
        throw damaged(Text::tr("its table of contents can't be read"));
    }
    zip_error_fini(&error);
    const qint64 size = file->size();
    m_file = std::move(file);
    try {
        readDirectory(size);
    } catch (...) {
        zip_discard(m_archive);
        throw;
    }
}

ZipPackage::~ZipPackage()
{
    zip_discard(m_archive);
}

void ZipPackage::readDirectory(qint64 fileSize)
{
    const qint64 count = zip_get_num_entries(m_archive, 0);
    if (count > m_limits.entries)
        throw tooLarge(Text::tr("%1 parts").arg(count));
    qint64 packed = 0;
    qint64 size = 0;
    for (qint64 i = 0; i < count; ++i) {
        zip_stat_t stat;
        zip_stat_init(&stat);
        const auto index = static_cast<zip_uint64_t>(i);
        if (zip_stat_index(m_archive, index, ZIP_FL_ENC_GUESS, &stat) != 0)
            throw damaged(Text::tr("its table of contents can't be read"));
        constexpr zip_uint64_t needed = ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD;
        if ((stat.valid & needed) != needed)
            throw damaged(Text::tr("its table of contents can't be read"));
        const QString name = QString::fromUtf8(stat.name);
        if (stat.size > static_cast<zip_uint64_t>(m_limits.entryBytes)
            || stat.comp_size > static_cast<zip_uint64_t>(fileSize))
            throw stat.size > static_cast<zip_uint64_t>(m_limits.entryBytes)
                ? tooLarge(name)
                : damaged(Text::tr("“%1” is larger than the file").arg(name));
        const Entry entry{.index = index,
                          .name = name,
                          .packed = static_cast<qint64>(stat.comp_size),
                          .size = static_cast<qint64>(stat.size),
                          .method = stat.comp_method,
                          .encrypted =
                              (stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE};
        packed += entry.packed;
        size += entry.size;
        if (name.endsWith(u'/') || name.endsWith(u'\\'))
            continue; // a folder
        // Two programs may take different ones of two.
        if (m_byName.contains(keyOf(name)))
            throw damaged(Text::tr("two parts bear the name “%1”").arg(name));
        m_byName.insert(keyOf(name), m_entries.size());
        m_entries.push_back(entry);
    }
    if (size > m_limits.totalBytes)
        throw tooLarge(Text::tr("%1 MB").arg(size / (1024 * 1024)));
    // Parts that share their bytes: a small file may hold any number of them.
    if (packed > fileSize)
        throw damaged(Text::tr("its parts overlap"));
}

bool ZipPackage::contains(const QString &part) const
{
    return m_byName.contains(keyOf(part));
}

qint64 ZipPackage::sizeOf(const QString &part) const
{
    const auto found = m_byName.constFind(keyOf(part));
    return found == m_byName.constEnd() ? 0 : m_entries[*found].size;
}

std::unique_ptr<PackagePart> ZipPackage::open(const QString &part)
{
    const auto found = m_byName.constFind(keyOf(part));
    if (found == m_byName.constEnd())
        throw damaged(Text::tr("its part “%1” is missing").arg(part));
    return std::make_unique<PackagePart>(*this, *found);
}

// Whatever the container says of its sizes, this is what came out of it.
void ZipPackage::count(Entry &entry, qint64 position)
{
    if (position <= entry.seen)
        return; // read before
    m_seen += position - entry.seen;
    entry.seen = position;
    if (position > entry.size)
        throw damaged(Text::tr("“%1” is larger than it says").arg(entry.name));
    const bool swollen =
        position > m_limits.ratioFreeBytes && position / m_limits.ratio > std::max<qint64>(entry.packed, 1);
    if (position > m_limits.entryBytes || m_seen > m_limits.totalBytes || swollen)
        throw tooLarge(entry.name);
}

PackagePart::PackagePart(ZipPackage &package, size_t entry)
    : m_package(package)
    , m_entry(package.m_entries[entry])
{
    if (m_entry.encrypted) {
        throw FileError(Text::tr("The file is protected by a password. Open it in the spreadsheet program, save it "
                                 "without one and import that."));
    }
    if (m_entry.method != ZIP_CM_STORE && m_entry.method != ZIP_CM_DEFLATE)
        throw damaged(Text::tr("“%1” is packed in an unusual way").arg(m_entry.name));
    m_file = zip_fopen_index(package.m_archive, m_entry.index, 0);
    if (!m_file)
        throw damaged(Text::tr("“%1” can't be unpacked").arg(m_entry.name));
    open(QIODevice::ReadOnly);
}

PackagePart::~PackagePart()
{
    zip_fclose(m_file);
}

qint64 PackagePart::readData(char *data, qint64 maxSize)
{
    if (!m_fault.isEmpty())
        return -1;
    if (m_atEnd || maxSize <= 0)
        return 0;
    // At the end libzip compares the size and the check sum.
    const qint64 got = zip_fread(m_file, data, static_cast<zip_uint64_t>(maxSize));
    try {
        if (got < 0)
            throw damaged(Text::tr("“%1” can't be unpacked").arg(m_entry.name));
        if (got == 0) {
            m_atEnd = true;
            if (m_position != m_entry.size)
                throw damaged(Text::tr("“%1” is smaller than it says").arg(m_entry.name));
            return 0;
        }
        m_position += got;
        m_package.count(m_entry, m_position);
    } catch (const FileError &error) {
        m_fault = error.message();
        return -1;
    }
    return got;
}

void PackagePart::finish()
{
    QByteArray rest(qsizetype{64} * 1024, Qt::Uninitialized);
    while (read(rest.data(), rest.size()) > 0) {
    }
    if (!m_fault.isEmpty())
        throw FileError(m_fault);
}

QByteArray PackagePart::readWhole(qint64 limit)
{
    const QByteArray bytes = read(limit);
    finish();
    if (m_position > limit)
        throw tooLarge(m_entry.name);
    return bytes;
}

} // namespace huiyin
