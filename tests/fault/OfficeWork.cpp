// SPDX-License-Identifier: GPL-3.0-or-later
#include "fault/OfficeWork.h"

#include "backup/BackupFolder.h"
#include "backup/Restore.h"
#include "casework/KeepingWords.h"
#include "domain/Progress.h"
#include "exchange/Export.h"
#include "exchange/Import.h"
#include "fault/OldFile.h"
#include "storage/Backup.h"
#include "storage/Database.h"
#include "support/HandlingOffice.h"

#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace huiyin::test {

namespace {

std::optional<QString> refusalOf(const Outcome<Changes> &outcome)
{
    return outcome ? std::nullopt : std::optional(outcome.error().reason);
}

std::optional<QString> refusalOf(const Outcome<SavedTicket> &outcome)
{
    return outcome ? std::nullopt : std::optional(outcome.error().reason);
}

QString besides(const OpenOffice &office, const QString &name)
{
    return QFileInfo(office.path).absolutePath() + u'/' + name;
}

} // namespace

StartingPoint::StartingPoint()
{
    HandlingOffice office;
    toDispatch = office.accepted();
    toReply = office.dispatched();
    dispatch = *office.lead(toReply).id;
    toClose = office.replied();
    mergedInto = office.accepted();
    toMerge = office.accepted();
    department = office.housing;
    if (!keepWords(*office.book, WordsPlace::ofArticle(std::nullopt),
                   {{.at = office.clock.now(), .words = {{u"answer"_s, u"拨打"_s}}}}))
        qFatal("no words");
    office.close();
    if (!QFile::copy(office.path(), m_folder.filePath(u"office.huiyin"_s)))
        qFatal("no starting point");
    makeOldFile(m_folder.filePath(u"old.huiyin"_s), oldVersion);
    QFile csv(table());
    if (!csv.open(QIODevice::WriteOnly))
        qFatal("no table");
    csv.write("number,received_at,channel,title,content\r\n");
    for (int i = 0; i < 20; ++i) {
        csv.write("W" + QByteArray::number(100 + i) + ",2020-02-09 10:00,12345热线,路灯不亮,"
                  + QByteArray("反映人来电，路灯不亮。").repeated(10) + "\r\n");
    }
}

QString StartingPoint::copyTo(const QString &folder) const
{
    for (const QString &name : {u"office.huiyin"_s, u"old.huiyin"_s}) {
        if (!QFile::copy(m_folder.filePath(name), folder + u'/' + name))
            qFatal("no copy");
    }
    return folder + u"/office.huiyin"_s;
}

QByteArray StartingPoint::bytesOf(const QString &name) const
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no bytes");
    return file.readAll();
}

QByteArray StartingPoint::bytes() const
{
    return bytesOf(u"office.huiyin"_s);
}

QByteArray StartingPoint::oldBytes() const
{
    return bytesOf(u"old.huiyin"_s);
}

OpenOffice::OpenOffice(const QString &where)
    : path(where)
    , clock(at("2020-02-10 10:00"))
    , file(std::make_unique<CaseFile>(where, CaseFile::Mode::Write))
    , book(std::make_unique<CaseBook>(*file, clock, u"话务员03"_s))
{
}

IntakeRequest waterMatter(OpenOffice &office, int i)
{
    return {.channel = *CodeTableRepository(office.file->database()).load().channels.first().id,
            .address = u"平东小区5号楼"_s,
            .title = u"第%1次停水"_s.arg(i),
            .content = u"反映人来电，小区停水。"_s.repeated(20),
            .requester = u"王建国"_s,
            .phone = u"13800001111"_s};
}

