// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/CaseBook.h"
#include "domain/Clock.h"
#include "storage/CallRepository.h"
#include "storage/CaseFile.h"
#include "storage/CodeTableRepository.h"
#include "storage/DispatchRepository.h"
#include "storage/FollowUpRepository.h"
#include "storage/TicketRepository.h"
#include "storage/Transaction.h"

#include <QTemporaryDir>

namespace huiyin::test {

// 2020-02-10 09:00 in the office's zone.
inline QDateTime at(const char *text)
{
    return *OfficeZone().parse(QString::fromUtf8(text));
}

// A new office's case file in a folder of its own, with the clock under the test's hand.
class TestOffice
{
public:
    explicit TestOffice(const char *now = "2020-02-10 09:00")
        : clock(at(now))
    {
        CaseFile::create(path(), {.name = QStringLiteral("测试市市长公开电话办公室")},
                         [this](Database &database) { fillDefaults(database, clock.now()); });
        open();
    }

    void open()
    {
        book.reset();
        file = std::make_unique<CaseFile>(path(), CaseFile::Mode::Write);
        book = std::make_unique<CaseBook>(*file, clock, QStringLiteral("话务员03"));
    }
    void close()
    {
        book.reset();
        file.reset();
    }

    [[nodiscard]] QString path() const { return folder.filePath(QStringLiteral("office.huiyin")); }
    [[nodiscard]] CodeTables tables() const { return CodeTableRepository(file->database()).load(); }

    ChannelId phone() const { return *tables().channels.first().id; }
    QTemporaryDir folder;
    FixedClock clock;
    std::unique_ptr<CaseFile> file;
    std::unique_ptr<CaseBook> book;
};

} // namespace huiyin::test
