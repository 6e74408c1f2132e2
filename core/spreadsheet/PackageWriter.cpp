// SPDX-License-Identifier: GPL-3.0-or-later
#include "spreadsheet/PackageWriter.h"

#include "storage/SafeFile.h"

#include <QCoreApplication>

#include <memory>
#include <zip.h>

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Spreadsheet)
};

FileError cantPack(const char *why)
{
    return FileError(Text::tr("The file could not be put together: %1").arg(QString::fromUtf8(why)));
}

// As containers count days: from 1980 on, in 16 bits.
zip_uint16_t dosDay(QDate day)
{
    const int year = day.isValid() ? qBound(1980, day.year(), 2107) : 1980;
    const int month = day.isValid() ? day.month() : 1;
    const int dayOfMonth = day.isValid() ? day.day() : 1;
    return static_cast<zip_uint16_t>((year - 1980) << 9 | month << 5 | dayOfMonth);
}

void addPart(zip_t *archive, const NewPart &part, zip_uint16_t day)
{
    const auto size = static_cast<zip_uint64_t>(part.bytes.size());
    zip_source_t *source = zip_source_buffer(archive, part.bytes.constData(), size, 0);
    const QByteArray name = part.name.toUtf8();
    const zip_int64_t index = source ? zip_file_add(archive, name.constData(), source, ZIP_FL_ENC_UTF_8) : -1;
    if (index < 0) {
        if (source)
            zip_source_free(source);
        throw cantPack(zip_strerror(archive));
    }
    const auto place = static_cast<zip_uint64_t>(index);
    const zip_int32_t method = part.name.endsWith(QLatin1StringView(".png")) ? ZIP_CM_STORE : ZIP_CM_DEFLATE;
    if (zip_set_file_compression(archive, place, method, 0) != 0
        || zip_file_set_dostime(archive, place, 0, day, 0) != 0)
        throw cantPack(zip_strerror(archive));
}

QByteArray bytesOf(zip_source_t *source)
{
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_source_stat(source, &stat) != 0 || (stat.valid & ZIP_STAT_SIZE) == 0 || zip_source_open(source) != 0)
        throw cantPack(zip_error_strerror(zip_source_error(source)));
    QByteArray bytes(static_cast<qsizetype>(stat.size), Qt::Uninitialized);
    const zip_int64_t read = zip_source_read(source, bytes.data(), stat.size);
    zip_source_close(source);
    if (read != bytes.size())
        throw cantPack(zip_error_strerror(zip_source_error(source)));
    return bytes;
}

} // namespace

QByteArray packageOf(const QList<NewPart> &parts, QDate day)
{
    zip_error_t error;
    zip_error_init(&error);
    const std::unique_ptr<zip_source_t, decltype(&zip_source_free)> target(
        zip_source_buffer_create(nullptr, 0, 0, &error), zip_source_free);
    if (!target)
        throw cantPack(zip_error_strerror(&error));
    zip_t *archive = zip_open_from_source(target.get(), ZIP_TRUNCATE, &error);
    if (!archive)
        throw cantPack(zip_error_strerror(&error));
    zip_source_keep(target.get()); // closing the archive would free it
    try {
        for (const NewPart &part : parts)
            addPart(archive, part, dosDay(day));
        if (zip_close(archive) != 0)
            throw cantPack(zip_strerror(archive));
    } catch (...) {
        zip_discard(archive);
        throw;
    }
    return bytesOf(target.get());
}

} // namespace huiyin
