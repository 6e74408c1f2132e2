// SPDX-License-Identifier: GPL-3.0-or-later
// Attachments: what may be put to a ticket and what becomes of it, their kinds, and names that are an attack.
#include "casework/HandlingRules.h"
#include "domain/FileName.h"
#include "exchange/Random.h"
#include "storage/AccessRepository.h"
#include "storage/AttachmentRepository.h"
#include "storage/Backup.h"
#include "storage/Database.h"
#include "storage/FileCheck.h"
#include "storage/HistoryRepository.h"
#include "storage/IncomingFile.h"
#include "storage/SafeFile.h"
#include "support/HandlingOffice.h"
#include "support/Print.h"

#include <QDir>
#include <QFile>

#include <catch2/catch.hpp>

#ifndef Q_OS_WIN
#include <sys/stat.h>
#endif

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 megabyte = qint64{1024} * 1024;

const QByteArray png = QByteArray::fromHex("89504e470d0a1a0a0000000d49484452");
const QByteArray jpeg = QByteArray::fromHex("ffd8ffe000104a464946");
const QByteArray program = QByteArray("MZ\x90\0\3\0\0\0", 8);

QList<Attachment> attachments(HandlingOffice &office, TicketId ticket)
{
    return AttachmentRepository(office.file->database()).ofTicket(ticket);
}

AttachmentId attached(HandlingOffice &office, TicketId ticket, const QString &name, const QByteArray &content)
{
    HandlingOffice::must(office.book->attach({.ticket = ticket, .name = name, .content = content}));
    return *attachments(office, ticket).last().id;
}

void setLimits(HandlingOffice &office, int attachmentMegabytes, int ticketMegabytes)
{
    HandlingRules rules = HandlingRules::of(*office.file);
    rules.attachmentMegabytes = attachmentMegabytes;
    rules.ticketMegabytes = ticketMegabytes;
    HandlingOffice::must(office.book->changeHandlingRules(rules));
}

template <class T>
QString reasonOf(const Outcome<T> &outcome)
{
    return outcome ? QString() : outcome.error().reason;
}

qint64 count(HandlingOffice &office, const QString &table)
{
    return office.file->database().value<qint64>(u"SELECT count(*) FROM "_s + table).value_or(-1);
}

HistoryEvent lastEvent(HandlingOffice &office, TicketId ticket)
{
    return HistoryRepository(office.file->database()).of(u"ticket"_s, ticket.value()).last();
}

QList<CheckFinding> check(HandlingOffice &office)
{
    Progress quiet;
    return checkFile(*office.file, quiet);
}

// Changes what no command can: without the guard, which stands again afterwards.
void tamper(HandlingOffice &office, const QString &guard, const QString &sql)
{
    Database &database = office.file->database();
    const auto made = database.value<QString>(u"SELECT sql FROM sqlite_schema WHERE name = ?"_s, guard);
    REQUIRE(made);
    database.exec(u"DROP TRIGGER "_s + guard);
    database.exec(u"PRAGMA foreign_keys = 0"_s);
    database.exec(u"PRAGMA ignore_check_constraints = 1"_s);
    database.exec(sql);
    database.exec(u"PRAGMA ignore_check_constraints = 0"_s);
    database.exec(u"PRAGMA foreign_keys = 1"_s);
    database.exec(*made);
}

QString limitText(int megabytes)
{
    return u" %1 MB"_s.arg(megabytes);
}

} // namespace

