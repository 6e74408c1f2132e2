// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/Office.h"

#include <QString>
#include <QTemporaryDir>

#include <functional>
#include <optional>
#include <vector>

namespace huiyin::test {

// A case file with a matter in each state of handling, on the disk and closed, to begin from again and again.
class StartingPoint
{
public:
    StartingPoint();

    [[nodiscard]] QString copyTo(const QString &folder) const; // the path of the copy
    [[nodiscard]] QString table() const { return m_folder.filePath(QStringLiteral("tickets.csv")); } // to be imported
    [[nodiscard]] QByteArray bytes() const;
    // A file of an older program, old.huiyin beside the copy.
    static constexpr int oldVersion = 3;
    [[nodiscard]] QByteArray oldBytes() const;

    TicketId toDispatch{0};
    TicketId toReply{0};
    TicketId toClose{0};
    TicketId toMerge{0};
    TicketId mergedInto{0};
    DispatchId dispatch{0}; // of the one to reply to
    DepartmentId department{0};

private:
    [[nodiscard]] QByteArray bytesOf(const QString &name) const;

    QTemporaryDir m_folder;
};

// The file open for work.
struct OpenOffice
{
    explicit OpenOffice(const QString &path);

    QString path;
    FixedClock clock;
    std::unique_ptr<CaseFile> file;
    std::unique_ptr<CaseBook> book;
};

// One of the transactions that the office lives by. Says why it was refused; nullopt: done.
struct OfficeWork
{
    const char *name;
    std::function<std::optional<QString>(OpenOffice &, const StartingPoint &)> act;
    QString target{}; // the name of the file or folder that it makes beside the case file
};
const std::vector<OfficeWork> &officeWorks();
const OfficeWork &officeWork(const char *name);
QString bringingUpToDate(); // the name of the work that makes an older file a present one

// What is in a case file: the number of rows of each table that a command writes to, and each ticket as it stands.
QString contentsOf(Database &database);

IntakeRequest waterMatter(OpenOffice &office, int i = 0);

} // namespace huiyin::test
