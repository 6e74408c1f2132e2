// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QHash>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace huiyin {

class Progress;

// The pages of a damaged SQLite file as bytes, with those that were committed into the log beside it. Holds one page at a
// time. No connection of this process may be open on the file: closing it here would take SQLite's locks away.
class DamagedPages
{
public:
    // Throws StorageError: Missing, or Other when the file can't be read at all; Cancelled.
    DamagedPages(const QString &path, const Progress &progress);

    [[nodiscard]] quint32 count() const { return m_count; } // pages, numbered from 1
    [[nodiscard]] int usable() const { return m_usable; }   // bytes of each
    // Empty: beyond the end, cut off, or not readable.
    [[nodiscard]] QByteArray page(quint32 number) const;
    // It holds deleted rows at most, or nothing ever.
    [[nodiscard]] bool isFree(quint32 number) const { return number < m_free.size() && m_free[number]; }

    // Of the file's header; nullopt when it is lost.
    [[nodiscard]] std::optional<qint32> applicationId() const { return m_applicationId; }
    [[nodiscard]] std::optional<int> userVersion() const { return m_userVersion; }
    // There is a log, and it can't be read, or not to its end: what was saved last may be missing.
    [[nodiscard]] bool isLogLost() const { return m_isLogLost; }

private:
    void readLog();
    [[nodiscard]] bool goesOn(const QByteArray &salts);
    void readHeader();
    void guessPageSize();
    void findFree(const Progress &progress);
    void takeTrunk(const QByteArray &trunk);
    [[nodiscard]] bool looksLikeTrunk(const QByteArray &page, quint32 number) const;

    std::unique_ptr<QFile> m_file;
    std::unique_ptr<QFile> m_log;
    QHash<quint32, qint64> m_logged; // where the last committed copy of a page lies in the log
    int m_pageSize = 4096;
    int m_usable = 4096;
    quint32 m_count = 0;
    std::optional<quint32> m_loggedCount;
    std::vector<bool> m_free;
    std::optional<qint32> m_applicationId;
    std::optional<int> m_userVersion;
    bool m_isLogLost = false;
};

} // namespace huiyin