TEST_CASE("a photograph is put to a ticket and comes back as it was", "[attachments]")
{
    HandlingOffice office;
    const TicketId ticket = office.accepted();
    const qint64 version = office.ticket(ticket).version;
    const QByteArray content = png + QByteArray(100'000, '\7');
    const auto added = office.book->attach(
        {.ticket = ticket, .name = u"坑洼 13800001111.png"_s, .content = content, .note = u" 市民微信发来 "_s});
    REQUIRE(added);
    CHECK(added->tickets == QList<TicketId>{ticket});

    const QList<Attachment> all = attachments(office, ticket);
    REQUIRE(all.size() == 1);
    const Attachment &stored = all.first();
    CHECK(stored.name == u"坑洼 13800001111.png");
    CHECK(stored.kind == AttachmentKind::Picture);
    CHECK(stored.size == content.size());
    CHECK(stored.sha256 == contentHash(content));
    CHECK(stored.addedAt == office.clock.now());
    CHECK(stored.addedBy == u"话务员03");
    CHECK(stored.note == u"市民微信发来");
    CHECK_FALSE(stored.removedAt);
    CHECK(AttachmentRepository(office.file->database()).content(*stored.id) == content);
    CHECK(office.ticket(ticket).version == version + 1);

    const HistoryEvent event = lastEvent(office, ticket);
    CHECK(event.action == u"attached");
    const QJsonObject told = event.details[u"attachment"].toObject();
    CHECK(told.keys() == QStringList{u"id"_s, u"sha256"_s, u"size"_s}); // no name: it may tell who asked
    CHECK(told[u"id"].toInteger() == stored.id->value());
    CHECK(told[u"size"].toInteger() == content.size());
    CHECK(told[u"sha256"].toString() == QString::fromLatin1(contentHash(content).toHex()));
    CHECK(check(office).isEmpty());
}

TEST_CASE("an attachment of exactly the limit is taken, one byte more is refused with the figures", "[attachments]")
{
    HandlingOffice office;
    setLimits(office, 1, 2);
    const TicketId ticket = office.accepted();
    const qint64 events = count(office, u"history"_s);
    const auto empty = office.book->attach({.ticket = ticket, .name = u"空.txt"_s});
    CHECK(reasonOf(empty).contains(u"空.txt"));
    const auto large =
        office.book->attach({.ticket = ticket, .name = u"大.txt"_s, .content = QByteArray(megabyte + 1, 'a')});
    CHECK(reasonOf(large).contains(limitText(1)));
    CHECK(count(office, u"history"_s) == events);
    CHECK(count(office, u"attachment_content"_s) == 0);

    attached(office, ticket, u"一.txt"_s, QByteArray(megabyte, 'a'));
    const AttachmentId second = attached(office, ticket, u"二.txt"_s, QByteArray(megabyte - 1, 'b'));
    CHECK(
        reasonOf(office.book->attach({.ticket = ticket, .name = u"三.txt"_s, .content = "xy"})).contains(limitText(2)));
    attached(office, ticket, u"三.txt"_s, "x"); // the very last byte
    CHECK(
        reasonOf(office.book->attach({.ticket = ticket, .name = u"四.txt"_s, .content = "z"})).contains(limitText(2)));
    HandlingOffice::must(office.book->removeAttachment(second, u"传错"_s)); // makes room
    attached(office, ticket, u"四.txt"_s, "z");
    CHECK(attachments(office, ticket).size() == 4);
}

TEST_CASE("the limits of attachments are the administrator's", "[attachments]")
{
    HandlingOffice office;
    const HandlingRules usual = HandlingRules::of(*office.file);
    CHECK(usual.attachmentMegabytes == 20);
    CHECK(usual.ticketMegabytes == 100);
    auto [one, together, isTaken] = GENERATE(table<int, int, bool>(
        {{0, 100, false}, {1, 1, true}, {100, 2000, true}, {101, 2000, false}, {20, 19, false}, {20, 2001, false}}));
    HandlingRules rules = usual;
    rules.attachmentMegabytes = one;
    rules.ticketMegabytes = together;
    CHECK(office.book->changeHandlingRules(rules).has_value() == isTaken);
    CHECK((HandlingRules::of(*office.file) == rules) == isTaken);
    CaseBook clerk(*office.file, office.clock, u"话务员"_s, Role::Operator);
    CHECK_FALSE(clerk.changeHandlingRules(usual));
}

TEST_CASE("the same content is kept once, and only once on a ticket", "[attachments]")
{
    HandlingOffice office;
    const TicketId first = office.accepted();
    const TicketId second = office.accepted();
    const AttachmentId one = attached(office, first, u"照片.png"_s, png);
    attached(office, second, u"同一张.png"_s, png);
    CHECK(count(office, u"attachment_content"_s) == 1);
    const auto again = office.book->attach({.ticket = first, .name = u"又一次.png"_s, .content = png});
    CHECK(reasonOf(again).contains(u"照片.png"));
    CHECK(reasonOf(again).contains(u"又一次.png"));
    CHECK(attachments(office, first).size() == 1);

    HandlingOffice::must(office.book->removeAttachment(one, u"传错工单"_s));
    attached(office, first, u"又一次.png"_s, png); // the removed one is in nobody's way
    CHECK(attachments(office, first).size() == 2);
    CHECK(count(office, u"attachment_content"_s) == 1);
    CHECK(check(office).isEmpty());
}

TEST_CASE("a removed attachment stays as a line that says who removed it and why", "[attachments]")
{
    HandlingOffice office;
    const TicketId ticket = office.accepted();
    const AttachmentId id = attached(office, ticket, u"无关.png"_s, png);
    office.clock.set(at("2020-02-11 10:00"));
    CHECK(reasonOf(office.book->removeAttachment(id, u"  "_s)).contains(u"ground"));
    CHECK_FALSE(attachments(office, ticket).first().removedAt);
    REQUIRE(office.book->removeAttachment(id, u"与本件无关，13800001111来电说明"_s));

    const Attachment stored = attachments(office, ticket).first();
    CHECK(stored.removedAt == office.clock.now());
    CHECK(stored.removedBy == u"话务员03");
    CHECK(stored.ground == u"与本件无关，13800001111来电说明");
    const HistoryEvent event = lastEvent(office, ticket);
    CHECK(event.action == u"attachment_removed");
    CHECK(event.details[u"ground"].toString() == u"与本件无关，138****1111来电说明");
    CHECK(event.details[u"attachment"][u"sha256"].toString() == QString::fromLatin1(contentHash(png).toHex()));
    CHECK(reasonOf(office.book->removeAttachment(id, u"再来"_s)).contains(u"无关.png"));
    CHECK_FALSE(office.book->recordAttachmentUse(id, AttachmentUse::Seen));
    CHECK(count(office, u"attachment_content"_s) == 1); // nothing is ever deleted
    CHECK(check(office).isEmpty());
}

TEST_CASE("no hand deletes or changes an attachment", "[attachments]")
{
    HandlingOffice office;
    const TicketId ticket = office.accepted();
    attached(office, ticket, u"照片.png"_s, png);
    const QString sql = GENERATE(as<QString>(), u"DELETE FROM attachment"_s, u"DELETE FROM attachment_content"_s,
                                 u"UPDATE attachment SET name = 'x'"_s, u"UPDATE attachment SET note = 'x'"_s,
                                 u"UPDATE attachment SET removed_at = 1, ticket = 2"_s,
                                 u"UPDATE attachment_content SET sha256 = zeroblob(32)"_s,
                                 u"REPLACE INTO attachment SELECT * FROM attachment"_s,
                                 u"REPLACE INTO attachment_content SELECT * FROM attachment_content"_s);
    INFO(sql.toStdString());
    CHECK_THROWS_AS(office.file->database().exec(sql), StorageError);
    CHECK(attachments(office, ticket).first().name == u"照片.png");
}

TEST_CASE("whoever looks at an attachment or saves it leaves a record", "[attachments]")
{
    HandlingOffice office;
    const TicketId ticket = office.accepted();
    const AttachmentId id = attached(office, ticket, u"照片.png"_s, png);
    REQUIRE(office.book->recordAttachmentUse(id, AttachmentUse::Seen));
    REQUIRE(office.book->recordAttachmentUse(id, AttachmentUse::Saved));
    const auto records = AccessRepository(office.file->database()).ofTicket(ticket);
    REQUIRE(records.size() == 2);
    CHECK(records[0].action == u"view");
    CHECK(records[1].action == u"export");
    CHECK(records[0].details == u"attachment %1"_s.arg(id.value()));
    CHECK(records[0].user == u"话务员03");

    CaseBook editor(*office.file, office.clock, u"统计员"_s, Role::Editor);
    CHECK_FALSE(editor.recordAttachmentUse(id, AttachmentUse::Seen));
    CHECK_FALSE(office.book->recordAttachmentUse(AttachmentId(99), AttachmentUse::Seen));
    CHECK(AccessRepository(office.file->database()).ofTicket(ticket).size() == 2);

    // Several at once: all or none.
    const AttachmentId other = attached(office, ticket, u"信.txt"_s, "a");
    const qint64 before = count(office, u"access_record"_s);
    CHECK_FALSE(office.book->recordAttachmentUse({id, other, AttachmentId(99)}, AttachmentUse::Saved));
    CHECK_FALSE(editor.recordAttachmentUse({id, other}, AttachmentUse::Saved));
    CHECK(count(office, u"access_record"_s) == before + 1); // what the editor was refused
    REQUIRE(office.book->recordAttachmentUse({id, other}, AttachmentUse::Saved));
    CHECK(count(office, u"access_record"_s) == before + 3);
    HandlingOffice::must(office.book->removeAttachment(other, u"传错"_s));
    CHECK_FALSE(office.book->recordAttachmentUse({id, other}, AttachmentUse::Saved));
    CHECK(count(office, u"access_record"_s) == before + 3);
    CHECK(check(office).isEmpty());
}

TEST_CASE("a draft and a void ticket take no attachment, a closed one still does", "[attachments]")
{
    HandlingOffice office;
    const TicketId closed = office.replied();
    {
        Transaction transaction(office.file->database());
        HandlingRules{.followUp = false}.save(*office.file);
        transaction.commit();
    }
    HandlingOffice::must(office.book->close(closed));
    attached(office, closed, u"签收单.pdf"_s, "%PDF-1.4");
    HandlingOffice::must(office.book->archive(closed));
    attached(office, closed, u"现场.png"_s, png);
    CHECK(office.ticket(closed).state == TicketState::Archived);
    const TicketId gone = office.accepted();
    HandlingOffice::must(office.book->makeVoid(gone, u"测试"_s));
    CHECK(reasonOf(office.book->attach({.ticket = gone, .name = u"a.png"_s, .content = png})).contains(u"Void"));
    const auto draft = office.book->saveDraft({.channel = office.phone(), .content = u"草稿"_s});
    REQUIRE(draft);
    CHECK_FALSE(office.book->attach({.ticket = draft->id, .name = u"a.png"_s, .content = png}));
    CHECK_FALSE(office.book->attach({.ticket = TicketId(999), .name = u"a.png"_s, .content = png}));
    CHECK(count(office, u"attachment"_s) == 2);
}

TEST_CASE("a content that was tampered with is not shown, and the check of the file names its ticket", "[attachments]")
{
    HandlingOffice office;
    const TicketId ticket = office.accepted();
    const AttachmentId id = attached(office, ticket, u"照片.png"_s, png);
    attached(office, ticket, u"好的.txt"_s, "untouched");
    REQUIRE(check(office).isEmpty());
    const QString name = u"ticket "_s + office.ticket(ticket).number;
    const auto only = [&] {
        const auto findings = check(office);
        REQUIRE(findings.size() == 1);
        return findings.first();
    };

    SECTION("changed")
    {
        tamper(office, u"identity_content"_s,
               u"UPDATE attachment_content SET data = CAST(x'00' || substr(data, 2) AS BLOB) WHERE id = 1"_s);
        CHECK(only().kind == u"attachment");
        CHECK(only().object == name);
        CHECK(only().message.contains(u"照片.png"));
        CHECK_THROWS_AS(AttachmentRepository(office.file->database()).content(id), StorageError);
    }
    SECTION("cut short, or with another size told")
    {
        const QString change = GENERATE(as<QString>(), u"data = substr(data, 1, 4)"_s, u"size = 3"_s);
        tamper(office, u"identity_content"_s, u"UPDATE attachment_content SET "_s + change + u" WHERE id = 1"_s);
        const auto findings = check(office); // the rule of the schema too
        CHECK(std::ranges::any_of(findings, [&](const CheckFinding &one) {
            return one.kind == u"attachment" && one.object == name && one.message.contains(u"照片.png");
        }));
        if (change.startsWith(u"data"))
            CHECK_THROWS_AS(AttachmentRepository(office.file->database()).content(id), StorageError);
    }
    SECTION("gone")
    {
        tamper(office, u"identity_content_kept"_s, u"DELETE FROM attachment_content WHERE id = 1"_s);
        const auto findings = check(office); // the reference too
        CHECK(std::ranges::any_of(findings, [&](const CheckFinding &one) {
            return one.kind == u"attachment" && one.object == name && one.message.contains(u"照片.png");
        }));
        CHECK_THROWS_AS(AttachmentRepository(office.file->database()).content(id), StorageError);
        CHECK(attachments(office, ticket).size() == 2); // the list still says that there was one
    }
    SECTION("nobody's")
    {
        tamper(office, u"identity_attachment_kept"_s, u"DELETE FROM attachment WHERE id = 1"_s);
        CHECK(only().kind == u"attachment");
        CHECK(only().object == u"attachment_content 1");
    }
    CHECK(AttachmentRepository(office.file->database()).content(AttachmentId(2)) == "untouched");
}

TEST_CASE("a backup holds the attachments", "[attachments]")
{
    HandlingOffice office;
    const AttachmentId id = attached(office, office.accepted(), u"照片.png"_s, png);
    const QString copy = office.folder.filePath(u"copy.huiyin"_s);
    Progress quiet;
    REQUIRE(copyDatabase(office.file->database(), copy, false, quiet));
    CaseFile file(copy, CaseFile::Mode::Read);
    CHECK(AttachmentRepository(file.database()).content(id) == png);
}

TEST_CASE("the list of a ticket's attachments goes by its index and reads no content", "[attachments]")
{
    struct Watch
    {
        Watch()
        {
            Database::setObserver([this](const QString &sql) { seen.append(sql); });
        }
        ~Watch() { Database::setObserver({}); }
        Q_DISABLE_COPY_MOVE(Watch)
        QStringList seen;
    };
    HandlingOffice office;
    const TicketId ticket = office.accepted();
    attached(office, ticket, u"照片.png"_s, png);
    QStringList asked;
    {
        const Watch watch;
        REQUIRE(attachments(office, ticket).size() == 1);
        asked = watch.seen;
    }
    REQUIRE(asked.size() == 1);
    CHECK_FALSE(asked.first().contains(u"data"));
    QStringList plan;
    office.file->database().each(
        u"EXPLAIN QUERY PLAN "_s + asked.first(), [&plan](const Row &row) { plan.append(row.get<QString>(3)); },
        ticket);
    INFO(plan.join(u'\n').toStdString());
    CHECK(plan.filter(u"attachment_ticket"_s).size() == 1);
    CHECK(plan.filter(u"SCAN"_s).isEmpty());
    CHECK(plan.filter(u"TEMP B-TREE"_s).isEmpty());
}

TEST_CASE("the kind of an attachment is what its content and its name both say", "[attachments]")
{
    const QByteArray zip = "PK\3\4" + QByteArray(30, '\0') + "[Content_Types].xml";
    const QByteArray ole = QByteArray::fromHex("d0cf11e0a1b11ae1") + QByteArray(100, '\0');
    const QByteArray wideVba = QByteArray::fromHex("5f005600420041005f00500052004f004a00450043005400");
    const QByteArray mp4 = QByteArray::fromHex("00000018") + "ftypmp42";
    using Kind = AttachmentKind;
    struct Case
    {
        const char *name;
        QByteArray content;
        Kind kind;
    };
    const Case cases[] = {
        {"a.png", png, Kind::Picture},
        {"a.PNG", png, Kind::Picture},
        {"a.jpg", png, Kind::Picture}, // telephones often name them so
        {"a.jpeg", jpeg, Kind::Picture},
        {"a.gif", "GIF89a......", Kind::Picture},
        {"a.webp", "RIFF....WEBPVP8 ", Kind::Picture},
        {"a.bmp", QByteArray("BM\x36\0\0\0\0\0\0\0", 10), Kind::Picture},
        {"a.pdf", "%PDF-1.7", Kind::Pdf},
        {"a.txt", QByteArray("反映人来电\r\n"), Kind::Text},
        {"a.csv", "a,b\n1,2\n", Kind::Text},
        {"a.txt", QByteArray("\xFF\xFE\x34\x12", 4), Kind::Text},
        {"a.docx", zip, Kind::Office},
        {"a.xlsx", zip, Kind::Office},
        {"a.doc", ole, Kind::Office},
        {"a.wps", ole, Kind::Office},
        {"a.mp3", "ID3\3", Kind::Audio},
        {"a.mp3", QByteArray("\xFF\xFB\x90\x64", 4), Kind::Audio},
        {"a.wav", "RIFF....WAVEfmt ", Kind::Audio},
        {"a.amr", "#!AMR\n", Kind::Audio},
        {"a.mp4", mp4, Kind::Video},
        {"a.zip", zip, Kind::Archive},
        {"a.rar", QByteArray("Rar!\x1A\x07\x01\0", 8), Kind::Archive},
        {"a", png, Kind::Other},
        {"a.dat", "\1\2\3", Kind::Other},
        // What runs, or lies.
        {"a.exe", program, Kind::Dangerous},
        {"a.jpg", program, Kind::Dangerous},
        {"a.txt", program, Kind::Dangerous},
        {"a.dat", program, Kind::Dangerous},
        {"a.dat", "\177ELF\2\1\1", Kind::Dangerous},
        {"a", "#!/bin/sh\n", Kind::Dangerous},
        {"a.txt", "#!/bin/sh\n", Kind::Dangerous},
        {"a.pdf", png, Kind::Dangerous},
        {"a.png", "<html>", Kind::Dangerous},
        {"a.docx", "not a zip", Kind::Dangerous},
        {"a.txt", QByteArray("a\0b", 3), Kind::Dangerous},
        {"a.docm", zip, Kind::Dangerous},
        {"a.docx", zip + "word/vbaProject.bin", Kind::Dangerous},
        {"a.xls", ole + wideVba, Kind::Dangerous},
        {"a.hta", "<html>", Kind::Dangerous},
        {"a.html", "<html>", Kind::Dangerous},
        {"a.lnk", QByteArray("L\0\0\0\1\x14\2\0", 8), Kind::Dangerous},
        {"a.jpg.exe", jpeg, Kind::Dangerous},
        {"a.exe.jpg", jpeg, Kind::Picture},
        {"a.exe.", jpeg, Kind::Dangerous}, // Windows drops the dot
        {"a.exe ", jpeg, Kind::Dangerous},
        {"a\u202Egpj.exe", jpeg, Kind::Dangerous},
        {"a.svg", "<svg/>", Kind::Dangerous},
    };
    for (const Case &one : cases) {
        INFO(one.name);
        const AttachmentKind kind = attachmentKind(QString::fromUtf8(one.name), one.content);
        CHECK(QString(code(kind)) == QString(code(one.kind)));
    }
    for (const Kind kind : {Kind::Archive, Kind::Dangerous, Kind::Other})
        CHECK_FALSE(mayBeOpened(kind));
    for (const auto &entry : codeTable<Kind>())
        CHECK((entry.value == Kind::Archive || entry.value == Kind::Dangerous || entry.value == Kind::Other
               || mayBeOpened(entry.value)));
}

TEST_CASE("a file's name is kept as text and made safe for writing", "[attachments]")
{
    auto [raw, safe] = GENERATE(table<QString, QString>({
        {u"照片.jpg"_s, u"照片.jpg"_s},
        {u"..\\..\\x"_s, u"_._x"_s},
        {u"../../etc/passwd"_s, u"_._etc_passwd"_s},
        {u"C:evil"_s, u"C_evil"_s},
        {u"C:\\Windows\\a.dll"_s, u"C__Windows_a.dll"_s},
        {u"a.txt:stream"_s, u"a.txt_stream"_s},
        {u"CON"_s, u"_CON"_s},
        {u"con.txt"_s, u"_con.txt"_s},
        {u"nul.txt"_s, u"_nul.txt"_s},
        {u"NUL .tar.gz"_s, u"_NUL .tar.gz"_s},
        {u"com1.log"_s, u"_com1.log"_s},
        {u"COM\u00B9"_s, u"_COM\u00B9"_s},
        {u"LPT9.a.b"_s, u"_LPT9.a.b"_s},
        {u"conto.txt"_s, u"conto.txt"_s},
        {u"name..."_s, u"name"_s},
        {u"name. . "_s, u"name"_s},
        {u"  name .txt"_s, u"name.txt"_s},
        {u".bashrc"_s, u"bashrc"_s},
        {u"a\u202Egpj.exe"_s, u"agpj.exe"_s},
        {u"a\u200Eb\u2028c\u0007d.txt"_s, u"abcd.txt"_s},
        {QString::fromUtf8("n\0ul.txt", 8), u"_nul.txt"_s},
        {u"what?*<>|\"x.txt"_s, u"what______x.txt"_s},
        {u"👨‍👩‍👧 一家.png"_s, u"👨‍👩‍👧 一家.png"_s},
        {u""_s, u"attachment"_s},
        {u"..."_s, u"attachment"_s},
        {u"\u202E"_s, u"attachment"_s},
    }));
    INFO(raw.toStdString());
    CHECK(safeFileName(raw) == safe);
    CHECK(safeFileName(safe) == safe);
}

TEST_CASE("a name that is too long keeps its suffix and breaks no character", "[attachments]")
{
    const QString latin = safeFileName(QString(300, u'a') + u".jpg");
    CHECK(latin.size() == longestFileName);
    CHECK(latin.endsWith(u"a.jpg"));
    const QString chinese = safeFileName(QString(300, u'坑') + u".jpg");
    CHECK(chinese.toUtf8().size() <= longestFileNameBytes);
    CHECK(chinese.toUtf8().size() > longestFileNameBytes - 3);
    CHECK(chinese.endsWith(u"坑.jpg"));
    const QString emoji = safeFileName(u"👨‍👩‍👧"_s.repeated(60) + u".jpg");
    CHECK(emoji == QString(u"👨‍👩‍👧"_s.repeated(static_cast<int>((emoji.size() - 4) / 8)) + u".jpg"));
    CHECK(safeFileName(u"a."_s + QString(300, u'b')).size() == longestFileName);  // that is no suffix
    CHECK(safeFileName(u"CON"_s + QString(300, u' ') + u"x.txt") == u"_CON.txt"); // what the cut leaves is a device
    CHECK(safeFileName(u"CON."_s + QString(300, u'b')).startsWith(u"_CON."));
    CHECK(safeFileName(u"CON."_s + QString(300, u'b')).size() == longestFileName);

    const QString kept = keptFileName(QString(300, u'坑') + u".jpg");
    CHECK(kept.size() == longestKeptName);
    CHECK(kept.endsWith(u"坑.jpg"));
    CHECK(keptFileName(u"..\\..\\x"_s) == u"..\\..\\x"); // a text, not a path
    CHECK(keptFileName(u" a\tb\nc\u202E\u0001.txt "_s) == u"a b c.txt");
    CHECK(keptFileName(QString()) == u"attachment");
}

TEST_CASE("whatever a file is called, it lies directly below the folder that it is saved to", "[attachments]")
{
    const QTemporaryDir place;
    REQUIRE(QDir(place.path()).mkpath(u"inner/folder"_s));
    const QString folder = QDir(place.filePath(u"inner/folder"_s)).canonicalPath();
    const QStringList pieces{u".."_s,   u"/"_s,    u"\\"_s,     u"C:"_s, u"CON"_s,    u"nul"_s,
                             u"."_s,    u" "_s,    u"a"_s,      u"坑"_s, u"👍"_s,      u"\u202E"_s,
                             u".jpg"_s, u".exe"_s, u"\n"_s,     u"~"_s,  u"%2F"_s,    u"com1"_s,
                             u":"_s,    u"*"_s,    u"\uFF0F"_s, u"-"_s,  u"\u3000"_s, QString(150, u'长')};
    Random random(7);
    QStringList taken;
    for (int i = 0; i < 300; ++i) {
        QString raw;
        for (auto parts = random.below(7); parts >= 0; --parts)
            raw +=
                random.chance(100) ? QString(QChar(static_cast<char16_t>(random.below(0x10000)))) : random.pick(pieces);
        const QString name =
            freeFileName(raw, [&taken](const QString &one) { return taken.contains(one, Qt::CaseInsensitive); });
        INFO(raw.toStdString());
        INFO(name.toStdString());
        REQUIRE_FALSE(name.isEmpty());
        REQUIRE_FALSE(taken.contains(name));
        taken.append(name);
        const QString path = folder + u'/' + name;
        SafeFile file(path, false);
        file.write("x");
        file.commit();
        const QFileInfo written(path);
        REQUIRE(written.isFile());
        REQUIRE(written.canonicalPath() == folder);
        REQUIRE(written.canonicalFilePath() == path);
        REQUIRE(safeFileName(safeFileName(raw)) == safeFileName(raw));
    }
    CHECK(QDir(folder).entryList(QDir::Files | QDir::Hidden).size() == taken.size());
    CHECK(QDir(place.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot)
          == QStringList{u"inner"_s});
    CHECK(QDir(place.filePath(u"inner"_s)).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot)
          == QStringList{u"folder"_s});
}

