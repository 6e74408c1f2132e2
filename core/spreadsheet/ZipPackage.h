// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QIODevice>
#include <QString>

#include <memory>
#include <vector>

struct zip;
struct zip_file;

namespace huiyin {

// What a container from a stranger may cost. The sizes that it tells of itself are checked, and what comes out of it is
// counted all the same.
struct PackageLimits
{
    qint64 entryBytes = qint64{256} * 1024 * 1024; // unpacked, of one part
    qint64 totalBytes = qint64{512} * 1024 * 1024; // unpacked, of all
    qint64 ratio = 100;                            // unpacked to packed, once a part is larger than `ratioFreeBytes`
    qint64 ratioFreeBytes = qint64{100} * 1024;
    qint64 entries = 1000;
};

class PackagePart;

// A zip container, for reading: its parts by name, whatever the case of the letters, as .xlsx and .docx have them. Throws
// FileError, with a sentence for the user, for what is damaged, encrypted, not what it says it is, or beyond the limits.
// For one thread.
class ZipPackage
{
public:
    explicit ZipPackage(const QString &path, const PackageLimits &limits = {});
    ~ZipPackage();
    ZipPackage(const ZipPackage &) = delete;
    ZipPackage &operator=(const ZipPackage &) = delete;

    [[nodiscard]] bool contains(const QString &part) const;
    [[nodiscard]] qint64 sizeOf(const QString &part) const; // unpacked, as the container says; 0 without the part
    // The package must outlive the part.
    [[nodiscard]] std::unique_ptr<PackagePart> open(const QString &part);

private:
    friend class PackagePart;

    struct Entry
    {
        quint64 index = 0;
        QString name{};
        qint64 packed = 0;
        qint64 size = 0;
        quint16 method = 0;
        bool encrypted = false;
        qint64 seen = 0; // bytes that came out of it so far
    };

    void readDirectory(qint64 fileSize);
    void count(Entry &entry, qint64 position);

    PackageLimits m_limits;
    std::unique_ptr<QIODevice> m_file;
    zip *m_archive = nullptr;
    std::vector<Entry> m_entries;
    QHash<QString, size_t> m_byName; // in lower case
    qint64 m_seen = 0;
};

// The bytes of one part, from its beginning to its end. A device can only say that reading failed; why is in fault().
class PackagePart final : public QIODevice
{
public:
    PackagePart(ZipPackage &package, size_t entry);
    ~PackagePart() override;

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] QString fault() const { return m_fault; } // "" as long as all is well
    [[nodiscard]] qint64 position() const { return m_position; }
    // Reads on to the end, where the check sum is compared. Throws FileError.
    void finish();
    // All of it, at most `limit` bytes. Throws FileError.
    QByteArray readWhole(qint64 limit);

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    ZipPackage &m_package;
    ZipPackage::Entry &m_entry;
    zip_file *m_file = nullptr;
    QString m_fault;
    qint64 m_position = 0;
    bool m_atEnd = false;
};

} // namespace huiyin
