// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/Export.h"
#include "exchange/Import.h"
#include "support/Office.h"
#include "support/Print.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <initializer_list>

namespace huiyin::test {

// The lines of a table file.
inline QByteArray lines(std::initializer_list<const char *> rows)
{
    QByteArray bytes;
    for (const char *row : rows)
        bytes += QByteArray(row) + "\r\n";
    return bytes;
}

inline void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(bytes) == bytes.size());
}

inline QByteArray readFile(const QString &path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

// Counts what it is told, and stops the work when asked to.
class CountingProgress final : public Progress
{
public:
    void report(qint64 done, qint64 total, const QString &what) override
    {
        ++reports;
        lastDone = done;
        lastTotal = total;
        lastFile = what;
    }
    [[nodiscard]] bool cancelled() const override { return stopAfter >= 0 && reports > stopAfter; }

    int reports = 0;
    int stopAfter = -1;
    qint64 lastDone = 0;
    qint64 lastTotal = 0;
    QString lastFile;
};

// An office with a folder of tables from another program.
class ImportDesk
{
public:
    ImportDesk() { REQUIRE(QDir().mkpath(tables())); }

    [[nodiscard]] QString tables() const { return m_folder.filePath(QStringLiteral("tables")); }
    [[nodiscard]] QString path(const char *name) const { return tables() + u'/' + QString::fromUtf8(name); }

    void put(const char *name, const QByteArray &bytes) const { writeFile(path(name), bytes); }
    void put(const char *name, std::initializer_list<const char *> rows) const { put(name, lines(rows)); }
    void clear() const
    {
        const QStringList names = QDir(tables()).entryList(QDir::Files);
        for (const QString &name : names)
            QFile::remove(tables() + u'/' + name);
    }

    ImportReport importAll(const ImportOptions &options = {})
    {
        Progress progress;
        return importTables(*office.book, tables(), options, progress);
    }
    ImportReport importFile(const char *name, const ImportOptions &options = {})
    {
        Progress progress;
        return importTables(*office.book, path(name), options, progress);
    }
    // For what must be in order before the matter of the test.
    void store(const ImportOptions &options = {})
    {
        const ImportReport report = importAll(options);
        CHECK(texts(report) == QStringList());
        REQUIRE(report.stored);
        clear();
    }

    static QStringList texts(const ImportReport &report)
    {
        QStringList list;
        for (const ImportIssue &issue : report.errors)
            list.append(issue.text());
        return list;
    }
    // The places alone: tickets.csv:3: received_at
    static QStringList places(const ImportReport &report)
    {
        QStringList list;
        for (const ImportIssue &issue : report.errors)
            list.append(issue.file + u':' + QString::number(issue.line) + u": " + issue.column);
        return list;
    }

    [[nodiscard]] std::optional<Ticket> ticket(const char *number) const
    {
        const TicketRepository tickets(office.file->database());
        const auto id = tickets.idOf(QString::fromUtf8(number));
        return id ? tickets.byId(*id) : std::nullopt;
    }
    [[nodiscard]] std::optional<Call> call(const char *reference) const
    {
        const CallRepository calls(office.file->database());
        const auto id = calls.idOf(QString::fromUtf8(reference));
        return id ? calls.byId(*id) : std::nullopt;
    }
    [[nodiscard]] QList<Dispatch> dispatches(const char *number) const
    {
        return DispatchRepository(office.file->database()).ofTicket(*ticket(number)->id);
    }
    [[nodiscard]] QList<FollowUp> followUps(const char *number) const
    {
        return FollowUpRepository(office.file->database()).ofTicket(*ticket(number)->id);
    }
    [[nodiscard]] qsizetype ticketCount() const
    {
        return TicketRepository(office.file->database()).matching({}).size();
    }

    TestOffice office;

private:
    QTemporaryDir m_folder;
};

inline QStringList strings(std::initializer_list<const char *> texts)
{
    QStringList list;
    for (const char *text : texts)
        list.append(QString::fromUtf8(text));
    return list;
}

} // namespace huiyin::test