TEST_CASE("files of the same name get numbers", "[attachments]")
{
    QStringList taken;
    const auto next = [&taken](const QString &name) {
        taken.append(
            freeFileName(name, [&taken](const QString &one) { return taken.contains(one, Qt::CaseInsensitive); }));
        return taken.last();
    };
    CHECK(next(u"照片.jpg"_s) == u"照片.jpg");
    CHECK(next(u"照片.jpg"_s) == u"照片 (2).jpg");
    CHECK(next(u"照片.JPG"_s) == u"照片 (3).JPG");
    CHECK(next(u"a"_s) == u"a");
    CHECK(next(u"a"_s) == u"a (2)");
}

TEST_CASE("only a plain file of fitting size is read", "[attachments]")
{
    HandlingOffice office;
    const auto read = [&](const QString &path, qint64 limit = 10) {
        Progress quiet;
        return readIncomingFile(path, limit, office.path(), quiet);
    };
    const auto make = [&](const QString &name, const QByteArray &bytes) {
        const QString path = office.folder.filePath(name);
        SafeFile file(path, true);
        file.write(bytes);
        file.commit();
        return path;
    };
    const auto good = read(make(u"信 1.txt"_s, "0123456789"));
    REQUIRE(good);
    CHECK(good->name == u"信 1.txt");
    CHECK(good->content == "0123456789");
    CHECK(reasonOf(read(make(u"big.txt"_s, "01234567890"))).contains(u"big.txt"));
    CHECK(reasonOf(read(make(u"empty.txt"_s, ""))).contains(u"empty.txt"));
    CHECK(reasonOf(read(office.folder.filePath(u"gone.txt"_s))).contains(u"gone.txt"));
    CHECK(reasonOf(read(office.folder.path())).contains(u"folder"));
    CHECK(reasonOf(read(office.path(), 1'000'000'000)).contains(u"case file"));
#ifndef Q_OS_WIN
    REQUIRE(QFile::link(office.path(), office.folder.filePath(u"link.txt"_s)));
    CHECK(reasonOf(read(office.folder.filePath(u"link.txt"_s), 1'000'000'000)).contains(u"case file"));
    const QString pipe = office.folder.filePath(u"pipe.txt"_s);
    REQUIRE(::mkfifo(QFile::encodeName(pipe).constData(), 0600) == 0);
    CHECK(reasonOf(read(pipe)).contains(u"pipe.txt"));
    CHECK(reasonOf(read(u"/dev/zero"_s)).contains(u"zero"));
#endif
}

TEST_CASE("the reading of a file can be stopped", "[attachments]")
{
    struct Stopped final : Progress
    {
        [[nodiscard]] bool cancelled() const override { return true; }
    };
    HandlingOffice office;
    const QString path = office.folder.filePath(u"信.txt"_s);
    SafeFile file(path, true);
    file.write("0123456789");
    file.commit();
    Stopped stopped;
    CHECK_THROWS_AS(readIncomingFile(path, 10, office.path(), stopped), StorageError);
}

TEST_CASE("a file that changes while it is read is not taken", "[attachments]")
{
    // Touches the file in the middle of its reading.
    class Meddler : public Progress
    {
    public:
        explicit Meddler(const QString &path, bool longer)
            : m_path(path)
            , m_longer(longer)
        {
        }
        void report(qint64 done, [[maybe_unused]] qint64 total, [[maybe_unused]] const QString &what) override
        {
            if (done == 0)
                return;
            QFile file(m_path);
            if (!m_longer) {
                REQUIRE(file.resize(megabyte));
                return;
            }
            REQUIRE(file.open(QIODevice::Append));
            file.write("more");
        }

    private:
        QString m_path;
        bool m_longer;
    };
    const bool longer = GENERATE(true, false);
    HandlingOffice office;
    const QString path = office.folder.filePath(u"growing.txt"_s);
    {
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(2 * megabyte, 'a'));
    }
    Meddler meddler(path, longer);
    CHECK(reasonOf(readIncomingFile(path, 10 * megabyte, office.path(), meddler)).contains(u"growing.txt"));
}