const std::vector<OfficeWork> &officeWorks()
{
    using Start = StartingPoint;
    static const std::vector<OfficeWork> works{
        {"accept a ticket",
         [](OpenOffice &office, const Start &) { return refusalOf(office.book->accept(waterMatter(office))); }},
        {"dispatch it",
         [](OpenOffice &office, const Start &start) {
             return refusalOf(office.book->dispatch({.ticket = start.toDispatch, .lead = start.department}));
         }},
        {"enter the reply",
         [](OpenOffice &office, const Start &start) {
             return refusalOf(office.book->reply({.dispatch = start.dispatch, .text = u"已更换水管。"_s}));
         }},
        {"follow up and close",
         [](OpenOffice &office, const Start &start) {
             return refusalOf(office.book->followUp({.ticket = start.toClose,
                                                     .reached = true,
                                                     .solved = true,
                                                     .satisfaction = Satisfaction::Satisfied,
                                                     .nextStep = NextStep::Close}));
         }},
        {"merge two",
         [](OpenOffice &office, const Start &start) {
             return refusalOf(
                 office.book->merge({.tickets = {start.toMerge}, .into = start.mergedInto, .ground = u"同一事项"_s}));
         }},
        {"save a draft",
         [](OpenOffice &office, const Start &) { return refusalOf(office.book->saveDraft(waterMatter(office))); }},
        {"keep what is being typed",
         [](OpenOffice &office, const Start &start) {
             return refusalOf(keepWords(*office.book, WordsPlace::of(Command::Reply, start.dispatch),
                                        {{.at = office.clock.now(), .words = {{u"text"_s, u"已更换水管。"_s}}}}));
         }},
        {"save the article that was kept",
         [](OpenOffice &office, const Start &) -> std::optional<QString> {
             const auto saved = giveWithWords(*office.book, WordsPlace::ofArticle(std::nullopt), [](CaseBook &book) {
                 return book.saveArticle({.question = u"停水了找谁？"_s, .answer = u"拨打供水热线。"_s});
             });
             return saved ? std::nullopt : std::optional(saved.error().reason);
         }},
        {"attach a letter",
         [](OpenOffice &office, const Start &start) {
             return refusalOf(office.book->attach(
                 {.ticket = start.toDispatch, .name = u"来信.txt"_s, .content = QByteArray(100'000, 'x')}));
         }},
        {"import a table",
         [](OpenOffice &office, const Start &start) -> std::optional<QString> {
             Progress quiet;
             const ImportReport report = importTables(*office.book, start.table(), {}, quiet);
             return report.stored ? std::nullopt : std::optional(report.errors.value(0).text());
         }},
        {"make a backup",
         [](OpenOffice &office, const Start &) -> std::optional<QString> {
             Progress quiet;
             copyDatabase(office.file->database(), besides(office, u"copy.huiyin"_s), true, quiet);
             return std::nullopt;
         },
         u"copy.huiyin"_s},
        {"keep a backup with its manifest",
         [](OpenOffice &office, const Start &) -> std::optional<QString> {
             (void)backUpInto(QFileInfo(office.path).absolutePath(), office.path, BackupReason::Change, office.clock);
             return std::nullopt;
         }},
        {"restore a copy",
         [](OpenOffice &office, const Start &) -> std::optional<QString> {
             const QString path = besides(office, u"restored.huiyin"_s);
             if (QFile::exists(path)) // an earlier try has come to its end but for the last report
                 return std::nullopt;
             const QString copy = besides(office, u"source.huiyin"_s);
             Progress quiet;
             copyDatabase(office.file->database(), copy, true, quiet);
             const auto restored = restoreBackup({.backup = copy, .target = path}, office.clock);
             return restored ? std::nullopt : std::optional(restored.error().reason);
         },
         u"restored.huiyin"_s},
        {"export the tables",
         [](OpenOffice &office, const Start &) -> std::optional<QString> {
             Progress quiet;
             exportTables(*office.file, besides(office, u"tables"_s), {.overwrite = true}, quiet);
             return std::nullopt;
         },
         u"tables"_s},
        {"make a new file",
         [](OpenOffice &office, const Start &) -> std::optional<QString> {
             const QString path = besides(office, u"new.huiyin"_s);
             if (QFile::exists(path)) // an earlier try has come to its end but for the last report
                 return std::nullopt;
             CaseFile::create(path, {.name = u"新办公室"_s},
                              [&office](Database &database) { fillDefaults(database, office.clock.now()); });
             return std::nullopt;
         },
         u"new.huiyin"_s},
        {"bring an older file up to date",
         [](OpenOffice &office, const Start &) -> std::optional<QString> {
             const CaseFile old(besides(office, u"old.huiyin"_s), CaseFile::Mode::Write);
             return std::nullopt;
         },
         u"old.huiyin"_s},
    };
    return works;
}

const OfficeWork &officeWork(const char *name)
{
    for (const OfficeWork &work : officeWorks()) {
        if (qstrcmp(work.name, name) == 0)
            return work;
    }
    qFatal("no work %s", name);
}

QString bringingUpToDate()
{
    return u"bring an older file up to date"_s;
}

QString contentsOf(Database &database)
{
    QStringList told;
    for (const QString &table :
         {u"ticket"_s, u"ticket_text"_s, u"call"_s, u"dispatch"_s, u"dispatch_text"_s, u"follow_up"_s, u"history"_s,
          u"number_series"_s, u"import_batch"_s, u"attachment"_s, u"attachment_content"_s, u"search_pending"_s,
          u"kept_draft"_s, u"knowledge_article"_s}) {
        told.append(table + u' '
                    + QString::number(database.value<qint64>(u"SELECT count(*) FROM "_s + table).value_or(-1)));
    }
    database.each(u"SELECT id, ifnull(number, ''), state, version, ifnull(merged_into, 0) FROM ticket ORDER BY id"_s,
                  [&told](const Row &row) {
                      told.append(u"%1 %2 %3 %4 %5"_s.arg(QString::number(row.get<qint64>(0)), row.get<QString>(1),
                                                          row.get<QString>(2), QString::number(row.get<qint64>(3)),
                                                          QString::number(row.get<qint64>(4))));
                  });
    database.each(u"SELECT series, span, last FROM number_series ORDER BY series, span"_s, [&told](const Row &row) {
        told.append(row.get<QString>(0) + u' ' + row.get<QString>(1) + u' ' + QString::number(row.get<qint64>(2)));
    });
    return told.join(u'\n');
}

} // namespace huiyin::test
